// Keeps the page usable without a network. It holds exactly the files that the page
// says it uses or will use; the page itself is asked for first and taken from here when no
// network answers. Nothing of what people write passes through here.
const CACHE = "floret-1";
const PATIENCE_MS = 3000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add("./")).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// The page lists its files once it is up; others, of older versions, are let go.
self.addEventListener("message", (event) => {
  if (!Array.isArray(event.data)) return;
  const wanted = new Set(event.data.filter((url) => typeof url === "string" && url.startsWith(self.registration.scope)));
  wanted.add(self.registration.scope);
  event.waitUntil(
    caches.open(CACHE).then(async (cache) => {
      const kept = new Set((await cache.keys()).map((request) => request.url));
      await Promise.all([...wanted].filter((url) => !kept.has(url)).map((url) => cache.add(url).catch(() => {})));
      await Promise.all([...kept].filter((url) => !wanted.has(url)).map((url) => cache.delete(url)));
    }),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

/** The newest page if the network answers in time, else the one kept. */
async function page(request) {
  const kept = await caches.match("./");
  const asked = fetch(request).then(async (answer) => {
    if (answer.ok) (await caches.open(CACHE)).put("./", answer.clone());
    return answer;
  });
  if (!kept) return asked;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  return Promise.race([asked.catch(() => kept), late]);
}

/** A file's name changes with its content, so the one kept is the right one. */
async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}

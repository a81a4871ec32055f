// Without a network, after the first visit.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "../support/people.mjs";

const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png" };

/** The page on a server that can be pulled away. */
async function server() {
  const host = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const name = path.endsWith("/") ? "index.html" : path.slice(1);
    const body = await readFile(join(DIST, name)).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" });
    response.end(body);
  });
  await new Promise((ready) => host.listen(0, "localhost", () => ready(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (host.address());
  const gone = () => {
    host.closeAllConnections();
    return new Promise((done) => host.close(done));
  };
  return { url: `http://localhost:${port}/`, gone };
}

test("after the first visit the page opens and works without any network", async ({ browser }) => {
  const host = await server();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(host.url);
  const kept = () => page.evaluate(async () => {
    const cache = await caches.open("floret-1");
    return (await cache.keys()).map((request) => new URL(request.url).pathname.replace(/-[0-9a-f]{16}/, ""));
  });
  // The desk and a meeting’s screens too, though nobody has opened them yet.
  const all = ["/", "/floret.js", "/floret_bg.wasm", "/floret-desk.wasm", "/floret-meeting.wasm"];
  await expect.poll(kept, { timeout: 20_000 }).toEqual(expect.arrayContaining(all));
  await host.gone();
  await page.reload();
  await page.getByRole("button", { name: "Start a poker round" }).click();
  await page.getByRole("textbox", { name: "Your name" }).fill("Anna");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("radio", { name: "5", exact: true }).click();
  await expect(page.getByRole("radio", { name: "5", exact: true })).toBeChecked();
  await page.goto("about:blank");
  await page.goto(`${host.url}#backlog`);
  await page.getByRole("button", { name: "Add story" }).click();
  await context.close();
});

// Runs inside one machine of the lab: serves the page on its own loopback and
// drives its browsers. Told what to do by lines of JSON, `{id, person, method,
// args}`; answers each with `{id, value}` or `{id, error}`.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { createInterface } from "node:readline";

import { chromium as chromiumType } from "@playwright/test";

import { chromium } from "../support/browsers.mjs";
import { ChromiumPerson } from "../support/chromium_person.mjs";
import { FirefoxHouse } from "../support/firefox_person.mjs";

/** Longest wait for one thing on the screen, in milliseconds. */
const PATIENCE_MS = 15_000;

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** A plain static host. */
async function serve(dir, port) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(dir, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const body = await readFile(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(port, "127.0.0.1", () => listening(undefined)));
}

/** The people of this machine, by name; each in a profile of its own. */
class House {
  #people = new Map();
  // Candidates as everywhere: none of the loopback.
  #firefox = new FirefoxHouse({ "media.peerconnection.ice.loopback": false });
  #chromium;

  async invite(name, kind, flags) {
    await this.#people.get(name)?.close();
    const person = kind === "firefox" ? await this.#firefox.invite(name) : await this.#inChromium(name, flags);
    // A host that reloads is asked whether it is meant: it is.
    person.page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
    this.#people.set(name, person);
  }

  async #inChromium(name, flags) {
    const options = chromium();
    this.#chromium ??= await chromiumType.launch({ ...options, args: [...(options.args ?? []), ...flags] });
    const person = await ChromiumPerson.arrive(name, this.#chromium, {});
    person.context.setDefaultTimeout(PATIENCE_MS);
    return person;
  }

  /** Does what a person is told to; `complaints` is a value. */
  async tell(name, method, args) {
    const person = this.#people.get(name);
    return method === "complaints" ? person.complaints : person[method](...args);
  }
}

async function answer(house, { id, person, method, args }) {
  try {
    const value = method === "invite" ? await house.invite(person, ...args) : await house.tell(person, method, args);
    return { id, value };
  } catch (error) {
    return { id, error: String(error?.stack ?? error) };
  }
}

const [dir, port] = process.argv.slice(2);
await serve(dir, Number(port));
const house = new House();
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
say({ id: 0 });
for await (const line of createInterface({ input: process.stdin })) {
  void answer(house, JSON.parse(line)).then(say);
}
process.exit();

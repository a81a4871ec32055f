// A server on this machine that speaks the OpenAI-compatible protocol, well or badly,
// and notes every byte it is sent.
import { once } from "node:events";
import { createServer } from "node:http";

const HOST = "127.0.0.1";
const PATH = "/v1/chat/completions";

/** What is said where a test does not care. */
export const SAID = ["1. The clerks", " of [[1]]", ".\n2. Once a day."];

/** @typedef {"streams" | "whole" | "slow" | "broken" | "html" | "megabytes" | "endless" | "torn" | "401" | "429" | "elsewhere" | "no-cors"} Mode */

/** One piece of a streamed answer. */
function piece(text) {
  return `data: ${JSON.stringify({ choices: [{ delta: { content: text } }] })}\n\n`;
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export class ModelServer {
  /** @type {{ method: string, path: string, headers: import("node:http").IncomingHttpHeaders, body: string }[]} */
  heard = [];
  /** Answers that were given up by the page before their end. */
  hungUp = 0;
  #server;

  /** @param {Mode} mode */
  constructor(mode) {
    this.mode = mode;
  }

  /**
   * Starts one, on a port of its own.
   * @param {Mode} [mode]
   */
  static async start(mode = "streams") {
    const model = new ModelServer(mode);
    model.#server = createServer((request, response) => void model.#answer(request, response));
    model.#server.listen(0, HOST);
    await once(model.#server, "listening");
    const { port } = /** @type {import("node:net").AddressInfo} */ (model.#server.address());
    model.host = `${HOST}:${port}`;
    model.url = `http://${model.host}/v1`;
    return model;
  }

  /** What was posted, without what browsers ask beforehand. */
  get posted() {
    return this.heard.filter(({ method }) => method === "POST");
  }

  /** Everything that came, headers and all. */
  get bytes() {
    return JSON.stringify(this.heard);
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((stopped) => this.#server.close(stopped));
  }

  async #answer(request, response) {
    let body = "";
    for await (const chunk of request) body += chunk;
    this.heard.push({ method: request.method, path: request.url, headers: request.headers, body });
    response.on("close", () => (this.hungUp += Number(!response.writableEnded)));
    if (this.mode !== "no-cors") {
      response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
      response.setHeader("access-control-allow-headers", "authorization, content-type");
      response.setHeader("access-control-allow-methods", "POST");
      // A page on the network may ask this computer only if it says so.
      response.setHeader("access-control-allow-private-network", "true");
    }
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    if (request.url !== PATH) return void response.writeHead(404).end('{"detail":"Not Found"}');
    await this.#speak(response);
  }

  /** @param {import("node:http").ServerResponse} response */
  async #speak(response) {
    const open = () => response.writeHead(200, { "content-type": "text/event-stream" });
    const json = (status, value) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    switch (this.mode) {
      case "streams":
      case "no-cors":
        open();
        for (const text of SAID) {
          response.write(`: keep-alive\n\n${piece(text)}`);
          await pause(50);
        }
        return void response.end("data: [DONE]\n\n");
      case "whole":
        return void json(200, { choices: [{ message: { content: SAID.join("") }, finish_reason: "stop" }] });
      case "slow":
        // Says one word and no more, until the page hangs up.
        return void open().write(piece("Hm"));
      case "broken":
        return void open().end(`${piece("Half")}data: {"choices": [{"delta"\n\n`);
      case "html":
        return void response.writeHead(200, { "content-type": "text/html" }).end("<script>document.title = 'taken'</script>");
      case "megabytes":
        return void open().end(piece("<img src=x onerror=\"document.title='taken'\"> ".repeat(50_000)));
      case "endless":
        return void (await this.#forEver(open()));
      case "torn":
        open().write(piece("Half"));
        await pause(100);
        return void response.destroy();
      case "401":
        return void json(401, { error: { message: "Incorrect API key", code: "invalid_api_key" } });
      case "429":
        return void json(429, { error: { message: "Slow down" } });
      case "elsewhere":
        return void response.writeHead(307, { location: "/v1/other" }).end();
    }
  }

  /** @param {import("node:http").ServerResponse} response */
  async #forEver(response) {
    while (!response.destroyed) {
      response.write(piece("and so on ".repeat(50)));
      await pause(5);
    }
  }
}

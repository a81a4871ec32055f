// A server on this machine with the shape of GitHub's REST API (as of GitHub Enterprise,
// below /api/v3) and of GitLab's (below /api/v4). It answers well or badly, and notes every
// byte it is sent.
import { once } from "node:events";
import { createServer } from "node:http";

const HOST = "127.0.0.1";
const GITHUB = /^\/api\/v3\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)\/(comments|labels)$/;
const GITLAB = /^\/api\/v4\/projects\/([^/]+)\/issues\/(\d+)(\/notes)?$/;

/** What a browser may send along, as GitHub says. */
const ALLOWED = "Authorization, Content-Type, X-GitHub-Api-Version, PRIVATE-TOKEN";

/**
 * @typedef {"well" | "slow" | "401" | "403" | "limited" | "404" | "429" | "500" | "moved" | "html"
 *   | "elsewhere" | "script" | "megabytes" | "no-cors" | "no-weight"} Mode
 */

export class TicketServer {
  /** @type {{ method: string, path: string, headers: import("node:http").IncomingHttpHeaders, body: string }[]} */
  heard = [];
  /** Answers that were given up by the page before their end. */
  hungUp = 0;
  /** @type {Mode} */
  mode = "well";
  #server;
  #n = 0;

  /** Starts one, on a port of its own. */
  static async start() {
    const tracker = new TicketServer();
    tracker.#server = createServer((request, response) => void tracker.#answer(request, response));
    tracker.#server.listen(0, HOST);
    await once(tracker.#server, "listening");
    const { port } = /** @type {import("node:net").AddressInfo} */ (tracker.#server.address());
    tracker.host = `${HOST}:${port}`;
    tracker.url = `http://${tracker.host}`;
    return tracker;
  }

  /** The address of an issue at GitHub, for people. */
  get github() {
    return `${this.url}/firm/shop/issues/7`;
  }

  /** The address of an issue at GitLab, for people. */
  get gitlab() {
    return `${this.url}/firm/team/shop/-/issues/7`;
  }

  /** What was sent, without what browsers ask beforehand. */
  get sent() {
    return this.heard.filter(({ method }) => method !== "OPTIONS");
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
      response.setHeader("access-control-allow-origin", "*");
      response.setHeader("access-control-allow-headers", ALLOWED);
      response.setHeader("access-control-allow-methods", "GET, POST, PATCH, PUT, DELETE");
      response.setHeader("access-control-expose-headers", "Link, Retry-After, X-RateLimit-Remaining");
      // A page on the network may ask this computer only if it says so.
      response.setHeader("access-control-allow-private-network", "true");
    }
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    this.#speak(request, response, body);
  }

  #speak(request, response, body) {
    const json = (status, value, headers = {}) =>
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
    switch (this.mode) {
      case "slow":
        // Says nothing until the page hangs up.
        return;
      case "401":
        return void json(401, { message: "Bad credentials" });
      case "403":
        return void json(403, { message: "Resource not accessible by personal access token" }, { "x-ratelimit-remaining": "4999" });
      case "limited":
        return void json(403, { message: "API rate limit exceeded" }, { "x-ratelimit-remaining": "0" });
      case "404":
        return void json(404, { message: "Not Found" });
      case "429":
        return void json(429, { message: "Too many requests" }, { "retry-after": "120" });
      case "500":
        return void json(500, { message: "Something went\nwrong <b>here</b>" });
      case "moved":
        return void response.writeHead(307, { location: `${this.url}/api/v3/repos/other/place/issues/1/comments` }).end();
      case "html":
        return void response.writeHead(200, { "content-type": "text/html" }).end("<script>document.title = 'taken'</script>");
      case "elsewhere":
        return void json(201, { id: 1, body: "x", html_url: "https://evil.example/" });
      case "script":
        return void json(201, { id: 1, body: "x", html_url: "javascript:document.title='taken'" });
      case "megabytes":
        return void json(201, { id: 1, body: "x".repeat(3_000_000), html_url: this.github });
      case "well":
      case "no-cors":
      case "no-weight":
        return void this.#obey(request, body, json);
    }
  }

  #obey(request, body, json) {
    this.#n += 1;
    const said = JSON.parse(body);
    const github = GITHUB.exec(request.url);
    const gitlab = GITLAB.exec(request.url);
    if (github && request.method === "POST" && github[3] === "comments") {
      const html_url = `${this.url}/${github[1]}/issues/${github[2]}#issuecomment-${this.#n}`;
      return json(201, { id: this.#n, html_url, body: said.body });
    }
    if (github && request.method === "POST") return json(200, ["bug", ...said.labels].map((name) => ({ name })));
    const iid = Number(gitlab?.[2]);
    if (gitlab && request.method === "POST" && gitlab[3]) return json(201, { id: this.#n, body: said.body, noteable_iid: iid });
    if (gitlab && request.method === "PUT" && !gitlab[3]) return json(200, { iid, weight: this.mode === "no-weight" ? null : said.weight });
    return json(404, { message: "Not Found" });
  }
}

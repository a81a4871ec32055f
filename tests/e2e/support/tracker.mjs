// Trackers on this machine: the reference program of npm, and dead ones.
import { once } from "node:events";
import { createServer } from "node:net";

import Server from "bittorrent-tracker/server";

const HOST = "127.0.0.1";
/** Another host than the tracker's: Firefox opens one socket to a host after the other. */
const DEAD_HOST = process.platform === "linux" ? "127.0.0.2" : "::1";

/** A tracker that works, on a port of its own, with a record of all it hears. */
export class Tracker {
  /** @type {string[]} Every message, as text. */
  heard = [];
  #server;
  /** @type {Set<import("ws").WebSocket>} */
  #sockets = new Set();

  /** Starts one. */
  static async start() {
    const tracker = new Tracker();
    await tracker.#listen();
    return tracker;
  }

  async #listen() {
    this.#server = new Server({ http: false, udp: false, stats: false, interval: 120_000 });
    // A page that goes away hangs up in the middle: nothing to be alarmed about.
    this.#server.on("warning", () => {});
    this.#server.ws.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
      socket.on("message", (data) => this.heard.push(String(data)));
    });
    this.#server.listen(0, HOST);
    await once(this.#server, "listening");
    this.url = `ws://${HOST}:${this.#server.ws.address().port}/`;
  }

  /** How many are in all swarms together. */
  get members() {
    return Object.values(this.#server.torrents).reduce((sum, swarm) => sum + swarm.complete + swarm.incomplete, 0);
  }

  /** Hangs up on everybody and goes away. */
  async stop() {
    for (const socket of this.#sockets) socket.terminate();
    await new Promise((stopped) => this.#server.close(stopped));
  }
}

/** An address at which nobody listens. */
export async function nobody() {
  const server = await listening();
  const url = address(server);
  await new Promise((closed) => server.close(closed));
  return url;
}

/** A server that takes every connection and never says a word. */
export async function blackHole() {
  const server = await listening();
  const sockets = new Set();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.resume();
  });
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise((closed) => server.close(closed));
  };
  return { url: address(server), stop };
}

async function listening() {
  const server = createServer();
  server.listen(0, DEAD_HOST);
  await once(server, "listening");
  return server;
}

function address(server) {
  const host = DEAD_HOST.includes(":") ? `[${DEAD_HOST}]` : DEAD_HOST;
  return `ws://${host}:${server.address().port}/`;
}

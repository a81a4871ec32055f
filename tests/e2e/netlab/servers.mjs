// The servers of the public network: names, coturn for STUN and TURN, a tracker.
import { spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";

// Not the package itself: its client wants a native module.
import Tracker from "bittorrent-tracker/server";

import { serveNames } from "./names.mjs";
import { NAMES, SECOND_SERVER, SERVER, STUN_PORT } from "./network.mjs";

const TRACKER_PORT = 8100;

/** Who may use the TURN server. */
export const TURN = { url: `turn:${SERVER}:${STUN_PORT}`, username: "floret", credential: "broccoli" };
export const TRACKER_URL = `ws://${SERVER}:${TRACKER_PORT}`;

/** Starts all; they end with the lab. */
export async function startServers() {
  await serveNames(SERVER, NAMES);
  await coturn();
  await tracker();
}

async function coturn() {
  const words = [
    "-n", "--no-tls", "--no-dtls", "--no-cli", "--lt-cred-mech", "--fingerprint",
    "--realm=floret", `--user=${TURN.username}:${TURN.credential}`,
    `--listening-ip=${SERVER}`, `--listening-ip=${SECOND_SERVER}`, `--relay-ip=${SERVER}`,
    `--listening-port=${STUN_PORT}`, "--log-file=stdout", "--simple-log",
    "--userdb=/run/turn.sqlite", "--pidfile=/run/turn.pid",
  ];
  const server = spawn("turnserver", words, { stdio: ["ignore", "ignore", "ignore"] });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`coturn ended with ${code}`)));
    answers(SERVER).then(resolve, reject);
  });
}

/** Waits until a STUN server answers a binding request (RFC 8489 §5). */
async function answers(address) {
  const request = Buffer.from("000100002112a442666c6f726574000000000000", "hex");
  const socket = createSocket("udp4");
  const asking = setInterval(() => socket.send(request, STUN_PORT, address), 50);
  try {
    await once(socket, "message", { signal: AbortSignal.timeout(10_000) });
  } catch (error) {
    throw new Error("coturn does not answer within 10 s", { cause: error });
  } finally {
    clearInterval(asking);
    socket.close();
  }
}

async function tracker() {
  const server = new Tracker({ udp: false, http: false, ws: true, stats: false });
  server.on("error", (error) => console.error(`tracker: ${error.message}`));
  await new Promise((listening) => server.listen(TRACKER_PORT, SERVER, () => listening(undefined)));
}

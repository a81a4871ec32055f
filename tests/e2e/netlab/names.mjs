// A name server for the few names of the lab (RFC 1035): A records, nothing else.
import { createSocket } from "node:dgram";

const PORT = 53;
const HEADER_BYTES = 12;
/** Response, recursion available; with an answer, or without one of that kind, or no such name. */
const [FOUND, NONE] = [0x8180, 0x8183];

/** The first question: its name, its type, and where it ends. */
function question(packet) {
  const labels = [];
  let at = HEADER_BYTES;
  while (packet[at]) {
    labels.push(packet.toString("latin1", at + 1, at + 1 + packet[at]));
    at += 1 + packet[at];
  }
  return { name: labels.join(".").toLowerCase(), type: packet.readUInt16BE(at + 1), end: at + 5 };
}

/**
 * @param {Buffer} packet
 * @param {Record<string, string>} names addresses by name
 */
function answer(packet, names) {
  const { name, type, end } = question(packet);
  const address = names[name];
  const isFound = Boolean(address) && type === 1;
  const header = Buffer.from(packet.subarray(0, HEADER_BYTES));
  header.writeUInt16BE(address ? FOUND : NONE, 2);
  [1, isFound ? 1 : 0, 0, 0].forEach((count, index) => header.writeUInt16BE(count, 4 + 2 * index));
  const parts = [header, packet.subarray(HEADER_BYTES, end)];
  // A pointer to the name, type A, class IN, a minute to live, four bytes.
  if (isFound) parts.push(Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split(".").map(Number)]));
  return Buffer.concat(parts);
}

/**
 * Answers until the process ends.
 * @param {string} address to listen on
 * @param {Record<string, string>} names addresses by name
 */
export async function serveNames(address, names) {
  const socket = createSocket("udp4");
  socket.on("message", (packet, { address: from, port }) => socket.send(answer(packet, names), port, from));
  await new Promise((listening) => socket.bind(PORT, address, () => listening(undefined)));
}

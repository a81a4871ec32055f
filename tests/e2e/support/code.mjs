// Links that were hurt on their way, as chats and mail programs do it (docs/wire.md §1).

/**
 * One character of the code is another one.
 * @param {string} link
 */
export function damaged(link) {
  const at = link.length - 40;
  return link.slice(0, at) + (link[at] === "A" ? "B" : "A") + link.slice(at + 1);
}

/**
 * The end is missing.
 * @param {string} link
 */
export function cutOff(link) {
  return link.slice(0, -30);
}

/**
 * The same link as a later version of Floret would write it.
 * @param {string} link
 */
export function tooNew(link) {
  const at = link.search(/#[jr]=/) + 3;
  const bytes = Buffer.from(link.slice(at), "base64url");
  bytes[0] = (15 << 4) | (bytes[0] & 0x0f);
  bytes[3] = crc8(bytes.subarray(0, 3));
  return link.slice(0, at) + bytes.toString("base64url");
}

/** @param {Uint8Array} bytes */
function crc8(bytes) {
  let crc = 0xff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : (crc << 1) & 0xff;
  }
  return crc;
}

// Proof that the project `as-later-chromium` runs what it is named for: there a
// browser refuses a description of its own that was changed.
import { expect, test } from "../support/people.mjs";

test("a changed description is refused", async ({ people }) => {
  const anna = await people.invite("Anna");
  await anna.goto();
  const told = await anna.evaluate(`(async () => {
    const peer = new RTCPeerConnection();
    peer.createDataChannel("floret");
    const { type, sdp } = await peer.createOffer();
    const changed = sdp.replace(/a=ice-ufrag:.*/, "a=ice-ufrag:abcd");
    return peer.setLocalDescription({ type, sdp: changed }).then(() => "taken", ({ name }) => name);
  })()`);
  expect(told).toBe("InvalidModificationError");
});

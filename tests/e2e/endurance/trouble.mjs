// What goes wrong at a table: a page is reloaded, dies, or loses its links. Told
// a seat, it makes trouble and waits until the seat is back.
import { letIn } from "../support/table.mjs";
import { THERE } from "./seat.mjs";

/** When nobody is back by itself after this long, people send the reply again. */
const BY_HAND_AFTER_MS = 15_000;
const GIVE_UP_AFTER_MS = 60_000;
const LOOK_EVERY_MS = 200;

export const KINDS = /** @type {const} */ (["reload", "crash", "drop"]);

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const now = () => performance.timeOrigin + performance.now();

/**
 * @param {import("./seat.mjs").Seat} seat
 * @param {typeof KINDS[number]} kind
 * @param {import("./seat.mjs").Seat} witness another seat, which has to see it come back
 * @returns {Promise<{ ms: number, byHand: boolean } | undefined>} undefined: it did not come back
 */
export async function makeTrouble(seat, kind, witness) {
  const began = now();
  seat.isAway = true;
  seat.troubledAt = began;
  try {
    await seat[kind]();
    const back = await comesBack(seat, witness, began);
    return back && { ms: back.at - began, byHand: back.byHand };
  } finally {
    seat.isAway = false;
    seat.troubledAt = now();
  }
}

async function comesBack(seat, witness, began) {
  let byHand = false;
  while (now() - began < GIVE_UP_AFTER_MS) {
    const at = await seat.backAt();
    if (at !== undefined && (await isSeen(seat, witness))) return { at, byHand };
    if (!byHand && now() - began > BY_HAND_AFTER_MS) byHand = await replyAgain(seat, witness);
    await pause(LOOK_EVERY_MS);
  }
  return undefined;
}

/** Whether the witness sees this seat at the table. */
async function isSeen(seat, witness) {
  const items = await witness.person.items("list", "Seats");
  const own = items.find((text) => text.startsWith(seat.name));
  return own !== undefined && THERE.test(own);
}

/** The reply that stands on its screen is pasted by somebody at the table. */
async function replyAgain(seat, witness) {
  const reply = await seat.person.evaluate(
    `[...document.querySelectorAll("input")].map((input) => input.value).find((value) => value.includes("#r="))`,
  );
  if (!reply) return false;
  await letIn(witness.person, reply);
  return true;
}

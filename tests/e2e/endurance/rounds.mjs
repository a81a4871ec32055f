// Rounds that are played while seats come and go. The votes cast are known here,
// so every result on every screen can be checked.
import { tellAll, THERE } from "./seat.mjs";

const CARDS = ["1", "2", "3", "5", "8", "13"];
/** How long everybody waits for the last vote before the cards are turned. */
const VOTES_MS = 4_000;
const RESULT_MS = 20_000;
const LOOK_EVERY_MS = 250;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const now = () => performance.timeOrigin + performance.now();

/** Polls until an answer is there; undefined when it takes too long. */
async function until(limit_ms, ask) {
  const began = now();
  while (now() - began < limit_ms) {
    const answer = await ask().catch(() => undefined);
    if (answer) return answer;
    await pause(LOOK_EVERY_MS);
  }
  return undefined;
}

/**
 * One round, from the first card to the next round.
 * @param {import("./seat.mjs").Seat[]} seats
 * @param {() => number} random 0 to 1
 * @returns {Promise<{ outcome: "right" | "void" | "wrong" | "stuck" | "apart", words?: string, n_left_out: number }>}
 */
export async function playRound(seats, random) {
  const began = now();
  const calm = () => seats.filter((seat) => !seat.isAway && seat.troubledAt < began);
  const cast = new Map();
  await Promise.all(
    calm().map(async (seat) => {
      const card = CARDS[Math.floor(random() * CARDS.length)];
      // A click that went wrong in a page that was going away may still have been a vote.
      cast.set(seat, card);
      const done = await seat.press("radio", card).catch(() => false);
      if (!done && calm().includes(seat)) throw new Error(`${seat.name} has no card ${card}`);
    }),
  );
  await until(VOTES_MS, async () => /^(\d+) of \1 voted$/.test(await calm()[0].person.text("status", "Round status")));
  const unsure = await believe(cast, calm);
  await reveal(calm);
  // All that were never away in this round have to see the same.
  const told = await Promise.all(calm().map(async (seat) => ({ seat, result: await resultOf(seat) })));
  const results = told.filter(({ seat }) => calm().includes(seat)).map(({ result }) => result);
  const n_left_out = await leaveOut(cast, calm());
  const verdict = { ...judge(results, cast, calm().filter((seat) => !unsure.has(seat))), n_left_out };
  if (verdict.outcome === "wrong" || verdict.outcome === "apart") await tellAll(seats);
  await again(() => calm()[0] ?? seats.find((seat) => !seat.isAway));
  return verdict;
}

/**
 * What counts is the card a screen shows as picked: a click may come while the link is away.
 * @returns {Promise<Set<import("./seat.mjs").Seat>>} who shows no card: its click may still count
 */
async function believe(cast, calm) {
  const unsure = new Set();
  for (const seat of calm()) {
    const picked = await seat.person
      .evaluate(`document.querySelector('[aria-label="Your hand"] [role="radio"][aria-checked="true"]')?.getAttribute("aria-label") ?? null`)
      .catch(() => null);
    if (picked === null) unsure.add(seat);
    else cast.set(seat, picked);
  }
  return unsure;
}

/**
 * Whoever could not be reached when somebody chose “Reveal anyway” is told so on its
 * own screen: its card is not in this result, by intent.
 * @returns {Promise<number>} of how many seats that is so
 */
async function leaveOut(cast, calm) {
  let n_left_out = 0;
  for (const seat of calm) {
    const own = await seat.person
      .evaluate(`[...document.querySelectorAll('[aria-label="Seats"] li')].map((one) => one.textContent).find((one) => /you, /.test(one)) ?? ""`)
      .catch(() => "");
    if (/votes in the next round/.test(own) && cast.delete(seat)) n_left_out += 1;
  }
  return n_left_out;
}

/** Whoever is there turns the cards; somebody else does where that page goes away. */
async function reveal(calm) {
  await until(RESULT_MS, async () => {
    const [seat] = calm();
    await seat.press("button", "Reveal");
    await pause(300);
    await seat.press("button", "Reveal anyway");
    return shown(seat);
  });
}

/** `void`, the counts by card, or undefined when nothing came. */
const resultOf = (seat) => until(RESULT_MS, () => shown(seat));

/** What the screen shows now of the round’s end; undefined before it. */
async function shown({ person }) {
  const page = await person.evaluate("document.body.innerText");
  if (/cannot be counted|is not counted/.test(page)) return "void";
  const result = await person.evaluate(`document.querySelector('[aria-label="Result"]')?.textContent ?? ""`);
  if (!/verified/.test(result)) return undefined;
  const items = await person.items("list", "Votes");
  return items.map((item) => item.replace(/ votes?$/, "")).join(", ");
}

/** Compares what the screens say with one another and with the votes cast. */
function judge(results, cast, calm) {
  const [first, ...others] = results;
  if (results.length === 0) return { outcome: "void", words: "everybody was away" };
  if (results.includes("void")) return { outcome: "void" };
  if (results.includes(undefined)) return { outcome: "stuck", words: "no result on every screen" };
  if (others.some((other) => other !== first)) return { outcome: "apart", words: `screens differ: ${results.join(" | ")}` };
  const shown = new Map(first.split(", ").map((item) => item.split(": ")));
  for (const card of new Set([...shown.keys(), ...cast.values()])) {
    const voters = [...cast].filter(([, own]) => own === card).map(([seat]) => seat);
    const sure = voters.filter((seat) => calm.includes(seat)).length;
    const count = Number(shown.get(card) ?? 0);
    if (count < sure || count > voters.length) {
      return { outcome: "wrong", words: `${card}: ${count} shown, ${sure} to ${voters.length} cast; ${tell(cast, calm)}` };
    }
  }
  return { outcome: "right" };
}

const tell = (cast, calm) =>
  [...cast].map(([seat, card]) => `${seat.name} ${card}${calm.includes(seat) ? "" : " (not sure)"}`).join(", ");

async function again(anybody) {
  await until(RESULT_MS, async () => {
    const seat = anybody();
    await seat.press("button", "Vote again");
    return /^0 of/.test(await seat.person.text("status", "Round status"));
  });
}

/** Whether everybody sees everybody. */
export async function allPresent(seats, limit_ms) {
  const sights = await Promise.all(
    seats.map(({ person }) =>
      until(limit_ms, async () => {
        const items = await person.items("list", "Seats");
        return items.length === seats.length && items.every((text) => THERE.test(text));
      })),
  );
  return seats.filter((_, at) => !sights[at]).map(({ name }) => name);
}

// A long evening: eight seats play round after round while one of them, each in
// its turn, reloads, dies or loses its links. At the end everybody is at the table
// and every tally was right. Run by `cargo xtask endurance`.
import { chromium } from "@playwright/test";

import { allPresent, playRound } from "./endurance/rounds.mjs";
import { Seat, tellAll } from "./endurance/seat.mjs";
import { KINDS, makeTrouble } from "./endurance/trouble.mjs";
import { chromium as launchOptions } from "./support/browsers.mjs";
import { ChromiumPerson } from "./support/chromium_person.mjs";
import { FirefoxHouse } from "./support/firefox_person.mjs";
import { open, seat as seatAll } from "./support/table.mjs";

/** @param {string} name @param {number} otherwise */
function number(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!(value >= 0)) throw new Error(`--${name} needs a number`);
  return value;
}

const minutes = number("minutes", 30);
const every_ms = number("every", 20) * 1000;
const seed = number("seed", Date.now() % 100_000);
const foxes = number("firefox", 2);
const NAMES = ["Anna", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gül", "Hans"];

/** The same numbers for the same seed (mulberry32). */
function dice(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

/** Median, 90th percentile and longest of a list of ms. */
function summary(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return sorted.length === 0
    ? "never"
    : `median ${seconds(at(0.5))}, p90 ${seconds(at(0.9))}, longest ${seconds(sorted.at(-1))} (${sorted.length} times)`;
}

async function sitDown() {
  const browser = await chromium.launch(launchOptions());
  const house = new FirefoxHouse();
  const seats = [];
  for (const [at, name] of NAMES.entries()) {
    const person = at >= NAMES.length - foxes ? await house.invite(name) : await ChromiumPerson.arrive(name, browser, {});
    seats.push(await Seat.of(person, NAMES.length));
  }
  const [host, ...guests] = seats.map(({ person }) => person);
  await open(host);
  await seatAll(host, ...guests);
  return { seats, close: () => Promise.all([browser.close(), house.close()]) };
}

/** Trouble for one seat after the other, until the time is over. */
async function troubles(seats, end, figures) {
  for (let turn = 0; Date.now() + every_ms < end; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, every_ms));
    const seat = seats[turn % seats.length];
    const kind = seat.can(KINDS[((turn % seats.length) + Math.floor(turn / seats.length)) % KINDS.length]);
    const witness = seats[(turn + 1) % seats.length];
    const place = turn % seats.length === 0 ? "host" : "guest";
    const back = await makeTrouble(seat, kind, witness).catch((error) => void console.log(`  ${error}`));
    const key = `${place}, ${kind}`;
    if (!back) figures.lost.push(`${seat.name} (${key})`);
    else if (back.byHand) figures.byHand.push(`${seat.name} (${key})`);
    else figures.back.set(key, [...(figures.back.get(key) ?? []), back.ms]);
    const words = back ? `back after ${seconds(back.ms)}${back.byHand ? ", by a new reply" : ""}` : "did not come back";
    console.log(`${new Date().toISOString().slice(11, 19)}  ${seat.name} (${key}): ${words}`);
    if (!back && figures.lost.length === 1) await tellAll(seats);
  }
}

async function main() {
  console.log(`${NAMES.length} seats (${foxes} in Firefox), ${minutes} minutes, trouble every ${every_ms / 1000} s, seed ${seed}`);
  const { seats, close } = await sitDown();
  const end = Date.now() + minutes * 60_000;
  const random = dice(seed);
  const figures = { back: new Map(), byHand: [], lost: [], n_left_out: 0, outcomes: { right: 0, void: 0, wrong: 0, stuck: 0, apart: 0 } };
  const trouble = troubles(seats, end, figures);
  while (Date.now() < end) {
    const { outcome, words, n_left_out } = await playRound(seats, random);
    figures.outcomes[outcome] += 1;
    figures.n_left_out += n_left_out;
    if (words) console.log(`${new Date().toISOString().slice(11, 19)}  round ${outcome}: ${words}`);
  }
  await trouble;
  const missing = await allPresent(seats, 60_000);
  const complaints = seats.flatMap(({ name, person }) => person.complaints.map((text) => `${name}: ${text}`));
  const accounts = [];
  for (const seat of seats) accounts.push(`${seat.name}: ${await seat.account()}`);
  await close();
  report(figures, missing, complaints);
  console.log("Connections made");
  for (const account of accounts) console.log(`  ${account}`);
  const { wrong, stuck, apart } = figures.outcomes;
  return wrong + stuck + apart + missing.length + figures.lost.length === 0;
}

function report({ back, byHand, lost, n_left_out, outcomes }, missing, complaints) {
  console.log("\nBack at the table, all seats on the screen again, by itself");
  for (const [kind, list] of [...back].sort()) console.log(`  ${kind}: ${summary(list)}`);
  console.log(`  all: ${summary([...back.values()].flat())}`);
  console.log(`  by a new reply: ${byHand.length}${byHand.length ? ` (${byHand.join(", ")})` : ""}`);
  console.log(`  not at all: ${lost.length}${lost.length ? ` (${lost.join(", ")})` : ""}`);
  const { right, void: again, stuck, apart, wrong } = outcomes;
  console.log(`Rounds: ${right} counted and right, ${again} voted again, ${stuck} stuck, ${apart} with a table in parts, ${wrong} wrong`);
  console.log(`Seats left out by “Reveal anyway” while their link was away: ${n_left_out}`);
  console.log(`At the end: ${missing.length === 0 ? "everybody is at the table" : `${missing.join(", ")} not complete`}`);
  for (const text of complaints) console.log(`  page complained: ${text}`);
}

main().then(
  (passed) => process.exit(passed ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);

// Time that passes without waiting for it: pages of a test get a clock that the test can set on.
import { expect } from "@playwright/test";

/** Runs in the page before anything else: `Date.now` and how far the test has set it on. */
function install() {
  const KEY = "test.clock";
  const real = Date.now.bind(Date);
  const stored = () => {
    try {
      return Number(sessionStorage.getItem(KEY) ?? 0);
    } catch {
      return 0;
    }
  };
  let ahead_ms = stored();
  Date.now = () => real() + ahead_ms;
  Reflect.set(window, "setOn", (ms) => {
    ahead_ms += ms;
    sessionStorage.setItem(KEY, String(ahead_ms));
  });
}

/**
 * From their next page on these people have a clock that can be set on; it stays so over a reload.
 * @param {any[]} people
 */
export async function withClock(...people) {
  for (const { browser, context, page } of people) {
    if (browser === "firefox") await page.evaluateOnNewDocument(install);
    else await context.addInitScript(install);
  }
}

/**
 * What time it is for somebody, in ms since 1970.
 * @param {any} person
 * @returns {Promise<number>}
 */
export const now = (person) => person.evaluate("Date.now()");

/** For so long every link has to stand before a leap of the clocks is over, in ms. */
const CALM_MS = 3_000;

/** Whether a person sees a seat that is not linked, or is cut off. */
async function isLost(person) {
  const isCutOff = await person.evaluate("document.querySelector('.linkless > p') !== null");
  const seats = await person.items("list", "Seats");
  return isCutOff || seats.some((text) => /link lost|slow link/.test(text));
}

/**
 * The clock of the first, by which the meeting goes, is set on, as somebody sets a clock right.
 * That page notices at its next beat, finds its links quiet, and hears the others again: it is
 * over when everybody has been linked for a while.
 * @param {any[]} people the first holds the table
 * @param {number} ms
 */
export async function passTime(people, ms) {
  await people[0].evaluate(`setOn(${ms})`);
  let since_ms = Date.now();
  await expect
    .poll(async () => {
      const all = await Promise.all(people.map(isLost));
      if (all.includes(true)) since_ms = Date.now();
      return Date.now() - since_ms >= CALM_MS;
    }, { timeout: 30_000 })
    .toBe(true);
}

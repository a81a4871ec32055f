// Time that passes without waiting for it: every page of a test gets a clock that the test sets on.
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

/**
 * All clocks go on by the same time, as if all computers had slept; then everybody is linked again.
 * @param {any[]} people
 * @param {number} ms
 */
export async function passTime(people, ms) {
  await Promise.all(people.map((person) => person.evaluate(`setOn(${ms})`)));
  for (const person of people) {
    await expect
      .poll(async () => (await person.items("list", "Seats")).filter((text) => /link lost|slow link/.test(text)))
      .toEqual([]);
  }
}

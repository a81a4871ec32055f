// In-page clocks: when somebody last clicked, and when somebody sat down. All
// pages run on one machine, so their clocks can be compared.
import { byName } from "./by_name.mjs";

const NOW = "(performance.timeOrigin + performance.now())";

/**
 * From now on the page remembers its last click.
 * @param {any} person
 */
export async function rememberClicks(person) {
  await person.evaluate(`void addEventListener("click", () => { window.lastClick = ${NOW}; }, { capture: true })`);
}

/**
 * When this page was last clicked in, in ms of the machine's clock.
 * @param {any} person
 * @returns {Promise<number>}
 */
export const lastClick = (person) => person.evaluate("window.lastClick");

/**
 * When this page began to load, in ms of the machine's clock.
 * @param {any} person
 * @returns {Promise<number>}
 */
export const loadedAt = (person) => person.evaluate("performance.timeOrigin");

/**
 * From now on the page watches for something on its screen.
 * @param {any} person
 * @param {string} sight an expression; may ask `byName(role, name)`
 */
export async function watch(person, sight) {
  await person.evaluate(`void (() => {
    const byName = ${byName};
    window.sighted = new Promise((resolve) => {
      const look = () => (${sight}) && (watcher.disconnect(), resolve(${NOW}));
      const watcher = new MutationObserver(look);
      watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      look();
    });
  })()`);
}

/**
 * When it was first seen, in ms of the machine's clock; undefined if not within the limit.
 * @param {any} person
 * @param {number} limit_ms
 * @returns {Promise<number | undefined>}
 */
export async function sighted(person, limit_ms) {
  const limit = `new Promise((resolve) => setTimeout(resolve, ${limit_ms}, null))`;
  return (await person.evaluate(`Promise.race([window.sighted, ${limit}])`)) ?? undefined;
}

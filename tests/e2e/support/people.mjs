// People at one table, each in a browser of their own, behind one interface.
//
// A person names things as a screen reader does: by role and accessible name
// (the page keeps these stable). How Chromium (Playwright) and Firefox
// (puppeteer-core over WebDriver BiDi) find them is settled here.
import { test as base } from "@playwright/test";

import { ChromiumPerson } from "./chromium_person.mjs";
import { FirefoxHouse } from "./firefox_person.mjs";

export { expect } from "@playwright/test";

/**
 * What a test can ask of a person, whatever the browser.
 * @typedef {object} Person
 * @property {string} name used in errors
 * @property {"chromium" | "firefox"} browser
 * @property {string[]} complaints uncaught errors and console errors of the page
 * @property {(url?: string) => Promise<void>} goto a full address, or one below the page's own
 * @property {() => Promise<void>} reload
 * @property {() => string} address
 * @property {(role: string, name: string) => Promise<void>} click
 * @property {(role: string, name: string, text: string) => Promise<void>} fill replaces the text
 * @property {(key: string) => Promise<void>} press one key, as `Enter` or `5`
 * @property {(role: string, name: string) => Promise<void>} see waits until it is there
 * @property {(role: string, name: string) => Promise<void>} miss waits until it is gone
 * @property {(role: string, name: string) => Promise<string>} text what stands in it, spaces collapsed
 * @property {(role: string, name: string) => Promise<string>} value of a field
 * @property {(role: string, name: string) => Promise<boolean>} enabled
 * @property {(expression: string) => Promise<unknown>} evaluate in the page
 * @property {() => Promise<string>} clipboard
 * @property {(path: string) => Promise<void>} screenshot
 * @property {(where?: string) => Promise<void>} axe fails on any violation
 * @property {() => Promise<void>} close as closing the tab
 */

/** The people of one test. */
class People {
  #browser;
  #firefox = new FirefoxHouse();
  /** @type {Person[]} */
  #seated = [];

  /** @param {import("@playwright/test").Browser} browser */
  constructor(browser) {
    this.#browser = browser;
  }

  /**
   * One more person with a fresh profile, not yet on any page.
   * @param {string} name
   * @param {{ browser?: "chromium" | "firefox",
   *   context?: import("@playwright/test").BrowserContextOptions }} [wish] `context` is Chromium's only
   * @returns {Promise<Person>}
   */
  async invite(name, { browser = "chromium", context = {} } = {}) {
    const person =
      browser === "firefox"
        ? await this.#firefox.invite(name)
        : await ChromiumPerson.arrive(name, this.#browser, context);
    this.#seated.push(person);
    return person;
  }

  /**
   * Several at once, named Anna, Ben, Cleo, …
   * @param {number} count
   * @param {{ browser?: "chromium" | "firefox" }} [wish]
   */
  async inviteAll(count, wish) {
    const names = ["Anna", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gül", "Hans", "Ida", "Jo", "Kim", "Lea"];
    const people = [];
    for (let at = 0; at < count; at += 1) {
      people.push(await this.invite(names[at] ?? `Person ${at + 1}`, wish));
    }
    return people;
  }

  /** Sends everybody home; tells what their pages complained about. */
  async leave() {
    for (const person of this.#seated) await person.close();
    await this.#firefox.close();
    return this.#seated.flatMap(({ name, complaints }) => complaints.map((text) => `${name}: ${text}`));
  }
}

/** Playwright's `test` with `people`; a page that logs an error fails its test. */
export const test = base.extend({
  people: async ({ browser }, use) => {
    const people = new People(browser);
    await use(people);
    const complaints = await people.leave();
    if (complaints.length > 0) throw new Error(`pages complained:\n${complaints.join("\n")}`);
  },
});

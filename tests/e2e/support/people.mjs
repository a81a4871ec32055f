// People at one table, each in a browser of their own, behind one interface.
//
// A person names things as a screen reader does: by role and accessible name
// (the page keeps these stable). How Chromium (Playwright) and Firefox
// (puppeteer-core over WebDriver BiDi) find them is settled here.
import { test as base, chromium } from "@playwright/test";

import { full } from "./address.mjs";
import { ChromiumPerson } from "./chromium_person.mjs";
import { FirefoxHouse } from "./firefox_person.mjs";

export { expect } from "@playwright/test";

/**
 * What a test can ask of a person, whatever the browser.
 * @typedef {object} Person
 * @property {string} name used in errors
 * @property {"chromium" | "firefox"} browser
 * @property {string[]} complaints uncaught errors and console errors of the page
 * @property {string[]} requests addresses the page asked for
 * @property {(url?: string) => Promise<void>} goto a full address, or one below the page's own
 * @property {() => Promise<void>} reload
 * @property {() => string} address
 * @property {(role: string, name: string) => Promise<void>} click
 * @property {(role: string, name: string, text: string) => Promise<void>} fill replaces the text
 * @property {(key: string) => Promise<void>} press one key, as `Enter` or `5`
 * @property {(role: string, name: string) => Promise<void>} see waits until it is there
 * @property {(role: string, name: string) => Promise<void>} miss waits until it is gone
 * @property {(role: string, name: string) => Promise<string>} text what stands in it, spaces collapsed
 * @property {(role: string, name: string) => Promise<string[]>} items what a screen reader says of a list's items
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
  #firefox;
  #launchOptions;
  /** @type {Map<string, import("@playwright/test").Browser>} Chromium by its extra switch. */
  #others = new Map();
  /** @type {Person[]} */
  #seated = [];
  /** @type {string[]} Hosts, with ports, of other origins that pages of this test may ask. */
  #mayAsk = [];
  #mayLoseLinks = false;

  /**
   * @param {import("@playwright/test").Browser} browser
   * @param {FirefoxHouse} firefox
   * @param {import("@playwright/test").LaunchOptions} launchOptions
   */
  constructor(browser, firefox, launchOptions) {
    this.#browser = browser;
    this.#firefox = firefox;
    this.#launchOptions = launchOptions;
  }

  /**
   * One more person with a fresh profile, not yet on any page.
   * @param {string} name
   * @param {{ browser?: "chromium" | "firefox", flag?: string,
   *   context?: import("@playwright/test").BrowserContextOptions }} [wish] `flag` (a Chromium of its
   *   own, started with that switch) and `context` are Chromium's only
   * @returns {Promise<any>} a {@link Person}
   */
  async invite(name, { browser = "chromium", context = {}, flag = "" } = {}) {
    const person =
      browser === "firefox"
        ? await this.#firefox.invite(name)
        : await ChromiumPerson.arrive(name, await this.#chromium(flag), context);
    this.#seated.push(person);
    return person;
  }

  /** @param {string} flag */
  async #chromium(flag) {
    if (!flag) return this.#browser;
    const args = [...(this.#launchOptions.args ?? []), flag];
    const started = this.#others.get(flag) ?? (await chromium.launch({ ...this.#launchOptions, args }));
    this.#others.set(flag, started);
    return started;
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

  /**
   * Pages may ask this address of another origin, and complain that it is dead.
   * @param {string} url
   */
  mayAsk(url) {
    // Firefox tells of a WebSocket as of a page: only the scheme differs.
    this.#mayAsk.push(`//${new URL(url).host}/`);
  }

  /** Links of this test are hurt: Firefox says so aloud when a connection finds no way. */
  mayLoseLinks() {
    this.#mayLoseLinks = true;
  }

  /** Sends everybody home; tells what their pages complained about. */
  async leave() {
    for (const person of this.#seated) await person.close();
    for (const browser of this.#others.values()) await browser.close();
    const isLoss = (text) => this.#mayLoseLinks && text.includes("WebRTC: ICE failed");
    const isMeant = (text) => isLoss(text) || this.#mayAsk.some((host) => text.includes(host));
    const isStrange = (url) => isForeign(url) && !isMeant(url);
    return this.#seated.flatMap(({ name, complaints, requests }) => [
      ...complaints.filter((text) => !isMeant(text)).map((text) => `${name}: ${text}`),
      ...requests.filter(isStrange).map((url) => `${name}: asked for ${url}`),
    ]);
  }
}

/**
 * Whether an address is another origin's.
 * @param {string} url
 */
function isForeign(url) {
  return /^(https?|wss?):/.test(url) && new URL(url).host !== new URL(full()).host;
}

/**
 * Playwright's `test` with `people`; a page that logs an error, or asks another
 * origin for anything, fails its test.
 */
export const test = base.extend({
  firefoxHouse: [
    async ({}, use) => {
      const house = new FirefoxHouse();
      await use(house);
      await house.close();
    },
    { scope: "worker" },
  ],
  people: async ({ browser, firefoxHouse, launchOptions }, use) => {
    const people = new People(browser, firefoxHouse, launchOptions);
    await use(people);
    const complaints = await people.leave();
    if (complaints.length > 0) throw new Error(`pages complained:\n${complaints.join("\n")}`);
  },
});

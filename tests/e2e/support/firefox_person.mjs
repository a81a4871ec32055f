// A person in the system's Firefox, driven by puppeteer-core over WebDriver
// BiDi: Playwright can drive only a Firefox of its own.
import { writeFile } from "node:fs/promises";

import puppeteer from "puppeteer-core";

import { assertAccessible } from "./accessibility.mjs";
import { full } from "./address.mjs";
import { firefox } from "./browsers.mjs";

/** Longest wait for something to appear, in milliseconds. */
const PATIENCE_MS = 15_000;

/** One Firefox, started when its first person comes. */
export class FirefoxHouse {
  /** @type {import("puppeteer-core").Browser | undefined} */
  #browser;

  /** @param {string} name */
  async invite(name) {
    this.#browser ??= await puppeteer.launch(firefox());
    const context = await this.#browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 720 });
    page.setDefaultTimeout(PATIENCE_MS);
    return new FirefoxPerson(name, context, page);
  }

  async close() {
    await this.#browser?.close();
    this.#browser = undefined;
  }
}

/** @implements {import("./people.mjs").Person} */
export class FirefoxPerson {
  browser = /** @type {const} */ ("firefox");
  /** @type {string[]} */
  complaints = [];
  /** @type {string[]} Addresses this page asked for. */
  requests = [];
  #closed = false;

  /**
   * @param {string} name
   * @param {import("puppeteer-core").BrowserContext} context
   * @param {import("puppeteer-core").Page} page for what this interface lacks
   */
  constructor(name, context, page) {
    this.name = name;
    this.context = context;
    this.page = page;
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(`${message.text()} ${message.location()?.url ?? ""}`);
    });
    page.on("request", (request) => this.requests.push(request.url()));
  }

  #find(role, name) {
    return this.page.locator(selector(role, name));
  }

  /** Asks something of the element itself. */
  async #ask(role, name, question) {
    const element = await this.#find(role, name).setVisibility(null).waitHandle();
    try {
      return await element.evaluate(question);
    } finally {
      await element.dispose();
    }
  }

  async goto(url) {
    await this.page.goto(full(url));
  }

  async reload() {
    await this.page.reload();
  }

  address() {
    return this.page.url();
  }

  async click(role, name) {
    await this.#find(role, name).click();
  }

  async fill(role, name, text) {
    await this.#find(role, name).fill(text);
  }

  async press(key) {
    await this.page.keyboard.press(/** @type {any} */ (key));
  }

  async see(role, name) {
    await this.#find(role, name).setVisibility("visible").wait();
  }

  async miss(role, name) {
    await this.page.waitForSelector(selector(role, name), { hidden: true });
  }

  async text(role, name) {
    const text = await this.#ask(role, name, (element) => element.innerText);
    return text.replace(/\s+/g, " ").trim();
  }

  async items(role, name) {
    return this.#ask(role, name, (element) =>
      [...element.querySelectorAll("li")].map((item) => item.textContent.replace(/\s+/g, " ").trim()));
  }

  async value(role, name) {
    return this.#ask(role, name, (element) => element.value);
  }

  async enabled(role, name) {
    return this.#ask(role, name, (element) => !element.matches(":disabled, [aria-disabled=true]"));
  }

  async evaluate(expression) {
    return this.page.evaluate(expression);
  }

  async clipboard() {
    await this.page.bringToFront();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async screenshot(path) {
    await writeFile(path, await this.page.screenshot({ fullPage: true }));
  }

  async axe(where = "page") {
    await assertAccessible((expression) => this.page.evaluate(expression), `${this.name}, ${where}`);
  }

  async close() {
    if (this.#closed) return;
    this.#closed = true;
    await this.context.close();
  }
}

/** Puppeteer's selector by accessible name and role. */
function selector(role, name) {
  const quoted = name.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return `::-p-aria([name="${quoted}"][role="${role}"])`;
}

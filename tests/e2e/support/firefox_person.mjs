// A person in the system's Firefox, driven by puppeteer-core over WebDriver
// BiDi: Playwright can drive only a Firefox of its own.
import { writeFile } from "node:fs/promises";

import puppeteer from "puppeteer-core";

import { assertAccessible } from "./accessibility.mjs";
import { full } from "./address.mjs";
import { firefox } from "./browsers.mjs";
import { byName } from "./by_name.mjs";

/** Longest wait for something to appear, in milliseconds. */
const PATIENCE_MS = 15_000;

/** One Firefox, started when its first person comes. */
export class FirefoxHouse {
  /** @type {import("puppeteer-core").Browser | undefined} */
  #browser;
  #prefs;

  /** @param {Record<string, unknown>} [prefs] beside those of every test */
  constructor(prefs = {}) {
    this.#prefs = prefs;
  }

  /** @param {string} name */
  async invite(name) {
    this.#browser ??= await puppeteer.launch(firefox(this.#prefs));
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
  /** Everything on the console, with the time. */
  said = [];
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
    // A host is asked before it leaves; this one always means it.
    page.on("dialog", (dialog) => dialog.accept().catch(() => {}));
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      this.said.push(`${new Date().toISOString().slice(11, 23)} ${message.text()}`);
      if (message.type() === "error") this.complaints.push(`${message.text()} ${message.location()?.url ?? ""}`);
    });
    page.on("request", (request) => this.requests.push(request.url()));
  }

  /** Waits for it; the caller disposes of the handle. */
  async #find(role, name) {
    try {
      const found = await this.page.waitForFunction(byName, { polling: 50 }, role, name);
      return /** @type {import("puppeteer-core").ElementHandle<any>} */ (found.asElement());
    } catch (error) {
      throw new Error(`${this.name} does not see ${role} “${name}”`, { cause: error });
    }
  }

  /** Asks something of the element itself. */
  async #ask(role, name, question, ...rest) {
    const element = await this.#find(role, name);
    try {
      return await element.evaluate(question, ...rest);
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
    // A window behind another one is not drawn, and a click waits for that.
    await this.page.bringToFront();
    // The page may be drawn anew between the finding and the click.
    for (let turn = 0; ; turn += 1) {
      const element = await this.#find(role, name);
      try {
        return await element.click();
      } catch (error) {
        if (turn === 4 || !String(error).includes("detached")) throw error;
      } finally {
        await element.dispose();
      }
    }
  }

  async fill(role, name, text) {
    const typed = (field, value) => {
      // The page may be drawn anew between the finding and the typing.
      if (!field.isConnected) return false;
      field.focus();
      field.select();
      field.setRangeText(value);
      field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: value }));
      return true;
    };
    for (let turn = 0; turn < 5; turn += 1) {
      if (await this.#ask(role, name, typed, text)) return;
    }
    throw new Error(`${this.name} cannot type into ${role} “${name}”`);
  }

  async press(key) {
    await this.page.keyboard.press(/** @type {any} */ (key));
  }

  async see(role, name) {
    await (await this.#find(role, name)).dispose();
  }

  async miss(role, name) {
    const gone = await this.page.waitForFunction(
      `!(${byName})(${JSON.stringify(role)}, ${JSON.stringify(name)})`,
      { polling: 50 },
    );
    await gone.dispose();
  }

  async text(role, name) {
    const text = await this.#ask(role, name, (element) => element.innerText);
    return text.replace(/\s+/g, " ").trim();
  }

  async items(role, name) {
    return this.#ask(role, name, (element) =>
      [...element.querySelectorAll("li")].map((item) => {
        const said = item.cloneNode(true);
        for (const silent of said.querySelectorAll("[aria-hidden=true]")) silent.remove();
        return said.textContent.replace(/\s+/g, " ").trim();
      }));
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

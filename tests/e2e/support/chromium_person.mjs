// A person in Chromium, driven by Playwright.
import { assertAccessible } from "./accessibility.mjs";
import { full } from "./address.mjs";

/** @implements {import("./people.mjs").Person} */
export class ChromiumPerson {
  browser = /** @type {const} */ ("chromium");
  /** @type {string[]} */
  complaints = [];
  /** Everything on the console, with the time. */
  said = [];
  /** @type {string[]} Addresses this page asked for. */
  requests = [];

  /**
   * @param {string} name
   * @param {import("@playwright/test").Browser} browser
   * @param {import("@playwright/test").BrowserContextOptions} options
   */
  static async arrive(name, browser, options) {
    const permissions = ["clipboard-read", "clipboard-write"];
    const context = await browser.newContext({ permissions, locale: "en-GB", ...options });
    return new ChromiumPerson(name, context, await context.newPage());
  }

  /**
   * @param {string} name
   * @param {import("@playwright/test").BrowserContext} context
   * @param {import("@playwright/test").Page} page for what this interface lacks
   */
  constructor(name, context, page) {
    this.name = name;
    this.context = context;
    this.page = page;
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      this.said.push(`${new Date().toISOString().slice(11, 23)} ${message.text()}`);
      if (message.type() === "error") this.complaints.push(`${message.text()} ${message.location()?.url ?? ""}`);
    });
    page.on("request", (request) => this.requests.push(request.url()));
  }

  /** One more tab of the same browser. */
  async newTab() {
    return new ChromiumPerson(`${this.name}, new tab`, this.context, await this.context.newPage());
  }

  #find(role, name) {
    return this.page.getByRole(/** @type {any} */ (role), { name, exact: true });
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
    await this.page.keyboard.press(key);
  }

  async see(role, name) {
    await this.#find(role, name).waitFor({ state: "visible" });
  }

  async miss(role, name) {
    await this.#find(role, name).waitFor({ state: "hidden" });
  }

  async text(role, name) {
    return (await this.#find(role, name).innerText()).replace(/\s+/g, " ").trim();
  }

  async items(role, name) {
    return this.#find(role, name).evaluate((list) =>
      [...list.querySelectorAll("li")].map((item) => {
        const said = item.cloneNode(true);
        for (const silent of said.querySelectorAll("[aria-hidden=true]")) silent.remove();
        return said.textContent.replace(/\s+/g, " ").trim();
      }));
  }

  async value(role, name) {
    return this.#find(role, name).inputValue();
  }

  async enabled(role, name) {
    return this.#find(role, name).isEnabled();
  }

  async evaluate(expression) {
    return this.page.evaluate(expression);
  }

  async clipboard() {
    await this.page.bringToFront();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async screenshot(path) {
    await this.page.screenshot({ path, fullPage: true });
  }

  async axe(where = "page") {
    await assertAccessible((expression) => this.page.evaluate(expression), `${this.name}, ${where}`);
  }

  async close() {
    await this.context.close();
  }
}

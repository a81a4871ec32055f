// The desk: loaded when it is wanted, with an address for each page, in every form the page comes in.
import { pathToFileURL } from "node:url";

import { expect, test } from "../support/people.mjs";
import { full } from "../support/address.mjs";
import { looks } from "../support/looks.mjs";
import { of, open } from "../support/table.mjs";

const DESK = /floret-desk-[0-9a-f]+\.wasm$/;

/** Adds stories by their titles, one after the other. */
async function write(person, titles) {
  for (const title of titles) {
    await person.fill("textbox", "New story", title);
    await person.press("Enter");
  }
}

/** The titles in sight, from the top. */
const titles = (person) => person.page.locator(".story-title").allTextContents();

test("the desk is fetched when it is wanted, and not before", async ({ people }) => {
  const anna = await people.invite("Anna");
  await anna.goto();
  await expect(anna.page.locator("section[aria-label='Messages']")).toHaveCount(1);
  expect(anna.requests.filter((url) => DESK.test(url))).toEqual([]);
  await anna.click("link", "Backlog");
  await anna.see("heading", "Backlog");
  await expect(of(anna, "heading", "Backlog")).toBeFocused();
  expect(anna.requests.filter((url) => DESK.test(url))).toHaveLength(1);
  await anna.miss("button", "Start a poker round");
});

test("back and forward lead through the pages and to the start page", async ({ people }) => {
  const anna = await people.invite("Anna");
  await anna.goto();
  await anna.click("link", "Prepare a refinement");
  await anna.see("heading", "Prepare a refinement");
  await anna.click("link", "Backlog");
  await anna.see("heading", "Backlog");
  await expect(anna.page).toHaveTitle("Backlog · Floret");
  await anna.page.goBack();
  await anna.see("heading", "Prepare a refinement");
  await anna.page.goBack();
  await anna.see("button", "Start a poker round");
  await expect(anna.page).toHaveTitle("Floret");
  await anna.page.goForward();
  await anna.see("heading", "Prepare a refinement");
  await anna.click("link", "Floret, start page");
  await anna.see("button", "Start a poker round");
  await anna.click("button", "Start a poker round");
  await anna.see("textbox", "Your name");
});

test("a link of the first screen works before the program is there", async ({ people }) => {
  const anna = await people.invite("Anna");
  let release = () => {};
  const gate = new Promise((letGo) => {
    release = () => letGo(undefined);
  });
  await anna.page.route(/_bg\.wasm$/, async (route) => {
    await gate;
    await route.continue();
  });
  await anna.goto();
  await anna.click("link", "Backlog");
  release();
  await anna.see("button", "Add story");
  expect(anna.address()).toBe(full("#backlog"));
});

test("a desk that cannot be fetched says so, and comes with another try", async ({ browser }) => {
  // A context of its own: the browser complains of the cut, as it should.
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  let isCut = true;
  await page.route(DESK, (route) => (isCut ? route.abort() : route.continue()));
  await page.goto(full("#backlog"));
  await expect(page.getByRole("heading", { name: "This part of the page did not load" })).toBeFocused();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "This part of the page did not load" })).toBeVisible();
  isCut = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Backlog" })).toBeVisible();
  await context.close();
});

test("a table in this tab is not left for the desk", async ({ people }) => {
  const anna = await people.invite("Anna");
  await open(anna);
  await anna.page.evaluate(() => {
    location.hash = "#backlog";
  });
  await expect.poll(() => anna.address()).toBe(full("#table"));
  await anna.see("list", "Seats");
});

test("stories are written, kept through a reload, and shown by other tabs", async ({ people }) => {
  const anna = await people.invite("Anna");
  await anna.goto("#backlog");
  await write(anna, ["Login", "Search", "Payment"]);
  await expect(of(anna, "list", "Stories").getByRole("listitem")).toHaveCount(3);
  await anna.reload();
  await expect.poll(() => titles(anna)).toEqual(["Login", "Search", "Payment"]);
  const second = await anna.newTab();
  await second.goto("#backlog");
  await write(second, ["Refund"]);
  await expect.poll(() => titles(anna)).toEqual(["Login", "Search", "Payment", "Refund"]);
});

test("rows move by keys, by the menu and by the mouse, and an undo brings them back", async ({ people }) => {
  const anna = await people.invite("Anna");
  await anna.goto("#backlog");
  await write(anna, ["A", "B", "C"]);
  const row = (title) => anna.page.locator(".story-row", { has: anna.page.getByText(title, { exact: true }) });
  await row("C").getByRole("link").focus();
  await anna.press("Alt+ArrowUp");
  await expect.poll(() => titles(anna)).toEqual(["A", "C", "B"]);
  await expect(row("C").getByRole("link")).toBeFocused();
  await anna.press("Alt+ArrowUp");
  await expect.poll(() => titles(anna)).toEqual(["C", "A", "B"]);
  await anna.click("button", "More for “C”");
  await anna.click("button", "Move down");
  await expect.poll(() => titles(anna)).toEqual(["A", "C", "B"]);
  await expect(of(anna, "button", "Move down")).toBeFocused();
  await anna.press("Escape");
  await anna.miss("button", "Move down");
  const grip = await row("B").locator(".grip").boundingBox();
  const first = await row("A").boundingBox();
  await anna.page.mouse.move(grip.x + 5, grip.y + 10);
  await anna.page.mouse.down();
  await anna.page.mouse.move(grip.x + 5, first.y + 40, { steps: 4 });
  await anna.page.mouse.move(grip.x + 5, first.y + 4, { steps: 4 });
  await anna.page.mouse.up();
  await expect.poll(() => titles(anna)).toEqual(["B", "A", "C"]);
  await anna.page.getByRole("button", { name: "Undo" }).last().click();
  await expect.poll(() => titles(anna)).toEqual(["A", "C", "B"]);
});

test("five thousand stories scroll, are found and moved without lag", async ({ people }) => {
  test.setTimeout(120_000);
  const anna = await people.invite("Anna");
  await anna.goto();
  await anna.page.evaluate(() => {
    for (let at = 0; at < 5000; at += 1) {
      const id = (at + 1).toString(16).padStart(16, "0");
      const story = { version: 1, title: `Story ${at} about ${["login", "search", "refunds"][at % 3]}`, key: `ABC-${at}` };
      localStorage.setItem(`floret.story.${id}`, JSON.stringify(story));
    }
  });
  await anna.goto("#backlog");
  const n = () => anna.page.locator(".story-row").count();
  await expect.poll(n, { timeout: 30_000 }).toBeGreaterThan(5);
  expect(await n()).toBeLessThan(80);
  await anna.page.mouse.wheel(0, 1e7);
  await expect.poll(async () => (await titles(anna)).some((title) => title.startsWith("Story 4999 "))).toBe(true);
  await anna.page.evaluate(() => scrollTo(0, 0));
  const started = Date.now();
  await anna.fill("textbox", "Search stories", "refunds 4997");
  await expect.poll(() => titles(anna)).toEqual(["Story 4997 about refunds"]);
  expect(Date.now() - started).toBeLessThan(5_000);
});

test("the single file has the desk in it", async ({ people }) => {
  const file = process.env.FLORET_SINGLE ?? "";
  expect(file, "`cargo xtask e2e` writes the file and names it").not.toBe("");
  const anna = await people.invite("Anna");
  await anna.page.goto(`${pathToFileURL(file).href}#backlog`);
  await anna.see("button", "Add story");
  await write(anna, ["Login"]);
  await expect.poll(() => titles(anna)).toEqual(["Login"]);
});

for (const width of [320, 1280]) {
  test(`no page of the desk keeps anybody out at ${width} px`, async ({ people }) => {
    test.setTimeout(120_000);
    const context = { viewport: { width, height: 800 }, reducedMotion: /** @type {const} */ ("reduce") };
    const anna = await people.invite("Anna", { context });
    await anna.goto("#backlog");
    await anna.see("button", "Add story");
    await looks(anna, "empty backlog");
    await write(anna, ["A rather long title of a story that does not fit into one line of a phone", "Search"]);
    await anna.click("button", "More for “Search”");
    await looks(anna, "backlog");
    await anna.press("Escape");
    await anna.page.getByRole("link", { name: "Search", exact: true }).click();
    await anna.see("heading", "Search");
    for (const name of ["Add question", "Add risk", "Add decision"]) await anna.click("button", name);
    await looks(anna, "story");
    for (const [link, heading] of [["Planned session", "Planned session"], ["Prepare a refinement", "Prepare a refinement"], ["Definition of Ready", "Definition of Ready"]]) {
      await anna.click("link", link);
      await anna.see("heading", heading);
      await looks(anna, heading);
    }
  });
}

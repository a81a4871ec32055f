// The four lists of a refinement: worked on, kept, archived, handed on.
import { readFileSync } from "node:fs";

import { expect, test } from "../support/people.mjs";

const PAGE = "#prepare";

/** @param {any} people */
async function atLists(people, name = "Anna", context = {}) {
  const person = await people.invite(name, { context });
  await person.goto(PAGE);
  await person.see("heading", "Prepare a refinement");
  return person;
}

/** The texts of all items, in order. */
const texts = (person) => person.page.locator(".check-item .check-label").allInnerTexts();

/** A box by its place on the page. */
const box = (person, at) => person.page.getByRole("checkbox").nth(at);

test("all items are there, and ticks survive a reload", async ({ people }) => {
  const anna = await atLists(people);
  for (const name of ["Standing agreements", "Before", "During", "After"]) await anna.see("heading", name);
  await expect(anna.page.getByRole("checkbox")).toHaveCount(68);
  const [first, second] = await texts(anna);
  await anna.page.getByRole("checkbox", { name: first, exact: true }).check();
  await anna.page.getByRole("checkbox", { name: second, exact: true }).check();
  const progress = anna.page.getByRole("progressbar", { name: "Progress" });
  await expect(progress).toHaveAttribute("aria-valuenow", "2");
  await anna.reload();
  await expect(anna.page.getByRole("checkbox", { name: first, exact: true })).toBeChecked();
  await expect(progress).toHaveAttribute("aria-valuenow", "2");
});

test("it all works by keyboard", async ({ people }) => {
  const anna = await atLists(people);
  const [first, second] = await texts(anna);
  await box(anna, 0).focus();
  await anna.press("Space");
  await expect(box(anna, 0)).toBeChecked();
  await anna.press("Alt+ArrowDown");
  await expect.poll(() => texts(anna).then(([one, two]) => [one, two])).toEqual([second, first]);
  // The focus stays with the item.
  await expect(anna.page.getByRole("checkbox", { name: first, exact: true })).toBeFocused();
  await anna.press("Tab");
  await anna.press("Enter");
  await anna.press("Tab");
  await anna.press("Enter");
  const note = anna.page.getByPlaceholder("Who, when, where it is written");
  await expect(note).toBeFocused();
  await anna.page.keyboard.type("Ask Bo");
  await anna.reload();
  await expect(note).toHaveValue("Ask Bo");
});

test("an own item is added, changed, hidden, removed and brought back", async ({ people }) => {
  const anna = await atLists(people);
  await anna.fill("textbox", "New item for “Before”", "Bring cake");
  await anna.press("Enter");
  const mine = anna.page.getByRole("checkbox", { name: "Bring cake", exact: true });
  await expect(mine).toBeVisible();
  await anna.click("button", "More for “Bring cake”");
  await anna.click("button", "Edit wording");
  await anna.page.getByRole("textbox", { name: "Edit wording" }).fill("Bring two cakes");
  await anna.press("Enter");
  const both = anna.page.getByRole("checkbox", { name: "Bring two cakes", exact: true });
  await expect(both).toBeFocused();
  await anna.click("button", "More for “Bring two cakes”");
  await anna.page.getByRole("button", { name: "Hide", exact: true }).click();
  await expect(both).toHaveCount(0);
  await anna.click("button", "Undo");
  await expect(both).toBeVisible();
  await anna.click("button", "More for “Bring two cakes”");
  await anna.page.locator(".row-acts").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(both).toHaveCount(0);
  await anna.click("button", "Undo");
  await expect(both).toBeVisible();
  await anna.reload();
  await expect(both).toBeVisible();
});

test("an item is dragged to another place", async ({ people }) => {
  const anna = await atLists(people);
  const [first, second, third] = await texts(anna);
  const row = (text) => anna.page.locator(".check-item", { hasText: text });
  await row(first).hover();
  const grip = await row(first).locator(".grip").boundingBox();
  const goal = await row(third).boundingBox();
  await anna.page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await anna.page.mouse.down();
  await anna.page.mouse.move(grip.x + 4, goal.y + 4, { steps: 5 });
  await anna.page.mouse.up();
  await expect.poll(async () => (await texts(anna)).slice(0, 3)).toEqual([second, first, third]);
});

test("a refinement is archived and read again", async ({ people }) => {
  const anna = await atLists(people);
  await anna.fill("textbox", "Name of this refinement", "Sprint 14");
  await box(anna, 20).check();
  await anna.click("button", "Archive and start the next");
  await expect(box(anna, 20)).not.toBeChecked();
  await anna.reload();
  await anna.page.getByRole("button", { name: /^Open: Sprint 14/ }).click();
  await expect(anna.page.getByRole("heading", { level: 1 })).toContainText("Sprint 14");
  await expect(box(anna, 20)).toBeChecked();
  await expect(box(anna, 20)).toBeDisabled();
  await anna.click("button", "Back");
  await expect(box(anna, 20)).not.toBeChecked();
});

test("the lists leave as Markdown and as a calendar file", async ({ people }) => {
  const anna = await atLists(people);
  await box(anna, 0).check();
  await anna.click("button", "Copy as Markdown");
  await expect.poll(() => anna.clipboard()).toContain("- [x] ");
  expect(await anna.clipboard()).toContain("## Before");
  const [file] = await Promise.all([
    anna.page.waitForEvent("download"),
    anna.click("button", "Download calendar file"),
  ]);
  expect(file.suggestedFilename()).toBe("floret-refinement.ics");
  const text = readFileSync(await file.path(), "utf8");
  expect(text).toContain("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE");
  expect(text).toContain("DESCRIPTION:");
});

test("a link brings the lists to another browser, which keeps its ticks", async ({ people }) => {
  const anna = await atLists(people);
  await anna.fill("textbox", "New item for “After”", "Water the plants");
  await anna.press("Enter");
  await anna.click("button", "Share as a link");
  const link = await anna.value("textbox", "Link to these lists");
  expect(link).toContain("#c=");

  const ben = await atLists(people, "Ben");
  await box(ben, 3).check();
  await ben.goto(link);
  await ben.see("heading", "A checklist was shared with you");
  await expect(ben.page.getByText("Water the plants")).toBeVisible();
  await ben.click("button", "Use these lists");
  await ben.see("checkbox", "Water the plants");
  await expect(box(ben, 3)).toBeChecked();
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [320, 1280]) {
    test(`nothing stands in anybody's way (${colorScheme}, ${width} px)`, async ({ people }) => {
      const context = { colorScheme, viewport: { width, height: 800 } };
      const anna = await atLists(people, "Anna", context);
      for (const at of [0, 1, 2, 13, 14]) await box(anna, at).check();
      await anna.page.getByRole("button", { name: /^More for/ }).nth(3).click();
      const wide = await anna.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      expect(wide).toBeLessThanOrEqual(0);
      await anna.press("Escape");
      await anna.axe(`lists, ${colorScheme}, ${width} px`);
      await anna.click("button", "Archive and start the next");
      await anna.click("button", "Dismiss");
      await anna.page.getByRole("button", { name: /^Open: / }).click();
      await anna.see("button", "Back");
      await anna.axe(`archive, ${colorScheme}, ${width} px`);
    });
  }
}

test("on paper there are the lists and nothing else", async ({ people }) => {
  const anna = await atLists(people);
  await box(anna, 0).check();
  await anna.page.emulateMedia({ media: "print" });
  await expect(anna.page.getByRole("checkbox").first()).toBeVisible();
  for (const gone of [".desk-top", ".check-side", ".check-after", ".check-add", ".row-menu"]) {
    await expect(anna.page.locator(gone).first()).toBeHidden();
  }
});

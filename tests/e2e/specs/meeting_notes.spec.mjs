// What a meeting leaves behind: notes typed live, gates, other votes, and the record.
import { expect, test } from "../support/people.mjs";
import { looks } from "../support/looks.mjs";
import { goTo, openMeeting, plan } from "../support/session.mjs";
import { of } from "../support/table.mjs";

/** A meeting of two whose first story is talked about. */
async function talking(people, options = {}) {
  const anna = await people.invite("Anna", options);
  const ben = await people.invite("Ben", options);
  await plan(anna);
  await openMeeting(anna, ben);
  await anna.click("button", "Start");
  await goTo(anna, "Walk-through");
  return [anna, ben];
}

const box = (person, name) => of(person, "checkbox", name);

test("a decision is seen while it is typed, by whoever types it", async ({ people }) => {
  const [anna, ben] = await talking(people);
  await ben.click("button", "Add decision");
  await expect(of(ben, "textbox", "Decision")).toBeFocused();
  await ben.page.keyboard.type("Mail, not paper");
  await expect(of(anna, "textbox", "Decision")).toHaveValue("Mail, not paper");
  await ben.fill("textbox", "Dropped alternatives", "Letters");
  await expect(of(anna, "textbox", "Dropped alternatives")).toHaveValue("Letters");
  await expect(of(anna, "textbox", "Decision")).not.toBeFocused();
});

test("risks and questions have an owner, a date and a mark, and come back when taken away", async ({ people }) => {
  const [anna, ben] = await talking(people);
  await anna.click("button", "Add risk");
  await anna.fill("textbox", "Risk or blocker", "The bank is slow");
  await anna.fill("textbox", "Owner", "Ben");
  await box(anna, "Blocks the start").check();
  await expect(box(ben, "Blocks the start")).toBeChecked();

  await ben.click("button", "Add question");
  await ben.fill("textbox", "Question", "Who sends reminders?");
  await ben.fill("textbox", "Owner 2", "Anna");
  await ben.fill("textbox", "By when", "2026-12-04");
  await box(ben, "Stops the work").check();
  await expect(of(anna, "textbox", "By when")).toHaveValue("2026-12-04");
  await expect(of(anna, "textbox", "Owner 2")).toHaveValue("Anna");

  await anna.click("button", "Remove: The bank is slow");
  await ben.miss("textbox", "Risk or blocker");
  await anna.click("button", "Undo");
  await expect(of(ben, "textbox", "Risk or blocker")).toHaveValue("The bank is slow");

  const close = of(ben, "button", "Close: Who sends reminders?");
  await expect(close).toHaveText("Close");
  await close.click();
  const again = of(anna, "button", "Open again: Who sends reminders?");
  await expect(again).toHaveText("Open again");
  await again.click();
  await ben.fill("textbox", "Question", "");
  // A note without words is called by its kind.
  await expect(close).toHaveCount(0);
  await ben.click("button", "Close: Question");
  await expect(of(anna, "button", "Open again: Question")).toBeVisible();

  await ben.click("button", "Park a topic");
  await ben.fill("textbox", "Topic", "Caching");
  await ben.fill("textbox", "First name", "Anna");
  await ben.fill("textbox", "Second name", "Ben");
  await ben.fill("textbox", "Slot", "after lunch");
  await expect(of(anna, "textbox", "Slot")).toHaveValue("after lunch");
});

test("a story is ready by a decision or by overruling, or it is sent back", async ({ people }) => {
  const [anna, ben] = await talking(people);
  await goTo(anna, "Mark ready");
  await expect(of(anna, "button", "Mark ready")).toBeDisabled();
  await expect(anna.page.getByText("No decision is written down. Write one")).toBeVisible();
  await expect(of(ben, "button", "Send back")).toBeDisabled();
  await ben.click("button", "Add decision");
  await ben.page.keyboard.type("Mail, not paper");
  await expect(anna.page.getByText("No decision is written down. Write one")).toHaveCount(0);
  await expect(of(anna, "button", "Mark ready")).toBeDisabled();
  await ben.page.getByRole("checkbox", { name: /^R1 / }).check();
  await expect(anna.page.getByRole("checkbox", { name: /^R1 / })).toBeChecked();
  await anna.click("button", "Overrule");
  await anna.page.locator("#met-reason-ready").fill("Known well");
  await anna.click("button", "Let it pass");
  await anna.click("button", "Mark ready");
  for (const person of [anna, ben]) await expect(person.page.locator(".stamp")).toHaveText("Ready");
  await anna.click("button", "Reopen");
  await expect(ben.page.locator(".stamp")).toHaveCount(0);

  await anna.page.getByRole("checkbox", { name: /^R2 / }).uncheck();
  await anna.click("button", "Send back");
  await anna.fill("textbox", "A word to it (optional)", "Ask sales");
  await anna.click("button", "Send back to the next session");
  await expect(ben.page.locator(".stamp")).toHaveText("Sent back");
  await expect(ben.page.getByText(/^Missing: .*R2.* Ask sales$/)).toBeVisible();
});

test("five fingers on every screen, and the estimate stays out of it", async ({ people }) => {
  const [anna, ben] = await talking(people);
  await expect(of(ben, "button", "Confidence")).toBeDisabled();
  await anna.click("button", "Confidence");
  for (const person of [anna, ben]) {
    await expect(person.page.getByText("How sure are you of this story?")).toBeVisible();
    await expect(of(person, "radiogroup", "Your hand").getByRole("radio")).toHaveCount(5);
  }
  await of(anna, "radio", "4").click();
  await of(ben, "radio", "5").click();
  await expect(of(anna, "button", "Ready?")).toBeDisabled();
  await anna.click("button", "Reveal");
  for (const person of [anna, ben]) {
    await expect(of(person, "list", "Votes")).toContainText("4");
    await expect(of(person, "list", "Other votes")).toContainText("Confidence: 4 × 1, 5 × 1");
    await person.miss("radiogroup", "Estimate");
  }
  await anna.click("button", "Back to the estimate");
  await expect(of(ben, "radiogroup", "Your hand").getByRole("radio")).not.toHaveCount(5);
  await expect(ben.page.getByText("How sure are you of this story?")).toHaveCount(0);
});

/** What a button downloads, with its name. */
async function downloaded(person, button) {
  const [file] = await Promise.all([person.page.waitForEvent("download"), person.click("button", button)]);
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  return { name: file.suggestedFilename(), text: Buffer.concat(chunks).toString() };
}

test("at the end everybody has the same record", async ({ people }) => {
  const [anna, ben] = await talking(people);
  await ben.click("button", "Add decision");
  await ben.page.keyboard.type("Mail, not paper");
  await expect(of(anna, "textbox", "Decision")).toHaveValue("Mail, not paper");
  await expect(of(ben, "button", "End the meeting")).toBeDisabled();
  await anna.click("button", "End the meeting");
  for (const person of [anna, ben]) {
    await expect(of(person, "region", "Record")).toContainText("Mail, not paper");
    await person.miss("button", "Add decision");
  }
  for (const button of ["Download record", "CSV", "Jira update CSV", "JSON"]) {
    const [hers, his] = [await downloaded(anna, button), await downloaded(ben, button)];
    expect(hers, button).toEqual(his);
    expect(hers.name, button).toMatch(/^refinement-\d{4}-\d\d-\d\d(-jira)?\.(md|csv|json)$/);
  }
  const { text } = await downloaded(ben, "Download record");
  expect(text).toMatch(/^# Refinement, \d+ \w+ \d{4}, \d\d:\d\d/);
  expect(text).toContain("- Mail, not paper");
  await ben.click("button", "Copy as Markdown");
  await expect.poll(() => ben.evaluate("navigator.clipboard.readText()")).toBe(text);
  await of(ben, "button", "Copy as ticket comment").first().click();
  await expect.poll(() => ben.evaluate("navigator.clipboard.readText()")).toContain("Mail, not paper");
  await anna.click("button", "Resume the meeting");
  await expect(of(ben, "textbox", "Decision")).toHaveValue("Mail, not paper");
});

test("notes, gates and record keep nobody out at 390 px", async ({ people }) => {
  test.setTimeout(240_000);
  const context = { viewport: { width: 1280, height: 800 }, reducedMotion: /** @type {const} */ ("reduce") };
  const [anna] = await talking(people, { context });
  await anna.page.setViewportSize({ width: 390, height: 800 });
  const tab = (name) => of(anna, "radio", name).check({ force: true });
  await tab("Notes");
  await anna.click("button", "Add decision");
  await anna.page.keyboard.type("Mail, not paper, because paper is slow and costs more than anybody thought it would");
  await anna.click("button", "Add question");
  await anna.click("button", "Park a topic");
  await looks(anna, "notes");
  await tab("Story");
  await anna.click("button", "Send back");
  await anna.click("button", "Overrule");
  await looks(anna, "gates");
  await tab("Vote");
  await looks(anna, "other votes");
  await tab("Story");
  await anna.click("button", "End the meeting");
  await looks(anna, "record");
});

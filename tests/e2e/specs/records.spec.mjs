// Records of meetings at the desk: found, read, handed on, deleted and brought back.
import { readFile } from "node:fs/promises";

import { expect, test } from "../support/people.mjs";
import { looks } from "../support/looks.mjs";
import { goTo, openMeeting, plan } from "../support/session.mjs";
import { of } from "../support/table.mjs";

const KEY = "floret.record.00000000000000ab";
const GOAL = "Check-out, second half";

/** A person whose browser keeps the record of a meeting; the list is open. */
async function withRecord(people, context = {}) {
  const anna = await people.invite("Anna", { context });
  const text = (await readFile(new URL("../../it/saved/record-1-meeting.json", import.meta.url), "utf8")).trim();
  await anna.page.addInitScript(
    ([key, kept]) => {
      // Once: what was deleted stays deleted.
      if (sessionStorage.getItem("came")) return;
      sessionStorage.setItem("came", "yes");
      localStorage.setItem(key, kept);
    },
    [KEY, text],
  );
  await anna.goto("#records");
  await anna.see("heading", "Records");
  return anna;
}

async function downloaded(person, name) {
  const download = person.page.waitForEvent("download");
  await person.click("button", name);
  const file = await download;
  let text = "";
  for await (const chunk of await file.createReadStream()) text += chunk;
  return { name: file.suggestedFilename(), text };
}

test("a record is found by any word in it, and read", async ({ people }) => {
  const anna = await withRecord(people);
  expect(await anna.items("list", "Records")).toEqual([`${GOAL}14 November 2023 · 2 stories`]);
  await anna.fill("textbox", "Search records", "lawyers zebra");
  await expect(anna.page.getByText("No record has all of these words.")).toBeVisible();
  await anna.fill("textbox", "Search records", "LAWYERS pdf");
  await expect(anna.page.getByText("1 record.")).toBeVisible();
  await anna.click("link", GOAL);
  await anna.see("heading", GOAL);
  for (const text of ["Refinement, 14 November 2023", "Who was there: Ana, Bo (Scribe)", "Ask the lawyers (Ana; closed)", "A library for PDFs (Bo, Cleo; Tuesday; ABC-1 Pay by invoice)"]) {
    await expect(anna.page.getByText(text)).toBeVisible();
  }
  // What somebody wrote as markup is text.
  await expect(anna.page.getByText("the clerks <b>print</b> them")).toBeVisible();
  await anna.page.goBack();
  await anna.see("heading", "Records");
});

test("a record leaves in every form", async ({ people }) => {
  const anna = await withRecord(people);
  await anna.click("link", GOAL);
  await anna.click("button", "Copy as Markdown");
  await expect.poll(() => anna.clipboard()).toContain(`**Goal:** ${GOAL}`);
  const record = await downloaded(anna, "Download record");
  expect(record.name).toBe("refinement-2023-11-14.md");
  expect(record.text).toContain("Invoices are PDFs");
  expect((await downloaded(anna, "CSV")).text).toContain("ABC-1,Pay by invoice,5,");
  expect((await downloaded(anna, "Jira update CSV")).text).toContain("Issue Key,Summary,Story Points,Comment");
  expect(JSON.parse((await downloaded(anna, "JSON")).text).record.meeting.goal).toBe(GOAL);
  await anna.click("button", "Copy as ticket comment: ABC-1 Pay by invoice");
  await expect.poll(() => anna.clipboard()).toMatch(/^\*\*Estimate:\*\* 5/);
});

test("who was absent reads the record by its link and keeps it", async ({ people }) => {
  const anna = await people.invite("Anna");
  const ben = await people.invite("Ben");
  await plan(anna);
  await openMeeting(anna, ben);
  await anna.click("button", "Start");
  await goTo(anna, "Walk-through");
  await ben.click("button", "Add decision");
  await expect(of(ben, "textbox", "Decision")).toBeFocused();
  await ben.page.keyboard.type("Mail, not paper");
  await expect(of(anna, "textbox", "Decision")).toHaveValue("Mail, not paper");
  await anna.click("button", "End the meeting");
  const links = [];
  for (const person of [anna, ben]) {
    await person.click("button", "Copy record link");
    await expect.poll(() => person.clipboard()).toMatch(/#minutes=[\w-]+$/);
    links.push(await person.clipboard());
  }
  expect(links[0]).toBe(links[1]);

  const cleo = await people.invite("Cleo");
  await cleo.goto(links[0]);
  await cleo.see("heading", "Customers pay by invoice");
  await expect(cleo.page.getByText("Mail, not paper")).toBeVisible();
  await expect(cleo.page.getByText("Who was there: Anna (Facilitator), Ben")).toBeVisible();
  expect((await downloaded(cleo, "Download record")).text).toContain("- Mail, not paper");
  await cleo.click("button", "Copy record link");
  await expect.poll(() => cleo.clipboard()).toBe(links[0]);
  await looks(cleo, "a record that came");
  await cleo.goto("#records");
  await cleo.reload();
  await cleo.click("link", "Customers pay by invoice");
  await expect(cleo.page.getByText("Mail, not paper")).toBeVisible();

  await cleo.goto(links[0].slice(0, -9));
  await cleo.see("heading", "This record cannot be opened");
  await expect(cleo.page.getByText("The end is missing.")).toBeVisible();
  await looks(cleo, "a record that cannot be opened");
});

test("a long record is a file, and dropping it opens it", async ({ people }) => {
  const anna = await withRecord(people);
  await anna.evaluate(`{
    const kept = JSON.parse(localStorage.getItem("${KEY}"));
    kept.record.meeting.topics[0].why.text = "so much to say ".repeat(900);
    localStorage.setItem("${KEY}", JSON.stringify(kept));
  }`);
  await anna.reload();
  await anna.click("link", GOAL);
  await expect(anna.page.getByText("This record is too long for a link")).toBeVisible();
  const [file] = await Promise.all([anna.page.waitForEvent("download"), anna.click("button", "Save record file")]);
  expect(file.suggestedFilename()).toBe("refinement-2023-11-14-floret.txt");
  const cleo = await people.invite("Cleo");
  await cleo.goto("#backlog");
  await cleo.click("button", "Import");
  await cleo.page.locator("#import-file").setInputFiles(await file.path());
  await cleo.see("heading", GOAL);
  await cleo.reload();
  await expect(cleo.page.getByText("Ask the lawyers (Ana; closed)")).toBeVisible();
});

test("a record that was deleted comes back by undo, or is gone for good", async ({ people }) => {
  const anna = await withRecord(people);
  await anna.click("link", GOAL);
  await anna.click("button", "Delete the record");
  await anna.see("heading", "Records");
  await expect(anna.page.getByText("There is no record yet.")).toBeVisible();
  await anna.click("button", "Undo");
  await anna.click("link", GOAL);
  await anna.click("button", "Delete the record");
  await anna.reload();
  await expect(anna.page.getByText("There is no record yet.")).toBeVisible();
  await anna.goto("#record=00000000000000ab");
  await anna.see("heading", "This record is not here");
});

test("on paper there is the record alone", async ({ people }) => {
  const anna = await withRecord(people);
  await anna.page.evaluate(() => (window.print = () => (document.body.dataset.printed = "yes")));
  await anna.click("link", GOAL);
  await anna.click("button", "Print");
  await expect(anna.page.locator("body[data-printed=yes]")).toBeAttached();
  await anna.page.emulateMedia({ media: "print" });
  await expect(anna.page.locator(".on-paper").getByText("Invoices are PDFs")).toBeVisible();
  await expect(anna.page.getByRole("button", { name: "Copy as Markdown" })).toBeHidden();
});

for (const width of [320, 1280]) {
  test(`records keep nobody out at ${width} px`, async ({ people }) => {
    test.setTimeout(120_000);
    const anna = await withRecord(people, { viewport: { width, height: 800 }, reducedMotion: "reduce" });
    await looks(anna, "records");
    await anna.click("link", GOAL);
    await anna.see("heading", GOAL);
    await looks(anna, "a record");
  });
}

test("it speaks German", async ({ people }) => {
  const anna = await people.invite("Anna", { context: { viewport: { width: 320, height: 800 }, locale: "de-DE", reducedMotion: "reduce" } });
  await anna.goto("#records");
  await anna.see("heading", "Protokolle");
  await expect(anna.page.getByText("Noch gibt es kein Protokoll.")).toBeVisible();
  await looks(anna, "Protokolle");
});

// A whole refinement: an hour by the clock of the test, five browsers, seven stories; follow-ups,
// reading, talk, votes, notes, gates; and the record that everybody takes home.
import { readFileSync } from "node:fs";

import { expect, test } from "../support/people.mjs";
import { now, passTime, withClock } from "../support/pass_time.mjs";
import { goTo, openMeeting, plan, strip } from "../support/session.mjs";
import { of, seesResult, seesStatus } from "../support/table.mjs";

const TITLES = [
  "Pay by invoice",
  "Refund a payment",
  "Remind of a due invoice",
  "Export for the tax office",
  "Change the address",
  "Close an account",
  "Find an invoice",
];

const STORIES = TITLES.map((title) => ({
  title,
  description: `As a customer I want this: ${title.toLowerCase()}.`,
  acceptance: "- It has a number",
  why: "Customers ask for it every week.",
}));

const RECORD = readFileSync(new URL("../support/hour.md", import.meta.url), "utf8");

/** The hour, minute by minute. */
class Hour {
  #began_ms = 0;

  /** @param {any[]} people the first leads */
  constructor(people) {
    this.people = people;
  }

  async begin() {
    await this.people[0].click("button", "Start");
    await expect(of(this.people[0], "button", "Pause")).toBeVisible();
    this.#began_ms = await now(this.people[0]);
  }

  /** Until so many minutes after the beginning. */
  async until(minutes) {
    const left_ms = this.#began_ms + minutes * 60_000 - (await now(this.people[0]));
    expect(left_ms, `minute ${minutes} is still to come`).toBeGreaterThan(0);
    await passTime(this.people, left_ms);
  }

  /** To the next part, on every screen. */
  async next(part) {
    await this.people[0].click("button", "Next");
    for (const person of this.people) await this.sees(person, part);
  }

  async sees(person, part) {
    const current = "document.querySelector('li[aria-current=step]')?.textContent ?? ''";
    await expect.poll(() => person.evaluate(current)).toContain(part);
  }

  /** All cards, and their result on every screen. */
  async vote(cards, ...words) {
    for (const [at, person] of this.people.entries()) await person.click("radio", cards[at] ?? cards[0]);
    await seesStatus("5 of 5 voted", ...this.people);
    await this.people[0].click("button", "Reveal");
    await seesResult(this.people, ...words);
  }
}

/** Everybody signs every story but the last, which one leaves out. */
async function read(hour) {
  const [, ben, cleo, , eve] = hour.people;
  for (const person of hour.people) {
    const n_read = person === eve ? TITLES.length - 1 : TITLES.length;
    for (let read = 0; read < n_read; read += 1) await person.click("button", "I have read it");
  }
  await of(ben, "list", "Stories of the session").getByRole("button", { name: "Pay by invoice" }).click();
  await ben.fill("textbox", "Your question", "Who pays the fee?");
  await of(ben, "button", "Add").first().click();
  await ben.see("textbox", "Question");
  await expect(cleo.page.getByText("Who pays the fee?")).toHaveCount(0);
}

/** Closed, carried over. */
async function followUps({ people: [anna, ben, , dan] }) {
  const point = (person, text) => of(person, "list", "Follow-ups").getByRole("listitem").filter({ hasText: text });
  await point(dan, "Ask legal").getByRole("button", { name: "Close" }).click();
  await point(ben, "Book the room").getByRole("button", { name: "Carry over" }).click();
  for (const [text, name] of [["Ask legal", "Close"], ["Book the room", "Carry over"]]) {
    await expect(point(anna, text).getByRole("button", { name })).toHaveAttribute("aria-pressed", "true");
  }
}

/** Two edit one text at once; a question gets its owner; something is parked. */
async function talk({ people: [anna, ben, cleo, dan] }) {
  const box = (person) => of(person, "textbox", "Acceptance criteria");
  for (const person of [ben, dan]) await person.click("button", "Edit: Acceptance criteria");
  await ben.press("Control+Home");
  await dan.press("Control+End");
  await Promise.all([
    ben.page.keyboard.type("- It is sent by mail\n", { delay: 20 }),
    dan.page.keyboard.type("\n- It has a date", { delay: 30 }),
  ]);
  const both = "- It is sent by mail\n- It has a number\n- It has a date";
  for (const person of [ben, dan]) await expect(box(person)).toHaveValue(both);
  for (const person of [ben, dan]) await person.click("button", "Done: Acceptance criteria");
  await expect(anna.page.getByText("It is sent by mail")).toBeVisible();

  await cleo.fill("textbox", "Owner", "Dan");
  await cleo.fill("textbox", "By when", "2026-12-01");
  await expect(of(anna, "textbox", "By when")).toHaveValue("2026-12-01");

  await dan.click("button", "Solution talk");
  await anna.click("button", "Park it?");
  await cleo.fill("textbox", "Topic", "Which queue");
  await cleo.fill("textbox", "First name", "Ben");
  await cleo.fill("textbox", "Second name", "Dan");
  await cleo.fill("textbox", "Slot", "Tuesday");
  await expect(of(anna, "textbox", "Slot")).toHaveValue("Tuesday");
}

async function settle(person, card) {
  await of(person, "radiogroup", "Estimate").getByRole("radio", { name: card, exact: true }).check();
  await person.click("button", "Save estimate");
  await expect(person.page.getByText(`Saved: ${card}`)).toBeVisible();
}

async function pick(hour, title) {
  await of(hour.people[0], "button", `Pick ${title}`).click();
  for (const person of hour.people) await expect.poll(() => person.value("textbox", "Story title")).toBe(title);
}

async function risks({ people: [anna, ben] }) {
  await ben.click("button", "Add risk");
  await ben.fill("textbox", "Risk or blocker", "The bank is slow");
  await ben.fill("textbox", "Owner 2", "Eve");
  await expect(of(anna, "textbox", "Risk or blocker")).toHaveValue("The bank is slow");
}

/**
 * A line of the record. Names stand in the order in which people sat down, and clicks take
 * time: minutes may be one off.
 */
function isLike(line, expected) {
  const MINUTES = /(\d+)(?= (?:of \d+ )?min(?: taken)?$)/;
  const names = (text) => (text.startsWith("**Who was there:**") ? text.split(/:\*\* |, /).sort().join("|") : text);
  const plain = (text) => names(text).replace(MINUTES, "#");
  const minutes = (text) => Number(MINUTES.exec(text)?.[1] ?? 0);
  expect(plain(line)).toBe(plain(expected));
  expect(Math.abs(minutes(line) - minutes(expected)), line).toBeLessThanOrEqual(1);
}

/** What a button downloads. */
async function downloaded(person, button) {
  if (person.browser === "firefox") {
    await person.evaluate(`void (() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { window.saved = blob.text(); return make.call(URL, blob); };
    })()`);
    await person.click("button", button);
    return person.evaluate("window.saved");
  }
  const [file] = await Promise.all([person.page.waitForEvent("download"), person.click("button", button)]);
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test("an hour with five people and seven stories ends with one record in five browsers", async ({ people }) => {
  test.setTimeout(420_000);
  const anna = await people.invite("Anna");
  const ben = await people.invite("Ben");
  const cleo = await people.invite("Cleo");
  const dan = await people.invite("Dan");
  const eve = await people.invite("Eve", { browser: "firefox" });
  const all = [anna, ben, cleo, dan, eve];
  await withClock(...all);
  // When its clock is set on, every link of the host looks lost for a moment.
  people.mayLoseLinks();
  await plan(anna, STORIES);
  await of(anna, "textbox", "Follow-up").last().fill("Book the room");
  await anna.click("button", "Add follow-up");
  await openMeeting(anna, ben, cleo, dan, eve);
  await anna.page.getByRole("radio", { name: "Scribe: Cleo" }).check();
  await anna.page.getByRole("radio", { name: "Product owner: Ben" }).check();

  const hour = new Hour(all);
  await hour.begin();
  await read(hour);
  await dan.reload();
  await hour.sees(dan, "Silent reading");
  await expect(of(dan, "button", "Raise hand")).toBeEnabled();
  await hour.until(8);
  await expect(strip(anna)).toContainText("four fifths of the time are used");
  await hour.next("Follow-ups");
  await followUps(hour);
  await hour.until(12);
  await hour.next("Walk-through");
  await expect(of(cleo, "list", "Questions")).toContainText("Who pays the fee?");
  await talk(hour);

  await hour.until(30);
  await hour.next("Estimate");
  await hour.vote(["3", "8"], "Worth a talk");
  await anna.click("button", "Vote again");
  await hour.vote(["5"], "All agree");
  await settle(anna, "5");
  await hour.until(40);
  await pick(hour, "Remind of a due invoice");
  await hour.vote(["3"], "All agree");
  await settle(anna, "3");
  await hour.until(45);
  await hour.next("Risks");
  await pick(hour, "Pay by invoice");
  await risks(hour);

  await hour.until(52);
  await expect(strip(cleo)).toContainText("the time is up");
  await hour.next("Mark ready");
  await cleo.click("button", "Add decision");
  await cleo.page.keyboard.type("By mail");
  await cleo.fill("textbox", "Why", "everybody has it");
  await cleo.fill("textbox", "Who said so", "Anna");
  await cleo.fill("textbox", "Dropped alternatives", "fax");
  await expect(of(ben, "textbox", "Dropped alternatives")).toHaveValue("fax");
  await ben.page.getByRole("checkbox", { name: /^R7 / }).check();
  await ben.click("button", "Mark ready");
  for (const { page } of [anna, ben, cleo, dan]) await expect(page.locator(".stamp")).toHaveText("Ready");
  await pick(hour, "Refund a payment");
  await ben.page.getByRole("checkbox", { name: /^R2 / }).uncheck();
  await ben.click("button", "Send back");
  await ben.fill("textbox", "A word to it (optional)", "Whose money?");
  await ben.click("button", "Send back to the next session");
  for (const { page } of [anna, ben, cleo, dan]) await expect(page.locator(".stamp")).toHaveText("Sent back");

  await hour.until(58);
  await anna.click("button", "Closing vote");
  await hour.vote(["4"], "Average 4");
  await hour.until(60);
  await anna.click("button", "End the meeting");
  for (const person of all) await person.see("region", "Record");

  const texts = await Promise.all(all.map((person) => downloaded(person, "Download record")));
  for (const [at, text] of texts.entries()) expect(text, all[at].name).toBe(texts[0]);
  for (const button of ["CSV", "JSON"]) {
    const first = await downloaded(anna, button);
    for (const person of all.slice(1)) expect(await downloaded(person, button), `${person.name}, ${button}`).toBe(first);
  }
  const lines = texts[0].split("\n");
  expect(lines[0]).toMatch(/^# Refinement, \d{1,2} \w+ \d{4}, \d\d:\d\d–\d\d:\d\d$/);
  const expected = RECORD.split("\n");
  expect(lines.length).toBe(expected.length);
  for (const [at, line] of lines.entries()) if (at > 0) isLike(line, expected[at]);
});

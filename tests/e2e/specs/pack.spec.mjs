// The pack: stories sent ahead, read and answered without joining, brought together again.
import { readFileSync } from "node:fs";

import { expect, test } from "../support/people.mjs";
import { looks } from "../support/looks.mjs";
import { goTo, openMeeting, plan } from "../support/session.mjs";
import { of, seesResult, seesStatus, vote } from "../support/table.mjs";

const STORIES = ["Pay by invoice", "Export the ledger", "Faster search"];

/** An organiser with a planned session of three stories. */
async function organiser(people, context = {}) {
  const anna = await people.invite("Anna", { context });
  await anna.goto("#backlog");
  for (const title of STORIES) {
    await anna.fill("textbox", "New story", title);
    await anna.press("Enter");
  }
  await anna.page.getByRole("link", { name: STORIES[0] }).click();
  await anna.see("heading", STORIES[0]);
  await anna.fill("textbox", "Description", "An invoice **with a number**.\n\n- one\n- two");
  await anna.goto("#plan");
  await anna.fill("textbox", "Goal", "Customers pay by invoice");
  for (const title of STORIES) await anna.page.getByRole("button", { name: `Plan ${title}` }).click();
  return anna;
}

/** Makes the pack and answers with its link. */
async function packed(anna) {
  await anna.fill("textbox", "Your name", "Anna");
  await anna.click("button", "Make the pack");
  await expect.poll(() => anna.value("textbox", "Pack link")).toMatch(/#pack=[\w-]+$/);
  return anna.value("textbox", "Pack link");
}

/** The part of a page that is about one story. */
const about = (person, title) => person.page.getByRole("region", { name: title });

/** A colleague who has opened the pack. */
async function colleague(people, name, link, context = {}) {
  const person = await people.invite(name, { context });
  await person.goto(link);
  await person.see("heading", "Stories to read before the session");
  return person;
}

/** Says who replies, and answers with the reply. */
async function replied(person) {
  await person.fill("textbox", "Your name", person.name);
  await person.click("button", "Make the reply");
  await expect.poll(() => person.value("textbox", "Reply link")).toMatch(/#answer=[\w-]+$/);
  return person.value("textbox", "Reply link");
}

/** Pastes a text and answers with what is said of it. */
async function pasted(anna, text) {
  await anna.fill("textbox", "Paste replies", text);
  await anna.click("button", "Take replies in");
  return anna.items("list", "What became of the replies");
}

test("stories are read, asked about and estimated ahead, and the reply comes home", async ({ people }) => {
  const anna = await organiser(people);
  const link = await packed(anna);
  await anna.click("button", "Copy pack link");
  await expect.poll(() => anna.clipboard()).toBe(link);
  // Whoever sends a pack asks for comments, and says when.
  await expect(anna.page.getByLabel("Comments were asked for")).toBeChecked();
  await expect(anna.page.getByLabel("Stories sent ahead on")).not.toHaveValue("");

  const dana = await colleague(people, "Dana", link);
  await expect(dana.page.getByText("Goal: Customers pay by invoice")).toBeVisible();
  const first = about(dana, STORIES[0]);
  await expect(first.locator("strong", { hasText: "with a number" })).toBeVisible();
  await first.getByLabel("I have read it").check();
  await first.getByLabel("Unclear to me").check();
  await first.getByLabel("Comment").fill("Looks large to me");
  await first.getByLabel("Questions, one a line").fill("Who pays?\nBy when?");
  await first.getByRole("radio", { name: "5", exact: true }).check();
  await dana.page.getByLabel("I will not be there").check();
  await expect(dana.page.getByText("not from a determined organiser")).toBeVisible();
  await dana.reload();
  await expect(first.getByLabel("Comment")).toHaveValue("Looks large to me");
  await expect(first.getByRole("radio", { name: "5", exact: true })).toBeChecked();
  const reply = await replied(dana);
  await dana.click("button", "Copy reply link");
  await expect.poll(() => dana.clipboard()).toBe(reply);

  expect(await pasted(anna, `Dana, 10:03: ${reply} 👍`)).toEqual(["The reply of Dana is in."]);
  expect(await pasted(anna, reply)).toEqual(["The reply of Dana was in already."]);
  expect(await anna.items("list", "Who has answered")).toEqual([
    "Dana: 1 read · 1 unclear · 1 comment · 2 questions · 1 estimate",
  ]);
  await expect(anna.page.getByText("1 estimate is sealed until the vote.")).toBeVisible();
  await expect(anna.page.getByText("Dana: Looks large to me")).toBeVisible();
  await anna.click("button", "Add to the open questions: Who pays?");
  await anna.miss("button", "Add to the open questions: Who pays?");
  await anna.reload();
  await anna.see("list", "Who has answered");
  await anna.page.getByRole("list", { name: "What they say" }).getByRole("link", { name: STORIES[0] }).click();
  await anna.see("heading", STORIES[0]);
  await expect(anna.page.getByRole("textbox", { name: "Question", exact: true })).toHaveValue("Who pays? (Dana)");
});

test("a card kept with the pack is on the table when the vote on its story begins", async ({ people }) => {
  const anna = await people.invite("Anna");
  await plan(anna);
  const dana = await colleague(people, "Dana", await packed(anna));
  await about(dana, STORIES[0]).getByRole("radio", { name: "5", exact: true }).check();
  await expect(dana.page.getByText("your card is put down as soon as the vote on its story begins")).toBeVisible();
  await openMeeting(anna, dana);
  await anna.click("button", "Start");
  await expect(dana.page.getByText("The cards rest until the talk begins.")).toBeVisible();
  await seesStatus("0 of 2 voted", anna, dana);
  await goTo(anna, "Walk-through");
  await expect(dana.page.getByText("Your card from the pack is on the table: 5. You can change it.")).toBeVisible();
  await seesStatus("1 of 2 voted", anna, dana);
  await expect(of(dana, "radio", "5")).toBeChecked();
  await vote(dana, "8");
  await dana.reload();
  await expect(of(dana, "radio", "8")).toBeChecked();
  await vote(anna, "3");
  await seesStatus("2 of 2 voted", anna, dana);
  await anna.click("button", "Reveal");
  await seesResult([anna, dana], "3", "8");
});

test("two replies come to the same in both orders, and sort the agenda", async ({ people }) => {
  const anna = await organiser(people);
  const link = await packed(anna);
  const replies = [];
  for (const [name, title] of [["Dana", STORIES[2]], ["Eve", STORIES[2]]]) {
    const one = await colleague(people, name, link);
    await about(one, title).getByLabel("Unclear to me").check();
    await about(one, STORIES[1]).getByLabel("Questions, one a line").fill(`${name} wonders`);
    replies.push(await replied(one));
  }
  const kept = await anna.evaluate("localStorage.getItem('floret.pack')");
  const said = [];
  for (const order of [replies, replies.toReversed()]) {
    await anna.evaluate(`localStorage.setItem("floret.pack", ${JSON.stringify(kept)})`);
    await anna.reload();
    await anna.click("button", "Make the pack");
    for (const reply of order) await pasted(anna, reply);
    said.push([await anna.items("list", "Who has answered"), await anna.items("list", "What they say")]);
  }
  expect(said[0]).toEqual(said[1]);
  const order = () => anna.items("list", "Stories of the session").then((rows) => rows.map((row) => STORIES.find((title) => row.startsWith(title))));
  await anna.click("button", "Sort by disagreement");
  await expect.poll(order).toEqual([STORIES[2], STORIES[0], STORIES[1]]);
  await anna.click("button", "Undo");
  await expect.poll(order).toEqual(STORIES);
  await anna.click("button", "Sort by open questions");
  await expect.poll(order).toEqual([STORIES[1], STORIES[0], STORIES[2]]);
});

test("what is cut off, damaged, foreign or of another session is refused in words", async ({ people }) => {
  const anna = await organiser(people);
  const link = await packed(anna);
  const reply = await replied(await colleague(people, "Dana", link));
  const damaged = reply.slice(0, -20) + (reply.at(-20) === "A" ? "B" : "A") + reply.slice(-19);
  expect(await pasted(anna, "lunch?")).toEqual(["This is neither a pack nor a reply to one."]);
  expect(await pasted(anna, reply.slice(0, -7))).toEqual([
    "The end is missing. Copy all of it, or have it sent again.",
  ]);
  expect(await pasted(anna, damaged)).toEqual(["This was changed on its way. Have it sent again."]);
  expect(await pasted(anna, link)).toEqual(["This is a pack, not a reply to one."]);
  await anna.click("button", "Plan a new session");
  await anna.click("button", "Make the pack");
  await expect(anna.page.getByText("No story is planned yet, so there is nothing to send.")).toBeVisible();
  expect(await pasted(anna, reply)).toEqual(["This reply is to the pack of another session."]);
  await anna.miss("list", "Who has answered");

  const ben = await people.invite("Ben");
  await ben.goto(link.slice(0, -7));
  await ben.see("heading", "This pack cannot be opened");
  await expect(ben.page.getByText("The end is missing.")).toBeVisible();
  await ben.goto(reply);
  await ben.see("heading", "A reply to your pack");
  await expect(ben.page.getByText("No pack was made in this browser.")).toBeVisible();
});

test("a long pack is a file, and so is what comes back", async ({ people }) => {
  const anna = await organiser(people);
  await anna.goto("#backlog");
  await anna.page.getByRole("link", { name: STORIES[1] }).click();
  const words = Array.from({ length: 3_000 }, (_, at) => `word${at}`).join(" ");
  await anna.fill("textbox", "Description", words);
  await anna.goto("#plan");
  await anna.click("button", "Make the pack");
  const [pack] = await Promise.all([
    anna.page.waitForEvent("download"),
    anna.click("button", "Save pack file"),
  ]);
  expect(pack.suggestedFilename()).toBe("floret-pack.txt");
  expect(readFileSync(await pack.path(), "utf8")).toContain("drop this file on that page");

  const dana = await people.invite("Dana");
  await dana.goto("#backlog");
  await dana.click("button", "Import");
  await dana.page.locator("#import-file").setInputFiles(await pack.path());
  await dana.see("heading", "Stories to read before the session");
  await expect(about(dana, STORIES[1])).toContainText("word2999");
  for (const title of STORIES) {
    await about(dana, title).getByLabel("Comment").fill("so much to say ".repeat(130));
    await about(dana, title).getByLabel("Questions, one a line").fill(Array(9).fill("why ".repeat(60)).join("\n"));
  }
  await dana.reload();
  await dana.fill("textbox", "Your name", "Dana");
  await dana.click("button", "Make the reply");
  const [reply] = await Promise.all([
    dana.page.waitForEvent("download"),
    dana.click("button", "Save reply file"),
  ]);
  await anna.page.locator("#pack-file").setInputFiles(await reply.path());
  await expect(anna.page.getByText("The reply of Dana is in.")).toBeVisible();
});

test("a reply that is clicked is taken in", async ({ people }) => {
  const anna = await organiser(people);
  const reply = await replied(await colleague(people, "Dana", await packed(anna)));
  await anna.goto(reply);
  await expect(anna.page.getByText("The reply of Dana is in.")).toBeVisible();
  await anna.click("link", "To the planned session");
  expect(await anna.items("list", "Who has answered")).toEqual(["Dana: 0 read"]);
});

for (const width of [320, 1280]) {
  test(`a pack keeps nobody out at ${width} px`, async ({ people }) => {
    const context = { viewport: { width, height: 800 }, reducedMotion: /** @type {const} */ ("reduce") };
    const anna = await organiser(people, context);
    const link = await packed(anna);
    const dana = await colleague(people, "Dana", link, context);
    await looks(dana, "pack");
    const first = about(dana, STORIES[0]);
    await first.getByLabel("Comment").fill("A-very-long-word-that-cannot-be-broken-".repeat(5));
    await first.getByLabel("Questions, one a line").fill("Who pays?");
    await first.getByRole("radio", { name: "13", exact: true }).check();
    await dana.page.getByLabel("I will not be there").check();
    const reply = await replied(dana);
    await looks(dana, "pack with its reply");
    await pasted(anna, reply);
    await anna.see("list", "What they say");
    // What lies over the page goes by itself after a while.
    const said = anna.page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Dismiss" });
    for (let left = await said.count(); left > 0; left -= 1) await said.first().click();
    // Nothing is half under the header at the top of the page.
    await anna.page.evaluate("scrollTo(0, 0)");
    await looks(anna, "plan with a pack");
    await dana.goto(link.slice(0, -7));
    await dana.see("heading", "This pack cannot be opened");
    await looks(dana, "pack that cannot be opened");
  });
}

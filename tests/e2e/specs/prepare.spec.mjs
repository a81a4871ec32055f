// Guided preparation: questions with reasons, answers, a draft beside the old text, taken over on a press.
import { expect, test } from "../support/people.mjs";
import { looks } from "../support/looks.mjs";
import { of } from "../support/table.mjs";

const CHANGE = "What should be different once this is done? Say it in one sentence.";
const WHO = "Who will use this?";
const WHY = "Why is it wanted? What gets better for them?";
const CHECK = "How can you tell that it works? One check per line.";

/** Adds a story, opens its page and its preparation. */
async function prepare(person, title) {
  await person.goto("#backlog");
  await person.fill("textbox", "New story", title);
  await person.press("Enter");
  await person.click("link", title);
  await person.see("heading", title);
  await person.click("button", "Prepare this story");
  await person.see("heading", `Prepare “${title}”`);
}

/** The new side of a part of the draft. */
const drafted = (person, part) => person.page.getByRole("group", { name: part, exact: true }).locator(".draft-side").nth(1);

test("a vague story is asked about, drafted, taken over part by part, and its gate opens", async ({ people }) => {
  const anna = await people.invite("Anna");
  await prepare(anna, "Search");
  const boxes = anna.page.locator(".ask textarea");
  const n = await boxes.count();
  expect(n).toBeGreaterThanOrEqual(3);
  expect(n).toBeLessThanOrEqual(6);
  await test.step("each question says why it is asked", async () => {
    for (let at = 0; at < n; at += 1) {
      const reason = await boxes.nth(at).evaluate((box) => document.getElementById(box.getAttribute("aria-describedby"))?.textContent);
      expect(reason).toMatch(/\.$/);
    }
  });
  await expect(boxes.first()).toBeFocused();
  await anna.fill("textbox", CHANGE, "finds a customer by any word");
  await anna.fill("textbox", WHO, "clerks");
  await anna.fill("textbox", WHY, "so that they do not scroll for minutes");
  await anna.fill("textbox", CHECK, "Two letters show matches\nIf nothing fits, a message says so");
  await expect(anna.page.getByText(`4 of ${n} answered`)).toBeVisible();
  await expect(anna.page.getByText("The draft changes 3 parts of the story.")).toBeVisible();
  await expect(drafted(anna, "Why, and for whom")).toContainText("As clerks");
  await expect(drafted(anna, "Acceptance criteria").getByRole("listitem")).toHaveCount(2);

  await test.step("one part, and back again with an undo", async () => {
    await anna.click("button", "Take over: Title");
    await expect(of(anna, "button", "Take over: Why, and for whom")).toBeFocused();
    await anna.see("heading", "Prepare “Search: finds a customer by any word”");
    await anna.miss("textbox", CHANGE);
    await anna.click("button", "Undo");
    await anna.see("heading", "Prepare “Search”");
    expect(await anna.value("textbox", CHANGE)).toBe("finds a customer by any word");
  });

  await test.step("all of it, and nothing of it is asked again", async () => {
    await anna.click("button", "Take all over");
    await expect(of(anna, "heading", "Draft")).toBeFocused();
    for (const question of [CHANGE, WHO, WHY, CHECK]) await anna.miss("textbox", question);
    await anna.page.getByText("4 answers were taken over").click();
    await expect(anna.page.getByText("so that they do not scroll for minutes")).toBeVisible();
  });

  await anna.click("button", "Done");
  await expect(of(anna, "button", "Prepare this story")).toBeFocused();
  expect(await anna.value("textbox", "Title")).toBe("Search: finds a customer by any word");
  expect(await anna.value("textbox", "Acceptance criteria")).toBe("- Two letters show matches\n- If nothing fits, a message says so");
  await anna.fill("textbox", "Dependencies", "none");
  const vote = anna.page.getByRole("region", { name: "Before the vote" });
  for (const point of [/^R1 /, /^R2 /, /^R5 /]) await vote.getByRole("checkbox", { name: point }).check();
  await anna.page.getByLabel("Has its place in the order", { exact: true }).check();
  await expect(vote.getByText("Vote gate: open")).toBeVisible();
  await anna.click("button", "Prepare this story");
  await expect(anna.page.getByText("Vote gate: open")).toBeVisible();
});

test("a bug is reported step by step, with its criteria as scenarios", async ({ people }) => {
  const anna = await people.invite("Anna");
  await prepare(anna, "The list stays empty");
  await anna.page.getByRole("radio", { name: "Bug report" }).check();
  await anna.fill("textbox", "What do you do, step by step, until it happens?", "1. Open the orders\n2. Wait");
  await anna.fill("textbox", "What should happen instead?", "If there are orders, then they are listed");
  await expect(drafted(anna, "Type")).toContainText("Bug");
  await anna.page.getByRole("switch", { name: "New criteria as Given, When, Then" }).check();
  await expect(drafted(anna, "Acceptance criteria")).toContainText("When there are orders");
  await anna.click("button", "Take all over");
  await anna.click("link", "Back to the story");
  await expect(of(anna, "button", "Prepare this story")).toBeFocused();
  await expect(anna.page.getByLabel("Type", { exact: true })).toHaveValue("1");
  expect(await anna.value("textbox", "Description")).toContain("### Steps\n\n1. Open the orders\n2. Wait");
  expect(await anna.value("textbox", "Acceptance criteria")).toContain("**Then** they are listed");
});

test("answers are kept as they are typed, and the address leads back to them", async ({ people }) => {
  const anna = await people.invite("Anna");
  await prepare(anna, "Search");
  await anna.fill("textbox", WHO, "clerks");
  await anna.page.locator(".ask", { hasText: WHY }).getByRole("button", { name: "Skip" }).click();
  const again = anna.page.locator(".ask", { hasText: WHY }).getByRole("button", { name: "Answer after all" });
  await expect(again).toBeFocused();
  await anna.reload();
  await anna.see("heading", "Prepare “Search”");
  expect(await anna.value("textbox", WHO)).toBe("clerks");
  await expect(again).toBeVisible();
  await again.click();
  await expect(of(anna, "textbox", WHY)).toBeFocused();
  await anna.page.goBack();
  await anna.see("heading", "Search");
  await expect(of(anna, "button", "Prepare this story")).toBeFocused();
  await anna.page.goForward();
  await anna.see("heading", "Prepare “Search”");
  await expect(drafted(anna, "Why, and for whom")).toContainText("As clerks");
});

test("more questions come when the first are through", async ({ people }) => {
  const anna = await people.invite("Anna");
  await prepare(anna, "Search");
  const skip = anna.page.getByRole("button", { name: "Skip" });
  while ((await skip.count()) > 0) await skip.first().click();
  await expect(anna.page.getByText(/^You have been through all the questions\./)).toBeVisible();
  const before = await anna.page.locator(".ask").count();
  await anna.click("button", "Ask me more");
  await expect.poll(() => anna.page.locator(".ask").count()).toBeGreaterThan(before);
  await expect(anna.page.locator(".ask").nth(before).getByRole("textbox")).toBeFocused();
});

test("it all works by keyboard", async ({ people }) => {
  const anna = await people.invite("Anna");
  // As a browser without dictation: one stop less at each question.
  await anna.page.addInitScript(() => {
    for (const name of ["LanguageModel", "SpeechRecognition", "webkitSpeechRecognition"]) {
      Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
    }
  });
  await prepare(anna, "Search");
  await anna.page.keyboard.type("finds a customer by any word");
  for (const text of ["clerks", "they scroll"]) {
    await anna.press("Tab");
    await expect(anna.page.locator(":focus")).toHaveText("Skip");
    await anna.press("Tab");
    await anna.page.keyboard.type(text);
  }
  expect(await anna.value("textbox", WHY)).toBe("they scroll");
  for (let stops = 0; stops < 40; stops += 1) {
    if (await of(anna, "button", "Take over: Title").evaluate((button) => button === document.activeElement)) break;
    await anna.press("Tab");
  }
  await anna.press("Enter");
  await anna.see("heading", "Prepare “Search: finds a customer by any word”");
  await expect(of(anna, "button", "Take over: Why, and for whom")).toBeFocused();
  await anna.press("Enter");
  await expect(of(anna, "heading", "Draft")).toBeFocused();
  for (const name of ["User story", "New criteria as Given, When, Then", "Done"]) {
    await anna.press("Tab");
    await expect(anna.page.locator(":focus")).toHaveAccessibleName(name);
  }
  await anna.press("Enter");
  await expect(of(anna, "button", "Prepare this story")).toBeFocused();
});

for (const width of [320, 1280]) {
  test(`the preparation keeps nobody out at ${width} px`, async ({ people }) => {
    test.setTimeout(120_000);
    const context = { viewport: { width, height: 800 }, reducedMotion: /** @type {const} */ ("reduce") };
    const anna = await people.invite("Anna", { context });
    await prepare(anna, "A rather long title of a story that does not fit into one line of a phone");
    await looks(anna, "questions");
    await anna.fill("textbox", WHO, "clerks");
    await anna.fill("textbox", CHECK, "Two letters show matches\nhttps://example.org/a/rather/long/address/that/has/no/room/on/a/phone");
    await anna.page.getByRole("radio", { name: "Bug report" }).check();
    await anna.page.getByRole("button", { name: "Skip" }).last().click();
    await anna.page.getByText("Set up the language model").click();
    await looks(anna, "draft");
    await anna.click("button", "Take all over");
    await anna.page.getByText("answers were taken over").click();
    await looks(anna, "taken over");
  });
}

test("it speaks German", async ({ people }) => {
  const context = { viewport: { width: 320, height: 800 }, locale: "de-DE", reducedMotion: /** @type {const} */ ("reduce") };
  const anna = await people.invite("Anna", { context });
  await anna.goto("#backlog");
  await anna.fill("textbox", "Neue Story", "Suche");
  await anna.press("Enter");
  await anna.click("link", "Suche");
  await anna.click("button", "Diese Story vorbereiten");
  await anna.see("heading", "„Suche“ vorbereiten");
  await anna.fill("textbox", "Wer benutzt das?", "Sachbearbeiter");
  await expect(drafted(anna, "Warum und für wen")).toContainText("Als Sachbearbeiter");
  await looks(anna, "Vorbereitung");
  await anna.click("button", "Alles übernehmen");
  await expect(anna.page.getByText("1 Teil des Entwurfs steht jetzt in der Story.")).toBeVisible();
  await anna.click("button", "Fertig");
  await expect(of(anna, "button", "Diese Story vorbereiten")).toBeFocused();
});

// A meeting at the table: one agenda and one clock, reading, live edits, hands, and who leads.
import { expect, test } from "../support/people.mjs";
import { looks } from "../support/looks.mjs";
import { clock, goTo, openMeeting, plan, strip } from "../support/session.mjs";
import { of } from "../support/table.mjs";

/** A meeting with two people; the first opened it. */
async function met(people, options = {}) {
  const anna = await people.invite("Anna", options);
  const ben = await people.invite("Ben", options);
  await plan(anna);
  await openMeeting(anna, ben);
  return [anna, ben];
}

test("one clock for all: start, more time, pause, next", async ({ people }) => {
  const [anna, ben] = await met(people);
  for (const person of [anna, ben]) expect(await clock(person)).toBe("10:00");
  await expect(of(ben, "button", "Start")).toBeDisabled();
  await expect(ben.page.getByText("The facilitator leads through the agenda.")).toBeVisible();
  await anna.click("button", "Start");
  await expect.poll(() => clock(ben)).toMatch(/^09:5\d$/);
  await anna.click("button", "+5 min");
  await expect.poll(() => clock(ben)).toMatch(/^14:\d\d$/);
  await anna.click("button", "−1 min");
  await expect.poll(() => clock(ben)).toMatch(/^13:\d\d$/);
  await anna.click("button", "Pause");
  await expect.poll(async () => (await clock(anna)) === (await clock(ben))).toBe(true);
  await anna.click("button", "Next");
  for (const person of [anna, ben]) {
    await expect(strip(person).locator("li[aria-current=step]")).toContainText("Follow-ups");
    await expect.poll(() => clock(person)).toBe("05:00");
  }
  await goTo(anna, "Mark ready");
  await expect(strip(ben).locator("li[aria-current=step]")).toContainText("Mark ready");
  await expect(of(anna, "button", "Next")).toBeDisabled();
});

test("what was asked in the silent reading shows when it is over", async ({ people }) => {
  const [anna, ben] = await met(people);
  await anna.click("button", "Start");
  const reading = (person) => of(person, "list", "Stories of the session");
  await expect(reading(ben).getByText("Nobody has said so yet").first()).toBeVisible();
  await ben.fill("textbox", "Your question", "Which countries?");
  await of(ben, "button", "Add").click();
  await expect(of(ben, "textbox", "Question")).toHaveValue("Which countries?");
  await expect(reading(anna).getByText("1 question waits")).toBeVisible();
  await expect(anna.page.getByText("Which countries?")).toHaveCount(0);
  await ben.click("button", "I have read it");
  await expect(reading(anna).getByText("Read by Ben")).toBeVisible();
  // The next story opened by itself.
  await expect(ben.page.getByText("As support I refund")).toBeVisible();
  await goTo(anna, "Walk-through");
  const asked = of(anna, "list", "Questions");
  await expect(asked).toContainText("Which countries?");
  await expect(asked).toContainText("Ben asks");
});

test("open points of last time are closed or carried over by anybody", async ({ people }) => {
  const [anna, ben] = await met(people);
  await anna.click("button", "Start");
  await goTo(anna, "Follow-ups");
  const point = (person) => of(person, "list", "Follow-ups").getByRole("listitem").filter({ hasText: "Ask legal" });
  await point(ben).getByRole("button", { name: "Carry over" }).click();
  await expect(point(anna).getByRole("button", { name: "Carry over" })).toHaveAttribute("aria-pressed", "true");
  await point(anna).getByRole("button", { name: "Close" }).click();
  await expect(point(ben).getByRole("button", { name: "Close" })).toHaveAttribute("aria-pressed", "true");
  await expect(point(ben).getByRole("button", { name: "Carry over" })).toHaveAttribute("aria-pressed", "false");
  await ben.fill("textbox", "New follow-up", "Find a printer");
  await of(ben, "button", "Add").click();
  await expect(of(anna, "list", "Follow-ups")).toContainText("Find a printer");
});

test("two people type into one text: both keep their words and their place", async ({ people }) => {
  const [anna, ben] = await met(people);
  await anna.click("button", "Start");
  await goTo(anna, "Walk-through");
  const box = (person) => of(person, "textbox", "Description");
  for (const person of [anna, ben]) {
    await person.click("button", "Edit: Description");
    await expect(box(person)).toBeFocused();
  }
  const before = await box(anna).inputValue();
  await anna.press("Control+Home");
  await ben.press("Control+End");
  // By turns and at once.
  const typing = [anna.page.keyboard.type("First of all. ", { delay: 40 }), ben.page.keyboard.type(" Last of all.", { delay: 55 })];
  await Promise.all(typing);
  const both = `First of all. ${before} Last of all.`;
  for (const person of [anna, ben]) await expect(box(person)).toHaveValue(both);
  const caret = (person) => box(person).evaluate((one) => /** @type {HTMLTextAreaElement} */ (one).selectionStart);
  expect(await caret(anna)).toBe("First of all. ".length);
  expect(await caret(ben)).toBe(both.length);
  await ben.click("button", "Done: Description");
  await expect(of(ben, "button", "Edit: Description")).toBeFocused();
  await expect(ben.page.getByText("First of all.")).toBeVisible();
});

test("hands, solution talk, duties, and who may leave", async ({ people }) => {
  const [anna, ben] = await met(people);
  await anna.click("button", "Start");
  await goTo(anna, "Walk-through");
  await ben.click("button", "Raise hand");
  await expect(of(anna, "list", "Raised hands")).toContainText("Ben");
  await anna.click("button", "Ben has spoken");
  await expect(of(ben, "button", "Raise hand")).toHaveAttribute("aria-pressed", "false");

  await ben.click("button", "Solution talk");
  await expect(anna.page.getByText("1 says: solution talk")).toBeVisible();
  await ben.miss("button", "Park it?");
  await anna.click("button", "Park it?");
  await anna.miss("button", "Park it?");
  await expect(of(ben, "button", "Solution talk")).toHaveAttribute("aria-pressed", "false");

  await anna.click("button", "Let go: Ben");
  await expect(ben.page.getByText("You can leave now")).toBeVisible();
  await anna.click("button", "Let go: Ben");
  await expect(ben.page.getByText("You can leave now")).toHaveCount(0);

  await anna.page.getByRole("radio", { name: "Scribe: Ben" }).check();
  await expect(ben.page.getByRole("radio", { name: "Scribe: Ben" })).toBeChecked();
  await anna.page.getByRole("radio", { name: "Facilitator: Ben" }).check();
  await expect(of(anna, "button", "Next")).toBeDisabled();
  await ben.click("button", "Next");
  await expect(strip(anna).locator("li[aria-current=step]")).toContainText("Estimate");
});

test("the leader picks the story and says how long it may take", async ({ people }) => {
  const [anna, ben] = await met(people);
  await anna.click("button", "Start");
  await goTo(anna, "Walk-through");
  await anna.page.getByRole("button", { name: "Pick Refund a payment" }).click();
  for (const person of [anna, ben]) {
    await expect(person.page.getByRole("heading", { name: "Refund a payment" })).toBeVisible();
    await expect(of(person, "textbox", "Story title")).toHaveValue("Refund a payment");
  }
  await anna.page.getByRole("spinbutton", { name: "Minutes for this story" }).fill("7");
  await anna.press("Tab");
  await expect(ben.page.getByText("0 of 7 min")).toBeVisible();
});

for (const width of [320, 1280]) {
  test(`a meeting keeps nobody out at ${width} px`, async ({ people }) => {
    test.setTimeout(240_000);
    const context = { viewport: { width, height: 800 }, reducedMotion: /** @type {const} */ ("reduce") };
    const [anna, ben] = await met(people, { context });
    await looks(anna, "before it begins");
    await anna.click("button", "Start");
    for (const tab of width < 1000 ? ["Story", "Notes", "Agenda", "Vote"] : ["all"]) {
      if (tab !== "all") await of(anna, "radio", tab).check({ force: true });
      await looks(anna, `silent reading, ${tab}`);
    }
    await ben.click("button", "Raise hand");
    for (const part of ["Follow-ups", "Walk-through", "Mark ready"]) {
      await anna.click("button", "Next");
      if (part === "Mark ready") continue;
      await looks(anna, part);
      await looks(ben, `${part}, led`);
    }
    await of(anna, "button", "Edit: Acceptance criteria").first().click().catch(() => {});
  });
}

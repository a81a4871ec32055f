// The gate: a team's Definition of Ready, and what it says of each story.
import { expect, test } from "../support/people.mjs";
import { looks } from "../support/looks.mjs";
import { of } from "../support/table.mjs";

/** Points of a gate on the page of the Definition of Ready, from the top. */
const points = (person, gate) =>
  person.page.getByRole("region", { name: gate }).locator("[data-item]").evaluateAll((rows) =>
    rows.map((row) => row.getAttribute("data-item")),
  );

/** Adds a story and opens its page. */
async function story(person, title) {
  await person.goto("#backlog");
  await person.fill("textbox", "New story", title);
  await person.press("Enter");
  await person.page.getByRole("link", { name: title }).click();
  await person.see("heading", title);
}

test("a team edits its list, and a reload keeps it", async ({ people }) => {
  const anna = await people.invite("Anna");
  await anna.goto("#ready");
  await anna.see("heading", "Definition of Ready");
  await anna.click("switch", "R12 Risks are noted");
  await anna.fill("textbox", "Largest estimate for one sprint", "13");
  await anna.fill("textbox", "Another point before the vote", "Has a picture");
  await anna.press("Enter");
  await anna.see("switch", "T1 Has a picture");
  await anna.click("button", "Change R1");
  await anna.fill("textbox", "Wording of R1", "A title that says it");
  await anna.see("switch", "R1 A title that says it");
  await anna.click("button", "Done");
  await of(anna, "switch", "R8 Estimated in a simultaneous vote").focus();
  await anna.press("Alt+ArrowUp");
  await expect.poll(() => points(anna, "Before the sprint")).toEqual(["R8", "R7", "R9", "R12"]);
  await expect(of(anna, "switch", "R8 Estimated in a simultaneous vote")).toBeFocused();
  await anna.click("button", "We agree on this");
  await anna.miss("button", "We agree on this");
  await anna.reload();
  await expect(of(anna, "switch", "R12 Risks are noted")).toBeChecked();
  expect(await anna.value("textbox", "Largest estimate for one sprint")).toBe("13");
  await anna.see("switch", "R1 A title that says it");
  await anna.miss("button", "We agree on this");
  await expect.poll(() => points(anna, "Before the sprint")).toEqual(["R8", "R7", "R9", "R12"]);
  // What is removed comes back with an undo, at its place.
  const before = await points(anna, "Before the vote");
  await anna.click("button", "Change T1");
  await anna.click("button", "Remove");
  await anna.miss("switch", "T1 Has a picture");
  await anna.click("button", "Undo");
  await expect.poll(() => points(anna, "Before the vote")).toEqual(before);
});

test("points go where the mouse drops them, into the other gate too", async ({ people }) => {
  const anna = await people.invite("Anna");
  await anna.goto("#ready");
  await anna.see("heading", "Definition of Ready");
  const box = (point) => anna.page.locator(`[data-item="${point}"]`).boundingBox();
  /** Takes a point by its grip and lets it go just above another. */
  const drag = async (point, above) => {
    const grip = await anna.page.locator(`[data-item="${point}"] .grip`).boundingBox();
    const goal = await box(above);
    await anna.page.mouse.move(grip.x + 5, grip.y + 10);
    await anna.page.mouse.down();
    await anna.page.mouse.move(goal.x + 8, goal.y + 4, { steps: 4 });
    await anna.page.mouse.up();
  };
  // The two gates side by side.
  await anna.page.setViewportSize({ width: 1280, height: 1400 });
  await drag("R2", "R1");
  await expect.poll(async () => (await points(anna, "Before the vote")).slice(0, 3)).toEqual(["R2", "R1", "R3"]);
  await drag("R9", "R8");
  await expect.poll(() => points(anna, "Before the sprint")).toEqual(["R7", "R9", "R8", "R12"]);
  await drag("R3", "R12");
  await expect.poll(() => points(anna, "Before the sprint")).toEqual(["R7", "R9", "R8", "R3", "R12"]);
  // One below the other.
  await anna.page.setViewportSize({ width: 600, height: 2400 });
  await drag("R10", "R8");
  await expect.poll(() => points(anna, "Before the sprint")).toEqual(["R7", "R9", "R10", "R8", "R3", "R12"]);
  await drag("R12", "R2");
  await expect.poll(async () => (await points(anna, "Before the vote")).slice(0, 2)).toEqual(["R12", "R2"]);
});

test("a list is shared as a link and taken over by somebody else", async ({ people }) => {
  const [anna, ben] = await people.inviteAll(2);
  await anna.goto("#ready");
  await anna.fill("textbox", "Another point before the sprint", "Shown to support");
  await anna.press("Enter");
  await anna.click("button", "Share as link");
  const link = await anna.value("textbox", "Link to this Definition of Ready");
  expect(link).toMatch(/#d=[\w-]+$/);
  await ben.goto(link);
  await ben.see("heading", "A Definition of Ready was shared with you");
  await expect(ben.page.getByText("Shown to support")).toBeVisible();
  await ben.click("button", "Use this Definition of Ready");
  await ben.see("switch", "T1 Shown to support");
  await ben.click("button", "Undo");
  await ben.miss("switch", "T1 Shown to support");
  await ben.goto("#ready");
  await ben.goto(link.slice(0, -6));
  await ben.see("button", "Keep mine");
  await expect(ben.page.getByText("The end of this link is missing.")).toBeVisible();
});

test("a story shows both gates with reasons, is overruled, sent back and taken in again", async ({ people }) => {
  const anna = await people.invite("Anna");
  await story(anna, "Pay by invoice");
  const vote = anna.page.getByRole("region", { name: "Before the vote" });
  const ready = anna.page.getByRole("region", { name: "Before the sprint" });
  await expect(vote.getByText("Vote gate: 6 missing")).toBeVisible();
  await expect(ready.getByText("The vote gate comes first.")).toBeVisible();
  await expect(vote.getByText("There are no acceptance criteria.")).toBeVisible();
  await anna.fill("textbox", "Acceptance criteria", "- The invoice has a number");
  await expect(vote.getByText("1 criterion is written.")).toBeVisible();
  await expect(vote.getByRole("checkbox", { name: "R3" })).toBeChecked();
  await vote.getByRole("checkbox", { name: "R3" }).uncheck();
  await expect(vote.getByText("Unticked by hand. The page sees it differently: 1 criterion is written.")).toBeVisible();
  await vote.getByRole("checkbox", { name: /^R1 / }).check();
  await expect(vote.getByText("Vote gate: 5 missing")).toBeVisible();
  // Overruled, and on record.
  await vote.getByRole("button", { name: "Overrule" }).click();
  await anna.fill("textbox", "Who decides", "Ana");
  await anna.fill("textbox", "Why", "It is tiny");
  await anna.click("button", "Let it pass");
  await expect(vote.getByText("Vote gate: overruled")).toBeVisible();
  await expect(vote.getByText("Overruled by Ana, because: It is tiny")).toBeVisible();
  await expect(vote.getByText(/Ana: “It is tiny” Missing then: R2, R3, R4, R5, R6/)).toBeVisible();
  // Sent back: it comes up in the next session with what it misses.
  await anna.click("button", "Send back");
  await anna.fill("textbox", "A word to it (optional)", "Ask the bank");
  await anna.click("button", "Send back to the next session");
  await expect(anna.page.getByText(/Sent back on .* Missing then: R2, R3, R4, R5, R6/)).toBeVisible();
  await anna.click("link", "Planned session");
  await expect(anna.page.getByText(/R2, R3, R4, R5, R6.*Ask the bank/)).toBeVisible();
  await anna.page.goBack();
  await anna.click("button", "Take it in again");
  await anna.miss("button", "Take it in again");
});

for (const width of [320, 1280]) {
  test(`the gate keeps nobody out at ${width} px`, async ({ people }) => {
    test.setTimeout(120_000);
    const context = { viewport: { width, height: 800 }, reducedMotion: /** @type {const} */ ("reduce") };
    const anna = await people.invite("Anna", { context });
    await anna.goto("#ready");
    await anna.click("button", "Change R7");
    await anna.click("button", "Share as link");
    await anna.fill("textbox", "Largest estimate for one sprint", "XL");
    await looks(anna, "ready");
    const link = await anna.value("textbox", "Link to this Definition of Ready");
    await story(anna, "Pay by invoice, with a reminder after fourteen days");
    await anna.fill("textbox", "Acceptance criteria", "- The invoice has a number");
    await of(anna, "button", "Overrule").first().click();
    await anna.click("button", "Send back");
    await looks(anna, "story-gates");
    await anna.goto("#plan");
    await anna.page.getByRole("button", { name: "Propose stories" }).click();
    await anna.page.getByRole("button", { name: /Vote gate/ }).click();
    await anna.see("heading", "Before the vote");
    await looks(anna, "plan-gates");
    await anna.goto(link);
    await anna.see("heading", "A Definition of Ready was shared with you");
    await looks(anna, "shared-ready");
  });
}

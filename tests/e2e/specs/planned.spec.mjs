// A planned session: what it is for and when, the items it ticks, and the table it opens.
import { expect, test } from "../support/people.mjs";
import { looks } from "../support/looks.mjs";
import { of, seat } from "../support/table.mjs";

const TICKET = "https://tracker.example/ABC-1";

/** Adds a story that misses nothing before the vote, and one that misses all of it. */
async function prepared(person) {
  await person.goto("#backlog");
  for (const title of ["Pay by invoice", "Something vague"]) {
    await person.fill("textbox", "New story", title);
    await person.press("Enter");
  }
  await person.page.getByRole("link", { name: "Pay by invoice" }).click();
  await person.see("heading", "Pay by invoice");
  await person.fill("textbox", "Link", TICKET);
  await person.fill("textbox", "Acceptance criteria", "- The invoice has a number");
  await person.fill("textbox", "Dependencies", "none");
  await person.page.getByLabel("Has its place in the order", { exact: true }).check();
  for (const name of [/^R1 /, /^R2 /, /^R5 /]) await person.page.getByRole("checkbox", { name }).check();
}

/** From a story’s page, where the way back has the same name. */
const toList = (person) => of(person, "link", "Backlog").first().click();

/** What a row of the list says of its gates. */
const gates = (person, title) =>
  person.page.locator(".story-row", { hasText: title }).locator(".gate-chip .vh").allTextContents();

test("the list says how the gates of each story stand", async ({ people }) => {
  const anna = await people.invite("Anna");
  await prepared(anna);
  await toList(anna);
  await expect.poll(() => gates(anna, "Pay by invoice")).toEqual(["Vote gate: open", "Ready gate: 3 missing"]);
  await expect.poll(() => gates(anna, "Something vague")).toEqual(["Vote gate: 6 missing", "Ready gate: 9 missing"]);
});

test("times and comments are kept, and tick their items", async ({ people }) => {
  const anna = await people.invite("Anna");
  await anna.goto("#plan");
  const begins = anna.page.getByLabel("The session begins");
  const sent = anna.page.getByLabel("Stories sent ahead on");
  await begins.fill("2026-12-01T10:00");
  await sent.fill("2026-11-28T09:00");
  await anna.page.getByLabel("Comments were asked for").check();
  await anna.reload();
  await expect(begins).toHaveValue("2026-12-01T10:00");
  await expect(sent).toHaveValue("2026-11-28T09:00");
  await anna.click("link", "Prepare a refinement");
  await expect(anna.page.getByText("The stories went out 3 days before the session.", { exact: true })).toBeVisible();
  await expect(anna.page.getByText("Comments were asked for along with the stories.", { exact: true })).toBeVisible();
  await anna.click("link", "Definition of Ready");
  await anna.click("button", "We agree on this");
  await anna.click("link", "Prepare a refinement");
  await expect(anna.page.getByText("The Definition of Ready has 10 points.", { exact: true })).toBeVisible();
});

test("a table has the goal of the session and a way to the ticket, on every screen", async ({ people }) => {
  const [anna, ben] = await people.inviteAll(2);
  await prepared(anna);
  await anna.goto("#plan");
  await anna.fill("textbox", "Goal", "Customers pay by invoice");
  await anna.page.getByRole("button", { name: "Plan Pay by invoice" }).click();
  await anna.click("button", "Open the table");
  await anna.fill("textbox", "Your name", "Anna");
  await anna.click("button", "Continue");
  await anna.see("list", "Seats");
  await seat(anna, ben);
  for (const person of [anna, ben]) {
    await expect(person.page.getByText("Goal: Customers pay by invoice")).toBeVisible();
    expect(await person.value("textbox", "Story title")).toBe("Pay by invoice");
    const ticket = of(person, "link", "Open in the tracker");
    await expect(ticket).toHaveAttribute("href", TICKET);
    await expect(ticket).toHaveAttribute("rel", "noreferrer noopener");
  }
  await ben.click("button", "Next story");
  await ben.miss("link", "Open in the tracker");
  await anna.reload();
  await expect(anna.page.getByText("Goal: Customers pay by invoice")).toBeVisible();
});

for (const width of [320, 1280]) {
  test(`a planned session keeps nobody out at ${width} px`, async ({ people }) => {
    test.setTimeout(120_000);
    const context = { viewport: { width, height: 800 }, reducedMotion: /** @type {const} */ ("reduce") };
    const anna = await people.invite("Anna", { context });
    await prepared(anna);
    await toList(anna);
    await anna.see("button", "Add story");
    await looks(anna, "backlog with gates");
    await anna.goto("#plan");
    await anna.fill("textbox", "Goal", "Customers of all countries pay by invoice, and nobody has to call the hotline");
    await anna.page.getByRole("button", { name: "Plan Pay by invoice" }).click();
    await looks(anna, "plan");
    await anna.click("button", "Open the table");
    await anna.fill("textbox", "Your name", "Anna");
    await anna.click("button", "Continue");
    await anna.see("list", "Seats");
    await looks(anna, "planned table");
  });
}

// Writing back to a tracker: off until it is switched on, shown first, sent once, to one
// host only; and whatever the tracker answers, the page says what came of it.
import { expect, test } from "../support/people.mjs";
import { looks } from "../support/looks.mjs";
import { TicketServer } from "../support/ticket_server.mjs";

const TOKEN = "ghp_secretOfAnna";
const TITLE = "Pay by invoice";
const COMMENT = "**Estimate:** 5";

/** @type {TicketServer} */
let tracker;

test.beforeEach(async () => {
  tracker = await TicketServer.start();
});

test.afterEach(async () => {
  await tracker.stop();
});

/** A story with an estimate and an address; its page is open. */
async function story(person, link) {
  await person.goto("#backlog");
  await person.fill("textbox", "New story", TITLE);
  await person.press("Enter");
  await person.click("link", TITLE);
  await person.fill("textbox", "Estimate", "5");
  await person.fill("textbox", "Link", link);
}

const setup = (person) => person.page.locator("summary", { hasText: "Write back to the tracker" });

/** Switches it on and gives the token of the story's host. */
async function switchOn(person, { estimate = false } = {}) {
  await setup(person).click();
  // Whose ticket it is, is known.
  await expect(person.page.getByLabel("Tracker", { exact: true })).toHaveValue(tracker.host);
  await person.page.getByLabel("Token", { exact: true }).fill(TOKEN);
  await person.click("button", "Keep the token");
  await expect(person.page.getByText("Kept in this browser.")).toBeVisible();
  await person.page.getByRole("switch", { name: "Send comments to GitHub and GitLab" }).check();
  if (estimate) await person.page.getByRole("switch", { name: "Set the estimate, too" }).check();
}

/** A person with everything set up. */
async function ready(people, link, wish = {}) {
  people.mayAsk(tracker.url);
  const anna = await people.invite("Anna", wish.context ? { context: wish.context } : {});
  await story(anna, link);
  await switchOn(anna, wish);
  return anna;
}

const says = (person, text) => expect(person.page.locator(".ticket-status")).toContainText(text);

test("while it is off there is nothing to press, and nothing is asked", async ({ people }) => {
  // No address of another origin is allowed to this page: asking would fail the test.
  const anna = await people.invite("Anna");
  await story(anna, tracker.github);
  await anna.miss("button", "Send to GitHub");
  await setup(anna).click();
  await anna.page.getByLabel("Token", { exact: true }).fill(TOKEN);
  await anna.click("button", "Keep the token");
  await expect(anna.page.getByText("Kept in this browser.")).toBeVisible();
  await anna.miss("button", "Send to GitHub");
  await anna.page.getByRole("switch", { name: "Send comments to GitHub and GitLab" }).check();
  await anna.see("button", "Send to GitHub");
  await anna.page.getByRole("switch", { name: "Send comments to GitHub and GitLab" }).uncheck();
  await anna.miss("button", "Send to GitHub");
  expect(tracker.heard).toEqual([]);
});

test("what is shown is what leaves for GitHub, to the letter", async ({ people }) => {
  const anna = await ready(people, tracker.github);
  await anna.click("button", "Send to GitHub");
  expect(await anna.value("textbox", "Outgoing text")).toBe(COMMENT);
  await expect(anna.page.getByText(`Address: ${tracker.url}/api/v3/repos/firm/shop/issues/7/comments`)).toBeVisible();
  expect(tracker.heard).toEqual([]);

  await anna.click("button", "Send");
  await says(anna, "The comment is there.");
  const [asked, ...others] = tracker.sent;
  expect(others).toEqual([]);
  expect(asked).toMatchObject({ method: "POST", path: "/api/v3/repos/firm/shop/issues/7/comments", body: JSON.stringify({ body: COMMENT }) });
  expect(asked.headers).toMatchObject({
    authorization: `Bearer ${TOKEN}`,
    accept: "application/vnd.github+json",
    "content-type": "application/json",
    "x-github-api-version": "2022-11-28",
  });
  for (const name of ["cookie", "referer", "private-token"]) expect(asked.headers[name], name).toBeUndefined();
  for (const url of anna.requests) expect(url).not.toContain(TOKEN);
  const link = anna.page.getByRole("link", { name: "See it in the tracker" });
  await expect(link).toHaveAttribute("href", `${tracker.github}#issuecomment-1`);
  await expect(link).toHaveAttribute("rel", /noreferrer/);
});

test("what is shown is what leaves for GitLab, the weight after it", async ({ people }) => {
  const anna = await ready(people, tracker.gitlab, { estimate: true });
  await anna.click("button", "Send to GitLab");
  await expect(anna.page.getByText("After that, the weight is set to 5.")).toBeVisible();
  await anna.click("button", "Send");
  await says(anna, "So is the estimate.");
  const ticket = "/api/v4/projects/firm%2Fteam%2Fshop/issues/7";
  expect(tracker.sent.map(({ method, path, body }) => [method, path, body])).toEqual([
    ["POST", `${ticket}/notes`, JSON.stringify({ body: COMMENT })],
    ["PUT", ticket, JSON.stringify({ weight: 5 })],
  ]);
  for (const { headers } of tracker.sent) {
    expect(headers["private-token"]).toBe(TOKEN);
    expect(headers.authorization).toBeUndefined();
  }
});

test("the estimate becomes a label at GitHub, and only if that is wanted", async ({ people }) => {
  const anna = await ready(people, tracker.github, { estimate: true });
  await anna.click("button", "Send to GitHub");
  await expect(anna.page.getByText("the label “points: 5” is added")).toBeVisible();
  await anna.click("button", "Send");
  await says(anna, "So is the estimate.");
  expect(tracker.sent[1]).toMatchObject({ method: "POST", path: "/api/v3/repos/firm/shop/issues/7/labels", body: '{"labels":["points: 5"]}' });
  await anna.fill("textbox", "Estimate", "8");
  await anna.click("button", "Send to GitHub");
  await expect(anna.page.getByText("The label “points: 5” of last time stays there")).toBeVisible();
});

test("a double click sends once, and the same comment not again without a word", async ({ people }) => {
  const anna = await ready(people, tracker.github);
  await anna.click("button", "Send to GitHub");
  await anna.page.getByRole("button", { name: "Send", exact: true }).dblclick({ noWaitAfter: true });
  await says(anna, "The comment is there.");
  expect(tracker.sent.length).toBe(1);
  await anna.click("button", "Put away");
  await anna.click("button", "Send to GitHub");
  await expect(anna.page.getByText("This very comment was sent on")).toBeVisible();
  await anna.click("button", "Do not send");
  await anna.reload();
  await anna.click("button", "Send to GitHub");
  await expect(anna.page.getByText("Sent again, it stands there twice.")).toBeVisible();
  expect(tracker.sent.length).toBe(1);
});

test("stop hangs up, and nobody claims to know what became of it", async ({ people }) => {
  tracker.mode = "slow";
  const anna = await ready(people, tracker.github);
  await anna.click("button", "Send to GitHub");
  await anna.click("button", "Send");
  await says(anna, "Sending…");
  await expect(anna.page.getByRole("button", { name: "Send to GitHub" })).toBeDisabled();
  await expect.poll(() => tracker.sent.length).toBe(1);
  await says(anna, "No answer yet.");
  await anna.click("button", "Stop");
  await expect.poll(() => tracker.hungUp).toBe(1);
  await says(anna, "look at the ticket before you send again");
  // The keyboard is where it was.
  await expect(anna.page.locator(".ticket .model-panel")).toBeFocused();
  await anna.click("button", "Send to GitHub");
  await expect(anna.page.getByText("and no answer came")).toBeVisible();
});

for (const { mode, sentence, isThere = false } of /** @type {const} */ ([
  { mode: "401", sentence: "does not accept the token" },
  { mode: "403", sentence: "does not accept the token" },
  { mode: "404", sentence: "does not know this ticket" },
  { mode: "limited", sentence: "asks for patience" },
  { mode: "429", sentence: "Try again in 2 minutes." },
  { mode: "500", sentence: "with status 500: Something went wrong <b>here</b> It may be there" },
  { mode: "moved", sentence: "The ticket has moved." },
  { mode: "html", sentence: "is no answer of GitHub" },
  { mode: "megabytes", sentence: "is no answer of GitHub" },
  { mode: "no-cors", sentence: "does not answer this page" },
  { mode: "elsewhere", sentence: "The comment is there.", isThere: true },
  { mode: "script", sentence: "The comment is there.", isThere: true },
])) {
  test(`a tracker that answers with ${mode} is told of, and the page stays whole`, async ({ people }) => {
    tracker.mode = mode;
    const anna = await ready(people, tracker.github);
    await anna.click("button", "Send to GitHub");
    await anna.click("button", "Send");
    await says(anna, sentence);
    await expect(anna.page).not.toHaveTitle("taken");
    const link = anna.page.getByRole("link", { name: "See it in the tracker" });
    // A tracker's own word on where the comment is leads nowhere but to the ticket.
    if (isThere) await expect(link).toHaveAttribute("href", tracker.github);
    else await expect(link).toHaveCount(0);
    expect(tracker.heard.map(({ path }) => path).join()).not.toContain("other/place");
    await anna.click("button", "Put away");
    await anna.miss("button", "Put away");
  });
}

test("a weight that is not taken is told of", async ({ people }) => {
  tracker.mode = "no-weight";
  const anna = await ready(people, tracker.gitlab, { estimate: true });
  await anna.click("button", "Send to GitLab");
  await anna.click("button", "Send");
  await says(anna, "The estimate was not set.");
});

test("the token is not shown again, is in no backup, and is forgotten on a press", async ({ people }) => {
  const anna = await ready(people, tracker.github);
  await expect(anna.page.getByLabel("Token", { exact: true })).toHaveValue("");
  await anna.page.getByRole("button", { name: "Settings" }).click();
  const download = anna.page.waitForEvent("download");
  await anna.page.getByRole("button", { name: "Save a backup" }).click();
  const stream = await (await download).createReadStream();
  let text = "";
  for await (const chunk of stream) text += chunk;
  expect(text).not.toContain(TOKEN);
  await anna.press("Escape");
  await anna.click("button", `Forget the token of ${tracker.host}`);
  await anna.miss("button", "Send to GitHub");
  expect(String(await anna.evaluate("JSON.stringify(localStorage)"))).not.toContain(TOKEN);
  expect(tracker.heard).toEqual([]);
});

test("a token goes to no other host, whatever a story's address looks like", async ({ people }) => {
  const anna = await ready(people, tracker.github);
  for (const link of [
    "https://github.com/firm/shop/issues/7",
    `https://${tracker.host}@evil.example/firm/shop/issues/7`,
    `http://localhost:${new URL(tracker.url).port}/firm/shop/issues/7`,
    `${tracker.url}/firm/shop/pull/7`,
  ]) {
    await anna.fill("textbox", "Link", link);
    await anna.miss("button", "Send to GitHub");
  }
});

for (const width of [320, 1280]) {
  test(`writing back keeps nobody out at ${width} px`, async ({ people }) => {
    test.setTimeout(120_000);
    const context = { viewport: { width, height: 800 }, reducedMotion: /** @type {const} */ ("reduce") };
    const anna = await ready(people, tracker.github, { context, estimate: true });
    await looks(anna, "tokens");
    await anna.click("button", "Send to GitHub");
    await looks(anna, "what leaves");
    await anna.click("button", "Send");
    await says(anna, "So is the estimate.");
    await looks(anna, "what came of it");
  });
}

test("it speaks German", async ({ people }) => {
  people.mayAsk(tracker.url);
  const context = { viewport: { width: 320, height: 800 }, locale: "de-DE", reducedMotion: /** @type {const} */ ("reduce") };
  const anna = await people.invite("Anna", { context });
  await anna.goto("#backlog");
  await anna.fill("textbox", "Neue Story", "Suche");
  await anna.press("Enter");
  await anna.click("link", "Suche");
  await anna.fill("textbox", "Schätzung", "5");
  await anna.fill("textbox", "Link", tracker.github);
  await anna.page.locator("summary", { hasText: "In den Tracker zurückschreiben" }).click();
  await anna.page.getByLabel("Token", { exact: true }).fill(TOKEN);
  await anna.click("button", "Token behalten");
  await anna.page.getByRole("switch", { name: "Kommentare an GitHub und GitLab senden" }).check();
  await anna.click("button", "An GitHub senden");
  await looks(anna, "was hinausgeht");
  await anna.click("button", "Abschicken");
  await says(anna, "Der Kommentar steht dort.");
});

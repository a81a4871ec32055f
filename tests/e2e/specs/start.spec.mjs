// The first moments: before the program is there, without storage, below any path.
import { expect, test } from "../support/people.mjs";
import { full } from "../support/address.mjs";
import { askIn, inviteLink, letIn, of, open, rules, seesPeople, seesStatus, table, vote } from "../support/table.mjs";

/** Holds the program back until the test lets it go. */
async function slowProgram(person) {
  let release = () => {};
  const gate = new Promise((open) => {
    release = () => open(undefined);
  });
  let asked = 0;
  await person.page.route(/\.wasm$/, async (route) => {
    asked += 1;
    await gate;
    await route.continue();
  });
  return { release, asked: () => asked };
}

/** The program has taken the page over. */
const arrived = (person) => expect(person.page.locator("section[aria-label='Messages']")).toHaveCount(1);

test("the first button works before the program is there", async ({ people }) => {
  const anna = await people.invite("Anna");
  const program = await slowProgram(anna);
  await anna.goto();
  await anna.click("button", "Start a poker round");
  const field = of(anna, "textbox", "Your name");
  await expect(field).toBeFocused();
  await anna.page.keyboard.type("An");
  expect(program.asked()).toBe(1);
  await expect(anna.page.locator("section[aria-label='Messages']")).toHaveCount(0);
  await anna.press("ArrowLeft");
  program.release();
  // Typed on and on while the program takes over, in the middle of the word.
  for (const letter of "bcdefghij") await anna.page.keyboard.type(letter, { delay: 60 });
  await arrived(anna);
  await expect(field).toBeFocused();
  await anna.page.keyboard.type("k");
  await expect(field).toHaveValue("Abcdefghijkn");
  await anna.press("Enter");
  await anna.see("list", "Seats");
  expect((await anna.items("list", "Seats"))[0]).toMatch(/^Abcdefghijkn/);
});

test("a name sent before the program is there opens the table", async ({ people }) => {
  const anna = await people.invite("Anna");
  const program = await slowProgram(anna);
  await anna.goto();
  await anna.click("button", "Start a poker round");
  await anna.page.keyboard.type("Anna");
  await anna.press("Enter");
  program.release();
  await anna.see("list", "Seats");
  expect((await anna.items("list", "Seats"))[0]).toMatch(/^Anna/);
});

test("a guest may be early, too", async ({ people }) => {
  const [anna] = await table(people, 1);
  const link = await inviteLink(anna);
  const ben = await people.invite("Ben");
  const program = await slowProgram(ben);
  await ben.goto(link);
  await ben.fill("textbox", "Your name", "Ben");
  await ben.click("button", "Join");
  program.release();
  await expect(of(ben, "textbox", "Reply link")).toHaveValue(/#r=/);
  await letIn(anna, await ben.value("textbox", "Reply link"));
  await seesPeople(2, anna, ben);
});

test("back leads back, and settings wait for the program", async ({ people }) => {
  const anna = await people.invite("Anna");
  const program = await slowProgram(anna);
  await anna.goto();
  await anna.click("button", "Start a poker round");
  await anna.click("button", "Back");
  await expect(of(anna, "button", "Start a poker round")).toBeFocused();
  await anna.click("button", "Settings");
  program.release();
  await anna.see("dialog", "Settings");
});

test("the first screen takes few requests, all below the page’s own path", async ({ people }) => {
  const anna = await people.invite("Anna");
  await anna.goto();
  await arrived(anna);
  const asked = anna.requests.filter((url) => !/^(data|blob):/.test(url));
  expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(5);
  for (const url of asked) expect(url.startsWith(full()), url).toBe(true);
  expect(new URL(full()).pathname).not.toBe("/");
});

test("the page asks for nothing that a strict host would forbid", async ({ people }) => {
  const anna = await people.invite("Anna");
  // What can be sent as a header by any host; inline style and script are the page's own.
  const policy = [
    "default-src 'none'", "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'", "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:", "manifest-src 'self'", "base-uri 'none'",
    "form-action 'none'", "frame-ancestors 'none'",
  ].join("; ");
  await anna.page.route(full(), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  // A violation is logged as an error, which fails the test.
  await open(anna);
  await inviteLink(anna);
  await vote(anna, "5");
  await seesStatus("1 of 1 voted", anna);
});

test("with storage switched off all works, and the page says so", async ({ people }) => {
  const [anna, ben] = [await people.invite("Anna"), await people.invite("Ben")];
  for (const person of [anna, ben]) {
    await person.context.addInitScript(() => {
      const refuse = () => {
        throw new DOMException("denied", "SecurityError");
      };
      Object.defineProperty(globalThis, "localStorage", { get: refuse });
      Object.defineProperty(globalThis, "indexedDB", { get: refuse });
    });
  }
  await open(anna);
  await expect(anna.page.getByText("This browser does not let pages keep anything").first()).toBeVisible();
  const reply = await askIn(ben, await inviteLink(anna));
  await letIn(anna, reply);
  await seesPeople(2, anna, ben);
  await vote(anna, "5");
  await vote(ben, "5");
  await seesStatus("2 of 2 voted", anna, ben);
});

test("with storage full all works, and the page says so", async ({ people }) => {
  const anna = await people.invite("Anna");
  await anna.context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open(anna);
  await expect(anna.page.getByText("This browser has no room left.").first()).toBeVisible();
  await vote(anna, "5");
  await seesStatus("1 of 1 voted", anna);
  await anna.click("button", "Settings");
  await expect(anna.page.getByText("newer changes are not kept")).toBeVisible();
});

test("what is damaged is set aside, and what is newer is left alone", async ({ people }) => {
  const anna = await people.invite("Anna");
  await open(anna);
  await rules(anna);
  await of(anna, "radio", "Hours").check();
  await anna.click("button", "Close");
  const keys = await anna.page.evaluate(() => Object.keys(localStorage));
  const settings = keys.find((key) => key.endsWith("settings"));
  await anna.page.goto("about:blank");
  const again = await anna.newTab();
  await again.goto("icon.svg");
  await again.page.evaluate((key) => localStorage.setItem(key, "{ this is no JSON"), settings);
  await again.goto();
  await expect(again.page.getByText("Something kept here was damaged and was set aside.")).toBeVisible();
  await again.click("button", "Settings");
  const [file] = await Promise.all([
    again.page.waitForEvent("download"),
    again.click("button", "Download the damaged copy"),
  ]);
  const { readFile } = await import("node:fs/promises");
  expect(await readFile(await file.path(), "utf8")).toContain("{ this is no JSON");
});

test("a backup brings everything back into another browser", async ({ people }) => {
  const [anna] = await table(people, 1);
  await anna.click("button", "Settings");
  await of(anna, "radio", "Dark").check();
  const [file] = await Promise.all([
    anna.page.waitForEvent("download"),
    anna.click("button", "Save a backup"),
  ]);
  const path = await file.path();
  const other = await people.invite("Other");
  await other.goto();
  await other.click("button", "Settings");
  await other.page.getByLabel("Read a backup").setInputFiles({ name: "no.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(other.page.getByText("That is not a Floret backup.")).toBeVisible();
  await other.page.getByLabel("Read a backup").setInputFiles(path);
  await expect(other.page.getByText("The backup was read.")).toBeVisible();
  await expect(other.page.locator("html")).toHaveAttribute("data-theme", "dark");
  await other.click("button", "Close");
  await other.click("button", "Start a poker round");
  expect(await other.value("textbox", "Your name")).toBe("Anna");
});

test("German by the browser’s language, before and after the program", async ({ people }) => {
  const anna = await people.invite("Anna", { context: { locale: "de-AT" } });
  const program = await slowProgram(anna);
  await anna.goto();
  await anna.see("button", "Pokerrunde starten");
  await expect(anna.page.locator("html")).toHaveAttribute("lang", "de");
  program.release();
  await expect(anna.page.locator("section[aria-label='Meldungen'], section[aria-label='Nachrichten']")).toHaveCount(1);
  await anna.see("button", "Pokerrunde starten");
  const other = await people.invite("Other", { context: { locale: "fr-FR" } });
  await other.goto();
  await other.see("button", "Start a poker round");
});

test("the page takes the colours of the system", async ({ people }) => {
  const background = (person) => person.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const seen = [];
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    const person = await people.invite(colorScheme, { context: { colorScheme } });
    await person.goto();
    seen.push(await background(person));
  }
  expect(seen[0]).not.toBe(seen[1]);
});

test("a table that is open twice is held by one tab", async ({ people }) => {
  const [anna] = await table(people, 1);
  await anna.fill("textbox", "Story title", "Mine");
  const second = await anna.newTab();
  await second.goto("#table");
  await second.see("heading", "This table is open in another tab");
  expect(await anna.value("textbox", "Story title")).toBe("Mine");
});

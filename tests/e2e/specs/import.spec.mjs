// Stories that come in and leave: pasted, dropped or picked, seen before they are taken, and out again.
import { readFileSync } from "node:fs";

import { expect, test } from "../support/people.mjs";
import { jira } from "../support/jira.mjs";
import { looks } from "../support/looks.mjs";
import { of } from "../support/table.mjs";

/** The titles in sight, from the top. */
const titles = (person) => person.page.locator(".story-title").allTextContents();

/** How many stories this browser keeps. */
const kept = (person) =>
  person.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("floret.story.")).length);

async function atBacklog(people, context = {}) {
  const anna = await people.invite("Anna", { context });
  await anna.goto("#backlog");
  await anna.see("button", "Add story");
  return anna;
}

/** Picks a file; the import is open. */
async function pick(person, name, text) {
  await person.page
    .getByLabel("Pick a file")
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text, "utf8") });
}

/** Drops a file on an element. */
async function drop(person, selector, name, text) {
  await person.page.evaluate(
    ([selector, name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name, { type: "text/csv" }));
      for (const kind of ["dragenter", "dragover", "drop"]) {
        const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector(selector).dispatchEvent(event);
      }
    },
    [selector, name, text],
  );
}

/** Waits for the sentence that says what was read. */
const says = (person, text) => expect(person.page.locator(".import-status")).toHaveText(text, { timeout: 20_000 });

/** Presses a button that saves a file: its name and what is in it. */
async function saved(person, name) {
  const [file] = await Promise.all([person.page.waitForEvent("download"), person.click("button", name)]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("pasted lines are seen before they are taken in, and one undo takes them back", async ({ people }) => {
  const anna = await atBacklog(people);
  await anna.click("button", "Import");
  await expect(of(anna, "heading", "Import")).toBeFocused();
  await anna.fill("textbox", "Stories to import", "# Sprint 41\n- ABC-1: Login\n- Search\nhttps://jira.example/browse/ABC-3");
  await says(anna, "4 rows found: 3 new, 1 row refused.");
  await anna.see("list", "3 new");
  expect(await anna.items("list", "1 row refused")).toEqual(["Line 1It is a heading.# Sprint 41"]);
  expect(await kept(anna)).toBe(0);
  await anna.click("button", "Take them in");
  await anna.miss("heading", "Import");
  await expect.poll(() => titles(anna)).toEqual(["Login", "Search", "ABC-3"]);
  await expect(of(anna, "button", "Import")).toBeFocused();
  await expect(anna.page.getByText("Imported: 3 new.")).toBeVisible();
  await anna.click("button", "Undo");
  await anna.see("heading", "No stories yet");
  expect(await kept(anna)).toBe(0);
});

test("a dropped file: refused rows with their reasons, then the same again, then one changed", async ({ people }) => {
  const anna = await atBacklog(people);
  const text = jira(40, { separator: ";", newline: "\r\n", mark: true, spoiled: 2 });
  // Anywhere on the page.
  await drop(anna, "h1", "Jira.csv", text);
  await says(anna, "42 rows found: 40 new, 2 rows refused.");
  for (const fact of ["Jira, CSV", "UTF-8", "semicolon"]) {
    await expect(anna.page.getByText(fact, { exact: true })).toBeVisible();
  }
  const refused = await anna.items("list", "2 rows refused");
  expect(refused).toHaveLength(2);
  expect(refused[0]).toMatch(/^Line \d+It has no title\.SHOP-41$/);
  await anna.click("button", "Take them in");
  await expect.poll(() => kept(anna)).toBe(40);
  await anna.click("button", "Import");
  await drop(anna, ".import-drop", "Jira.csv", text);
  await says(anna, "42 rows found: 40 unchanged, 2 rows refused.");
  expect(await anna.enabled("button", "Take them in")).toBe(false);
  await drop(anna, ".import-drop", "Jira.csv", text.replace("Fails: ", "Broken: "));
  await says(anna, "42 rows found: 1 changed, 39 unchanged, 2 rows refused.");
  expect((await anna.items("list", "1 changed"))[0]).toContain("Changes: Title");
  await anna.click("button", "Take them in");
  await expect.poll(async () => (await titles(anna)).filter((title) => title.startsWith("Broken: "))).toHaveLength(1);
  await anna.reload();
  await expect.poll(() => kept(anna)).toBe(40);
});

test("a file that is no text is refused as a whole", async ({ people }) => {
  const anna = await atBacklog(people);
  await anna.click("button", "Import");
  await pick(anna, "sheet.xlsx", "PK\u0003\u0004");
  await says(anna, "The file is not text. Export it as CSV and try again.");
  expect(await anna.enabled("button", "Take them in")).toBe(false);
  await anna.click("button", "Cancel");
  await anna.see("button", "Add story");
});

test("a column goes where a hand says, and its list keeps the focus", async ({ people }) => {
  const anna = await atBacklog(people);
  await anna.click("button", "Import");
  await pick(anna, "liste.csv", "Thema;Wer;Issue key\nLogin;Ana, Bo;X-1\nSearch;;X-2\n");
  await says(anna, "2 rows found: 2 rows refused.");
  const topic = of(anna, "combobox", "Column “Thema”");
  await topic.focus();
  await topic.selectOption({ label: "Title" });
  await says(anna, "2 rows found: 2 new.");
  await expect(topic).toBeFocused();
  await of(anna, "combobox", "Column “Wer”").selectOption({ label: "Who is needed" });
  await of(anna, "combobox", "Column “Issue key”").selectOption({ label: "leave out" });
  await says(anna, "2 rows found: 2 new.");
  await anna.click("button", "Take them in");
  await anna.page.getByRole("link", { name: "Login", exact: true }).click();
  await expect(anna.page.getByText("Bo", { exact: true })).toBeVisible();
  expect(await anna.value("textbox", "Key")).toBe("");
});

test("it all works by keyboard", async ({ people }) => {
  const anna = await atBacklog(people);
  await of(anna, "button", "Import").focus();
  await anna.press("Enter");
  await expect(of(anna, "heading", "Import")).toBeFocused();
  await anna.press("Tab");
  await expect(of(anna, "textbox", "Stories to import")).toBeFocused();
  await anna.page.keyboard.insertText("Title,Issue key\nLogin,ABC-1\n,ABC-2\n");
  await says(anna, "2 rows found: 1 new, 1 row refused.");
  await anna.press("Tab");
  await expect(anna.page.getByLabel("Pick a file")).toBeFocused();
  const focused = () => anna.page.evaluate(() => (document.activeElement?.textContent ?? "").trim());
  for (let at = 0; at < 12 && (await focused()) !== "Take them in"; at += 1) await anna.press("Tab");
  expect(await focused()).toBe("Take them in");
  await anna.press("Enter");
  await expect.poll(() => titles(anna)).toEqual(["Login"]);
  await expect(of(anna, "button", "Import")).toBeFocused();
});

test("five thousand rows are read while the page answers, and can be stopped", async ({ people }) => {
  test.setTimeout(120_000);
  const anna = await atBacklog(people);
  const text = jira(5_000);
  await anna.click("button", "Import");
  // Stops as soon as there is something to stop.
  await anna.page.evaluate(() => {
    const stop = new MutationObserver(() => {
      const button = [...document.querySelectorAll("button")].find((one) => one.textContent === "Stop");
      if (!button) return;
      stop.disconnect();
      button.click();
    });
    stop.observe(document.body, { childList: true, subtree: true });
  });
  await pick(anna, "Jira.csv", text);
  await says(anna, /^\d+ rows found: \d+ new\.$/);
  await expect(anna.page.getByText("Only the stories read so far are shown.")).toBeVisible();
  // The longest time without a frame, from here on.
  await anna.page.evaluate(() => {
    let last = performance.now();
    const frame = (now) => {
      window["longest"] = Math.max(window["longest"] ?? 0, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const longest = async () => {
    const ms = Math.round(await anna.page.evaluate(() => window["longest"]));
    await anna.page.evaluate(() => {
      window["longest"] = 0;
    });
    return ms;
  };
  await anna.click("button", "Read again");
  await expect(of(anna, "progressbar", "Import")).toBeVisible();
  await says(anna, "5000 rows found: 5000 new.");
  console.log(`reading 5,000 rows: longest wait for a frame ${await longest()} ms`);
  await expect(anna.page.getByText("… and 4900 more.")).toBeVisible();
  const started = Date.now();
  await anna.click("button", "Take them in");
  await expect(anna.page.getByText("Imported: 5000 new.")).toBeVisible({ timeout: 60_000 });
  console.log(`taking 5,000 stories in: ${Date.now() - started} ms, longest wait for a frame ${await longest()} ms`);
  expect(await kept(anna)).toBe(5_000);
  await anna.click("button", "Undo");
  await expect.poll(() => kept(anna), { timeout: 30_000 }).toBe(0);
  console.log(`undo: longest wait for a frame ${await longest()} ms`);
});

test("what leaves is a file, a text or paper, and comes back as it was", async ({ people }) => {
  const anna = await atBacklog(people, { acceptDownloads: true });
  await anna.page.evaluate(() => {
    window.print = () => {
      window["printed"] = document.querySelectorAll(".record .rich").length;
    };
  });
  expect(await anna.enabled("button", "Export")).toBe(false);
  await anna.click("button", "Import");
  await pick(anna, "Jira.csv", jira(30));
  await says(anna, "30 rows found: 30 new.");
  await anna.click("button", "Take them in");
  await anna.click("button", "Export");
  await expect(anna.page.getByText("Exports 30 stories.")).toBeVisible();
  const files = [];
  for (const name of ["Estimates (CSV)", "Update for Jira (CSV)", "Everything (JSON)"]) files.push(await saved(anna, name));
  expect(files.map(({ name }) => name.replace(/\d{4}-\d\d-\d\d/, "DAY"))).toEqual([
    "floret-estimates-DAY.csv", "floret-jira-DAY.csv", "floret-backlog-DAY.json",
  ]);
  const record = await saved(anna, "Download record");
  expect(record.text).toContain("# Backlog\n\n## SHOP-1 ");
  await anna.click("button", "Copy record");
  expect(await anna.clipboard()).toBe(record.text);
  await anna.click("button", "Print");
  await expect.poll(() => anna.page.evaluate(() => window["printed"])).toBe(30);
  await anna.page.emulateMedia({ media: "print" });
  await expect(anna.page.locator(".record h1")).toBeVisible();
  await expect(of(anna, "list", "Stories")).toBeHidden();
  await anna.page.emulateMedia({ media: "screen" });
  await expect(anna.page.locator(".record")).toBeHidden();
  await anna.click("button", "Import");
  for (const { name, text } of files) {
    await pick(anna, name, text);
    await expect(anna.page.getByText(`File “${name}”`)).toBeVisible();
    await says(anna, "30 rows found: 30 unchanged.");
  }
  // Everything in another browser.
  const ben = await people.invite("Ben");
  await ben.goto("#backlog");
  await ben.click("button", "Import");
  await pick(ben, files[2].name, files[2].text);
  await says(ben, "30 rows found: 30 new.");
  await ben.click("button", "Take them in");
  await ben.click("button", "Export");
  const again = await saved(ben, "Everything (JSON)");
  const timeless = (text) => text.replace(/"changed": \d+/g, "");
  expect(timeless(again.text)).toBe(timeless(files[2].text));
});

test("a story is copied as a comment for its ticket", async ({ people }) => {
  const anna = await atBacklog(people);
  await anna.fill("textbox", "New story", "Login");
  await anna.press("Enter");
  await anna.page.getByRole("link", { name: "Login", exact: true }).click();
  await anna.click("button", "Copy as ticket comment");
  await expect(anna.page.getByText("There is nothing to copy yet")).toBeVisible();
  await anna.fill("textbox", "Estimate", "5");
  await anna.click("button", "Copy as ticket comment");
  await expect.poll(() => anna.clipboard()).toBe("**Estimate:** 5");
});

test("without a network, three hundred rows become seven stories fit to vote", async ({ people }) => {
  test.setTimeout(300_000);
  const anna = await people.invite("Anna");
  await anna.goto();
  const cached = () => anna.page.evaluate(async () => {
    const cache = await caches.open("floret-1");
    return (await cache.keys()).map((request) => new URL(request.url).pathname).join(" ");
  });
  await expect.poll(cached, { timeout: 30_000 }).toMatch(/floret-desk/);
  await anna.context.setOffline(true);
  await anna.reload();
  const started = Date.now();
  const took = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  await anna.click("link", "Backlog");
  await anna.click("button", "Import");
  await pick(anna, "Jira.csv", jira(300, { spoiled: 3 }));
  await says(anna, "303 rows found: 300 new, 3 rows refused.");
  await anna.click("button", "Take them in");
  await expect.poll(() => kept(anna)).toBe(300);
  console.log(`300 rows are stories after ${took()}`);
  await anna.click("link", "Planned session");
  await anna.fill("textbox", "Goal", "Parcels without the hotline");
  await anna.click("button", "Propose stories");
  const links = anna.page.getByRole("list", { name: "Stories of the session" }).locator(".story-link");
  await expect(links).toHaveCount(7);
  for (let at = 0; at < 7; at += 1) {
    await links.nth(at).click();
    await anna.see("textbox", "Acceptance criteria");
    for (const [name, text] of [["Acceptance criteria", "- It is shown on the phone, too"], ["Dependencies", "none"]]) {
      if ((await anna.value("textbox", name)) === "") await anna.fill("textbox", name, text);
    }
    // The rest a person has to judge.
    const vote = anna.page.getByRole("region", { name: "Before the vote" });
    for (let left = await vote.getByRole("checkbox", { checked: false }).count(); left > 0; left -= 1) {
      await vote.getByRole("checkbox", { checked: false }).first().check();
    }
    await anna.click("link", "Planned session");
  }
  await expect(anna.page.getByText("7 stories are fit to vote")).toBeVisible();
  expect(await anna.enabled("button", "Open the table")).toBe(true);
  console.log(`seven of them are fit to vote after ${took()}`);
  expect(Date.now() - started).toBeLessThan(200_000);
  await anna.context.setOffline(false);
});

for (const width of [320, 1280]) {
  test(`import and export keep nobody out at ${width} px`, async ({ people }) => {
    test.setTimeout(120_000);
    const context = { viewport: { width, height: 800 }, reducedMotion: /** @type {const} */ ("reduce") };
    const anna = await atBacklog(people, context);
    await anna.click("button", "Import");
    await anna.see("textbox", "Stories to import");
    await looks(anna, "import, empty");
    await pick(anna, "A-rather-long-name-of-a-file-that-a-tracker-made-up.csv", jira(60, { spoiled: 2 }));
    await says(anna, "62 rows found: 60 new, 2 rows refused.");
    await anna.page.getByText("16 columns").click();
    await anna.see("combobox", "Column “Summary”");
    await looks(anna, "import, preview");
    await anna.click("button", "Take them in");
    await anna.see("list", "Stories");
    await anna.click("button", "Export");
    await anna.see("button", "Download record");
    await looks(anna, "export");
  });
}

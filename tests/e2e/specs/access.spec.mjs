// For everybody: no axe violation on any screen, nothing beyond 320 px, no
// unasked movement.
import { expect, test } from "../support/people.mjs";
import {
  askIn, closePanel, inviteLink, of, open, rules, seat, seesPeople, seesResult, seesStatus, table, vote,
} from "../support/table.mjs";
import { cutOff } from "../support/code.mjs";
import { looks } from "../support/looks.mjs";

const LONG_NAME = "Anna-Magdalena Wolkenstein-Trost";

/** One test looks at a dozen screens in both colours; axe alone takes seconds a screen on a busy machine. */
const LOOKING_MS = 240_000;

const GERMAN = {
  start: "Pokerrunde starten",
  name: "Dein Name",
  go: "Weiter",
  seats: "Plätze",
};

/** Opens a panel, wherever its button is on this screen. */
async function panel(person, name) {
  const button = of(person, "button", name);
  if (!(await button.isVisible())) await person.click("button", "More");
  await button.click();
  await person.see("dialog", name);
}

for (const width of [320, 1280]) {
  const context = { viewport: { width, height: 800 }, reducedMotion: /** @type {const} */ ("reduce") };

  test(`the way to the table keeps nobody out at ${width} px`, async ({ people }) => {
    test.setTimeout(LOOKING_MS);
    const anna = await people.invite("Anna", { context });
    const ben = await people.invite("Ben", { context });
    const cleo = await people.invite("Cleo", { context });
    await anna.goto();
    await anna.see("button", "Start a poker round");
    await looks(anna, "start page");
    await anna.click("button", "Start a poker round");
    await anna.click("button", "Continue");
    await looks(anna, "name form with a complaint");
    await anna.fill("textbox", "Your name", LONG_NAME);
    await anna.click("button", "Continue");
    await anna.see("list", "Seats");
    await looks(anna, "empty table");
    await panel(anna, "Invite");
    await expect(of(anna, "textbox", "Invite link")).toHaveValue(/#j=/);
    await looks(anna, "invite panel");
    const link = await anna.value("textbox", "Invite link");
    await closePanel(anna);

    await cleo.goto(cutOff(link));
    await cleo.see("heading", "The link was cut off");
    await looks(cleo, "cut-off link");
    await ben.goto(link);
    await ben.see("button", "Join");
    await looks(ben, "guest’s name form");
    await askIn(ben, link);
    await looks(ben, "waiting guest");
    await ben.page.getByText("On the same network, and still waiting?").click();
    await looks(ben, "waiting guest with help for networks");
    await cleo.goto(await ben.value("textbox", "Reply link"));
    await cleo.see("heading", "No table is open in this browser");
    await looks(cleo, "reply without a table");

    await panel(anna, "Invite");
    await anna.fill("textbox", "Paste replies", `${await ben.value("textbox", "Reply link")} `);
    await anna.click("button", "Let them in");
    await expect(anna.page.getByText("Ben is at the table.")).toBeVisible();
    await looks(anna, "invite panel after a reply");
  });

  test(`the table keeps nobody out at ${width} px`, async ({ people }) => {
    test.setTimeout(LOOKING_MS);
    const anna = await people.invite("Anna", { context });
    const ben = await people.invite("Ben", { context });
    await open(anna, LONG_NAME);
    await seat(anna, ben);
    await anna.fill("textbox", "Story title", "A story with quite a long title that does not fit on a small screen");
    await vote(anna, "3");
    await vote(ben, "13");
    await seesStatus("2 of 2 voted", anna, ben);
    await looks(ben, "table with votes");
    await ben.click("button", "Reveal");
    await seesResult([ben], "Average 8");
    await looks(ben, "anonymous result");
    await of(ben, "radiogroup", "Estimate").getByText("8", { exact: true }).click();
    await ben.click("button", "Save estimate");
    await panel(anna, "Table settings");
    await of(anna, "radio", "With names").check();
    await closePanel(anna);
    await anna.click("button", "Vote again");
    await vote(anna, "3");
    await seesStatus("1 of 2 voted", anna, ben);
    await anna.click("button", "Reveal");
    await anna.see("dialog", "1 has not voted. Reveal anyway?");
    await looks(anna, "question");
    await anna.click("button", "Reveal anyway");
    await seesResult([anna, ben], "Average 3");
    await looks(anna, "named result, one earlier round");
    await ben.page.close();
    await looks(anna, "a lost seat");
  });

  test(`no panel keeps anybody out at ${width} px`, async ({ people }) => {
    test.setTimeout(LOOKING_MS);
    const anna = await people.invite("Anna", { context });
    await open(anna);
    for (const name of ["Connection", "Stories", "Table settings", "Settings", "Help"]) {
      await panel(anna, name);
      if (name === "Table settings") {
        await of(anna, "switch", "A short comment with each vote").check();
        await anna.page.getByText("A deck of your own").click();
        await anna.click("button", "Save deck");
      }
      if (name === "Settings") {
        await of(anna, "radio", "My own").check();
        await of(anna, "switch", "Rendezvous").check();
        await anna.fill("textbox", "TURN server", "turn.example.org");
        await anna.click("button", "Use this server");
      }
      await looks(anna, name);
      if (name === "Settings") {
        await of(anna, "switch", "Rendezvous").uncheck();
        await anna.click("button", "Test this network");
        await anna.see("heading", "What helps");
        await looks(anna, "network test");
      }
      await closePanel(anna);
    }
  });
}

test("German has nothing that English has not, and fits", async ({ people }) => {
  const context = { viewport: { width: 320, height: 640 }, locale: "de-DE", reducedMotion: /** @type {const} */ ("reduce") };
  const anna = await people.invite("Anna", { context });
  await anna.goto();
  await anna.see("button", GERMAN.start);
  await looks(anna, "Startseite");
  await anna.click("button", GERMAN.start);
  await anna.fill("textbox", GERMAN.name, "Änne");
  await anna.click("button", GERMAN.go);
  await anna.see("list", GERMAN.seats);
  await looks(anna, "Tisch");
  const menu = anna.page.locator("[popovertarget]");
  for (const at of [0, 1, 2, 3, 4]) {
    await menu.click();
    await anna.page.locator("#menu button").nth(at).click();
    const dialog = anna.page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await looks(anna, (await dialog.getByRole("heading").first().textContent()) ?? "");
    await anna.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
  await anna.page.setViewportSize({ width: 1280, height: 800 });
  await looks(anna, "Tisch, breit");
});

test("nothing moves for people who asked for less motion", async ({ people }) => {
  const anna = await people.invite("Anna", { context: { reducedMotion: "reduce" } });
  const ben = await people.invite("Ben", { context: { reducedMotion: "reduce" } });
  await open(anna);
  await seat(anna, ben);
  await vote(anna, "5");
  await vote(ben, "8");
  await seesStatus("2 of 2 voted", anna, ben);
  await anna.click("button", "Reveal");
  await seesResult([anna, ben], "Average 6.5");
  const moving = await anna.page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((one) => {
      const style = getComputedStyle(one);
      const longest = (text) => Math.max(...text.split(",").map((part) => parseFloat(part)));
      const moves = style.animationName !== "none" && longest(style.animationDuration) > 0.01;
      const glides = longest(style.transitionDuration) > 0.01;
      return moves || glides ? [`${one.tagName}.${one.className}`] : [];
    }));
  expect(moving).toEqual([]);
});

test("nothing jumps when people join and vote", async ({ people }) => {
  const anna = await people.invite("Anna");
  await anna.context.addInitScript(() => {
    globalThis.jumps = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.hadRecentInput) continue;
        globalThis.jumps.push({
          value: entry.value,
          what: entry.sources.map(({ node }) => `${node?.nodeName}.${node?.className ?? node?.textContent}`).join(" "),
        });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const ben = await people.invite("Ben");
  const cleo = await people.invite("Cleo");
  await open(anna);
  const link = await inviteLink(anna);
  // By another tab, so that no click of Anna’s explains a movement.
  for (const guest of [ben, cleo]) {
    const reply = await askIn(guest, link);
    const tab = await anna.newTab();
    await tab.goto(reply);
    await guest.see("list", "Seats");
    await tab.page.close();
  }
  await anna.page.bringToFront();
  await seesPeople(3, anna);
  await vote(ben, "3");
  await seesStatus("1 of 3 voted", anna);
  await vote(cleo, "5");
  await seesStatus("2 of 3 voted", anna);
  const jumps = await anna.page.evaluate(() => globalThis.jumps);
  const sum = jumps.reduce((all, { value }) => all + value, 0);
  expect(sum, JSON.stringify(jumps, null, 1)).toBeLessThan(0.01);
});

test("what happens is said aloud", async ({ people }) => {
  const [anna] = await table(people, 1);
  const ben = await people.invite("Ben");
  const said = anna.page.locator("[aria-live=polite] p");
  await seat(anna, ben);
  await expect(said.filter({ hasText: "Ben sat down" })).toHaveCount(1);
  await vote(ben, "5");
  await expect(said.filter({ hasText: "1 of 2 voted" })).toHaveCount(1);
  await vote(anna, "8");
  await ben.click("button", "Reveal");
  await expect(said.filter({ hasText: "Cards are turned. 5: 1, 8: 1" })).toHaveCount(1);
  await ben.click("button", "Vote again");
  await expect(said.filter({ hasText: "New round. Pick a card." })).toHaveCount(1);
  await ben.click("button", "Leave");
  await expect(said.filter({ hasText: "Ben left" })).toHaveCount(1);
});

test("the language and the colours can be chosen, without a reload", async ({ people }) => {
  const [anna] = await table(people, 1);
  await rules(anna);
  await closePanel(anna);
  await anna.click("button", "Settings");
  await of(anna, "radio", "Deutsch").check();
  await anna.see("heading", "Einstellungen");
  await expect(anna.page.locator("html")).toHaveAttribute("lang", "de");
  await expect(of(anna, "radio", "Deutsch"), "the focus stays where it was").toBeFocused();
  await of(anna, "radio", "Dunkel").check();
  await expect(anna.page.locator("html")).toHaveAttribute("data-theme", "dark");
  await anna.reload();
  await anna.see("list", GERMAN.seats);
  await expect(anna.page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("no seat lies over the words or the buttons in the middle", async ({ people }) => {
  const anna = await people.invite("Anna");
  await open(anna);
  const covered = () =>
    anna.page.evaluate(() => {
      const boxes = (selector) => [...document.querySelectorAll(selector)].map((one) => [one, one.getBoundingClientRect()]);
      // Words are as wide as their text, not as their line; some are for screen readers alone.
      const textOf = (line) => {
        const range = document.createRange();
        const hidden = line.querySelector(".vh");
        range.selectNodeContents(line);
        if (hidden) range.setEndBefore(hidden);
        return range.getBoundingClientRect();
      };
      const words = boxes(".round > p, .round button").map(([one, box]) => (one.tagName === "BUTTON" ? box : textOf(one)));
      return boxes(".slot").flatMap(([slot, a]) =>
        words.some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          ? [slot.parentElement.querySelector(".who").textContent]
          : []);
    });
  for (const name of ["", "Ben", "Cleo", "Dan", "Eve"]) {
    if (name) await seat(anna, await people.invite(name));
    for (const width of [1280, 900, 320]) {
      await anna.page.setViewportSize({ width, height: 800 });
      await expect.poll(covered, `after ${name || "Anna"}, ${width} px`).toEqual([]);
    }
    await anna.page.setViewportSize({ width: 1280, height: 800 });
  }
});

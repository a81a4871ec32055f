// Pictures of every screen and dialog: light and dark, from phone to large screen.
//
//   BASE_URL=http://localhost:8080/ node shots.mjs FOLDER [word in the name]
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { chromium } from "@playwright/test";

import { chromium as launchOptions } from "./support/browsers.mjs";
import { ChromiumPerson } from "./support/chromium_person.mjs";
import { cutOff } from "./support/code.mjs";
import { askIn, inviteLink, letIn, of, open, seat, seesPeople, seesStatus, vote } from "./support/table.mjs";

const SIZES = [[390, 844], [320, 640], [1280, 800], [2560, 1440]];
const [folder, only = ""] = process.argv.slice(2);
if (!folder) throw new Error("name a folder for the pictures");
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch(launchOptions());

const arrive = (name, options = {}) => ChromiumPerson.arrive(name, browser, { viewport: { width: 1280, height: 800 }, ...options });

/** The page as it stands, in every size and colour. */
async function shoot(person, name, { isWhole = false, isEnd = false } = {}) {
  if (!name.includes(only)) return;
  const before = person.page.viewportSize();
  for (const [width, height] of SIZES) {
    await person.page.setViewportSize({ width, height });
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await person.page.emulateMedia({ colorScheme });
      await person.page.evaluate(async () => {
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
        await Promise.allSettled(ending.map((one) => one.finished));
      });
      if (isEnd) await person.page.evaluate(() => document.querySelector("dialog").scrollTo(0, 1e6));
      await person.page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: isWhole });
    }
  }
  if (before) await person.page.setViewportSize(before);
  await person.page.emulateMedia({ colorScheme: "light" });
  console.log(name);
}

/** A dialog, top and bottom. */
async function shootPanel(person, button, name) {
  await of(person, "button", button).click();
  await person.see("dialog", button);
  await shoot(person, name);
  await shoot(person, `${name}-end`, { isEnd: true });
  await person.click("button", "Close");
}

const anna = await arrive("Anna");
await anna.goto();
await anna.see("button", "Start a poker round");
await shoot(anna, "01-start");
await anna.click("button", "Start a poker round");
await shoot(anna, "02-name");
await anna.click("button", "Continue");
await shoot(anna, "03-name-empty");
await anna.fill("textbox", "Your name", "Anna");
await anna.click("button", "Continue");
await anna.see("list", "Seats");
await shoot(anna, "04-table-alone");
const link = await inviteLink(anna);
await of(anna, "button", "Invite").click();
await shoot(anna, "05-invite");
await shoot(anna, "06-invite-end", { isEnd: true });
await anna.click("button", "Close");

const names = ["Ben", "Maximiliane Oberhuber-Wasserfall", "Dan", "Eve"];
const guests = [];
for (const name of names) guests.push(await arrive(name));
const [ben, cleo, dan, eve] = guests;
await ben.goto(link);
await ben.see("button", "Join");
await shoot(ben, "07-guest-name");
const reply = await askIn(ben, link);
await shoot(ben, "08-waiting");
const stranger = await arrive("Stranger");
await stranger.goto(reply);
await stranger.see("heading", "No table is open in this browser");
await shoot(stranger, "09-handed-no-table");
const tab = await anna.newTab();
await tab.goto(reply);
await tab.see("heading", "Ben is at the table");
await shoot(tab, "10-handed-seated");
await tab.page.close();
await stranger.goto(cutOff(link));
await stranger.see("heading", "The link was cut off");
await shoot(stranger, "11-stopped-cut-off");
await ben.see("list", "Seats");
await anna.page.bringToFront();

await seat(anna, cleo, dan, eve);
await seesPeople(5, anna);
await anna.fill("textbox", "Story title", "PAY-4711 Pay by invoice, with a reminder after fourteen days");
await shoot(anna, "12-five-empty");
await vote(ben, "5");
await vote(anna, "5");
await vote(cleo, "8");
await seesStatus("3 of 5 voted", anna);
await shoot(anna, "13-five-voting");
await anna.click("button", "Reveal");
await anna.see("dialog", "2 have not voted. Reveal anyway?");
await shoot(anna, "14-question");
await anna.click("button", "Wait");
await of(anna, "button", "Table settings").click();
await of(anna, "switch", "Reveal when all have voted").check();
await anna.click("button", "Close");
await vote(dan, "3");
await vote(eve, "21");
await anna.see("button", "Stop");
await shootCountdown();
await anna.see("region", "Result");
await shoot(anna, "16-revealed-anonymous");
await shoot(anna, "17-revealed-whole", { isWhole: true });
await of(anna, "button", /^Start timer/).click();
await anna.click("button", "Vote again");
for (const person of [anna, ...guests]) await vote(person, "8");
await anna.see("region", "Result");
await of(anna, "radiogroup", "Estimate").getByText("8", { exact: true }).click();
await anna.click("button", "Save estimate");
await shoot(anna, "18-second-round-whole", { isWhole: true });
await anna.click("button", "Next story");
await anna.fill("textbox", "Story title", "Second");

await of(anna, "button", "Table settings").click();
await of(anna, "switch", "Reveal when all have voted").uncheck();
await of(anna, "radio", "With names").check();
await of(anna, "switch", "A short comment with each vote").check();
await anna.click("button", "Close");
await ben.fill("textbox", "Comment with your vote", "the importer has to change as well");
for (const [at, person] of [anna, ...guests].entries()) await vote(person, ["3", "5", "5", "13", "?"][at]);
await seesStatus("5 of 5 voted", anna);
await anna.click("button", "Reveal");
await anna.see("region", "Result");
await shoot(anna, "19-revealed-named");
await shoot(anna, "20-revealed-named-whole", { isWhole: true });
await shootPanel(anna, "Table settings", "21-rules");
await shootPanel(anna, "Settings", "22-settings");
await shootPanel(anna, "Help", "23-help");
await shootPanel(anna, "Stories", "24-stories");
await shootPanel(anna, "Connection", "30-connection");
await shoot(dan, "25-as-a-guest-sees-it");

// A browser that stops in the middle of the reveal.
await of(anna, "button", "Table settings").click();
await of(anna, "radio", "Anonymous").check();
await anna.click("button", "Close");
await anna.click("button", "Vote again");
for (const person of [anna, ...guests]) await vote(person, "8");
await seesStatus("5 of 5 voted", anna);
await eve.evaluate("RTCDataChannel.prototype.send = () => {}");
await anna.click("button", "Reveal");
await shoot(anna, "26-turning");
await anna.page.getByText("left during the reveal").first().waitFor({ timeout: 30_000 });
await shoot(anna, "27-void");

await dan.click("button", "Leave");
await dan.see("heading", "You left the table");
await shoot(dan, "28-stopped-left");
await anna.page.close();
await ben.page.getByText("The link to the table is gone.").waitFor();
await shoot(ben, "29-link-gone");
await browser.close();

/** Three seconds are short: one size, both colours, and a second one if it still runs. */
async function shootCountdown() {
  for (const [width, height] of [SIZES[2], SIZES[0]]) {
    await anna.page.setViewportSize({ width, height });
    await anna.page.screenshot({ path: join(folder, `15-countdown-${width}-light.png`) });
  }
  await anna.page.setViewportSize({ width: 1280, height: 800 });
}

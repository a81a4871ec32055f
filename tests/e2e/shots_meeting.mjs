// Pictures of every part of a meeting at the table, light and dark, laptop and phone.
//
//   BASE_URL=http://localhost:8080/ node shots_meeting.mjs FOLDER [word in the name]
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { chromium } from "@playwright/test";

import { chromium as launchOptions } from "./support/browsers.mjs";
import { ChromiumPerson } from "./support/chromium_person.mjs";
import { goTo, openMeeting, plan } from "./support/session.mjs";
import { of } from "./support/table.mjs";

const WIDE = [1280, 800];
const PHONE = [390, 844];
const [folder, only = ""] = process.argv.slice(2);
if (!folder) throw new Error("name a folder for the pictures");
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch(launchOptions());
const arrive = (name) => ChromiumPerson.arrive(name, browser, { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });

/** The page as it stands; on a phone each of the tabs. */
async function shoot(person, name, tabs = ["Story"]) {
  if (!name.includes(only)) return;
  for (const [width, height] of [WIDE, PHONE]) {
    await person.page.setViewportSize({ width, height });
    for (const tab of width < 1000 ? tabs : [""]) {
      if (tab) await of(person, "radio", tab).check({ force: true });
      for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
        await person.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const path = join(folder, `${name}${tab && `-${tab.toLowerCase()}`}-${width}-${colorScheme}.png`);
        await person.page.screenshot({ path, fullPage: true });
      }
    }
  }
  await person.page.setViewportSize({ width: 1280, height: 800 });
  await person.page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  console.log(name);
}

/** One of the pages speaks German. */
async function inGerman(person) {
  await person.click("button", "Settings");
  await of(person, "radio", "Deutsch").check();
  await person.press("Escape");
}

const anna = await arrive("Anna");
const guests = [];
for (const name of ["Ben", "Maximiliane Oberhuber-Wasserfall", "Dan"]) guests.push(await arrive(name));
const [ben, cleo, dan] = guests;
await plan(anna);
await openMeeting(anna, ...guests);
await shoot(anna, "01-before", ["Vote", "Story", "Notes", "Agenda"]);
await anna.click("button", "Start");
await ben.fill("textbox", "Your question", "Which countries get invoices at first?");
await of(ben, "button", "Add").click();
await ben.see("textbox", "Question");
await shoot(ben, "02-reading-asked");
await ben.click("button", "I have read it");
await shoot(anna, "03-reading", ["Story", "Agenda"]);
await anna.click("button", "Next");
await of(ben, "list", "Follow-ups").getByRole("button", { name: "Carry over" }).click();
await shoot(anna, "04-follow-ups");
await anna.click("button", "Next");
await anna.page.getByRole("spinbutton", { name: "Minutes for this story" }).first().fill("5");
await anna.press("Tab");
await cleo.click("button", "Raise hand");
await dan.click("button", "Raise hand");
await ben.click("button", "Solution talk");
await anna.page.getByText("1 says: solution talk").waitFor();
await shoot(anna, "05-walk-through", ["Story", "Vote", "Notes", "Agenda"]);
await shoot(ben, "06-walk-through-led");
await ben.click("button", "Edit: Acceptance criteria");
await shoot(ben, "07-edit");
await anna.click("button", "Let go: Dan");
await dan.page.getByText("You can leave now").waitFor();
await shoot(dan, "08-may-leave");
await goTo(anna, "Estimate");
await of(ben, "radio", "5").click();
await shoot(anna, "09-estimate", ["Vote", "Story"]);
for (const person of [anna, cleo, dan]) await of(person, "radio", "5").click();
await anna.click("button", "Reveal");
await anna.see("region", "Result");
await shoot(anna, "10-revealed", ["Vote"]);
await goTo(anna, "Risks");
await shoot(anna, "11-risks", ["Notes"]);
await goTo(anna, "Mark ready");
for (let taken = 0; taken < 5; taken += 1) await anna.click("button", "−1 min");
await shoot(anna, "12-over", ["Story", "Agenda"]);
await anna.click("button", "Add decision");
await anna.page.keyboard.type("Reminders go out by mail");
await anna.fill("textbox", "Why", "Everybody has an address");
await anna.click("button", "Closing vote");
await shoot(ben, "13-closing-vote", ["Vote"]);
for (const person of [anna, ben, cleo]) await of(person, "radio", "4").first().click();
await inGerman(dan);
await shoot(dan, "14-german", ["Schätzen", "Story", "Notizen", "Ablauf"]);
await of(dan, "radio", "3").first().click();
await anna.click("button", "Reveal");
await anna.see("region", "Result");
await anna.click("button", "End the meeting");
await anna.see("region", "Record");
await shoot(anna, "15-record");
await shoot(dan, "16-record-german");
await browser.close();

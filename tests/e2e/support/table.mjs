// What people do around a table, said once. Everything by role and accessible name.
import { expect } from "@playwright/test";

/** @typedef {import("./people.mjs").Person} Person */

/**
 * The program has taken the page over; people who are faster have tests of their own
 * (start.spec.mjs).
 * @param {Person} person
 */
const arrived = (person) => expect.poll(() => person.evaluate("document.querySelector('.notices') !== null")).toBe(true);

/**
 * Opens a table by the start page.
 * @param {Person} host
 * @param {string} [name]
 */
export async function open(host, name = host.name) {
  await host.goto();
  await arrived(host);
  await host.click("button", "Start a poker round");
  await host.fill("textbox", "Your name", name);
  await host.click("button", "Continue");
  await host.see("list", "Seats");
}

/**
 * The newest invite link, read from the panel.
 * @param {Person} person
 */
export async function inviteLink(person) {
  await person.click("button", "Invite");
  await expect.poll(() => person.value("textbox", "Invite link")).toMatch(/#j=[\w-]+$/);
  const link = await person.value("textbox", "Invite link");
  await closePanel(person);
  return link;
}

/** @param {Person} person */
export async function closePanel(person) {
  await person.click("button", "Close");
  await person.miss("button", "Close");
}

/**
 * Opens the invite and presses `Join`; answers with the reply link.
 * @param {Person} guest
 * @param {string} link
 * @param {string} [name]
 */
export async function askIn(guest, link, name = guest.name) {
  await guest.goto(link);
  await arrived(guest);
  await guest.fill("textbox", "Your name", name);
  await guest.click("button", "Join");
  await expect.poll(() => guest.value("textbox", "Reply link")).toMatch(/#r=[\w-]+$/);
  return guest.value("textbox", "Reply link");
}

/**
 * Pastes a text with replies and lets these people in.
 * @param {Person} host
 * @param {string} text
 */
export async function letIn(host, text) {
  await host.click("button", "Invite");
  await host.fill("textbox", "Paste replies", text);
  await host.click("button", "Let them in");
  await closePanel(host);
}

/**
 * Brings guests to the host's table, all by one link and one paste.
 * @param {Person} host
 * @param {Person[]} guests
 */
export async function seat(host, ...guests) {
  const link = await inviteLink(host);
  const replies = [];
  for (const guest of guests) replies.push(await askIn(guest, link));
  await letIn(host, replies.join("\n"));
  for (const guest of guests) await guest.see("list", "Seats");
  return link;
}

/**
 * A host named Anna and guests, all seated.
 * @param {any} people the fixture
 * @param {number} count of all people
 */
export async function table(people, count) {
  const [host, ...guests] = await people.inviteAll(count);
  await open(host);
  if (guests.length > 0) await seat(host, ...guests);
  await seesPeople(count, host, ...guests);
  return [host, ...guests];
}

/**
 * So many seats on every screen.
 * @param {number} count
 * @param {Person[]} people
 */
export async function seesPeople(count, ...people) {
  for (const person of people) {
    await expect.poll(async () => (await person.items("list", "Seats")).length).toBe(count);
  }
}

/**
 * Waits for the words of one seat.
 * @param {Person} person who looks
 * @param {string} name whose seat
 * @param {RegExp} words
 */
export async function seesSeat(person, name, words) {
  await expect
    .poll(async () => (await person.items("list", "Seats")).find((text) => text.startsWith(name)) ?? "")
    .toMatch(words);
}

/**
 * @param {Person} person
 * @param {string} card
 */
export async function vote(person, card) {
  await person.click("radio", card);
}

/**
 * @param {string} words as `4 of 5 voted`
 * @param {Person[]} people
 */
export async function seesStatus(words, ...people) {
  for (const person of people) {
    await expect.poll(() => person.text("status", "Round status")).toBe(words);
  }
}

/**
 * The result with these words, on every screen.
 * @param {Person[]} people
 * @param {...string} words
 */
export async function seesResult(people, ...words) {
  for (const person of people) {
    await person.see("region", "Result");
    const result = await person.text("region", "Result");
    for (const word of words) expect(result, `${person.name}’s result`).toContain(word);
  }
}

/**
 * Opens `Table settings` (in Chromium).
 * @param {any} person
 */
export async function rules(person) {
  await person.click("button", "Table settings");
  await person.see("heading", "Table settings");
}

/**
 * A Playwright locator by role and exact name, for what `Person` lacks.
 * @param {any} person in Chromium
 * @param {string} role
 * @param {string | RegExp} name
 */
export function of(person, role, name) {
  return person.page.getByRole(role, { name, exact: typeof name === "string" });
}

/** In the page: from the click on Continue to the link in its panel, in ms. */
export async function untilInvite() {
  const until = (find) =>
    new Promise((found) => {
      const look = () => (find() ? found(find()) : requestAnimationFrame(look));
      look();
    });
  const button = (name) => [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === name);
  const began_ms = performance.now();
  button("Continue").click();
  (await until(() => button("Invite"))).click();
  await until(() => document.querySelector("dialog input[readonly]")?.value);
  return performance.now() - began_ms;
}

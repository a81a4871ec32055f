// Staying at the table: reloads, closed tabs, a host who goes, people who come again.
import { test, expect } from "../support/people.mjs";
import { open, seat, inviteLink, letIn, seesPeople, seesSeat, table, vote } from "../support/table.mjs";

/** Browsers refuse agreed credentials with it, as they all may one day. */
const REFUSES = "--force-fieldtrials=WebRTC-NoSdpMangleUfrag/Enabled/";

/** Tickets are given within this time after a seat is taken, in ms. */
const TICKET_MS = 1_500;

/** Nobody is slow, away or lost on anybody's screen. */
async function everybodyIsLinked(...people) {
  for (const person of people) {
    await expect
      .poll(async () => (await person.items("list", "Seats")).join("\n"), { timeout: 20_000 })
      .not.toMatch(/slow|reconnecting|lost/i);
  }
}

/** What the page itself saw: ms from its start until it was linked, and whether a reply was made. */
async function reloadAndTime(person) {
  const began = Date.now();
  await person.reload();
  await person.see("list", "Seats");
  await everybodyIsLinked(person);
  return Date.now() - began;
}

for (const browser of ["chromium", "firefox"]) {
  test(`a guest in ${browser} that reloads is back with its vote, by itself`, async ({ people }) => {
    const host = await people.invite("Anna");
    const guest = await people.invite("Ben", { browser });
    const other = await people.invite("Cleo");
    await open(host);
    await seat(host, guest, other);
    await seesPeople(3, host, guest, other);
    await host.evaluate(`new Promise((done) => setTimeout(done, ${TICKET_MS}))`);
    await vote(guest, "5");
    await seesSeat(host, "Ben", /voted/);
    await reloadAndTime(guest);
    await seesPeople(3, host, guest, other);
    await everybodyIsLinked(host, other);
    await seesSeat(host, "Ben", /voted/);
    await vote(host, "5");
    await vote(other, "8");
    await host.click("button", "Reveal");
    for (const person of [host, guest, other]) {
      await expect.poll(() => person.items("list", "Votes")).toEqual(["5: 2 votes", "8: 1 vote"]);
    }
  });

  test(`a host in ${browser} that reloads has everybody and every vote again`, async ({ people }) => {
    const host = await people.invite("Anna", { browser });
    const guests = [await people.invite("Ben"), await people.invite("Cleo", { browser: "firefox" })];
    await open(host);
    await seat(host, ...guests);
    await seesPeople(3, host, ...guests);
    await host.evaluate(`new Promise((done) => setTimeout(done, ${TICKET_MS}))`);
    for (const guest of guests) await vote(guest, "3");
    await seesSeat(host, "Cleo", /voted/);
    await reloadAndTime(host);
    await seesPeople(3, host, ...guests);
    await everybodyIsLinked(host, ...guests);
    await seesSeat(host, "Ben", /voted/);
    await vote(host, "3");
    await host.click("button", "Reveal");
    for (const person of [host, ...guests]) {
      await expect.poll(() => person.items("list", "Votes")).toEqual(["3: 3 votes"]);
    }
  });
}

test("where the browser refuses agreed credentials, the reply is one paste away", async ({ people }) => {
  const host = await people.invite("Anna", { flag: REFUSES });
  const guest = await people.invite("Ben", { flag: REFUSES });
  const other = await people.invite("Cleo", { flag: REFUSES });
  await open(host);
  await seat(host, guest, other);
  await seesPeople(3, host, guest, other);
  await vote(guest, "5");
  await seesSeat(host, "Ben", /voted/);
  await guest.reload();
  await expect.poll(() => guest.value("textbox", "Reply link"), { timeout: 15_000 }).toMatch(/#r=[\w-]+$/);
  await guest.axe("on the way back");
  await letIn(other, await guest.value("textbox", "Reply link"));
  await everybodyIsLinked(host, guest, other);
  await seesPeople(3, host, guest, other);
  await seesSeat(host, "Ben", /voted/);
});

test("the deputy goes on when the host's tab is closed, and the host takes the table back", async ({ people }) => {
  test.setTimeout(120_000);
  const [host, ben, cleo, dan] = await table(people, 4);
  await expect
    .poll(async () => (await cleo.items("list", "Seats")).join("\n"), { timeout: 20_000 })
    .toMatch(/deputy/);
  await host.evaluate(`new Promise((done) => setTimeout(done, 3000))`);
  for (const person of [host, ben, cleo, dan]) await vote(person, "8");
  await seesSeat(cleo, "Dan", /voted/);
  const began = Date.now();
  await host.goto("about:blank");
  const guests = [ben, cleo, dan];
  await expect
    .poll(async () => (await Promise.all(guests.map((one) => one.items("list", "Seats")))).flat().join("\n"), {
      timeout: 20_000,
    })
    .toMatch(/(Ben|Cleo|Dan)[^\n]*host/i);
  expect(Date.now() - began).toBeLessThan(15_000);
  for (const guest of guests) await seesSeat(guest, "Cleo", /voted/);
  await expect.poll(() => dan.enabled("button", "Reveal")).toBe(true);
  // Lost seats no longer count after some seconds; then everybody left has voted.
  await expect.poll(() => dan.text("status", "Round status"), { timeout: 20_000 }).toMatch(/3 of 3/);
  await dan.click("button", "Reveal");
  for (const guest of guests) {
    await expect.poll(() => guest.items("list", "Votes")).toEqual(["8: 3 votes"]);
  }
  await host.goto("./#table");
  await host.see("list", "Seats");
  await everybodyIsLinked(host, ...guests);
  await host.see("button", "Hold the table here again");
  await host.axe("when another browser holds the table");
  await host.click("button", "Hold the table here again");
  await expect
    .poll(async () => (await ben.items("list", "Seats")).join("\n"), { timeout: 30_000 })
    .toMatch(/Anna[^\n]*host/i);
  await everybodyIsLinked(host, ...guests);
});

test("who sat here before comes in by the next link alone", async ({ people }) => {
  const host = await people.invite("Anna");
  const guest = await people.invite("Ben");
  await open(host);
  await seat(host, guest);
  await seesPeople(2, host, guest);
  await host.evaluate(`new Promise((done) => setTimeout(done, ${TICKET_MS}))`);
  await guest.click("button", "Leave");
  await host.click("button", "Leave");
  await host.see("button", "Start a poker round");
  await open(host);
  const link = await inviteLink(host);
  await guest.goto(link);
  await guest.see("list", "Seats");
  await seesPeople(2, host, guest);
});

test("a table without a deputy is opened again by a seat, with what it knows", async ({ people }) => {
  test.setTimeout(90_000);
  const [host, guest] = await table(people, 2);
  await host.fill("textbox", "Story title", "Login");
  await expect.poll(() => guest.value("textbox", "Story title")).toBe("Login");
  await host.goto("about:blank");
  await expect.poll(() => guest.value("textbox", "Reply link"), { timeout: 20_000 }).toMatch(/#r=/);
  await guest.click("button", "Open the table here");
  await expect.poll(() => guest.value("textbox", "Story title")).toBe("Login");
  const link = await inviteLink(guest);
  const late = await people.invite("Cleo");
  await late.goto(link);
  await late.see("textbox", "Your name");
});

// A meeting held over a planned session, said once.
import { of, seat, seesPeople } from "./table.mjs";

/** @typedef {{ title: string, key?: string, description?: string, acceptance?: string, why?: string, needed?: string[] }} Told */

/** @type {Told[]} */
export const STORIES = [
  {
    title: "Pay by invoice",
    description: "As a **company** I pay by invoice, so that nobody has to hand out a card.",
    acceptance: "- The invoice has a number\n- A reminder goes out after *14 days*",
  },
  { title: "Refund a payment", description: "As support I refund a payment in part or as a whole." },
];

/**
 * Writes stories, plans them, and adds an open point of last time.
 * @param {any} person
 * @param {Told[]} [stories]
 */
export async function plan(person, stories = STORIES) {
  for (const story of stories) {
    await person.goto("#backlog");
    await person.fill("textbox", "New story", story.title);
    await person.press("Enter");
    await person.page.getByRole("link", { name: story.title }).click();
    await person.see("heading", story.title);
    for (const [label, text] of [["Description", story.description], ["Acceptance criteria", story.acceptance], ["Why, and for whom", story.why]]) {
      if (text) await person.fill("textbox", label, text);
    }
    for (const name of story.needed ?? []) {
      await person.fill("textbox", "Who is needed", name);
      await person.press("Enter");
    }
    // What no rule can see, a person has to say.
    const vote = person.page.getByRole("region", { name: "Before the vote" });
    const open = vote.getByRole("checkbox", { checked: false });
    for (let left = await open.count(); left > 0; left -= 1) await open.first().check();
  }
  await person.goto("#plan");
  await person.fill("textbox", "Goal", "Customers pay by invoice");
  for (const { title } of stories) await person.page.getByRole("button", { name: `Plan ${title}` }).click();
  await of(person, "textbox", "Follow-up").last().fill("Ask legal about reminders");
  await person.click("button", "Add follow-up");
}

/**
 * Opens the table of the planned session and seats the others at it.
 * @param {any} host
 * @param {any[]} guests
 */
export async function openMeeting(host, ...guests) {
  await host.click("button", "Open the table");
  await host.fill("textbox", "Your name", host.name);
  await host.click("button", "Continue");
  await host.see("list", "Seats");
  if (guests.length > 0) await seat(host, ...guests);
  await seesPeople(guests.length + 1, host, ...guests);
  for (const person of [host, ...guests]) await person.see("region", "Agenda");
}

/** The agenda over the table. */
export const strip = (person) => person.page.getByRole("region", { name: "Agenda", exact: true });

/** The clock as it stands there. */
export const clock = (person) => person.page.getByRole("timer", { name: "Clock" }).innerText();

/** Goes to a part of the agenda. */
export async function goTo(leader, part) {
  await strip(leader).getByRole("button", { name: part }).click();
}

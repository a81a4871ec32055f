// A poker round of five people in two kinds of browser, from the start page to
// the copied list.
import { expect, test } from "../support/people.mjs";
import {
  askIn, closePanel, inviteLink, letIn, of, open, seesPeople, seesResult, seesStatus, vote,
} from "../support/table.mjs";

/** What chats put around links. */
const chat = (name, reply) => `[10:42] ${name}: here you go 👉 <${reply}>.\n> Reacted with 👍\n`;

test("five people estimate two stories", async ({ people }) => {
  test.setTimeout(120_000);
  const anna = await people.invite("Anna");
  const guests = [
    await people.invite("Ben"),
    await people.invite("Cleo"),
    await people.invite("Dan", { browser: "firefox" }),
    await people.invite("Eve", { browser: "firefox" }),
  ];
  const everybody = [anna, ...guests];

  await test.step("the host opens a table and shares the link", async () => {
    await open(anna);
    await anna.click("button", "Invite");
    await expect(of(anna, "textbox", "Invite link")).toHaveValue(/#j=[\w-]+$/);
    await expect(of(anna, "textbox", "Invite link")).toHaveAttribute("readonly", "");
    await expect(of(anna, "img", "Invite link as a QR code")).toBeVisible();
    await anna.click("button", "Copy invite link");
    await expect.poll(() => anna.clipboard()).toBe(await anna.value("textbox", "Invite link"));
    await closePanel(anna);
  });

  await test.step("four guests join by the same link and one paste", async () => {
    const link = await inviteLink(anna);
    const lines = ["Morning all!"];
    for (const guest of guests) {
      const reply = await askIn(guest, link);
      await expect.poll(() => guest.clipboard(), `${guest.name}’s clipboard`).toBe(reply);
      expect(await guest.enabled("button", "Copy reply link")).toBe(true);
      lines.push(chat(guest.name, reply));
    }
    await letIn(anna, lines.join("\n"));
    for (const guest of guests) await guest.see("list", "Seats");
    await seesPeople(5, ...everybody);
  });

  await test.step("all see how many voted, nobody sees what", async () => {
    await anna.fill("textbox", "Story title", "Log in with a key");
    const cards = ["5", "5", "5", "8", "3"];
    for (const [at, person] of everybody.entries()) {
      if (at === 4) await seesStatus("4 of 5 voted", ...everybody);
      await vote(person, cards[at] ?? "");
    }
    await seesStatus("5 of 5 voted", ...everybody);
    for (const person of everybody) {
      expect(await person.value("textbox", "Story title")).toBe("Log in with a key");
      const seats = await person.items("list", "Seats");
      expect(seats.filter((text) => text.includes("has voted"))).toHaveLength(5);
      expect(seats.join(" "), `seats as ${person.name} sees them`).not.toMatch(/shows|\d/);
    }
  });

  await test.step("the cards turn and every screen tells the same", async () => {
    await guests[3].click("button", "Reveal");
    await seesResult(
      everybody,
      "Average 5.2", "Median 5", "Agreement 60 %", "5 of 5 ballots verified", "one low, one high",
    );
    for (const person of everybody) {
      expect(await person.items("list", "Votes")).toEqual(["3: 1 vote", "5: 3 votes", "8: 1 vote"]);
      expect((await person.items("list", "Seats")).join(" ")).not.toMatch(/shows|\d/);
    }
    const emoji = await Promise.all(everybody.map(safety));
    expect(emoji[0]).toMatch(/^Safety emoji: \w/);
    expect(new Set(emoji).size, emoji.join("\n")).toBe(1);
  });

  await test.step("they vote again, and the first round stays visible", async () => {
    await guests[0].click("button", "Vote again");
    await seesStatus("0 of 5 voted", ...everybody);
    for (const person of everybody) {
      expect(await person.items("list", "Round 1")).toEqual(["3: 1 vote", "5: 3 votes", "8: 1 vote"]);
      await vote(person, "5");
    }
    await anna.click("button", "Reveal");
    await seesResult(everybody, "Average 5", "Agreement 100 %", "All agree", "everybody’s card is known");
  });

  await test.step("the estimate is saved and the next story begins", async () => {
    await of(anna, "radiogroup", "Estimate").getByText("5", { exact: true }).click();
    await anna.click("button", "Save estimate");
    await expect(guests[0].page.getByText("Saved: 5", { exact: true })).toBeVisible();
    await anna.click("button", "Next story");
    await seesStatus("0 of 5 voted", ...everybody);
    await expect(of(anna, "textbox", "Story title")).toBeFocused();
    await anna.page.keyboard.type("=Pay by invoice, soon");
    for (const guest of guests) {
      await expect.poll(() => guest.value("textbox", "Story title")).toBe("=Pay by invoice, soon");
    }
    for (const [at, person] of everybody.entries()) await vote(person, at < 3 ? "13" : "?");
    await seesStatus("5 of 5 voted", ...everybody);
    await anna.click("button", "Reveal");
    await seesResult(everybody, "Average 13", "Agreement 100 %");
    expect(await guests[2].items("list", "Votes")).toEqual(["13: 3 votes", "?: 2 votes"]);
    await of(guests[1], "radiogroup", "Estimate").getByText("13", { exact: true }).click();
    await guests[1].click("button", "Save estimate");
  });

  await test.step("the list leaves as Markdown and CSV", async () => {
    await anna.click("button", "Stories");
    const dialog = anna.page.getByRole("dialog", { name: "Stories" });
    await expect(dialog.getByRole("list", { name: "Stories" }).getByRole("listitem")).toHaveText([
      /5\s*Log in with a key\s*2 rounds · 100 %/,
      /13\s*=Pay by invoice, soon\s*1 round · 100 %/,
    ]);
    await dialog.getByRole("button", { name: "Copy as Markdown" }).click();
    await expect.poll(() => anna.clipboard()).toContain("## Estimates");
    const markdown = await anna.clipboard();
    expect(markdown).toContain("| Story | Estimate | Votes | Average | Median | Agreement | Rounds |");
    expect(markdown).toContain("| Log in with a key | 5 | 5 × 5 | 5 | 5 | 100 % | 2 |");
    await dialog.getByRole("button", { name: "Copy as CSV" }).click();
    await expect.poll(() => anna.clipboard()).toMatch(/^Issue key,Title,Final Estimate,/);
    const [, first, second] = (await anna.clipboard()).split("\r\n");
    expect(first).toMatch(/^,Log in with a key,5,.*,5,5,5,5,5,100,2,\d+,,/);
    expect(second).toMatch(/^,"'=Pay by invoice, soon",13,/);
    const [file] = await Promise.all([
      anna.page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Download CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    await closePanel(anna);
  });

  await test.step("the host’s name is remembered", async () => {
    await anna.click("button", "Leave");
    await anna.click("button", "End the session");
    for (const guest of guests) await guest.see("heading", "The host ended the session");
    await anna.click("button", "Start a poker round");
    expect(await anna.value("textbox", "Your name")).toBe("Anna");
  });
});

/** The accessible name of the safety emoji. */
async function safety(person) {
  return person.evaluate(`document.querySelector("[aria-label^='Safety emoji']").getAttribute("aria-label")`);
}

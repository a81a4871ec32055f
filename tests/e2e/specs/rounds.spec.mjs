// What can happen around a round: rules, changes of mind, people who come and go.
import { expect, test } from "../support/people.mjs";
import {
  closePanel, inviteLink, of, rules, seat, seesPeople, seesResult, seesSeat, seesStatus, table, vote,
} from "../support/table.mjs";

/** Opens the settings of the table, does something there, closes them. */
async function arrange(person, act) {
  await rules(person);
  await act(person);
  await closePanel(person);
}

const switchOn = (name) => (person) => of(person, "switch", name).check();
const choose = (name) => (person) => of(person, "radio", name).check();

test("missing votes are asked about, and a card can be changed or taken back", async ({ people }) => {
  const everybody = await table(people, 3);
  const [anna, ben, cleo] = everybody;
  expect(await anna.enabled("button", "Reveal"), "nothing to turn yet").toBe(false);
  await vote(anna, "5");
  await vote(ben, "8");
  await seesStatus("2 of 3 voted", ...everybody);

  await ben.click("button", "Reveal");
  await ben.see("dialog", "1 has not voted. Reveal anyway?");
  await ben.click("button", "Wait");
  await ben.miss("dialog", "1 has not voted. Reveal anyway?");

  await vote(ben, "13");
  await expect(of(ben, "radio", "13")).toBeChecked();
  await expect(of(ben, "radio", "8")).not.toBeChecked();
  await seesStatus("2 of 3 voted", ...everybody);
  // The picked card, pressed again, comes back into the hand.
  await vote(ben, "13");
  await seesStatus("1 of 3 voted", ...everybody);
  await expect(of(ben, "radio", "13")).not.toBeChecked();
  await vote(ben, "3");
  await seesStatus("2 of 3 voted", ...everybody);

  await anna.click("button", "Reveal");
  await anna.click("button", "Reveal anyway");
  await seesResult(everybody, "Average 4", "each of you knows the other’s card");
  expect(await cleo.items("list", "Votes")).toEqual(["3: 1 vote", "5: 1 vote"]);
  await seesSeat(anna, "Cleo", /did not vote|card not named/);

  await test.step("votes that are out are not thrown away unasked", async () => {
    await anna.click("button", "Vote again");
    await vote(anna, "5");
    await seesStatus("1 of 3 voted", ...everybody);
    await anna.click("button", "Next story");
    await expect(anna.page.getByText("1 vote is out and would be lost.")).toBeVisible();
    await anna.click("button", "Stay here");
    await seesStatus("1 of 3 voted", ...everybody);
  });
});

test("with auto-reveal the cards turn by themselves, and anyone may stop it", async ({ people }) => {
  const everybody = await table(people, 3);
  const [anna, ben, cleo] = everybody;
  await arrange(anna, switchOn("Reveal when all have voted"));
  for (const person of everybody) await vote(person, "5");
  await expect(cleo.page.getByText(/Revealing in [123]/)).toBeVisible();
  await cleo.click("button", "Stop");
  await seesStatus("3 of 3 voted", ...everybody);
  for (const person of everybody) await person.see("button", "Reveal");
  // A card changed afterwards does not start it again behind their backs; a new round does.
  await cleo.click("button", "Reveal");
  await seesResult(everybody, "Average 5");
  await ben.click("button", "Vote again");
  for (const person of everybody) await vote(person, "8");
  await expect(ben.page.getByText(/Revealing in [123]/)).toBeVisible();
  await seesResult(everybody, "Average 8");
});

test("an observer sees all and blocks nothing", async ({ people }) => {
  const everybody = await table(people, 3);
  const [anna, ben, cleo] = everybody;
  await arrange(cleo, switchOn("I only watch"));
  await expect(cleo.page.getByText("You are watching.")).toBeVisible();
  await seesStatus("0 of 2 voted", ...everybody);
  await seesSeat(anna, "Cleo", /watching/);
  await vote(anna, "5");
  await vote(ben, "5");
  await anna.click("button", "Reveal");
  await seesResult(everybody, "Average 5");
  await arrange(cleo, (person) => of(person, "switch", "I only watch").uncheck());
  await seesSeat(cleo, "Cleo", /votes in the next round/);
  await anna.click("button", "Vote again");
  await seesStatus("0 of 3 voted", ...everybody);
});

test("a named round says so before the vote, then shows who speaks first", async ({ people }) => {
  const everybody = await table(people, 3);
  const [anna, ben, cleo] = everybody;
  await vote(ben, "5");
  await seesStatus("1 of 3 voted", ...everybody);
  await arrange(anna, choose("With names"));
  await seesStatus("0 of 3 voted", ...everybody);
  for (const person of everybody) {
    await expect(person.page.getByText("Names will be shown with the cards.")).toBeVisible();
  }
  await vote(anna, "3");
  await vote(ben, "5");
  await vote(cleo, "13");
  await seesStatus("3 of 3 voted", ...everybody);
  await cleo.click("button", "Reveal");
  await seesResult(everybody, "Average 7", "3: Anna", "13: Cleo");
  for (const person of everybody) {
    await seesSeat(person, "Anna", /shows 3.*lowest, speaks first/);
    await seesSeat(person, "Ben", /shows 5/);
    await seesSeat(person, "Cleo", /shows 13.*highest, speaks first/);
  }
});

test("in an anonymous round a seat may offer to explain", async ({ people }) => {
  const everybody = await table(people, 3);
  const [anna, ben, cleo] = everybody;
  await vote(anna, "3");
  await vote(ben, "3");
  await vote(cleo, "13");
  await seesStatus("3 of 3 voted", ...everybody);
  await anna.click("button", "Reveal");
  await seesResult(everybody, "2 low, one high: who would like to explain?", "Worth a talk");
  await cleo.click("button", "I will explain mine");
  await seesSeat(anna, "Cleo", /will explain/);
  await seesSeat(ben, "Cleo", /will explain/);
});

test("another deck clears the votes and says so; extra cards come last", async ({ people }) => {
  const everybody = await table(people, 2);
  const [anna, ben] = everybody;
  const hand = (person) => of(person, "radiogroup", "Your hand").getByRole("radio");
  await vote(ben, "5");
  await seesStatus("1 of 2 voted", ...everybody);
  await arrange(anna, choose("T-shirt"));
  await expect(anna.page.getByText("votes already out were cleared")).toBeVisible();
  await seesStatus("0 of 2 voted", ...everybody);
  for (const person of everybody) {
    await expect(hand(person)).toHaveText([/^XS/, /^S/, /^M/, /^L/, /^XL/, /^XXL/, /^\?/, /^☕/]);
    await expect(person.page.getByText("votes already out were cleared"), "guests are told too").toBeVisible();
  }
  await arrange(anna, async (person) => {
    await switchOn("∞ too big")(person);
    await of(person, "switch", "☕ break").uncheck();
  });
  for (const person of everybody) {
    await expect(hand(person)).toHaveText([/^XS/, /^S/, /^M/, /^L/, /^XL/, /^XXL/, /^∞/, /^\?/]);
    await vote(person, "∞");
  }
  await seesStatus("2 of 2 voted", ...everybody);
  await ben.click("button", "Reveal");
  await ben.see("region", "Result");
  expect(await ben.items("list", "Votes")).toEqual(["∞: 2 votes"]);
});

test("a deck of one’s own is checked, kept, and still there after a reload", async ({ people }) => {
  const [anna] = await table(people, 1);
  await rules(anna);
  const save = async (name, cards) => {
    await anna.fill("textbox", "Deck name", name);
    await anna.fill("textbox", "Cards", cards);
    await anna.click("button", "Save deck");
  };
  const told = anna.page.getByRole("alert");
  await anna.page.getByText("A deck of your own").click();
  const refused = [
    ["Duo", "1 2", "A deck needs at least 3 cards; this has 2."],
    ["Long", Array.from({ length: 50 }, (_, at) => at + 1).join(" "), "A deck holds at most 20 cards; this has 50."],
    ["Twin", "1 2 2", "“2” is there twice."],
    ["Big", "1 2 abcdefghijk", "“abcdefghijk” is too long: 10 characters fit on a card."],
    ["Odd", "1 2 big=x", "“x” is not a number."],
    ["", "1 2 3", "Give the deck a name."],
  ];
  for (const [name, cards, sentence] of refused) {
    await save(name, cards);
    await expect(told.filter({ hasText: sentence })).toBeVisible();
    await expect(of(anna, "textbox", "Cards"), "what was typed stays").toHaveValue(cards);
  }
  await save("Bites", "crumb=1 bite=2 meal=4");
  await expect(of(anna, "textbox", "Cards")).toHaveValue("");
  await expect(of(anna, "radio", "Bites")).toBeChecked();
  await closePanel(anna);
  const hand = of(anna, "radiogroup", "Your hand").getByRole("radio");
  await expect(hand).toHaveText([/^crumb/, /^bite/, /^meal/, /^\?/, /^☕/]);
  await anna.reload();
  await anna.see("list", "Seats");
  await expect(hand).toHaveText([/^crumb/, /^bite/, /^meal/, /^\?/, /^☕/]);

  await test.step("deleted, it can be brought back", async () => {
    await rules(anna);
    await anna.page.getByText("A deck of your own").click();
    await anna.click("button", "Delete the deck Bites");
    await expect(of(anna, "button", "Delete the deck Bites")).toBeHidden();
    await closePanel(anna);
    await anna.click("button", "Undo");
    await rules(anna);
    await expect(of(anna, "radio", "Bites")).toBeVisible();
  });
});

test("when the facilitator runs the round, guests cannot", async ({ people }) => {
  const everybody = await table(people, 2);
  const [anna, ben] = everybody;
  await arrange(anna, choose("Facilitator"));
  await vote(ben, "5");
  await seesStatus("1 of 2 voted", ...everybody);
  for (const name of ["Reveal", "Next story"]) {
    await expect(of(ben, "button", name)).toBeDisabled();
    await expect(of(anna, "button", name)).toBeEnabled();
  }
  await expect(of(ben, "textbox", "Story title")).toHaveAttribute("readonly", "");
  await ben.page.keyboard.press("v");
  await vote(anna, "5");
  await seesStatus("2 of 2 voted", ...everybody);
  await anna.click("button", "Reveal");
  await seesResult(everybody, "Average 5");
  await expect(of(ben, "button", "Save estimate")).toBeDisabled();
  await expect(ben.page.getByText("The facilitator saves the estimate.")).toBeVisible();
  // The settings can be read and not changed.
  await rules(ben);
  await expect(of(ben, "radio", "Everyone")).toBeDisabled();
  await expect(ben.page.getByText("The facilitator chooses these.")).toBeVisible();
});

test("comments travel with the votes and appear with the result", async ({ people }) => {
  const everybody = await table(people, 3);
  const [anna, ben] = everybody;
  await arrange(anna, switchOn("A short comment with each vote"));
  await ben.fill("textbox", "Comment with your vote", "the API <b>changes</b>");
  for (const person of everybody) await vote(person, "5");
  await seesStatus("3 of 3 voted", ...everybody);
  await expect(anna.page.getByText("the API")).toHaveCount(0);
  await anna.click("button", "Reveal");
  for (const person of everybody) {
    await person.see("list", "Comments");
    expect(await person.items("list", "Comments")).toEqual(["the API <b>changes</b>"]);
  }
});

test("people rename themselves, are removed and brought back, and leave", async ({ people }) => {
  const everybody = await table(people, 3);
  const [anna, ben, cleo] = everybody;

  await test.step("a new name is seen by all", async () => {
    await arrange(ben, async (person) => {
      await person.fill("textbox", "Your name at this table", "Benjamin");
      await person.click("button", "Rename");
    });
    for (const person of everybody) await seesSeat(person, "Benjamin", /^Benjamin/);
  });

  await test.step("a removed seat can be brought back", async () => {
    await arrange(anna, (person) => person.click("button", "Remove Cleo"));
    await seesPeople(2, anna, ben);
    await expect(anna.page.getByText("Cleo was removed from the table.")).toBeVisible();
    await anna.click("button", "Undo");
    await seesPeople(3, anna, ben, cleo);
    await vote(cleo, "5");
    await seesStatus("1 of 3 voted", ...everybody);
  });

  await test.step("who leaves is gone at once", async () => {
    await cleo.click("button", "Leave");
    await cleo.see("heading", "You left the table");
    await seesPeople(2, anna, ben);
    await seesStatus("0 of 2 voted", anna, ben);
  });

  await test.step("whoever is removed is told", async () => {
    await arrange(anna, (person) => person.click("button", "Remove Benjamin"));
    await expect(of(ben, "heading", "You were removed from the table")).toBeVisible({ timeout: 20_000 });
    await seesPeople(1, anna);
  });
});

test("a closed page is seen at once and blocks nobody", async ({ people }) => {
  const [anna, ben, cleo] = await table(people, 3);
  await vote(anna, "5");
  await vote(ben, "5");
  await seesStatus("2 of 3 voted", anna, ben);
  const began_ms = Date.now();
  await cleo.page.close();
  // Seen at once; for a few seconds it may be a reload, then the table goes on without it.
  await seesSeat(anna, "Cleo", /slow link$/);
  expect(Date.now() - began_ms).toBeLessThan(3_000);
  await seesSeat(anna, "Cleo", /Reconnecting since/);
  await seesSeat(ben, "Cleo", /Reconnecting since/);
  await anna.click("button", "Reveal");
  if (await of(anna, "button", "Reveal anyway").isVisible()) await anna.click("button", "Reveal anyway");
  await seesResult([anna, ben], "Average 5");
});

test("a browser that falls silent during the reveal is named, and they vote again", async ({ people }) => {
  const everybody = await table(people, 3);
  const [anna, ben, cleo] = everybody;
  for (const person of everybody) await vote(person, "5");
  await seesStatus("3 of 3 voted", ...everybody);
  await cleo.evaluate("RTCDataChannel.prototype.send = () => {}");
  await anna.click("button", "Reveal");
  await expect(ben.page.getByText("Turning the cards…")).toBeVisible();
  await expect(ben.page.getByText("You came after this round began.")).toBeHidden();
  for (const person of [anna, ben]) {
    await expect(person.page.getByText("Cleo left during the reveal").first()).toBeVisible({ timeout: 15_000 });
  }
  await ben.click("button", "Vote again");
  await seesStatus("0 of 2 voted", anna, ben);
});

test("a host’s reload keeps the table, and guests are back by themselves", async ({ people }) => {
  const everybody = await table(people, 2);
  const [anna, ben] = everybody;
  await arrange(anna, choose("Powers of 2"));
  await anna.fill("textbox", "Story title", "Keep me");
  for (const person of everybody) await vote(person, "16");
  await seesStatus("2 of 2 voted", ...everybody);
  await anna.click("button", "Reveal");
  await seesResult(everybody, "Average 16");
  await of(anna, "radiogroup", "Estimate").getByText("16", { exact: true }).click();
  await anna.click("button", "Save estimate");
  await expect(anna.page.getByText("Saved: 16", { exact: true })).toBeVisible();
  await anna.click("button", "Next story");
  await anna.fill("textbox", "Story title", "And me");
  await expect.poll(() => ben.value("textbox", "Story title")).toBe("And me");

  const asked = anna.page.waitForEvent("dialog").then(async (dialog) => {
    await dialog.accept();
    return dialog.type();
  });
  const [kind] = await Promise.all([asked, anna.reload()]);
  expect(kind, "the host is warned before the table goes").toBe("beforeunload");
  await anna.see("list", "Seats");
  expect((await anna.items("list", "Seats"))[0]).toMatch(/^Anna/);
  expect(await anna.value("textbox", "Story title")).toBe("And me");
  await expect(of(anna, "radio", "64")).toBeVisible();
  await anna.click("button", "Stories");
  await expect(anna.page.getByRole("dialog").getByRole("listitem").first()).toHaveText(/16\s*Keep me/);
  await closePanel(anna);

  await seesPeople(2, anna, ben);
  await seesSeat(anna, "Ben", /^(?!.*(slow|Reconnecting|lost))/);
  await expect(of(ben, "button", "Next story")).toBeEnabled();
  expect(await ben.value("textbox", "Story title")).toBe("And me");
});

test("a table closed by mistake is opened again from the start page", async ({ people }) => {
  const [anna] = await table(people, 1);
  await anna.fill("textbox", "Story title", "Kept");
  await anna.click("button", "Leave");
  await anna.see("heading", "Your last table is still here");
  await anna.click("button", "Open it again");
  await anna.see("list", "Seats");
  expect(await anna.value("textbox", "Story title")).toBe("Kept");
  await anna.click("button", "Leave");
  await anna.click("button", "Forget it");
  await anna.miss("heading", "Your last table is still here");
});

test("somebody who comes after the reveal waits for the next round", async ({ people }) => {
  const [anna, ben] = await table(people, 2);
  const cleo = await people.invite("Cleo");
  await vote(anna, "5");
  await vote(ben, "5");
  await seesStatus("2 of 2 voted", anna, ben);
  await anna.click("button", "Reveal");
  await seesResult([anna, ben], "Average 5");
  await seat(anna, cleo);
  await seesResult([cleo], "Average 5");
  await expect(cleo.page.getByText("You came after this round began. You vote in the next one.")).toBeVisible();
  await seesSeat(cleo, "Cleo", /votes in the next round/);
  await ben.click("button", "Vote again");
  await seesStatus("0 of 3 voted", anna, ben, cleo);
});

test("looking at an earlier story leaves the vote alone", async ({ people }) => {
  const [anna, ben] = await table(people, 2);
  await anna.fill("textbox", "Story title", "First");
  await vote(anna, "5");
  await vote(ben, "8");
  await seesStatus("2 of 2 voted", anna, ben);
  await anna.click("button", "Reveal");
  await seesResult([anna, ben], "Average 6.5");
  await anna.click("button", "Next story");
  await vote(ben, "3");
  await seesStatus("1 of 2 voted", anna, ben);
  await ben.click("button", "Previous story");
  expect(await ben.value("textbox", "Story title")).toBe("First");
  await seesResult([ben], "Average 6.5");
  await expect(of(anna, "textbox", "Story title")).toHaveValue("");
  await ben.click("button", "Back to the vote");
  await expect(of(ben, "radio", "3")).toBeChecked();
  await seesStatus("1 of 2 voted", anna, ben);
});

test("the timer runs on every screen", async ({ people }) => {
  const [anna, ben] = await table(people, 2);
  await of(ben, "button", /^Start timer/).click();
  await expect(of(anna, "button", /^Stop timer 0\d:5\d$/)).toBeVisible();
  await of(anna, "button", /^Stop timer/).click();
  await expect(of(ben, "button", /^Start timer/)).toBeVisible();
});

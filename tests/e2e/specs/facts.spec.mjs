// The lists `During` and `After` tick themselves from the record of their meeting.
import { readFile } from "node:fs/promises";

import { expect, test } from "../support/people.mjs";

const RECORD = new URL("../../it/saved/record-1-meeting.json", import.meta.url);

/** A person whose browser opened the table of a meeting that is over; the lists are open. */
async function afterMeeting(people, context = {}) {
  const anna = await people.invite("Anna", { context });
  const kept = {
    "floret.checklist": '{"version":1,"began_ms":1,"meetings":["00000000000000ab"]}',
    "floret.record.00000000000000ab": (await readFile(RECORD, "utf8")).trim(),
  };
  await anna.page.addInitScript((kept) => {
    // Once: what is done to them stays done.
    if (sessionStorage.getItem("came")) return;
    sessionStorage.setItem("came", "yes");
    for (const [key, text] of Object.entries(kept)) localStorage.setItem(key, text);
  }, kept);
  await anna.goto("#prepare");
  await anna.see("heading", "Prepare a refinement");
  return anna;
}

test("the record of the meeting ticks what it knows, and says why", async ({ people }) => {
  const anna = await afterMeeting(people);
  const parked = anna.page.getByRole("checkbox", { name: "Solution talk was parked", exact: true });
  await expect(parked).toBeChecked();
  await expect(anna.page.getByText("1 topic was parked.")).toBeVisible();
  // A hand outweighs it.
  await parked.uncheck();
  await anna.reload();
  await expect(parked).not.toBeChecked();
});

test("a record that is handed out ticks that it was", async ({ people }) => {
  const anna = await afterMeeting(people);
  const said = anna.page.getByText("The record was handed out.");
  await expect(said).toHaveCount(0);
  await anna.goto("#record=00000000000000ab");
  await anna.click("button", "Copy as Markdown");
  await expect.poll(() => anna.clipboard()).toContain("# Refinement");
  await anna.goto("#prepare");
  await expect(said).toBeVisible();
  await anna.reload();
  await expect(said).toBeVisible();
});

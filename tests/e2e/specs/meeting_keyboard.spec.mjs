// A meeting led and written down without a mouse.
import { seesFocus, tabTo } from "../support/keyboard.mjs";
import { expect, test } from "../support/people.mjs";
import { openMeeting, plan, strip } from "../support/session.mjs";
import { of, seesResult, seesStatus } from "../support/table.mjs";

/** More than the longest page of a meeting has. */
const MOST = 150;

test("a meeting with the keyboard alone, from the start to the record", async ({ people }) => {
  test.setTimeout(180_000);
  const anna = await people.invite("Anna");
  const ben = await people.invite("Ben");
  await plan(anna);
  await openMeeting(anna, ben);
  const keys = anna.page.keyboard;
  const press = async (role, name, key = "Enter") => {
    await tabTo(anna, role, name, MOST);
    await seesFocus(anna);
    await keys.press(key);
  };

  await test.step("the agenda, its clock, the story", async () => {
    await press("button", "Start");
    await expect(of(anna, "button", "Pause")).toBeFocused();
    await press("button", "Next");
    await keys.press("Enter");
    await expect(strip(ben).locator("li[aria-current=step]")).toContainText("Walk-through");
    await press("button", "Pick Refund a payment");
    await expect.poll(() => ben.value("textbox", "Story title")).toBe("Refund a payment");
  });

  await test.step("a text, a decision, a hand, a duty", async () => {
    await press("button", "Edit: Why");
    await expect(of(anna, "textbox", "Why")).toBeFocused();
    await keys.type("Money back within a day, v, r, n");
    await press("button", "Done: Why");
    await expect(of(anna, "button", "Edit: Why")).toBeFocused();
    await expect(ben.page.getByText("Money back within a day, v, r, n")).toBeVisible();
    await press("button", "Add decision");
    await expect(of(anna, "textbox", "Decision")).toBeFocused();
    await keys.type("By mail");
    await tabTo(ben, "button", "Raise hand", MOST);
    await ben.press("Space");
    await press("button", "Ben has spoken");
    await ben.miss("button", "Ben has spoken");
    await tabTo(anna, "radio", "Scribe: Anna", MOST);
    await keys.press("ArrowDown");
    await expect(of(ben, "radio", "Scribe: Ben")).toBeChecked();
  });

  await test.step("the vote and its estimate", async () => {
    await press("radio", "0", "Space");
    await keys.press("4");
    await expect(of(anna, "radio", "3").first()).toBeChecked();
    await ben.click("radio", "3");
    await seesStatus("2 of 2 voted", anna, ben);
    await keys.press("v");
    await seesResult([anna, ben], "All agree");
  });

  await test.step("the gate and the record", async () => {
    await press("button", "Send back");
    await press("button", "Send back to the next session");
    await expect(ben.page.locator(".stamp")).toHaveText("Sent back");
    await press("button", "End the meeting");
    await anna.see("region", "Record");
    await press("button", "Copy as Markdown");
    await expect.poll(() => anna.evaluate("navigator.clipboard.readText()")).toContain("By mail");
  });
});

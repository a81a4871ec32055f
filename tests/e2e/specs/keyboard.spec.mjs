// Everything with the keyboard alone.
import { seesFocus, tabTo } from "../support/keyboard.mjs";
import { expect, test } from "../support/people.mjs";
import { of, open, seesStatus, table } from "../support/table.mjs";

test("a whole round without a mouse", async ({ people }) => {
  const anna = await people.invite("Anna");
  const keys = anna.page.keyboard;
  await anna.goto();
  await anna.see("button", "Start a poker round");
  await tabTo(anna, "button", "Start a poker round");
  await seesFocus(anna);
  await keys.press("Enter");
  await expect(of(anna, "textbox", "Your name")).toBeFocused();
  await keys.type("Anna");
  await keys.press("Enter");
  await anna.see("list", "Seats");

  await test.step("the title, then the hand", async () => {
    await tabTo(anna, "textbox", "Story title");
    await seesFocus(anna);
    await keys.type("5 votes, v, r, n, p, t");
    expect(await anna.value("textbox", "Story title"), "no key acts while typing").toBe("5 votes, v, r, n, p, t");
    await seesStatus("0 of 1 voted", anna);
    await tabTo(anna, "radio", "0");
    await seesFocus(anna);
    await keys.press("ArrowRight");
    await expect(of(anna, "radio", "1")).toBeFocused();
    await seesFocus(anna);
    await seesStatus("0 of 1 voted", anna);
    await keys.press("Space");
    await expect(of(anna, "radio", "1")).toBeChecked();
    await seesStatus("1 of 1 voted", anna);
    await keys.press("Escape");
    await seesStatus("0 of 1 voted", anna);
    await keys.press("End");
    await expect(of(anna, "radio", "☕")).toBeFocused();
    await keys.press("ArrowRight");
    await expect(of(anna, "radio", "0")).toBeFocused();
    await keys.press("ArrowLeft");
    await expect(of(anna, "radio", "☕")).toBeFocused();
    await keys.press("Home");
    await expect(of(anna, "radio", "0")).toBeFocused();
    await keys.press("ArrowDown");
    await keys.press("ArrowDown");
    await keys.press("ArrowUp");
    await keys.press("Enter");
    await expect(of(anna, "radio", "1")).toBeChecked();
  });

  await test.step("digits, reveal, again, next, back", async () => {
    await keys.press("4");
    await expect(of(anna, "radio", "3")).toBeChecked();
    await keys.press("0");
    await expect(of(anna, "radio", "55")).toBeChecked();
    await keys.press("Escape");
    await seesStatus("0 of 1 voted", anna);
    await keys.press("6");
    await seesStatus("1 of 1 voted", anna);
    await keys.press("v");
    await anna.see("region", "Result");
    await expect(of(anna, "radiogroup", "Estimate")).toBeVisible();
    await keys.press("r");
    await seesStatus("0 of 1 voted", anna);
    await keys.press("5");
    await keys.press("Shift+V");
    await keys.press("v");
    await anna.see("region", "Result");
  });

  await test.step("the estimate by arrow keys", async () => {
    const estimate = of(anna, "radiogroup", "Estimate");
    await estimate.getByRole("radio").first().focus();
    await keys.press("ArrowRight");
    await keys.press("ArrowRight");
    await tabTo(anna, "button", "Save estimate");
    await seesFocus(anna);
    await keys.press("Enter");
    await expect(anna.page.getByText("Saved: 2", { exact: true })).toBeVisible();
    await keys.press("n");
    await expect(of(anna, "textbox", "Story title")).toBeFocused();
    await expect(of(anna, "textbox", "Story title")).toHaveValue("");
    await keys.type("Second");
    await keys.press("Tab");
    await keys.press("p");
    await expect(of(anna, "textbox", "Story title")).toHaveValue("5 votes, v, r, n, p, t");
    await keys.press("n");
    await expect(of(anna, "textbox", "Story title")).toHaveValue("Second");
    await keys.press("t");
    await expect(of(anna, "button", /^Stop timer/)).toBeVisible();
    await keys.press("t");
    await expect(of(anna, "button", /^Start timer/)).toBeVisible();
  });
});

test("Tab goes through the table in the order people look at it", async ({ people }) => {
  const [anna] = await table(people, 1);
  await anna.page.locator("body").click({ position: { x: 1, y: 1 } });
  await anna.page.evaluate(() => document.activeElement.blur());
  const passed = await tabTo(anna, "radio", "0");
  const order = ["Start timer", "Invite", "Stories", "Table settings", "Settings", "Help", "Leave", "Story title", "Next story"];
  const places = order.map((name) => passed.findIndex((text) => text.startsWith(name)));
  expect(places, passed.join(", ")).not.toContain(-1);
  expect([...places].sort((a, b) => a - b), passed.join(", ")).toEqual(places);
});

test("dialogs take the focus, keep it, and give it back", async ({ people }) => {
  const [anna] = await table(people, 1);
  const keys = anna.page.keyboard;
  for (const name of ["Invite", "Stories", "Table settings", "Settings", "Help"]) {
    await of(anna, "button", name).focus();
    await keys.press("Enter");
    const dialog = anna.page.getByRole("dialog", { name, exact: true });
    await expect(dialog).toBeVisible();
    await expect.poll(() => dialog.evaluate((one) => one.contains(document.activeElement)), name).toBe(true);
    // Keys of the table do not act under a dialog.
    await keys.press("n");
    await keys.press("t");
    for (let step = 0; step < 4; step += 1) await keys.press("Tab");
    expect(await dialog.evaluate((one) => one.contains(document.activeElement) || document.activeElement === document.body), name).toBe(true);
    await keys.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(of(anna, "button", name), `focus after ${name}`).toBeFocused();
  }
  await expect(of(anna, "button", /^Start timer/)).toBeVisible();
  await keys.press("F1");
  await anna.see("dialog", "Help");
  await keys.press("Escape");
  await anna.miss("dialog", "Help");
});

test("a question takes the keyboard and gives it back", async ({ people }) => {
  const [anna, ben] = await table(people, 2);
  await ben.see("list", "Seats");
  await of(anna, "radio", "0").focus();
  await anna.press("3");
  await seesStatus("1 of 2 voted", anna);
  await anna.press("v");
  await anna.see("dialog", "1 has not voted. Reveal anyway?");
  await anna.press("Escape");
  await anna.miss("dialog", "1 has not voted. Reveal anyway?");
  await seesStatus("1 of 2 voted", anna);
  await expect(of(anna, "radio", "0").or(of(anna, "radio", "2")).first()).toBeVisible();
  expect(await anna.page.evaluate(() => document.activeElement.getAttribute("role"))).toBe("radio");
});

test("single keys can be switched off", async ({ people }) => {
  const [anna] = await table(people, 1);
  const keys = anna.page.keyboard;
  await anna.click("button", "Settings");
  await of(anna, "switch", "Single keys act").uncheck();
  await anna.click("button", "Close");
  for (const key of ["3", "v", "t", "n"]) await keys.press(key);
  await seesStatus("0 of 1 voted", anna);
  await expect(of(anna, "button", /^Start timer/)).toBeVisible();
  await of(anna, "radio", "0").focus();
  await keys.press("Space");
  await seesStatus("1 of 1 voted", anna);
  await anna.reload();
  await anna.see("list", "Seats");
  await keys.press("3");
  await expect(of(anna, "radio", "2"), "the choice is kept").not.toBeChecked();
});

test("modifiers belong to the browser", async ({ people }) => {
  const anna = await people.invite("Anna");
  await open(anna);
  for (const key of ["Control+3", "Alt+3", "Meta+3", "Control+Shift+3"]) await anna.page.keyboard.press(key);
  await seesStatus("0 of 1 voted", anna);
});

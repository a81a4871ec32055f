// The way through a page with the Tab key.
import { expect } from "@playwright/test";

import { of } from "./table.mjs";

/** What has the focus, for messages. */
const focus = (person) =>
  person.page.evaluate(() => {
    const at = document.activeElement;
    return at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent.trim().slice(0, 40);
  });

/**
 * Presses Tab until this has the focus.
 * @param {any} person
 * @param {string} role
 * @param {string | RegExp} name
 * @param {number} [most] steps
 */
export async function tabTo(person, role, name, most = 40) {
  const wanted = of(person, role, name);
  const passed = [];
  for (let step = 0; step < most; step += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return passed;
    await person.page.keyboard.press("Tab");
    passed.push(await focus(person));
  }
  throw new Error(`Tab does not lead to ${role} ${name}, only to ${passed.join(", ")}`);
}

/** The element with the focus is seen to have it. */
export async function seesFocus(person) {
  const outline = await person.page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return { width: parseFloat(style.outlineWidth), kind: style.outlineStyle, shadow: style.boxShadow };
  });
  expect(outline.kind !== "none" && outline.width >= 2, `focus on ${await focus(person)} is not seen`).toBe(true);
}

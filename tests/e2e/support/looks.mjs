// Whether a page can be used by everybody: axe in both colours, nothing beyond the edge.
import { expect } from "@playwright/test";

/** Nothing is wider than the screen. */
async function fits(person, where) {
  const wide = await person.page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= room) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((one) => one.getBoundingClientRect().right > room + 1 && getComputedStyle(one).position !== "fixed")
      .slice(0, 5)
      .map((one) => `${one.tagName}.${one.className} to ${Math.round(one.getBoundingClientRect().right)}`);
  });
  expect(wide, `${where} scrolls sideways`).toEqual([]);
}

/** Looks at the page in both colours. */
export async function looks(person, where) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await person.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // With less motion asked for, nothing is on its way from one colour to the other.
    expect(await person.page.evaluate(() => document.getAnimations().length), `${where} moves`).toBe(0);
    await person.axe(`${where}, ${colorScheme}`);
  }
  await fits(person, where);
}

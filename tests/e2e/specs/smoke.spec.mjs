// The page opens, everywhere, and is accessible from its first screen on.
import { pathToFileURL } from "node:url";

import { expect, test } from "../support/people.mjs";

for (const browser of /** @type {const} */ (["chromium", "firefox"])) {
  test(`the page opens in ${browser} below any path`, async ({ people }) => {
    const anna = await people.invite("Anna", { browser });
    await anna.goto();
    await anna.see("button", "Start a poker round");
    await anna.axe("start page");
  });
}

test("the single file opens by double click", async ({ people }) => {
  const file = process.env.FLORET_SINGLE ?? "";
  expect(file, "`cargo xtask e2e` writes the file and names it").not.toBe("");
  const anna = await people.invite("Anna");
  await anna.goto(pathToFileURL(file).href);
  await anna.see("button", "Start a poker round");
  expect(anna.address()).toContain("file:");
});

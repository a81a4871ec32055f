// Playwright's settings. BASE_URL is the page (`cargo xtask e2e` sets it).
import { defineConfig } from "@playwright/test";

import { chromium, NO_MANGLING } from "./support/browsers.mjs";

const launchOptions = chromium();

export default defineConfig({
  testDir: "./specs",
  testMatch: "**/*.spec.mjs",
  outputDir: "./test-results/artifacts",
  // People of one test already fill the machine; two tests at once make clocks lie.
  workers: process.env.CI ? 1 : undefined,
  fullyParallel: false,
  // One second try, printed; `cargo xtask` fails a run in which more than two tests needed it.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.FLORET_E2E_REPORT ?? "./test-results/report.json" }],
  ],
  use: {
    baseURL: process.env.BASE_URL,
    launchOptions,
    actionTimeout: 15_000,
    locale: "en-GB",
    // A trace of every context doubles the time of the suite: asked for when needed.
    trace: process.env.FLORET_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    video: "off",
  },
  projects: [
    { name: "people", testIgnore: "**/forbidden.spec.mjs" },
    {
      // Nothing anybody has to do may need what Chromium is going to forbid.
      name: "as-later-chromium",
      testMatch: ["**/forbidden.spec.mjs", "**/joining.spec.mjs", "**/poker.spec.mjs"],
      use: { launchOptions: { ...launchOptions, args: [...(launchOptions.args ?? []), NO_MANGLING] } },
    },
  ],
});

// Finds the browsers and says how to start them.
//
// `cargo xtask e2e` names them in FLORET_CHROMIUM and FLORET_FIREFOX; without
// it the usual places are searched.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const CHROMIUM = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];
const FIREFOX = ["firefox", "firefox-esr"];

/** The switch with which a later Chromium refuses changed descriptions. */
export const NO_MANGLING = "--force-fieldtrials=WebRTC-NoSdpMangleUfrag/Enabled/";

/** Quiet, and able to run as root in a container. */
const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Headless pages in the background must keep their timers: people wait there.
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
  "--disable-backgrounding-occluded-windows",
];

/** Preferences for a Firefox that is alone on its machine. */
const FIREFOX_PREFS = {
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.events.testing.asyncClipboard": true,
  "dom.events.asyncClipboard.readText": true,
  "intl.accept_languages": "en-GB,en",
  "intl.locale.requested": "en-GB",
  // Loopback candidates: two people on one machine without a network.
  "media.peerconnection.ice.loopback": true,
  "media.peerconnection.ice.obfuscate_host_addresses": true,
};

/**
 * Launch options for Playwright's Chromium. Without a system Chromium it falls
 * back to Playwright's own download.
 * @returns {import("@playwright/test").LaunchOptions}
 */
export function chromium() {
  return { executablePath: process.env.FLORET_CHROMIUM || onPath(CHROMIUM), args: CHROMIUM_ARGS };
}

/**
 * Launch options for Firefox under puppeteer-core (WebDriver BiDi).
 * @param {Record<string, unknown>} [prefs] beside those of every test
 * @returns {import("puppeteer-core").LaunchOptions}
 */
export function firefox(prefs = {}) {
  const executablePath = process.env.FLORET_FIREFOX || onPath(FIREFOX);
  if (!executablePath) throw new Error("Firefox is missing: install it, or name it in FLORET_FIREFOX");
  return {
    browser: "firefox",
    executablePath,
    headless: true,
    extraPrefsFirefox: { ...FIREFOX_PREFS, ...prefs },
    // Firefox as root refuses another user's home; it gets its own profile anyway.
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: "1" },
  };
}

/** @param {string[]} programs */
function onPath(programs) {
  const dirs = (process.env.PATH ?? "").split(delimiter);
  const paths = programs.flatMap((program) => dirs.map((dir) => join(dir, program)));
  return paths.find((path) => existsSync(path));
}

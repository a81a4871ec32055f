// Measures, and judges nothing by absolute times: machines are shared and noisy.
// Every figure of the table stands beside a bare data channel of the same run,
// between the same pages; the desk beside a bare loop in the same page. `--quick` plays
// fewer rounds; `--seats 2,8` other tables; `--only load|start|desk|table` one part.
import { chromium } from "@playwright/test";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { desk } from "./bench_desk.mjs";
import { chromium as launchOptions } from "./support/browsers.mjs";

const base = process.env.BASE_URL;
if (!base) throw new Error("BASE_URL is missing: run `cargo xtask bench`");
const isQuick = process.argv.includes("--quick");
const seatsAt = process.argv.indexOf("--seats");
const tables = seatsAt > 0 ? process.argv[seatsAt + 1].split(",").map(Number) : [2, 8, 12, 30];
const rounds = isQuick ? 5 : 15;
const onlyAt = process.argv.indexOf("--only");
const wants = (part) => onlyAt < 0 || process.argv[onlyAt + 1] === part;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const ms = (value) => `${value.toFixed(1)} ms`;

/** In every page: what time it is on all pages of this machine, and when a thing was first seen. */
function instruments() {
  const now = () => performance.timeOrigin + performance.now();
  const sights = {
    voted: ([n, of]) => [...document.querySelectorAll('[role="status"]')].some((one) => one.textContent.includes(`${n} of ${of} voted`)),
    result: () => document.querySelector('[aria-label="Result"]')?.textContent.includes("verified"),
    open: () => !document.querySelector('[aria-label="Result"]')?.textContent.includes("verified"),
    picked: (label) => document.querySelector(`[role="radio"][aria-label="${label}"]`)?.getAttribute("aria-checked") === "true",
  };
  window.bench = {
    now,
    /** Resolves with the time at which `sight` first held. */
    when: (sight, value) =>
      new Promise((resolve) => {
        const look = () => sights[sight](value) && (watcher.disconnect(), resolve(now()), true);
        const watcher = new MutationObserver(look);
        watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        look();
      }),
    click: (role, label) => {
      const found = [...document.querySelectorAll(role === "radio" ? '[role="radio"]' : "button")].find(
        (one) => (one.getAttribute("aria-label") ?? one.textContent.trim()) === label,
      );
      if (!found) throw new Error(`no ${role} ${label}`);
      const at = now();
      found.click();
      return at;
    },
  };
}

async function load() {
  const browser = await chromium.launch(launchOptions());
  const page = await browser.newPage();
  const seen = [];
  page.on("response", (response) => seen.push(response));
  await page.goto(base, { waitUntil: "networkidle" });
  const files = new Map();
  for (const response of seen) {
    if (!files.has(response.url())) files.set(response.url(), await response.body().catch(() => Buffer.alloc(0)));
  }
  console.log("\nFirst load (everything asked for until the table can be opened)");
  const total = [0, 0, 0];
  for (const [url, body] of files) {
    const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    const sizes = [body.length, gzipSync(body, { level: 9 }).length, brotli.length];
    sizes.forEach((size, at) => (total[at] += size));
    console.log(`  ${new URL(url).pathname.split("/").pop() || "index.html"}: raw ${sizes[0]}, gzip ${sizes[1]}, brotli ${sizes[2]}`);
  }
  console.log(`  requests: ${files.size}; raw ${total[0]}, gzip ${total[1]}, brotli ${total[2]} bytes`);
  await browser.close();
}

async function slowStart() {
  const paints = [];
  const buttons = [];
  const tablesReady = [];
  for (let run = 0; run < (isQuick ? 2 : 5); run += 1) {
    const browser = await chromium.launch(launchOptions());
    const page = await browser.newPage();
    const wire = await page.context().newCDPSession(page);
    await wire.send("Network.enable");
    const rate = (1.44 * 1e6) / 8;
    await wire.send("Network.emulateNetworkConditions", { offline: false, latency: 562, downloadThroughput: rate, uploadThroughput: rate });
    await wire.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.addInitScript(() => {
      window.started = {};
      const look = () => {
        const button = [...document.querySelectorAll("button")].find((one) => one.textContent.includes("Start a poker round"));
        if (button && !window.started.button) {
          button.click();
          if (document.querySelector("input")) window.started.button = performance.now();
        }
        if (!window.started.button) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(base, { waitUntil: "commit" });
    await page.waitForFunction(() => window.started.button, undefined, { timeout: 60_000 });
    const form = page.getByRole("textbox", { name: "Your name" });
    await form.fill("Ana");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Invite" }).first().waitFor({ timeout: 60_000 });
    tablesReady.push(await page.evaluate(() => performance.now()));
    buttons.push(await page.evaluate(() => window.started.button));
    paints.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN));
    await browser.close();
  }
  console.log("\nSlow 4G (562 ms a request, 1.44 Mbit/s, CPU 4x), median");
  console.log(`  first contentful paint ${ms(median(paints))}; first button works ${ms(median(buttons))}; table open ${ms(median(tablesReady))}`);
}

/** A plain data channel from the host's page to each guest's, as fast as it gets. */
async function bareChannels(host, guests) {
  await host.evaluate(() => (window.bare = []));
  for (const guest of guests) {
    const offer = await host.evaluate(async () => {
      const pc = new RTCPeerConnection();
      const channel = pc.createDataChannel("bare", { negotiated: true, id: 0 });
      channel.binaryType = "arraybuffer";
      window.bare.push({ pc, channel });
      await pc.setLocalDescription(await pc.createOffer());
      await new Promise((done) => (pc.iceGatheringState === "complete" ? done() : pc.addEventListener("icegatheringstatechange", () => pc.iceGatheringState === "complete" && done())));
      return pc.localDescription.sdp;
    });
    const answer = await guest.evaluate(async (sdp) => {
      const pc = new RTCPeerConnection();
      const channel = pc.createDataChannel("bare", { negotiated: true, id: 0 });
      channel.binaryType = "arraybuffer";
      channel.onmessage = (event) => channel.send(event.data);
      window.bare = { pc, channel };
      await pc.setRemoteDescription({ type: "offer", sdp });
      await pc.setLocalDescription(await pc.createAnswer());
      await new Promise((done) => (pc.iceGatheringState === "complete" ? done() : pc.addEventListener("icegatheringstatechange", () => pc.iceGatheringState === "complete" && done())));
      return pc.localDescription.sdp;
    }, offer);
    await host.evaluate(async (sdp) => {
      const { pc, channel } = window.bare.at(-1);
      await pc.setRemoteDescription({ type: "answer", sdp });
      if (channel.readyState !== "open") await new Promise((done) => (channel.onopen = done));
    }, answer);
  }
}

/** Round trip to one guest, and to all at once until the last is back; 100 bytes each. */
async function bareRoundTrip(host) {
  return host.evaluate(async () => {
    const bytes = new Uint8Array(100);
    const trip = ({ channel }) =>
      new Promise((done) => {
        channel.onmessage = done;
        channel.send(bytes);
      });
    const time = async (work) => {
      const from = performance.now();
      await work();
      return performance.now() - from;
    };
    // The first after a pause, as a vote is; the single one after it is warm.
    const all = await time(() => Promise.all(window.bare.map(trip)));
    return { one: await time(() => trip(window.bare[0])), all };
  });
}

/** Sits `seats` people at one table, in tabs of one browser: they need no reply. */
async function seat(browser, seats) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  await context.addInitScript(instruments);
  const host = await context.newPage();
  await host.goto(base);
  await host.getByRole("button", { name: "Start a poker round" }).click();
  await host.getByRole("textbox", { name: "Your name" }).fill("Host");
  await host.getByRole("button", { name: "Continue" }).click();
  await host.getByRole("button", { name: "Invite" }).first().click();
  const link = host.getByRole("textbox", { name: "Invite link" });
  const guests = [];
  for (let at = 1; at < seats; at += 1) {
    await host.waitForFunction(() => document.querySelector("dialog input[readonly]")?.value.includes("#j="));
    const guest = await context.newPage();
    await guest.goto(await link.inputValue());
    await guest.getByRole("textbox", { name: "Your name" }).fill(`Guest ${at}`);
    await guest.getByRole("button", { name: "Join" }).click();
    await guest.getByRole("radiogroup", { name: "Your hand" }).waitFor({ timeout: 60_000 });
    guests.push(guest);
  }
  await host.keyboard.press("Escape");
  return { context, host, guests };
}

async function table(browser, seats) {
  const { context, host, guests } = await seat(browser, seats);
  await bareChannels(host, guests);
  const all = [host, ...guests];
  const cards = ["3", "5", "8"];
  const figures = { bareOne: [], bareAll: [], own: [], vote: [], result: [] };
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(all.map((page) => page.evaluate(() => window.bench.when("open"))));
    // A pause, so that the channel is measured while nobody draws.
    await Promise.all(all.map((page) => page.evaluate(() => new Promise((done) => setTimeout(done, 100)))));
    const bare = await bareRoundTrip(host);
    figures.bareOne.push(bare.one);
    figures.bareAll.push(bare.all);
    const last = guests.at(-1);
    await Promise.all(all.slice(0, -1).map((page, at) => page.evaluate((card) => window.bench.click("radio", card), cards[at % 3])));
    // All is quiet before the last card: only its own way is measured.
    await Promise.all(all.map((page) => page.evaluate((count) => window.bench.when("voted", count), [seats - 1, seats])));
    const seen = all.map((page) => page.evaluate((count) => window.bench.when("voted", count), [seats, seats]));
    const [from, own] = await last.evaluate(async () => {
      const own = window.bench.when("picked", "13");
      return [window.bench.click("radio", "13"), await own];
    });
    figures.own.push(own - from);
    figures.vote.push(Math.max(...(await Promise.all(seen.slice(0, -1)))) - from);
    const shown = all.map((page) => page.evaluate(() => window.bench.when("result")));
    const revealed = await last.evaluate(() => window.bench.click("button", "Reveal"));
    figures.result.push(Math.max(...(await Promise.all(shown))) - revealed);
    await host.evaluate(() => window.bench.click("button", "Vote again"));
  }
  await context.close();
  const [one, allBack, own, vote, result] = Object.values(figures).map(median);
  console.log(
    `  ${String(seats).padStart(2)} seats: bare channel ${ms(one)} one, ${ms(allBack)} all; own card ${ms(own)}; ` +
      `last vote on every screen ${ms(vote)} (${(vote / allBack).toFixed(1)}x); result on every screen ${ms(result)} (${(result / allBack).toFixed(1)}x)`,
  );
}

if (wants("load")) await load();
if (wants("start")) await slowStart();
const browser = await chromium.launch(launchOptions());
if (wants("desk")) await desk(browser, base, rounds);
if (wants("table")) {
  console.log(`\nAt the table (medians of ${rounds} rounds; times are of whole screens, the factor is to the bare channel to all seats)`);
  for (const seats of tables) await table(browser, seats);
}
await browser.close();

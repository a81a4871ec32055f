// Ways to the table and back to it. Each is told two people who are not yet on
// any page, and answers with the milliseconds from the last thing a person did
// (or the network's return) to the seat; undefined when nobody got there.
import { askIn, closePanel, inviteLink, open, seesPeople, seesResult, seesStatus, vote } from "../support/table.mjs";
import { lastClick, loadedAt, rememberClicks, sighted, watch } from "../support/clock.mjs";
import { TRACKER_URL, TURN } from "./servers.mjs";

/** Longer than any browser tries by itself. */
const LIMIT_MS = 20_000;
const LATE_MS = 30_000;

const SEATED = 'byName("list", "Seats")';
/** Both seats linked, and nothing on the screen still looks for a way. */
const LINKED = `[...(byName("list", "Seats")?.querySelectorAll("li") ?? [])]
  .filter((seat) => /\\blinked\\b/.test(seat.textContent)).length === 2 && !byName("textbox", "Reply link")`;
/** Time for the two sides to agree on a way back, before it is needed. */
const SETTLED_MS = 3_000;

/**
 * @typedef {object} Scene
 * @property {any} host
 * @property {any} guest
 * @property {import("./network.mjs").Network} network
 * @typedef {import("./topologies.mjs").Topology} Topology
 * @typedef {object} Way
 * @property {string} name
 * @property {string} about one line for the docs
 * @property {(topology: Topology) => boolean} [fits] whether it is of interest there
 * @property {boolean} [pairs] tried with every pair of browsers in a whole run
 * @property {string[]} [quick] the networks of the quick run that try it
 * @property {(topology: Topology) => boolean} joins whether it is expected to end at the table
 * @property {(scene: Scene) => Promise<number | undefined>} run
 */

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Opens a table, brings the guest's reply to it after a while.
 * @param {Scene} scene
 * @param {number} [wait_ms]
 */
async function linkAndReply({ host, guest }, wait_ms = 0) {
  await open(host);
  return joinBy({ host, guest }, await inviteLink(host), wait_ms);
}

/** The guest follows the link; the host takes the reply. */
async function joinBy({ host, guest }, link, wait_ms = 0) {
  const reply = await askIn(guest, link);
  await watch(guest, SEATED);
  await rememberClicks(host);
  await pause(wait_ms);
  await host.click("button", "Invite");
  await host.fill("textbox", "Paste replies", reply);
  await host.click("button", "Let them in");
  const clicked = await lastClick(host);
  await closePanel(host);
  return whenSeated({ host, guest }, clicked);
}

/** From then until the guest sits at the table; a round has to follow. */
async function whenSeated({ host, guest }, from) {
  const seated = await sighted(guest, LIMIT_MS);
  if (seated === undefined) return undefined;
  await playRound({ host, guest });
  return seated - from;
}

/** Two people at a table, who have had time to prepare for bad times. */
async function seatBoth(scene) {
  const ms = await linkAndReply(scene);
  if (ms === undefined) throw new Error("the two did not meet in the first place");
  await scene.host.click("button", "Vote again");
  await pause(SETTLED_MS);
}

/**
 * From the page's new beginning, or from `from`, until each is linked on both screens.
 * @param {Scene} scene
 * @param {number} from
 */
async function whenLinked({ host, guest }, from) {
  for (const person of [host, guest]) await watch(person, LINKED);
  const seen = [await sighted(host, LIMIT_MS), await sighted(guest, LIMIT_MS)];
  if (seen.includes(undefined)) return undefined;
  await playRound({ host, guest });
  return Math.max(...seen.map(Number)) - from;
}

/**
 * The guest follows the link of a host with these settings, and that is all.
 * @param {Scene} scene
 * @param {object} settings
 */
async function meet({ host, guest }, settings) {
  await set(host, settings);
  await open(host);
  await guest.goto(await inviteLink(host));
  await rememberClicks(guest);
  await watch(guest, SEATED);
  await guest.fill("textbox", "Your name", guest.name);
  await guest.click("button", "Join");
  return whenSeated({ host, guest }, await lastClick(guest));
}

/** @param {Scene} scene @param {"host" | "guest"} who */
async function reload(scene, who) {
  await seatBoth(scene);
  await scene[who].reload();
  return whenLinked(scene, await loadedAt(scene[who]));
}

async function outage(scene, cut_ms) {
  await seatBoth(scene);
  scene.network.cut("guest");
  await pause(cut_ms);
  scene.network.mend("guest");
  return whenLinked(scene, performance.timeOrigin + performance.now());
}

/**
 * Proof that the link carries a whole round.
 * @param {{ host: any, guest: any }} people
 */
async function playRound({ host, guest }) {
  await seesPeople(2, host, guest);
  await vote(host, "3");
  await vote(guest, "5");
  await seesStatus("2 of 2 voted", host, guest);
  await host.click("button", "Reveal");
  await seesResult([host, guest], "Average 4");
}

/** What the page keeps of these settings, before it is opened. */
async function set(person, settings) {
  const text = JSON.stringify({ version: 1, ...settings });
  await person.goto("");
  await person.evaluate(`localStorage.setItem("floret.settings", ${JSON.stringify(text)})`);
}

const direct = ({ reach }) => reach === "direct";
const at = (...names) => ({ name }) => names.includes(name);
/** Settings of a host that has a TURN server; the guest has set nothing. */
const OWN_TURN = { turn_url: TURN.url, turn_user: TURN.username, turn_password: TURN.credential };
const MEETING = { rendezvous: true, trackers: TRACKER_URL };

/** @type {Way[]} */
export const WAYS = [
  {
    name: "link + reply",
    about: "the guest’s reply is pasted at once",
    joins: direct,
    pairs: true,
    quick: ["nat-nat"],
    run: (scene) => linkAndReply(scene),
  },
  {
    name: "reply 30 s late",
    about: "the same, after half a minute",
    fits: direct,
    joins: direct,
    pairs: true,
    run: (scene) => linkAndReply(scene, LATE_MS),
  },
  {
    name: "with TURN",
    about: "link and reply; the host has set a TURN server, the guest nothing",
    joins: ({ reach, online }) => reach === "direct" || online,
    quick: ["symmetric"],
    run: async (scene) => {
      await set(scene.host, OWN_TURN);
      return linkAndReply(scene);
    },
  },
  {
    name: "typed address",
    about: "link and reply; the host has typed its address in the LAN",
    fits: at("lan-nomulticast"),
    joins: () => true,
    run: async ({ host, guest, network }) => {
      await open(host);
      await host.click("button", "Invite");
      await host.evaluate("void (document.querySelector('details.more-help').open = true)");
      await host.fill("textbox", "LAN address of this computer", network.address("host"));
      await host.click("button", "Use this address");
      await closePanel(host);
      return joinBy({ host, guest }, await inviteLink(host));
    },
  },
  {
    name: "rendezvous",
    about: "the link alone; both sides meet at a tracker, from the click on `Join`",
    joins: ({ reach, online }) => reach === "direct" && online,
    run: (scene) => meet(scene, MEETING),
  },
  {
    name: "rendezvous, TURN",
    about: "the same; the host has set a TURN server as well",
    joins: ({ online }) => online,
    run: (scene) => meet(scene, { ...MEETING, ...OWN_TURN }),
  },
  {
    name: "guest reloads",
    about: "a seated guest reloads the page and is back by itself",
    fits: direct,
    pairs: true,
    // Somebody it has not yet sent anything to has to get through to the host.
    joins: at("lan", "lan-offline", "public"),
    run: (scene) => reload(scene, "guest"),
  },
  {
    name: "host reloads",
    about: "the host reloads the page and the guest is back by itself",
    fits: direct,
    pairs: true,
    joins: at("lan", "lan-offline"),
    run: (scene) => reload(scene, "host"),
  },
  {
    name: "guest reloads, rendezvous",
    about: "the same for a table with rendezvous",
    fits: at("public", "nat-nat"),
    joins: () => true,
    run: async (scene) => {
      await set(scene.host, MEETING);
      return reload(scene, "guest");
    },
  },
  {
    name: "host reloads, rendezvous",
    about: "the same for a table with rendezvous",
    fits: at("public", "nat-nat"),
    joins: () => true,
    run: async (scene) => {
      await set(scene.host, MEETING);
      return reload(scene, "host");
    },
  },
  {
    name: "40 s cut",
    about: "nothing passes for 40 s; from the network’s return",
    fits: at("lan", "nat-nat"),
    joins: () => true,
    run: (scene) => outage(scene, 40_000),
  },
  {
    name: "120 s cut",
    about: "nothing passes for two minutes",
    fits: at("lan", "nat-nat"),
    joins: () => true,
    run: (scene) => outage(scene, 120_000),
  },
];

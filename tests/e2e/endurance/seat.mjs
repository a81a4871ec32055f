// One seat of the long evening: a person that may be away for a moment, in a
// page that tells when it is back at the table.
import { byName } from "../support/by_name.mjs";
import { ChromiumPerson } from "../support/chromium_person.mjs";

/** What the list `Seats` says of a seat that is there. */
export const THERE = /\blinked\b/;

/**
 * In every page from its start: when all seats are there, and the connections
 * that can be taken from it.
 * @param {{ seats: number, there: string }} told
 */
const instruments = ({ seats, there }) => `(() => {
  const byName = ${byName};
  const now = () => performance.timeOrigin + performance.now();
  window.press = (role, name) => {
    const found = byName(role, name);
    found?.click();
    return Boolean(found);
  };
  const isThere = new RegExp(${JSON.stringify(there)});
  window.allThere = () => {
    const items = [...(byName("list", "Seats")?.querySelectorAll("li") ?? [])];
    return items.length === ${seats} && items.every((item) => isThere.test(item.textContent));
  };
  window.whenBack = () => new Promise((resolve) => {
    const look = () => window.allThere() && (watcher.disconnect(), resolve(now()));
    const watcher = new MutationObserver(look);
    watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });
  window.backAt = undefined;
  window.watchBack = () => { window.backAt = undefined; void window.whenBack().then((at) => { window.backAt = at; }); };
  window.watchBack();
  const links = [];
  /** What stands on the screen, and how many connections are in which state. */
  window.tellAll = () => {
    const states = {};
    for (const one of made) {
      const peer = one.deref();
      if (!peer) continue;
      const state = peer.connectionState + "/" + peer.iceConnectionState;
      states[state] = (states[state] ?? 0) + 1;
    }
    return JSON.stringify({ made: made.length, address: location.href.slice(0, 60), states, story: story.slice(-40), text: document.body.innerText.replace(/\\s+/g, " ").slice(0, 900) });
  };
  // A browser counts connections until they are collected: what is over is not held here.
  const made = [];
  const story = [];
  const tell = (number, state, began) => story.push(new Date().toISOString().slice(14, 23) + " #" + number + " " + state + " after " + Math.round(now() - began));
  // What each was for, and what became of it; numbers only, so that nothing is kept alive.
  const began = now();
  const kinds = new Map();
  const ends = {};
  const ages = [[1, "within 1 s"], [10, "within 10 s"], [60, "within a minute"], [Infinity, "later"]];
  const age = (since) => ages.find(([limit_s]) => now() - since < limit_s * 1000)[1];
  const count = (into, key) => { into[key] = (into[key] ?? 0) + 1; };
  /** How many were made in this page, of which kind, and how they ended. */
  window.account = () => {
    const sum = { ...ends };
    for (const { kind, since } of kinds.values()) count(sum, kind + " there, made " + age(since));
    return { ms: now() - began, made: made.length, left: made.filter((one) => one.deref()).length, sum };
  };
  window.dropLinks = () => {
    for (const { peer, channels } of links.splice(0)) {
      if (peer.connectionState !== "connected") continue;
      peer.close();
      for (const channel of channels) channel.dispatchEvent(new Event("close"));
    }
  };
  const Peer = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Peer {
    constructor(...words) {
      super(...words);
      this.link = { peer: this, channels: [] };
      links.push(this.link);
      made.push(new WeakRef(this));
      const number = (this.number = made.length);
      const began = (this.began = now());
      kinds.set(number, { kind: "bare", since: began });
      for (const event of ["connectionstatechange", "iceconnectionstatechange"])
        this.addEventListener(event, () => tell(number, event === "connectionstatechange" ? this.connectionState : "ice " + this.iceConnectionState, began));
    }
    close() {
      const about = kinds.get(this.number);
      if (about) count(ends, about.kind + " closed as " + this.connectionState + " " + age(about.since));
      kinds.delete(this.number);
      tell(this.number, (about?.kind ?? "closed") + " closed as " + this.connectionState, this.began);
      super.close();
      const at = links.indexOf(this.link);
      if (at >= 0) links.splice(at, 1);
    }
    is(kind) {
      const about = kinds.get(this.number);
      if (about) about.kind = kind;
    }
    createOffer(...words) {
      this.is("offer");
      return super.createOffer(...words);
    }
    setRemoteDescription(far) {
      this.is(far.type === "offer" ? "answer" : "offer, answered");
      return super.setRemoteDescription(far);
    }
    async createAnswer(...words) {
      const made = await super.createAnswer(...words);
      this.made = made.sdp;
      return made;
    }
    setLocalDescription(own) {
      // Credentials that were agreed on: a ticket in use.
      if (this.made && own?.sdp !== this.made) this.is("ticket");
      return super.setLocalDescription(own);
    }
    createDataChannel(...words) {
      const channel = super.createDataChannel(...words);
      this.link.channels.push(channel);
      return channel;
    }
  };
})()`;

/** One seat. */
export class Seat {
  isAway = false;
  /** When it was last away, in ms of the machine's clock. */
  troubledAt = 0;
  /** What its pages told of their connections, one after the other. */
  #accounts = [];

  /**
   * @param {any} person in Chromium or Firefox
   * @param {number} seats at the table
   */
  static async of(person, seats) {
    const script = instruments({ seats, there: THERE.source });
    if (person.browser === "chromium") await person.context.addInitScript(script);
    else await person.page.evaluateOnNewDocument(script);
    return new Seat(person);
  }

  /** @private */
  constructor(person) {
    this.person = person;
    this.#welcomeDialogs();
  }

  get name() {
    return this.person.name;
  }

  /** Who reloads a table is asked whether it is meant: it is. */
  #welcomeDialogs() {
    this.person.page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
  }

  /** What can be done to it: nothing kills a single page of Firefox, so that one is reloaded. */
  can(kind) {
    return kind === "crash" && this.person.browser === "firefox" ? "reload" : kind;
  }

  /** As pressing the button for it. */
  async reload() {
    await this.#takeAccount();
    await this.person.reload();
  }

  /** The page dies without a word and is opened again. */
  async crash() {
    await this.#takeAccount();
    const { person } = this;
    const address = person.address();
    const { page, context } = person;
    const wire = await context.newCDPSession(page);
    await Promise.race([wire.send("Page.crash").catch(() => {}), page.waitForEvent("crash")]);
    await page.close();
    this.person = new ChromiumPerson(person.name, context, await context.newPage());
    this.person.complaints = person.complaints;
    this.person.said.unshift(...person.said);
    this.#welcomeDialogs();
    await this.person.goto(address);
  }

  /** All its links are gone, as if the network had ended them. */
  async drop() {
    await this.person.evaluate("void (window.dropLinks(), window.watchBack())");
  }

  /**
   * Clicks from within: two windows of one Firefox cannot be in front at once.
   * @returns {Promise<boolean>} whether it is there
   */
  async press(role, name) {
    return this.person.evaluate(`window.press(${JSON.stringify(role)}, ${JSON.stringify(name)})`);
  }

  /** For whoever looks for the reason: the screen, the connections, the last words of the console. */
  async state() {
    const told = await this.person.evaluate("window.tellAll()").catch(String);
    return [told, ...this.person.said.slice(-25)].join("\n      ");
  }

  async #takeAccount() {
    const account = await this.person.evaluate("window.account?.()").catch(() => undefined);
    if (account) this.#accounts.push(account);
  }

  /** Connections that its pages made, by kind and end: for whoever wonders why so many. */
  async account() {
    await this.#takeAccount();
    const minutes = this.#accounts.reduce((all, { ms }) => all + ms, 0) / 60_000;
    const made = this.#accounts.reduce((all, one) => all + one.made, 0);
    const sum = new Map();
    for (const one of this.#accounts)
      for (const [key, n] of Object.entries(one.sum)) sum.set(key, (sum.get(key) ?? 0) + n);
    const kinds = [...sum].sort((a, b) => b[1] - a[1]).map(([key, n]) => `${n} ${key}`);
    const pages = this.#accounts.map((one) => `${one.made} (${one.left} not collected)`);
    return `${(made / minutes).toFixed(1)} a minute; by page ${pages.join(", ")}: ${kinds.join("; ")}`;
  }

  /** When everybody was on its screen again, in ms of the machine's clock. */
  async backAt() {
    return /** @type {Promise<number | undefined>} */ (this.person.evaluate("window.backAt ?? undefined"));
  }
}

/**
 * Everything known of every page, for whoever looks for the reason.
 * @param {Seat[]} seats
 */
export async function tellAll(seats) {
  for (const seat of seats) console.log(`    ${seat.name}: ${await seat.state()}`);
}

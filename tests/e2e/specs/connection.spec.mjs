// To see the connection: states of seats, ways, settings for the network, the test of it.
import { createSocket } from "node:dgram";
import { networkInterfaces } from "node:os";

import { expect, test } from "../support/people.mjs";
import {
  askIn, closePanel, inviteLink, letIn, of, open, seesPeople, seesSeat, seesStatus, table, vote,
} from "../support/table.mjs";
import { full } from "../support/address.mjs";

/** Takes packets and never answers: a server that is down, without leaving this machine. */
async function deadServer() {
  const socket = createSocket("udp4");
  await new Promise((bound) => socket.bind(0, "127.0.0.1", () => bound(undefined)));
  return { socket, url: `stun:127.0.0.1:${socket.address().port}` };
}

/** Answers STUN binding requests (RFC 8489) with the address that it sees. */
async function stunServer() {
  const socket = createSocket("udp4");
  socket.on("message", (asked, { address, port }) => {
    if (asked.length < 20 || asked.readUInt16BE(0) !== 0x0001) return;
    const answer = Buffer.alloc(32);
    answer.writeUInt16BE(0x0101, 0);
    answer.writeUInt16BE(12, 2);
    asked.copy(answer, 4, 4, 20);
    answer.writeUInt16BE(0x0020, 20);
    answer.writeUInt16BE(8, 22);
    answer.writeUInt8(1, 25);
    answer.writeUInt16BE(port ^ 0x2112, 26);
    for (const [at, octet] of address.split(".").entries()) {
      answer.writeUInt8(Number(octet) ^ asked[4 + at], 28 + at);
    }
    socket.send(answer, port, address);
  });
  await new Promise((bound) => socket.bind(0, "0.0.0.0", () => bound(undefined)));
  return { socket, port: socket.address().port };
}

/** This machine's address on its network. */
function ownAddress() {
  const all = Object.values(networkInterfaces()).flat();
  return all.find((one) => one?.family === "IPv4" && !one.internal)?.address;
}

/** Own servers, typed into the settings on the start page. */
async function useServers(person, ...urls) {
  await person.goto();
  await person.click("button", "Settings");
  await of(person, "radio", "My own").check();
  await person.fill("textbox", "STUN addresses", urls.join("\n"));
  await person.click("button", "Use these");
}

test("an own TURN server is checked, used, kept, and not in a backup", async ({ people }) => {
  const anna = await people.invite("Anna");
  await anna.goto();
  await anna.click("button", "Settings");
  await anna.fill("textbox", "TURN server", "turn.example.org");
  await anna.click("button", "Use this server");
  await expect(anna.page.getByText("“turn.example.org” is not a TURN address.")).toBeVisible();
  await anna.fill("textbox", "TURN server", "turn:127.0.0.1:9?transport=tcp");
  await anna.fill("textbox", "User name", "anna");
  await anna.press("Enter");
  await expect(anna.page.getByText("needs a user name and a password")).toBeVisible();
  const password = anna.page.getByLabel("Password", { exact: true });
  await expect(password).toHaveAttribute("type", "password");
  await password.fill("correct horse");
  await of(anna, "switch", "Show password").check();
  await expect(password).toHaveAttribute("type", "text");
  await anna.click("button", "Use this server");
  await expect(anna.page.getByText("New connections use turn:127.0.0.1:9?transport=tcp.")).toBeVisible();
  const downloading = anna.page.waitForEvent("download");
  await anna.click("button", "Save a backup");
  const chunks = [];
  for await (const chunk of await (await downloading).createReadStream()) chunks.push(chunk);
  const backup = Buffer.concat(chunks).toString("utf8");
  expect(backup).toContain("127.0.0.1");
  expect(backup).not.toContain("correct horse");
  await anna.reload();
  await anna.click("button", "Settings");
  await expect(of(anna, "textbox", "TURN server")).toHaveValue("turn:127.0.0.1:9?transport=tcp");
  await expect(of(anna, "textbox", "User name")).toHaveValue("anna");
  await expect(password).toHaveValue("correct horse");
  await closePanel(anna);
  // The browser takes it: a table opens and its link says nothing of it.
  await open(anna);
  const link = await inviteLink(anna);
  expect(Buffer.from(link.split("#j=")[1], "base64url").toString("latin1")).not.toContain("turn:");
});

test("rendezvous and its trackers are kept, and nobody is asked before", async ({ people }) => {
  const anna = await people.invite("Anna");
  await anna.goto();
  await anna.click("button", "Settings");
  await of(anna, "switch", "Rendezvous").check();
  await expect(anna.page.getByText("Without an address nothing is sent to anybody.")).toBeVisible();
  await anna.fill("textbox", "Trackers", "wss://tracker.invalid/announce\nhttps://tracker.invalid");
  await anna.click("button", "Use these trackers");
  await expect(anna.page.getByText("“https://tracker.invalid” is not a tracker’s address.")).toBeVisible();
  await anna.fill("textbox", "Trackers", "wss://tracker.invalid/announce");
  await anna.click("button", "Use these trackers");
  await expect(anna.page.getByText("is not a tracker’s address")).toBeHidden();
  await anna.axe("settings with trackers");
  await anna.reload();
  await anna.click("button", "Settings");
  await expect(of(anna, "switch", "Rendezvous")).toBeChecked();
  await expect(of(anna, "textbox", "Trackers")).toHaveValue("wss://tracker.invalid/announce");
  await of(anna, "switch", "Rendezvous").uncheck();
  await expect(of(anna, "textbox", "Trackers")).toBeHidden();
});

test("the network test finishes with a dead server and says what to do", async ({ people }) => {
  const { socket, url } = await deadServer();
  const anna = await people.invite("Anna");
  await useServers(anna, url);
  await anna.click("button", "Test this network");
  await anna.see("region", "Network test");
  const name = url.slice("stun:".length);
  await expect(of(anna, "button", "Stop the test")).toBeVisible();
  await expect.poll(() => anna.items("list", "Checks"), { timeout: 8_000 })
    .toContain(`STUN server ${name}: no answer within 5 s`);
  await anna.see("heading", "Only people on this network can join");
  await anna.see("heading", "What helps");
  expect(await anna.items("list", "Checks")).toContain("Address in this network: found, hidden behind a name");
  await expect(of(anna, "progressbar", "Progress of the test")).toHaveAttribute("value", "4");
  await anna.axe("network test");
  await anna.click("button", "Test again");
  await anna.click("button", "Stop the test");
  await anna.see("heading", "The test was stopped");
  expect(await anna.items("list", "Checks")).toContain(`STUN server ${name}: not finished`);
  await closePanel(anna);
  socket.close();
});

test("two servers that answer tell that the router is friendly", async ({ people }) => {
  const address = ownAddress();
  expect(address, "this machine is on a network").toBeTruthy();
  const [one, two] = [await stunServer(), await stunServer()];
  const anna = await people.invite("Anna");
  await useServers(anna, `stun:${address}:${one.port}`, `stun:${address}:${two.port}`);
  const tab = await anna.newTab();
  await tab.goto(`${full()}#test`);
  await tab.see("region", "Network test");
  await tab.see("heading", "Links to most networks work");
  const checks = await tab.items("list", "Checks");
  expect(checks.filter((text) => /answers after \d+ ms/.test(text))).toHaveLength(2);
  expect(checks).toContain("The router’s way: one port for everybody: easy to reach");
  one.socket.close();
  two.socket.close();
});

test("the connection is direct, and the panel says so on both sides", async ({ people }) => {
  const [anna, ben] = await table(people, 2);
  await anna.click("button", "Connection");
  await anna.see("dialog", "Connection");
  await expect.poll(() => anna.items("list", "Ways")).toEqual([
    expect.stringMatching(/^Ben: Direct, \d+ ms there and back$/),
  ]);
  await ben.click("button", "Connection: Linked");
  await expect.poll(() => ben.items("list", "Ways")).toEqual([
    expect.stringMatching(/^Anna: Direct, \d+ ms there and back$/),
  ]);
  await anna.axe("connection panel of a host");
  await ben.axe("connection panel of a guest");
  await anna.click("button", "Test this network");
  await anna.see("region", "Network test");
  await closePanel(anna);
  await closePanel(ben);
  // Nobody has left the table for it.
  await vote(ben, "5");
  await seesStatus("1 of 2 voted", anna, ben);
});

test("a seat whose browser stopped is waited for, in words", async ({ people }) => {
  const [anna, ben, cleo] = await table(people, 3);
  await seesSeat(anna, "Cleo", /linked$/);
  await crash(cleo);
  await seesSeat(anna, "Cleo", /slow link$/);
  await seesSeat(anna, "Cleo", /Reconnecting since 0:\d\d$/);
  await seesSeat(ben, "Cleo", /Reconnecting since 0:\d\d$/);
  await anna.axe("a seat that is waited for");
  await anna.click("button", "Connection");
  await expect.poll(() => anna.items("list", "Ways")).toContainEqual(
    expect.stringMatching(/^Cleo: Reconnecting since 0:\d\d$/),
  );
  await closePanel(anna);
  await vote(ben, "5");
  await seesStatus("1 of 2 voted", anna, ben);
});

test("a guest whose table stopped sees its own connection", async ({ people }) => {
  const [anna, ben] = await table(people, 2);
  await crash(anna);
  await expect(of(ben, "button", "Connection: Slow")).toBeVisible();
  await expect(of(ben, "button", /^Connection: Reconnecting since 0:\d\d$/)).toBeVisible();
  await ben.axe("a guest without a link");
});

test("a typed LAN address stands in the link and brings people together", async ({ people }) => {
  const address = ownAddress();
  expect(address, "this machine is on a network").toBeTruthy();
  const [anna, ben] = await people.inviteAll(2);
  await open(anna);
  const hidden = await inviteLink(anna);
  await anna.click("button", "Invite");
  await anna.page.getByText("Nobody on this network gets in?").click();
  await anna.fill("textbox", "LAN address of this computer", "localhost");
  await anna.click("button", "Use this address");
  await expect(anna.page.getByText("“localhost” is not an address")).toBeVisible();
  await anna.fill("textbox", "LAN address of this computer", address);
  await anna.click("button", "Use this address");
  await expect(anna.page.getByText(`Your link carries ${address} now.`)).toBeVisible();
  await anna.axe("invite panel with a typed address");
  await closePanel(anna);
  const link = await inviteLink(anna);
  expect(link).not.toBe(hidden);
  const octets = String.fromCharCode(...address.split(".").map(Number));
  expect(Buffer.from(link.split("#j=")[1], "base64url").toString("latin1")).toContain(octets);
  const first = await askIn(ben, link);
  await ben.page.getByText("On the same network, and still waiting?").click();
  await ben.fill("textbox", "LAN address of this computer", address);
  await ben.click("button", "Use this address");
  await expect.poll(() => ben.value("textbox", "Reply link")).not.toBe(first);
  await ben.axe("waiting guest with a typed address");
  await letIn(anna, await ben.value("textbox", "Reply link"));
  await seesPeople(2, anna, ben);
});

/** The page stops at once, without a word to anybody. */
async function crash(person) {
  person.page.goto("chrome://crash").catch(() => {});
  await person.page.waitForEvent("crash");
}

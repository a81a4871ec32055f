#!/usr/bin/env node
// Checks the transcript of one round (docs/ballot.md §9): node docs/verify_transcript.mjs file.json
//
// It shares no code with the program that made the transcript: it recomputes the digest of the
// terms, every commitment and the tally from the public values, and says what differs.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

const FORMAT = "floret/1/transcript";
const MAX_SEATS = 64;
const MAX_CHOICES = 64;
const SLOTS_PER_SEAT = 4;
const SLOT_BYTES = 256;
const MAX_COMMENT_CHARS = 200;
const MAX_COMMENT_BYTES = 240;

/** What is wrong, one sentence each. */
const faults = [];

/** A fault that makes the rest unreadable. */
class Unreadable extends Error {}

function require_(condition, sentence) {
  if (!condition) throw new Unreadable(sentence);
}

const sha256 = (...parts) => createHash("sha256").update(Buffer.concat(parts)).digest();
const label = (text) => Buffer.from(text, "ascii");

/** A whole number as `width` bytes, least significant first. */
function number(value, width, name) {
  const fits = Number.isInteger(value) && value >= 0 && value < 2 ** (8 * width);
  require_(fits, `${name} is not a whole number of ${width} bytes`);
  const bytes = Buffer.alloc(width);
  bytes.writeUIntLE(value, 0, width);
  return bytes;
}

/** Bytes from lower-case hexadecimal; `length` of them, when given. */
function hex(text, name, length) {
  const isHex = typeof text === "string" && /^([0-9a-f]{2})*$/.test(text);
  require_(isHex, `${name} is not lower-case hexadecimal`);
  const bytes = Buffer.from(text, "hex");
  require_(length === undefined || bytes.length === length, `${name} is not ${length} bytes long`);
  return bytes;
}

function list(value, name) {
  require_(Array.isArray(value), `${name} is not a list`);
  return value;
}

/** Reads the terms and computes T (docs/ballot.md §2). */
function readTerms(terms) {
  require_(terms !== null && typeof terms === "object", "terms are missing");
  const roll = list(terms.roll, "terms.roll").map((key, i) => hex(key, `terms.roll[${i}]`, 32));
  require_(roll.length >= 1 && roll.length <= MAX_SEATS, `the roll has ${roll.length} seats`);
  for (let i = 1; i < roll.length; i += 1) {
    const rising = Buffer.compare(roll[i - 1], roll[i]) < 0;
    require_(rising, `terms.roll[${i}] is not after the one before it`);
  }
  const mode = ["anonymous", "named"].indexOf(terms.mode);
  require_(mode >= 0, "terms.mode is neither anonymous nor named");
  require_(typeof terms.comments === "boolean", "terms.comments is neither true nor false");
  const n = terms.n_choices;
  require_(Number.isInteger(n) && n >= 1 && n <= MAX_CHOICES, "terms.n_choices is out of range");
  const digest = sha256(
    label("floret/1/round"),
    hex(terms.session, "terms.session", 16),
    number(terms.round, 4, "terms.round"),
    number(terms.attempt, 4, "terms.attempt"),
    hex(terms.deck_digest, "terms.deck_digest", 32),
    number(n, 2, "terms.n_choices"),
    Buffer.from([mode, terms.comments ? 1 : 0]),
    number(roll.length, 2, "the length of the roll"),
    ...roll,
  );
  return { roll, named: mode === 1, comments: terms.comments, nChoices: n, digest };
}

/** A comment's text, or undefined when the bytes are none (docs/ballot.md §5). */
function readText(bytes) {
  if (bytes.length === 0 || bytes.length > MAX_COMMENT_BYTES) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return [...text].length <= MAX_COMMENT_CHARS ? text : undefined;
  } catch {
    return undefined;
  }
}

/** The slots and the text of the record alone in a slot; undefined when there is none. */
function readRecord(digest, slot, record, nSlots) {
  const rest = record.subarray(8);
  const slots = [...rest.subarray(4, 7)];
  const [a, b, c] = slots;
  if (!(a < b && b < c && c < nSlots && slots.includes(slot))) return undefined;
  const check = sha256(label("floret/1/slot"), digest, rest);
  if (Buffer.compare(check.subarray(0, 8), record.subarray(0, 8)) !== 0) return undefined;
  const end = 8 + rest[7];
  if (end > rest.length || rest.subarray(end).some((byte) => byte !== 0)) return undefined;
  const text = readText(rest.subarray(8, end));
  return text === undefined ? undefined : { slots, text };
}

/** Takes out record after record that stands alone in a slot (docs/ballot.md §5). */
function readComments(digest, summed, nSeats) {
  const nSlots = summed.length / SLOT_BYTES;
  const place = (slot) => summed.subarray(slot * SLOT_BYTES, (slot + 1) * SLOT_BYTES);
  const taken = new Set();
  const comments = [];
  let before = -1;
  while (before !== taken.size) {
    before = taken.size;
    for (let slot = 0; slot < nSlots; slot += 1) {
      const record = Buffer.from(place(slot));
      const found = readRecord(digest, slot, record, nSlots);
      const key = record.toString("hex");
      if (found === undefined || taken.size >= nSeats || taken.has(key)) continue;
      taken.add(key);
      comments.push(found.text);
      for (const one of found.slots) record.forEach((byte, k) => (place(one)[k] ^= byte));
    }
  }
  comments.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  let left = 0;
  for (let slot = 0; slot < nSlots; slot += 1) left += place(slot).some((byte) => byte !== 0);
  return { comments, lost: left === 0 ? 0 : Math.max(2, Math.ceil(left / 3)) };
}

/** A named ballot as [choice or null, text or undefined]; undefined when it is none. */
function readNamed(terms, body) {
  if (body.length < 2) return undefined;
  const choice = body.readUInt16LE(0);
  if (choice > terms.nChoices) return undefined;
  const text = body.length > 2 ? readText(body.subarray(2)) : undefined;
  if (body.length > 2 && (!terms.comments || text === undefined)) return undefined;
  return [choice === terms.nChoices ? null : choice, text];
}

/** Checks every ballot against its commitment; how many hold (docs/ballot.md §6). */
function checkBallots(terms, commitments, openings) {
  const n = terms.roll.length;
  const slots = terms.comments ? SLOTS_PER_SEAT * n : 0;
  const maskedBytes = 4 * (terms.nChoices + 1) + SLOT_BYTES * slots;
  let verified = 0;
  openings.forEach(({ body, nonce }, i) => {
    const name = `ballot ${i + 1} of ${n}`;
    if (terms.named ? readNamed(terms, body) === undefined : body.length !== maskedBytes) {
      faults.push(`${name}: its length or content is not that of a ballot under these terms`);
      return;
    }
    const made = sha256(label("floret/1/commit"), terms.digest, terms.roll[i], body, nonce);
    if (Buffer.compare(made, commitments[i]) !== 0) {
      faults.push(`${name}: does not match its commitment`);
      return;
    }
    verified += 1;
  });
  return verified;
}

function emptyTally(terms) {
  const counts = new Array(terms.nChoices).fill(0);
  const nothing = { comments: [], named_comments: [], lost_comments: 0 };
  return { counts, no_vote: 0, votes: null, ...nothing };
}

/** Sums an anonymous round; undefined when the sum cannot be. */
function addMasked(terms, openings) {
  const d = terms.nChoices + 1;
  const sums = new Array(d).fill(0);
  const slots = Buffer.alloc(openings[0].body.length - 4 * d);
  for (const { body } of openings) {
    for (let c = 0; c < d; c += 1) sums[c] = (sums[c] + body.readUInt32LE(4 * c)) % 2 ** 32;
    for (let k = 0; k < slots.length; k += 1) slots[k] ^= body[4 * d + k];
  }
  const n = terms.roll.length;
  if (sums.some((sum) => sum > n) || sums.reduce((a, b) => a + b, 0) !== n) {
    faults.push("the sum of the ballots is one that honest seats cannot give");
    return undefined;
  }
  const tally = emptyTally(terms);
  tally.no_vote = sums.pop();
  tally.counts = sums;
  const { comments, lost } = readComments(terms.digest, slots, n);
  tally.comments = comments;
  tally.lost_comments = lost;
  return tally;
}

/** Counts a named round. */
function addNamed(terms, openings) {
  const tally = emptyTally(terms);
  tally.votes = [];
  openings.forEach(({ body }, position) => {
    const [choice, text] = readNamed(terms, body);
    if (choice === null) tally.no_vote += 1;
    else tally.counts[choice] += 1;
    tally.votes.push(choice);
    if (text !== undefined) tally.named_comments.push([position, text]);
  });
  return tally;
}

function verify(transcript) {
  require_(transcript?.format === FORMAT, `format is not ${FORMAT}`);
  const terms = readTerms(transcript.terms);
  if (transcript.terms_digest !== terms.digest.toString("hex")) {
    faults.push("terms_digest is not the digest of the terms");
  }
  const commitments = list(transcript.commitments, "commitments").map((one, i) =>
    hex(one, `commitments[${i}]`, 32),
  );
  const openings = list(transcript.openings, "openings").map((one, i) => ({
    body: hex(one?.body, `openings[${i}].body`),
    nonce: hex(one?.nonce, `openings[${i}].nonce`, 32),
  }));
  const n = terms.roll.length;
  require_(commitments.length === n, `${commitments.length} commitments for ${n} seats`);
  require_(openings.length === n, `${openings.length} openings for ${n} seats`);
  const verified = checkBallots(terms, commitments, openings);
  console.log(`${verified} of ${n} ballots verified`);
  if (verified !== n) return;
  const tally = terms.named ? addNamed(terms, openings) : addMasked(terms, openings);
  if (tally === undefined) return;
  const stated = transcript.tally;
  require_(stated !== null && typeof stated === "object", "tally is missing");
  for (const key of new Set([...Object.keys(tally), ...Object.keys(stated)])) {
    if (!isDeepStrictEqual(tally[key], stated[key])) {
      const [should, is] = [tally[key], stated[key]].map((value) => JSON.stringify(value));
      faults.push(`tally.${key} should be ${should}, but is ${is}`);
    }
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Unreadable(error instanceof SyntaxError ? `${file} is not JSON` : error.message);
  }
}

try {
  require_(process.argv.length === 3, "usage: node verify_transcript.mjs file.json");
  verify(read(process.argv[2]));
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  faults.push(error.message);
}
if (faults.length === 0) {
  console.log("the tally follows from them");
} else {
  faults.forEach((fault) => console.error(fault));
  process.exitCode = 1;
}

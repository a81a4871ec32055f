// A backlog as Jira exports it: repeated headers, quoted newlines, wiki markup,
// the separator and the byte order mark of the day. Made up, the same at each run.

const HEADER = [
  "Summary", "Issue key", "Issue id", "Issue Type", "Status", "Project key", "Priority", "Assignee", "Created",
  "Labels", "Labels", "Sprint", "Sprint", "Description", "Inward issue link (Blocks)", "Custom field (Story Points)",
  "Custom field (Acceptance Criteria)", "Comment", "Comment",
];

const WHO = ["customer", "courier", "accountant", "support agent", "shop owner", "warehouse clerk", "visitor"];
const WANTS = [
  "see where a parcel is", "change the delivery address", "download the invoice", "pay by direct debit",
  "report a damaged parcel", "filter orders by date", "get a message when the courier is near", "print a return label",
  "merge two accounts", "export the month's orders",
];
const WHY = [
  "so that nobody has to call the hotline", "so that parcels arrive at the first try",
  "so that the books are closed in time", "because every fifth return is sent twice today",
];

/** One field as Jira writes it. */
function field(text, separator) {
  return /["\n\r]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The fields of row `at`; every third has criteria, every seventh is a bug, every eleventh says little. */
function row(at, key) {
  const who = WHO[at % WHO.length];
  const wish = WANTS[(at * 7) % WANTS.length];
  const isBug = at % 7 === 3;
  const isThin = at % 11 === 5;
  const description = isThin
    ? "TBD"
    : isBug
      ? `h3. What happens\nThe ${who} tries to ${wish}, and the page stays empty, "sometimes", etc.\n\n# open the list\n# press *Save*\n\nExpected: a message`
      : `As a ${who} I want to ${wish}, ${WHY[at % WHY.length]}.\n\n* today: by phone; 20 calls a day\n* links: [the sketch|https://example.com/sketch/${at}]`;
  const criteria = at % 3 === 0 && !isThin ? `Given an order\nWhen the ${who} opens it\nThen it can ${wish}` : "";
  const points = at % 5 === 0 ? ["1", "2", "3.0", "5", "8"][(at / 5) % 5] : "";
  return [
    `${isBug ? "Fails: " : ""}${wish[0].toUpperCase()}${wish.slice(1)} (${who}, ${at})`, key, `${100000 + at}`,
    isBug ? "Bug" : at % 13 === 0 ? "Task" : "Story", "To Do", "SHOP", ["High", "Medium", "Low"][at % 3], "", "02/Nov/26 9:15 AM",
    at % 2 ? "web" : "app", at % 4 ? "" : "legal", "Sprint 41", "", description, at % 6 ? "" : `SHOP-${at + 1}`, points,
    criteria, at % 9 ? "" : `02/Nov/26;anna;Is this for ${who}s only, or for everybody?`, "",
  ];
}

/**
 * A CSV file of `n` stories SHOP-1, SHOP-2, …
 * @param {number} n
 * @param {{separator?: string, newline?: string, mark?: boolean, spoiled?: number}} [form]
 *   `spoiled` rows without a summary are put in between.
 */
export function jira(n, { separator = ",", newline = "\n", mark = false, spoiled = 0 } = {}) {
  const rows = [HEADER];
  for (let at = 1; at <= n; at += 1) {
    rows.push(row(at, `SHOP-${at}`));
    if (at <= spoiled) rows.push(HEADER.map((name) => (name === "Issue key" ? `SHOP-${n + at}` : "")));
  }
  const text = rows.map((one) => one.map((text) => field(text, separator)).join(separator)).join(newline);
  return `${mark ? "\u{feff}" : ""}${text}${newline}`;
}

//! English: writing back to a tracker.

use crate::words::{OutcomeTexts, Plural, SendingTexts, TicketCounts, TicketWords, TokenTexts};

pub(super) const TICKETS: TicketWords = TicketWords {
    sending: SENDING,
    outcome: OUTCOME,
    counts: TicketCounts {
        wait_minutes: Plural("Try again in 1 minute.", "Try again in {0} minutes."),
    },
    tokens: TOKENS,
};

const SENDING: SendingTexts = SendingTexts {
    send_to: "Send to {0}",
    shown: "This is what leaves",
    shown_text: "Outgoing text",
    goes_to: "It becomes a comment on {0}, at {1}, under your name. It goes nowhere else.",
    address: "Address: {0}",
    estimate_stays: "The estimate is in the text only.",
    label: "After that, the label “{0}” is added.",
    label_stays: "The label “{0}” of last time stays there until you take it off.",
    weight: "After that, the weight is set to {0}.",
    not_whole: "The weight is not set: {0} is not a whole number.",
    earlier: "This very comment was sent on {0}. Sent again, it stands there twice.",
    earlier_unsure: "This very comment was sent on {0}, and no answer came. It may be there already: look at the ticket first.",
    send: "Send",
    cancel: "Do not send",
    stop: "Stop",
    put_away: "Put away",
    sending: "Sending…",
    slow: "No answer yet. After half a minute it is given up.",
};

const OUTCOME: OutcomeTexts = OutcomeTexts {
    title: "What came of it",
    posted: "The comment is there.",
    see: "See it in the tracker",
    estimate_set: "So is the estimate.",
    estimate_failed: "The estimate was not set. {0}",
    written: "The comment on “{0}” is in the tracker.",
    not_written: "Not everything about “{0}” reached the tracker. Its page says why.",
    token: "{0} does not accept the token. Is it right, is it still valid, and may it write to issues?",
    not_found: "{0} does not know this ticket, or does not show it to this token.",
    moved: "The ticket has moved. Open it in the tracker and put its new address into the story.",
    limited: "{0} asks for patience: too many requests.",
    unreachable: "{0} does not answer this page. Is the network there, is the address right, and does it allow requests from web pages (CORS)?",
    slow: "{0} did not answer in time.",
    stopped: "You stopped it.",
    strange: "What {0} answered is no answer of {1}.",
    ignored: "{0} took the request and set nothing. Weights need GitLab Premium; labels need the right to set them.",
    other: "{0} refused, with status {1}.",
    other_why: "{0} refused, with status {1}: {2}",
    look_first: "It may be there all the same: look at the ticket before you send again.",
};

const TOKENS: TokenTexts = TokenTexts {
    title: "Write back to the tracker",
    note: "Sends a story’s comment straight from this page to its ticket at GitHub or GitLab. You see what leaves before it does.",
    switch: "Send comments to GitHub and GitLab",
    switch_note: "Off: nothing is ever sent.",
    estimate: "Set the estimate, too",
    estimate_note: "As a label at GitHub, “points: 5”; as the weight at GitLab.",
    none: "No token is kept.",
    kept_for: "Tokens are kept for:",
    forget: "Forget the token of {0}",
    host: "Tracker",
    host_note: "github.com, gitlab.com, or your company’s own.",
    token: "Token",
    token_note: "Stays in this browser: in no link, no backup. It is sent to this tracker only. GitHub: a fine-grained token that may read and write issues. GitLab: one with the scope api.",
    show: "Show token",
    save: "Keep the token",
    saved: "Kept in this browser.",
    not_one: "That is not the address of a tracker. One looks like github.com.",
    has_login: "An address must not carry a name or password. The token has a box of its own.",
    bad_token: "A token is one word without special letters. Was something else pasted?",
    too_many: "There is room for {0} trackers.",
    unreadable: "The tokens kept in this browser cannot be read and stay as they are. What you change here is forgotten with the page.",
};

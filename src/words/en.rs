//! English: the constant and the short sections.

mod desk;
mod meeting;
mod network;
mod panels;
mod session;
mod ways;

pub(super) use desk::DESK;
pub(super) use session::MEETING;

use super::{Announce, Common, Counts, Export, Guard, Language, Notice, Plural, Words};

/// English.
pub(super) const WORDS: Words = Words {
    language: Language::English,
    common: COMMON,
    start: ways::START,
    name: ways::NAME,
    waiting: ways::WAITING,
    back: ways::BACK,
    people: ways::PEOPLE,
    handed: ways::HANDED,
    stop: ways::STOP,
    table: meeting::TABLE,
    seats: meeting::SEATS,
    round: meeting::ROUND,
    result: meeting::RESULT,
    invite: panels::INVITE,
    rules: panels::RULES,
    settings: panels::SETTINGS,
    help: panels::HELP,
    notice: NOTICE,
    guard: GUARD,
    announce: ANNOUNCE,
    export: EXPORT,
    count: COUNTS,
    network: network::NETWORK,
    connection: network::CONNECTION,
    probe: network::PROBE,
};

const COMMON: Common = Common {
    title: "Floret",
    close: "Close",
    cancel: "Cancel",
    back: "Back",
    copy: "Copy",
    copied: "Copied",
    undo: "Undo",
    dismiss: "Dismiss",
    working: "One moment…",
    yes_leave: "Leave",
    settings: "Settings",
    help: "Help",
    two_names: "{0} and {1}",
    needs_script: "Floret links browsers to each other, and for that it needs JavaScript. Please switch it on for this page.",
    optional: "optional",
    on: "on",
    off: "off",
};

const NOTICE: Notice = Notice {
    label: "Messages",
    seat_removed: "{0} was removed from the table.",
    table_forgotten: "The table kept in this browser was forgotten.",
    table_replaced: "Your earlier table made room for this one.",
    deck_deleted: "The deck “{0}” was deleted.",
    votes_cleared: "The cards changed, so votes already out were cleared. Please vote again.",
    storage_full: "This browser has no room left. What you see works, but it is not being kept.",
    storage_nearly_full: "This browser’s storage is nearly full. Save a backup in Settings.",
    storage_blocked: "This browser does not let pages keep anything (private mode?). Closing the tab will lose this table.",
    storage_damaged: "Something kept here was damaged and was set aside. Settings offers a copy.",
    storage_newer: "Something kept here is from a newer Floret. It was left untouched.",
    copied: "Copied.",
    copy_refused: "The browser refused to copy. Select the text and copy it by hand.",
    restored: "The backup was read.",
    restore_refused: "That is not a Floret backup. Nothing was changed.",
    slow_down: "Too much at once: the table asked this browser to slow down.",
    offline: "No network. Your table comes back by itself when the network does.",
    comment_lost: "Two comments collided and neither arrived. Please send yours again.",
    list_wrong: "The list of votes is not what this browser sent, so it kept your vote secret. Please vote again.",
    played_ahead: "Your card from the pack is on the table: {0}. You can change it.",
};

const GUARD: Guard = Guard {
    reveal_note: "Those who have not voted count as no vote. Nobody can add a card after the reveal.",
    reveal_yes: "Reveal anyway",
    reveal_no: "Wait",
    next: "Go on without revealing?",
    next_yes: "Next story",
    next_no: "Stay here",
    leave: "Leave and end the session?",
    leave_note: "You hold this table, so it closes for everyone. It stays in this browser and you can open it again.",
    leave_yes: "End the session",
    leave_no: "Stay",
};

const ANNOUNCE: Announce = Announce {
    votes: "{0} of {1} voted",
    revealed: "Cards are turned. {0}",
    new_round: "New round. Pick a card.",
    story: "Story: {0}",
    story_untitled: "New story",
    joined: "{0} sat down",
    left: "{0} left",
};

const EXPORT: Export = Export {
    copy_markdown: "Copy as Markdown",
    copy_csv: "Copy as CSV",
    download_csv: "Download CSV",
    key: "Key",
    heading: "Estimates",
    story: "Story",
    estimate: "Estimate",
    rounds: "Rounds",
    agreement: "Agreement",
    votes: "Votes",
    average: "Average",
    median: "Median",
    no_estimate: "not estimated",
    date: "Date",
};

const COUNTS: Counts = Counts {
    votes: Plural("{0} vote", "{0} votes"),
    people: Plural("{0} person", "{0} people"),
    kept_estimates: Plural("{0} story estimated", "{0} stories estimated"),
    rounds: Plural("{0} round", "{0} rounds"),
    missing: Plural(
        "1 has not voted. Reveal anyway?",
        "{0} have not voted. Reveal anyway?",
    ),
    votes_lost: Plural(
        "1 vote is out and would be lost.",
        "{0} votes are out and would be lost.",
    ),
    others_leave: Plural(
        "1 other person is at the table.",
        "{0} other people are at the table.",
    ),
    low: Plural("one low", "{0} low"),
    high: Plural("one high", "{0} high"),
    steps: Plural("1 card apart", "{0} cards apart"),
};

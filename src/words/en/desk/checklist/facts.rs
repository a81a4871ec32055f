//! English: the facts that tick items.

use crate::words::{FactCounts, FactWords, Plural};

pub(super) const FACTS: FactWords = FactWords {
    goal_set: "The goal is “{0}”, and limits are set.",
    none_unready: "Every picked story passes the vote gate.",
    no_questions: "The picked stories leave no question to ask.",
    moderates: "{0} is the moderator.",
    writes: "{0} is the scribe.",
    comments_asked: "Comments were asked for along with the stories.",
    reading_unneeded: "Not needed: the stories went out early, and comments were asked for.",
    no_follow_ups: "Last time left no open points.",
    link_and_deck: "Link and deck were tried out: somebody came to the table.",
    none_parked: "Nobody pressed “Solution talk”, and nothing had to be parked.",
    none_differed: "In no first round were the numbers two or more cards apart.",
    no_risks: "Risks were asked for, and nobody knew of one.",
    record_out: "The record was handed out.",
    none_open: "No question is open.",
    none_sent_back: "No story was sent back.",
    signals: "All five signals are filled in.",
};

pub(super) const COUNTS: FactCounts = FactCounts {
    ready_agreed: Plural(
        "The Definition of Ready has {0} point.",
        "The Definition of Ready has {0} points.",
    ),
    picked: Plural("{0} story is picked.", "{0} stories are picked."),
    by_priority: Plural(
        "{0} story, so nothing is out of order.",
        "{0} stories stand in the order of their priority.",
    ),
    least_understood: Plural(
        "{0} story, so nothing is out of order.",
        "{0} stories: of equal ones the least understood come first.",
    ),
    checked: Plural(
        "{0} story was checked against the Definition of Ready.",
        "{0} of {0} stories were checked against the Definition of Ready.",
    ),
    moved_later: Plural(
        "{0} story was moved to a later session; all others pass the vote gate.",
        "{0} stories were moved to a later session; all others pass the vote gate.",
    ),
    answered: Plural(
        "{0} question was asked, and it is answered.",
        "{0} of {0} questions are answered.",
    ),
    needed: Plural(
        "{0} story names who is needed.",
        "{0} of {0} stories name who is needed.",
    ),
    hours_ahead: Plural(
        "The stories went out {0} hour before the session.",
        "The stories went out {0} hours before the session.",
    ),
    days_ahead: Plural(
        "The stories went out {0} day before the session.",
        "The stories went out {0} days before the session.",
    ),
    reading: Plural(
        "{0} minute of silent reading is planned.",
        "{0} minutes of silent reading are planned.",
    ),
    timeboxed: Plural(
        "{0} part has a timebox, {1} minutes in all.",
        "{0} of {0} parts have a timebox, {1} minutes in all.",
    ),
    follow_ups: Plural(
        "{0} open point of last time is listed.",
        "{0} open points of last time are listed.",
    ),
    follow_ups_done: Plural(
        "{0} point of last time is closed or carried over.",
        "{0} of {0} points of last time are closed or carried over.",
    ),
    read: Plural(
        "{0} person signalled “I have read it”.",
        "{0} of {0} people signalled “I have read it”.",
    ),
    walked: Plural(
        "The walk-through took place, and {0} story had its time.",
        "The walk-through took place, and {0} of {0} stories had their time.",
    ),
    parked: Plural("{0} topic was parked.", "{0} topics were parked."),
    passed_first: Plural(
        "{0} story was estimated, and it passes the vote gate.",
        "{0} of {0} estimated stories pass the vote gate.",
    ),
    walked_first: Plural(
        "The walk-through came before the estimate of {0} story.",
        "The walk-through came before the estimates of {0} stories.",
    ),
    anonymous: Plural(
        "{0} round, at the same moment and without names.",
        "{0} of {0} rounds were at the same moment and without names.",
    ),
    revoted: Plural(
        "On {0} story the first numbers differed, and a new round followed.",
        "On {0} of {0} stories whose first numbers differed, a new round followed.",
    ),
    risks: Plural(
        "{0} risk or blocker was named.",
        "{0} risks and blockers were named.",
    ),
    timeboxes: Plural("{0} timebox was held.", "{0} of {0} timeboxes were held."),
    reasoned: Plural(
        "{0} decision is written with its reason.",
        "{0} of {0} decisions are written with their reason.",
    ),
    marked_ready: Plural(
        "{0} story is marked ready.",
        "{0} of {0} stories that pass are marked ready.",
    ),
    decisions_out: Plural(
        "The decisions on {0} story were exported.",
        "The decisions on {0} of {0} stories were exported.",
    ),
    estimates_out: Plural(
        "The estimate of {0} story was exported.",
        "The estimates of {0} of {0} stories were exported.",
    ),
    owned: Plural(
        "{0} open question has owner and date.",
        "{0} of {0} open questions have owner and date.",
    ),
    sent_back: Plural(
        "{0} story sent back is on the next agenda with its gaps.",
        "{0} of {0} stories sent back are on the next agenda with their gaps.",
    ),
    planning: Plural(
        "Sprint planning took {0} minute.",
        "Sprint planning took {0} minutes.",
    ),
};

//! English: the Definition of Ready and guided preparation.

mod questions;
mod screen;

use crate::words::{DraftTexts, GateStates, GateWords, Plural, PointTexts, WhyCounts, WhyTexts};

pub(super) const GATE: GateWords = GateWords {
    title: "Definition of Ready",
    screen: screen::SCREEN,
    story: screen::STORY,
    n: screen::COUNTS,
    points: POINTS,
    why: WHY,
    counts: COUNTS,
    states: STATES,
    questions: questions::QUESTIONS,
    draft: DRAFT,
};

const POINTS: PointTexts = PointTexts {
    r1: "Title and description say what is wanted",
    r2: "User and reason are named",
    r3: "Acceptance criteria are written and checkable",
    r4: "Dependencies are named, or “none”",
    r5: "Nothing blocks the start, or the blocker has an owner",
    r6: "It has its place in the order",
    r7: "Small enough for one sprint",
    r8: "Estimated in a simultaneous vote",
    r9: "Its decisions are written",
    r10: "No open question stops the work",
    r11: "Bug: steps, expected, actual, who is hit",
    r12: "Risks are noted",
    r13: "Prepared with a developer who will build it",
    r14: "No “TBD”, “???” or “later” left",
    r15: "Mock-up linked, test data at hand, how to show it is clear",
};

const WHY: WhyTexts = WhyTexts {
    said_by_hand: "Ticked by hand.",
    unticked_by_hand: "Unticked by hand.",
    nobody_ticked: "Nobody has ticked it yet.",
    not_a_bug: "Not asked: it is not a bug.",
    no_criteria: "There are no acceptance criteria.",
    dependencies_named: "Its dependencies are named.",
    no_dependencies: "It says that it depends on nothing.",
    dependencies_empty: "Nothing is said about dependencies. “None” is an answer too.",
    in_order: "It has its place in the order.",
    not_in_order: "Nobody has put it in its place yet.",
    no_limit: "Your team has set no limit, so somebody has to tick it.",
    no_estimate: "It has no estimate yet.",
    not_a_number: "{0} is not a number, so somebody has to tick it.",
    estimate_within: "{0} is within your limit of {1}.",
    estimate_above: "{0} is above your limit of {1}.",
    voted_together: "The estimate comes from a simultaneous vote.",
    estimated_without_vote: "It has an estimate, but not from a simultaneous vote.",
    no_decision: "No decision is written down.",
    no_open_question: "No question is open.",
    no_risks: "No risk is noted.",
    nothing_put_off: "Nothing is put off to later.",
    put_off: "It still says {0}.",
};

const COUNTS: WhyCounts = WhyCounts {
    criteria_present: Plural("1 criterion is written.", "{0} criteria are written."),
    decisions_written: Plural("1 decision is written.", "{0} decisions are written."),
    open_questions: Plural(
        "1 question is open, but it does not stop the work.",
        "{0} questions are open, but none stops the work.",
    ),
    questions_stop: Plural(
        "1 open question stops the work.",
        "{0} open questions stop the work.",
    ),
    risks_noted: Plural("1 risk is noted.", "{0} risks are noted."),
};

const STATES: GateStates = GateStates {
    open: "Nothing is missing.",
    overruled: "Overruled by {0}, because: {1}",
    missing: "Missing: {0}",
    against: "The page sees it differently: {0}",
    quote: "“{0}”",
};

const DRAFT: DraftTexts = DraftTexts {
    as_a: "As",
    i_want: "I want",
    so_that: "so that",
    given: "Given",
    when: "When",
    then: "Then",
    steps: "Steps",
    expected: "Expected",
    actual: "Actual",
    who_is_hit: "Who is hit",
    environment: "Version and environment",
    since: "Since when",
    question: "Question",
    timebox: "Timebox",
    settled: "Settled",
    scope: "What is part of it, and what is not",
    permissions: "Who may do it",
    existing: "What happens to what exists",
    mock_up: "Mock-up",
    showing: "How we show it",
};

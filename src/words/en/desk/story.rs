//! English: one story.

use crate::words::{Plural, StoryCounts, StoryWords};

pub(super) const STORY: StoryWords = StoryWords {
    place: "{0} of {1}",
    previous: "Previous",
    next: "Next",
    preview: "As it reads",
    why: "Why, and for whom",
    description: "Description",
    acceptance: "Acceptance criteria",
    dependencies: "Dependencies",
    notes: "My notes",
    notes_note: "Notes leave this browser only in a backup or as JSON.",
    facts: "In short",
    key: "Key",
    estimate: "Estimate",
    placed: "Has its place in the order",
    needed: "Who is needed",
    needed_hint: "Ana, Bo",
    labels: "Labels",
    labels_hint: "checkout, mobile",
    link: "Link",
    open_link: "Open in the tracker",
    add: "Add",
    remove: "Remove",
    questions: "Open questions",
    add_question: "Add question",
    question: "Question",
    owner: "Owner",
    due: "By when",
    stops_work: "Stops the work",
    answered: "Answered",
    risks: "Risks and blockers",
    add_risk: "Add risk",
    risk: "What may happen",
    blocks: "Blocks the start",
    decisions: "Decisions",
    add_decision: "Add decision",
    decision: "What was decided",
    decision_why: "Why",
    decision_who: "Who said so",
    decision_dropped: "What was dropped",
};

pub(super) const STORY_COUNTS: StoryCounts = StoryCounts {
    rounds: Plural("1 round", "{0} rounds"),
};

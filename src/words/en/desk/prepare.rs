//! English: guided preparation.

use crate::words::{Plural, PrepareCounts, PrepareWords};

pub(super) const PREPARE: PrepareWords = PrepareWords {
    open: "Prepare this story",
    title: "Prepare “{0}”",
    lead: "A refinement with yourself: answer what you can and skip the rest. The story stays as it is until you take something over.",
    back: "Back to the story",
    done: "Done",
    questions: "Questions",
    nothing_to_ask: "Nothing is missing that a developer would have to ask.",
    through: "You have been through all the questions.",
    answered: "{0} of {1} answered",
    skip: "Skip",
    skipped: "Skipped.",
    ask_after_all: "Answer after all",
    more: "Ask me more",
    draft: "Draft",
    draft_empty: "As you answer, a draft grows here beside the old text.",
    written_as: "Written as",
    user_story: "User story",
    bug_report: "Bug report",
    scenarios: "New criteria as Given, When, Then",
    before: "So far",
    after: "Draft",
    empty: "empty",
    proposed: "The model’s words are in it: check them.",
    leave_out: "Leave the model’s words out",
    take: "Take over",
    take_part: "Take over: {0}",
    take_all: "Take all over",
    draft_grew: "The draft has the model’s words.",
};

pub(super) const PREPARE_COUNTS: PrepareCounts = PrepareCounts {
    done: Plural("1 answer was taken over", "{0} answers were taken over"),
    changed: Plural(
        "The draft changes 1 part of the story.",
        "The draft changes {0} parts of the story.",
    ),
    taken: Plural(
        "1 part of the draft is in the story now.",
        "{0} parts of the draft are in the story now.",
    ),
    filled_in: Plural(
        "1 answer was filled in. Check it.",
        "{0} answers were filled in. Check them.",
    ),
};

//! English: the guiding questions and their reasons.

use crate::words::{Ask, QuestionTexts};

const fn ask(question: &'static str, reason: &'static str) -> Ask {
    Ask { question, reason }
}

pub(super) const QUESTIONS: QuestionTexts = QuestionTexts {
    only_a_name: ask(
        "What should be different once this is done? Say it in one sentence.",
        "{0} names a thing, not a change.",
    ),
    bug_steps: ask(
        "What do you do, step by step, until it happens?",
        "Without steps, the first day goes into making it happen again.",
    ),
    bug_actual: ask(
        "What exactly happens? Which message, which value?",
        "The report does not say what goes wrong.",
    ),
    bug_expected: ask(
        "What should happen instead?",
        "The report does not say what would be right.",
    ),
    no_user: ask(
        "Who will use this?",
        "No user or role is named, so everybody pictures somebody else.",
    ),
    no_why: ask(
        "Why is it wanted? What gets better for them?",
        "No reason is given. With it, developers can suggest something simpler.",
    ),
    no_criteria: ask(
        "How can you tell that it works? One check per line.",
        "There are no acceptance criteria.",
    ),
    no_done_when: ask(
        "When is it done? What will be there that is not there now?",
        "Nothing says when to stop.",
    ),
    spike_question: ask(
        "Which question should be answered in the end?",
        "The spike does not say what you want to know.",
    ),
    spike_timebox: ask(
        "How much time may it take at most?",
        "The spike has no time limit.",
    ),
    bug_who: ask(
        "Who is hit, how often, and how badly?",
        "Without it, nobody can say how urgent this is.",
    ),
    put_off: ask(
        "What goes in place of {0}?",
        "{0} puts off something the estimate depends on.",
    ),
    several_stories: ask(
        "Which part comes first? What could be a story of its own?",
        "This looks like more than one story.",
    ),
    vague_words: ask(
        "What exactly does {0} mean? What would you measure or see?",
        "{0} means something else to each reader.",
    ),
    criteria_not_checkable: ask(
        "What would somebody see or count to check this: {0}?",
        "This criterion does not say how to check it.",
    ),
    bug_where: ask(
        "In which version, on which device, in which browser or environment?",
        "The report does not say where it happens.",
    ),
    no_error_case: ask(
        "What may go wrong, and what should happen then?",
        "Only the good case is described. The others take the time.",
    ),
    no_mock_up: ask(
        "What does it look like? Is there a sketch or a screenshot?",
        "It mentions {0}, but there is no picture.",
    ),
    existing_data: ask(
        "What happens to what is there already: data, links, people’s habits?",
        "{0} touches something that exists.",
    ),
    no_dependency: ask(
        "What has to be there first: another story, a team, an access? “None” is an answer too.",
        "Nothing is said about dependencies.",
    ),
    no_volume: ask(
        "How many, how large, how fast? On a usual day, and at most?",
        "No numbers are given. They can change the whole design.",
    ),
    no_permission: ask(
        "Who may do this, and who must not? Whose data is it?",
        "Nothing is said about rights.",
    ),
    not_included: ask(
        "What is not part of it, though somebody might expect it?",
        "No limit is drawn. Estimates differ most there.",
    ),
    bug_since: ask(
        "Since when? What changed at that time?",
        "A date narrows the search for the cause.",
    ),
    how_to_show: ask(
        "How will you show that it works, and with which data?",
        "Nothing is said about testing or showing it.",
    ),
};

//! The questions to bug reports, each with a report that is asked it and one that is not.

use floret::story::{Kind, QuestionRule as Q, Story};

use super::asking::holds;
use super::{of_kind, story};

pub(super) fn bug(description: &str) -> Story {
    of_kind(Kind::Bug, "Export does not work for guests", description)
}

#[test]
fn steps_are_asked_of_a_bug_that_cannot_be_repeated() {
    let tale = "When I open the export dialog as a guest and choose CSV, then press the button \
                twice, the page stays white and nothing at all is downloaded any more.";
    holds(
        Q::BugSteps,
        &[
            bug(""),
            bug("The export is broken."),
            bug("### Steps to reproduce\n\n_No response_\n\n### Other\nwhen I click"),
            bug("**To Reproduce**\n1. Go to '...'\n2. Click on '....'\n4. See error"),
        ],
        &[
            bug("## Steps\n1. Open\n2. Press"),
            bug("1. Open\n2. Press\nWhite page"),
            bug(tale),
            bug("Schritte: Export öffnen, drücken"),
            story("Export", ""),
        ],
    );
}

#[test]
fn the_actual_behaviour_is_asked_of_a_bug_that_does_not_tell() {
    holds(
        Q::BugActual,
        &[bug(""), bug("Please look at the export.")],
        &[
            bug("The page stays empty."),
            bug("```\nTypeError\n```"),
            bug("Es passiert nichts."),
        ],
    );
}

#[test]
fn the_expected_behaviour_is_asked_of_a_bug_that_does_not_tell() {
    holds(
        Q::BugExpected,
        &[
            bug(""),
            bug("**Expected behavior**\nA clear and concise description of what you expected."),
        ],
        &[
            bug("It should download a file."),
            bug("**Expected behavior**\nA file."),
            bug("Erwartet: eine Datei"),
            bug("The page crashes."),
            Story {
                acceptance: "- a file is downloaded".into(),
                ..bug("")
            },
        ],
    );
}

#[test]
fn who_is_hit_is_asked_of_a_bug_that_does_not_tell() {
    holds(
        Q::BugWho,
        &[bug("The page stays empty.")],
        &[
            bug("Every time, for all users."),
            bug("Kunden können nicht bestellen."),
            Story {
                why: "Support gets calls".into(),
                ..bug("")
            },
        ],
    );
}

#[test]
fn version_and_environment_are_asked_of_a_bug_that_does_not_tell() {
    holds(
        Q::BugWhere,
        &[bug("The page stays empty. See example.com.")],
        &[
            bug("Firefox"),
            bug("since v2.1"),
            bug("auf dem Gerät von Ana"),
        ],
    );
}

#[test]
fn since_when_is_asked_of_a_bug_that_does_not_tell() {
    holds(
        Q::BugSince,
        &[bug("Empty page.")],
        &[bug("Since Monday."), bug("Seit dem Update.")],
    );
}

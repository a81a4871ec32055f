//! The facts by which the program ticks points of a Definition of Ready.

use super::Why;
use crate::story::criteria::criteria;
use crate::story::prose::{find, is_filler, is_same, prose};
use crate::story::{Amount, Definition, Rule, Story};

/// Answers to "what does it depend on?" that say: on nothing.
const NOTHING: [&str; 18] = [
    "none",
    "no",
    "nothing",
    "nil",
    "no dependencies",
    "n/a",
    "na",
    "not applicable",
    "-",
    "–",
    "—",
    "keine",
    "keins",
    "nichts",
    "nein",
    "keine abhängigkeiten",
    "entfällt",
    "0",
];

/// Words that put off to later what should be said now, `|` between them.
const PUT_OFF: &str = "\
    tbd|tba|tbc|todo|fixme|xxx|later|to be defined|to be decided|to be determined|\
    to be discussed|to be clarified|to be confirmed|not sure yet|lorem ipsum|später|noch offen|\
    noch unklar|noch zu klären|wird noch|muss noch|zu klären|zu definieren|folgt noch|\
    kommt noch|n.n|mal sehen";

/// Whether the program ticks a point, and what it sees.
pub(super) fn fact<'a>(story: &'a Story, definition: &Definition, rule: Rule) -> (bool, Why<'a>) {
    match rule {
        Rule::Criteria => match criteria(story).len() {
            0 => (false, Why::NoCriteria),
            n => (true, Why::CriteriaPresent { n }),
        },
        Rule::Dependencies => dependencies(&story.dependencies),
        Rule::Order if story.is_placed => (true, Why::InOrder),
        Rule::Order => (false, Why::NotInOrder),
        Rule::Size => size(story.estimate.trim(), definition.limit),
        Rule::Vote if story.estimate.trim().is_empty() => (false, Why::NoEstimate),
        Rule::Vote if story.is_voted => (true, Why::VotedTogether),
        Rule::Vote => (false, Why::EstimatedWithoutVote),
        Rule::Decisions => match n_said(story.decisions.iter().map(|decision| &decision.what)) {
            0 => (false, Why::NoDecision),
            n => (true, Why::DecisionsWritten { n }),
        },
        Rule::Questions => questions(story),
        Rule::Risks => match n_said(story.risks.iter().map(|risk| &risk.text)) {
            0 => (false, Why::NoRisks),
            n => (true, Why::RisksNoted { n }),
        },
        Rule::Placeholders => {
            let found = put_off(story);
            if found.is_empty() {
                (true, Why::NothingPutOff)
            } else {
                (false, Why::PutOff { found })
            }
        }
    }
}

fn dependencies(text: &str) -> (bool, Why<'_>) {
    let bare = text.trim().trim_end_matches('.');
    if NOTHING.iter().any(|nothing| is_same(bare, nothing)) {
        (true, Why::NoDependencies)
    } else if is_filler(bare) {
        (false, Why::DependenciesEmpty)
    } else {
        (true, Why::DependenciesNamed)
    }
}

fn size(estimate: &str, limit: Option<Amount>) -> (bool, Why<'_>) {
    let Some(limit) = limit else {
        return (false, Why::NoLimit);
    };
    if estimate.is_empty() {
        return (false, Why::NoEstimate);
    }
    match Amount::parse(estimate) {
        None => (false, Why::NotANumber { estimate }),
        Some(amount) if amount <= limit => (true, Why::EstimateWithin { estimate, limit }),
        Some(_) => (false, Why::EstimateAbove { estimate, limit }),
    }
}

fn questions(story: &Story) -> (bool, Why<'_>) {
    let open = story
        .questions
        .iter()
        .filter(|question| !question.is_closed);
    let (mut n_open, mut n_stopping) = (0, 0);
    for question in open {
        n_open += 1;
        n_stopping += usize::from(question.stops_work);
    }
    match (n_stopping, n_open) {
        (0, 0) => (true, Why::NoOpenQuestion),
        (0, n) => (true, Why::OpenQuestions { n }),
        (n, _) => (false, Why::QuestionsStop { n }),
    }
}

fn n_said<'a>(texts: impl Iterator<Item = &'a String>) -> usize {
    texts.filter(|text| !text.trim().is_empty()).count()
}

/// Words in title, description, why, criteria and dependencies that put something off, as they
/// are written, none twice.
pub(in crate::story) fn put_off(story: &Story) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for text in [
        &story.title,
        &story.description,
        &story.why,
        &story.acceptance,
        &story.dependencies,
    ] {
        let pieces = prose(text);
        let marks = pieces.iter().filter_map(|piece| question_marks(piece));
        for word in find(&pieces, PUT_OFF).into_iter().chain(marks) {
            if !found.iter().any(|other| is_same(other, word)) {
                found.push(word);
            }
        }
    }
    found
}

/// The first run of question marks that stands for an answer: two or more alone, or three.
fn question_marks(piece: &str) -> Option<&str> {
    piece.split_whitespace().find_map(|word| {
        let at = word.find("??")?;
        let marks = word.get(at..)?;
        let marks = marks.get(..marks.len() - marks.trim_start_matches('?').len())?;
        (marks.len() > 2 || marks == word).then_some(marks)
    })
}

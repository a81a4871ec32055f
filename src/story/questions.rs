//! The questions a developer would ask about a story, chosen by rule from what is missing or
//! vague in it. Knows no language's sentences; both languages' signs are always looked for.

mod bugs;
mod lists;
mod names;
mod reading;
mod signs;
mod work;

use super::prose::n_words;
use super::{Field, Story};
use reading::Reading;

/// Questions asked at once at most.
pub const MAX_QUESTIONS: usize = 6;

/// Questions asked where there is still anything to ask.
pub const MIN_QUESTIONS: usize = 3;

/// Up to how many questions the ones of middling worth are asked, where the story is not thin.
const USUAL_QUESTIONS: usize = 4;

/// Words of title, description, why and criteria up to which a story is thin.
const THIN_WORDS: usize = 20;

/// Words a question quotes at most.
const MAX_FOUND: usize = 3;

/// Longest quotation, in characters.
const MAX_FOUND_CHARS: usize = 80;

/// What a question is about; the question and its reason are in `words`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuestionRule {
    /// The title only names a thing, and the description says little more.
    OnlyAName,
    /// A bug without steps.
    BugSteps,
    /// A bug that does not say what happens.
    BugActual,
    /// A bug that does not say what should happen.
    BugExpected,
    /// Nobody is named who uses it.
    NoUser,
    /// No reason.
    NoWhy,
    /// No acceptance criteria.
    NoCriteria,
    /// A task or spike that does not say when it is done.
    NoDoneWhen,
    /// A spike without its question.
    SpikeQuestion,
    /// A spike without a time limit.
    SpikeTimebox,
    /// A bug that does not say who is hit and how badly.
    BugWho,
    /// "TBD", "???", "later".
    PutOff,
    /// Several stories in one.
    SeveralStories,
    /// Words that everybody reads differently.
    VagueWords,
    /// Criteria that nobody could check.
    CriteriaNotCheckable,
    /// A bug that does not say in which version or environment.
    BugWhere,
    /// Nothing is said of what may go wrong.
    NoErrorCase,
    /// It is seen on a screen, and there is no picture.
    NoMockUp,
    /// It changes something that exists.
    ExistingData,
    /// Nothing is said of dependencies.
    NoDependency,
    /// Nothing is said of how many, how large, how fast.
    NoVolume,
    /// Nothing is said of who may do it.
    NoPermission,
    /// Nothing is said of what is not part of it.
    NotIncluded,
    /// A bug that does not say since when.
    BugSince,
    /// Nothing is said of how it will be shown or tested.
    HowToShow,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub rule: QuestionRule,
    /// The story's own words that made it ask, at most three; often none.
    pub found: Vec<String>,
    /// The field to which the answer goes.
    pub fills: Field,
}

/// How much a question is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Worth {
    /// Without the answer the story cannot be estimated.
    High,
    /// Worth asking while there are few others.
    Middling,
    /// Worth asking when there is nothing else; middling where the story has words for it.
    Spare,
}

/// What a rule found: `None` no reason to ask, else the words that made it ask.
type Found<'a> = Option<Vec<&'a str>>;

/// One rule: when to ask, and where the answer goes.
struct Asked {
    rule: QuestionRule,
    worth: Worth,
    fills: Field,
    look: for<'a> fn(&Reading<'a>) -> Found<'a>,
}

const fn asked(
    rule: QuestionRule,
    worth: Worth,
    fills: Field,
    look: for<'a> fn(&Reading<'a>) -> Found<'a>,
) -> Asked {
    Asked {
        rule,
        worth,
        fills,
        look,
    }
}

/// The rules, highest worth first; two rows of one question never ask both.
const RULES: [Asked; 26] = {
    use Field::{Acceptance, Dependencies, Description, Title};
    use QuestionRule as Q;
    use Worth::{High, Middling, Spare};
    [
        asked(Q::OnlyAName, High, Title, work::only_a_name),
        asked(Q::BugSteps, High, Description, bugs::steps),
        asked(Q::BugActual, High, Description, bugs::actual),
        asked(Q::BugExpected, High, Description, bugs::expected),
        asked(Q::NoUser, High, Field::Why, work::no_user),
        asked(Q::NoWhy, High, Field::Why, work::no_why),
        asked(Q::NoCriteria, High, Acceptance, work::no_criteria),
        asked(Q::NoDoneWhen, High, Acceptance, work::no_done_when),
        asked(Q::SpikeQuestion, High, Description, work::spike_question),
        asked(Q::SpikeTimebox, High, Description, work::spike_timebox),
        asked(Q::BugWho, High, Description, bugs::who),
        asked(Q::PutOff, High, Description, signs::put_off),
        asked(Q::SeveralStories, High, Description, signs::several_stories),
        asked(Q::VagueWords, High, Acceptance, signs::vague_words),
        asked(
            Q::CriteriaNotCheckable,
            High,
            Acceptance,
            signs::not_checkable,
        ),
        asked(Q::BugWhere, High, Description, bugs::place),
        asked(
            Q::SeveralStories,
            Middling,
            Description,
            signs::perhaps_several,
        ),
        asked(Q::NoErrorCase, Middling, Acceptance, signs::no_error_case),
        asked(Q::NoMockUp, Middling, Description, signs::no_mock_up),
        asked(Q::ExistingData, Middling, Description, signs::existing_data),
        asked(
            Q::NoDependency,
            Middling,
            Dependencies,
            signs::no_dependency,
        ),
        asked(Q::NoVolume, Spare, Acceptance, signs::no_volume),
        asked(Q::NoPermission, Spare, Description, signs::no_permission),
        asked(Q::NotIncluded, Spare, Description, signs::not_included),
        asked(Q::BugSince, Spare, Description, bugs::since),
        asked(Q::HowToShow, Spare, Description, signs::how_to_show),
    ]
};

/// The questions for one story, highest worth first: at least [`MIN_QUESTIONS`] while there is
/// anything to ask, at most [`MAX_QUESTIONS`], none twice. A thin story gets the most.
pub fn questions(story: &Story) -> Vec<Question> {
    let reading = Reading::of(story);
    let usual = if n_words(&reading.all) <= THIN_WORDS {
        MAX_QUESTIONS
    } else {
        USUAL_QUESTIONS
    };
    let mut n_asked = 0;
    let mut all = look(&reading);
    for worth in [Worth::High, Worth::Middling, Worth::Spare] {
        let most = match worth {
            Worth::High => MAX_QUESTIONS,
            Worth::Middling => usual,
            Worth::Spare => MIN_QUESTIONS,
        };
        // Taken from the highest worth on; what is one too many goes.
        all.retain(|(of, _)| {
            let is_taken = *of != worth || n_asked < most;
            n_asked += usize::from(*of == worth && is_taken);
            is_taken
        });
    }
    all.into_iter().map(|(_, question)| question).collect()
}

/// Everything the rules find to ask about a story, highest worth first.
pub fn findings(story: &Story) -> Vec<Question> {
    look(&Reading::of(story))
        .into_iter()
        .map(|(_, found)| found)
        .collect()
}

fn look(reading: &Reading<'_>) -> Vec<(Worth, Question)> {
    RULES
        .iter()
        .filter_map(|asked| {
            let found = (asked.look)(reading)?;
            let worth = match asked.worth {
                Worth::Spare if !found.is_empty() => Worth::Middling,
                Worth::High | Worth::Middling | Worth::Spare => asked.worth,
            };
            let question = Question {
                rule: asked.rule,
                found: found.into_iter().take(MAX_FOUND).map(quoted).collect(),
                fills: asked.fills,
            };
            Some((worth, question))
        })
        .collect()
}

fn quoted(words: &str) -> String {
    let mut quoted: String = words.chars().take(MAX_FOUND_CHARS).collect();
    if quoted.len() < words.len() {
        quoted.push('…');
    }
    quoted
}

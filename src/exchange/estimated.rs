//! One estimated story as it is handed out. Does not know how it is written.

use super::lines::{decision_line, question_line};
use crate::poker::{Hand, Statistics, Value};
use crate::story::{Round, Story};

/// One story and what the team made of it.
///
/// A quick session fills what it has, and leaves the rest by `..Default::default()`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EstimatedStory {
    /// Key in the tracker, `ABC-123`.
    pub key: Option<String>,
    /// Title.
    pub title: String,
    /// What the team settled on: the text of a card.
    pub estimate: Option<String>,
    /// Status, in the words of the person's language.
    pub status: Option<String>,
    /// Whether it passed the Definition of Ready; `None` where nobody looked.
    pub ready: Option<bool>,
    /// When the last round was revealed, in milliseconds since 1970 UTC.
    pub voted_at_ms: Option<i64>,
    /// Votes in the last round, add-ons included.
    pub n_votes: u32,
    /// Average of the last round.
    pub average: Option<Value>,
    /// Median of the last round as a number.
    pub median: Option<Value>,
    /// Median of the last round as a card; given out where there is no number.
    pub median_card: Option<String>,
    /// Lowest card of the last round.
    pub lowest: Option<String>,
    /// Highest card of the last round.
    pub highest: Option<String>,
    /// Agreement in percent.
    pub agreement: Option<u8>,
    /// Rounds played.
    pub rounds: u32,
    /// Seconds from the first round's start to the estimate.
    pub seconds_to_consensus: Option<u32>,
    /// Name and card of each voter; `None` for an anonymous round.
    pub individual_votes: Option<Vec<(String, String)>>,
    /// Each card that got votes, in the order of the hand, and how many.
    pub histogram: Vec<(String, u32)>,
    /// Decisions, one text each.
    pub decisions: Vec<String>,
    /// Open questions, one text each.
    pub open_questions: Vec<String>,
    /// Notes.
    pub notes: Option<String>,
    /// Where the story lives in the tracker.
    pub url: Option<String>,
}

impl EstimatedStory {
    /// A story of a backlog: its last round, its decisions and its open questions.
    ///
    /// `status` is its status in the person's language, `ready` whether it passes the
    /// Definition of Ready.
    pub fn of_story(story: &Story, status: &str, ready: Option<bool>) -> Self {
        let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let open = story
            .questions
            .iter()
            .filter(|question| !question.is_closed);
        let blank = Self {
            key: said(&story.key),
            title: story.title.clone(),
            estimate: said(&story.estimate),
            status: Some(status.to_owned()),
            ready,
            decisions: story.decisions.iter().map(decision_line).collect(),
            open_questions: open.map(question_line).collect(),
            notes: said(&story.notes),
            url: said(&story.link),
            ..Self::default()
        };
        match &story.round {
            Some(round) => blank.with_round(round),
            None => blank,
        }
    }

    fn with_round(self, round: &Round) -> Self {
        let number = |text: &Option<String>| Value::parse(text.as_deref()?).ok();
        Self {
            voted_at_ms: round.voted_at_ms,
            n_votes: round
                .votes
                .iter()
                .map(|(_, n)| *n)
                .fold(0, u32::saturating_add),
            average: number(&round.average),
            median: number(&round.median),
            median_card: round.median.clone(),
            lowest: round.lowest.clone(),
            highest: round.highest.clone(),
            agreement: round.agreement,
            rounds: round.n_rounds,
            seconds_to_consensus: round.seconds,
            histogram: round.votes.clone(),
            ..self
        }
    }

    /// The same story with the numbers of this tally: `counts` has one count
    /// per choice of the hand.
    #[must_use]
    pub fn with_tally(self, hand: &Hand, counts: &[u32]) -> Self {
        let said = Statistics::of(hand, counts);
        let label = |choice: Option<usize>| hand.label(choice?).map(str::to_owned);
        let bars = hand.faces().iter().zip(counts).filter(|(_, n)| **n > 0);
        Self {
            n_votes: said.n_votes,
            average: said.average,
            median: said.median,
            median_card: label(said.median_card),
            lowest: label(said.lowest),
            highest: label(said.highest),
            agreement: said.agreement,
            histogram: bars
                .map(|(face, n)| (face.label().to_owned(), *n))
                .collect(),
            ..self
        }
    }
}

//! One estimated story as it is handed out. Does not know how it is written.

use crate::poker::{Hand, Statistics, Value};

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

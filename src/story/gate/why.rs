//! How it stands with a point, and what a verdict rests on. Says it in no language.

use crate::story::Amount;

/// How it stands with one point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Ticked by a person.
    ByHand,
    /// Ticked by the program from a fact.
    ByFact,
    /// Does not concern this story.
    NotAsked,
    /// Not met.
    Missing,
}

impl State {
    /// Whether the point stands in nobody's way.
    pub fn is_met(self) -> bool {
        match self {
            Self::ByHand | Self::ByFact | Self::NotAsked => true,
            Self::Missing => false,
        }
    }
}

/// What a verdict rests on; one sentence each in `words`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why<'a> {
    /// A person ticked it.
    SaidByHand,
    /// A person unticked it.
    UntickedByHand,
    /// Only a person can tick it, and nobody did.
    NobodyTicked,
    /// It is asked of bugs alone.
    NotABug,
    /// So many acceptance criteria are written.
    CriteriaPresent {
        /// How many.
        n: usize,
    },
    /// No acceptance criteria.
    NoCriteria,
    /// It says on what the story depends.
    DependenciesNamed,
    /// It says that the story depends on nothing.
    NoDependencies,
    /// Nothing is said of dependencies.
    DependenciesEmpty,
    /// It has its place in the order.
    InOrder,
    /// Nobody gave it a place in the order.
    NotInOrder,
    /// The team has set no limit.
    NoLimit,
    /// No estimate.
    NoEstimate,
    /// The estimate is no number, so only people can compare it.
    NotANumber {
        /// The card.
        estimate: &'a str,
    },
    /// Small enough.
    EstimateWithin {
        /// The card.
        estimate: &'a str,
        /// The team's limit.
        limit: Amount,
    },
    /// Too large.
    EstimateAbove {
        /// The card.
        estimate: &'a str,
        /// The team's limit.
        limit: Amount,
    },
    /// The estimate came from a simultaneous vote.
    VotedTogether,
    /// The estimate came from elsewhere.
    EstimatedWithoutVote,
    /// So many decisions are written.
    DecisionsWritten {
        /// How many.
        n: usize,
    },
    /// No decision is written.
    NoDecision,
    /// No question is open.
    NoOpenQuestion,
    /// Questions are open, and none of them stops the work.
    OpenQuestions {
        /// How many.
        n: usize,
    },
    /// Open questions stop the work.
    QuestionsStop {
        /// How many.
        n: usize,
    },
    /// So many risks are noted.
    RisksNoted {
        /// How many.
        n: usize,
    },
    /// No risk is noted.
    NoRisks,
    /// Nothing is put off to later.
    NothingPutOff,
    /// Words that put something off, as they are written.
    PutOff {
        /// The words, none twice.
        found: Vec<&'a str>,
    },
}

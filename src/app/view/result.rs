//! A revealed round and its estimate as they are seen.

/// A revealed round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultView {
    /// 1-based round of the story.
    pub number: usize,
    /// One bar per card that got votes, deck order, add-ons last.
    pub bars: Vec<BarView>,
    /// `None` where the deck has no numbers.
    pub average: Option<String>,
    /// Number or card.
    pub median: Option<String>,
    /// Lowest card.
    pub lowest: Option<String>,
    /// Highest card.
    pub highest: Option<String>,
    /// Whole per cent, as a number.
    pub agreement: Option<u8>,
    /// Deck steps between lowest and highest, and what that means.
    pub spread: Option<(u16, TalkView)>,
    /// Card suggested as the estimate.
    pub suggestion: Option<String>,
    /// Ballots cast (no-votes not counted).
    pub n_votes: u32,
    /// Ballots checked of ballots published: `5 of 5 ballots verified`.
    pub verified: (usize, usize),
    /// Why this result hides nobody, if so.
    pub exposed: Option<Exposed>,
    /// In an anonymous round with a spread: how many lowest, how many highest.
    pub extremes: Option<(u32, u32)>,
    /// Comments (name only in named rounds).
    pub comments: Vec<(Option<String>, String)>,
    /// This person may offer to explain; `Some(true)` if it did.
    pub explain: Option<bool>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarView {
    /// Card.
    pub label: String,
    /// Votes.
    pub count: u32,
    /// 0 to 100, of the largest bar.
    pub length: u8,
    /// Among the most frequent.
    pub is_mode: bool,
    /// An add-on card.
    pub is_add_on: bool,
    /// Who (named rounds only).
    pub names: Vec<String>,
}

/// What a spread means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TalkView {
    /// All on one card.
    Consensus,
    /// One step.
    Close,
    /// Two or more: talk.
    Talk,
}

/// Why a result hides nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposed {
    /// One voter.
    Alone,
    /// Two voters: each knows the other's card.
    Two,
    /// All on one card.
    Unanimous,
}

/// Choosing the estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstimateView {
    /// Cards to choose from.
    pub options: Vec<String>,
    /// Suggested, never set by itself.
    pub suggestion: Option<String>,
    /// Saved before.
    pub saved: Option<String>,
    /// May be saved by this person.
    pub can_save: bool,
}

//! One item: what was said about it by hand, and what that and the facts come to.

use super::{FactSaid, Facts, ItemName, fact};

/// What a person said about an item. The program's own ticks are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tick {
    /// Nothing: a fact may tick it, and when the fact is gone so is the tick.
    #[default]
    Unsaid,
    /// Done. No fact undoes that.
    ByHand {
        /// When, in ms since 1970 UTC.
        at_ms: i64,
    },
    /// Not done, although a fact said so. The person knows better: no fact ticks it again
    /// in this refinement, even if the fact goes and comes back.
    UntickedByHand {
        /// When, in ms since 1970 UTC.
        at_ms: i64,
    },
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub name: ItemName,
    /// The person's wording, one line; `None`: the built-in one, in the person's language.
    pub own_text: Option<String>,
    /// A note to it; empty: none.
    pub note: String,
    /// What was said by hand.
    pub tick: Tick,
    /// Whether it is put out of sight; then it does not count.
    pub is_hidden: bool,
}

/// Whether an item is done, and who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Not done.
    Open,
    /// Ticked by hand.
    ByHand {
        /// When, in ms since 1970 UTC.
        at_ms: i64,
        /// A fact that says so too.
        fact: Option<FactSaid>,
    },
    /// Ticked by a fact.
    ByFact(FactSaid),
    /// Unticked by hand although this fact holds.
    Against(FactSaid),
}

impl Item {
    /// An untouched item.
    pub fn new(name: ItemName) -> Self {
        Self {
            name,
            own_text: None,
            note: String::new(),
            tick: Tick::Unsaid,
            is_hidden: false,
        }
    }

    /// Whether it is done, and who says so. An edited wording keeps the item's rule: the
    /// fact is shown beside it, and a person's hand outweighs it.
    pub fn state(&self, facts: &Facts) -> State {
        let fact = fact(self.name, facts);
        match (self.tick, fact) {
            (Tick::ByHand { at_ms }, fact) => State::ByHand { at_ms, fact },
            (Tick::Unsaid, Some(fact)) => State::ByFact(fact),
            (Tick::UntickedByHand { .. }, Some(fact)) => State::Against(fact),
            (Tick::Unsaid | Tick::UntickedByHand { .. }, None) => State::Open,
        }
    }

    /// Whether there are words for it; an item of a newer program has none.
    pub fn has_words(&self) -> bool {
        self.own_text.is_some() || self.name.is_known()
    }

    /// Whether it stands in its list and counts.
    pub fn is_shown(&self) -> bool {
        !self.is_hidden && self.has_words()
    }
}

impl State {
    /// Whether the item is done.
    pub fn is_done(&self) -> bool {
        match self {
            Self::ByHand { .. } | Self::ByFact(_) => true,
            Self::Open | Self::Against(_) => false,
        }
    }

    /// The fact that says the item is done, whether it is believed or not.
    pub fn fact(&self) -> Option<&FactSaid> {
        match self {
            Self::ByHand { fact, .. } => fact.as_ref(),
            Self::ByFact(fact) | Self::Against(fact) => Some(fact),
            Self::Open => None,
        }
    }
}

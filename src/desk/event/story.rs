//! What a person does with one story.

use crate::story::{Kind, Step, Understanding};

/// Something happened to one story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoryEvent {
    /// A text field changed.
    Typed(Field, String),
    /// What sort of work it is.
    Kind(Kind),
    /// How well it is understood.
    Understanding(Option<Understanding>),
    /// It is ready, which its ready gate has to let pass; or not any more.
    MarkedReady(bool),
    /// Somebody gave it its place in the order, or takes that back.
    Placed(bool),
    /// A word is added to a list of words; commas part several.
    WordAdded(ListField, String),
    /// A word of a list goes, by position.
    WordRemoved(ListField, usize),
    /// An empty question, risk or decision is added.
    ItemAdded(ListField),
    /// Part of a question, risk or decision changed.
    ItemTyped {
        /// By position in its list.
        at: usize,
        /// Which part.
        field: ItemField,
        /// As typed.
        text: String,
    },
    /// A question stops the work, or not.
    QuestionStops(usize, bool),
    /// A question is answered, or open again.
    QuestionClosed(usize, bool),
    /// A risk keeps work from beginning, or not.
    RiskBlocks(usize, bool),
    /// A question, risk or decision goes, by position (can be undone).
    ItemRemoved(ListField, usize),
    /// A point of the Definition of Ready is ticked or unticked by hand; `None` takes
    /// back what was said.
    Said(String, Option<bool>),
    /// A gate is passed although points are missing.
    Overruled {
        /// Which gate.
        step: Step,
        /// Who does it.
        who: String,
        /// Why.
        why: String,
    },
    /// Sent back to the next session, with a word to it.
    SentBack(String),
    /// It no longer counts as sent back.
    TakenBack,
}

/// A text field of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Key in the tracker.
    Key,
    /// Title.
    Title,
    /// Description, Markdown.
    Description,
    /// Why, and for whom.
    Why,
    /// Acceptance criteria, Markdown.
    Acceptance,
    /// Dependencies.
    Dependencies,
    /// Address in the tracker.
    Link,
    /// Estimate, as a card.
    Estimate,
    /// The person's own notes.
    Notes,
}

/// A list of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListField {
    /// Who is needed.
    Needed,
    /// Labels.
    Labels,
    /// Open questions.
    Questions,
    /// Risks.
    Risks,
    /// Decisions.
    Decisions,
}

/// Part of a question, a risk or a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemField {
    /// The question itself.
    QuestionText,
    /// Who finds out.
    QuestionOwner,
    /// By when, `2026-11-30`.
    QuestionDue,
    /// The risk itself.
    RiskText,
    /// Who watches it.
    RiskOwner,
    /// What was decided.
    DecisionWhat,
    /// Why.
    DecisionWhy,
    /// Who said so.
    DecisionWho,
    /// What was dropped.
    DecisionDropped,
}

//! What a person does with the Definition of Ready.

use crate::story::{Step, StoryId};

/// Something happened to the Definition of Ready. Points are called by their names, `R3`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GateEvent {
    /// Stories above this estimate are too large for one sprint; empty: no limit.
    LimitTyped(String),
    /// A point is asked for, or not.
    Switched(String, bool),
    /// The team's own wording of a point; empty: the built-in one.
    Reworded(String, String),
    /// A point goes to the end of the other gate, or stays in its own.
    StepChosen(String, Step),
    /// A point is put before another one, or at the end, of a gate.
    Moved {
        /// Which.
        point: String,
        /// Into which gate.
        step: Step,
        /// Before which; `None`: at the end.
        before: Option<String>,
    },
    /// A point goes up (negative) or down by so many within its gate.
    Shifted {
        /// Which.
        point: String,
        /// How far.
        by: i32,
    },
    /// A point of the team's own, at the end of a gate.
    Added(Step, String),
    /// A point of the team's own goes (can be undone).
    Removed(String),
    /// `We agree on this`.
    Agreed,
    /// The built-in list again (can be undone).
    Reset,
    /// The list as Markdown, to the clipboard.
    MarkdownPressed,
    /// The list as a link is shown, or not any more.
    LinkShown(bool),
    /// The link, to the clipboard.
    LinkCopied,
    /// The link, to the share sheet.
    LinkSent,
    /// `Use this Definition of Ready` on one that came as a link (can be undone).
    Taken,
    /// It is left as it is.
    Left,
    /// The gates of a story in a list are looked at, or of none.
    Looked(Option<StoryId>),
}

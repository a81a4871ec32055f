//! What a person does with the planned session.

use crate::meeting::AgendaStep;
use crate::story::StoryId;

/// Something happened to the planned session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanEvent {
    /// The goal changed.
    GoalTyped(String),
    /// What the session is not for changed.
    LimitsTyped(String),
    /// When it begins, `2026-12-01T10:00`; blank: nobody said.
    BeginsTyped(String),
    /// When its stories went out, as above.
    SentAheadTyped(String),
    /// Comments were asked for along with the stories, or not.
    CommentsAsked(bool),
    /// Another moderator.
    ModeratorTyped(String),
    /// Another scribe.
    ScribeTyped(String),
    /// Length of the slot in minutes.
    SlotTyped(u32),
    /// Timebox of a part, in minutes.
    MinutesTyped(AgendaStep, u32),
    /// A part takes place, or not.
    StepSwitched(AgendaStep, bool),

    /// `Propose stories`: fills up to the usual number (can be undone).
    Proposed,
    /// The box to look for a story changed.
    Sought(String),
    /// A story is taken in, at the end.
    TakenIn(StoryId),
    /// A story is taken out (can be undone).
    TakenOut(StoryId),
    /// A story is put before another one, or at the end.
    Moved {
        /// Which.
        story: StoryId,
        /// Before which; `None`: at the end.
        before: Option<StoryId>,
    },
    /// A story goes up (negative) or down.
    Shifted {
        /// Which.
        story: StoryId,
        /// How far.
        by: i32,
    },
    /// `Prepare it with …`: with whom the gaps of a story are worked out before the
    /// session; blank takes that back.
    PrepareWith(StoryId, String),
    /// `Send back to the next session`, with a word to it (can be undone).
    SentBack(StoryId, String),

    /// A follow-up that is in no story.
    FollowUpAdded(String),
    /// It changed, by position.
    FollowUpTyped(usize, String),
    /// It is done, or not.
    FollowUpClosed(usize, bool),
    /// It goes, by position (can be undone).
    FollowUpRemoved(usize),

    /// A new session: what is open is carried over (can be undone).
    BegunAnew,
    /// `Open the table` with the stories that may be voted on.
    TableOpened,
}

//! Dictation, and what comes of it.

use crate::story::{QuestionRule, StoryId};

use super::Field;

/// Names one dictation; what is heard carries it, and it is never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpeechId(pub u32);

/// Where dictated words go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpokenInto {
    /// Behind the text of a story's field.
    Field(StoryId, Field),
    /// Behind the answer to a question of guided preparation.
    Answer(StoryId, QuestionRule),
}

/// What a dictation reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpeechNews {
    /// The microphone is open.
    Listening,
    /// Heard so far, and may still change.
    Interim(String),
    /// Heard for good.
    Final(String),
    /// It is over; nothing comes after it.
    Ended,
    /// It failed; nothing comes after it.
    Failed(SpeechTrouble),
}

/// Why there is no dictation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeechTrouble {
    /// The microphone was refused, by the person or by the browser.
    Forbidden,
    /// There is no microphone.
    NoMicrophone,
    /// The browser needs the network for it, and has none.
    Unreachable,
    /// It does not know the language.
    NoLanguage,
    /// Nobody spoke.
    Silence,
    /// Something else.
    Other,
}

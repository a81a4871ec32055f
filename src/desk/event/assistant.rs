//! What a person does with the language model and with dictation.

use crate::prompt::Wish;
use crate::saved::Password;
use crate::story::{DraftForm, StoryId};

use super::SpokenInto;

/// Something happened to the language model or to dictation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssistantEvent {
    /// The address may be asked, or not.
    Switched(bool),
    /// The settings were saved.
    SettingsGiven {
        /// Where it answers.
        address: String,
        /// What it lets in with.
        key: Password,
        /// The model's name there.
        model: String,
        /// Confidential words, one a line.
        confidential: String,
    },

    /// `Ask the model`: what would leave is shown.
    AskPressed {
        /// About which story.
        story: StoryId,
        /// What is wanted.
        wish: Wish,
        /// As what a draft is written.
        form: DraftForm,
    },
    /// `Send`: what is shown leaves.
    SendPressed,
    /// `Stop`: what was said until now stays.
    StopPressed,
    /// The question or the answer is put away.
    PutAway,

    /// `Dictate`: the microphone is opened.
    DictatePressed(SpokenInto),
    /// The microphone is closed.
    DictateStopped,
}

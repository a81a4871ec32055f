//! The language model and dictation as they are seen.

use crate::desk::event::{SpeechTrouble, SpokenInto};
pub use crate::prompt::{AddressProblem, Failure, Wish};
pub use crate::saved::Password;
pub use crate::story::{DraftForm, Shape};

/// What helps with one story; everything that is absent is not shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssistantView {
    /// The person's own settings.
    pub settings: ModelSettingsView,
    /// Who would be asked; `None`: nobody, and there is nothing to press.
    pub way: Option<WayView>,
    /// The question and its answer.
    pub asking: AskingView,
    /// Dictation, where the browser has it.
    pub dictation: Option<DictationView>,
}

/// Settings of the language model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModelSettingsView {
    /// The address may be asked.
    pub is_on: bool,
    /// As saved.
    pub address: String,
    /// As saved.
    pub key: Password,
    /// As saved.
    pub model: String,
    /// Confidential words, one a line.
    pub confidential: String,
    /// What is wrong with what was given last.
    pub problem: Option<SettingsProblem>,
    /// Counts what was saved, so that saving again is heard again.
    pub n_saved: u32,
    /// The kept settings cannot be read and stay: what is set here is not kept.
    pub is_unreadable: bool,
}

/// What is wrong with the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsProblem {
    /// The address.
    Address(AddressProblem),
    /// The key has letters that no key has.
    Key,
}

/// Who is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayView {
    /// The browser's own model.
    BuiltIn {
        /// It has to be fetched first.
        is_to_fetch: bool,
    },
    /// The address at this host.
    Address {
        /// Host and port.
        host: String,
    },
}

/// The question and its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AskingView {
    /// Nothing is asked.
    #[default]
    Nothing,
    /// This would leave; it has not.
    Shown {
        /// What is wanted.
        wish: Wish,
        /// Everything that leaves, to the letter.
        text: String,
        /// Different words that are masked in it.
        n_masked: usize,
        /// Who is asked.
        way: WayView,
    },
    /// It has left, or is about to be answered.
    Waiting {
        /// What is wanted.
        wish: Wish,
        /// Said so far, the masked words put back.
        said: String,
        /// Nothing came for a while.
        is_slow: bool,
        /// The browser fetches its model; so much is there, in per cent.
        fetched: Option<u8>,
        /// Who is asked.
        way: WayView,
    },
    /// It is over.
    Over {
        /// What was wanted.
        wish: Wish,
        /// What was said, the masked words put back; may be empty.
        said: String,
        /// How it ended.
        end: AskEnd,
        /// Who was asked.
        way: WayView,
    },
}

/// How an answer ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskEnd {
    /// It is whole.
    Whole,
    /// The model was cut off.
    Cut,
    /// The person stopped it.
    Stopped,
    /// It failed.
    Failed(Failure),
}

/// Dictation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DictationView {
    /// Speech may leave this device.
    pub leaves_device: bool,
    /// What is being dictated.
    pub now: Option<ListeningView>,
    /// Why the last one failed, and where its words would have gone.
    pub trouble: Option<(SpokenInto, SpeechTrouble)>,
}

/// A dictation under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListeningView {
    /// Where the words go.
    pub into: SpokenInto,
    /// The microphone is open.
    pub is_open: bool,
    /// Heard so far, and may still change.
    pub interim: String,
}

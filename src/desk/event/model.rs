//! A language model is asked, and what comes of it.

use crate::words::Language;

use crate::saved::Password;

/// Names one question to a model; its answers carry it, and it is never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ModelId(pub u32);

/// How a model is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelWay {
    /// The browser's own.
    BuiltIn {
        /// In which the text is, and the answer shall be.
        language: Language,
        /// What the model is to be.
        system: String,
        /// The question.
        user: String,
    },
    /// A POST to an OpenAI-compatible address, without cookies and without a referrer.
    Address {
        /// Where.
        url: String,
        /// Goes into the `Authorization` header; empty: no such header.
        key: Password,
        /// JSON.
        body: String,
    },
}

/// What a model that was asked reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelNews {
    /// The browser fetches its model first; so much of it is there, in per cent.
    Downloading(u8),
    /// The address answers with this HTTP status.
    Began(u16),
    /// Bytes of the address's answer.
    Bytes(Vec<u8>),
    /// A piece of the built-in model's answer.
    Text(String),
    /// It is over; nothing comes after it.
    Ended,
    /// It failed; nothing comes after it.
    Failed(ModelTrouble),
}

/// Why a model could not be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelTrouble {
    /// No answer from there, or it does not let this page ask.
    Unreachable,
    /// The connection broke in the middle.
    Lost,
    /// The browser has no model for this.
    Absent,
    /// The question is too long for it.
    TooMuch,
    /// The browser refused, in its own words.
    Refused(String),
}

/// What the browser turned out to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpFound {
    /// A language model.
    Model(ModelOffer),
    /// Speech becomes text.
    Dictation(DictationOffer),
}

/// The browser's own language model, for one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ModelOffer {
    /// There is none, or it does not speak the language.
    #[default]
    None,
    /// It has to be fetched first: some gigabytes.
    ToFetch,
    /// It is there.
    Ready,
}

/// The browser's dictation, for one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DictationOffer {
    /// There is none.
    #[default]
    None,
    /// Speech stays on this device.
    OnDevice,
    /// Speech may go to the browser's maker.
    Elsewhere,
}

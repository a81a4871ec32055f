//! The shape of the words of the language model, of dictation, and of what a model is told.

use crate::words::Plural;
use crate::words::sections::section;

/// Words of the language model and of dictation.
#[derive(Debug)]
pub struct AssistantWords {
    /// Asking, and what came of it.
    pub asking: AskingTexts,
    /// Where it counts.
    pub counts: AskingCounts,
    /// Why there is no answer.
    pub failure: FailureTexts,
    /// The person's own model and confidential words.
    pub setup: SetupTexts,
    /// Dictation.
    pub speech: SpeechTexts,
    /// What a model is told; it leaves as it stands here.
    pub prompt: PromptTexts,
}

section! {
    /// Asking, and what came of it. `goes_to`, `asks`: `{0}` the host. `fetching`: `{0}` per cent.
    AskingTexts: &'static str {
        title asks built_in built_in_fetch wish answers criteria questions draft ask shown
        shown_text goes_to goes_built_in none_masked send stop cancel waiting fetching slow
        answer answer_note take put_away cut stopped
    }
}
section! {
    /// Where it counts.
    AskingCounts: Plural { masked }
}
section! {
    /// Why there is no answer. `{0}` the host; then the status, then its own words, where
    /// they are said. `refused_here`: `{0}` the browser's words.
    FailureTexts: &'static str {
        unreachable key not_there too_often refused refused_why refused_plain refused_here lost broken
        too_long nothing slow absent too_much
    }
}
section! {
    /// The person's own model and confidential words.
    SetupTexts: &'static str {
        title switch switch_note address address_hint key key_note show_key model model_note
        confidential confidential_note save saved not_one not_secret has_login bad_key unreadable
    }
}
section! {
    /// Dictation.
    SpeechTexts: &'static str {
        dictate leaves stays opening listening forbidden no_microphone unreachable no_language
        silence other
    }
}
section! {
    /// What a model is told: who it is, what is wanted, headings over the story's texts.
    PromptTexts: &'static str {
        role names answers criteria scenarios questions user_story bug_report title description
        why acceptance dependencies asked answer
    }
}

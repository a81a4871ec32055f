//! Dictation: words go where the person pressed, and nowhere else.

use crate::desk::ctx::DeskCtx;
use crate::desk::effect::DeskEffect;
use crate::desk::event::{DictationOffer, SpeechId, SpeechNews, SpeechTrouble, SpokenInto};
use crate::desk::stage::Desk;
use crate::desk::view::{DictationView, ListeningView};

use super::Assistant;

/// Longest text heard at once, in characters; more is cut.
const MAX_HEARD_CHARS: usize = 4_000;

/// Whether somebody is listened to.
#[derive(Debug, Default)]
pub(super) enum Listening {
    #[default]
    Nobody,
    /// The last one failed; where its words would have gone.
    Failed(SpokenInto, SpeechTrouble),
    Somebody(Speaker),
}

/// A dictation under way.
#[derive(Debug)]
pub(super) struct Speaker {
    id: SpeechId,
    into: SpokenInto,
    is_open: bool,
    interim: String,
}

impl Assistant {
    /// The person presses again: the microphone closes, the last words still come.
    pub(super) fn finish_dictation(&mut self, ctx: &mut DeskCtx) {
        if let Listening::Somebody(speaker) = &mut self.listening {
            speaker.is_open = false;
            ctx.ask(DeskEffect::StopDictation { id: speaker.id });
        }
    }

    /// Nothing more is heard.
    pub(super) fn stop_dictation(&mut self, ctx: &mut DeskCtx) {
        self.finish_dictation(ctx);
        self.listening = Listening::Nobody;
    }

    pub(super) fn dictation_view(&self) -> Option<DictationView> {
        let leaves_device = match self.dictation {
            DictationOffer::None => return None,
            DictationOffer::OnDevice => false,
            DictationOffer::Elsewhere => true,
        };
        let (now, trouble) = match &self.listening {
            Listening::Nobody => (None, None),
            Listening::Failed(into, trouble) => (None, Some((*into, *trouble))),
            Listening::Somebody(speaker) => (
                Some(ListeningView {
                    into: speaker.into,
                    is_open: speaker.is_open,
                    interim: speaker.interim.clone(),
                }),
                None,
            ),
        };
        Some(DictationView {
            leaves_device,
            now,
            trouble,
        })
    }
}

impl Desk {
    pub(super) fn dictate(&mut self, into: SpokenInto, ctx: &mut DeskCtx) {
        let on_device = match self.assistant.dictation {
            DictationOffer::None => return,
            DictationOffer::OnDevice => true,
            DictationOffer::Elsewhere => false,
        };
        self.assistant.stop_dictation(ctx);
        let id = SpeechId(self.assistant.new_id());
        self.assistant.listening = Listening::Somebody(Speaker {
            id,
            into,
            is_open: false,
            interim: String::new(),
        });
        ctx.ask(DeskEffect::Dictate {
            id,
            language: self.language,
            on_device,
        });
    }

    /// A dictation reports; one that is over is not heard.
    pub(in crate::desk) fn speech_news(
        &mut self,
        id: SpeechId,
        news: SpeechNews,
        ctx: &mut DeskCtx,
    ) {
        let Listening::Somebody(speaker) = &mut self.assistant.listening else {
            return;
        };
        if speaker.id != id {
            return;
        }
        match news {
            SpeechNews::Listening => speaker.is_open = true,
            SpeechNews::Interim(words) => speaker.interim = short(&words),
            SpeechNews::Final(words) => {
                speaker.interim = String::new();
                let into = speaker.into;
                let words = short(&words);
                if !words.trim().is_empty() {
                    self.put_spoken(into, &words, ctx);
                }
            }
            SpeechNews::Ended => self.assistant.listening = Listening::Nobody,
            SpeechNews::Failed(trouble) => {
                self.assistant.listening = Listening::Failed(speaker.into, trouble);
            }
        }
    }
}

fn short(words: &str) -> String {
    words.chars().take(MAX_HEARD_CHARS).collect()
}

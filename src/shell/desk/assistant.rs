//! Help for the desk, done with the browser's means: language models and dictation.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::model::{self, Asking, ModelError, ModelEvent, Offered};
use crate::browser::speech::{self, Dictation, SpeechError, SpeechEvent, Understood};
use crate::browser::{console, page, spawn};
use crate::desk::DeskEvent;
use crate::desk::event::{
    DictationOffer, HelpFound, ModelId, ModelNews, ModelOffer, ModelTrouble, ModelWay, SpeechId,
    SpeechNews, SpeechTrouble,
};
use crate::words::Language;

use super::{DeskShell, tell};

/// What is being asked and listened to; all of it ends with this.
#[derive(Default)]
pub(super) struct Helpers {
    asking: RefCell<Vec<(ModelId, Asking)>>,
    listening: RefCell<Option<(SpeechId, Dictation)>>,
}

/// Finds out what this browser has for a language.
pub(super) fn seek(language: Language, shell: &Rc<DeskShell>) {
    let weak = Rc::downgrade(shell);
    spawn(async move {
        let offer = match model::offered(language.tag()).await {
            Offered::Nothing => ModelOffer::None,
            Offered::ToFetch => ModelOffer::ToFetch,
            Offered::Ready => ModelOffer::Ready,
        };
        tell(&weak, DeskEvent::HelpFound(HelpFound::Model(offer)));
    });
    let weak = Rc::downgrade(shell);
    spawn(async move {
        let offer = match speech::understood(&spoken_tag(language)).await {
            Understood::Nowhere => DictationOffer::None,
            Understood::Here => DictationOffer::OnDevice,
            Understood::Elsewhere => DictationOffer::Elsewhere,
        };
        tell(&weak, DeskEvent::HelpFound(HelpFound::Dictation(offer)));
    });
}

/// A language as it is spoken: with the country that the browser was set to.
fn spoken_tag(language: Language) -> String {
    let tag = language.tag();
    let own = page::languages().into_iter();
    let mut own = own.filter(|one| one.split('-').next() == Some(tag) && one.contains('-'));
    own.next().unwrap_or_else(|| {
        String::from(match language {
            Language::English => "en-US",
            Language::German => "de-DE",
        })
    })
}

impl Helpers {
    /// Asks a model, within the click.
    pub(super) fn ask(&self, id: ModelId, via: ModelWay, shell: &Rc<DeskShell>) {
        let weak = Rc::downgrade(shell);
        let on = move |event| tell(&weak, DeskEvent::Model(id, model_news(event)));
        let asked = match via {
            ModelWay::BuiltIn {
                language,
                system,
                user,
            } => Asking::built_in(language.tag(), &system, &user, on),
            ModelWay::Address { url, key, body } => {
                let key = (!key.is_empty()).then_some(key.0.as_str());
                Asking::post(&url, key, &body, on)
            }
        };
        match asked {
            Ok(asking) => self.asking.borrow_mut().push((id, asking)),
            Err(error) => {
                let trouble = ModelTrouble::Refused(error.to_string());
                shell.tell(DeskEvent::Model(id, ModelNews::Failed(trouble)));
            }
        }
    }

    /// The desk wants no more answers, or has the last one.
    pub(super) fn stop(&self, id: ModelId) {
        let mut asking = self.asking.borrow_mut();
        let at = asking.iter().position(|(one, _)| *one == id);
        let stopped = at.map(|at| asking.swap_remove(at));
        drop(asking);
        drop(stopped);
    }

    /// Opens the microphone, within the click; the one before is closed.
    pub(super) fn dictate(
        &self,
        id: SpeechId,
        language: Language,
        on_device: bool,
        shell: &Rc<DeskShell>,
    ) {
        drop(self.listening.take());
        let weak = Rc::downgrade(shell);
        let started = Dictation::start(&spoken_tag(language), on_device, move |event| {
            let news = speech_news(event);
            if matches!(news, SpeechNews::Ended | SpeechNews::Failed(_))
                && let Some(shell) = weak.upgrade()
            {
                shell.helpers.ended(id);
            }
            tell(&weak, DeskEvent::Speech(id, news));
        });
        match started {
            Ok(dictation) => drop(self.listening.replace(Some((id, dictation)))),
            Err(error) => {
                console::debug(&error.to_string());
                let failed = SpeechNews::Failed(SpeechTrouble::Other);
                shell.tell(DeskEvent::Speech(id, failed));
            }
        }
    }

    /// Closes the microphone; the last words still come.
    pub(super) fn finish(&self, id: SpeechId) {
        if let Some((_, dictation)) = self.listening.borrow().as_ref().filter(|one| one.0 == id) {
            dictation.finish();
        }
    }

    fn ended(&self, id: SpeechId) {
        let is_it = self
            .listening
            .borrow()
            .as_ref()
            .is_some_and(|one| one.0 == id);
        if is_it {
            drop(self.listening.take());
        }
    }
}

fn model_news(event: ModelEvent) -> ModelNews {
    match event {
        ModelEvent::Downloading(per_cent) => ModelNews::Downloading(per_cent),
        ModelEvent::Began(status) => ModelNews::Began(status),
        ModelEvent::Bytes(bytes) => ModelNews::Bytes(bytes),
        ModelEvent::Text(text) => ModelNews::Text(text),
        ModelEvent::Ended => ModelNews::Ended,
        ModelEvent::Failed(error) => ModelNews::Failed(match error {
            ModelError::Unreachable => ModelTrouble::Unreachable,
            ModelError::Lost => ModelTrouble::Lost,
            ModelError::Absent => ModelTrouble::Absent,
            ModelError::TooMuch => ModelTrouble::TooMuch,
            ModelError::Refused(reason) => ModelTrouble::Refused(reason),
        }),
    }
}

fn speech_news(event: SpeechEvent) -> SpeechNews {
    match event {
        SpeechEvent::Listening => SpeechNews::Listening,
        SpeechEvent::Interim(words) => SpeechNews::Interim(words),
        SpeechEvent::Final(words) => SpeechNews::Final(words),
        SpeechEvent::Ended => SpeechNews::Ended,
        SpeechEvent::Failed(error) => SpeechNews::Failed(match error {
            SpeechError::Forbidden => SpeechTrouble::Forbidden,
            SpeechError::NoMicrophone => SpeechTrouble::NoMicrophone,
            SpeechError::Unreachable => SpeechTrouble::Unreachable,
            SpeechError::NoLanguage => SpeechTrouble::NoLanguage,
            SpeechError::Silence => SpeechTrouble::Silence,
            SpeechError::Other => SpeechTrouble::Other,
        }),
    }
}

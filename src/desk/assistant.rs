//! The language model and dictation: who could help, what is asked, what was heard.
//!
//! Guided preparation shows this part ([`Desk::assistant_view`]), tells it when it opens
//! and closes ([`Desk::open_assistant`], [`Desk::close_assistant`]) and takes what was
//! answered ([`Assistant::take_answer`]). Knows no network and no microphone.

mod asking;
mod dictation;
mod hooks;
mod settings;
mod waiting;
mod wording;

use crate::story::StoryId;
use crate::words::Language;

use super::ctx::DeskCtx;
use super::effect::DeskEffect;
use super::event::{AssistantEvent, DictationOffer, HelpFound, ModelOffer};
use super::stage::Desk;
use super::view::AssistantView;

pub(super) use hooks::joined;

use asking::Phase;
use dictation::Listening;
use settings::Settings;

/// What helps with guided preparation.
#[derive(Debug, Default)]
pub(super) struct Assistant {
    settings: Settings,
    model: ModelOffer,
    dictation: DictationOffer,
    /// In which language help was looked for last.
    sought: Option<Language>,
    last_id: u32,
    phase: Phase,
    listening: Listening,
}

impl Assistant {
    fn new_id(&mut self) -> u32 {
        self.last_id = self.last_id.wrapping_add(1);
        self.last_id
    }
}

impl Desk {
    /// The part comes into view: looks for what the browser has, once for each language.
    pub(super) fn open_assistant(&mut self, ctx: &mut DeskCtx) {
        let has_any = self.abilities.has_model || self.abilities.has_dictation;
        if has_any && self.assistant.sought.replace(self.language) != Some(self.language) {
            ctx.ask(DeskEffect::SeekHelp {
                language: self.language,
            });
        }
    }

    /// The part goes out of view: no microphone stays open, no answer is waited for. What
    /// was answered stays.
    pub(super) fn close_assistant(&mut self, ctx: &mut DeskCtx) {
        self.assistant.stop_model(ctx);
        self.assistant.forget_question();
        self.assistant.stop_dictation(ctx);
    }

    /// The page speaks another language: a model of the old one is of no use.
    pub(super) fn assistant_language_changed(&mut self, ctx: &mut DeskCtx) {
        self.assistant.stop_dictation(ctx);
        if self.assistant.sought.is_some() {
            self.assistant.model = ModelOffer::None;
            self.assistant.dictation = DictationOffer::None;
            self.open_assistant(ctx);
        }
    }

    pub(super) fn help_found(&mut self, found: HelpFound) {
        match found {
            HelpFound::Model(offer) => self.assistant.model = offer,
            HelpFound::Dictation(offer) => self.assistant.dictation = offer,
        }
    }

    pub(super) fn update_assistant(&mut self, event: AssistantEvent, ctx: &mut DeskCtx) {
        match event {
            AssistantEvent::Switched(is_on) => self.switch_model(is_on),
            AssistantEvent::SettingsGiven {
                address,
                key,
                model,
                confidential,
            } => self.set_model(&address, &key, &model, &confidential),
            AssistantEvent::AskPressed { story, wish, form } => {
                self.show_question(story, wish, form, ctx);
            }
            AssistantEvent::SendPressed => self.send_question(ctx),
            AssistantEvent::StopPressed => self.assistant.stop_model(ctx),
            AssistantEvent::PutAway => self.assistant.put_away(ctx),
            AssistantEvent::DictatePressed(into) => self.dictate(into, ctx),
            AssistantEvent::DictateStopped => self.assistant.finish_dictation(ctx),
        }
    }

    /// A second has passed.
    pub(super) fn tick_assistant(&mut self, ctx: &mut DeskCtx) {
        self.assistant.tick_model(ctx);
    }

    /// As it is seen beside this story.
    pub(super) fn assistant_view(&self, story: StoryId) -> AssistantView {
        AssistantView {
            settings: self.assistant.settings.view(),
            way: self.assistant.way(self.language).map(|way| way.view()),
            asking: self.assistant.asking_view(story),
            dictation: self.assistant.dictation_view(),
        }
    }
}

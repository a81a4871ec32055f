//! One question to a model: shown, sent, answered. Nothing leaves that was not shown.

use crate::prompt::{Address, Ask, Failure, Outgoing, Wish, request_body};
use crate::story::{DraftForm, QuestionRule, StoryId};
use crate::words::{DeskWords, Language};

use crate::desk::ctx::DeskCtx;
use crate::desk::effect::DeskEffect;
use crate::desk::event::{ModelId, ModelNews, ModelOffer, ModelWay};
use crate::desk::stage::Desk;
use crate::desk::view::{AskEnd, AskingView, WayView};

use super::Assistant;
use super::settings::Settings;
use super::waiting::Waiting;
use super::wording::wording;

/// Where the question stands.
#[derive(Debug, Default)]
pub(super) enum Phase {
    #[default]
    Nothing,
    Shown(Box<Question>),
    Waiting(Box<Waiting>),
    Over(Box<Over>),
}

/// What is asked, and of whom.
#[derive(Debug)]
pub(super) struct Question {
    story: StoryId,
    wish: Wish,
    way: Way,
    /// The questions in it, in their order.
    rules: Vec<QuestionRule>,
    pub(super) outgoing: Outgoing,
}

/// An answer that the person takes over.
#[derive(Debug)]
pub(in crate::desk) struct TakenAnswer {
    /// What was wanted.
    pub(in crate::desk) wish: Wish,
    /// The text with the masked words put back, never empty.
    pub(in crate::desk) said: String,
    /// The questions that were asked about, in their order.
    pub(in crate::desk) rules: Vec<QuestionRule>,
}

/// Who is asked.
#[derive(Clone, Debug)]
pub(super) enum Way {
    BuiltIn {
        language: Language,
        is_to_fetch: bool,
    },
    Address(Address),
}

/// A question whose answer is over.
#[derive(Debug)]
pub(super) struct Over {
    question: Question,
    said: String,
    end: AskEnd,
}

impl Way {
    pub(super) fn view(&self) -> WayView {
        match self {
            Self::BuiltIn { is_to_fetch, .. } => WayView::BuiltIn {
                is_to_fetch: *is_to_fetch,
            },
            Self::Address(address) => WayView::Address {
                host: address.host().to_owned(),
            },
        }
    }
}

impl Question {
    /// As the edge is told, with the key for an address.
    fn via(&self, settings: &Settings) -> ModelWay {
        match &self.way {
            Way::BuiltIn { language, .. } => ModelWay::BuiltIn {
                language: *language,
                system: self.outgoing.system().to_owned(),
                user: self.outgoing.user().to_owned(),
            },
            Way::Address(address) => ModelWay::Address {
                url: address.url().to_owned(),
                key: settings.key().clone(),
                body: request_body(settings.model(), &self.outgoing),
            },
        }
    }
}

impl Assistant {
    /// Who would be asked: the address, if the person switched it on; else the browser.
    pub(super) fn way(&self, language: Language) -> Option<Way> {
        if let Some(address) = self.settings.address() {
            return Some(Way::Address(address));
        }
        let is_to_fetch = match self.model {
            ModelOffer::None => return None,
            ModelOffer::ToFetch => true,
            ModelOffer::Ready => false,
        };
        Some(Way::BuiltIn {
            language,
            is_to_fetch,
        })
    }

    /// What was answered about this story, taken over by the person; `None`: nothing. The
    /// question is done then.
    pub(in crate::desk) fn take_answer(&mut self, story: StoryId) -> Option<TakenAnswer> {
        match std::mem::take(&mut self.phase) {
            Phase::Over(over) if over.question.story == story && !over.said.is_empty() => {
                Some(TakenAnswer {
                    wish: over.question.wish,
                    said: over.said,
                    rules: over.question.rules,
                })
            }
            other @ (Phase::Nothing | Phase::Shown(_) | Phase::Waiting(_) | Phase::Over(_)) => {
                self.phase = other;
                None
            }
        }
    }

    /// `Stop`: what was said until now stays.
    pub(super) fn stop_model(&mut self, ctx: &mut DeskCtx) {
        self.over(AskEnd::Stopped, ctx);
    }

    /// Nothing is asked any more.
    pub(super) fn put_away(&mut self, ctx: &mut DeskCtx) {
        self.stop_model(ctx);
        self.phase = Phase::Nothing;
    }

    /// What is shown but has not left is not true any more.
    pub(super) fn forget_question(&mut self) {
        if let Phase::Shown(_) = self.phase {
            self.phase = Phase::Nothing;
        }
    }

    /// Ends the question under way; the edge is told to stop, whoever ended it.
    fn over(&mut self, end: AskEnd, ctx: &mut DeskCtx) {
        match std::mem::take(&mut self.phase) {
            Phase::Waiting(waiting) => {
                ctx.ask(DeskEffect::StopModel { id: waiting.id });
                let said = waiting.unmasked();
                self.phase = Phase::Over(Box::new(Over {
                    question: waiting.question,
                    said,
                    end,
                }));
            }
            other @ (Phase::Nothing | Phase::Shown(_) | Phase::Over(_)) => self.phase = other,
        }
    }

    pub(super) fn tick_model(&mut self, ctx: &mut DeskCtx) {
        let Phase::Waiting(waiting) = &mut self.phase else {
            return;
        };
        if waiting.is_given_up(ctx.now_ms) {
            self.over(AskEnd::Failed(Failure::Slow), ctx);
        }
    }

    pub(super) fn asking_view(&self, story: StoryId) -> AskingView {
        match &self.phase {
            Phase::Shown(question) if question.story == story => AskingView::Shown {
                wish: question.wish,
                text: question.outgoing.text(),
                n_masked: question.outgoing.n_masked(),
                way: question.way.view(),
            },
            Phase::Waiting(waiting) if waiting.question.story == story => AskingView::Waiting {
                wish: waiting.question.wish,
                said: waiting.unmasked(),
                is_slow: waiting.is_slow,
                fetched: waiting.fetched,
                way: waiting.question.way.view(),
            },
            Phase::Over(over) if over.question.story == story => AskingView::Over {
                wish: over.question.wish,
                said: over.said.clone(),
                end: over.end.clone(),
                way: over.question.way.view(),
            },
            Phase::Nothing | Phase::Shown(_) | Phase::Waiting(_) | Phase::Over(_) => {
                AskingView::Nothing
            }
        }
    }
}

impl Desk {
    /// Shows what would leave; nothing leaves.
    pub(super) fn show_question(
        &mut self,
        story: StoryId,
        wish: Wish,
        form: DraftForm,
        ctx: &mut DeskCtx,
    ) {
        let Some(way) = self.assistant.way(self.language) else {
            return;
        };
        let (rules, asked) = self.asked_about(story);
        let Some(content) = self.shelf.story(story) else {
            return;
        };
        let ask = Ask::of(content, wish, form, asked);
        let wording = wording(&DeskWords::of(self.language).assistant.prompt);
        let outgoing = ask.outgoing(&wording, &self.assistant.settings.mask());
        self.assistant.put_away(ctx);
        self.assistant.phase = Phase::Shown(Box::new(Question {
            story,
            wish,
            way,
            rules,
            outgoing,
        }));
    }

    /// Sends exactly what is shown.
    pub(super) fn send_question(&mut self, ctx: &mut DeskCtx) {
        let assistant = &mut self.assistant;
        match std::mem::take(&mut assistant.phase) {
            Phase::Shown(question) => {
                let id = ModelId(assistant.new_id());
                let via = question.via(&assistant.settings);
                ctx.ask(DeskEffect::AskModel { id, via });
                let waiting = Waiting::new(id, *question, ctx.now_ms);
                assistant.phase = Phase::Waiting(Box::new(waiting));
            }
            other @ (Phase::Nothing | Phase::Waiting(_) | Phase::Over(_)) => {
                assistant.phase = other;
            }
        }
    }

    /// A model reports; what is not waited for any more is not heard.
    pub(in crate::desk) fn model_news(&mut self, id: ModelId, news: ModelNews, ctx: &mut DeskCtx) {
        let Phase::Waiting(waiting) = &mut self.assistant.phase else {
            return;
        };
        if waiting.id != id {
            return;
        }
        if let Some(end) = waiting.hear(news, ctx.now_ms) {
            self.assistant.over(end, ctx);
        }
    }
}

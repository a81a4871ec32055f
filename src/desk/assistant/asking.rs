//! One question to a model: shown, sent, answered. Nothing leaves that was not shown.

use crate::prompt::{
    Address, Answer, Ask, Failure, Outgoing, Progress, Said, Stream, Wish, request_body,
};
use crate::story::StoryId;
use crate::words::{DeskWords, Language};

use crate::desk::ctx::DeskCtx;
use crate::desk::effect::DeskEffect;
use crate::desk::event::{ModelId, ModelNews, ModelOffer, ModelTrouble, ModelWay};
use crate::desk::stage::Desk;
use crate::desk::view::{AskEnd, AskingView, WayView};

use super::Assistant;

/// Without news for so long, the screen says that it is slow; in ms.
const SLOW_MS: i64 = 20_000;

/// Without news for so long, it is given up; in ms. Large models take a minute to begin.
const SILENT_MS: i64 = 120_000;

/// No answer is waited for longer, in ms: some servers keep a line open for ever.
const MAX_MS: i64 = 600_000;

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
    outgoing: Outgoing,
}

/// Who is asked.
#[derive(Clone, Debug)]
pub(super) enum Way {
    BuiltIn { language: Language, is_to_fetch: bool },
    Address(Address),
}

/// A question that has left.
#[derive(Debug)]
pub(super) struct Waiting {
    id: ModelId,
    question: Question,
    since_ms: i64,
    heard_ms: i64,
    is_slow: bool,
    fetched: Option<u8>,
    reading: Reading,
}

/// How the answer comes.
#[derive(Debug)]
enum Reading {
    /// Not yet.
    Nothing,
    /// As bytes of an address.
    Bytes(Stream),
    /// As text of the browser.
    Text(Said),
}

/// A question whose answer is over.
#[derive(Debug)]
pub(super) struct Over {
    question: Question,
    said: String,
    end: AskEnd,
}

/// An answer that a person took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::desk) struct Taken {
    /// What was wanted.
    pub(in crate::desk) wish: Wish,
    /// What was answered, the masked words put back; never empty.
    pub(in crate::desk) text: String,
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
    fn to_edge(&self, assistant: &super::Settings) -> ModelWay {
        match &self.way {
            Way::BuiltIn { language, .. } => ModelWay::BuiltIn {
                language: *language,
                system: self.outgoing.system().to_owned(),
                user: self.outgoing.user().to_owned(),
            },
            Way::Address(address) => ModelWay::Address {
                url: address.url().to_owned(),
                key: assistant.key().clone(),
                body: request_body(assistant.model(), &self.outgoing),
            },
        }
    }
}

impl Waiting {
    fn said(&self) -> &str {
        match &self.reading {
            Reading::Nothing => "",
            Reading::Bytes(stream) => stream.said(),
            Reading::Text(said) => said.text(),
        }
    }

    /// Takes news; an end, if that is what it is.
    fn hear(&mut self, news: ModelNews) -> Option<AskEnd> {
        let heard = match news {
            ModelNews::Downloading(per_cent) => {
                self.fetched = Some(per_cent.min(100));
                Ok(Progress::More)
            }
            ModelNews::Began(status) => {
                self.reading = Reading::Bytes(Stream::new(status));
                Ok(Progress::More)
            }
            ModelNews::Bytes(bytes) => match &mut self.reading {
                Reading::Bytes(stream) => stream.feed(&bytes),
                Reading::Nothing | Reading::Text(_) => Ok(Progress::More),
            },
            ModelNews::Text(piece) => self.hear_text(&piece).map(|()| Progress::More),
            ModelNews::Ended => Ok(Progress::Done),
            ModelNews::Failed(trouble) => Err(match trouble {
                ModelTrouble::Unreachable => Failure::Unreachable,
                ModelTrouble::Absent => Failure::Absent,
                ModelTrouble::TooMuch => Failure::TooMuch,
                ModelTrouble::Refused(message) => Failure::Refused {
                    status: None,
                    message,
                },
            }),
        };
        match heard {
            Ok(Progress::More) => None,
            Ok(Progress::Done) => Some(self.end()),
            Err(failure) => Some(AskEnd::Failed(failure)),
        }
    }

    fn hear_text(&mut self, piece: &str) -> Result<(), Failure> {
        self.fetched = None;
        match &mut self.reading {
            Reading::Text(said) => said.push(piece),
            Reading::Nothing => {
                let mut said = Said::default();
                let pushed = said.push(piece);
                self.reading = Reading::Text(said);
                pushed
            }
            Reading::Bytes(_) => Ok(()),
        }
    }

    fn end(&self) -> AskEnd {
        let answer = match &self.reading {
            Reading::Nothing => Err(Failure::Nothing),
            Reading::Bytes(stream) => stream.clone().end(),
            Reading::Text(said) => said.end(false),
        };
        match answer {
            Ok(Answer { is_cut: true, .. }) => AskEnd::Cut,
            Ok(Answer { is_cut: false, .. }) => AskEnd::Whole,
            Err(failure) => AskEnd::Failed(failure),
        }
    }

    /// What was said, the masked words put back.
    fn unmasked(&self) -> String {
        self.question.outgoing.unmask(self.said())
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

    /// What was answered about this story, taken: the question is over then.
    pub(in crate::desk) fn take_answer(&mut self, story: StoryId) -> Option<Taken> {
        let Phase::Over(over) = &self.phase else {
            return None;
        };
        if over.question.story != story || over.said.is_empty() {
            return None;
        }
        let taken = Taken {
            wish: over.question.wish,
            text: over.said.clone(),
        };
        self.phase = Phase::Nothing;
        Some(taken)
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
        let silent_ms = ctx.now_ms - waiting.heard_ms;
        waiting.is_slow = silent_ms >= SLOW_MS;
        if silent_ms >= SILENT_MS || ctx.now_ms - waiting.since_ms >= MAX_MS {
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
        has_scenarios: bool,
        ctx: &mut DeskCtx,
    ) {
        let Some(way) = self.assistant.way(self.language) else {
            return;
        };
        let Some(content) = self.shelf.story(story) else {
            return;
        };
        let mut ask = Ask::of(content, wish, self.asked_about(story));
        ask.has_scenarios = has_scenarios;
        let wording = &DeskWords::of(self.language).prompt.wording();
        let outgoing = ask.outgoing(wording, &self.assistant.settings.mask());
        self.assistant.put_away(ctx);
        self.assistant.phase = Phase::Shown(Box::new(Question {
            story,
            wish,
            way,
            outgoing,
        }));
    }

    /// Sends exactly what is shown.
    pub(super) fn send_question(&mut self, ctx: &mut DeskCtx) {
        let assistant = &mut self.assistant;
        match std::mem::take(&mut assistant.phase) {
            Phase::Shown(question) => {
                let id = ModelId(assistant.new_id());
                let via = question.to_edge(&assistant.settings);
                ctx.ask(DeskEffect::AskModel { id, via });
                assistant.phase = Phase::Waiting(Box::new(Waiting {
                    id,
                    question: *question,
                    since_ms: ctx.now_ms,
                    heard_ms: ctx.now_ms,
                    is_slow: false,
                    fetched: None,
                    reading: Reading::Nothing,
                }));
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
        waiting.heard_ms = ctx.now_ms;
        waiting.is_slow = false;
        if let Some(end) = waiting.hear(news) {
            self.assistant.over(end, ctx);
        }
    }
}

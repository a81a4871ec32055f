//! One comment to one ticket: shown, sent, answered. Nothing leaves that was not shown.

use crate::desk::checklist::Leaving as HandedOn;
use crate::desk::ctx::DeskCtx;
use crate::desk::effect::DeskEffect;
use crate::desk::event::{TicketId, TicketNews};
use crate::desk::page::DeskPage;
use crate::desk::stage::Desk;
use crate::desk::view::{
    DeskNoticeText, EstimateView, LeavingView, SentBefore, TicketStep, TicketWay,
};
use crate::exchange::{Ticket, Trouble, Writing};
use crate::saved::{KeptSent, mark_of};
use crate::story::StoryId;

use super::Tickets;

/// Without an answer for so long, the screen says so; in ms.
const SLOW_MS: i64 = 5_000;

/// Without an answer for so long, it is given up; in ms.
const GIVEN_UP_MS: i64 = 30_000;

/// Where it stands.
#[derive(Debug, Default)]
pub(super) enum Phase {
    #[default]
    Nothing,
    Shown(Box<Leaving>),
    Sending(Box<Sending>),
    Over(Box<Over>),
}

/// What leaves.
#[derive(Debug)]
pub(super) struct Leaving {
    story: StoryId,
    title: String,
    ticket: Ticket,
    comment: Writing,
    text: String,
    estimate: Option<Writing>,
    becomes: EstimateView,
    /// What was written before; it is true again if this is refused.
    before: Option<KeptSent>,
}

/// Something on its way.
#[derive(Debug)]
pub(super) struct Sending {
    id: TicketId,
    leaving: Leaving,
    /// Where the comment is; the estimate is on its way then.
    comment: Option<String>,
    since_ms: i64,
    is_slow: bool,
}

/// Something that is over.
#[derive(Debug)]
pub(super) struct Over {
    leaving: Leaving,
    comment: Result<String, Trouble>,
    estimate: Option<Result<(), Trouble>>,
}

/// A ticket, for the screen.
pub(super) fn way_of(ticket: &Ticket) -> TicketWay {
    TicketWay {
        tracker: ticket.tracker(),
        host: ticket.host().to_owned(),
        name: ticket.name(),
    }
}

impl Leaving {
    fn view(&self) -> LeavingView {
        let mark = self.mark();
        let earlier = self.before.as_ref().filter(|before| before.mark == mark);
        LeavingView {
            way: way_of(&self.ticket),
            url: self.ticket.request(&self.comment).url,
            text: self.text.clone(),
            estimate: self.becomes.clone(),
            earlier: earlier.map(|before| SentBefore {
                at_ms: before.at_ms,
                is_certain: before.is_certain,
            }),
        }
    }

    fn mark(&self) -> u64 {
        mark_of(&self.ticket.page(), &self.text)
    }

    /// As it is remembered. A label that was set stays known until another one is.
    fn sent(&self, at_ms: i64, is_certain: bool, label: Option<&str>) -> KeptSent {
        let before = self.before.as_ref().map(|before| before.label.as_str());
        KeptSent {
            mark: self.mark(),
            at_ms,
            is_certain,
            label: label.or(before).unwrap_or_default().to_owned(),
        }
    }
}

impl Sending {
    fn writing(&self) -> Option<&Writing> {
        match self.comment {
            None => Some(&self.leaving.comment),
            Some(_) => self.leaving.estimate.as_ref(),
        }
    }
}

impl Tickets {
    pub(super) fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Sending(_))
    }

    /// What is shown but has not left is not true any more.
    pub(in crate::desk) fn forget_shown(&mut self) {
        if let Phase::Shown(_) = self.phase {
            self.phase = Phase::Nothing;
        }
    }

    /// What is under way goes on: only `Stop` ends it.
    pub(super) fn put_away(&mut self) {
        if !self.is_busy() {
            self.phase = Phase::Nothing;
        }
    }

    pub(super) fn step(&self, story: StoryId) -> TicketStep {
        match &self.phase {
            Phase::Shown(leaving) if leaving.story == story => {
                TicketStep::Shown(Box::new(leaving.view()))
            }
            Phase::Sending(sending) if sending.leaving.story == story => TicketStep::Sending {
                way: way_of(&sending.leaving.ticket),
                is_slow: sending.is_slow,
            },
            Phase::Over(over) if over.leaving.story == story => TicketStep::Over {
                way: way_of(&over.leaving.ticket),
                comment: over.comment.clone(),
                estimate: over.estimate.clone(),
            },
            Phase::Nothing | Phase::Shown(_) | Phase::Sending(_) | Phase::Over(_) => {
                TicketStep::Nothing
            }
        }
    }
}

impl Desk {
    /// The ticket of a story, if its address is one of a tracker that can be written to.
    pub(super) fn ticket_of(&self, story: StoryId) -> Option<Ticket> {
        Ticket::of_link(&self.shelf.story(story)?.link)
    }

    /// Shows what would leave; nothing leaves.
    pub(super) fn show_leaving(&mut self, id: StoryId, ctx: &mut DeskCtx) {
        let ticket = self.ticket_of(id);
        let settings = &self.tickets.settings;
        let ticket = ticket.filter(|ticket| settings.token(ticket.host()).is_some());
        let (Some(ticket), Some(story)) = (ticket, self.shelf.story(id).cloned()) else {
            return;
        };
        if self.tickets.is_busy() {
            return;
        }
        let text = self.comment_on(&story);
        if text.trim().is_empty() {
            let text = DeskNoticeText::NothingToComment;
            self.notices.add(text, ctx.now_ms);
            return;
        }
        let said = story.estimate.trim();
        let is_said = self.tickets.settings.sends_estimate() && !said.is_empty();
        let estimate = ticket.estimate(said).filter(|_| is_said);
        let before = self.last_sent(id);
        self.warn_of_unreadable(ctx);
        let becomes = match &estimate {
            None if is_said => EstimateView::NotWhole(said.to_owned()),
            None | Some(Writing::Comment(_)) => EstimateView::Stays,
            Some(Writing::Weight(weight)) => EstimateView::Weight(*weight),
            Some(Writing::Label(label)) => {
                let old = before.as_ref().map(|before| before.label.clone());
                let old = old.filter(|old| !old.is_empty() && old != label);
                EstimateView::Label(label.clone(), old)
            }
        };
        self.tickets.phase = Phase::Shown(Box::new(Leaving {
            story: id,
            title: story.title.clone(),
            ticket,
            comment: Writing::Comment(text.clone()),
            text,
            estimate,
            becomes,
            before,
        }));
    }

    /// Sends exactly what is shown, once.
    pub(super) fn send_comment(&mut self, ctx: &mut DeskCtx) {
        match std::mem::take(&mut self.tickets.phase) {
            Phase::Shown(leaving) => {
                // Kept before sent: a page that is closed now does not know what came of it.
                let sent = leaving.sent(ctx.now_ms, false, None);
                self.remember_sent(leaving.story, Some(&sent));
                self.shelf.flush(ctx);
                self.send_next(*leaving, None, ctx);
            }
            other @ (Phase::Nothing | Phase::Sending(_) | Phase::Over(_)) => {
                self.tickets.phase = other;
            }
        }
    }

    /// The comment, or the estimate once the comment is there.
    fn send_next(&mut self, leaving: Leaving, comment: Option<String>, ctx: &mut DeskCtx) {
        let id = self.tickets.new_id();
        let sending = Sending {
            id,
            leaving,
            comment,
            since_ms: ctx.now_ms,
            is_slow: false,
        };
        let ticket = &sending.leaving.ticket;
        let token = self.tickets.settings.token(ticket.host()).cloned();
        match (token, sending.writing()) {
            (Some(token), Some(writing)) => {
                let request = ticket.request(writing);
                ctx.ask(DeskEffect::AskTracker { id, request, token });
                self.tickets.phase = Phase::Sending(Box::new(sending));
            }
            // The token was forgotten meanwhile, or nothing is left to be sent.
            (None, _) => self.over(sending, Err(Trouble::Token), ctx),
            (Some(_), None) => self.over(sending, Ok(String::new()), ctx),
        }
    }

    /// A tracker answers; what is not waited for any more is not heard.
    pub(in crate::desk) fn ticket_news(
        &mut self,
        id: TicketId,
        news: &TicketNews,
        ctx: &mut DeskCtx,
    ) {
        let Some(sending) = self.take_sending(Some(id)) else {
            return;
        };
        let writing = sending.writing();
        let said = match (news, writing) {
            (TicketNews::Answered(answered), Some(writing)) => {
                sending.leaving.ticket.read(writing, answered)
            }
            (TicketNews::Answered(_), None) | (TicketNews::Unreachable, _) => {
                Err(Trouble::Unreachable)
            }
        };
        match said {
            Ok(page) if sending.comment.is_none() && sending.leaving.estimate.is_some() => {
                let sent = sending.leaving.sent(ctx.now_ms, true, None);
                self.remember_sent(sending.leaving.story, Some(&sent));
                self.send_next(sending.leaving, Some(page), ctx);
            }
            said => self.over(sending, said, ctx),
        }
    }

    /// `Stop`: whether it is there, nobody knows.
    pub(super) fn stop_sending(&mut self, ctx: &mut DeskCtx) {
        self.give_up(Trouble::Stopped, ctx);
    }

    pub(in crate::desk) fn tick_tickets(&mut self, ctx: &mut DeskCtx) {
        let Phase::Sending(sending) = &mut self.tickets.phase else {
            return;
        };
        let silent_ms = ctx.now_ms - sending.since_ms;
        sending.is_slow = silent_ms >= SLOW_MS;
        if silent_ms >= GIVEN_UP_MS {
            self.give_up(Trouble::Slow, ctx);
        }
    }

    fn give_up(&mut self, why: Trouble, ctx: &mut DeskCtx) {
        if let Some(sending) = self.take_sending(None) {
            ctx.ask(DeskEffect::StopTracker { id: sending.id });
            self.over(sending, Err(why), ctx);
        }
    }

    /// What is on its way, if it is this.
    fn take_sending(&mut self, id: Option<TicketId>) -> Option<Sending> {
        match std::mem::take(&mut self.tickets.phase) {
            Phase::Sending(sending) if id.is_none_or(|id| id == sending.id) => Some(*sending),
            other @ (Phase::Nothing | Phase::Shown(_) | Phase::Sending(_) | Phase::Over(_)) => {
                self.tickets.phase = other;
                None
            }
        }
    }

    /// What was on its way is over: `said` is about the part that was sent last.
    fn over(&mut self, sending: Sending, said: Result<String, Trouble>, ctx: &mut DeskCtx) {
        let Sending {
            leaving, comment, ..
        } = sending;
        let (comment, estimate) = match comment {
            None => (said, None),
            Some(page) => (Ok(page), Some(said.map(|_| ()))),
        };
        let label = match (&leaving.estimate, &estimate) {
            (Some(Writing::Label(label)), Some(Ok(()))) => Some(label.as_str()),
            (Some(_) | None, _) => None,
        };
        let sent = match &comment {
            Ok(_) => Some(leaving.sent(ctx.now_ms, true, label)),
            Err(trouble) if trouble.may_be_there() => Some(leaving.sent(ctx.now_ms, false, None)),
            Err(_) => leaving.before.clone(),
        };
        self.remember_sent(leaving.story, sent.as_ref());
        // The comment says the estimate, too; where it is not where it belongs, that is known.
        match (&comment, &estimate) {
            (Ok(_), None | Some(Ok(()))) => self.left(&HandedOn::Estimates(vec![leaving.story])),
            (Ok(_), Some(Err(_))) => self.left(&HandedOn::Decisions(vec![leaving.story])),
            (Err(_), _) => {}
        }
        if self.page != DeskPage::Story(leaving.story) {
            let title = leaving.title.clone();
            let text = match (&comment, &estimate) {
                (Ok(_), None | Some(Ok(()))) => DeskNoticeText::WrittenBack(title),
                (Ok(_), Some(Err(_))) | (Err(_), _) => DeskNoticeText::NotWrittenBack(title),
            };
            self.notices.add(text, ctx.now_ms);
        }
        self.tickets.phase = Phase::Over(Box::new(Over {
            leaving,
            comment,
            estimate,
        }));
    }
}

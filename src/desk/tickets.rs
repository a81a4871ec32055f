//! Writing back: a story's comment and estimate go to its ticket, shown first, sent once.
//!
//! Knows no network; what is sent and what an answer means is `exchange`'s.

mod memory;
mod sending;
mod settings;

use crate::story::StoryId;

use super::ctx::DeskCtx;
use super::event::{TicketEvent, TicketId};
use super::stage::Desk;
use super::view::TicketView;

use sending::Phase;
use settings::Settings;

/// What is written back.
#[derive(Debug, Default)]
pub(super) struct Tickets {
    settings: Settings,
    last_id: u32,
    phase: Phase,
}

impl Tickets {
    fn new_id(&mut self) -> TicketId {
        self.last_id = self.last_id.wrapping_add(1);
        TicketId(self.last_id)
    }
}

impl Desk {
    pub(super) fn update_tickets(&mut self, event: TicketEvent, ctx: &mut DeskCtx) {
        match event {
            TicketEvent::Switched(is_on) => self.switch_trackers(is_on),
            TicketEvent::EstimateSwitched(is_on) => self.switch_estimate(is_on),
            TicketEvent::TokenGiven { host, token } => self.set_token(&host, &token),
            TicketEvent::TokenForgotten(host) => self.forget_token(&host),
            TicketEvent::Pressed(story) => self.show_leaving(story, ctx),
            TicketEvent::SendPressed => self.send_comment(ctx),
            TicketEvent::StopPressed => self.stop_sending(ctx),
            TicketEvent::PutAway => self.tickets.put_away(),
        }
    }

    /// As it is seen beside this story.
    pub(super) fn ticket_view(&self, story: StoryId) -> TicketView {
        let ticket = self.ticket_of(story);
        let host = ticket.as_ref().map(|ticket| ticket.host().to_owned());
        let way = ticket.filter(|ticket| self.tickets.settings.token(ticket.host()).is_some());
        TicketView {
            settings: self.tickets.settings.view(),
            way: way.as_ref().map(sending::way_of),
            host: host.unwrap_or_default(),
            is_busy: self.tickets.is_busy(),
            step: self.tickets.step(story),
        }
    }
}

//! A guest finds back to its table, or to whoever holds it by now.

use crate::room::Link;

use super::super::ctx::Ctx;
use super::super::event::PeerId;
use super::super::way_back::WayBack;
use super::Seated;

impl Seated {
    /// Doors are tried until the table is followed again; a connection may also heal.
    pub(super) fn tick_way_back(&mut self, is_firefox: bool, ctx: &mut Ctx) {
        let is_back =
            self.guest.host_link().is_some() && self.guest.link(ctx.now_ms) == Link::Linked;
        if is_back && let Some(mut way_back) = self.way_back.take() {
            let ended = way_back.end(|peer| self.ties.has(peer), ctx);
            self.ties.let_open(ended.late, ctx);
        }
        self.try_tickets(ctx);
        if let Some(way_back) = &mut self.way_back {
            way_back.tick(true, is_firefox, ctx);
        }
    }

    /// The host knows the way, and the deputy, who may hold the table by now.
    fn try_tickets(&mut self, ctx: &mut Ctx) {
        let Some(way_back) = &mut self.way_back else {
            return;
        };
        let table = self.guest.table();
        let nearest = table.map_or([None; 2], |table| {
            let host = table.seats.iter().find(|(_, seat)| seat.is_host);
            [host.map(|(id, _)| *id), table.deputy]
        });
        let (ties, now_ms) = (&self.ties, ctx.now_ms);
        let is_spared = |one: &_| ties.spares(one, now_ms);
        way_back.try_tickets(&self.tickets, nearest, is_spared, ctx);
    }

    /// Every door is tried, unless that is being done.
    pub(in crate::app) fn go_back(&mut self, ctx: &mut Ctx) {
        if self.way_back.is_some() {
            return;
        }
        let invite = Some(self.invite.clone());
        let mut way_back = WayBack::begin(
            &self.base,
            self.guest.name(),
            &self.tickets,
            invite,
            &self.ice,
            ctx.now_ms,
        );
        // A deputy, or another seat, is linked perhaps, and knows the way.
        let host_link = self.guest.host_link();
        let others = self.ties.peers().filter(|peer| Some(*peer) != host_link);
        way_back.ask_at(others);
        self.way_back = Some(way_back);
        self.try_tickets(ctx);
    }

    /// The table is followed over this link now: back, or here for the first time.
    pub(super) fn follows(&mut self, link: PeerId, ctx: &mut Ctx) {
        if let Some(mut way_back) = self.way_back.take() {
            let guest = &self.guest;
            let ended = way_back.end(|peer| peer == link || guest.seat_of(peer).is_some(), ctx);
            for peer in ended.closed {
                self.ties.dropped(peer, ctx);
                self.guest.link_closed(peer);
            }
            self.ties.let_open(ended.late, ctx);
        }
        self.ties.secure(link, ctx);
    }
}

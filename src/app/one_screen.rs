//! Seats on the host's own screen, for people whose browsers find no way: the
//! facilitator enters their votes, and every seat sees that.

use crate::room::{SeatId, Voter, tidy_name};

use super::ctx::Ctx;
use super::hosting::Hosting;
use super::stage::{App, Stage};
use super::view::HandView;

impl App {
    /// Somebody sits down at this screen.
    pub(super) fn seat_here(&mut self, name: &str, ctx: &mut Ctx) {
        let Ok(name) = tidy_name(name) else { return };
        let Stage::Hosting(hosting) = &mut self.stage else {
            return;
        };
        let (seat, outs) = hosting.host.seat_here(&name, ctx.now_ms, &mut ctx.rng);
        hosting.local.acting_for = seat;
        let reign = hosting.carry_out(outs, &mut self.notices, ctx);
        self.follow_reign(reign, ctx);
        self.panel = None;
    }

    /// Whose hand is shown.
    pub(super) fn hand_of(&mut self, seat: SeatId) {
        if let Stage::Hosting(hosting) = &mut self.stage {
            let is_held = hosting.is_held(seat);
            hosting.local.acting_for = is_held.then_some(seat);
        }
    }
}

impl Hosting {
    fn is_held(&self, seat: SeatId) -> bool {
        let seats = &self.host.table().seats;
        seats.get(&seat).is_some_and(|one| one.is_held)
    }

    /// The seat on this screen whose hand is shown, if it is not one's own.
    pub(super) fn acting_for(&self) -> Option<SeatId> {
        self.local.acting_for.filter(|seat| self.is_held(*seat))
    }

    /// Whose card and comment the screen shows.
    pub(super) fn shown_voter(&self) -> &Voter {
        let acting = self.acting_for();
        acting
            .and_then(|seat| self.host.voter_of(seat))
            .unwrap_or_else(|| self.host.voter())
    }

    /// All hands of this screen; none while there is only one's own.
    pub(super) fn hands(&self) -> Vec<HandView> {
        let table = self.host.table();
        let me = self.host.me();
        let shown = self.acting_for().unwrap_or(me);
        let is_here = |seat: &SeatId| *seat == me || self.is_held(*seat);
        let seats = table.seats.iter().filter(|(id, _)| is_here(id));
        let hands: Vec<_> = seats
            .map(|(id, seat)| HandView {
                seat: *id,
                name: seat.name.clone(),
                is_shown: *id == shown,
                has_voted: table.has_voted(*id),
            })
            .collect();
        if hands.len() > 1 { hands } else { Vec::new() }
    }
}

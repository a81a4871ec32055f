//! Leaving the table, and being kept for a return.

use crate::room::{Guest, Table, ToHost};
use crate::saved::KeptSeat;
use crate::wire::Invite;

use super::super::ctx::Ctx;
use super::super::event::PeerId;
use super::super::prefs::Prefs;
use super::super::signal::Word;
use super::super::ties::Ties;
use super::Seated;

impl Seated {
    /// A seat that was, or was to be, the table's host.
    pub(in crate::app) fn again(guest: Guest, invite: Invite, prefs: &Prefs, ties: Ties) -> Self {
        let ice = prefs.ice_with(invite.ice.clone());
        let mut seated = Self::with(&prefs.base, guest, (String::new(), invite), None, ice);
        seated.ties = ties;
        seated
    }

    /// Open connections to seats that know the way to whoever holds the table.
    pub(in crate::app) fn ask_at(&mut self, doors: Vec<PeerId>, ctx: &mut Ctx) {
        self.go_back(ctx);
        if let Some(way_back) = &mut self.way_back {
            way_back.ask_at(doors);
        }
    }

    /// Says goodbye. Answers with the connection to close when that has arrived.
    pub(in crate::app) fn leave(&mut self, ctx: &mut Ctx) -> Option<PeerId> {
        let link = self.guest.host_link();
        if let Some(link) = link {
            Word::Up(ToHost::Bye).say(link, ctx);
            self.ties.dropped(link, ctx);
        }
        self.vanish(ctx);
        link
    }

    /// The page goes away: close at once, so that everybody knows at once.
    pub(in crate::app) fn vanish(&mut self, ctx: &mut Ctx) {
        if let Some(mut way_back) = self.way_back.take() {
            let ended = way_back.end(|_| false, ctx);
            self.ties.let_open(ended.late, ctx);
        }
        self.standby.end(ctx);
        self.ties.close(ctx);
    }

    /// The seat as it is kept; `None` before there is one.
    pub(in crate::app) fn kept(&self, now_ms: i64) -> Option<KeptSeat> {
        Some(KeptSeat {
            at_ms: now_ms,
            invite: self.code.clone(),
            tickets: self
                .tickets
                .iter()
                .map(|(seat, code)| (*seat, code.clone()))
                .collect(),
            guest: self.guest.saved()?,
        })
    }

    /// What everybody sees.
    pub(in crate::app) fn table(&self) -> Option<&Table> {
        self.guest.table()
    }
}

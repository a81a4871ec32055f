//! People who know each other from earlier sessions.

use crate::saved::{KnownPeople, KnownPerson};
use crate::wire::{Invite, RoomSecret};

use super::ctx::Ctx;
use super::notices::Undo;
use super::stage::{App, Stage};
use super::view::NoticeText;

impl App {
    /// The secret shared with this invite's host, if its browser knows this one.
    pub(super) fn pair_with(&self, invite: &Invite) -> Option<RoomSecret> {
        let hosts = &self.prefs.people.hosts;
        let host = hosts
            .iter()
            .find(|host| host.fingerprint == invite.fingerprint)?;
        Some(RoomSecret::from_bytes(host.pair))
    }

    /// Keeps whom the host's machine has met.
    pub(super) fn keep_met(&mut self, ctx: &mut Ctx) {
        let Stage::Hosting(hosting) = &mut self.stage else {
            return;
        };
        if hosting.met.is_empty() {
            return;
        }
        for person in hosting.met.drain(..) {
            KnownPeople::note(&mut self.prefs.people.guests, person);
        }
        self.prefs.keep_people(ctx);
    }

    /// A guest agreed to be remembered: the host is, too.
    pub(super) fn keep_host(
        &mut self,
        name: String,
        invite: &Invite,
        pair: [u8; 16],
        ctx: &mut Ctx,
    ) {
        let host = KnownPerson {
            name,
            fingerprint: invite.fingerprint,
            pair,
            seen_ms: ctx.now_ms,
        };
        KnownPeople::note(&mut self.prefs.people.hosts, host);
        self.prefs.keep_people(ctx);
    }

    /// Whether the host's browser may remember this one.
    pub(super) fn remember_me(&mut self, on: bool) {
        if let Stage::Joining(joining) = &mut self.stage {
            joining.remember = on;
        }
    }

    /// Forgets somebody, by the position in the list shown.
    pub(super) fn forget_person(&mut self, at: usize, ctx: &mut Ctx) {
        let guests = &mut self.prefs.people.guests;
        if at < guests.len() {
            let person = guests.remove(at);
            self.prefs.keep_people(ctx);
            if let Stage::Hosting(hosting) = &mut self.stage {
                hosting.door.forget(&person.fingerprint, ctx);
            }
            let text = NoticeText::PersonForgotten(person.name.clone());
            let undo = Undo::Person(at, person);
            self.notices.add_undo(text, undo, ctx.now_ms);
        }
    }
}

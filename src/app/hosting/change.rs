//! A table changes hands: after a reload, from a lost host, to another host.

use litemap::LiteMap;

use crate::room::{GuestOut, Host, SeatId};
use crate::saved::{KeptSession, KnownPerson};
use crate::wire::{Invite, RoomSecret, Ticket};

use super::super::ctx::Ctx;
use super::super::door::Door;
use super::super::event::Effect;
use super::super::notices::Notices;
use super::super::prefs::Prefs;
use super::super::seated::{Seated, lock_name};
use super::super::way_back::WayBack;
use super::Hosting;

impl Hosting {
    /// A kept session goes on after a reload; seats are called back once the lock
    /// is there ([`Hosting::call_back`]).
    pub(in crate::app) fn restore(kept: KeptSession, prefs: &Prefs, ctx: &mut Ctx) -> Self {
        let secret = RoomSecret::from_bytes(kept.secret);
        let host = Host::restore(kept.host, ctx.now_ms, &mut ctx.rng);
        let mut door = Door::ajar(0, secret.clone(), prefs.ice(), ctx);
        door.widen(ctx.now_ms);
        let tickets = crate::order::map(kept.tickets);
        door.expect(not_seated(&prefs.people.guests, &tickets), ctx);
        let mut hosting = Self::with(host, secret, door, prefs, ctx);
        hosting.tickets = tickets;
        hosting.change_trackers(&kept.trackers, ctx);
        hosting.deputy_invite = kept.deputy_invite;
        hosting
    }

    /// A guest that takes the table over keeps its connections.
    ///
    /// # Errors
    /// The guest, if it is not to take over after all.
    pub(in crate::app) fn take_over(
        seated: Seated,
        prefs: &Prefs,
        notices: &mut Notices,
        ctx: &mut Ctx,
    ) -> Result<Self, Box<Seated>> {
        let invite = seated.invite().clone();
        let Seated {
            guest,
            standby,
            ties,
            way_back,
            tickets,
            local,
            ..
        } = seated;
        let (host, outs) = match guest.take_over(ctx.now_ms, &mut ctx.rng) {
            Ok(taken) => taken,
            Err(guest) => {
                let mut seated = Seated::again(*guest, invite, prefs, ties);
                (seated.standby, seated.way_back) = (standby, way_back);
                (seated.tickets, seated.local) = (tickets, local);
                return Err(Box::new(seated));
            }
        };
        let secret = invite.secret.clone();
        let mut door = standby
            .into_door()
            .unwrap_or_else(|| Door::ajar(0, secret.clone(), prefs.ice(), ctx));
        door.widen(ctx.now_ms);
        let mut hosting = Self::with(host, secret, door, prefs, ctx);
        hosting.ties = ties;
        hosting.tickets = tickets;
        hosting.local = local;
        hosting.is_taken_over = true;
        hosting.way_back = way_back;
        if let Some(way_back) = &mut hosting.way_back {
            way_back.only_call(ctx);
        }
        hosting.try_tickets(ctx);
        // Who comes by the link of this room is met where it says.
        hosting.change_trackers(&invite.trackers, ctx);
        hosting.carry_out(outs, notices, ctx);
        Ok(hosting)
    }

    /// After a reload, with the lock held: seats that wait are called back, and
    /// the deputy is knocked at in case it holds the table by now.
    pub(in crate::app) fn call_back(&mut self, prefs: &Prefs, ctx: &mut Ctx) {
        if self.tickets.is_empty() || self.way_back.is_some() {
            return;
        }
        let invite = self.deputy_invite.as_deref().map(Invite::decode);
        let invite = invite.and_then(Result::ok);
        let name = self.name();
        let ice = prefs.ice();
        let (base, tickets) = (&prefs.base, &self.tickets);
        let mut way_back = WayBack::begin(base, &name, tickets, invite, &ice, ctx.now_ms);
        way_back.call_everybody();
        self.way_back = Some(way_back);
        self.try_tickets(ctx);
    }

    /// Every seat that is not there is called.
    pub(super) fn try_tickets(&mut self, ctx: &mut Ctx) {
        if let Some(way_back) = &mut self.way_back {
            let (ties, now_ms) = (&self.ties, ctx.now_ms);
            let is_spared = |one: &_| ties.spares(one, now_ms);
            way_back.try_tickets(&self.tickets, [None; 2], is_spared, ctx);
        }
    }

    fn name(&self) -> String {
        let seats = &self.host.table().seats;
        seats
            .get(&self.host.me())
            .map_or_else(String::new, |seat| seat.name.clone())
    }

    /// Another page holds the table: this one is a guest from now on.
    pub(in crate::app) fn step_down(mut self, prefs: &Prefs, ctx: &mut Ctx) -> Seated {
        let known = self.deputy_invite.as_deref().map(Invite::decode);
        let invite = known.and_then(Result::ok).unwrap_or_else(|| Invite {
            secret: self.secret.clone(),
            fingerprint: [0; 32],
            slots: Vec::new(),
            ice: self.door.ice().settings.clone(),
            trackers: self.door.trackers().to_vec(),
        });
        self.close_door(ctx);
        let doors: Vec<_> = self.ties.peers().collect();
        let (guest, mut outs) = self.host.step_down(ctx.now_ms);
        let has_link = outs.iter().any(|out| matches!(out, GuestOut::Up(..)));
        let mut seated = Seated::again(guest, invite, prefs, self.ties);
        if !has_link {
            // Whoever said so knows the way.
            outs.retain(|out| !matches!(out, GuestOut::Close(_)));
        }
        if let Some(code) = self.deputy_invite {
            seated.code = code;
        }
        seated.tickets = self.tickets;
        seated.local = self.local;
        // What is on its way to other pages is of use now, and serves once.
        seated.way_back = self.way_back;
        ctx.ask(Effect::Lock(Some(lock_name(seated.invite()))));
        seated.send(outs, ctx);
        if !has_link {
            seated.ask_at(doors, ctx);
        }
        seated
    }

    /// The session as it is kept.
    pub(in crate::app) fn kept(&self, now_ms: i64) -> KeptSession {
        KeptSession {
            at_ms: now_ms,
            secret: *self.secret.expose_bytes(),
            tickets: self
                .tickets
                .iter()
                .map(|(seat, code)| (*seat, code.clone()))
                .collect(),
            trackers: self.door.trackers().to_vec(),
            deputy_invite: self.deputy_invite.clone(),
            host: self.host.saved(),
        }
    }
}

/// Known people who do not sit here: whoever does has a ticket.
fn not_seated(people: &[KnownPerson], tickets: &LiteMap<SeatId, String>) -> Vec<KnownPerson> {
    let seated: Vec<_> = tickets
        .values()
        .filter_map(|code| Ticket::decode(code).ok())
        .map(|ticket| ticket.fingerprint)
        .collect();
    let people = people.iter();
    let others = people.filter(|person| !seated.contains(&person.fingerprint));
    others.cloned().collect()
}

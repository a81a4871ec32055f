//! The deputy's warm links: one to every seat, signalled through the host.

use litemap::LiteMap;

use crate::room::{Guest, Link, SeatId, Table};
use crate::wire::{Invite, Reply, ReplyId, RoomSecret};

use super::ctx::Ctx;
use super::door::Door;
use super::event::{PeerId, PeerNews};
use super::ice::Ice;
use super::knock::Knock;
use super::signal::Signal;
use super::ties::Far;

/// A seat that did not answer is asked again after this time, in ms.
const ASK_AGAIN_MS: i64 = 10_000;

/// This page's part in it.
#[derive(Debug, Default)]
pub(super) enum Standby {
    /// None yet.
    #[default]
    Off,
    /// This seat is the deputy.
    Deputy(Box<Deputy>),
    /// Another one is: its connection is being answered.
    Answering {
        /// Who.
        deputy: SeatId,
        /// The answer.
        knock: Box<Knock>,
        /// The reply was sent.
        is_out: bool,
    },
}

#[derive(Debug)]
pub(super) struct Deputy {
    pub(super) door: Door,
    asked: LiteMap<SeatId, i64>,
    replies: LiteMap<ReplyId, SeatId>,
    secret: RoomSecret,
}

/// A signal for a seat, to be relayed by the host.
pub(super) type Relay = (SeatId, Signal);

impl Standby {
    /// Follows the table: who is the deputy, who has to be asked.
    pub(super) fn tick(
        &mut self,
        guest: &Guest,
        secret: &RoomSecret,
        ice: &Ice,
        is_firefox: bool,
        ctx: &mut Ctx,
    ) -> Vec<Relay> {
        let Some(table) = guest.table() else {
            return Vec::new();
        };
        let me = guest.me();
        let is_deputy = table.deputy == Some(me);
        match self {
            Self::Off | Self::Answering { .. } if is_deputy => {
                self.end(ctx);
                let n_seats = table.followers().len().saturating_sub(1);
                *self = Self::Deputy(Box::new(Deputy {
                    door: Door::ajar(n_seats, secret.clone(), ice.clone(), ctx),
                    asked: LiteMap::new_vec(),
                    replies: LiteMap::new_vec(),
                    secret: secret.clone(),
                }));
                Vec::new()
            }
            Self::Deputy(_) if !is_deputy => {
                self.end(ctx);
                Vec::new()
            }
            Self::Deputy(deputy) => {
                drop(deputy.door.tick(is_firefox, ctx));
                deputy.ask(guest, table, me, ctx)
            }
            Self::Answering {
                deputy,
                knock,
                is_out,
            } => {
                knock.tick(is_firefox, ctx);
                answer(*deputy, knock, is_out, ctx)
            }
            Self::Off => Vec::new(),
        }
    }

    /// A signal relayed by the host.
    pub(super) fn take(
        &mut self,
        from: SeatId,
        signal: Signal,
        table: &Table,
        ice: &Ice,
        ctx: &mut Ctx,
    ) {
        match (signal, &mut *self) {
            (Signal::Standby(code), Self::Off | Self::Answering { .. })
                if table.deputy == Some(from) =>
            {
                if let Ok(invite) = Invite::decode(&code) {
                    self.end(ctx);
                    *self = Self::Answering {
                        deputy: from,
                        knock: Box::new(Knock::begin(invite, ice, &[], |_| None, ctx)),
                        is_out: false,
                    };
                }
            }
            (Signal::StandbyReply(code), Self::Deputy(deputy)) => {
                if let Ok(reply) = Reply::decode(&code, &deputy.secret) {
                    deputy.replies.insert(reply.id(), from);
                    drop(deputy.door.take(&code, ctx));
                }
            }
            (
                Signal::Ticket(_)
                | Signal::Invite(_)
                | Signal::Knock(_)
                | Signal::Remember(_)
                | Signal::Spare(_)
                | Signal::SpareReply(_)
                | Signal::Standby(_)
                | Signal::StandbyReply(_),
                _,
            ) => {}
        }
    }

    /// A connection opened: who is at its far end.
    pub(super) fn opened(&mut self, peer: PeerId, ctx: &mut Ctx) -> Option<(Far, Option<SeatId>)> {
        match self {
            Self::Deputy(deputy) => {
                let (far, reply) = deputy.door.opened(peer, ctx)?;
                let seat = reply.and_then(|reply| deputy.replies.remove(&reply));
                Some((far, seat))
            }
            Self::Answering {
                deputy: from,
                knock,
                ..
            } => {
                let far = knock.far(peer)?;
                let from = *from;
                knock.keep_only(|one| one == peer, ctx);
                *self = Self::Off;
                Some((far, Some(from)))
            }
            Self::Off => None,
        }
    }

    /// News of a connection that is not open yet; false if it is none of ours.
    pub(super) fn news(&mut self, peer: PeerId, news: &PeerNews, ctx: &mut Ctx) -> bool {
        match self {
            Self::Deputy(deputy) => {
                deputy.door.has(peer) && {
                    deputy.door.news(peer, news, ctx);
                    true
                }
            }
            Self::Answering { knock, is_out, .. } => {
                knock.has(peer) && {
                    knock.news(peer, news, *is_out, ctx);
                    true
                }
            }
            Self::Off => false,
        }
    }

    /// Gives up every connection that is not open.
    pub(super) fn end(&mut self, ctx: &mut Ctx) {
        match std::mem::take(self) {
            Self::Deputy(mut deputy) => deputy.door.close(ctx),
            Self::Answering { mut knock, .. } => knock.keep_only(|_| false, ctx),
            Self::Off => {}
        }
    }

    /// The door, for when this seat takes the table over.
    pub(super) fn into_door(self) -> Option<Door> {
        match self {
            Self::Deputy(deputy) => Some(deputy.door),
            Self::Answering { .. } | Self::Off => None,
        }
    }

    /// The newest invite of a deputy's door.
    pub(super) fn code(&self) -> Option<&str> {
        match self {
            Self::Deputy(deputy) => deputy.door.code(),
            Self::Answering { .. } | Self::Off => None,
        }
    }
}

impl Deputy {
    fn ask(&mut self, guest: &Guest, table: &Table, me: SeatId, ctx: &mut Ctx) -> Vec<Relay> {
        // What is asked travels by the host, to seats that it hears.
        if guest.link(ctx.now_ms) != Link::Linked {
            return Vec::new();
        }
        let mut seats = self.unasked(guest, table, me, ctx.now_ms);
        self.door.expect_seats(seats.len(), ctx);
        let mut relays = Vec::new();
        while let Some(id) = seats.pop() {
            let Some(code) = self.door.reserve(seats.len(), ctx) else {
                break;
            };
            self.asked.insert(id, ctx.now_ms);
            relays.push((id, Signal::Standby(code)));
        }
        relays
    }

    /// Seats without a link to this one that were not asked a moment ago.
    fn unasked(&mut self, guest: &Guest, table: &Table, me: SeatId, now_ms: i64) -> Vec<SeatId> {
        let standing = guest.standbys_heard(now_ms);
        let mut seats = Vec::new();
        for id in table.followers() {
            let seat = table.seats.get(&id);
            let is_linked = seat.is_some_and(|seat| seat.link == Link::Linked);
            // Whoever stands, or went away, is asked at once when it comes again.
            if standing.contains(&id) || !is_linked {
                self.asked.remove(&id);
                continue;
            }
            let asked_ms = self.asked.get(&id);
            let waits = asked_ms.is_some_and(|asked_ms| now_ms - asked_ms < ASK_AGAIN_MS);
            if id != me && !waits {
                seats.push(id);
            }
        }
        // The first is asked first.
        seats.reverse();
        seats
    }
}

fn answer(deputy: SeatId, knock: &mut Knock, is_out: &mut bool, ctx: &mut Ctx) -> Vec<Relay> {
    if *is_out {
        return Vec::new();
    }
    let Some(code) = knock.reply("", ctx) else {
        return Vec::new();
    };
    *is_out = true;
    vec![(deputy, Signal::StandbyReply(code))]
}

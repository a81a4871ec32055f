//! What other pages say to a host.

use crate::room::LinkId;
use crate::saved::KnownPerson;

use super::super::ctx::Ctx;
use super::super::event::{Effect, PeerId};
use super::super::line::LineError;
use super::super::notices::Notices;
use super::super::signal::{Signal, Word};
use super::{Hosting, Reign};

impl Hosting {
    pub(super) fn hear(
        &mut self,
        peer: LinkId,
        bytes: &[u8],
        notices: &mut Notices,
        ctx: &mut Ctx,
    ) -> Reign {
        let (now_ms, rng) = (ctx.now_ms, &mut ctx.rng);
        let outs = match self.ties.hear(peer, bytes, now_ms) {
            Ok(Some(Word::Up(message))) => self.host.hear(peer, message, now_ms, rng),
            Ok(Some(Word::Down(message))) => self.host.hear_down(peer, message, now_ms),
            Ok(Some(Word::Signal(signal))) => return self.signal(peer, signal, notices, ctx),
            Ok(None) => return Reign::Goes,
            Err(error) => {
                ctx.ask(Effect::Log(refusal_of(error)));
                self.host.unseat(peer, ctx.now_ms, &mut ctx.rng)
            }
        };
        self.carry_out(outs, notices, ctx)
    }

    /// A word from page to page.
    fn signal(
        &mut self,
        peer: PeerId,
        signal: Signal,
        notices: &mut Notices,
        ctx: &mut Ctx,
    ) -> Reign {
        if !self.ties.admits_signal(peer, ctx.now_ms) {
            return Reign::Goes;
        }
        self.ties.signal(peer, &signal, ctx);
        match signal {
            Signal::Ticket(code) => {
                if let Some(seat) = self.host.seat_of(peer) {
                    self.tickets.insert(seat, code);
                }
            }
            Signal::Invite(code) => {
                let deputy = self.host.table().deputy;
                let is_deputys = deputy.is_some() && self.host.seat_of(peer) == deputy;
                // Seats that follow another host by now know its door.
                if is_deputys || self.host.is_holding() {
                    self.deputy_invite = Some(code);
                }
            }
            // It is at the right door already: a reply that was meant to be passed on.
            Signal::Knock(code) => {
                if let Some(newest) = self.door.code() {
                    Word::Signal(Signal::Invite(newest.to_owned())).say(peer, ctx);
                }
                self.forwarded(&code, notices, ctx);
            }
            Signal::Remember(pair) => self.meet(peer, pair, ctx.now_ms),
            Signal::Standby(_)
            | Signal::StandbyReply(_)
            | Signal::Spare(_)
            | Signal::SpareReply(_) => {}
        }
        Reign::Goes
    }

    /// Somebody agreed to be remembered.
    fn meet(&mut self, peer: PeerId, pair: [u8; 16], now_ms: i64) {
        let seats = &self.host.table().seats;
        let seat = self.host.seat_of(peer).and_then(|seat| seats.get(&seat));
        if let (Some(seat), Some(far)) = (seat, self.ties.far(peer)) {
            self.met.push(KnownPerson {
                name: seat.name.clone(),
                fingerprint: far.fingerprint,
                pair,
                seen_ms: now_ms,
            });
        }
    }
}

fn refusal_of(error: LineError) -> String {
    match error {
        LineError::Frame => String::from("a guest sent a broken frame"),
        LineError::Message(_) => String::from("a guest sent a broken message"),
    }
}

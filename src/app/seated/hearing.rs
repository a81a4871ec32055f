//! What other pages say to a guest.

use crate::room::Intent;
use crate::wire::Invite;
use crate::wire::message::MessageError;

use super::super::ctx::Ctx;
use super::super::event::{Effect, PeerId};
use super::super::line::LineError;
use super::super::notices::Notices;
use super::super::signal::{Signal, Word};
use super::super::view::Stop;
use super::{Seated, Turn, lost_host};

impl Seated {
    pub(super) fn hear(
        &mut self,
        peer: PeerId,
        bytes: &[u8],
        notices: &mut Notices,
        ctx: &mut Ctx,
    ) -> Turn {
        let word = match self.ties.hear(peer, bytes, ctx.now_ms) {
            Ok(Some(word)) => word,
            Ok(None) => return Turn::Stay,
            Err(error) => return self.broken(peer, error, ctx),
        };
        let (now_ms, rng) = (ctx.now_ms, &mut ctx.rng);
        let outs = match word {
            Word::Down(message) => self.guest.hear(peer, message, now_ms, rng),
            Word::Up(message) => self.guest.hear_up(peer, &message, now_ms, rng),
            Word::Signal(signal) => {
                self.signal(peer, signal, ctx);
                return Turn::Stay;
            }
        };
        self.send(outs, ctx);
        self.take_news(notices, ctx)
    }

    /// A connection that cannot be read any more.
    fn broken(&mut self, peer: PeerId, error: LineError, ctx: &mut Ctx) -> Turn {
        if let LineError::Message(MessageError::OtherVersion { theirs }) = error {
            let we_are_older = theirs > crate::room::MESSAGE_VERSION;
            return Turn::Stop(Stop::OtherVersion { we_are_older });
        }
        let is_host = self.guest.host_link() == Some(peer);
        ctx.ask(Effect::ClosePeer { peer });
        self.ties.dropped(peer, ctx);
        self.guest.link_closed(peer);
        if is_host {
            Turn::Stop(lost_host())
        } else {
            Turn::Stay
        }
    }

    /// A word from page to page.
    fn signal(&mut self, peer: PeerId, signal: Signal, ctx: &mut Ctx) {
        if !self.ties.admits_signal(peer, ctx.now_ms) {
            return;
        }
        self.ties.signal(peer, &signal, ctx);
        match signal {
            Signal::Ticket(code) => {
                if let Some(seat) = self.guest.seat_of(peer) {
                    self.tickets.insert(seat, code);
                }
            }
            Signal::Invite(code) => self.renew_invite(code, ctx),
            // Somebody on the way back reached this seat, but not the host.
            Signal::Knock(code) => {
                // It may have answered the door of a host that is no more.
                Word::Signal(Signal::Invite(self.code.clone())).say(peer, ctx);
                if self.guest.host_link() != Some(peer) {
                    let outs = self.guest.intend(Intent::Forward { code }, ctx.now_ms);
                    self.send(outs, ctx);
                }
            }
            Signal::Standby(_)
            | Signal::StandbyReply(_)
            | Signal::Spare(_)
            | Signal::SpareReply(_)
            | Signal::Remember(_) => {}
        }
    }

    /// The host's newest invite: only of this very room.
    fn renew_invite(&mut self, code: String, ctx: &mut Ctx) {
        let Ok(invite) = Invite::decode(&code) else {
            return;
        };
        if invite.secret != self.invite.secret || self.code == code {
            return;
        }
        self.code = code;
        if let Some(way_back) = &mut self.way_back {
            way_back.knock_at(invite.clone(), ctx);
        }
        self.invite = invite;
    }
}

//! This page is a guest at the table: the guest's machine over one connection.

use crate::ballot::SeatSecret;
use crate::room::{Guest, GuestNews, Refusal, ToHost};
use crate::wire::frame::FrameKind;
use crate::wire::message::MessageError;

use super::ctx::Ctx;
use super::event::PeerId;
use super::line::{Line, LineError, say};
use super::local::Local;
use super::notices::Notices;
use super::view::{NoticeText, Stop};

/// A guest at the table.
#[derive(Debug)]
pub(super) struct Seated {
    pub(super) guest: Guest,
    pub(super) peer: PeerId,
    /// The invite this guest came by.
    pub(super) code: String,
    pub(super) local: Local,
    line: Line,
}

impl Seated {
    /// The link stands; the host will greet.
    pub(super) fn begin(name: &str, code: String, peer: PeerId, ctx: &mut Ctx) -> Self {
        let secret = SeatSecret::generate(&mut ctx.rng);
        let guest = Guest::new(secret, name, false, ctx.now_ms);
        Self { guest, peer, code, local: Local::default(), line: Line::default() }
    }

    /// A frame of the host; answers with why the seat is over, if it is.
    pub(super) fn hear(
        &mut self,
        bytes: &[u8],
        notices: &mut Notices,
        ctx: &mut Ctx,
    ) -> Option<Stop> {
        match self.line.hear(bytes) {
            Ok(Some(message)) => {
                let outs = self.guest.hear(message, ctx.now_ms, &mut ctx.rng);
                self.send(outs, ctx);
                self.take_news(notices, ctx)
            }
            Ok(None) => None,
            Err(LineError::Message(MessageError::OtherVersion { theirs })) => {
                let we_are_older = theirs > crate::room::MESSAGE_VERSION;
                Some(Stop::OtherVersion { we_are_older })
            }
            Err(LineError::Frame | LineError::Message(_)) => {
                Some(Stop::LostHost { invite_link: String::new() })
            }
        }
    }

    /// Sends to the host.
    pub(super) fn send(&self, messages: Vec<ToHost>, ctx: &mut Ctx) {
        for message in messages {
            say(ctx, self.peer, &message, FrameKind::Message);
        }
    }

    /// Time passed.
    pub(super) fn tick(&mut self, ctx: &mut Ctx) {
        let outs = self.guest.tick(ctx.now_ms);
        self.send(outs, ctx);
    }

    fn take_news(&mut self, notices: &mut Notices, ctx: &Ctx) -> Option<Stop> {
        let mut stop = None;
        for news in self.guest.take_news() {
            match news {
                GuestNews::Seated => {
                    if let Some(table) = self.guest.table() {
                        self.local = Local::arriving(table);
                    }
                }
                GuestNews::Ended => stop = Some(Stop::Ended),
                GuestNews::SlowDown => notices.add(NoticeText::SlowDown, ctx.now_ms),
                GuestNews::ListRefused => notices.add(NoticeText::HostListWrong, ctx.now_ms),
                GuestNews::Refused(refusal) => stop = Some(stop_of(refusal)),
            }
        }
        stop
    }
}

fn stop_of(refusal: Refusal) -> Stop {
    match refusal {
        Refusal::Full => Stop::Full { limit: crate::room::MAX_SEATS },
        Refusal::Removed => Stop::Removed,
        Refusal::Replaced => Stop::OpenElsewhere,
        Refusal::Name | Refusal::Key | Refusal::Rude => Stop::Unseated,
    }
}

//! This page is a guest at the table: the guest's machine over one connection.

use crate::ballot::SeatSecret;
use rand_core::Rng;

use crate::room::{Guest, GuestNews, Intent, Refusal, ToHost};
use crate::wire::frame::FrameKind;
use crate::wire::message::MessageError;
use crate::wire::{Invite, Reply, find_replies};

use super::ctx::Ctx;
use super::door::outcome_of;
use super::event::{Effect, PeerId};
use super::hosting::MAX_OUTCOMES;
use super::line::{Line, LineError, say};
use super::local::Local;
use super::notices::Notices;
use super::view::{NoticeText, ReplyOutcome, Stop};

/// A guest at the table.
#[derive(Debug)]
pub(super) struct Seated {
    pub(super) guest: Guest,
    pub(super) peer: PeerId,
    /// The invite this guest came by.
    pub(super) code: String,
    pub(super) local: Local,
    /// What became of replies pasted here, newest first.
    pub(super) outcomes: Vec<ReplyOutcome>,
    /// Bumped when a paste was used up.
    pub(super) pastes: u32,
    line: Line,
}

impl Seated {
    /// The link stands; the host will greet.
    pub(super) fn begin(name: &str, code: String, peer: PeerId, ctx: &mut Ctx) -> Self {
        let secret = SeatSecret::generate(&mut ctx.rng);
        let guest = Guest::new(secret, name, false, ctx.now_ms);
        // A held lock keeps the browser from freezing a hidden tab.
        let lock = format!("floret-seat-{}", ctx.rng.next_u64());
        ctx.ask(Effect::Lock(Some(lock)));
        Self {
            guest,
            peer,
            code,
            local: Local::default(),
            outcomes: Vec::new(),
            pastes: 0,
            line: Line::default(),
        }
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
            Err(LineError::Frame | LineError::Message(_)) => Some(Stop::LostHost {
                invite_link: String::new(),
            }),
        }
    }

    /// Sends to the host.
    pub(super) fn send(&self, messages: Vec<ToHost>, ctx: &mut Ctx) {
        for message in messages {
            say(ctx, self.peer, &message, FrameKind::Message);
        }
    }

    /// Replies in a pasted text are passed to the host; what is plainly wrong with
    /// one is said here already.
    pub(super) fn paste(&mut self, text: &str, ctx: &mut Ctx) {
        let codes = find_replies(text);
        if codes.is_empty() && !text.trim().is_empty() {
            self.note(ReplyOutcome::NoneFound);
        }
        for code in codes {
            self.pastes = self.pastes.wrapping_add(1);
            self.pass_on(code, ctx);
        }
    }

    /// Passes one reply to the host.
    pub(super) fn pass_on(&mut self, code: String, ctx: &mut Ctx) -> ReplyOutcome {
        let outcome = self.judge(&code);
        if matches!(outcome, ReplyOutcome::Taken(_)) {
            let outs = self.guest.intend(Intent::Forward { code }, ctx.now_ms);
            self.send(outs, ctx);
        }
        self.note(outcome.clone());
        outcome
    }

    /// What this seat can tell of a reply: whether it is for this table.
    pub(super) fn judge(&self, code: &str) -> ReplyOutcome {
        match Invite::decode(&self.code) {
            Ok(invite) => match Reply::decode(code, &invite.secret) {
                Ok(reply) => ReplyOutcome::Taken(reply.name),
                Err(error) => outcome_of(&error),
            },
            Err(_) => ReplyOutcome::OtherTable,
        }
    }

    fn note(&mut self, outcome: ReplyOutcome) {
        self.outcomes.insert(0, outcome);
        self.outcomes.truncate(MAX_OUTCOMES);
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
        Refusal::Full => Stop::Full {
            limit: crate::room::MAX_SEATS,
        },
        Refusal::Removed => Stop::Removed,
        Refusal::Replaced => Stop::OpenElsewhere,
        Refusal::Name | Refusal::Key | Refusal::Rude => Stop::Unseated,
    }
}

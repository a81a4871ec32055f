//! Seats and sessions that are kept, so that a page loaded anew goes on where it was.

use crate::room::Intent;
use crate::saved::{
    Kept, KeptSeat, KeptSession, SEAT_PREFIX, SESSION_KEY, read_seat, read_session, write_seat,
    write_session,
};
use crate::wire::Invite;

use super::ctx::Ctx;
use super::event::Effect;
use super::hosting::Hosting;
use super::prefs::Prefs;
use super::seated::Seated;
use super::stage::{App, Stage};
use super::view::NoticeText;

/// A session that was left longer ago is over, in ms.
const KEPT_FOR_MS: i64 = 12 * 60 * 60_000;

/// While nothing happens but time, what is kept is looked at this often, in ms.
const KEEP_EVERY_MS: i64 = 2_000;

/// Kept seats are dated to the minute, so that time alone changes nothing, in ms.
pub(super) const DATED_TO_MS: i64 = 60_000;

/// A page that has found its seat, and asks whether another tab sits on it.
#[derive(Debug)]
pub(super) struct Returning {
    /// The invite that the address names.
    pub(super) code: String,
    pub(super) invite: Invite,
    pub(super) kept: KeptSeat,
    /// A name was given meanwhile; for a new seat, should this one be taken.
    pub(super) given: Option<String>,
}

/// Under which key the seat in this room is kept.
fn seat_key(invite: &Invite) -> String {
    let room = base16ct::lower::encode_string(&invite.secret.room_id());
    format!("{SEAT_PREFIX}{room}")
}

impl Prefs {
    /// The seat kept for this room, if it is recent.
    pub(super) fn seat(&self, invite: &Invite, now_ms: i64) -> Option<KeptSeat> {
        match read_seat(self.text(&seat_key(invite))?) {
            Kept::Fine(kept) if is_recent(kept.at_ms, now_ms) => Some(kept),
            Kept::Fine(_) | Kept::Damaged | Kept::Newer => None,
        }
    }

    /// The session this browser held, if it is recent and had guests.
    pub(super) fn session(&self, now_ms: i64) -> Option<KeptSession> {
        match read_session(self.text(SESSION_KEY)?) {
            Kept::Fine(kept) if is_recent(kept.at_ms, now_ms) => Some(kept),
            Kept::Fine(_) | Kept::Damaged | Kept::Newer => None,
        }
    }

    fn keep_seat(&mut self, seated: &Seated, ctx: &mut Ctx) {
        let at_ms = ctx.now_ms - ctx.now_ms.rem_euclid(DATED_TO_MS);
        if let Some(kept) = seated.kept(at_ms) {
            self.keep(&seat_key(seated.invite()), write_seat(&kept), ctx);
        }
    }

    /// The seat in this room is over.
    pub(super) fn forget_seat(&mut self, invite: &Invite, ctx: &mut Ctx) {
        self.forget(&seat_key(invite), ctx);
    }

    /// The session is over.
    pub(super) fn forget_session(&mut self, ctx: &mut Ctx) {
        self.forget(SESSION_KEY, ctx);
    }

    /// Seats of sessions that are long over.
    pub(super) fn forget_old_seats(&mut self, ctx: &mut Ctx) {
        for key in self.keys(SEAT_PREFIX) {
            let kept = self.text(&key).map(read_seat);
            let is_good = match kept {
                Some(Kept::Fine(kept)) => is_recent(kept.at_ms, ctx.now_ms),
                Some(Kept::Newer) => true,
                Some(Kept::Damaged) | None => false,
            };
            if !is_good {
                self.forget(&key, ctx);
            }
        }
    }
}

impl App {
    /// What a reload would need is kept: before anything is said that rests on it, with
    /// every event of a session held here, and else every few seconds. Not with every
    /// heartbeat that is heard: after an evening it is a hundred kilobytes.
    pub(super) fn keep_place(&mut self, is_due: bool, ctx: &mut Ctx) {
        let seq = match &self.stage {
            Stage::Hosting(hosting) => hosting.host.seq(),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Seated(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => self.kept_seq,
        };
        let is_old = ctx.now_ms - self.kept_ms >= KEEP_EVERY_MS;
        if !is_due && !is_old && seq == self.kept_seq {
            return;
        }
        (self.kept_ms, self.kept_seq) = (ctx.now_ms, seq);
        match &mut self.stage {
            Stage::Seated(seated) if seated.has_lock => self.prefs.keep_seat(seated, ctx),
            Stage::Hosting(hosting) if hosting.has_lock => {
                let at_ms = ctx.now_ms - ctx.now_ms.rem_euclid(DATED_TO_MS);
                let kept = hosting.kept(at_ms);
                self.prefs.keep(SESSION_KEY, write_session(&kept), ctx);
            }
            Stage::Seated(_)
            | Stage::Hosting(_)
            | Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => {}
        }
    }

    /// The lock of a kept seat was given, or another tab sits on it.
    pub(super) fn return_to_seat(&mut self, granted: bool, ctx: &mut Ctx) {
        let Stage::Returning(returning) = std::mem::replace(&mut self.stage, Stage::Start) else {
            return;
        };
        let Returning {
            code,
            invite,
            kept,
            given,
        } = *returning;
        if !granted {
            self.join(invite, code, None, ctx);
            if let Some(name) = given {
                self.name_given(&name, ctx);
            }
            return;
        }
        // The invite last heard of is newer than the one in the address.
        let newest = Invite::decode(&kept.invite).unwrap_or(invite);
        let ice = self.prefs.ice_with(newest.ice.clone());
        let mut seated = Seated::restore(&self.boot.base, kept, newest, ice, ctx);
        seated.guest.set_may_deputise(!self.boot.is_phone);
        self.stage = Stage::Seated(Box::new(seated));
    }

    /// This page goes on as the host of a session it held before.
    pub(super) fn restore_session(&mut self, kept: KeptSession, ctx: &mut Ctx) {
        let hosting = Hosting::restore(kept, &self.prefs, ctx);
        self.stage = Stage::Hosting(Box::new(hosting));
    }

    /// This seat holds the table from now on.
    pub(super) fn take_over(&mut self, ctx: &mut Ctx) {
        let Some(Stage::Seated(seated)) =
            self.leave_stage(|stage| matches!(stage, Stage::Seated(_)))
        else {
            return;
        };
        let invite = seated.invite().clone();
        let taken = Hosting::take_over(*seated, &self.prefs, &mut self.notices, ctx);
        self.stage = match taken {
            Ok(hosting) => {
                self.prefs.forget_seat(&invite, ctx);
                self.notices.add(NoticeText::TookOver, ctx.now_ms);
                Stage::Hosting(Box::new(hosting))
            }
            Err(seated) => Stage::Seated(seated),
        };
    }

    /// Another page holds the table: this one is a guest of it.
    pub(super) fn step_down(&mut self, ctx: &mut Ctx) {
        let Some(Stage::Hosting(hosting)) =
            self.leave_stage(|stage| matches!(stage, Stage::Hosting(_)))
        else {
            return;
        };
        self.prefs.forget_session(ctx);
        let is_leaving = hosting.is_leaving;
        let mut seated = hosting.step_down(&self.prefs, ctx);
        seated.is_leaving = is_leaving;
        ctx.ask(Effect::SetFragment(format!("j={}", seated.code)));
        self.guard = None;
        self.stage = Stage::Seated(Box::new(seated));
    }

    /// Takes the stage out, if it is the one meant.
    fn leave_stage(&mut self, is_meant: impl Fn(&Stage) -> bool) -> Option<Stage> {
        is_meant(&self.stage).then(|| std::mem::replace(&mut self.stage, Stage::Start))
    }

    /// The person at a host's page leaves, and the deputy goes on.
    pub(super) fn hand_over_and_leave(&mut self, ctx: &mut Ctx) {
        self.guard = None;
        let Stage::Hosting(hosting) = &mut self.stage else {
            return;
        };
        let Some(seat) = hosting.host.table().deputy else {
            return;
        };
        hosting.is_leaving = true;
        self.want(|_, _| Intent::HandOver { seat }, ctx);
    }

    /// A host that hears too few seats goes on without the others.
    pub(super) fn go_on_without(&mut self, ctx: &mut Ctx) {
        let Stage::Hosting(hosting) = &mut self.stage else {
            return;
        };
        let outs = hosting.host.carry_on(ctx.now_ms, &mut ctx.rng);
        let reign = hosting.carry_out(outs, &mut self.notices, ctx);
        self.follow_reign(reign, ctx);
    }
}

/// Whether a session can still go on that was kept then.
pub(super) fn is_recent(at_ms: i64, now_ms: i64) -> bool {
    (-KEPT_FOR_MS..KEPT_FOR_MS).contains(&(now_ms - at_ms))
}

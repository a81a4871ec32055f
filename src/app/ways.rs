//! Ways in and out: links, names, opening, leaving, and screens that say why not.

use crate::room::{Rules, Story, tidy_name};
use crate::saved::{Agenda, KeptTable};
use crate::wire::{Fragment, Invite, LinkError, RoomSecret, invite_url, read_fragment};

use super::at_desk::leads_to_desk;
use super::ctx::Ctx;
use super::event::Effect;
use super::handing::Handing;
use super::hosting::Hosting;
use super::joining::{Joining, name_problem};
use super::notices::Undo;
use super::returning::Returning;
use super::seated::lock_name;
use super::stage::{App, CLOSE_AFTER_MS, Stage};
use super::view::{Guard, NoticeText, Stop};

impl App {
    /// Follows the address's fragment.
    pub(super) fn go_to(&mut self, fragment: &str, ctx: &mut Ctx) {
        match read_fragment(fragment) {
            Fragment::Invite(code) => self.open_invite(code, ctx),
            Fragment::Reply(code) => match &mut self.stage {
                // The reply was opened in the very tab that holds the table.
                Stage::Hosting(hosting) => {
                    let outcome = hosting.take_reply(&code, ctx);
                    self.notices.add(NoticeText::Reply(outcome), ctx.now_ms);
                    ctx.ask(Effect::SetFragment(String::from("table")));
                }
                // A seat passes it on and stays.
                Stage::Seated(seated) => {
                    let outcome = seated.pass_on(code, ctx);
                    self.notices.add(NoticeText::Reply(outcome), ctx.now_ms);
                    ctx.ask(Effect::SetFragment(format!("j={}", seated.code)));
                }
                Stage::Start
                | Stage::Naming { .. }
                | Stage::Joining(_)
                | Stage::Returning(_)
                | Stage::Handing(_)
                | Stage::Desk(_)
                | Stage::Stopped { .. } => {
                    self.stage = Stage::Handing(Handing::begin(code, ctx));
                }
            },
            Fragment::Other(other) if other == "table" => {
                if !matches!(self.stage, Stage::Hosting(_)) {
                    self.reopen(ctx);
                }
            }
            Fragment::Other(other) if other == "test" => self.open_probe(ctx),
            Fragment::Other(other) if leads_to_desk(&other) => self.go_to_desk(&other, ctx),
            Fragment::Other(_) if self.is_at_table() => {}
            Fragment::Other(_) => self.stop(Stop::LinkForeign, ctx),
            Fragment::None => self.leave_desk(),
        }
    }

    pub(super) fn open_invite(&mut self, code: String, ctx: &mut Ctx) {
        if let Stage::Hosting(_) = self.stage {
            // A table is not left by opening another invite in its tab.
            ctx.ask(Effect::SetFragment(String::from("table")));
            return;
        }
        self.vanish(ctx);
        if !self.boot.has_webrtc {
            self.stop(Stop::NoWebRtc, ctx);
            return;
        }
        match Invite::decode(&code) {
            Ok(invite) => self.take_seat(invite, code, ctx),
            Err(error) => self.stop(stop_of_link(&error), ctx),
        }
    }

    /// A kept seat goes on, unless another tab sits on it; else it is a new one.
    fn take_seat(&mut self, invite: Invite, code: String, ctx: &mut Ctx) {
        if let Some(kept) = self.prefs.seat(&invite, ctx.now_ms) {
            ctx.ask(Effect::Lock(Some(lock_name(&invite))));
            let given = None;
            let returning = Returning {
                code,
                invite,
                kept,
                given,
            };
            self.stage = Stage::Returning(Box::new(returning));
        } else {
            let pair = self.pair_with(&invite);
            self.join(invite, code, pair, ctx);
        }
    }

    /// A new person at the door; a host that knows this browser needs no reply.
    pub(super) fn join(
        &mut self,
        invite: Invite,
        code: String,
        pair: Option<RoomSecret>,
        ctx: &mut Ctx,
    ) {
        let name = self
            .boot
            .typed_name
            .clone()
            .unwrap_or_else(|| self.prefs.settings.name.clone());
        let pair = pair.filter(|_| tidy_name(&name).is_ok());
        let is_known = pair.is_some();
        let base = &self.boot.base;
        let mut joining = Joining::begin(
            base,
            invite,
            code,
            name.clone(),
            pair.as_ref(),
            &self.prefs,
            ctx,
        );
        if is_known {
            joining.name_given(&name, ctx);
        }
        self.stage = Stage::Joining(Box::new(joining));
    }

    pub(super) fn join_again(&mut self, ctx: &mut Ctx) {
        let code = match &self.stage {
            Stage::Stopped { code, .. } => code.clone(),
            Stage::Seated(seated) => Some(seated.code.clone()),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Hosting(_)
            | Stage::Handing(_)
            | Stage::Desk(_) => None,
        };
        let Some(code) = code else { return };
        match Invite::decode(&code) {
            // Nobody waits behind a link that was used before: a reply is needed.
            Ok(invite) if self.boot.has_webrtc => {
                self.vanish(ctx);
                self.join(invite, code, None, ctx);
            }
            Ok(_) | Err(_) => self.open_invite(code, ctx),
        }
    }

    pub(super) fn ask_name(&mut self) {
        let name = self.prefs.settings.name.clone();
        self.stage = Stage::Naming {
            name,
            problem: None,
        };
    }

    pub(super) fn name_given(&mut self, given: &str, ctx: &mut Ctx) {
        match &mut self.stage {
            Stage::Naming { name, problem } => match tidy_name(given) {
                Ok(tidy) => {
                    self.remember_name(&tidy, ctx);
                    self.open_table(&tidy, ctx);
                }
                Err(length) => {
                    given.clone_into(name);
                    *problem = Some(name_problem(length));
                }
            },
            Stage::Joining(joining) => {
                if joining.name_given(given, ctx) {
                    let name = joining.name().to_owned();
                    self.remember_name(&name, ctx);
                }
            }
            Stage::Returning(returning) => returning.given = Some(given.to_owned()),
            Stage::Start
            | Stage::Hosting(_)
            | Stage::Seated(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => {}
        }
    }

    pub(super) fn remember_name(&mut self, name: &str, ctx: &mut Ctx) {
        name.clone_into(&mut self.prefs.settings.name);
        self.prefs.keep_settings(ctx);
    }

    /// A new table; the rules are those used last.
    pub(super) fn open_table(&mut self, name: &str, ctx: &mut Ctx) {
        let rules = self
            .prefs
            .table
            .as_ref()
            .map_or_else(Rules::default, |kept| kept.rules.clone());
        self.begin_agenda(ctx);
        let mut hosting = Hosting::open(name, rules, Vec::new(), &self.prefs, ctx);
        hosting.host.aim(&self.prefs.agenda.goal);
        if let Some(meeting) = self.planned_meeting.take() {
            hosting.host.convene(*meeting);
        }
        self.stage = Stage::Hosting(Box::new(hosting));
        if let Some(kept) = self.prefs.table.clone().filter(is_worth_keeping) {
            let text = NoticeText::TableReplaced;
            self.notices.add_undo(text, Undo::Table(kept), ctx.now_ms);
        }
    }

    /// Forgets the kept table; can be undone.
    pub(super) fn forget_table(&mut self, ctx: &mut Ctx) {
        if let Some(kept) = self.prefs.forget_table(ctx) {
            let text = NoticeText::TableForgotten;
            self.notices.add_undo(text, Undo::Table(kept), ctx.now_ms);
        }
    }

    /// The kept table, with its stories.
    pub(super) fn reopen(&mut self, ctx: &mut Ctx) {
        if let Some(session) = self.prefs.session(ctx.now_ms) {
            self.restore_session(session, ctx);
            return;
        }
        let name = self.prefs.settings.name.clone();
        let (Some(kept), Ok(name)) = (self.prefs.table.clone(), tidy_name(&name)) else {
            self.stage = Stage::Start;
            ctx.ask(Effect::SetFragment(String::new()));
            return;
        };
        let mut hosting = Hosting::open(&name, kept.rules, kept.stories, &self.prefs, ctx);
        hosting.host.aim(&self.prefs.agenda.goal);
        if let Some(meeting) = kept.meeting {
            hosting.host.convene(*meeting);
        }
        self.stage = Stage::Hosting(Box::new(hosting));
    }

    /// The host is lost for good: a new table with the stories seen last.
    pub(super) fn carry_on_here(&mut self, ctx: &mut Ctx) {
        let Stage::Seated(seated) = &mut self.stage else {
            return;
        };
        let Some(table) = seated.table() else { return };
        let (rules, stories) = (table.rules.clone(), table.stories.clone());
        let (goal, meeting) = (table.goal.clone(), table.meeting.clone());
        let name = seated.guest.name().to_owned();
        let invite = seated.invite().clone();
        seated.vanish(ctx);
        self.prefs.forget_seat(&invite, ctx);
        let mut hosting = Hosting::open(&name, rules, stories, &self.prefs, ctx);
        hosting.host.aim(&goal);
        if let Some(meeting) = meeting {
            hosting.host.convene(*meeting);
        }
        self.stage = Stage::Hosting(Box::new(hosting));
    }

    pub(super) fn show_start(&mut self, ctx: &mut Ctx) {
        self.planned = Agenda::default();
        self.planned_meeting = None;
        if self.is_at_table() {
            self.leave(ctx);
            return;
        }
        self.vanish(ctx);
        self.stage = Stage::Start;
        ctx.ask(Effect::SetFragment(String::new()));
    }

    pub(super) fn is_at_table(&self) -> bool {
        matches!(self.stage, Stage::Hosting(_) | Stage::Seated(_))
    }

    pub(super) fn leave(&mut self, ctx: &mut Ctx) {
        match &mut self.stage {
            Stage::Hosting(hosting) => {
                let others = hosting.host.n_linked() - 1;
                let was_asked = matches!(self.guard, Some(Guard::HostLeaves { .. }));
                if others > 0 && !was_asked {
                    let has_deputy = hosting.host.table().deputy.is_some();
                    self.guard = Some(Guard::HostLeaves { others, has_deputy });
                } else {
                    self.end_hosting(ctx);
                }
            }
            Stage::Seated(seated) => {
                let code = seated.code.clone();
                self.prefs.forget_seat(&seated.invite().clone(), ctx);
                if let Some(peer) = seated.leave(ctx) {
                    self.closing.push((peer, ctx.now_ms + CLOSE_AFTER_MS));
                }
                self.panel = None;
                self.guard = None;
                self.stage = Stage::Stopped {
                    stop: Stop::Left,
                    code: Some(code),
                };
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => {}
        }
    }

    pub(super) fn end_hosting(&mut self, ctx: &mut Ctx) {
        if let Stage::Hosting(hosting) = &mut self.stage {
            let closing = hosting.end(&mut self.notices, ctx);
            self.closing.extend(closing);
            self.prefs.forget_session(ctx);
        }
        self.stage = Stage::Start;
        self.panel = None;
        self.guard = None;
        ctx.ask(Effect::SetFragment(String::new()));
    }

    /// Closes every connection of this stage.
    pub(super) fn vanish(&mut self, ctx: &mut Ctx) {
        match &mut self.stage {
            Stage::Hosting(hosting) => hosting.vanish(ctx),
            Stage::Seated(seated) => seated.vanish(ctx),
            Stage::Joining(joining) => joining.keep_only(None, ctx),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => {}
        }
    }

    /// There is no way on from here; says why.
    pub(super) fn stop(&mut self, stop: Stop, ctx: &mut Ctx) {
        let code = match &self.stage {
            Stage::Seated(seated) => Some(seated.code.clone()),
            Stage::Joining(joining) => Some(joining.code.clone()),
            Stage::Returning(returning) => Some(returning.code.clone()),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Hosting(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => None,
        };
        self.vanish(ctx);
        let stop = match (stop, &code) {
            (Stop::LostHost { .. }, Some(code)) => Stop::LostHost {
                invite_link: invite_url(&self.boot.base, code),
            },
            (other, _) => other,
        };
        self.panel = None;
        self.guard = None;
        self.stage = Stage::Stopped { stop, code };
    }
}

fn stop_of_link(error: &LinkError) -> Stop {
    match error {
        LinkError::Truncated => Stop::LinkTruncated,
        LinkError::Damaged | LinkError::TooLong => Stop::LinkDamaged,
        LinkError::TooNew { .. } => Stop::LinkTooNew,
        LinkError::NotALink | LinkError::WrongKind { .. } => Stop::LinkForeign,
    }
}

/// Something was written or voted at the kept table.
pub(super) fn is_worth_keeping(kept: &KeptTable) -> bool {
    let is_written = |story: &Story| !story.rounds.is_empty() || !story.title.is_empty();
    kept.stories.len() > 1 || kept.stories.iter().any(is_written)
}

//! What connections, other tabs and the browser report.

use crate::wire::RoomSecret;

use super::ctx::Ctx;
use super::event::{CopyWhat, Effect, KeepProblem, PeerId, PeerNews, SocketId, SocketNews};
use super::hosting::Reign;
use super::seated::{Seated, Turn};
use super::stage::{App, Stage};
use super::tabs::TabMessage;
use super::ties::Far;
use super::view::{NoticeText, ReplyOutcome, Stop, StorageView};

impl App {
    pub(super) fn peer(&mut self, peer: PeerId, news: PeerNews, ctx: &mut Ctx) {
        if let PeerNews::Refused { reason } = &news {
            ctx.ask(Effect::Log(format!("connection {peer}: {reason}")));
        }
        if self.probe_hears(peer, &news, ctx) {
            return;
        }
        if let PeerNews::Path(path) = news {
            self.paths.told(peer, path);
            return;
        }
        match &mut self.stage {
            Stage::Hosting(hosting) => {
                let reign = hosting.news(peer, news, &mut self.notices, ctx);
                self.follow_reign(reign, ctx);
            }
            Stage::Joining(joining) => {
                if let Some(far) = joining.news(peer, &news, ctx) {
                    self.sit_down(peer, far, ctx);
                }
            }
            Stage::Seated(seated) => {
                let turn = seated.news(peer, news, &mut self.notices, ctx);
                self.follow_turn(turn, ctx);
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => {}
        }
    }

    /// News of a socket to a tracker.
    pub(super) fn socket(&mut self, socket: SocketId, news: SocketNews, ctx: &mut Ctx) {
        if self.probe_hears_socket(socket, &news, ctx) {
            return;
        }
        match &mut self.stage {
            Stage::Hosting(hosting) => hosting.hear_tracker(socket, news, ctx),
            Stage::Joining(joining) => joining.hear(socket, news, ctx),
            Stage::Seated(seated) => {
                if let Some(way_back) = &mut seated.way_back {
                    way_back.hear(socket, news, ctx);
                }
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => {}
        }
    }

    /// The link to the table stands.
    fn sit_down(&mut self, peer: PeerId, far: Far, ctx: &mut Ctx) {
        let Stage::Joining(mut joining) = std::mem::replace(&mut self.stage, Stage::Start) else {
            return;
        };
        let remember = joining.remember && !joining.is_own_browser();
        joining.keep_only(Some(peer), ctx);
        let invite = joining.invite().clone();
        let ice = self.prefs.ice_with(invite.ice.clone());
        let code = joining.code.clone();
        let known = self.pair_with(&invite);
        let pair = remember.then(|| known.unwrap_or_else(|| RoomSecret::random(&mut ctx.rng)));
        let pair = pair.map(|pair| *pair.expose_bytes());
        if let Some(pair) = pair {
            self.keep_host(String::new(), &invite, pair, ctx);
        }
        let base = &self.boot.base;
        let link = (code, invite);
        let mut seated = Seated::begin(base, joining.name(), link, (peer, far), pair, ice, ctx);
        seated.guest.set_may_deputise(!self.boot.is_phone);
        self.stage = Stage::Seated(Box::new(seated));
    }

    /// What a guest's machine came to.
    pub(super) fn follow_turn(&mut self, turn: Turn, ctx: &mut Ctx) {
        match turn {
            Turn::Stay => {}
            Turn::TakeOver => self.take_over(ctx),
            Turn::Leave => self.leave(ctx),
            Turn::Stop(stop) => {
                if let Stage::Seated(seated) = &self.stage
                    && !matches!(stop, Stop::LostHost { .. })
                {
                    let invite = seated.invite().clone();
                    self.prefs.forget_seat(&invite, ctx);
                }
                self.stop(stop, ctx);
            }
        }
    }

    /// What a host's machine came to.
    pub(super) fn follow_reign(&mut self, reign: Reign, ctx: &mut Ctx) {
        match reign {
            Reign::Goes => {}
            Reign::Over => self.step_down(ctx),
        }
    }

    pub(super) fn tab(&mut self, bytes: &[u8], ctx: &mut Ctx) {
        let Some(message) = TabMessage::read(bytes) else {
            return;
        };
        match (&mut self.stage, message) {
            (Stage::Hosting(hosting), message) => hosting.tab(message, &mut self.notices, ctx),
            (Stage::Joining(joining), TabMessage::Outcome { code, outcome }) => {
                joining.outcome(&code, &outcome);
            }
            (Stage::Handing(handing), TabMessage::Outcome { code, outcome }) => {
                handing.outcome(&code, outcome);
            }
            // A guest's tab passes replies on to its host.
            (Stage::Seated(seated), TabMessage::Reply { code }) => {
                if matches!(seated.judge(&code), ReplyOutcome::Taken(_)) {
                    let outcome = seated.pass_on(code.clone(), ctx);
                    TabMessage::Outcome { code, outcome }.tell(ctx);
                }
            }
            (_elsewhere, TabMessage::Reply { .. } | TabMessage::Outcome { .. }) => {}
        }
    }

    pub(super) fn locked(&mut self, granted: bool, ctx: &mut Ctx) {
        let hosting = match &mut self.stage {
            Stage::Hosting(hosting) => hosting,
            Stage::Seated(seated) => {
                seated.has_lock = granted;
                return;
            }
            Stage::Returning(_) => {
                self.return_to_seat(granted, ctx);
                return;
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => return,
        };
        hosting.has_lock = granted;
        if granted {
            hosting.call_back(&self.prefs, ctx);
        } else if !hosting.is_taken_over {
            self.stop(Stop::OpenElsewhere, ctx);
            ctx.ask(Effect::SetFragment(String::new()));
        }
    }

    pub(super) fn kept_elsewhere(&mut self, key: &str, value: Option<String>, ctx: &mut Ctx) {
        // The tab that holds the table is the one that writes it.
        if key == crate::saved::TABLE_KEY && matches!(self.stage, Stage::Hosting(_)) {
            return;
        }
        match value {
            Some(text) => self.prefs.take(key, &text, ctx),
            None => self.prefs.lose(key),
        }
    }

    pub(super) fn not_kept(&mut self, problem: KeepProblem) {
        let (storage, text) = match problem {
            KeepProblem::Full => (StorageView::Full, NoticeText::StorageFull),
            KeepProblem::Blocked => (StorageView::Blocked, NoticeText::StorageBlocked),
        };
        if self.prefs.storage != storage {
            self.prefs.storage = storage;
            self.notices.add(text, self.now_ms);
        }
    }

    pub(super) fn online(&mut self, online: bool) {
        if online {
            self.notices.drop_text(&NoticeText::Offline);
        } else {
            self.notices.add(NoticeText::Offline, self.now_ms);
        }
    }

    pub(super) fn copied(&mut self, what: CopyWhat, ok: bool, ctx: &mut Ctx) {
        if what == CopyWhat::Meeting {
            self.copied_of_meeting(ok, ctx);
        }
        if what == CopyWhat::Reply {
            let way_back = match &mut self.stage {
                Stage::Joining(joining) => return joining.copied(ok),
                Stage::Seated(seated) => seated.way_back.as_mut(),
                Stage::Hosting(hosting) => hosting.way_back.as_mut(),
                Stage::Start
                | Stage::Naming { .. }
                | Stage::Returning(_)
                | Stage::Handing(_)
                | Stage::Desk(_)
                | Stage::Stopped { .. } => None,
            };
            if let Some(way_back) = way_back {
                way_back.copied(ok);
                return;
            }
        }
        let text = if ok {
            NoticeText::Copied
        } else {
            NoticeText::CopyRefused
        };
        self.notices.add(text, self.now_ms);
    }

    pub(super) fn replies_given(&mut self, text: &str, ctx: &mut Ctx) {
        match &mut self.stage {
            Stage::Hosting(hosting) => hosting.paste(text, ctx),
            Stage::Seated(seated) => seated.paste(text, ctx),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => {}
        }
    }
}

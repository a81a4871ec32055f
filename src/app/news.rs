//! What connections, other tabs and the browser report.

use super::ctx::Ctx;
use super::event::{CopyWhat, Effect, KeepProblem, PeerId, PeerNews};
use super::seated::Seated;
use super::stage::{App, Stage};
use super::tabs::TabMessage;
use super::view::{NoticeText, ReplyOutcome, Stop, StorageView};

impl App {
    pub(super) fn peer(&mut self, peer: PeerId, news: PeerNews, ctx: &mut Ctx) {
        if let PeerNews::Refused { reason } = &news {
            ctx.ask(Effect::Log(format!("connection {peer}: {reason}")));
        }
        match &mut self.stage {
            Stage::Hosting(hosting) => hosting.news(peer, news, &mut self.notices, ctx),
            Stage::Joining(joining) => {
                if joining.news(peer, &news, ctx) {
                    joining.keep_only(Some(peer), ctx);
                    let seated = Seated::begin(joining.name(), joining.code.clone(), peer, ctx);
                    self.stage = Stage::Seated(Box::new(seated));
                }
            }
            Stage::Seated(seated) if seated.peer == peer => match news {
                PeerNews::Frame(bytes) => {
                    if let Some(stop) = seated.hear(&bytes, &mut self.notices, ctx) {
                        self.stop(stop, ctx);
                    }
                }
                PeerNews::Closed => self.host_gone(ctx),
                PeerNews::Local { .. }
                | PeerNews::Candidate { .. }
                | PeerNews::Gathered
                | PeerNews::Opened
                | PeerNews::Refused { .. } => {}
            },
            Stage::Seated(_)
            | Stage::Start
            | Stage::Naming { .. }
            | Stage::Handing(_)
            | Stage::Stopped { .. } => {}
        }
    }

    /// The link to the host is gone: what was decided stays on the screen.
    pub(super) fn host_gone(&mut self, ctx: &mut Ctx) {
        if let Stage::Seated(seated) = &mut self.stage {
            seated.guest.link_closed();
            if seated.guest.table().is_none() {
                self.stop(
                    Stop::LostHost {
                        invite_link: String::new(),
                    },
                    ctx,
                );
            }
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
        let Stage::Hosting(hosting) = &mut self.stage else {
            return;
        };
        hosting.has_lock = granted;
        if !granted {
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

    pub(super) fn copied(&mut self, what: CopyWhat, ok: bool) {
        if let (Stage::Joining(joining), CopyWhat::Reply) = (&mut self.stage, what) {
            joining.copied(ok);
            return;
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
            | Stage::Handing(_)
            | Stage::Stopped { .. } => {}
        }
    }
}

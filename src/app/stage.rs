//! The program itself: which screen it is on, and where each event goes.

use crate::room::{Intent, Link, Rules, ToHost, tidy_name};
use crate::wire::{Fragment, Invite, LinkError, invite_url, read_fragment};

use super::ctx::Ctx;
use super::event::{Boot, CopyWhat, Effect, Event, KeepProblem, PeerId, PeerNews};
use super::handing::Handing;
use super::hosting::Hosting;
use super::joining::{Joining, name_problem};
use super::local::Local;
use super::notices::Notices;
use super::prefs::Prefs;
use super::seated::Seated;
use super::tabs::TabMessage;
use super::view::{Guard, NameProblem, NoticeText, Panel, StorageView, Stop};

/// A connection is closed this long after its last word, in ms.
const CLOSE_AFTER_MS: i64 = 400;

/// The whole program.
#[derive(Debug)]
pub struct App {
    pub(super) boot: Boot,
    pub(super) prefs: Prefs,
    pub(super) stage: Stage,
    pub(super) panel: Option<Panel>,
    pub(super) guard: Option<Guard>,
    pub(super) notices: Notices,
    pub(super) deck_form: DeckForm,
    pub(super) now_ms: i64,
    closing: Vec<(PeerId, i64)>,
}

/// What the custom deck form needs to know.
#[derive(Debug, Default)]
pub(super) struct DeckForm {
    pub(super) problem: Option<super::view::DeckProblem>,
    pub(super) n_saved: u32,
}

/// One at a time.
#[derive(Debug)]
pub(super) enum Stage {
    Start,
    Naming { name: String, problem: Option<NameProblem> },
    Joining(Box<Joining>),
    Hosting(Box<Hosting>),
    Seated(Box<Seated>),
    Handing(Handing),
    Stopped { stop: Stop, code: Option<String> },
}

impl App {
    /// A page that begins; `Event::Started` is its first event.
    pub fn new() -> Self {
        let mut ctx = Ctx::new(<rand_chacha::ChaCha20Rng as rand_core::SeedableRng>::from_seed([0; 32]));
        let boot = Boot::default();
        Self {
            prefs: Prefs::read(&boot, &mut ctx),
            boot,
            stage: Stage::Start,
            panel: None,
            guard: None,
            notices: Notices::default(),
            deck_form: DeckForm::default(),
            now_ms: 0,
            closing: Vec::new(),
        }
    }

    /// The only way in: what happened, and what has to be done about it.
    pub fn update(&mut self, event: Event, ctx: &mut Ctx) -> Vec<Effect> {
        self.now_ms = ctx.now_ms;
        self.take(event, ctx);
        self.after(ctx);
        ctx.take_effects()
    }

    fn take(&mut self, event: Event, ctx: &mut Ctx) {
        match event {
            Event::Started(boot) => self.start(*boot, ctx),
            Event::Tick => self.tick(ctx),
            Event::FragmentChanged(fragment) => self.go_to(&fragment, ctx),
            Event::Leaving => self.vanish(ctx),
            Event::Key(key) => {
                if let Some(event) = self.event_of_key(&key) {
                    self.take(event, ctx);
                }
            }
            Event::KeptElsewhere { key, value } => self.kept_elsewhere(&key, value, ctx),
            Event::StartPoker => self.ask_name(),
            Event::NameGiven(name) => self.name_given(&name, ctx),
            Event::GoToStart => self.to_start(ctx),
            Event::ReopenTable => self.reopen(ctx),
            Event::ForgetTable => self.prefs.forget_table(ctx),
            Event::GuardConfirmed => self.guard_confirmed(ctx),
            Event::GuardDismissed => self.guard = None,
            Event::LeavePressed => self.leave(ctx),
            Event::JoinAgain => self.join_again(ctx),
            Event::PanelOpened(panel) => self.panel = Some(panel),
            Event::PanelClosed => self.panel = None,
            Event::Undo(id) => self.undo(id, ctx),
            Event::NoticeDismissed(id) => self.notices.dismiss(id),
            Event::Peer(peer, news) => self.peer(peer, news, ctx),
            Event::Tab(bytes) => self.tab(&bytes, ctx),
            Event::Copied { what, ok } => self.copied(what, ok),
            Event::NotKept(problem) => self.not_kept(problem),
            Event::Lock(granted) => self.locked(granted, ctx),
            Event::Online(online) => self.online(online),
            Event::CopyPressed(what) => self.copy(what, ctx),
            Event::SharePressed => self.share(ctx),
            Event::RepliesGiven(text) => self.replies_given(&text, ctx),
            Event::DownloadTranscript | Event::DownloadCsv => self.download(&event, ctx),
            Event::DeckChosen(_)
            | Event::CustomDeck { .. }
            | Event::DeckDeleted(_)
            | Event::AddOn(..)
            | Event::Anonymous(_)
            | Event::EveryoneRuns(_)
            | Event::AutoReveal(_)
            | Event::Comments(_) => self.change_rules(event, ctx),
            Event::LanguageChosen(_)
            | Event::ThemeChosen(_)
            | Event::SingleKeys(_)
            | Event::IceChosen(_)
            | Event::OwnServers(_)
            | Event::TimerLength(_)
            | Event::BackupPressed
            | Event::RestoreGiven(_)
            | Event::DamagedCopyPressed => self.change_settings(event, ctx),
            Event::CardPicked(_)
            | Event::VoteTakenBack
            | Event::CommentTyped(_)
            | Event::RevealPressed
            | Event::CountdownStopped
            | Event::VoteAgain
            | Event::NextStory
            | Event::TitleTyped(_)
            | Event::LookBack
            | Event::LookForward
            | Event::LookAt(_)
            | Event::EstimateSaved(_)
            | Event::Explain(_)
            | Event::TimerToggled
            | Event::Renamed(_)
            | Event::Observe(_)
            | Event::SeatRemoved(_) => self.at_table(event, ctx),
        }
    }

    /// Once per update: what changed is said aloud and kept.
    fn after(&mut self, ctx: &mut Ctx) {
        let now_ms = ctx.now_ms;
        match &mut self.stage {
            Stage::Hosting(hosting) => {
                let table = hosting.host.table();
                hosting.local.listen(table, &mut self.notices, now_ms);
                let is_kept = self.prefs.table.as_ref().is_some_and(|kept| {
                    kept.rules == table.rules && kept.stories == table.stories
                });
                if !is_kept {
                    let kept = crate::saved::KeptTable {
                        rules: table.rules.clone(),
                        stories: table.stories.clone(),
                    };
                    self.prefs.keep_table(kept, ctx);
                }
            }
            Stage::Seated(seated) => {
                if let Some(table) = seated.guest.table() {
                    seated.local.listen(table, &mut self.notices, now_ms);
                }
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Handing(_)
            | Stage::Stopped { .. } => {}
        }
    }

    fn start(&mut self, boot: Boot, ctx: &mut Ctx) {
        self.prefs = Prefs::read(&boot, ctx);
        match self.prefs.storage {
            StorageView::Blocked => self.notices.add(NoticeText::StorageBlocked, ctx.now_ms),
            StorageView::Damaged => self.notices.add(NoticeText::StorageDamaged, ctx.now_ms),
            StorageView::Newer => self.notices.add(NoticeText::StorageNewer, ctx.now_ms),
            StorageView::Fine | StorageView::Full => {}
        }
        let fragment = boot.fragment.clone();
        let typed = boot.typed_name.clone();
        let sent = boot.name_sent;
        self.boot = boot;
        self.go_to(&fragment, ctx);
        let Some(typed) = typed else { return };
        if matches!(self.stage, Stage::Start) {
            self.ask_name();
        }
        if sent {
            self.name_given(&typed, ctx);
        } else if let Stage::Naming { name, .. } = &mut self.stage {
            *name = typed;
        }
    }

    /// Follows the address's fragment.
    fn go_to(&mut self, fragment: &str, ctx: &mut Ctx) {
        match read_fragment(fragment) {
            Fragment::Invite(code) => self.open_invite(code, ctx),
            Fragment::Reply(code) => match &mut self.stage {
                // The reply was opened in the very tab that holds the table.
                Stage::Hosting(hosting) => {
                    let outcome = hosting.take_reply(&code, ctx);
                    self.notices.add(NoticeText::Reply(outcome), ctx.now_ms);
                    ctx.ask(Effect::SetFragment(String::from("table")));
                }
                _elsewhere => self.stage = Stage::Handing(Handing::begin(code, ctx)),
            },
            Fragment::Other(other) if other == "table" => {
                if !matches!(self.stage, Stage::Hosting(_)) {
                    self.reopen(ctx);
                }
            }
            Fragment::Other(_) if self.is_at_table() => {}
            Fragment::Other(_) => self.stop(Stop::LinkForeign, ctx),
            Fragment::None => {}
        }
    }

    fn open_invite(&mut self, code: String, ctx: &mut Ctx) {
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
            Ok(invite) => {
                let name = self
                    .boot
                    .typed_name
                    .clone()
                    .unwrap_or_else(|| self.prefs.settings.name.clone());
                let joining = Joining::begin(&self.boot.base, invite, code, name, ctx);
                self.stage = Stage::Joining(Box::new(joining));
            }
            Err(error) => self.stop(stop_of_link(&error), ctx),
        }
    }

    fn join_again(&mut self, ctx: &mut Ctx) {
        let code = match &self.stage {
            Stage::Stopped { code, .. } => code.clone(),
            Stage::Seated(seated) => Some(seated.code.clone()),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Hosting(_)
            | Stage::Handing(_) => None,
        };
        if let Some(code) = code {
            self.open_invite(code, ctx);
        }
    }

    fn ask_name(&mut self) {
        let name = self.prefs.settings.name.clone();
        self.stage = Stage::Naming { name, problem: None };
    }

    fn name_given(&mut self, given: &str, ctx: &mut Ctx) {
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
            Stage::Start
            | Stage::Hosting(_)
            | Stage::Seated(_)
            | Stage::Handing(_)
            | Stage::Stopped { .. } => {}
        }
    }

    pub(super) fn remember_name(&mut self, name: &str, ctx: &mut Ctx) {
        name.clone_into(&mut self.prefs.settings.name);
        self.prefs.keep_settings(ctx);
    }

    /// A new table; the rules are those used last.
    fn open_table(&mut self, name: &str, ctx: &mut Ctx) {
        let rules = self.prefs.table.as_ref().map_or_else(Rules::default, |kept| kept.rules.clone());
        let hosting = Hosting::open(name, rules, Vec::new(), &self.prefs, ctx);
        self.stage = Stage::Hosting(Box::new(hosting));
    }

    /// The kept table, with its stories.
    fn reopen(&mut self, ctx: &mut Ctx) {
        let name = self.prefs.settings.name.clone();
        let (Some(kept), Ok(name)) = (self.prefs.table.clone(), tidy_name(&name)) else {
            self.stage = Stage::Start;
            ctx.ask(Effect::SetFragment(String::new()));
            return;
        };
        let hosting = Hosting::open(&name, kept.rules, kept.stories, &self.prefs, ctx);
        self.stage = Stage::Hosting(Box::new(hosting));
    }

    fn to_start(&mut self, ctx: &mut Ctx) {
        if self.is_at_table() {
            self.leave(ctx);
            return;
        }
        self.vanish(ctx);
        self.stage = Stage::Start;
        ctx.ask(Effect::SetFragment(String::new()));
    }

    fn is_at_table(&self) -> bool {
        matches!(self.stage, Stage::Hosting(_) | Stage::Seated(_))
    }

    fn leave(&mut self, ctx: &mut Ctx) {
        match &self.stage {
            Stage::Hosting(hosting) => {
                let others = hosting.host.n_linked() - 1;
                if others > 0 && self.guard.is_none() {
                    self.guard = Some(Guard::HostLeaves { others });
                } else {
                    self.end_hosting(ctx);
                }
            }
            Stage::Seated(seated) => {
                let (peer, code) = (seated.peer, seated.code.clone());
                seated.send(vec![ToHost::Bye], ctx);
                self.closing.push((peer, ctx.now_ms + CLOSE_AFTER_MS));
                self.stage = Stage::Stopped { stop: Stop::Left, code: Some(code) };
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Handing(_)
            | Stage::Stopped { .. } => {}
        }
    }

    fn end_hosting(&mut self, ctx: &mut Ctx) {
        if let Stage::Hosting(hosting) = &mut self.stage {
            let closing = hosting.end(&mut self.notices, ctx);
            self.closing.extend(closing);
        }
        self.stage = Stage::Start;
        self.panel = None;
        ctx.ask(Effect::SetFragment(String::new()));
    }

    fn guard_confirmed(&mut self, ctx: &mut Ctx) {
        match self.guard.take() {
            Some(Guard::Reveal { .. }) => self.want(|round, _| Intent::Reveal { round }, ctx),
            Some(Guard::NextStory { .. }) => self.next_story(ctx),
            Some(Guard::HostLeaves { .. }) => self.end_hosting(ctx),
            None => {}
        }
    }

    /// Closes every connection of this stage.
    fn vanish(&mut self, ctx: &mut Ctx) {
        match &mut self.stage {
            Stage::Hosting(hosting) => hosting.vanish(ctx),
            Stage::Seated(seated) => ctx.ask(Effect::ClosePeer { peer: seated.peer }),
            Stage::Joining(joining) => joining.keep_only(None, ctx),
            Stage::Start | Stage::Naming { .. } | Stage::Handing(_) | Stage::Stopped { .. } => {}
        }
    }

    /// There is no way on from here; says why.
    pub(super) fn stop(&mut self, stop: Stop, ctx: &mut Ctx) {
        let code = match &self.stage {
            Stage::Seated(seated) => Some(seated.code.clone()),
            Stage::Joining(joining) => Some(joining.code.clone()),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Hosting(_)
            | Stage::Handing(_)
            | Stage::Stopped { .. } => None,
        };
        self.vanish(ctx);
        let stop = match (stop, &code) {
            (Stop::LostHost { .. }, Some(code)) => {
                Stop::LostHost { invite_link: invite_url(&self.boot.base, code) }
            }
            (other, _) => other,
        };
        self.panel = None;
        self.guard = None;
        self.stage = Stage::Stopped { stop, code };
    }

    fn tick(&mut self, ctx: &mut Ctx) {
        let is_firefox = self.boot.is_firefox;
        self.notices.tick(ctx.now_ms);
        match &mut self.stage {
            Stage::Hosting(hosting) => hosting.tick(is_firefox, &mut self.notices, ctx),
            Stage::Seated(seated) => seated.tick(ctx),
            Stage::Joining(joining) => joining.tick(is_firefox, ctx),
            Stage::Start | Stage::Naming { .. } | Stage::Handing(_) | Stage::Stopped { .. } => {}
        }
        let now_ms = ctx.now_ms;
        let (due, later): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.closing).into_iter().partition(|(_, at)| now_ms >= *at);
        self.closing = later;
        for (peer, _) in due {
            ctx.ask(Effect::ClosePeer { peer });
        }
    }

    fn peer(&mut self, peer: PeerId, news: PeerNews, ctx: &mut Ctx) {
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
    fn host_gone(&mut self, ctx: &mut Ctx) {
        if let Stage::Seated(seated) = &mut self.stage {
            seated.guest.link_closed();
            if seated.guest.table().is_none() {
                self.stop(Stop::LostHost { invite_link: String::new() }, ctx);
            }
        }
    }

    fn tab(&mut self, bytes: &[u8], ctx: &mut Ctx) {
        let Some(message) = TabMessage::read(bytes) else { return };
        match (&mut self.stage, message) {
            (Stage::Hosting(hosting), message) => hosting.tab(message, &mut self.notices, ctx),
            (Stage::Joining(joining), TabMessage::Outcome { code, outcome }) => {
                joining.outcome(&code, &outcome);
            }
            (Stage::Handing(handing), TabMessage::Outcome { code, outcome }) => {
                handing.outcome(&code, outcome);
            }
            // A guest's tab passes replies on to its host.
            (Stage::Seated(_), TabMessage::Reply { code }) => {
                self.want(|_, _| Intent::Forward { code }, ctx);
            }
            (_elsewhere, TabMessage::Reply { .. } | TabMessage::Outcome { .. }) => {}
        }
    }

    fn locked(&mut self, granted: bool, ctx: &mut Ctx) {
        if !granted && matches!(self.stage, Stage::Hosting(_)) {
            self.stop(Stop::OpenElsewhere, ctx);
            ctx.ask(Effect::SetFragment(String::new()));
        }
    }

    fn kept_elsewhere(&mut self, key: &str, value: Option<String>, ctx: &mut Ctx) {
        // The tab that holds the table is the one that writes it.
        if key == crate::saved::TABLE_KEY && matches!(self.stage, Stage::Hosting(_)) {
            return;
        }
        match value {
            Some(text) => self.prefs.take(key, &text, ctx),
            None => self.prefs.lose(key),
        }
    }

    fn not_kept(&mut self, problem: KeepProblem) {
        let (storage, text) = match problem {
            KeepProblem::Full => (StorageView::Full, NoticeText::StorageFull),
            KeepProblem::Blocked => (StorageView::Blocked, NoticeText::StorageBlocked),
        };
        if self.prefs.storage != storage {
            self.prefs.storage = storage;
            self.notices.add(text, self.now_ms);
        }
    }

    fn online(&mut self, online: bool) {
        if online {
            self.notices.drop_text(&NoticeText::Offline);
        } else {
            self.notices.add(NoticeText::Offline, self.now_ms);
        }
    }

    fn copied(&mut self, what: CopyWhat, ok: bool) {
        if let (Stage::Joining(joining), CopyWhat::Reply) = (&mut self.stage, what) {
            joining.copied(ok);
            return;
        }
        let text = if ok { NoticeText::Copied } else { NoticeText::CopyRefused };
        self.notices.add(text, self.now_ms);
    }

    fn replies_given(&mut self, text: &str, ctx: &mut Ctx) {
        match &mut self.stage {
            Stage::Hosting(hosting) => hosting.paste(text, ctx),
            Stage::Seated(_) => {
                for code in crate::wire::find_replies(text) {
                    self.want(|_, _| Intent::Forward { code }, ctx);
                }
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Handing(_)
            | Stage::Stopped { .. } => {}
        }
    }

    /// The machine at the table, host or guest, wants something for its person.
    pub(super) fn want(&mut self, intent: impl FnOnce(u32, u32) -> Intent, ctx: &mut Ctx) {
        let Some(table) = self.table() else { return };
        let story = u32::try_from(table.stories.len()).unwrap_or(u32::MAX);
        let intent = intent(table.round.number, story);
        match &mut self.stage {
            Stage::Hosting(hosting) => {
                let outs = hosting.host.intend(intent, ctx.now_ms, &mut ctx.rng);
                hosting.carry_out(outs, &mut self.notices, ctx);
            }
            Stage::Seated(seated) => {
                if seated.guest.link(ctx.now_ms) != Link::Lost {
                    let outs = seated.guest.intend(intent, ctx.now_ms);
                    seated.send(outs, ctx);
                }
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Handing(_)
            | Stage::Stopped { .. } => {}
        }
    }

    /// The table, if this page is at one.
    pub(super) fn table(&self) -> Option<&crate::room::Table> {
        match &self.stage {
            Stage::Hosting(hosting) => Some(hosting.host.table()),
            Stage::Seated(seated) => seated.guest.table(),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Handing(_)
            | Stage::Stopped { .. } => None,
        }
    }

    pub(super) fn local(&mut self) -> Option<&mut Local> {
        match &mut self.stage {
            Stage::Hosting(hosting) => Some(&mut hosting.local),
            Stage::Seated(seated) => Some(&mut seated.local),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Handing(_)
            | Stage::Stopped { .. } => None,
        }
    }
}

impl Default for App {
    fn default() -> Self {
        Self::new()
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

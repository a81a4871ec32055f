//! The program itself: which screen it is on, and where each event goes.

use crate::meeting::Meeting;
use crate::room::{Intent, Link};
use crate::saved::Agenda;

use super::at_desk::{AtDesk, ToldDesk};
use super::ctx::Ctx;
use super::event::{Boot, Effect, Event, PeerId};
use super::handing::Handing;
use super::hosting::Hosting;
use super::joining::Joining;
use super::lan::Lan;
use super::meeting::AtMeeting;
use super::notices::Notices;
use super::paths::Paths;
use super::prefs::Prefs;
use super::probe::Probe;
use super::returning::Returning;
use super::seated::Seated;
use super::view::{Guard, NameProblem, NoticeText, Panel, Stop, StorageView};

/// A connection is closed this long after its last word, in ms.
pub(super) const CLOSE_AFTER_MS: i64 = 400;

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
    pub(super) paths: Paths,
    pub(super) lan: Lan,
    pub(super) probe: Option<Probe>,
    pub(super) closing: Vec<(PeerId, i64)>,
    /// The browser asks before this page is left.
    warns: bool,
    /// When it was last looked at what has to be kept.
    pub(super) kept_ms: i64,
    /// Last event of the session that was kept, at a host.
    pub(super) kept_seq: u32,
    /// It was said that the storage is nearly full.
    told_nearly_full: bool,
    /// What the desk was told, while it is wanted.
    pub(super) told_desk: Option<ToldDesk>,
    /// Stories that were planned at the desk, for the next table.
    pub(super) planned: Agenda,
    /// The meeting that was planned for it.
    pub(super) planned_meeting: Option<Box<Meeting>>,
    /// The meeting as it is shown, and what is typed there.
    pub(super) at_meeting: AtMeeting,
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
    Naming {
        name: String,
        problem: Option<NameProblem>,
    },
    Joining(Box<Joining>),
    /// A kept seat was found; its lock is asked for.
    Returning(Box<Returning>),
    Hosting(Box<Hosting>),
    Seated(Box<Seated>),
    Handing(Handing),
    Desk(AtDesk),
    Stopped {
        stop: Stop,
        code: Option<String>,
    },
}

impl App {
    /// A page that begins; `Event::Started` is its first event.
    pub fn new() -> Self {
        let mut ctx =
            Ctx::new(<rand_chacha::ChaCha20Rng as rand_core::SeedableRng>::from_seed([0; 32]));
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
            paths: Paths::default(),
            lan: Lan::default(),
            probe: None,
            closing: Vec::new(),
            warns: false,
            kept_ms: 0,
            kept_seq: 0,
            told_nearly_full: false,
            told_desk: None,
            planned: Agenda::default(),
            planned_meeting: None,
            at_meeting: AtMeeting::default(),
        }
    }

    /// The only way in: what happened, and what has to be done about it.
    pub fn update(&mut self, event: Event, ctx: &mut Ctx) -> Vec<Effect> {
        self.now_ms = ctx.now_ms;
        // Ticks send heartbeats, which need nothing kept; whoever leaves comes back perhaps.
        let is_tick = matches!(event, Event::Tick);
        let is_leaving = matches!(event, Event::Leaving);
        self.take(event, ctx);
        self.after(ctx);
        self.keep_met(ctx);
        self.keep_typed(is_leaving, ctx);
        let says_something = !is_tick && ctx.says_something();
        self.keep_place(is_leaving || says_something, ctx);
        // What was done is kept before anybody hears of it.
        let (kept, others): (Vec<_>, Vec<_>) = ctx
            .take_effects()
            .into_iter()
            .partition(|effect| matches!(effect, Effect::Keep { .. } | Effect::Forget { .. }));
        kept.into_iter().chain(others).collect()
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
            Event::GoToStart => self.show_start(ctx),
            Event::ReopenTable => self.reopen(ctx),
            Event::ForgetTable => self.forget_table(ctx),
            Event::GuardConfirmed => self.guard_confirmed(ctx),
            Event::GuardDismissed => self.guard = None,
            Event::LeavePressed => self.leave(ctx),
            Event::JoinAgain => self.join_again(ctx),
            Event::RememberMe(on) => self.remember_me(on),
            Event::PersonForgotten(at) => self.forget_person(at, ctx),
            Event::CarryOnHere => self.carry_on_here(ctx),
            Event::HandOverAndLeave => self.hand_over_and_leave(ctx),
            Event::GoOnWithout => self.go_on_without(ctx),
            Event::SeatHere(name) => self.seat_here(&name, ctx),
            Event::HandOf(seat) => self.hand_of(seat),
            Event::DeputyChosen(seat) => {
                self.want(|_, _| Intent::Appoint { seat }, ctx);
            }
            Event::TakeTableBack => self.want(|_, _| Intent::TakeBack, ctx),
            Event::ReloadPressed => ctx.ask(Effect::Reload),
            Event::PanelOpened(panel) => self.panel = Some(panel),
            Event::PanelClosed => self.panel = None,
            Event::Undo(id) => self.undo(id, ctx),
            Event::NoticeDismissed(id) => self.notices.dismiss(id),
            Event::Peer(peer, news) => self.peer(peer, news, ctx),
            Event::Socket(socket, news) => self.socket(socket, news, ctx),
            Event::Tab(bytes) => self.tab(&bytes, ctx),
            Event::Copied { what, ok } => self.copied(what, ok, ctx),
            Event::NotKept(problem) => self.not_kept(problem),
            Event::Lock(granted) => self.locked(granted, ctx),
            Event::Online(online) => self.online(online),
            Event::DeskRead(values) => self.download_backup(&values, ctx),
            Event::Desk(news) => self.hear_door(news, ctx),
            Event::DeskAgain => self.desk_again(ctx),
            Event::CopyPressed(what) => self.copy(what, ctx),
            Event::SharePressed => self.share(ctx),
            Event::RepliesGiven(text) => self.replies_given(&text, ctx),
            Event::Meeting(event) => self.in_meeting(event, ctx),
            Event::ProbeStopped | Event::ProbeAgain => self.probe_pressed(&event, ctx),
            Event::LanAddressGiven(text) => self.lan = Lan::given(&text),
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
            | Event::RendezvousChosen(_)
            | Event::TrackersGiven(_)
            | Event::TurnGiven { .. }
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
        // Others lose the table when its page goes.
        let warns = matches!(&self.stage, Stage::Hosting(hosting) if hosting.host.n_linked() > 1);
        if warns != self.warns {
            self.warns = warns;
            ctx.ask(Effect::WarnBeforeLeaving(warns));
        }
        self.follow_guard();
        self.follow_desk(ctx);
        self.follow_meeting(ctx);
        self.follow_agenda(ctx);
        self.follow_ahead(ctx);
        self.follow_paths(ctx);
        self.follow_lan(ctx);
        self.follow_probe(ctx);
        let now_ms = ctx.now_ms;
        match &mut self.stage {
            Stage::Hosting(hosting) => {
                let table = hosting.host.table();
                hosting.local.listen(table, &mut self.notices, now_ms);
                let me = hosting.host.me();
                hosting.local.watch(table, me, Link::Linked, now_ms);
                let is_kept = self.prefs.table.as_ref().is_some_and(|kept| {
                    // A table taken over does not push out one of this browser's own.
                    let is_other = hosting.is_taken_over && super::ways::is_worth_keeping(kept);
                    is_other
                        || kept.rules == table.rules
                            && kept.stories == table.stories
                            && kept.meeting == table.meeting
                });
                if !is_kept && hosting.has_lock {
                    let kept = crate::saved::KeptTable {
                        rules: table.rules.clone(),
                        stories: table.stories.clone(),
                        meeting: table.meeting.clone(),
                    };
                    self.prefs.keep_table(kept, ctx);
                    if !self.told_nearly_full && self.prefs.is_nearly_full() {
                        self.told_nearly_full = true;
                        self.notices.add(NoticeText::StorageNearlyFull, now_ms);
                    }
                }
            }
            Stage::Seated(seated) => {
                if let Some(table) = seated.guest.table() {
                    seated.local.listen(table, &mut self.notices, now_ms);
                    let (me, link) = (seated.guest.me(), seated.guest.link(now_ms));
                    seated.local.watch(table, me, link, now_ms);
                }
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

    fn start(&mut self, boot: Boot, ctx: &mut Ctx) {
        self.prefs = Prefs::read(&boot, ctx);
        self.prefs.forget_old_seats(ctx);
        self.prefs.forget_old_typed(ctx);
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

    fn guard_confirmed(&mut self, ctx: &mut Ctx) {
        match self.guard.take() {
            Some(Guard::Reveal { .. }) => self.want(|round, _| Intent::Reveal { round }, ctx),
            Some(Guard::NextStory { .. }) => self.next_story(ctx),
            Some(Guard::HostLeaves { .. }) => self.end_hosting(ctx),
            None => {}
        }
    }

    fn tick(&mut self, ctx: &mut Ctx) {
        let is_firefox = self.boot.is_firefox;
        self.notices.tick(ctx.now_ms);
        match &mut self.stage {
            Stage::Hosting(hosting) => {
                let reign = hosting.tick(is_firefox, &mut self.notices, ctx);
                if std::mem::take(&mut hosting.calls_back) {
                    hosting.call_back(&self.prefs, ctx);
                }
                self.follow_reign(reign, ctx);
            }
            Stage::Seated(seated) => {
                let turn = seated.tick(is_firefox, &mut self.notices, ctx);
                self.follow_turn(turn, ctx);
            }
            Stage::Joining(joining) => {
                joining.tick(is_firefox, ctx);
                if joining.is_hopeless() {
                    self.stop(Stop::NoWebRtc, ctx);
                }
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => {}
        }
        let now_ms = ctx.now_ms;
        let (due, later): (Vec<_>, Vec<_>) = std::mem::take(&mut self.closing)
            .into_iter()
            .partition(|(_, at)| now_ms >= *at);
        self.closing = later;
        for (peer, _) in due {
            ctx.ask(Effect::ClosePeer { peer });
        }
    }
}

impl Default for App {
    fn default() -> Self {
        Self::new()
    }
}

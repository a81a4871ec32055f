//! The screen as a value: what [`View`] shows of the program's state.

use crate::ballot::{safety_emoji, safety_names};
use crate::poker::{Deck, DeckKind};
use crate::room::{Guest, Host, Link, Phase, Table, VoidReason};
use crate::wire::IceSettings;

use super::ice::{self, PUBLIC_STUN};
use super::joining::minutes_seconds;
use super::prefs::Prefs;
use super::show_place::Place;
use super::show_result::Reading;
use super::stage::{App, Stage};
use super::view::{
    DeckLine, DeckName, EstimateView, HandView, InviteView, KeptTableView, NamePurpose, NameView,
    RulesView, Screen, SettingsView, StartView, Stop, TableView, TurnView, View, VoidView,
    WaitingView, WayBackView,
};

impl App {
    /// What the person sees now.
    pub fn view(&self) -> View {
        View {
            language: self.prefs.language(),
            theme: self.prefs.theme(),
            screen: self.screen(),
            panel: self.panel,
            guard: self.guard,
            notices: self.notices.view(),
            announcement: self.notices.said(),
            settings: settings_view(&self.prefs),
            lan: self.lan.view(),
            probe: self.probe_view(),
        }
    }

    fn screen(&self) -> Screen {
        let base = &self.boot.base;
        match &self.stage {
            Stage::Start => Screen::Start(StartView {
                kept_table: self.kept_table(),
            }),
            Stage::Naming { name, problem } => Screen::Name(NameView {
                purpose: NamePurpose::Host,
                name: name.clone(),
                trackers: Vec::new(),
                problem: *problem,
            }),
            Stage::Joining(joining) => match joining.view(self.now_ms) {
                Ok(waiting) => Screen::Waiting(waiting),
                Err(naming) => Screen::Name(naming),
            },
            Stage::Handing(handing) => Screen::Handed(handing.view(base, self.now_ms)),
            Stage::Stopped { stop, .. } => Screen::Stopped(stop.clone()),
            Stage::Desk(desk) => Screen::Desk(desk.view()),
            Stage::Hosting(hosting) => {
                let host = &hosting.host;
                let at = Place {
                    table: host.table(),
                    me: host.me(),
                    voter: hosting.shown_voter(),
                    local: &hosting.local,
                    link: Link::Linked,
                    now_ms: self.now_ms,
                    own_ms: self.now_ms,
                };
                Screen::Table(Box::new(self.table_view(&at, Some(host))))
            }
            Stage::Seated(seated) if is_removed(&seated.guest) => Screen::Stopped(Stop::Removed),
            Stage::Returning(_) => Screen::Waiting(waiting_here()),
            Stage::Seated(seated) => match seated.guest.table() {
                Some(table) => {
                    let at = Place {
                        table,
                        me: seated.guest.me(),
                        voter: seated.guest.voter(),
                        local: &seated.local,
                        link: seated.guest.link(self.now_ms),
                        now_ms: self.now_ms.saturating_add(seated.guest.clock_offset_ms()),
                        own_ms: self.now_ms,
                    };
                    Screen::Table(Box::new(self.table_view(&at, None)))
                }
                None => Screen::Waiting(waiting_here()),
            },
        }
    }

    fn kept_table(&self) -> Option<KeptTableView> {
        let kept = self.prefs.table.as_ref()?;
        let last = kept.stories.last()?;
        super::ways::is_worth_keeping(kept).then(|| KeptTableView {
            n_estimates: kept
                .stories
                .iter()
                .filter(|story| story.estimate.is_some())
                .count(),
            title: last.title.clone(),
        })
    }

    fn table_view(&self, at: &Place<'_>, host: Option<&Host>) -> TableView {
        let table = at.table;
        let shown = at
            .local
            .looking_at
            .unwrap_or(table.stories.len().saturating_sub(1));
        let is_past = at.local.looking_at.is_some();
        let reading = Reading {
            at,
            mark: self.decimal_mark(),
            shown,
        };
        let is_linked = at.link != Link::Lost;
        let is_voter = table.is_on_roll(at.me);
        TableView {
            me: at.me,
            is_host: host.is_some(),
            may_run: table.may_run(at.me) && is_linked,
            may_arrange: table.may_arrange(at.me),
            is_observer: table.seats.get(&at.me).is_some_and(|seat| seat.is_observer),
            is_linked,
            goal: table.goal.clone(),
            story: at.story(shown),
            agenda: self.agenda_view(table, shown),
            meeting: self.meeting_view(at),
            purpose: table.round.purpose,
            seats: at.seats(&reading),
            hand: at.hand(),
            hands: self.hands(),
            cards_rest: table.cards_rest(),
            can_vote: is_linked
                && is_voter
                && !is_past
                && !table.cards_rest()
                && matches!(table.round.phase, Phase::Voting { .. }),
            round: at.round(),
            comments: at.comments(),
            result: reading.result(),
            earlier: reading.earlier(),
            estimate: reading.estimate(is_linked),
            stories: at.story_lines(),
            timer: at.timer(self.prefs.settings.timer_minutes),
            rules: self.rules_view(table),
            invite: self.invite_view(),
            can_take_back: table.founder == at.me && host.is_none() && is_linked,
            is_holding: host.is_some_and(Host::is_holding),
            way_back: self.way_back_view(),
            connection: self.connection_view(at),
            safety: safety_of(table),
        }
    }

    fn rules_view(&self, table: &Table) -> RulesView {
        let rules = &table.rules;
        let presets = DeckKind::PRESETS.iter().map(|kind| Deck::preset(*kind));
        let decks: Vec<_> = presets.chain(self.prefs.decks.iter().cloned()).collect();
        RulesView {
            deck: decks.iter().position(|deck| *deck == rules.deck),
            decks: decks.iter().map(deck_line).collect(),
            deck_in_use: deck_line(&rules.deck),
            add_ons: [
                rules.add_ons.infinity,
                rules.add_ons.unsure,
                rules.add_ons.coffee,
            ],
            is_anonymous: rules.is_anonymous,
            everyone_runs: rules.everyone_runs,
            auto_reveal: rules.auto_reveal,
            comments: rules.comments,
            deck_problem: self.deck_form.problem.clone(),
            decks_saved: self.deck_form.n_saved,
        }
    }

    /// Hands of people at this very screen.
    fn hands(&self) -> Vec<HandView> {
        match &self.stage {
            Stage::Hosting(hosting) => hosting.hands(),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Seated(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => Vec::new(),
        }
    }

    /// The way back to the table, while it is being looked for.
    fn way_back_view(&self) -> Option<WayBackView> {
        let way_back = match &self.stage {
            Stage::Hosting(hosting) => hosting.way_back.as_ref(),
            Stage::Seated(seated) => seated.way_back.as_ref(),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => None,
        };
        way_back.and_then(|way_back| way_back.view(self.now_ms))
    }

    /// Host names of the trackers that the link of this table names.
    fn trackers_watched(&self) -> Vec<String> {
        match &self.stage {
            Stage::Hosting(hosting) => {
                let urls = hosting.door.trackers().iter();
                urls.map(|url| host_of_tracker(url)).collect()
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Seated(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => Vec::new(),
        }
    }

    fn invite_view(&self) -> InviteView {
        let (outcomes, pastes) = match &self.stage {
            Stage::Hosting(hosting) => (hosting.outcomes.clone(), hosting.pastes),
            Stage::Seated(seated) => (seated.outcomes.clone(), seated.pastes),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => (Vec::new(), 0),
        };
        InviteView {
            link: self.invite_link(),
            stun: server_names(&self.prefs.ice().settings),
            trackers: self.trackers_watched(),
            outcomes,
            pastes,
            can_share: self.boot.can_share,
            no_webrtc: !self.boot.has_webrtc,
        }
    }
}

/// The table's tab is here; it needs a moment.
fn waiting_here() -> WaitingView {
    WaitingView {
        name: String::new(),
        reply_link: None,
        copied: None,
        waited: minutes_seconds(0),
        same_browser: true,
        calls: false,
        is_expected: false,
        is_known: false,
        remember: false,
        is_long: false,
    }
}

fn deck_line(deck: &Deck) -> DeckLine {
    let cards: Vec<_> = deck.cards().iter().map(crate::poker::Card::label).collect();
    let name = match deck.kind() {
        DeckKind::Fibonacci => DeckName::Fibonacci,
        DeckKind::ShortFibonacci => DeckName::ShortFibonacci,
        DeckKind::ModifiedFibonacci => DeckName::ModifiedFibonacci,
        DeckKind::TShirt => DeckName::TShirt,
        DeckKind::PowersOfTwo => DeckName::PowersOfTwo,
        DeckKind::Hours => DeckName::Hours,
        DeckKind::FiveFingers => DeckName::FiveFingers,
        DeckKind::Ready => DeckName::Ready,
        DeckKind::Custom => DeckName::Custom(deck.name().to_owned()),
    };
    DeckLine {
        name,
        cards: cards.join(" "),
    }
}

fn settings_view(prefs: &Prefs) -> SettingsView {
    SettingsView {
        language: prefs.chosen_language(),
        theme: prefs.theme(),
        single_keys: prefs.settings.single_keys,
        name: prefs.settings.name.clone(),
        ice: prefs.ice_view(),
        own_servers: prefs.settings.own_servers.clone(),
        ice_problem: prefs.ice_problem(),
        turn: turn_view(prefs),
        rendezvous: prefs.rendezvous_view(),
        public_servers: PUBLIC_STUN.iter().map(|url| host_of(url)).collect(),
        people: prefs
            .people
            .guests
            .iter()
            .map(|one| one.name.clone())
            .collect(),
        decks: prefs.decks.iter().map(deck_line).collect(),
        storage: prefs.storage,
    }
}

fn turn_view(prefs: &Prefs) -> TurnView {
    TurnView {
        url: prefs.settings.turn_url.clone(),
        user: prefs.settings.turn_user.clone(),
        password: prefs.settings.turn_password.clone(),
        is_used: prefs.turn().is_some(),
        problem: prefs.turn_problem(),
    }
}

/// Host names of the servers a setting asks.
fn server_names(settings: &IceSettings) -> Vec<String> {
    ice::urls(settings).iter().map(|url| host_of(url)).collect()
}

fn host_of(url: &str) -> String {
    let host = url.split_once(':').map_or(url, |(_, rest)| rest);
    host.split(['?', ':']).next().unwrap_or(host).to_owned()
}

/// `host[:port]` of a tracker's address.
pub(super) fn host_of_tracker(url: &str) -> String {
    let place = url.split_once("://").map_or(url, |(_, rest)| rest);
    let end = place.find(['/', '?']).unwrap_or(place.len());
    place.get(..end).unwrap_or(place).to_owned()
}

/// Of the keys of everybody at the table; nothing to compare while alone.
fn safety_of(table: &Table) -> Vec<(&'static str, &'static str)> {
    let keys: Vec<_> = table.seats.values().map(|seat| seat.key).collect();
    if keys.len() < 2 {
        return Vec::new();
    }
    safety_emoji(&keys)
        .into_iter()
        .zip(safety_names(&keys))
        .collect()
}

impl From<&VoidReason> for VoidView {
    fn from(reason: &VoidReason) -> Self {
        match reason {
            VoidReason::Left(names) => Self::Left(names.clone()),
            VoidReason::DoesNotMatch(names) => Self::DoesNotMatch(names.clone()),
            VoidReason::ImpossibleSum => Self::ImpossibleSum,
            VoidReason::Refused(name) => Self::Refused(name.clone()),
        }
    }
}

/// What can be chosen as an estimate.
pub(super) fn estimate_view(
    options: Vec<String>,
    suggestion: Option<String>,
    saved: Option<String>,
    can_save: bool,
) -> EstimateView {
    EstimateView {
        options,
        suggestion,
        saved,
        can_save,
    }
}

/// The facilitator removed this seat; an undo brings it back to the table.
fn is_removed(guest: &Guest) -> bool {
    let seat = guest.table().and_then(|table| table.seats.get(&guest.me()));
    seat.is_some_and(|one| one.is_removed)
}

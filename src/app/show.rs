//! The screen as a value: what [`View`] shows of the program's state.

use crate::ballot::{safety_emoji, safety_names};
use crate::poker::{Deck, DeckKind};
use crate::room::{Host, Link, Phase, Seat, SeatId, Table, VoidReason, Voter};
use crate::wire::IceSettings;

use super::joining::minutes_seconds;
use super::local::Local;
use super::prefs::{PUBLIC_STUN, Prefs};
use super::show_result::Reading;
use super::stage::{App, Stage};
use super::view::{
    CardView, CommentView, DeckLine, DeckName, EstimateView, InviteView, KeptTableView, LinkView,
    NamePurpose, NameView, PhaseView, RoundView, RulesView, Screen, SeatView, SettingsView,
    StartView, StoryLineView, StoryView, TableView, TimerView, View, VoidView,
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
                problem: *problem,
            }),
            Stage::Joining(joining) => match joining.view(self.now_ms) {
                Ok(waiting) => Screen::Waiting(waiting),
                Err(naming) => Screen::Name(naming),
            },
            Stage::Handing(handing) => Screen::Handed(handing.view(base, self.now_ms)),
            Stage::Stopped { stop, .. } => Screen::Stopped(stop.clone()),
            Stage::Hosting(hosting) => {
                let host = &hosting.host;
                let at = Place {
                    table: host.table(),
                    me: host.me(),
                    voter: host.voter(),
                    local: &hosting.local,
                    link: Link::Linked,
                    is_cut_off: false,
                    now_ms: self.now_ms,
                };
                Screen::Table(Box::new(self.table_view(&at, Some(host))))
            }
            Stage::Seated(seated) => match seated.guest.table() {
                Some(table) => {
                    let at = Place {
                        table,
                        me: seated.guest.me(),
                        voter: seated.guest.voter(),
                        local: &seated.local,
                        link: seated.guest.link(self.now_ms),
                        is_cut_off: !seated.guest.is_open(),
                        now_ms: self.now_ms + seated.guest.clock_offset_ms(),
                    };
                    Screen::Table(Box::new(self.table_view(&at, None)))
                }
                None => Screen::Waiting(super::view::WaitingView {
                    name: String::new(),
                    reply_link: None,
                    copied: None,
                    waited: minutes_seconds(0),
                    same_browser: true,
                    is_long: false,
                }),
            },
        }
    }

    fn kept_table(&self) -> Option<KeptTableView> {
        let kept = self.prefs.table.as_ref()?;
        let last = kept.stories.last()?;
        let is_worth_it =
            kept.stories.len() > 1 || !last.rounds.is_empty() || !last.title.is_empty();
        is_worth_it.then(|| KeptTableView {
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
            is_cut_off: at.is_cut_off,
            story: at.story(shown),
            seats: at.seats(&reading),
            hand: at.hand(),
            can_vote: is_linked
                && is_voter
                && !is_past
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

    fn invite_view(&self) -> InviteView {
        let (outcomes, pastes) = match &self.stage {
            Stage::Hosting(hosting) => (hosting.outcomes.clone(), hosting.pastes),
            Stage::Seated(seated) => (seated.outcomes.clone(), seated.pastes),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Handing(_)
            | Stage::Stopped { .. } => (Vec::new(), 0),
        };
        InviteView {
            link: self.invite_link(),
            stun: server_names(&self.prefs.ice()),
            outcomes,
            pastes,
            can_share: self.boot.can_share,
            no_webrtc: !self.boot.has_webrtc,
        }
    }
}

/// A seat's place: what it sees, and what it alone knows.
pub(super) struct Place<'a> {
    pub(super) table: &'a Table,
    pub(super) me: SeatId,
    pub(super) voter: &'a Voter,
    pub(super) local: &'a Local,
    pub(super) link: Link,
    /// The link is gone for good.
    pub(super) is_cut_off: bool,
    /// Host's clock.
    pub(super) now_ms: i64,
}

impl Place<'_> {
    fn story(&self, shown: usize) -> StoryView {
        let story = self.table.stories.get(shown);
        let is_past = self.local.looking_at.is_some();
        StoryView {
            title: story.map(|story| story.title.clone()).unwrap_or_default(),
            number: shown + 1,
            can_edit: !is_past && self.link != Link::Lost && self.table.may_run(self.me),
            is_past,
            has_previous: shown > 0,
            has_next: shown + 1 < self.table.stories.len(),
            focus: self.local.focus,
        }
    }

    fn seats(&self, reading: &Reading<'_>) -> Vec<SeatView> {
        let may_arrange = self.table.may_arrange(self.me);
        self.table
            .seats
            .iter()
            .filter(|(_, seat)| !seat.is_removed)
            .map(|(id, seat)| SeatView {
                id: *id,
                name: seat.name.clone(),
                is_me: *id == self.me,
                is_host: seat.is_host,
                is_observer: seat.is_observer,
                link: if *id == self.me {
                    link_view(self.link)
                } else {
                    link_view(seat.link)
                },
                mark: reading.mark(*id, seat),
                explains: self.table.round.explains.contains(id),
                speaks_first: reading.speaks_first(*id),
                can_remove: may_arrange && *id != self.me,
            })
            .collect()
    }

    fn hand(&self) -> Vec<CardView> {
        let hand = self.table.hand();
        let picked = self.voter.picked(self.table).map(usize::from);
        hand.faces()
            .iter()
            .enumerate()
            .map(|(index, face)| CardView {
                index,
                label: face.label().to_owned(),
                key: hand.key(index),
                is_picked: picked == Some(index),
            })
            .collect()
    }

    fn round(&self) -> RoundView {
        let table = self.table;
        let n_counted = table.story().map_or(0, |story| story.rounds.len());
        let is_revealed = matches!(table.round.phase, Phase::Revealed { .. });
        let n_voters = table.round.roll.len();
        RoundView {
            number: if is_revealed {
                n_counted
            } else {
                n_counted + 1
            },
            n_voted: match &table.round.phase {
                Phase::Voting { commitments } | Phase::Closing { commitments } => commitments.len(),
                Phase::Opening { .. } => n_voters,
                Phase::Revealed { .. } | Phase::Void { .. } => table
                    .outcome()
                    .map_or(0, |outcome| outcome.n_votes() as usize),
            },
            n_voters,
            is_anonymous: table.rules.is_anonymous,
            phase: self.phase(),
        }
    }

    fn phase(&self) -> PhaseView {
        match &self.table.round.phase {
            Phase::Voting { .. } => match self.table.round.countdown_ends_ms {
                Some(ends_ms) => {
                    let left_ms = (ends_ms - self.now_ms).clamp(1, 3_000);
                    let seconds = u32::try_from((left_ms + 999) / 1000).unwrap_or(1);
                    PhaseView::Countdown { seconds }
                }
                None => PhaseView::Voting,
            },
            Phase::Closing { .. } | Phase::Opening { .. } => PhaseView::Opening,
            Phase::Revealed { .. } => PhaseView::Revealed,
            Phase::Void { reason } => PhaseView::Void(VoidView::from(reason)),
        }
    }

    fn comments(&self) -> Option<CommentView> {
        self.table.rules.comments.then(|| CommentView {
            text: self.voter.comment().to_owned(),
            limit: crate::room::MAX_COMMENT_CHARS,
        })
    }

    fn story_lines(&self) -> Vec<StoryLineView> {
        let n_stories = self.table.stories.len();
        self.table
            .stories
            .iter()
            .enumerate()
            .map(|(at, story)| StoryLineView {
                number: at + 1,
                title: story.title.clone(),
                estimate: story.estimate.clone(),
                n_rounds: story.rounds.len(),
                agreement: story
                    .rounds
                    .last()
                    .and_then(|round| round.statistics().agreement),
                is_current: at + 1 == n_stories,
            })
            .collect()
    }

    fn timer(&self, minutes: u32) -> TimerView {
        let Some(timer) = self.table.timer else {
            let text = minutes_seconds(i64::from(minutes) * 60_000);
            return TimerView {
                text,
                is_running: false,
                is_late: false,
                is_over: false,
                minutes,
            };
        };
        let left_ms = timer.ends_ms - self.now_ms;
        let fifth_ms = i64::from(timer.length_s) * 200;
        TimerView {
            text: minutes_seconds(left_ms + 999),
            is_running: true,
            is_late: left_ms <= fifth_ms,
            is_over: left_ms <= 0,
            minutes,
        }
    }
}

fn link_view(link: Link) -> LinkView {
    match link {
        Link::Linked => LinkView::Linked,
        Link::Slow => LinkView::Slow,
        Link::Lost => LinkView::Lost,
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
        public_servers: PUBLIC_STUN.iter().map(|url| host_of(url)).collect(),
        decks: prefs.decks.iter().map(deck_line).collect(),
        storage: prefs.storage,
    }
}

/// Host names of the servers a setting asks.
fn server_names(ice: &IceSettings) -> Vec<String> {
    super::prefs::ice_urls(ice)
        .iter()
        .map(|url| host_of(url))
        .collect()
}

fn host_of(url: &str) -> String {
    let host = url.split_once(':').map_or(url, |(_, rest)| rest);
    host.split(['?', ':']).next().unwrap_or(host).to_owned()
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

/// A seat that is here can be spoken to; used for marks.
pub(super) fn is_here(seat: &Seat) -> bool {
    seat.link != Link::Lost && !seat.is_removed
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

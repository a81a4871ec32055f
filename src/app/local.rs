//! What this screen alone remembers about the table, and what it says aloud.

use litemap::LiteMap;

use crate::room::{Link, Phase, Rules, Table};

use super::joining::minutes_seconds;
use super::notices::Notices;
use super::view::{Announcement, NoticeText, SeatId, VoidView};

/// This screen's own view of the table.
#[derive(Debug, Default)]
pub(super) struct Local {
    /// 0-based story looked at, if not the current one.
    pub(super) looking_at: Option<usize>,
    /// The seat on this screen whose votes are being entered, if not one's own.
    pub(super) acting_for: Option<SeatId>,
    /// Bumped when the title box should take the focus.
    pub(super) focus: u32,
    heard: Heard,
    /// Since when each seat that is not linked is not, on this browser's clock, ms.
    away: LiteMap<SeatId, i64>,
}

/// A seat that is not back after this time is shown as lost, in ms.
const SHOWN_LOST_AFTER_MS: i64 = 60_000;

/// What was last said aloud.
#[derive(Debug, Default)]
struct Heard {
    n_stories: usize,
    round: u32,
    n_voted: usize,
    n_voters: usize,
    phase: u8,
    rules: Rules,
    people: LiteMap<SeatId, String>,
}

impl Local {
    /// A screen that has just come to the table: nothing needs saying about the past.
    pub(super) fn arriving(table: &Table) -> Self {
        Self {
            heard: heard(table),
            ..Self::default()
        }
    }

    /// Notes since when seats are not linked; `own` is the link of this very seat, and so
    /// of the host as seen from here.
    pub(super) fn watch(&mut self, table: &Table, me: SeatId, own: Link, now_ms: i64) {
        self.away.retain(|seat, _| table.seats.contains_key(seat));
        for (id, seat) in &table.seats {
            let link = if *id == me || seat.is_host {
                own
            } else {
                seat.link
            };
            if link == Link::Linked {
                self.away.remove(id);
            } else if !self.away.contains_key(id) {
                self.away.insert(*id, now_ms);
            }
        }
    }

    /// `0:12`: how long a seat has been trying to come back. `None` if it is here, or if
    /// nobody expects it any more.
    pub(super) fn waited(&self, seat: SeatId, link: Link, now_ms: i64) -> Option<String> {
        if link != Link::Lost {
            return None;
        }
        let since_ms = self.away.get(&seat).copied().unwrap_or(now_ms);
        let waited_ms = now_ms.saturating_sub(since_ms).max(0);
        (waited_ms < SHOWN_LOST_AFTER_MS).then(|| {
            let text = minutes_seconds(waited_ms);
            text.strip_prefix('0').unwrap_or(&text).to_owned()
        })
    }

    /// Says what changed since last time.
    pub(super) fn listen(&mut self, table: &Table, notices: &mut Notices, now_ms: i64) {
        let now = heard(table);
        let before = std::mem::replace(&mut self.heard, now);
        let now = &self.heard;
        if now.n_stories != before.n_stories {
            self.looking_at = None;
            let title = table
                .story()
                .map(|story| story.title.clone())
                .unwrap_or_default();
            notices.say(Announcement::Story(title));
            return;
        }
        if now.round != before.round {
            notices.say(Announcement::NewRound);
        }
        let were_out = before.n_voted > 0 && before.phase == VOTING;
        if were_out && !before.rules.votes_like(&now.rules) {
            notices.add(NoticeText::VotesCleared, now_ms);
        }
        for (seat, name) in &now.people {
            if !before.people.contains_key(seat) {
                notices.say(Announcement::Joined(name.clone()));
            }
        }
        for (seat, name) in &before.people {
            if !now.people.contains_key(seat) {
                notices.say(Announcement::Left(name.clone()));
            }
        }
        if (now.n_voted, now.n_voters) != (before.n_voted, before.n_voters) && now.n_voted > 0 {
            notices.say(Announcement::Votes(now.n_voted, now.n_voters));
        }
        if now.phase != before.phase {
            say_phase(table, notices, now_ms);
        }
    }
}

/// [`phase_number`] of an open round.
const VOTING: u8 = 0;

fn heard(table: &Table) -> Heard {
    Heard {
        n_stories: table.stories.len(),
        round: table.round.number,
        n_voted: table.commitments().map_or(0, LiteMap::len),
        n_voters: table.round.roll.len(),
        phase: phase_number(&table.round.phase),
        rules: table.rules.clone(),
        people: crate::order::map(
            table
                .seats
                .iter()
                .filter(|(_, seat)| seat.link != Link::Lost && !seat.is_removed)
                .map(|(id, seat)| (*id, seat.name.clone())),
        ),
    }
}

fn phase_number(phase: &Phase) -> u8 {
    match phase {
        Phase::Voting { .. } => VOTING,
        Phase::Closing { .. } => 1,
        Phase::Opening { .. } => 2,
        Phase::Revealed { .. } => 3,
        Phase::Void { .. } => 4,
    }
}

fn say_phase(table: &Table, notices: &mut Notices, now_ms: i64) {
    if let Some(outcome) = table.outcome() {
        let hand = outcome.hand();
        let cards: Vec<_> = outcome
            .counts
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > 0)
            .filter_map(|(at, count)| Some(format!("{}: {count}", hand.label(at)?)))
            .collect();
        notices.say(Announcement::Revealed(cards.join(", ")));
        if outcome.lost_remarks > 0 {
            notices.add(NoticeText::CommentLost, now_ms);
        }
    }
    if let Phase::Void { reason } = &table.round.phase {
        notices.say(Announcement::Void(VoidView::from(reason)));
    }
}

//! What one seat sees of the table, and what it alone knows.

use crate::exchange::safe_href;
use crate::meeting::Purpose;
use crate::room::{Link, Phase, Seat, Table, Voter};

use super::joining::minutes_seconds;
use super::local::Local;
use super::show_result::Reading;
use super::view::{
    CardView, CommentView, LinkView, PhaseView, RoundView, SeatId, SeatView, StoryLineView,
    StoryView, TimerView, VoidView,
};

/// A seat's place: what it sees, and what it alone knows.
pub(super) struct Place<'a> {
    pub(super) table: &'a Table,
    pub(super) me: SeatId,
    pub(super) voter: &'a Voter,
    pub(super) local: &'a Local,
    pub(super) link: Link,
    /// Host's clock.
    pub(super) now_ms: i64,
    /// This browser's clock.
    pub(super) own_ms: i64,
}

impl Place<'_> {
    pub(super) fn story(&self, shown: usize) -> StoryView {
        let story = self.table.stories.get(shown);
        let is_past = self.local.looking_at.is_some();
        StoryView {
            title: story.map(|story| story.title.clone()).unwrap_or_default(),
            link: story.and_then(|story| safe_href(&story.link)),
            number: shown + 1,
            can_edit: !is_past && self.link != Link::Lost && self.table.may_run(self.me),
            is_past,
            has_previous: shown > 0,
            has_next: shown + 1 < self.table.stories.len(),
            focus: self.local.focus,
        }
    }

    pub(super) fn seats(&self, reading: &Reading<'_>) -> Vec<SeatView> {
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
                is_held: seat.is_held,
                is_deputy: self.table.deputy == Some(*id),
                can_deputise: may_arrange && seat.may_deputise && !seat.is_host && !seat.is_held,
                is_observer: seat.is_observer,
                link: link_view(self.link_of(*id, seat)),
                waited: self.waited(*id, seat),
                mark: reading.mark(*id, seat),
                explains: self.table.round.explains.contains(id),
                speaks_first: reading.speaks_first(*id),
                can_remove: may_arrange && *id != self.me,
            })
            .collect()
    }

    /// The state of a seat's link. Of one's own this side knows best, and a host that is
    /// not heard cannot say so itself.
    pub(super) fn link_of(&self, id: SeatId, seat: &Seat) -> Link {
        if id == self.me || seat.is_host {
            self.link
        } else {
            seat.link
        }
    }

    /// How long a seat has been trying to come back.
    pub(super) fn waited(&self, id: SeatId, seat: &Seat) -> Option<String> {
        self.local.waited(id, self.link_of(id, seat), self.own_ms)
    }

    pub(super) fn hand(&self) -> Vec<CardView> {
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

    pub(super) fn round(&self) -> RoundView {
        let table = self.table;
        let n_counted = n_counted(table);
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

    pub(super) fn phase(&self) -> PhaseView {
        match &self.table.round.phase {
            Phase::Voting { .. } => match self.table.round.countdown_ends_ms {
                Some(ends_ms) => {
                    let left_ms = ends_ms.saturating_sub(self.now_ms).clamp(1, 3_000);
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

    pub(super) fn comments(&self) -> Option<CommentView> {
        self.table.rules.comments.then(|| CommentView {
            text: self.voter.comment().to_owned(),
            limit: crate::room::MAX_COMMENT_CHARS,
        })
    }

    pub(super) fn story_lines(&self) -> Vec<StoryLineView> {
        let n_stories = self.table.stories.len();
        self.table
            .stories
            .iter()
            .enumerate()
            .filter(|(at, story)| at + 1 == n_stories || !story.is_vacant())
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

    pub(super) fn timer(&self, minutes: u32) -> TimerView {
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
        let left_ms = timer.ends_ms.saturating_sub(self.now_ms);
        let fifth_ms = i64::from(timer.length_s) * 200;
        TimerView {
            text: minutes_seconds(left_ms.saturating_add(999)),
            is_running: true,
            is_late: left_ms <= fifth_ms,
            is_over: left_ms <= 0,
            minutes,
        }
    }
}

/// Counted rounds of what is asked now.
pub(super) fn n_counted(table: &Table) -> usize {
    let purpose = table.round.purpose;
    if purpose == Purpose::Estimate {
        return table.story().map_or(0, |story| story.rounds.len());
    }
    let n_stories = table.stories.len();
    let polls = table.polls.iter();
    let polls = polls
        .filter(|poll| poll.purpose == purpose && usize::try_from(poll.story) == Ok(n_stories));
    polls.count()
}

pub(super) fn link_view(link: Link) -> LinkView {
    match link {
        Link::Linked => LinkView::Linked,
        Link::Slow => LinkView::Slow,
        Link::Lost => LinkView::Lost,
    }
}

/// A seat that is here can be spoken to; used for marks.
pub(super) fn is_here(seat: &Seat) -> bool {
    seat.link != Link::Lost && !seat.is_removed
}

//! The meeting at the table: who may do what of it, and in which order edits are made.

use crate::meeting::{Act, AgendaStep, Meeting, PersonId, Purpose, TopicId};

use super::MAX_STORIES;
use super::acting::{tidy_title, whole_link};
use super::host::Host;
use super::message::TableEvent;
use super::table::{Phase, SeatId, Table};

impl Table {
    /// Whether the cards rest: people read, or close what is open from last time, nothing
    /// else is asked, and no card lies on the table.
    pub fn cards_rest(&self) -> bool {
        let step = self
            .meeting
            .as_deref()
            .and_then(|meeting| meeting.agenda.step());
        let is_before = matches!(
            step,
            Some(AgendaStep::SilentReading | AgendaStep::FollowUps)
        );
        is_before
            && self.round.purpose == Purpose::Estimate
            && matches!(&self.round.phase, Phase::Voting { commitments } if commitments.is_empty())
    }
}

impl Host {
    /// Opens the meeting; before anybody else sits down, since no event tells it.
    pub fn convene(&mut self, mut meeting: Meeting) {
        for topic in &mut meeting.topics {
            topic.title = tidy_title(&topic.title);
            topic.link = whole_link(std::mem::take(&mut topic.link));
        }
        meeting.begin(PersonId(self.me.0));
        for (seat, one) in self.table.seats.iter() {
            meeting.meet(PersonId(seat.0), &one.name);
        }
        self.table.meeting = Some(Box::new(meeting));
        self.digest = None;
    }

    /// Somebody does something in the meeting.
    pub(super) fn meet(&mut self, seat: SeatId, act: Act, now_ms: i64) {
        if !self.table.may_do(seat, act.right()) {
            return;
        }
        let Some(act) = self.in_order(seat, act) else {
            return;
        };
        let fits = |meeting: &Meeting| meeting.fits(&act);
        if !self.table.meeting.as_deref().is_some_and(fits) {
            return;
        }
        if let Act::Type { place, edit, .. } = &act {
            self.typing.note(*place, edit.clone());
        }
        let picked = if let Act::Pick { topic } = &act {
            Some(*topic)
        } else {
            None
        };
        self.publish(TableEvent::Met { seat, act, now_ms });
        if let Some(topic) = picked {
            self.bring_topic(topic, now_ms);
        }
    }

    /// An edit as it is made after all those that came before it, once.
    fn in_order(&self, seat: SeatId, act: Act) -> Option<Act> {
        let Act::Type {
            place,
            rev,
            number,
            edit,
        } = act
        else {
            return Some(act);
        };
        let typed = self.table.meeting.as_deref()?.typed(place)?;
        if number != typed.seen(PersonId(seat.0)).saturating_add(1) {
            return None;
        }
        let edit = self.typing.carry(place, typed, rev, edit)?;
        Some(Act::Type {
            place,
            rev: typed.rev,
            number,
            edit,
        })
    }

    /// A story of the meeting comes on the table, unless it is there.
    fn bring_topic(&mut self, topic: TopicId, now_ms: i64) {
        let number = self.story_number();
        let meeting = self.table.meeting.as_deref();
        let Some(topic) = meeting.and_then(|meeting| meeting.topic(topic)) else {
            return;
        };
        if topic.at_table == Some(number) {
            return;
        }
        let (title, link) = (tidy_title(&topic.name()), topic.link.clone());
        let is_open = matches!(
            &self.table.round.phase,
            Phase::Voting { commitments } if commitments.is_empty()
        );
        let is_new = self
            .table
            .story()
            .is_some_and(|story| story.title.is_empty() && story.rounds.is_empty());
        if !(is_open && is_new) {
            if self.table.stories.len() >= MAX_STORIES {
                return;
            }
            let title = String::new();
            self.publish(TableEvent::StoryBegan { title, now_ms });
        }
        self.publish(TableEvent::Brought { title, link });
    }

    /// A vote on something else; not while one is being counted or has cards on the table.
    pub(super) fn ask(&mut self, purpose: Purpose) {
        let is_free = match &self.table.round.phase {
            Phase::Voting { commitments } => commitments.is_empty(),
            Phase::Revealed { .. } | Phase::Void { .. } => true,
            Phase::Closing { .. } | Phase::Opening { .. } => false,
        };
        if is_free {
            self.publish(TableEvent::Asked(purpose));
        }
    }
}

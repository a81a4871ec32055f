//! The meeting at this screen: acts sent, what the desk is told, the record kept when it
//! is over.

use std::sync::Arc;

use crate::meeting::{
    Counted, Estimated, Handout, Meeting, PersonId, Poll, Purpose, Record, Right, TopicId,
};
use crate::room::{Intent, Link, Outcome, Poll as CountedPoll, Story, Table};
use crate::saved::{MET_KEY, record_key, write_record};
use crate::story::Round;

use super::agenda::round_of;
use super::ctx::Ctx;
use super::event::{CopyWhat, Effect, MeetingEvent};
use super::show_place::Place as Seat;
use super::stage::App;
use super::typing::Typing;
use super::view::MeetingNow;

/// The desk is told of changes at most this often, in ms.
const TELL_EVERY_MS: i64 = 1_000;

/// What this screen knows of its meeting besides the table.
#[derive(Debug, Default)]
pub(super) struct AtMeeting {
    /// The meeting with its votes, as of [`Stand`].
    shown: Option<(Stand, Arc<Record>)>,
    /// What is typed here.
    pub(super) typing: Typing,
    /// The end that was kept: of which meeting, and when it ended.
    kept: Option<(u64, i64)>,
    /// On its way into the clipboard.
    pub(super) copying: Option<Handout>,
    /// What the desk was told last: which meeting, after how many acts, and when.
    told: Option<(u64, u32, i64)>,
}

/// Two records with the same stand are the same.
#[derive(Debug, PartialEq, Eq)]
struct Stand {
    id: u64,
    rev: u32,
    /// The round, and whether it is counted: every vote that counts is one.
    round: (u32, bool),
    estimates: Vec<Option<i64>>,
}

impl Stand {
    fn of(table: &Table, meeting: &Meeting) -> Self {
        Self {
            id: meeting.id,
            rev: meeting.rev,
            round: (table.round.number, table.outcome().is_some()),
            estimates: table.stories.iter().map(|one| one.estimated_ms).collect(),
        }
    }
}

impl App {
    /// Something a person does in the meeting.
    pub(super) fn in_meeting(&mut self, event: MeetingEvent, ctx: &mut Ctx) {
        match event {
            MeetingEvent::Did(act) => self.want(|_, _| Intent::Meet(act), ctx),
            MeetingEvent::Typed { place, text } => self.typed(place, &text, ctx),
            MeetingEvent::Asked(purpose) => {
                self.want(|round, _| Intent::Ask { round, purpose }, ctx);
            }
            MeetingEvent::Copied { handout, text } => {
                let what = CopyWhat::Meeting;
                ctx.ask(Effect::Copy { what, text });
                self.at_meeting.copying = Some(handout);
            }
            MeetingEvent::Saved {
                handout,
                name,
                mime,
                text,
            } => {
                ctx.ask(Effect::Download { name, mime, text });
                self.handed_out(handout, ctx);
            }
            MeetingEvent::Printed => {
                ctx.ask(Effect::Print);
                self.handed_out(Handout::Paper, ctx);
            }
        }
    }

    /// Once per update: what is typed, the record, the desk.
    pub(super) fn follow_meeting(&mut self, ctx: &mut Ctx) {
        if self.held_meeting().is_none() {
            self.drop_typed(ctx);
            self.at_meeting = AtMeeting::default();
            return;
        }
        self.follow_typing(ctx);
        self.keep_shown(ctx);
        self.tell_desk_met(ctx);
    }

    /// The record as it is shown, and kept once the meeting is over.
    fn keep_shown(&mut self, ctx: &mut Ctx) {
        let Some(table) = self.table() else { return };
        let Some(meeting) = table.meeting.as_deref() else {
            return;
        };
        let stand = Stand::of(table, meeting);
        let shown = self.at_meeting.shown.as_ref();
        if shown.is_some_and(|(known, _)| *known == stand) {
            return;
        }
        let record = Arc::new(record_of(table, meeting));
        let ended = meeting
            .agenda
            .ended_ms
            .map(|ended_ms| (meeting.id, ended_ms));
        if let Some(end) = ended.filter(|end| self.at_meeting.kept != Some(*end)) {
            ctx.ask(Effect::Keep {
                key: record_key(end.0),
                text: write_record(&record),
            });
            self.at_meeting.kept = Some(end);
        }
        self.at_meeting.shown = Some((stand, record));
    }

    /// What the meeting makes of its stories goes back to the desk they came from: soon
    /// after each change, and at once when the meeting is over.
    fn tell_desk_met(&mut self, ctx: &mut Ctx) {
        let Some((stand, record)) = &self.at_meeting.shown else {
            return;
        };
        if !self.opened_this_table() {
            return;
        }
        let (id, rev) = (stand.id, stand.rev);
        let is_over = record.meeting.is_over();
        let is_due = match self.at_meeting.told {
            // After a reload nobody knows what the desk was told.
            None => record.meeting.agenda.began_ms.is_some(),
            Some((known, told, ms)) => {
                (known, told) != (id, rev) && (is_over || ctx.now_ms - ms >= TELL_EVERY_MS)
            }
        };
        let is_first = self.at_meeting.told.is_none();
        if is_first {
            self.at_meeting.told = Some((id, rev, ctx.now_ms));
        }
        if is_due {
            let (key, text) = (String::from(MET_KEY), write_record(record));
            ctx.ask(Effect::Keep { key, text });
            self.at_meeting.told = Some((id, rev, ctx.now_ms));
        }
    }

    /// The meeting for the screen.
    pub(super) fn meeting_view(&self, at: &Seat<'_>) -> Option<MeetingNow> {
        let (_, record) = self.at_meeting.shown.as_ref()?;
        let is_present = |link: Link| link != Link::Lost;
        let seats = at.table.seats.iter();
        let present = seats.filter(|(_, seat)| !seat.is_removed && is_present(seat.link));
        let me = at.me;
        Some(MeetingNow {
            record: Arc::clone(record),
            me: PersonId(me.0),
            now_ms: at.now_ms - at.now_ms.rem_euclid(1_000),
            may_lead: at.table.may_lead(me),
            may_give: at.table.may_do(me, Right::Give),
            may_own: at.table.may_do(me, Right::Own),
            is_linked: is_present(at.link),
            drafts: self.at_meeting.typing.texts(),
            present: present.map(|(id, _)| PersonId(id.0)).collect(),
            purpose: at.table.round.purpose,
            is_opener: self.opened_this_table(),
            base: self.prefs.base.clone(),
        })
    }
}

/// The meeting with its votes so far.
pub(super) fn record_of(table: &Table, meeting: &Meeting) -> Record {
    let of_number = |number: u32| {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        table.stories.get(at)
    };
    let estimated = meeting.named_topics().filter_map(|(topic, one)| {
        let story = of_number(one.at_table?)?;
        let is_empty = story.estimate.is_none() && story.rounds.is_empty();
        (!is_empty).then(|| estimated(topic, story))
    });
    let topic_of = |number: u32| {
        let mut topics = meeting.named_topics();
        let found = topics.find(|(_, one)| one.at_table == Some(number));
        found.map(|(topic, _)| topic)
    };
    let poll = |poll: &CountedPoll| Poll {
        purpose: poll.purpose,
        topic: topic_of(poll.story).filter(|_| poll.purpose != Purpose::Closing),
        votes: votes_of(&poll.outcome),
    };
    Record {
        meeting: meeting.clone(),
        estimated: estimated.collect(),
        polls: table.polls.iter().map(poll).collect(),
    }
}

fn estimated(topic: TopicId, story: &Story) -> Estimated {
    let round = round_of(story);
    let rounds = story.rounds.iter().map(|outcome| Counted {
        is_named: outcome.named.is_some(),
        spread: outcome.statistics().spread,
    });
    Estimated {
        topic,
        estimate: story.estimate.clone().unwrap_or_default(),
        rounds: rounds.collect(),
        votes: (round.n_rounds > 0).then_some(round),
    }
}

/// One vote that was no estimate.
fn votes_of(outcome: &Outcome) -> Round {
    let story = Story {
        rounds: vec![outcome.clone()],
        ..Story::default()
    };
    round_of(&story)
}

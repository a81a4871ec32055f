//! What the record of a meeting says about the lists `During` and `After`. What is not in it
//! stays unknown and ticks nothing.

use crate::checklist::{Handed, MeetingFacts, OutcomeFacts, Share};
use crate::desk::shelf::Shelf;
use crate::meeting::{
    AgendaStep, Counted, Fate, Meeting, Note, NoteField, NoteKind, NoteState, Record, Timebox,
    Topic, TopicId,
};
use crate::story::{Definition, GateState, Status, Step, Story, StoryId, judge};

use super::facts::{count, is_owned, of_all};
use super::handed::mark_of_decisions;

/// What is on the clock for less did not take place: somebody clicked past it; in ms.
const TOOK_PLACE_MS: i64 = 10_000;

/// Milliseconds of a minute.
const MINUTE_MS: i64 = 60_000;

/// From so many steps of the deck on, numbers differ: it is time to talk.
const DIFFERING_STEPS: u16 = 2;

/// A record, and each story as it left the meeting.
struct Met<'a> {
    record: &'a Record,
    stories: Vec<Story>,
    definition: Definition,
}

/// What the meeting was like. What may still change while it goes on is said at its end.
pub(super) fn meeting_facts(record: &Record) -> MeetingFacts {
    let met = Met {
        record,
        stories: record.stories(),
        definition: record.meeting.asks(),
    };
    let facts = MeetingFacts {
        follow_ups: met.follow_ups(),
        read: met.read(),
        walked: met.walked(),
        n_parked: met.parked(),
        n_risks: met.risks(),
        ..MeetingFacts::default()
    };
    if !record.meeting.is_over() {
        return facts;
    }
    MeetingFacts {
        passed_first: met.passed_first(),
        n_walked_first: met.walked_first(),
        anonymous: met.anonymous(),
        revoted: met.revoted(),
        timeboxes: met.timeboxes(),
        reasoned: met.reasoned(),
        marked_ready: met.marked_ready(),
        ..facts
    }
}

impl Met<'_> {
    fn meeting(&self) -> &Meeting {
        &self.record.meeting
    }

    fn notes(&self, kind: NoteKind) -> impl Iterator<Item = &Note> + Clone {
        let notes = self.meeting().notes.iter();
        notes.filter(move |note| note.kind == kind && note.is_kept())
    }

    fn topics(&self) -> impl Iterator<Item = (TopicId, &Topic, &Story)> + Clone {
        let topics = self.meeting().topics.iter();
        let names = (0..=u16::MAX).map(TopicId);
        let topics = names.zip(topics).zip(&self.stories);
        topics.map(|((id, topic), story)| (id, topic, story))
    }

    /// A part of the agenda that was on the clock and is on it no more.
    fn took_place(&self, step: AgendaStep) -> bool {
        let agenda = &self.meeting().agenda;
        let is_past = |at: usize| self.meeting().is_over() || at != agenda.at;
        let mut parts = agenda.parts.iter().enumerate();
        parts.any(|(at, part)| part.step == step && was_on(part) && is_past(at))
    }

    /// D1: those that came from last time; unknown where none did.
    fn follow_ups(&self) -> Option<Share> {
        let old = self.notes(NoteKind::FollowUp);
        let old = old.filter(|note| note.by.is_none());
        let share = of_all(old, |note| note.state != NoteState::Open);
        Some(share).filter(|share| share.of > 0)
    }

    /// D2: everybody who was there, be it late, has read everything.
    fn read(&self) -> Share {
        let topics = &self.meeting().topics;
        if topics.is_empty() || !self.took_place(AgendaStep::SilentReading) {
            return Share::default();
        }
        of_all(self.meeting().people.iter(), |person| {
            topics
                .iter()
                .all(|topic| topic.read_by.contains(&person.id))
        })
    }

    /// D3.
    fn walked(&self) -> Share {
        if !self.took_place(AgendaStep::WalkThrough) {
            return Share::default();
        }
        let topics = self.meeting().topics.iter();
        of_all(topics, |topic| topic.used_ms >= TOOK_PLACE_MS)
    }

    /// D5.
    fn parked(&self) -> Option<u32> {
        let n_parked = count(self.notes(NoteKind::Parked));
        let mut topics = self.meeting().topics.iter();
        let is_calm = self.meeting().is_over() && topics.all(|topic| topic.n_solution_talks == 0);
        (n_parked > 0 || is_calm).then_some(n_parked)
    }

    /// D15: known once somebody wrote one, or everybody was asked.
    fn risks(&self) -> Option<u32> {
        let risks = self.notes(NoteKind::Risk);
        let has_new = risks.clone().any(|note| note.by.is_some());
        (has_new || self.took_place(AgendaStep::Risks)).then(|| count(risks))
    }

    /// Stories with an estimate of this meeting.
    fn estimated(&self) -> impl Iterator<Item = (TopicId, &Topic, &Story)> + Clone {
        let is_estimated = |id: TopicId| {
            let mut estimated = self.record.estimated.iter();
            estimated.any(|one| one.topic == id && !one.estimate.is_empty())
        };
        self.topics().filter(move |(id, ..)| is_estimated(*id))
    }

    /// D11: nothing is missing before the vote, and nobody had to overrule that.
    fn passed_first(&self) -> Share {
        let mut points = self.definition.points.iter();
        if !points.any(|point| point.step == Step::Vote) {
            return Share::default();
        }
        of_all(self.estimated(), |(_, topic, story)| {
            let is_overruled = topic.overruled.iter().any(|one| one.step == Step::Vote);
            let is_open = matches!(judge(story, &self.definition).vote, GateState::Open);
            is_open && !is_overruled
        })
    }

    /// D11: the walk-through stands before the estimates, and both took place.
    fn walked_first(&self) -> u32 {
        let parts = &self.meeting().agenda.parts;
        let at = |step| {
            parts
                .iter()
                .position(|part| part.step == step && was_on(part))
        };
        let walked = at(AgendaStep::WalkThrough);
        let is_first = walked.is_some() && walked < at(AgendaStep::Estimate);
        if is_first { count(self.estimated()) } else { 0 }
    }

    /// The rounds of each story that was voted on; `None` where the record does not say.
    fn rounds(&self) -> Option<Vec<&[Counted]>> {
        let voted = self.record.estimated.iter();
        let voted = voted.filter(|one| one.votes.is_some());
        let rounds = voted.map(|one| Some(one.rounds.as_slice()).filter(|all| !all.is_empty()));
        rounds.collect()
    }

    /// D12.
    fn anonymous(&self) -> Share {
        let rounds = self.rounds().unwrap_or_default();
        of_all(rounds.into_iter().flatten(), |round| !round.is_named)
    }

    /// D13.
    fn revoted(&self) -> Option<Share> {
        let rounds = self.rounds().filter(|rounds| !rounds.is_empty())?;
        let differs = |rounds: &&&[Counted]| {
            let first = rounds.first().and_then(|round| round.spread);
            first.is_some_and(|spread| spread >= DIFFERING_STEPS)
        };
        let differing = rounds.iter().filter(differs);
        Some(of_all(differing, |rounds| rounds.len() > 1))
    }

    /// D16: in whole minutes, as the record says them. More time is not what was planned.
    fn timeboxes(&self) -> Share {
        let parts = self.meeting().agenda.parts.iter();
        of_all(parts.filter(|part| was_on(part)), |part| {
            let taken = (part.used_ms + MINUTE_MS / 2) / MINUTE_MS;
            taken <= i64::from(part.minutes)
        })
    }

    /// D17: a story that is estimated or ready without a decision misses one.
    fn reasoned(&self) -> Share {
        let mut share = of_all(self.notes(NoteKind::Decision), |note| {
            !note.text(NoteField::Why).is_empty()
        });
        let settled = self
            .topics()
            .filter(|(_, _, story)| matches!(story.status, Status::Estimated | Status::Ready));
        let missing = settled.filter(|(id, ..)| !self.meeting().is_decided(*id));
        share.of = share.of.saturating_add(count(missing));
        share
    }

    /// D18.
    fn marked_ready(&self) -> Share {
        let may_start = |story: &Story| judge(story, &self.definition).ready.is_passed();
        let passing = self.topics().filter(|(_, _, story)| may_start(story));
        of_all(passing, |(_, topic, _)| topic.fate == Fate::Ready)
    }
}

fn was_on(part: &Timebox) -> bool {
    part.used_ms >= TOOK_PLACE_MS
}

/// What was done with the results of a meeting that is over.
pub(super) fn outcome_facts(record: &Record, shelf: &Shelf, handed: &Handed) -> OutcomeFacts {
    let met = record.stories();
    let topics = record.meeting.topics.iter().zip(&met);
    // As it is at the desk now, unless it was deleted there.
    let now = topics.map(|(topic, met)| {
        let story = shelf.story(topic.story_id());
        (topic, story.map_or(met, |story| story.as_ref()))
    });
    let now: Vec<(&Topic, &Story)> = now.collect();
    let beside = record.beside();
    let decided = now
        .iter()
        .filter_map(|(topic, story)| Some((topic.story, mark_of_decisions(story)?)));
    let is_estimated = |topic: &Topic| {
        let mut estimated = record.estimated.iter();
        let estimated = estimated.find(|one| {
            let of = record.meeting.topic(one.topic);
            of.is_some_and(|of| of.story == topic.story)
        });
        estimated.is_some_and(|one| !one.estimate.is_empty())
    };
    let estimated = now.iter().filter(|(topic, _)| is_estimated(topic));
    let stories = now.iter().map(|(_, story)| *story).chain([&beside]);
    let questions = stories.flat_map(|story| &story.questions);
    let open = questions.filter(|one| !one.is_closed && !one.text.trim().is_empty());
    let ended_ms = record.meeting.agenda.ended_ms;
    OutcomeFacts {
        decisions_out: of_all(decided, |(story, mark)| handed.has_decisions(*story, *mark)),
        is_record_out: handed
            .record
            .is_some_and(|(meeting, ms)| meeting == record.meeting.id && Some(ms) == ended_ms),
        estimates_out: of_all(estimated, |(topic, story)| {
            handed.has_estimate(topic.story, &story.estimate)
        }),
        owned_questions: Some(of_all(open, |one| is_owned(one))),
        sent_back: Some(sent_back(record, shelf)),
        ..OutcomeFacts::default()
    }
}

/// A6: what is sent back stands among the follow-ups of the next session by itself, as long
/// as the story at the desk says so.
fn sent_back(record: &Record, shelf: &Shelf) -> Share {
    let topics = record.meeting.topics.iter();
    let sent_back = topics.filter_map(|topic| match &topic.fate {
        Fate::SentBack { missing, note, .. } => Some((topic.story_id(), missing, note)),
        Fate::Open | Fate::Ready => None,
    });
    of_all(sent_back, |(id, missing, note)| {
        let has_gaps = !missing.is_empty() || !note.trim().is_empty();
        let is_waiting = |id: StoryId| shelf.story(id).is_some_and(|one| one.sent_back.is_some());
        has_gaps && is_waiting(*id)
    })
}

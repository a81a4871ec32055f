//! A record as it reads: the meeting, its stories, and what belongs to none of them.

use crate::exchange::{RecordedStory, Section, recorded, recorded_section};
use crate::meeting::{Duty, Meeting, Note, NoteField, NoteKind, NoteState, Poll, Purpose, Record};
use crate::story::{Decision, OpenQuestion, Risk, Story};
use crate::words::{DeskWords, RecordsWords, fill};

use crate::desk::export::{record_words, step};
use crate::desk::story_says;
use crate::desk::view::RecordParts;

/// Milliseconds in a minute.
const MINUTE_MS: i64 = 60_000;

/// Everything in a record. `day` is the day as it is said, may be empty.
pub(super) fn parts(record: &Record, day: &str, words: &DeskWords) -> RecordParts {
    let mut rest = Vec::new();
    rest.extend(general(record, words));
    let sections = [follow_ups(record, words), parked(record, words)];
    rest.extend(sections.iter().filter_map(recorded_section));
    let sections = [agenda(&record.meeting, words), polls(record, words)];
    rest.extend(sections.iter().filter_map(recorded_section));
    let stories = record.stories();
    let stories = stories.iter().map(|story| {
        let name = [story.key.as_str(), &story.title].join(" ");
        (name.trim().to_owned(), as_text(story, words))
    });
    RecordParts {
        meeting: recorded_section(&about(&record.meeting, day, words)).unwrap_or_default(),
        stories: stories.collect(),
        rest,
    }
}

fn as_text(story: &Story, words: &DeskWords) -> String {
    let status = story_says::status(words.backlog, story.status);
    recorded(
        &RecordedStory { story, status },
        &record_words(words.exchange),
    )
}

/// When it was, and who was there.
fn about(meeting: &Meeting, day: &str, words: &DeskWords) -> Section {
    let say = words.records;
    let names = meeting.people.iter().map(|person| person.name.as_str());
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    let duties = Duty::ALL.map(|duty| {
        let name = meeting.duties.of(duty).map(|person| meeting.name(person));
        (duty_name(say, duty), name.unwrap_or_default().to_owned())
    });
    let facts = [
        (say.goal, meeting.goal.trim().to_owned()),
        (say.when, day.to_owned()),
        (say.present, names.join(", ")),
    ];
    let facts = facts.into_iter().chain(duties);
    let said = facts.filter(|(_, value)| !value.is_empty());
    Section {
        heading: say.meeting.to_owned(),
        lines: said
            .map(|(name, value)| format!("{name}: {value}"))
            .collect(),
    }
}

fn duty_name(say: &RecordsWords, duty: Duty) -> &'static str {
    match duty {
        Duty::Facilitator => say.facilitator,
        Duty::ProductOwner => say.product_owner,
        Duty::Scribe => say.scribe,
    }
}

/// Decisions, questions and risks of no story, as those of a story.
fn general(record: &Record, words: &DeskWords) -> Option<String> {
    let of = |kind| record.notes(kind, None);
    let line = |note: &Note, field| note.text(field).to_owned();
    let decisions = of(NoteKind::Decision).map(|note| Decision {
        what: line(note, NoteField::Text),
        why: line(note, NoteField::Why),
        who: line(note, NoteField::Who),
        dropped: line(note, NoteField::Dropped),
    });
    let questions = of(NoteKind::Question).map(|note| OpenQuestion {
        text: line(note, NoteField::Text),
        owner: line(note, NoteField::Who),
        due: line(note, NoteField::Due),
        stops_work: note.blocks,
        is_closed: note.state == NoteState::Closed,
    });
    let risks = of(NoteKind::Risk).map(|note| Risk {
        text: line(note, NoteField::Text),
        owner: line(note, NoteField::Who),
        blocks: note.blocks,
    });
    let story = Story {
        title: words.records.general.to_owned(),
        decisions: decisions.collect(),
        questions: questions.collect(),
        risks: risks.collect(),
        ..Story::default()
    };
    let has_open = story.questions.iter().any(|question| !question.is_closed);
    let is_empty = story.decisions.is_empty() && story.risks.is_empty() && !has_open;
    let text = RecordedStory {
        story: &story,
        status: "",
    };
    (!is_empty).then(|| recorded(&text, &record_words(words.exchange)))
}

/// Notes of one kind, of every story and of none.
fn all_of(record: &Record, kind: NoteKind) -> impl Iterator<Item = &Note> {
    let notes = record.meeting.notes.iter();
    notes.filter(move |note| note.kind == kind && note.is_kept())
}

fn follow_ups(record: &Record, words: &DeskWords) -> Section {
    let say = words.records;
    let lines = all_of(record, NoteKind::FollowUp).map(|note| {
        let state = match note.state {
            NoteState::Open => "",
            NoteState::Closed => say.done,
            NoteState::CarriedOver => say.carried_over,
        };
        let more = joined(&[note.text(NoteField::Who), state], "; ");
        framed(note.text(NoteField::Text), &more)
    });
    Section {
        heading: words.exchange.record_follow_ups.to_owned(),
        lines: lines.collect(),
    }
}

fn parked(record: &Record, words: &DeskWords) -> Section {
    let lines = all_of(record, NoteKind::Parked).map(|note| {
        let who = [NoteField::Who, NoteField::Second].map(|field| note.text(field));
        let more = joined(&[&joined(&who, ", "), note.text(NoteField::Slot)], "; ");
        framed(note.text(NoteField::Text), &more)
    });
    Section {
        heading: words.exchange.record_parked.to_owned(),
        lines: lines.collect(),
    }
}

fn agenda(meeting: &Meeting, words: &DeskWords) -> Section {
    let lines = meeting.agenda.parts.iter().map(|part| {
        let used = (part.used_ms.max(0) + MINUTE_MS / 2) / MINUTE_MS;
        let time = fill(
            words.records.took,
            &[&used.to_string(), &part.minutes.to_string()],
        );
        format!("{}: {time}", step(words.plan, part.step))
    });
    Section {
        heading: words.exchange.record_agenda.to_owned(),
        lines: lines.collect(),
    }
}

fn polls(record: &Record, words: &DeskWords) -> Section {
    let lines = record
        .polls
        .iter()
        .map(|poll| poll_line(record, poll, words.records));
    Section {
        heading: words.records.other_votes.to_owned(),
        lines: lines.collect(),
    }
}

/// `Confidence, ABC-1 Pay by invoice: 4 × 3, 5 × 1`
fn poll_line(record: &Record, poll: &Poll, say: &RecordsWords) -> String {
    let asked = match poll.purpose {
        Purpose::Estimate => say.vote_estimate,
        Purpose::Confidence => say.vote_confidence,
        Purpose::Ready => say.vote_ready,
        Purpose::Closing => say.vote_closing,
    };
    let topic = poll.topic.and_then(|topic| record.meeting.topic(topic));
    let topic = topic.map(crate::meeting::Topic::name).unwrap_or_default();
    let votes = poll.votes.votes.iter();
    let votes: Vec<String> = votes.map(|(card, n)| format!("{card} × {n}")).collect();
    format!("{}: {}", joined(&[asked, &topic], ", "), votes.join(", "))
}

fn joined(texts: &[&str], between: &str) -> String {
    let texts = texts.iter().copied().filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join(between)
}

fn framed(text: &str, more: &str) -> String {
    if more.is_empty() {
        text.to_owned()
    } else {
        format!("{text} ({more})")
    }
}

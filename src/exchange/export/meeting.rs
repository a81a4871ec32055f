//! What leaves of a meeting: the record as Markdown, the table of its estimates, the update
//! for Jira. The same text for the same record; the words come from a language file.

use super::parts::{MARKDOWN, PLAIN, framed, joined, labelled, lists};
use super::{RecordWords, RecordedStory, Section, jira_csv, recorded, recorded_section};
use crate::exchange::csv::csv;
use crate::exchange::estimated::EstimatedStory;
use crate::exchange::markdown::escaped;
use crate::meeting::{
    AgendaStep, Duty, Note, NoteField, NoteKind, NoteState, Person, Poll, Purpose, Record, Topic,
    TopicId,
};
use crate::story::{Status, Story};

/// Milliseconds of a minute.
const MINUTE_MS: i64 = 60_000;

/// Words of a meeting's record, in the language of the meeting.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MeetingRecordWords<'a> {
    /// Words of each story.
    pub story: RecordWords<'a>,
    /// Decimal mark: `.` or `,`.
    pub decimal_mark: char,
    /// Before what the meeting was for.
    pub goal: &'a str,
    /// Before the names of those who were there.
    pub people: &'a str,
    /// Leads through the agenda.
    pub facilitator: &'a str,
    /// Says what is wanted.
    pub product_owner: &'a str,
    /// Writes down what is decided.
    pub scribe: &'a str,
    /// Said of a story that has no estimate yet.
    pub open: &'a str,
    /// Said of a story with an estimate.
    pub estimated: &'a str,
    /// Said of a story that was marked ready.
    pub ready: &'a str,
    /// Said of a story that was sent back.
    pub sent_back: &'a str,
    /// Over what was written down over no story.
    pub beside: &'a str,
    /// Over votes that were no estimates.
    pub polls: &'a str,
    /// How sure everybody is.
    pub confidence: &'a str,
    /// Whether the story is ready.
    pub ready_poll: &'a str,
    /// How good the meeting was.
    pub closing: &'a str,
    /// Before the average of a vote.
    pub average: &'a str,
    /// Over open points of last time.
    pub follow_ups: &'a str,
    /// Said of one that is done.
    pub closed: &'a str,
    /// Said of one that waits for the next session.
    pub carried_over: &'a str,
    /// Over topics for later.
    pub parked: &'a str,
    /// Over the parts of the meeting.
    pub agenda: &'a str,
    /// Everybody reads in silence.
    pub silent_reading: &'a str,
    /// New and changed stories, one after the other.
    pub walk_through: &'a str,
    /// The vote.
    pub estimate: &'a str,
    /// Risks and blockers.
    pub risks: &'a str,
    /// Stories that pass are marked ready.
    pub mark_ready: &'a str,
    /// After a number of minutes.
    pub minutes: &'a str,
    /// Between the minutes that it took and those that it was to take.
    pub of: &'a str,
    /// After minutes that were planned.
    pub planned: &'a str,
    /// After minutes that it took.
    pub taken: &'a str,
    /// All parts of the agenda in one.
    pub together: &'a str,
}

/// A record in the pieces it is read in, each Markdown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MeetingRecord {
    /// What stands over it, plain text.
    pub heading: String,
    /// Goal and people; may be empty.
    pub intro: String,
    /// Each story, in the order of the meeting.
    pub stories: Vec<(TopicId, String)>,
    /// What else was written down, each under its heading.
    pub sections: Vec<String>,
}

impl MeetingRecord {
    /// All of it as one text.
    pub fn markdown(&self) -> String {
        let mut parts = vec![format!("# {}", escaped(&self.heading))];
        parts.extend(Some(self.intro.clone()).filter(|intro| !intro.is_empty()));
        parts.extend(self.stories.iter().map(|(_, story)| story.clone()));
        parts.extend(self.sections.iter().cloned());
        format!("{}\n", parts.join("\n\n"))
    }
}

/// A meeting as it is read afterwards, under this heading. What people wrote shows as they
/// wrote it; descriptions and criteria stay the Markdown they are.
pub fn meeting_record(
    record: &Record,
    heading: &str,
    words: &MeetingRecordWords<'_>,
) -> MeetingRecord {
    let stories = record.stories();
    let topics = record.meeting.named_topics().zip(&stories);
    let stories = topics.map(|((id, topic), story)| {
        let time = time(topic, words);
        let recorded_story = RecordedStory {
            story,
            status: status(story, words),
            time: time.as_deref(),
        };
        (id, recorded(&recorded_story, &words.story))
    });
    let stories: Vec<(TopicId, String)> = stories.collect();
    let sections = [polls, follow_ups, parked, agenda].map(|section| section(record, words));
    let sections = sections.iter().filter_map(recorded_section);
    MeetingRecord {
        heading: heading.to_owned(),
        intro: intro(record, words),
        stories,
        sections: beside(record, words).into_iter().chain(sections).collect(),
    }
}

/// The stories of a meeting as CSV, written as [`csv`](crate::exchange::csv()) writes;
/// `Ready` is what was marked so.
pub fn meeting_csv(record: &Record, words: &MeetingRecordWords<'_>) -> String {
    let rows = record.stories().into_iter().map(|story| {
        let is_ready = story.status == Status::Ready;
        EstimatedStory::of_story(&story, status(&story, words), Some(is_ready))
    });
    csv(&rows.collect::<Vec<_>>())
}

/// The stories of a meeting that have a key, for Jira: it would make new issues of others.
pub fn meeting_jira_csv(record: &Record, words: &MeetingRecordWords<'_>) -> String {
    let stories = record.stories();
    let known: Vec<&Story> = stories
        .iter()
        .filter(|story| !story.key.is_empty())
        .collect();
    jira_csv(&known, &words.story)
}

fn status<'a>(story: &Story, words: &MeetingRecordWords<'a>) -> &'a str {
    match story.status {
        Status::Draft | Status::Gaps | Status::FitToVote => words.open,
        Status::Estimated => words.estimated,
        Status::Ready => words.ready,
        Status::SentBack => words.sent_back,
    }
}

/// `6 of 5 min`, or `6 min` where nobody said how long it may take; `None` where not a
/// minute was measured.
fn time(topic: &Topic, words: &MeetingRecordWords<'_>) -> Option<String> {
    let MeetingRecordWords { minutes, of, .. } = words;
    let taken = nearest_minutes(topic.used_ms);
    if taken == 0 {
        return None;
    }
    Some(match topic.budget_s {
        0 => format!("{taken} {minutes}"),
        seconds => format!("{taken} {of} {} {minutes}", seconds.div_ceil(60)),
    })
}

fn nearest_minutes(ms: i64) -> i64 {
    (ms.max(0).saturating_add(MINUTE_MS / 2)) / MINUTE_MS
}

/// What it was for, and who was there.
fn intro(record: &Record, words: &MeetingRecordWords<'_>) -> String {
    let people = record.meeting.people.iter();
    let people: Vec<String> = people.map(|one| person(record, one, words)).collect();
    let lines = [
        (words.goal, escaped(&record.meeting.goal)),
        (words.people, people.join(", ")),
    ];
    let lines = lines.iter().filter(|(_, text)| !text.is_empty());
    let lines = lines.map(|(label, text)| format!("{} {text}", labelled(label, MARKDOWN)));
    lines.collect::<Vec<_>>().join("\n\n")
}

/// `Ana (facilitator, scribe)`
fn person(record: &Record, person: &Person, words: &MeetingRecordWords<'_>) -> String {
    let duties = Duty::ALL.into_iter();
    let duties = duties.filter(|duty| record.meeting.duties.of(*duty) == Some(person.id));
    let duties = duties.map(|duty| match duty {
        Duty::Facilitator => words.facilitator,
        Duty::ProductOwner => words.product_owner,
        Duty::Scribe => words.scribe,
    });
    let duties = duties.collect::<Vec<_>>().join(", ");
    format!("{}{}", escaped(&person.name), framed(&duties))
}

/// Decisions, questions and risks that belong to no story.
fn beside(record: &Record, words: &MeetingRecordWords<'_>) -> Option<String> {
    let lists = lists(&record.beside(), &words.story, MARKDOWN).join("\n");
    let lists = lists.trim();
    let heading = escaped(words.beside);
    (!lists.is_empty()).then(|| format!("## {heading}\n\n{lists}"))
}

/// What a story is called; empty where there is none.
fn name(record: &Record, topic: Option<TopicId>) -> String {
    let topic = topic.and_then(|topic| record.meeting.topic(topic));
    topic.map(Topic::name).unwrap_or_default()
}

fn polls(record: &Record, words: &MeetingRecordWords<'_>) -> Section {
    let lines = record.polls.iter().map(|one| poll(record, one, words));
    Section {
        heading: words.polls.to_owned(),
        lines: lines.collect(),
    }
}

/// `Confidence, ABC-1 Login: 3 × 1, 4 × 2 · Average: 3.67`
fn poll(record: &Record, poll: &Poll, words: &MeetingRecordWords<'_>) -> String {
    let asked = match poll.purpose {
        Purpose::Estimate => words.estimate,
        Purpose::Confidence => words.confidence,
        Purpose::Ready => words.ready_poll,
        Purpose::Closing => words.closing,
    };
    let bars = poll.votes.votes.iter();
    let bars = bars.map(|(card, n)| format!("{card} × {n}"));
    let average = poll.votes.average.as_ref().map(|average| {
        let average = average.replace('.', &words.decimal_mark.to_string());
        format!("{} {average}", labelled(words.average, PLAIN))
    });
    let bars = bars.collect::<Vec<_>>().join(", ");
    let said = joined(&[&bars, &average.unwrap_or_default()], " · ");
    let over = joined(&[asked, &name(record, poll.topic)], ", ");
    format!("{over}: {said}")
}

fn kept(record: &Record, kind: NoteKind) -> impl Iterator<Item = &Note> {
    let notes = record.meeting.notes.iter();
    notes.filter(move |note| note.kind == kind && note.is_kept())
}

fn follow_ups(record: &Record, words: &MeetingRecordWords<'_>) -> Section {
    let lines = kept(record, NoteKind::FollowUp).map(|note| {
        let state = match note.state {
            NoteState::Closed => words.closed,
            NoteState::Open | NoteState::CarriedOver => words.carried_over,
        };
        let over = name(record, note.topic);
        let more = joined(&[note.text(NoteField::Who), &over, state], "; ");
        format!("{}{}", note.text(NoteField::Text), framed(&more))
    });
    Section {
        heading: words.follow_ups.to_owned(),
        lines: lines.collect(),
    }
}

/// `Caching (Ana, Bo; after lunch; ABC-1 Login)`
fn parked(record: &Record, words: &MeetingRecordWords<'_>) -> Section {
    let lines = kept(record, NoteKind::Parked).map(|note| {
        let both = [NoteField::Who, NoteField::Second].map(|field| note.text(field));
        let both = joined(&both, ", ");
        let over = name(record, note.topic);
        let more = joined(&[&both, note.text(NoteField::Slot), &over], "; ");
        format!("{}{}", note.text(NoteField::Text), framed(&more))
    });
    Section {
        heading: words.parked.to_owned(),
        lines: lines.collect(),
    }
}

/// `Silent reading: 10 min planned, 12 min taken`
fn agenda(record: &Record, words: &MeetingRecordWords<'_>) -> Section {
    let line = |name: &str, planned: u32, used_ms: i64| {
        let taken = nearest_minutes(used_ms);
        let MeetingRecordWords { minutes, .. } = words;
        let planned = format!("{planned} {minutes} {}", words.planned);
        format!("{name}: {planned}, {taken} {minutes} {}", words.taken)
    };
    let parts = &record.meeting.agenda.parts;
    let lines = parts
        .iter()
        .map(|part| line(step(part.step, words), part.minutes, part.used_ms));
    let planned = parts.iter().map(|part| part.minutes);
    let used = parts.iter().map(|part| part.used_ms);
    let (planned, used) = (
        planned.fold(0, u32::saturating_add),
        used.fold(0, i64::saturating_add),
    );
    let sum = (!parts.is_empty()).then(|| line(words.together, planned, used));
    Section {
        heading: words.agenda.to_owned(),
        lines: lines.chain(sum).collect(),
    }
}

fn step<'a>(step: AgendaStep, words: &MeetingRecordWords<'a>) -> &'a str {
    match step {
        AgendaStep::SilentReading => words.silent_reading,
        AgendaStep::FollowUps => words.follow_ups,
        AgendaStep::WalkThrough => words.walk_through,
        AgendaStep::Estimate => words.estimate,
        AgendaStep::Risks => words.risks,
        AgendaStep::MarkReady => words.mark_ready,
    }
}

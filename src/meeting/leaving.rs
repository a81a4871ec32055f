//! A record on its way to somebody who was not at the table: without what only the table
//! needed, and within its bounds. Knows no bytes and no link.

use super::note::Note;
use super::pack::{MAX_PERSON_CHARS, line, lines};
use super::plan::{MAX_LINE_CHARS, MAX_PLANNED};
use super::record::Record;
use super::state::{MAX_NOTE_CHARS, MAX_NOTES, MAX_PEOPLE, MAX_TOPIC_CHARS, Meeting};
use super::topic::{Fate, Topic};
use super::typed::Typed;
use crate::story::{MAX_KEY_CHARS, MAX_POINTS, MAX_TITLE_CHARS, Round};

/// Times and durations beyond this are nobody's, in ms: sums of them stay numbers.
const FAR_MS: i64 = 1 << 53;

/// Minutes between the clock of a place and UTC at most, to both sides.
const MAX_OFFSET_MIN: i32 = 24 * 60;

/// Entries of each list that has no bound of its own: who has read a story, what was
/// overruled, the cards of a hand.
const MAX_ENTRIES: usize = 1_000;

/// Longest address of a story, in characters.
const MAX_ADDRESS_CHARS: usize = 2_000;

/// Longest tag of a language, in characters.
const MAX_LANGUAGE_CHARS: usize = 8;

impl Record {
    /// The same without notes that were taken away, who pressed `Solution talk`, and how
    /// texts were typed; nothing in it that cannot be printed. The same on every seat.
    #[must_use]
    pub fn leaving(&self) -> Self {
        let mut record = self.clone();
        record.meeting.tidy();
        record.meeting.notes.retain(Note::is_kept);
        for one in &mut record.estimated {
            tidy(&mut one.estimate, MAX_LINE_CHARS);
            if let Some(votes) = &mut one.votes {
                tidy_votes(votes);
            }
        }
        for poll in &mut record.polls {
            tidy_votes(&mut poll.votes);
        }
        record
    }

    /// Whether it is one that left somewhere; one that came from elsewhere may not be.
    pub fn is_lawful(&self) -> bool {
        self.meeting.is_bounded()
            && self.estimated.len() <= MAX_ENTRIES
            && self.polls.len() <= MAX_ENTRIES
            && self.votes().all(are_bounded)
            && self
                .estimated
                .iter()
                .all(|one| one.rounds.len() <= MAX_ENTRIES)
            && self.leaving() == *self
    }

    fn votes(&self) -> impl Iterator<Item = &Round> {
        let estimates = self.estimated.iter().filter_map(|one| one.votes.as_ref());
        estimates.chain(self.polls.iter().map(|poll| &poll.votes))
    }

    /// Whether it tells more of the same meeting than another does.
    pub fn is_newer_than(&self, other: &Self) -> bool {
        let age = |record: &Self| (record.meeting.rev, record.meeting.agenda.ended_ms);
        age(self) > age(other)
    }
}

impl Meeting {
    fn tidy(&mut self) {
        tidy(&mut self.goal, MAX_LINE_CHARS);
        tidy(&mut self.language, MAX_LANGUAGE_CHARS);
        tidy(&mut self.scribe_name, MAX_PERSON_CHARS);
        tidy(&mut self.limit, MAX_LINE_CHARS);
        for person in &mut self.people {
            tidy(&mut person.name, MAX_PERSON_CHARS);
        }
        for point in &mut self.definition {
            tidy(&mut point.name, MAX_LINE_CHARS);
            if let Some(text) = &mut point.text {
                tidy(text, MAX_LINE_CHARS);
            }
        }
        for topic in &mut self.topics {
            topic.tidy();
        }
        for typed in self.notes.iter_mut().flat_map(|note| &mut note.lines) {
            typed.tidy(MAX_NOTE_CHARS);
        }
    }

    fn is_bounded(&self) -> bool {
        let agenda = &self.agenda;
        let times = [agenda.running_ms, agenda.began_ms, agenda.ended_ms];
        let used = agenda.parts.iter().map(|part| part.used_ms);
        let used = used.chain(self.topics.iter().map(|topic| topic.used_ms));
        let used = used.chain(self.notes.iter().map(|note| note.at_ms));
        self.topics.len() <= MAX_PLANNED
            && self.notes.len() <= MAX_NOTES
            && self.people.len() <= MAX_PEOPLE
            && self.definition.len() <= MAX_ENTRIES
            && self.hands.len() <= MAX_ENTRIES
            && self.released.len() <= MAX_ENTRIES
            && agenda.parts.len() <= MAX_ENTRIES
            && (-MAX_OFFSET_MIN..=MAX_OFFSET_MIN).contains(&self.utc_offset_min)
            && times.into_iter().all(is_time)
            && used.into_iter().all(|ms| is_time(Some(ms)))
            && self.topics.iter().all(Topic::is_bounded)
            && self.notes.iter().all(|note| note.lines.len() <= MAX_POINTS)
    }
}

impl Topic {
    fn tidy(&mut self) {
        tidy(&mut self.key, MAX_KEY_CHARS);
        tidy(&mut self.title, MAX_TITLE_CHARS);
        tidy(&mut self.link, MAX_ADDRESS_CHARS);
        tidy(&mut self.estimate, MAX_LINE_CHARS);
        let typed = [
            &mut self.description,
            &mut self.why,
            &mut self.acceptance,
            &mut self.dependencies,
        ];
        for typed in typed {
            typed.tidy(MAX_TOPIC_CHARS);
        }
        let names = self.needed.iter_mut();
        let names = names.chain(self.said.iter_mut().map(|(name, _)| name));
        for name in names {
            tidy(name, MAX_LINE_CHARS);
        }
        self.solution_talk.clear();
        let mut missing: Vec<&mut String> = Vec::new();
        for one in &mut self.overruled {
            missing.push(&mut one.why);
            missing.extend(&mut one.missing);
        }
        if let Fate::SentBack {
            missing: points,
            note,
            ..
        } = &mut self.fate
        {
            missing.push(note);
            missing.extend(points);
        }
        for text in missing {
            tidy(text, MAX_LINE_CHARS);
        }
    }

    fn is_bounded(&self) -> bool {
        let lengths = [self.needed.len(), self.said.len(), self.read_by.len()];
        let is_sent_back_well = match &self.fate {
            Fate::Open | Fate::Ready => true,
            Fate::SentBack { missing, at_ms, .. } => {
                missing.len() <= MAX_POINTS && is_time(Some(*at_ms))
            }
        };
        lengths.into_iter().all(|n| n <= MAX_ENTRIES)
            && self.overruled.len() <= MAX_ENTRIES
            && self
                .overruled
                .iter()
                .all(|one| one.missing.len() <= MAX_POINTS && is_time(Some(one.at_ms)))
            && is_sent_back_well
    }
}

impl Typed {
    fn tidy(&mut self, max_chars: usize) {
        self.text = lines(&self.text, max_chars);
        self.rev = 0;
        self.seen.clear();
    }
}

fn tidy_votes(votes: &mut Round) {
    for (card, _) in &mut votes.votes {
        tidy(card, MAX_LINE_CHARS);
    }
    let said = [
        &mut votes.average,
        &mut votes.median,
        &mut votes.lowest,
        &mut votes.highest,
    ];
    for text in said.into_iter().flatten() {
        tidy(text, MAX_LINE_CHARS);
    }
}

fn are_bounded(votes: &Round) -> bool {
    votes.votes.len() <= MAX_ENTRIES && is_time(votes.voted_at_ms)
}

/// Twice: what cannot be printed may have stood before a blank.
fn tidy(text: &mut String, max_chars: usize) {
    *text = line(&line(text, max_chars), max_chars);
}

fn is_time(at_ms: Option<i64>) -> bool {
    at_ms.is_none_or(|ms| (0..FAR_MS).contains(&ms))
}

//! What left of a meeting's results, noted when it leaves.

use super::Checklist;

/// Stories of which it is noted what left: several meetings of the longest kind.
const MAX_STORIES: usize = 500;

/// Meetings that one checklist remembers; more are tables opened by mistake.
const MAX_MEETINGS: usize = 8;

/// What was exported, copied or written back. A number names a meeting or a story; what left
/// is noted with it, so that something else there is now has not left.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Handed {
    /// The meeting whose record was handed out last, and when it had ended, in ms since 1970.
    pub record: Option<(u64, i64)>,
    /// By story, the mark of the decisions that left last.
    pub decisions: Vec<(u64, u64)>,
    /// By story, the estimate that left last.
    pub estimates: Vec<(u64, String)>,
}

impl Handed {
    /// Whether nothing left.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Decisions of a story left; tells whether that is news.
    pub fn note_decisions(&mut self, story: u64, mark: u64) -> bool {
        note(&mut self.decisions, story, mark)
    }

    /// The estimate of a story left; tells whether that is news.
    pub fn note_estimate(&mut self, story: u64, estimate: &str) -> bool {
        note(&mut self.estimates, story, estimate.trim().to_owned())
    }

    /// Whether these decisions of a story left.
    pub fn has_decisions(&self, story: u64, mark: u64) -> bool {
        self.decisions.contains(&(story, mark))
    }

    /// Whether this estimate of a story left.
    pub fn has_estimate(&self, story: u64, estimate: &str) -> bool {
        let mut estimates = self.estimates.iter();
        estimates.any(|(of, said)| *of == story && said == estimate.trim())
    }
}

impl Checklist {
    /// A table was opened from this refinement.
    pub fn open_meeting(&mut self, meeting: u64) {
        self.meetings.retain(|one| *one != meeting);
        self.meetings.push(meeting);
        let n_old = self.meetings.len().saturating_sub(MAX_MEETINGS);
        self.meetings.drain(..n_old);
    }
}

fn note<T: PartialEq>(noted: &mut Vec<(u64, T)>, story: u64, what: T) -> bool {
    if let Some((_, known)) = noted.iter_mut().find(|(of, _)| *of == story) {
        let is_news = *known != what;
        *known = what;
        return is_news;
    }
    let has_room = noted.len() < MAX_STORIES;
    if has_room {
        noted.push((story, what));
    }
    has_room
}

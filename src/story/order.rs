//! Proposes an order for a backlog and the stories for a session. Only proposes.

use std::ops::RangeInclusive;

use super::{Definition, Status, Story, StoryId, Understanding, judge};

/// How many stories a session takes.
pub const SESSION_STORIES: RangeInclusive<usize> = 5..=7;

/// How far below the top a story is looked for, in stories for each one that is wanted: the
/// most important matter most, even where others are better prepared.
const WINDOW: usize = 3;

/// The same stories in the order that is proposed: priority first, then the least understood.
///
/// `stories` is in the order of now. Those that somebody placed come first and stay in their
/// order; then the others, unclear ones first, then those of which nobody said how clear they
/// are, then partly clear, then clear ones; equal ones stay in their order.
pub fn propose(stories: &[(StoryId, &Story)]) -> Vec<StoryId> {
    let mut order: Vec<&(StoryId, &Story)> = stories.iter().collect();
    order.sort_by_key(|(_, story)| match (story.is_placed, story.understanding) {
        (true, _) => 0_u8,
        (false, Some(Understanding::Unclear)) => 1,
        (false, None) => 2,
        (false, Some(Understanding::Partly)) => 3,
        (false, Some(Understanding::Clear)) => 4,
    });
    order.into_iter().map(|(id, _)| *id).collect()
}

/// The stories proposed for a session, in the order of the backlog; fewer where there are fewer.
///
/// `stories` is in the order of the backlog; `n` is brought into [`SESSION_STORIES`]. Estimated
/// and ready stories are left out. Of those near the top the ones whose vote gate is passed are
/// taken, and then the ones that miss the fewest points, so that there is time to fill the gaps.
pub fn pick(stories: &[(StoryId, &Story)], definition: &Definition, n: usize) -> Vec<StoryId> {
    let n = n.clamp(*SESSION_STORIES.start(), *SESSION_STORIES.end());
    let near_top = stories.iter().filter(|(_, story)| is_wanted(story));
    let mut found: Vec<(usize, usize, StoryId)> = near_top
        .take(n * WINDOW)
        .enumerate()
        .map(|(place, (id, story))| {
            let judged = judge(story, definition);
            let n_missing = if judged.vote.is_passed() {
                0
            } else {
                judged.vote.missing().len()
            };
            (n_missing, place, *id)
        })
        .collect();
    found.sort_unstable();
    found.truncate(n);
    found.sort_unstable_by_key(|(_, place, _)| *place);
    found.into_iter().map(|(_, _, id)| id).collect()
}

fn is_wanted(story: &Story) -> bool {
    let is_open = match story.status {
        Status::Draft | Status::Gaps | Status::FitToVote | Status::SentBack => true,
        Status::Estimated | Status::Ready => false,
    };
    is_open && story.estimate.trim().is_empty()
}

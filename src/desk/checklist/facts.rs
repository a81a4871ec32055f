//! What the backlog, the planned session and its meeting say about the items of the four
//! lists. What nobody can know from them stays unknown and ticks nothing.

use crate::checklist::{Facts, MeetingFacts, OutcomeFacts, PlanFacts, Share, TeamFacts};
use crate::desk::shelf::Shelf;
use crate::meeting::{AgendaStep, Plan, WallClock};
use crate::story::{
    Definition, OpenQuestion, Status, Story, StoryId, Understanding, judge, status,
};

use super::known::MadeOf;
use super::met;

/// A planned story, and what its team's Definition of Ready makes of it.
struct Planned<'a> {
    id: StoryId,
    story: &'a Story,
    is_checked: bool,
    may_vote: bool,
    may_start: bool,
}

/// All facts of now. Where there is a meeting, its record says what it was like and what
/// came of it; without one the plan and its stories say what they can.
pub(super) fn facts(shelf: &Shelf, of: &MadeOf) -> Facts {
    let (plan, definition) = (&of.plan, &of.definition);
    let ids = plan.stories.iter();
    let stories = ids.filter_map(|id| Some(planned(*id, shelf.story(*id)?, definition)));
    let stories: Vec<Planned> = stories.collect();
    let sent_back = sent_back(shelf);
    let record = of.met.record.as_deref();
    let over = record.filter(|record| record.meeting.is_over());
    Facts {
        team: TeamFacts {
            n_agreed_points: of.n_agreed_points,
        },
        plan: PlanFacts {
            is_table_tried: of.met.is_table_tried,
            ..plan_facts(shelf, plan, &stories, &sent_back, of.has_plan)
        },
        meeting: record.map_or_else(|| meeting_facts(plan, &stories), met::meeting_facts),
        outcome: over.map_or_else(
            || outcome_facts(&stories, &sent_back),
            |record| met::outcome_facts(record, shelf, &of.handed),
        ),
    }
}

fn planned<'a>(id: StoryId, story: &'a Story, definition: &Definition) -> Planned<'a> {
    let judged = judge(story, definition);
    Planned {
        id,
        story,
        is_checked: status(story, &judged) != Status::Draft,
        may_vote: judged.vote.is_passed(),
        may_start: judged.ready.is_passed(),
    }
}

/// Stories of all backlogs that were sent back.
fn sent_back(shelf: &Shelf) -> Vec<(StoryId, &Story)> {
    let ids = shelf.backlogs().values().flat_map(|backlog| &backlog.order);
    let stories = ids.filter_map(|id| Some((*id, shelf.story(*id)?.as_ref())));
    stories
        .filter(|(_, story)| story.sent_back.is_some())
        .collect()
}

fn plan_facts(
    shelf: &Shelf,
    plan: &Plan,
    stories: &[Planned],
    sent_back: &[(StoryId, &Story)],
    has_plan: bool,
) -> PlanFacts {
    let parts = plan.agenda.iter().filter(|item| has_plan && item.is_on);
    let timed = parts.clone().filter(|item| item.minutes > 0);
    let reading = parts
        .clone()
        .filter(|item| item.step == AgendaStep::SilentReading);
    let is_waiting = |(id, _): &&(StoryId, &Story)| !plan.stories.contains(id);
    let open = plan.follow_ups.iter().filter(|point| !point.is_closed);
    let n_follow_ups = count(open) + count(sent_back.iter());
    PlanFacts {
        goal: Some(plan.goal.clone()),
        has_limits: !plan.limits.trim().is_empty(),
        n_picked: count(stories.iter()),
        is_by_priority: by_priority(shelf, stories),
        is_least_understood_first: least_understood_first(stories),
        checked: share(stories, |one| one.is_checked),
        n_unready: Some(count(stories.iter().filter(|one| !one.may_vote))),
        n_moved_later: count(sent_back.iter().filter(is_waiting)),
        questions: answered(stories),
        needed: share(stories, |one| !one.story.needed.is_empty()),
        moderator: Some(plan.moderator.clone()),
        scribe: Some(plan.scribe.clone()),
        // The same clock shows both, and only the time between them counts.
        begins_ms: plan.begins.map(WallClock::ms),
        sent_ms: plan.sent_ahead.map(WallClock::ms),
        is_comment_asked: plan.is_comment_asked,
        reading_minutes: reading.map(|item| item.minutes).sum(),
        timeboxed: Share {
            n: count(timed.clone()),
            of: count(parts),
        },
        agenda_minutes: timed.map(|item| item.minutes).sum(),
        n_follow_ups: Some(n_follow_ups).filter(|&n| n > 0),
        is_table_tried: false,
    }
}

/// Whether the stories that somebody gave a place stand on top, in the order of their
/// backlog; unknown where nobody gave any of them a place.
fn by_priority(shelf: &Shelf, stories: &[Planned]) -> Option<bool> {
    let n_placed = stories.iter().filter(|one| one.story.is_placed).count();
    let (top, rest) = stories.split_at_checked(n_placed)?;
    let places: Vec<_> = top.iter().map(|one| shelf.place(one.id)).collect();
    let is_so = rest.iter().all(|one| !one.story.is_placed) && places.is_sorted();
    (n_placed > 0).then_some(is_so)
}

/// Whether the stories without a place stand with the least understood first; unknown where
/// nobody said of any of them how clear it is.
fn least_understood_first(stories: &[Planned]) -> Option<bool> {
    let equal = stories.iter().filter(|one| !one.story.is_placed);
    let is_said = equal.clone().any(|one| one.story.understanding.is_some());
    let ranks: Vec<u8> = equal.map(|one| rank(one.story.understanding)).collect();
    is_said.then(|| ranks.is_sorted())
}

/// The place among stories of equal priority; the same that a proposed order gives.
fn rank(understanding: Option<Understanding>) -> u8 {
    match understanding {
        Some(Understanding::Unclear) => 0,
        None => 1,
        Some(Understanding::Partly) => 2,
        Some(Understanding::Clear) => 3,
    }
}

/// Questions that have an answer, of those that were asked; unknown where none was.
fn answered(stories: &[Planned]) -> Option<Share> {
    let asked = questions(stories);
    let closed = asked.clone().filter(|one| one.is_closed);
    let share = Share {
        n: count(closed),
        of: count(asked),
    };
    Some(share).filter(|share| share.of > 0)
}

fn questions<'a>(stories: &'a [Planned]) -> impl Iterator<Item = &'a OpenQuestion> + Clone {
    let all = stories.iter().flat_map(|one| &one.story.questions);
    all.filter(|one| !one.text.trim().is_empty())
}

fn meeting_facts(plan: &Plan, stories: &[Planned]) -> MeetingFacts {
    let closed = plan.follow_ups.iter().filter(|point| point.is_closed);
    let follow_ups = Share {
        n: count(closed),
        of: count(plan.follow_ups.iter()),
    };
    let decisions = stories.iter().flat_map(|one| &one.story.decisions);
    let decisions = decisions.filter(|one| !one.what.trim().is_empty());
    let reasoned = decisions.clone().filter(|one| !one.why.trim().is_empty());
    let risks = stories.iter().flat_map(|one| &one.story.risks);
    let n_risks = count(risks.filter(|one| !one.text.trim().is_empty()));
    let passing = stories.iter().filter(|one| one.may_start);
    let is_ready = |one: &&Planned| one.story.status == Status::Ready;
    MeetingFacts {
        follow_ups: Some(follow_ups).filter(|share| share.of > 0),
        n_risks: Some(n_risks).filter(|&n| n > 0),
        reasoned: Share {
            n: count(reasoned),
            of: count(decisions),
        },
        marked_ready: Share {
            n: count(passing.clone().filter(is_ready)),
            of: count(passing),
        },
        ..MeetingFacts::default()
    }
}

fn outcome_facts(stories: &[Planned], sent_back: &[(StoryId, &Story)]) -> OutcomeFacts {
    let open = questions(stories).filter(|one| !one.is_closed);
    let owned = of_all(open, |one| is_owned(one));
    let has_asked = questions(stories).next().is_some();
    let has_gaps = |(_, story): &&(StoryId, &Story)| {
        let missing = story.sent_back.as_ref();
        missing.is_some_and(|one| !(one.points.is_empty() && one.note.trim().is_empty()))
    };
    let sent_back = Share {
        n: count(sent_back.iter().filter(has_gaps)),
        of: count(sent_back.iter()),
    };
    OutcomeFacts {
        owned_questions: has_asked.then_some(owned),
        // Each of them stands among the follow-ups of the next session by itself.
        sent_back: Some(sent_back).filter(|share| share.of > 0),
        ..OutcomeFacts::default()
    }
}

fn share(stories: &[Planned], is_so: impl Fn(&&Planned) -> bool) -> Share {
    of_all(stories.iter(), is_so)
}

/// Whether somebody finds out, and by when.
pub(super) fn is_owned(question: &OpenQuestion) -> bool {
    !(question.owner.trim().is_empty() || question.due.trim().is_empty())
}

/// Of how many of these it is true.
pub(super) fn of_all<T>(things: impl Iterator<Item = T>, is_so: impl Fn(&T) -> bool) -> Share {
    let mut share = Share::default();
    for thing in things {
        share.of = share.of.saturating_add(1);
        share.n = share.n.saturating_add(u32::from(is_so(&thing)));
    }
    share
}

pub(super) fn count(things: impl Iterator) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

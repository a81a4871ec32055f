//! Which fact ticks which item. One rule for each item that can tick itself, none for the
//! others; what is not known ticks nothing.

use super::facts::{Facts, MeetingFacts, OutcomeFacts, PlanFacts, Share};
use super::{ItemName, ListKind};

/// How many stories are picked for a session.
pub const PICKED_STORIES: std::ops::RangeInclusive<u32> = 5..=7;

/// How long before the session its stories go out, in ms: a day, so that everybody has a
/// working hour in between.
pub const EARLY_ENOUGH_MS: i64 = 24 * 60 * 60 * 1000;

/// Minutes of silent reading that stand in for reading ahead.
pub const READING_MINUTES: u32 = 10;

/// Signals of a sprint.
pub const N_SIGNALS: u32 = 5;

/// Milliseconds in an hour.
const HOUR_MS: i64 = 60 * 60 * 1000;

/// A fact with its values, to be said in the person's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactSaid {
    /// P2: the team's Definition of Ready has so many points.
    ReadyAgreed(u32),
    /// B1: this is the goal, and there are limits.
    GoalSet(String),
    /// B2: so many stories are picked.
    Picked(u32),
    /// B3: so many stories stand by priority.
    ByPriority(u32),
    /// B4: so many stories stand with the least understood first among equals.
    LeastUnderstoodFirst(u32),
    /// B5: all of so many stories were checked.
    Checked(u32),
    /// B7: all that are picked pass the gate; so many were moved to later.
    NoneUnready(u32),
    /// B12: all of so many questions have an answer; 0: there are none.
    Answered(u32),
    /// B14: who is needed is named for all of so many stories.
    NeededNamed(u32),
    /// B17: this person moderates.
    Moderates(String),
    /// B18: this person writes down.
    Writes(String),
    /// B19: the stories went out so many whole hours before the session.
    SentAhead(u32),
    /// B20: comments were asked for.
    CommentsAsked,
    /// B21: so many minutes of silent reading are planned.
    ReadingPlanned(u32),
    /// B21: no reading is needed, because B19 and B20 hold.
    ReadingUnneeded,
    /// B22: all parts have timeboxes.
    Timeboxed {
        /// How many parts.
        n_parts: u32,
        /// How long they are together.
        minutes: u32,
    },
    /// B23: so many open points of last time are listed; 0: there are none.
    FollowUpsListed(u32),
    /// B24: somebody came by the link to a table with its deck.
    LinkAndDeckTested,
    /// D1: all of so many points of last time are closed or carried over; 0: there were none.
    FollowUpsDone(u32),
    /// D2: all of so many people signalled that they have read.
    ReadByAll(u32),
    /// D3: the walk-through took place, and all of so many stories had their time.
    WalkedThrough(u32),
    /// D5: so many topics were parked; 0: nobody saw a reason to.
    Parked(u32),
    /// D11: all of so many estimated stories pass the vote gate.
    PassedFirst(u32),
    /// D11: the walk-through came before the estimates of so many stories.
    WalkedFirst(u32),
    /// D12: all of so many rounds were without names.
    Anonymous(u32),
    /// D13: all of so many stories whose first round differed got another; 0: none differed.
    Revoted(u32),
    /// D15: so many risks were named; 0: asked for, and there were none.
    RisksNamed(u32),
    /// D16: all of so many timeboxes were held.
    TimeboxesHeld(u32),
    /// D17: all of so many decisions have a reason.
    Reasoned(u32),
    /// D18: all of so many stories that pass are marked ready.
    MarkedReady(u32),
    /// A1: the decisions of so many stories are out.
    DecisionsOut(u32),
    /// A3: the record is out.
    RecordOut,
    /// A4: the estimates of so many stories are out.
    EstimatesOut(u32),
    /// A5: all of so many open questions have owner and date; 0: none is open.
    QuestionsOwned(u32),
    /// A6: all of so many stories sent back are on the next agenda; 0: none was sent back.
    SentBackListed(u32),
    /// A9: sprint planning took so many minutes.
    PlanningNoted(u32),
    /// A10: all five signals are there.
    SignalsFilled,
}

/// The fact that ticks an item now, if there is one.
///
/// ```
/// use floret::checklist::{FactSaid, Facts, ItemName, fact};
/// let mut facts = Facts::default();
/// facts.plan.n_picked = 6;
/// let picked: ItemName = "B2".parse()?;
/// assert_eq!(fact(picked, &facts), Some(FactSaid::Picked(6)));
/// # Ok::<(), floret::checklist::NotAnItem>(())
/// ```
pub fn fact(item: ItemName, facts: &Facts) -> Option<FactSaid> {
    match item {
        ItemName::BuiltIn(ListKind::Standing, 2) => {
            let n_points = facts.team.n_agreed_points.filter(|&n| n > 0);
            n_points.map(FactSaid::ReadyAgreed)
        }
        ItemName::BuiltIn(ListKind::Before, number) => before(number, &facts.plan),
        ItemName::BuiltIn(ListKind::During, number) => during(number, &facts.meeting),
        ItemName::BuiltIn(ListKind::After, number) => after(number, &facts.outcome),
        ItemName::BuiltIn(ListKind::Standing, _) | ItemName::Own(_) => None,
    }
}

fn before(number: u8, plan: &PlanFacts) -> Option<FactSaid> {
    let picked = Some(plan.n_picked).filter(|&n| n > 0);
    let so = |is_so: Option<bool>| picked.filter(|_| is_so == Some(true));
    match number {
        1 => named(plan.goal.as_ref())
            .filter(|_| plan.has_limits)
            .map(FactSaid::GoalSet),
        2 => picked
            .filter(|n| PICKED_STORIES.contains(n))
            .map(FactSaid::Picked),
        3 => so(plan.is_by_priority).map(FactSaid::ByPriority),
        4 => so(plan.is_least_understood_first).map(FactSaid::LeastUnderstoodFirst),
        5 => plan.checked.all().map(FactSaid::Checked),
        7 => so(plan.n_unready.map(|n| n == 0)).map(|_| FactSaid::NoneUnready(plan.n_moved_later)),
        12 => picked
            .and(plan.questions)
            .and_then(Share::all_or_none)
            .map(FactSaid::Answered),
        14 => plan.needed.all().map(FactSaid::NeededNamed),
        17 => named(plan.moderator.as_ref()).map(FactSaid::Moderates),
        18 => named(plan.scribe.as_ref()).map(FactSaid::Writes),
        19 => sent_ahead(plan).map(FactSaid::SentAhead),
        20 => plan.is_comment_asked.then_some(FactSaid::CommentsAsked),
        21 => reading(plan),
        22 => plan.timeboxed.all().map(|n_parts| FactSaid::Timeboxed {
            n_parts,
            minutes: plan.agenda_minutes,
        }),
        23 => plan.n_follow_ups.map(FactSaid::FollowUpsListed),
        24 => plan.is_table_tried.then_some(FactSaid::LinkAndDeckTested),
        _ => None,
    }
}

fn named(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}

/// Whole hours between sending and the session, if they are enough.
fn sent_ahead(plan: &PlanFacts) -> Option<u32> {
    let ahead_ms = plan.begins_ms?.checked_sub(plan.sent_ms?)?;
    let hours = Some(ahead_ms / HOUR_MS).filter(|_| ahead_ms >= EARLY_ENOUGH_MS)?;
    Some(u32::try_from(hours).unwrap_or(u32::MAX))
}

/// B21 begins with “else”: it is done too where there is nothing to make up for.
fn reading(plan: &PlanFacts) -> Option<FactSaid> {
    if plan.reading_minutes >= READING_MINUTES {
        Some(FactSaid::ReadingPlanned(plan.reading_minutes))
    } else {
        let is_unneeded = plan.is_comment_asked && sent_ahead(plan).is_some();
        is_unneeded.then_some(FactSaid::ReadingUnneeded)
    }
}

fn during(number: u8, meeting: &MeetingFacts) -> Option<FactSaid> {
    match number {
        1 => meeting
            .follow_ups
            .and_then(Share::all_or_none)
            .map(FactSaid::FollowUpsDone),
        2 => meeting.read.all().map(FactSaid::ReadByAll),
        3 => meeting.walked.all().map(FactSaid::WalkedThrough),
        5 => meeting.n_parked.map(FactSaid::Parked),
        11 => understood_first(meeting),
        12 => meeting.anonymous.all().map(FactSaid::Anonymous),
        13 => meeting
            .revoted
            .and_then(Share::all_or_none)
            .map(FactSaid::Revoted),
        15 => meeting.n_risks.map(FactSaid::RisksNamed),
        16 => meeting.timeboxes.all().map(FactSaid::TimeboxesHeld),
        17 => meeting.reasoned.all().map(FactSaid::Reasoned),
        18 => meeting.marked_ready.all().map(FactSaid::MarkedReady),
        _ => None,
    }
}

fn understood_first(meeting: &MeetingFacts) -> Option<FactSaid> {
    let walked = Some(meeting.n_walked_first).filter(|&n| n > 0);
    let passed = meeting.passed_first.all().map(FactSaid::PassedFirst);
    passed.or(walked.map(FactSaid::WalkedFirst))
}

fn after(number: u8, outcome: &OutcomeFacts) -> Option<FactSaid> {
    match number {
        1 => outcome.decisions_out.all().map(FactSaid::DecisionsOut),
        3 => outcome.is_record_out.then_some(FactSaid::RecordOut),
        4 => outcome.estimates_out.all().map(FactSaid::EstimatesOut),
        5 => outcome
            .owned_questions
            .and_then(Share::all_or_none)
            .map(FactSaid::QuestionsOwned),
        6 => outcome
            .sent_back
            .and_then(Share::all_or_none)
            .map(FactSaid::SentBackListed),
        9 => outcome
            .planning_minutes
            .filter(|&minutes| minutes > 0)
            .map(FactSaid::PlanningNoted),
        10 => (outcome.n_signals >= N_SIGNALS).then_some(FactSaid::SignalsFilled),
        _ => None,
    }
}

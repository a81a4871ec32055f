//! The four lists in the words of a language. Knows no screen.

use crate::checklist::{ChecklistText, FactSaid, ItemName, ListKind, Progress};
use crate::words::{ChecklistWords, FactCounts, FactWords, Plural, fill};

/// Hours from which on the time ahead is said in days.
const HOURS_SAID: u32 = 48;

/// The words of the four lists, as `checklist` asks for them.
#[derive(Clone, Copy, Debug)]
pub struct ListWords(pub &'static ChecklistWords);

impl ChecklistText for ListWords {
    fn untitled(&self) -> &str {
        self.0.screen.untitled
    }

    fn heading(&self, list: ListKind) -> &str {
        match list {
            ListKind::Standing => self.0.screen.standing,
            ListKind::Before => self.0.screen.before,
            ListKind::During => self.0.screen.during,
            ListKind::After => self.0.screen.after,
        }
    }

    fn item(&self, name: ItemName) -> Option<&str> {
        let ItemName::BuiltIn(list, number) = name else {
            return None;
        };
        let items = &self.0.items;
        let texts: &[&'static str] = match list {
            ListKind::Standing => &items.standing,
            ListKind::Before => &items.before,
            ListKind::During => &items.during,
            ListKind::After => &items.after,
        };
        texts.get(usize::from(number).checked_sub(1)?).copied()
    }

    fn fact(&self, fact: &FactSaid) -> String {
        sentence(fact, &self.0.facts, &self.0.fact_counts)
    }

    fn progress(&self, progress: Progress) -> String {
        let (done, shown) = (progress.n_done.to_string(), progress.n_shown.to_string());
        fill(self.0.screen.progress_said, &[&done, &shown])
    }
}

/// The sentence of a fact.
fn sentence(fact: &FactSaid, words: &FactWords, counts: &FactCounts) -> String {
    match fact {
        FactSaid::GoalSet(goal) => fill(words.goal_set, &[goal]),
        FactSaid::Moderates(name) => fill(words.moderates, &[name]),
        FactSaid::Writes(name) => fill(words.writes, &[name]),
        FactSaid::NoneUnready(n) => or(words.none_unready, counts.moved_later, *n),
        FactSaid::Answered(n) => or(words.no_questions, counts.answered, *n),
        FactSaid::FollowUpsListed(n) => or(words.no_follow_ups, counts.follow_ups, *n),
        FactSaid::FollowUpsDone(n) => or(words.no_follow_ups, counts.follow_ups_done, *n),
        FactSaid::Parked(n) => or(words.none_parked, counts.parked, *n),
        FactSaid::Revoted(n) => or(words.none_differed, counts.revoted, *n),
        FactSaid::RisksNamed(n) => or(words.no_risks, counts.risks, *n),
        FactSaid::QuestionsOwned(n) => or(words.none_open, counts.owned, *n),
        FactSaid::SentBackListed(n) => or(words.none_sent_back, counts.sent_back, *n),
        FactSaid::CommentsAsked => words.comments_asked.to_owned(),
        FactSaid::ReadingUnneeded => words.reading_unneeded.to_owned(),
        FactSaid::LinkAndDeckTested => words.link_and_deck.to_owned(),
        FactSaid::RecordOut => words.record_out.to_owned(),
        FactSaid::SignalsFilled => words.signals.to_owned(),
        FactSaid::Timeboxed { n_parts, minutes } => fill(
            &count(counts.timeboxed, *n_parts),
            &["", &minutes.to_string()],
        ),
        FactSaid::SentAhead(hours) if *hours < HOURS_SAID => count(counts.hours_ahead, *hours),
        FactSaid::SentAhead(hours) => count(counts.days_ahead, hours / 24),
        FactSaid::ReadyAgreed(n) => count(counts.ready_agreed, *n),
        FactSaid::Picked(n) => count(counts.picked, *n),
        FactSaid::ByPriority(n) => count(counts.by_priority, *n),
        FactSaid::LeastUnderstoodFirst(n) => count(counts.least_understood, *n),
        FactSaid::Checked(n) => count(counts.checked, *n),
        FactSaid::NeededNamed(n) => count(counts.needed, *n),
        FactSaid::ReadingPlanned(n) => count(counts.reading, *n),
        FactSaid::ReadByAll(n) => count(counts.read, *n),
        FactSaid::WalkedThrough(n) => count(counts.walked, *n),
        FactSaid::PassedFirst(n) => count(counts.passed_first, *n),
        FactSaid::WalkedFirst(n) => count(counts.walked_first, *n),
        FactSaid::Anonymous(n) => count(counts.anonymous, *n),
        FactSaid::TimeboxesHeld(n) => count(counts.timeboxes, *n),
        FactSaid::Reasoned(n) => count(counts.reasoned, *n),
        FactSaid::MarkedReady(n) => count(counts.marked_ready, *n),
        FactSaid::DecisionsOut(n) => count(counts.decisions_out, *n),
        FactSaid::EstimatesOut(n) => count(counts.estimates_out, *n),
        FactSaid::PlanningNoted(n) => count(counts.planning, *n),
    }
}

/// One sentence for none, others for one and for more.
fn or(none: &str, some: Plural, n: u32) -> String {
    if n == 0 {
        none.to_owned()
    } else {
        count(some, n)
    }
}

fn count(text: Plural, n: u32) -> String {
    text.of(usize::try_from(n).unwrap_or(usize::MAX))
}

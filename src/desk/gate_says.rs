//! Says verdicts and questions in the words of a language. Decides nothing.

use crate::story::{DraftWords, GateState, Point, Question, QuestionRule as Q, Why};
use crate::words::{Ask, DraftTexts, GateWords, QuestionTexts, fill};

/// What a point asks for: the team's own wording, else the built-in one.
pub fn point<'a>(words: &'static GateWords, point: &'a Point) -> &'a str {
    let built_in = words.points.of(&point.name).unwrap_or(&point.name);
    point.text.as_deref().unwrap_or(built_in)
}

/// What a verdict rests on, as a sentence.
pub fn why(words: &GateWords, why: &Why<'_>) -> String {
    let (texts, counts) = (&words.why, &words.counts);
    let plain = match why {
        Why::SaidByHand => texts.said_by_hand,
        Why::UntickedByHand => texts.unticked_by_hand,
        Why::NobodyTicked => texts.nobody_ticked,
        Why::NotABug => texts.not_a_bug,
        Why::CriteriaPresent { n } => return counts.criteria_present.of(*n),
        Why::NoCriteria => texts.no_criteria,
        Why::DependenciesNamed => texts.dependencies_named,
        Why::NoDependencies => texts.no_dependencies,
        Why::DependenciesEmpty => texts.dependencies_empty,
        Why::InOrder => texts.in_order,
        Why::NotInOrder => texts.not_in_order,
        Why::NoLimit => texts.no_limit,
        Why::NoEstimate => texts.no_estimate,
        Why::NotANumber { estimate } => return fill(texts.not_a_number, &[estimate]),
        Why::EstimateWithin { estimate, limit } => {
            return fill(texts.estimate_within, &[estimate, &limit.to_string()]);
        }
        Why::EstimateAbove { estimate, limit } => {
            return fill(texts.estimate_above, &[estimate, &limit.to_string()]);
        }
        Why::VotedTogether => texts.voted_together,
        Why::EstimatedWithoutVote => texts.estimated_without_vote,
        Why::DecisionsWritten { n } => return counts.decisions_written.of(*n),
        Why::NoDecision => texts.no_decision,
        Why::NoOpenQuestion => texts.no_open_question,
        Why::OpenQuestions { n } => return counts.open_questions.of(*n),
        Why::QuestionsStop { n } => return counts.questions_stop.of(*n),
        Why::RisksNoted { n } => return counts.risks_noted.of(*n),
        Why::NoRisks => texts.no_risks,
        Why::NothingPutOff => texts.nothing_put_off,
        Why::PutOff { found } => return fill(texts.put_off, &[&quoted(words, found)]),
    };
    plain.to_owned()
}

/// A day, in ms since 1970 UTC.
pub fn day(words: &GateWords, at_ms: i64) -> String {
    let date = crate::exchange::iso8601_utc(at_ms);
    let (date, _) = date.split_once('T').unwrap_or((date.as_str(), ""));
    let mut parts = date.splitn(3, '-');
    let mut next = || parts.next().unwrap_or_default();
    let (year, month, day) = (next(), next(), next().trim_start_matches('0'));
    let at = month.parse::<usize>().unwrap_or_default().wrapping_sub(1);
    let name = words.screen.months.split_whitespace().nth(at);
    fill(words.screen.date, &[day, name.unwrap_or(month), year])
}

/// How it stands with a gate, as a sentence.
pub fn gate(words: &GateWords, gate: &GateState<'_>) -> String {
    match gate {
        GateState::Open => words.states.open.to_owned(),
        GateState::Overruled { by, .. } => fill(words.states.overruled, &[&by.who, &by.why]),
        GateState::Closed { missing } => fill(words.states.missing, &[&missing.join(", ")]),
    }
}

/// The question, and why it is asked.
pub fn question(words: &GateWords, question: &Question) -> (String, String) {
    asks(words, question.rule, &question.found)
}

/// As [`question`], given what it is about and the story's words that made it ask.
pub fn asks(words: &GateWords, rule: Q, found: &[String]) -> (String, String) {
    let Ask {
        question: asks,
        reason,
    } = asked(&words.questions, rule);
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    let found = quoted(words, &found);
    (fill(asks, &[&found]), fill(reason, &[&found]))
}

fn quoted(words: &GateWords, found: &[&str]) -> String {
    let quoted: Vec<String> = found
        .iter()
        .map(|word| fill(words.states.quote, &[word]))
        .collect();
    quoted.join(", ")
}

fn asked(texts: &QuestionTexts, rule: Q) -> Ask {
    match rule {
        Q::OnlyAName => texts.only_a_name,
        Q::BugSteps => texts.bug_steps,
        Q::BugActual => texts.bug_actual,
        Q::BugExpected => texts.bug_expected,
        Q::NoUser => texts.no_user,
        Q::NoWhy => texts.no_why,
        Q::NoCriteria => texts.no_criteria,
        Q::NoDoneWhen => texts.no_done_when,
        Q::SpikeQuestion => texts.spike_question,
        Q::SpikeTimebox => texts.spike_timebox,
        Q::BugWho => texts.bug_who,
        Q::PutOff => texts.put_off,
        Q::SeveralStories => texts.several_stories,
        Q::VagueWords => texts.vague_words,
        Q::CriteriaNotCheckable => texts.criteria_not_checkable,
        Q::BugWhere => texts.bug_where,
        Q::NoErrorCase => texts.no_error_case,
        Q::NoMockUp => texts.no_mock_up,
        Q::ExistingData => texts.existing_data,
        Q::NoDependency => texts.no_dependency,
        Q::NoVolume => texts.no_volume,
        Q::NoPermission => texts.no_permission,
        Q::NotIncluded => texts.not_included,
        Q::BugSince => texts.bug_since,
        Q::HowToShow => texts.how_to_show,
    }
}

/// The words of a draft.
pub fn draft(texts: &DraftTexts) -> DraftWords<'static> {
    DraftWords {
        as_a: texts.as_a,
        i_want: texts.i_want,
        so_that: texts.so_that,
        given: texts.given,
        when: texts.when,
        then: texts.then,
        steps: texts.steps,
        expected: texts.expected,
        actual: texts.actual,
        who_is_hit: texts.who_is_hit,
        environment: texts.environment,
        since: texts.since,
        question: texts.question,
        timebox: texts.timebox,
        settled: texts.settled,
        scope: texts.scope,
        permissions: texts.permissions,
        existing: texts.existing,
        mock_up: texts.mock_up,
        showing: texts.showing,
    }
}

//! How the meeting's times and parts read.

use super::MeetingUi;
use crate::app::view::{AgendaStep, Meeting, Time, Topic, time};
use crate::words::{SessionWords, fill};

/// Milliseconds of a second.
const SECOND_MS: i64 = 1_000;

/// Milliseconds of a minute.
const MINUTE_MS: i64 = 60 * SECOND_MS;

/// What is left of `length_ms`, or over it: `mm:ss`, and how it stands.
pub(super) fn clock(used_ms: i64, length_ms: i64) -> (String, Time) {
    let left_ms = length_ms - used_ms;
    let seconds = if left_ms > 0 {
        // The full time until a second of it has passed.
        left_ms.saturating_add(SECOND_MS - 1) / SECOND_MS
    } else {
        -left_ms / SECOND_MS
    };
    let text = format!("{:02}:{:02}", seconds / 60, seconds % 60);
    (text, time(used_ms, length_ms))
}

/// Whole minutes, the nearest.
pub(super) fn minutes(ms: i64) -> String {
    (ms.saturating_add(MINUTE_MS / 2) / MINUTE_MS).to_string()
}

/// What took so long, of so long as was planned.
pub(super) fn took(template: &str, used_ms: i64, length_ms: i64) -> String {
    fill(template, &[&minutes(used_ms), &minutes(length_ms)])
}

/// The name of a part of the agenda.
pub(super) fn step(say: &SessionWords, step: AgendaStep) -> &'static str {
    match step {
        AgendaStep::SilentReading => say.silent_reading,
        AgendaStep::FollowUps => say.follow_ups,
        AgendaStep::WalkThrough => say.walk_through,
        AgendaStep::Estimate => say.estimate,
        AgendaStep::Risks => say.risks,
        AgendaStep::MarkReady => say.mark_ready,
    }
}

/// What a story took until now.
pub(super) fn used_ms(meeting: &Meeting, topic: &Topic, is_current: bool, now_ms: i64) -> i64 {
    let is_of_story = meeting.agenda.step().is_some_and(is_of_story);
    let fresh_ms = if is_current && is_of_story {
        meeting.agenda.fresh_ms(now_ms)
    } else {
        0
    };
    topic.used_ms.saturating_add(fresh_ms)
}

/// Whether a part of the agenda is about one story at a time.
pub(super) fn is_of_story(step: AgendaStep) -> bool {
    match step {
        AgendaStep::SilentReading | AgendaStep::FollowUps => false,
        AgendaStep::WalkThrough
        | AgendaStep::Estimate
        | AgendaStep::Risks
        | AgendaStep::MarkReady => true,
    }
}

/// For style sheets.
pub(super) fn time_name(time: Time) -> &'static str {
    match time {
        Time::Enough => "enough",
        Time::Late => "late",
        Time::Over => "over",
    }
}

/// Names one after the other, as they are spoken.
pub(super) fn names(ui: MeetingUi, names: &[String]) -> String {
    ui.page().words.names(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_clock_counts_down_and_then_up() {
        let table = [
            (0, "10:00", Time::Enough),
            (1, "10:00", Time::Enough),
            (1_000, "09:59", Time::Enough),
            (479_999, "02:01", Time::Enough),
            (480_000, "02:00", Time::Late),
            (599_999, "00:01", Time::Late),
            (600_000, "00:00", Time::Over),
            (661_500, "01:01", Time::Over),
            (6_600_000, "100:00", Time::Over),
        ];
        for (used_ms, text, state) in table {
            assert_eq!(clock(used_ms, 600_000), (text.to_owned(), state));
        }
    }

    #[test]
    fn minutes_are_the_nearest() {
        let read = [0, 29_999, 30_000, 89_999, 90_000].map(minutes);
        assert_eq!(read, ["0", "0", "1", "1", "2"]);
    }
}

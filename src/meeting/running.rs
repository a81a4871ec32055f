//! The agenda while it runs: one clock for all, told in ms since 1970 on the host's clock.

use serde::{Deserialize, Serialize};

use super::plan::{AgendaStep, MAX_MINUTES};

/// Milliseconds of a minute.
const MINUTE_MS: i64 = 60_000;

/// From this share of its time on a part is late, in percent.
const LATE_PERCENT: i64 = 80;

/// A part of the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timebox {
    /// Which part.
    pub step: AgendaStep,
    /// Minutes planned.
    pub minutes: u32,
    /// Minutes added since, or taken.
    pub added: i32,
    /// What it took, in ms; what runs now is not in it.
    pub used_ms: i64,
}

/// How it stands with a timebox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// There is enough.
    Enough,
    /// Four fifths are used.
    Late,
    /// Used up.
    Over,
}

impl Timebox {
    /// Its whole time, in ms.
    pub fn length_ms(&self) -> i64 {
        (i64::from(self.minutes) + i64::from(self.added)).max(0) * MINUTE_MS
    }
}

/// How it stands with `used_ms` of `length_ms`.
pub fn time(used_ms: i64, length_ms: i64) -> Time {
    if used_ms >= length_ms {
        Time::Over
    } else if used_ms * 100 >= length_ms * LATE_PERCENT {
        Time::Late
    } else {
        Time::Enough
    }
}

/// The agenda and its clock.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Agenda {
    /// The parts that take place, in order.
    pub parts: Vec<Timebox>,
    /// Place of the part that is on.
    pub at: usize,
    /// Since when the clock runs; `None`: it stands.
    pub running_ms: Option<i64>,
    /// When it was started first.
    pub began_ms: Option<i64>,
    /// When the meeting was ended.
    pub ended_ms: Option<i64>,
}

impl Agenda {
    /// The part that is on.
    pub fn part(&self) -> Option<&Timebox> {
        self.parts.get(self.at)
    }

    /// What kind of part is on, once the meeting began and until it is over.
    pub fn step(&self) -> Option<AgendaStep> {
        self.began_ms?;
        if self.ended_ms.is_some() {
            return None;
        }
        self.part().map(|part| part.step)
    }

    /// What runs and is in no sum yet, in ms.
    pub fn fresh_ms(&self, now_ms: i64) -> i64 {
        self.running_ms.map_or(0, |since| (now_ms - since).max(0))
    }

    /// What a part took until now, in ms.
    pub fn used_ms(&self, part: usize, now_ms: i64) -> i64 {
        let fresh_ms = if part == self.at {
            self.fresh_ms(now_ms)
        } else {
            0
        };
        self.parts
            .get(part)
            .map_or(0, |one| one.used_ms.saturating_add(fresh_ms))
    }

    /// Moves what runs into the sum; answers how much it was.
    pub(super) fn settle(&mut self, now_ms: i64) -> i64 {
        let fresh_ms = self.fresh_ms(now_ms);
        if let Some(part) = self.parts.get_mut(self.at) {
            part.used_ms = part.used_ms.saturating_add(fresh_ms);
        }
        self.running_ms = self.running_ms.map(|_| now_ms);
        fresh_ms
    }

    pub(super) fn extend(&mut self, minutes: i32) {
        if let Some(part) = self.parts.get_mut(self.at) {
            let most = i32::try_from(MAX_MINUTES).unwrap_or(i32::MAX);
            let least = i32::try_from(part.minutes).map_or(0, |minutes| -minutes);
            part.added = part.added.saturating_add(minutes).clamp(least, most);
        }
    }

    /// The same on a clock that shows `offset_ms` less.
    pub(super) fn change_clock(&mut self, offset_ms: i64) {
        for at_ms in [&mut self.running_ms, &mut self.began_ms, &mut self.ended_ms] {
            *at_ms = at_ms.map(|at_ms| at_ms.saturating_sub(offset_ms));
        }
    }
}

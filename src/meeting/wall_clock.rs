//! Day and time as a clock on the wall shows them. Knows no time zone.

use core::fmt;
use core::str::FromStr;

/// Days from 0000-03-01 to 1970-01-01 in the proleptic Gregorian calendar.
const EPOCH_DAYS: i64 = 719_468;

/// Days in 400 years, after which the calendar repeats.
const ERA_DAYS: i64 = 146_097;

/// Minutes in a day.
const DAY_MIN: i64 = 24 * 60;

/// Milliseconds in a minute.
const MINUTE_MS: i64 = 60_000;

/// A day and a time on it, to the minute.
///
/// ```
/// use floret::meeting::WallClock;
/// let begins: WallClock = "2026-12-01T10:00".parse()?;
/// let sent: WallClock = "2026-11-30T09:30".parse()?;
/// assert_eq!(begins.ms() - sent.ms(), (24 * 60 + 30) * 60_000);
/// assert_eq!(begins.to_string(), "2026-12-01T10:00");
/// # Ok::<(), floret::meeting::NotAWallClock>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WallClock {
    year: u16,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
}

/// A text that is no day with a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAWallClock;

impl fmt::Display for NotAWallClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no day with a time, as in 2026-12-01T10:00")
    }
}

impl core::error::Error for NotAWallClock {}

impl WallClock {
    /// Milliseconds since 1970-01-01T00:00 on the same clock; for differences.
    ///
    /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`:
    /// years begin on 1 March, so that the leap day comes last.
    pub fn ms(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let days = era * ERA_DAYS + day_of_era - EPOCH_DAYS;
        let minutes = days * DAY_MIN + i64::from(self.hour) * 60 + i64::from(self.minute);
        minutes * MINUTE_MS
    }
}

impl FromStr for WallClock {
    type Err = NotAWallClock;

    /// Reads `2026-12-01T10:00`; seconds, which some browsers add, are left out.
    fn from_str(text: &str) -> Result<Self, NotAWallClock> {
        let (date, time) = text.trim().split_once('T').ok_or(NotAWallClock)?;
        let mut date = date.splitn(3, '-');
        let mut time = time.split(':');
        let clock = Self {
            year: number(date.next())?,
            month: number(date.next())?,
            day: number(date.next())?,
            hour: number(time.next())?,
            minute: number(time.next())?,
        };
        let is_each = |years| clock.year.is_multiple_of(years);
        let is_leap = is_each(4) && (!is_each(100) || is_each(400));
        let n_days = match clock.month {
            2 => 28 + u8::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let is_day = (1..=12).contains(&clock.month) && (1..=n_days).contains(&clock.day);
        let is_time = clock.hour < 24 && clock.minute < 60;
        (is_day && is_time && clock.year <= 9_999)
            .then_some(clock)
            .ok_or(NotAWallClock)
    }
}

fn number<T: FromStr>(text: Option<&str>) -> Result<T, NotAWallClock> {
    let text = text.filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    text.and_then(|text| text.parse().ok()).ok_or(NotAWallClock)
}

impl fmt::Display for WallClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            year,
            month,
            day,
            hour,
            minute,
        } = self;
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::{NotAWallClock, WallClock};
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn known_moments_count_from_1970() {
        let table = [
            ("1970-01-01T00:00", 0),
            ("1969-12-31T23:59", -60_000),
            ("2000-02-29T00:00", 951_782_400_000),
            ("2024-03-01T00:00", 1_709_251_200_000),
            ("2100-03-01T00:00", 4_107_542_400_000),
            ("9999-12-31T23:59", 253_402_300_740_000),
        ];
        for (text, ms) in table {
            let clock: WallClock = text.parse().unwrap();
            assert_eq!((clock.ms(), clock.to_string().as_str()), (ms, text));
        }
    }

    #[test]
    fn what_is_no_day_with_a_time_is_refused() {
        let bad = [
            "",
            "2026-12-01",
            "10:00",
            "2026-13-01T10:00",
            "2026-00-01T10:00",
            "2026-02-29T10:00",
            "2026-02-00T10:00",
            "2026-12-01T24:00",
            "2026-12-01T10:60",
            "2026-12-01T10",
            "2026-12-01T10:+1",
            "12026-12-01T10:00",
            "2026-12-01T10:00Z",
        ];
        for text in bad {
            assert_eq!(text.parse::<WallClock>(), Err(NotAWallClock), "{text}");
        }
        let with_seconds: WallClock = "2026-12-01T10:00:30".parse().unwrap();
        assert_eq!(with_seconds.to_string(), "2026-12-01T10:00");
    }
}

//! What time it is, for those who are told.

use super::window;

/// Milliseconds since 1970-01-01 UTC by this computer's clock, whole.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks for the time"
)]
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// The same instant as [`now_ms`], as an integer.
#[expect(
    clippy::cast_possible_truncation,
    reason = "Date.now is whole and stays below 2^53 until the year 287396"
)]
pub fn unix_ms() -> i64 {
    now_ms() as i64
}

/// How far this computer's clock is before UTC now, in minutes; behind it is negative.
#[expect(
    clippy::cast_possible_truncation,
    reason = "whole minutes of at most a day or so"
)]
pub fn utc_offset_min() -> i32 {
    let now = js_sys::Date::new(&now_ms().into());
    -(now.get_timezone_offset() as i32)
}

/// Milliseconds since the page was opened; never goes back.
pub fn monotonic_ms() -> f64 {
    window()
        .and_then(|window| window.performance())
        .map_or_else(now_ms, |performance| performance.now())
}

//! A meeting that comes again, as a calendar file (RFC 5545). Does not know time zones: the
//! meeting is at the same hour on every clock it is looked at with.

use super::date::{DAY_MS, civil_from_days};

/// Bytes of a line without its end (RFC 5545, section 3.1).
const MAX_LINE_BYTES: usize = 75;

/// Milliseconds in a minute.
const MINUTE_MS: i64 = 60_000;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// All of them, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// Its name in a rule (RFC 5545, section 3.3.10), and days after Monday.
    fn rule(self) -> (&'static str, i64) {
        match self {
            Self::Monday => ("MO", 0),
            Self::Tuesday => ("TU", 1),
            Self::Wednesday => ("WE", 2),
            Self::Thursday => ("TH", 3),
            Self::Friday => ("FR", 4),
            Self::Saturday => ("SA", 5),
            Self::Sunday => ("SU", 6),
        }
    }
}

/// A slot in everybody's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot<'a> {
    /// On which day.
    pub weekday: Weekday,
    /// At which hour of the local clock, 0 to 23.
    pub hour: u8,
    /// And minute, 0 to 59.
    pub minute: u8,
    /// Every so many weeks; 0 is read as 1.
    pub every_weeks: u8,
    /// How long, in minutes.
    pub duration_min: u16,
    /// What it is called.
    pub title: &'a str,
    /// What is done in it, a line each.
    pub agenda: &'a [String],
    /// A name of its own, the same each time the same meeting is written.
    pub uid: &'a str,
    /// Now, in ms since 1970 UTC.
    pub now_ms: i64,
    /// How far the local clock is before UTC, in minutes; behind it is negative.
    pub utc_offset_min: i32,
}

/// The calendar with this one meeting: the first is the next one that has not begun.
pub fn ics(slot: &Slot<'_>) -> String {
    let (day, _) = slot.weekday.rule();
    let start = first_start(slot);
    let end = start.saturating_add(i64::from(slot.duration_min) * MINUTE_MS);
    let every = slot.every_weeks.max(1);
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Floret//Floret//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escaped(slot.uid)),
        format!("DTSTAMP:{}Z", basic(slot.now_ms)),
        format!("DTSTART:{}", basic(start)),
        format!("DTEND:{}", basic(end)),
        format!("RRULE:FREQ=WEEKLY;INTERVAL={every};BYDAY={day}"),
        format!("SUMMARY:{}", escaped(slot.title)),
        format!("DESCRIPTION:{}", escaped(&slot.agenda.join("\n"))),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| folded(line)).collect()
}

/// When it is next, on the local clock as if that were UTC.
fn first_start(slot: &Slot<'_>) -> i64 {
    let offset = i64::from(slot.utc_offset_min) * MINUTE_MS;
    let now = slot.now_ms.saturating_add(offset);
    let today = now.div_euclid(DAY_MS);
    let (_, wanted) = slot.weekday.rule();
    // 1970-01-01 was a Thursday, three days after Monday.
    let days = (wanted - (today + 3)).rem_euclid(7);
    let minutes = i64::from(slot.hour.min(23)) * 60 + i64::from(slot.minute.min(59));
    let start = today
        .saturating_add(days)
        .saturating_mul(DAY_MS)
        .saturating_add(minutes * MINUTE_MS);
    if start > now {
        start
    } else {
        start.saturating_add(7 * DAY_MS)
    }
}

/// `20260131T090500` (RFC 5545, section 3.3.5).
fn basic(ms: i64) -> String {
    let (year, month, day) = civil_from_days(ms.div_euclid(DAY_MS));
    let second = ms.rem_euclid(DAY_MS) / 1_000;
    let (h, m, s) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year:04}{month:02}{day:02}T{h:02}{m:02}{s:02}")
}

/// Text as a value (RFC 5545, section 3.3.11). Other control characters are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line in pieces of at most 75 bytes, each but the first with a blank before it (RFC 5545,
/// section 3.1); no letter is divided.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > MAX_LINE_BYTES {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

//! The calendar file against the words of RFC 5545.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::{Slot, Weekday, ics};

/// Thursday 2026-07-16, 09:30 UTC.
const NOW_MS: i64 = 1_784_194_200_000;

const SLOT: Slot<'_> = Slot {
    weekday: Weekday::Wednesday,
    hour: 10,
    minute: 5,
    every_weeks: 2,
    duration_min: 60,
    title: "Backlog refinement",
    agenda: &[],
    uid: "0123abcd@floret",
    now_ms: NOW_MS,
    utc_offset_min: 120,
};

/// Content lines, unfolded (RFC 5545, section 3.1).
fn lines(text: &str) -> Vec<String> {
    assert!(text.ends_with("\r\n"));
    let unfolded = text.replace("\r\n ", "").replace("\r\n\t", "");
    unfolded
        .trim_end()
        .split("\r\n")
        .map(str::to_owned)
        .collect()
}

fn value(slot: &Slot<'_>, name: &str) -> String {
    let lines = lines(&ics(slot));
    let found = lines
        .iter()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    found.unwrap_or("none").to_owned()
}

#[test]
fn a_meeting_every_other_week() {
    assert_eq!(
        lines(&ics(&SLOT)),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Floret//Floret//EN",
            "BEGIN:VEVENT",
            "UID:0123abcd@floret",
            "DTSTAMP:20260716T093000Z",
            "DTSTART:20260722T100500",
            "DTEND:20260722T110500",
            "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
            "SUMMARY:Backlog refinement",
            "DESCRIPTION:",
            "END:VEVENT",
            "END:VCALENDAR",
        ]
    );
}

#[test]
fn the_first_meeting_is_the_next_one_on_the_local_clock() {
    let table = [
        // It is 11:30 here: today at 11:31 is still to come, 11:30 is in a week.
        (Weekday::Thursday, 11, 31, 120, "20260716T113100"),
        (Weekday::Thursday, 11, 30, 120, "20260723T113000"),
        (Weekday::Friday, 0, 0, 120, "20260717T000000"),
        (Weekday::Monday, 9, 0, 0, "20260720T090000"),
        (Weekday::Sunday, 23, 59, 0, "20260719T235900"),
        // East of the date line it is already Thursday evening, in the west still night.
        (Weekday::Thursday, 12, 0, 840, "20260723T120000"),
        (Weekday::Thursday, 0, 0, -600, "20260716T000000"),
    ];
    for (weekday, hour, minute, utc_offset_min, start) in table {
        let slot = Slot {
            weekday,
            hour,
            minute,
            utc_offset_min,
            ..SLOT
        };
        assert_eq!(value(&slot, "DTSTART"), start, "{weekday:?}");
    }
    for (day, name) in Weekday::ALL
        .into_iter()
        .zip(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
    {
        let slot = Slot {
            weekday: day,
            ..SLOT
        };
        assert!(value(&slot, "RRULE").ends_with(name));
    }
    let often = Slot {
        every_weeks: 0,
        ..SLOT
    };
    assert!(value(&often, "RRULE").contains("INTERVAL=1"));
    let late = Slot {
        hour: 23,
        minute: 30,
        ..SLOT
    };
    assert_eq!(value(&late, "DTEND"), "20260723T003000");
}

#[test]
fn text_is_escaped_as_the_rfc_shows() {
    // Section 3.3.11: "Project XYZ Final Review\nConference Room - 3B\nCome Prepared."
    let agenda = [
        "Project XYZ Final Review".to_owned(),
        "Conference Room - 3B".to_owned(),
        "Come Prepared.".to_owned(),
    ];
    let slot = Slot {
        agenda: &agenda,
        title: "a;b,c\\d: \"e\"\r\nf\u{7}\tg",
        ..SLOT
    };
    assert_eq!(
        value(&slot, "DESCRIPTION"),
        "Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared."
    );
    assert_eq!(value(&slot, "SUMMARY"), "a\\;b\\,c\\\\d: \"e\"\\nf g");
}

#[test]
fn lines_are_folded_at_75_octets_and_no_letter_is_divided() {
    for title in [
        "x".repeat(300),
        "ä".repeat(200),
        "🥦".repeat(100),
        "ab 🥦, ".repeat(60),
    ] {
        let slot = Slot {
            title: &title,
            ..SLOT
        };
        let text = ics(&slot);
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(value(&slot, "SUMMARY"), title.replace(',', "\\,"));
        // A lone line end would be none of the format's.
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    }
    let exact = Slot {
        title: &"x".repeat(75 - "SUMMARY:".len()),
        ..SLOT
    };
    assert!(!ics(&exact).contains("\r\n "));
}

//! Points in time as text for other programs. Does not know what time it is.

/// Milliseconds in a day.
pub(super) const DAY_MS: i64 = 86_400_000;
/// Days from 0000-03-01 to 1970-01-01 in the proleptic Gregorian calendar.
const EPOCH_DAYS: i64 = 719_468;
/// Days in 400 years, after which the calendar repeats.
const ERA_DAYS: i64 = 146_097;

/// Milliseconds since 1970-01-01T00:00:00Z as ISO 8601 in UTC, cut to whole
/// seconds: `2026-01-31T09:05:00Z`. Years beyond 0 to 9999 get a sign and at
/// least six digits (ECMA-262, Date Time String Format).
pub fn iso8601_utc(ms: i64) -> String {
    let (year, month, day) = civil_from_days(ms.div_euclid(DAY_MS));
    let second = ms.rem_euclid(DAY_MS) / 1_000;
    let (h, m, s) = (second / 3_600, second / 60 % 60, second % 60);
    let year = match year {
        0..=9_999 => format!("{year:04}"),
        _ => format!("{year:+07}"),
    };
    format!("{year}-{month:02}-{day:02}T{h:02}:{m:02}:{s:02}Z")
}

/// Year, month and day of a day counted from 1970-01-01.
///
/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
/// `civil_from_days`: years begin on 1 March, so that the leap day comes last.
pub(super) fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let z = days + EPOCH_DAYS;
    let (era, day_of_era) = (z.div_euclid(ERA_DAYS), z.rem_euclid(ERA_DAYS));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::iso8601_utc;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn known_moments_are_written_as_iso_8601() {
        let table = [
            (0, "1970-01-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (951_782_400_000, "2000-02-29T00:00:00Z"),
            (1_709_251_199_999, "2024-02-29T23:59:59Z"),
            (1_709_251_200_000, "2024-03-01T00:00:00Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59Z"),
            (253_402_300_800_000, "+010000-01-01T00:00:00Z"),
            (-62_167_219_200_000, "0000-01-01T00:00:00Z"),
            (-62_167_219_200_001, "-000001-12-31T23:59:59Z"),
        ];
        for (ms, text) in table {
            assert_eq!(iso8601_utc(ms), text, "{ms}");
        }
    }

    #[test]
    fn no_number_of_milliseconds_is_too_large() {
        assert!(iso8601_utc(i64::MAX).starts_with("+292278994-08-17T"));
        assert!(iso8601_utc(i64::MIN).starts_with("-292275055-05-16T"));
    }

    #[test]
    fn every_day_of_two_eras_follows_the_day_before() {
        let (mut year, mut month, mut day) = (1600, 1, 1);
        for days in -135_140..156_000_i64 {
            let text = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
            assert_eq!(iso8601_utc(days * super::DAY_MS), text);
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let n_days = match month {
                2 => 28 + i32::from(leap),
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            day += 1;
            if day > n_days {
                (month, day) = (month + 1, 1);
            }
            if month > 12 {
                (year, month) = (year + 1, 1);
            }
        }
    }
}

//! Counts of tests that really ran, read from what the runners print.

use std::fmt;

use anyhow::{Context, Result};
use serde_json::Value;

/// Tests of one run that may need a second try before the run counts as failed.
const MAX_SECOND_TRIES: u64 = 2;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Tally {
    /// Adds another count to this one.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The counts of a `test result: ok. 5 passed; 0 failed; …` line, coloured or not.
pub(crate) fn of_line(line: &str) -> Option<Tally> {
    let (_, counts) = line.split_once("test result: ")?;
    let before = |word: &str| {
        let (head, _) = counts.split_once(word)?;
        head.split_whitespace().next_back()?.parse().ok()
    };
    Some(Tally {
        passed: before(" passed")?,
        failed: before(" failed")?,
    })
}

/// The counts of Playwright's JSON report.
///
/// # Errors
/// When the text is no such report.
pub(crate) fn of_playwright(text: &str) -> Result<Tally> {
    let report: Value = serde_json::from_str(text).context("Playwright's report is no JSON")?;
    let stats = report
        .get("stats")
        .context("Playwright's report has no `stats`")?;
    let count = |name: &str| stats.get(name).and_then(Value::as_u64).unwrap_or(0);
    let flaky = count("flaky");
    if flaky > 0 {
        println!("{flaky} passed only at the second try (named `flaky` above)");
    }
    // A whole table of browsers on two shared cores may starve once; what fails more
    // often than that is broken, whatever a second try says.
    let excused = if flaky > MAX_SECOND_TRIES { 0 } else { flaky };
    Ok(Tally {
        passed: count("expected") + excused,
        failed: count("unexpected") + flaky - excused,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_cargo_test_is_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured";
        assert_eq!(
            of_line(line),
            Some(Tally {
                passed: 12,
                failed: 3
            })
        );
    }

    #[test]
    fn colours_do_not_hide_the_counts() {
        let line = "test result: \u{1b}[32mok\u{1b}(B\u{1b}[m. 7 passed; 0 failed";
        assert_eq!(
            of_line(line),
            Some(Tally {
                passed: 7,
                failed: 0
            })
        );
    }

    #[test]
    fn other_lines_are_not_counted() {
        assert_eq!(of_line("test the_result ... ok"), None);
    }

    #[test]
    fn a_third_test_that_needs_a_second_try_fails_the_run() {
        let report =
            |flaky| format!(r#"{{"stats":{{"expected":9,"unexpected":0,"flaky":{flaky}}}}}"#);
        assert_eq!(of_playwright(&report(2)).unwrap().failed, 0);
        assert_eq!(of_playwright(&report(3)).unwrap().failed, 3);
    }

    #[test]
    fn skipped_tests_did_not_run() {
        let report = r#"{"stats":{"expected":4,"unexpected":1,"flaky":0,"skipped":9}}"#;
        assert_eq!(
            of_playwright(report).unwrap(),
            Tally {
                passed: 4,
                failed: 1
            }
        );
    }
}

//! How many signals one far page may send. Does not know what a signal does.

/// Signals at once, after a quiet time: each can cost a connection, and an honest page
/// needs a handful in a minute.
const AT_ONCE: i64 = 40;

/// And so many more per second.
const PER_S: i64 = 2;

/// Time saved up at most, in ms; also keeps a clock that jumps from doing harm.
const LONGEST_MS: i64 = 60_000;

/// Signals that are still admitted.
#[derive(Debug)]
pub(super) struct Budget {
    /// Times 1000.
    left: i64,
    since_ms: i64,
}

impl Budget {
    /// A full one.
    pub(super) fn new(now_ms: i64) -> Self {
        Self {
            left: AT_ONCE * 1000,
            since_ms: now_ms,
        }
    }

    /// Whether one more is admitted now.
    pub(super) fn take(&mut self, now_ms: i64) -> bool {
        let passed_ms = (now_ms - self.since_ms).clamp(0, LONGEST_MS);
        self.since_ms = now_ms;
        self.left = (self.left + passed_ms * PER_S).min(AT_ONCE * 1000);
        let is_admitted = self.left >= 1000;
        if is_admitted {
            self.left -= 1000;
        }
        is_admitted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admitted(budget: &mut Budget, n: usize, now_ms: i64) -> usize {
        (0..n).filter(|_| budget.take(now_ms)).count()
    }

    #[test]
    fn a_flood_of_signals_is_cut_off_and_an_honest_page_is_heard_again_later() {
        let mut budget = Budget::new(0);
        assert_eq!(admitted(&mut budget, 1_000, 0), 40);
        assert_eq!(admitted(&mut budget, 1_000, 3_000), 6);
        assert_eq!(admitted(&mut budget, 1_000, 600_000), 40);
        // A clock that was set back gives nothing, and takes nothing for good.
        assert_eq!(admitted(&mut budget, 10, 0), 0);
        assert_eq!(admitted(&mut budget, 10, 1_000), 2);
    }
}

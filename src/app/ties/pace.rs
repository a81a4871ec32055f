//! When a connection made ahead that was lost is made again: soon, then ever more seldom.
//! A browser has room for a few hundred, and collects those that are closed when it likes.

/// The first time after so long, in ms.
const FIRST_MS: i64 = 2_000;

/// And never later than this, in ms.
const LONGEST_MS: i64 = 60_000;

/// One that stood for so long was good: the next one is made soon again, in ms.
const GOOD_MS: i64 = 60_000;

/// What is known of the ones before.
#[derive(Debug, Default)]
#[expect(clippy::struct_field_names, reason = "the unit belongs into a name")]
pub(super) struct Pace {
    /// 0 before one was lost.
    wait_ms: i64,
    made_ms: Option<i64>,
    lost_ms: Option<i64>,
}

impl Pace {
    /// None was made or lost yet.
    pub(super) fn is_first(&self) -> bool {
        self.made_ms.is_none() && self.lost_ms.is_none()
    }

    /// One was made.
    pub(super) fn made(&mut self, now_ms: i64) {
        self.made_ms = Some(now_ms);
        self.lost_ms = None;
    }

    /// It is of no use any more.
    pub(super) fn lost(&mut self, now_ms: i64) {
        if let Some(made_ms) = self.made_ms.take() {
            let stood_ms = now_ms.saturating_sub(made_ms);
            let before_ms = if stood_ms >= GOOD_MS { 0 } else { self.wait_ms };
            self.wait_ms = (before_ms * 2).clamp(FIRST_MS, LONGEST_MS);
        }
        self.lost_ms.get_or_insert(now_ms);
    }

    /// Whether the next one is to be made now.
    pub(super) fn is_due(&self, now_ms: i64) -> bool {
        self.lost_ms
            .is_some_and(|since_ms| now_ms - since_ms >= self.wait_ms.max(FIRST_MS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How often one is made in ten minutes if each is lost after so long.
    fn n_made(stands_ms: i64) -> usize {
        let mut pace = Pace::default();
        pace.made(0);
        let (mut n, mut made_ms) = (1, Some(0));
        for now_ms in (0..600_000).step_by(250) {
            if made_ms.is_some_and(|made_ms| now_ms - made_ms >= stands_ms) {
                pace.lost(now_ms);
                made_ms = None;
            }
            if pace.is_due(now_ms) {
                pace.made(now_ms);
                (n, made_ms) = (n + 1, Some(now_ms));
            }
        }
        n
    }

    #[test]
    fn what_is_lost_at_once_is_made_ever_more_seldom_and_what_was_good_soon_again() {
        assert_eq!(n_made(0), 14);
        assert_eq!(n_made(70_000), 9);
    }

    #[test]
    fn nothing_is_made_before_something_was_lost() {
        let mut pace = Pace::default();
        assert!(pace.is_first() && !pace.is_due(1_000_000));
        pace.lost(1_000_000);
        assert!(!pace.is_due(1_001_000) && pace.is_due(1_002_000));
    }
}

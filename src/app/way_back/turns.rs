//! Who is tried when on the way back: the nearest doors at once, the others only when
//! those stay shut, because a browser has room for a few hundred connections and collects
//! the closed ones when it likes. Does not know what a door is.

/// Tickets tried at once: normally the host's leads back, else the deputy's.
const AT_ONCE: usize = 2;

/// The first of the others waits so long, in ms.
const FIRST_AFTER_MS: i64 = 300;

/// Each further one waits so long after the one before, in ms.
const STEP_MS: i64 = 250;

/// And so long where a seat was reached, which passes a reply on, in ms.
const STEP_WITH_SEATS_MS: i64 = 1_000;

/// The newest invite is answered, once for each of its places, when no ticket has led back
/// within this time, in ms. The reply then is there after 3 s even if a browser takes
/// 1.5 s to find its addresses.
const KNOCK_AFTER_MS: i64 = 1_250;

/// How far the tries are.
#[derive(Debug)]
pub(super) struct Turns {
    since_ms: i64,
    begun_ms: i64,
    n_begun: usize,
    /// Everybody is called, not just one who knows the way.
    is_calling: bool,
}

/// What has come of the tries so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hope {
    /// Nothing is being tried, and nobody near is there to be asked.
    None,
    /// Tries are on their way, or somebody near is there.
    Some,
    /// Somebody was reached a moment ago and may greet.
    Greeting,
    /// Somebody was reached who does not hold the table, and can pass a reply on.
    Seat,
}

impl Turns {
    pub(super) fn begin(now_ms: i64) -> Self {
        Self {
            since_ms: now_ms,
            begun_ms: now_ms,
            n_begun: 0,
            is_calling: false,
        }
    }

    /// Whoever can be reached is wanted from now on.
    pub(super) fn call(&mut self) {
        self.is_calling = true;
    }

    /// Whether one more ticket is to be tried now; notes that it is.
    pub(super) fn take(&mut self, hope: Hope, now_ms: i64) -> bool {
        let is_at_once = self.is_calling || self.n_begun < AT_ONCE;
        let waited_ms = now_ms - self.begun_ms;
        let is_due = is_at_once
            || match hope {
                Hope::None => true,
                Hope::Some if self.n_begun == AT_ONCE => waited_ms >= FIRST_AFTER_MS,
                Hope::Some => waited_ms >= STEP_MS,
                Hope::Seat => waited_ms >= STEP_WITH_SEATS_MS,
                Hope::Greeting => false,
            };
        if is_due {
            self.begun_ms = now_ms;
            self.n_begun += 1;
        }
        is_due
    }

    /// Whether a reply is to be made now. Who calls is not greeted, so that says nothing.
    pub(super) fn is_knock_due(&self, hope: Hope, now_ms: i64) -> bool {
        let is_late = now_ms - self.since_ms >= KNOCK_AFTER_MS;
        match hope {
            Hope::None => true,
            Hope::Some => is_late,
            Hope::Greeting => is_late && self.is_calling,
            Hope::Seat => is_late || !self.is_calling,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// When each of eight tickets is tried, in ms from the start, at a page's ticks.
    fn tried_at(turns: &mut Turns, hope: Hope) -> Vec<i64> {
        let mut at = Vec::new();
        for now_ms in (0..4_000).step_by(50) {
            while at.len() < 8 && turns.take(hope, now_ms) {
                at.push(now_ms);
            }
        }
        at
    }

    #[test]
    fn two_tickets_are_tried_at_once_and_the_others_one_after_the_other() {
        let tried = tried_at(&mut Turns::begin(0), Hope::Some);
        assert_eq!(tried, [0, 0, 300, 550, 800, 1_050, 1_300, 1_550]);
    }

    #[test]
    fn a_page_that_calls_everybody_calls_at_once_and_so_does_one_whose_tickets_are_refused() {
        assert_eq!(tried_at(&mut Turns::begin(0), Hope::None), [0; 8]);
        for hope in [Hope::Some, Hope::Greeting, Hope::Seat] {
            let mut turns = Turns::begin(0);
            turns.call();
            assert_eq!(tried_at(&mut turns, hope), [0; 8]);
        }
    }

    #[test]
    fn whoever_was_reached_has_time_to_greet() {
        assert_eq!(tried_at(&mut Turns::begin(0), Hope::Greeting), [0, 0]);
        let tried = tried_at(&mut Turns::begin(0), Hope::Seat);
        assert_eq!(tried, [0, 0, 1_000, 2_000, 3_000]);
    }

    #[test]
    fn a_reply_is_made_when_tickets_do_not_help_and_at_once_where_there_are_none() {
        let mut turns = Turns::begin(0);
        assert!(turns.is_knock_due(Hope::None, 0) && turns.is_knock_due(Hope::Seat, 0));
        assert!(!turns.is_knock_due(Hope::Some, 1_200) && turns.is_knock_due(Hope::Some, 1_250));
        assert!(!turns.is_knock_due(Hope::Greeting, 5_000));
        turns.call();
        assert!(!turns.is_knock_due(Hope::Seat, 1_200) && turns.is_knock_due(Hope::Seat, 1_250));
    }
}

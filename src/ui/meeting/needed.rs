//! Who is needed for what is left of the meeting, by the names that the stories give.

use crate::app::view::{Duty, Fate, Meeting, PersonId};

/// Whether this person may leave by what the stories say: each that is left names whom it
/// needs, and this person is in none of them and has no duty.
pub(super) fn is_free(meeting: &Meeting, person: PersonId) -> bool {
    let has_duty = || {
        Duty::ALL
            .iter()
            .any(|duty| meeting.duties.of(*duty) == Some(person))
    };
    let name = meeting.name(person);
    let mut left = meeting
        .topics
        .iter()
        .filter(|topic| topic.fate == Fate::Open)
        .peekable();
    left.peek().is_some()
        && left.all(|topic| {
            let mut needed = topic.needed.iter();
            !topic.needed.is_empty() && !needed.any(|one| is_same(one, name))
        })
        && !has_duty()
}

/// Whether both may be names of one person: `Ana` and `Ana Novak` are.
fn is_same(one: &str, other: &str) -> bool {
    let words = |name: &str| name.to_lowercase();
    let (one, other) = (words(one), words(other));
    let mut pairs = one
        .split_whitespace()
        .zip(other.split_whitespace())
        .peekable();
    pairs.peek().is_some() && pairs.all(|(a, b)| a == b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::view::Topic;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn topic(needed: &[&str]) -> Topic {
        Topic {
            needed: needed.iter().map(ToString::to_string).collect(),
            ..Topic::default()
        }
    }

    fn free(topics: Vec<Topic>, name: &str) -> bool {
        let mut meeting = Meeting {
            topics,
            ..Meeting::default()
        };
        meeting.meet(PersonId(1), name);
        is_free(&meeting, PersonId(1))
    }

    #[test]
    fn whom_no_story_left_names_may_leave() {
        assert!(free(vec![topic(&["Bo"]), topic(&["Cy", "Bo"])], "Ana"));
        assert!(!free(vec![topic(&["Bo"]), topic(&["Cy", "ana "])], "Ana"));
        // A surname more or less is the same person, to be on the safe side.
        assert!(!free(vec![topic(&["Ana Novak"])], "ana"));
        assert!(!free(vec![topic(&["Ana"])], "Ana Novak"));
        assert!(free(vec![topic(&["Anabel"])], "Ana"));
    }

    #[test]
    fn a_story_that_names_nobody_needs_everybody() {
        assert!(!free(vec![topic(&["Bo"]), topic(&[])], "Ana"));
        assert!(!free(vec![], "Ana"));
    }

    #[test]
    fn what_is_done_needs_nobody_more() {
        let mut done = topic(&["Ana"]);
        done.fate = Fate::Ready;
        assert!(free(vec![done, topic(&["Bo"])], "Ana"));
    }

    #[test]
    fn whoever_has_a_duty_stays() {
        let mut meeting = Meeting {
            topics: vec![topic(&["Bo"])],
            ..Meeting::default()
        };
        meeting.meet(PersonId(1), "Ana");
        meeting.duties.give(Duty::Scribe, Some(PersonId(1)));
        assert!(!is_free(&meeting, PersonId(1)));
    }
}

//! The shape of the words of people, hands and duties.

use crate::words::sections::section;

section! {
    /// Words of people, hands and duties.
    SessionPeopleWords: &'static str {
        people name you away may_leave release
        facilitator product_owner scribe duty_of
        raise_hand hands heard_out
    }
}

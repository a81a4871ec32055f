//! English: people, hands and duties.

use crate::words::SessionPeopleWords;

pub(super) const PEOPLE: SessionPeopleWords = SessionPeopleWords {
    people: "People",
    name: "Name",
    you: "you",
    away: "not linked",
    may_leave: "may leave",
    release: "Let go: {0}",
    facilitator: "Facilitator",
    product_owner: "Product owner",
    scribe: "Scribe",
    duty_of: "{0}: {1}",
    raise_hand: "Raise hand",
    hands: "Raised hands",
    heard_out: "{0} has spoken",
};

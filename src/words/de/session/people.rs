//! German: people, hands and duties.

use crate::words::SessionPeopleWords;

pub(super) const PEOPLE: SessionPeopleWords = SessionPeopleWords {
    people: "Leute",
    name: "Name",
    you: "du",
    away: "nicht verbunden",
    may_leave: "kann gehen",
    release: "Gehen lassen: {0}",
    facilitator: "Moderation",
    product_owner: "Product Owner",
    scribe: "Protokoll",
    duty_of: "{0}: {1}",
    raise_hand: "Hand heben",
    hands: "Gehobene Hände",
    heard_out: "{0} hat gesprochen",
};

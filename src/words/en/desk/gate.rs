//! English: the Definition of Ready and guided preparation.

use crate::words::GateWords;

pub(super) const GATE: GateWords = GateWords {
    title: "Definition of Ready",
};

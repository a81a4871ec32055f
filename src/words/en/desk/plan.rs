//! English: the planned session.

use crate::words::PlanWords;

pub(super) const PLAN: PlanWords = PlanWords {
    title: "Planned session",
};

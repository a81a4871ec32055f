//! German: the four lists.

use crate::words::ChecklistWords;

pub(super) const CHECKLIST: ChecklistWords = ChecklistWords {
    title: "Refinement vorbereiten",
};

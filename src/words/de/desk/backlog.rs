//! German: the list of stories and one story.

use crate::words::BacklogWords;

pub(super) const BACKLOG: BacklogWords = BacklogWords { title: "Backlog" };

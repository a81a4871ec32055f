//! What the desk remembers of itself: which backlog was open.

use serde::{Deserialize, Serialize};

use crate::story::BacklogId;

use super::{Kept, VERSION, read};

/// Key of what the desk remembers of itself.
pub const DESK_KEY: &str = "floret.desk";

/// What the desk remembers of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct KeptDesk {
    /// The backlog that was open last.
    pub open: BacklogId,
}

#[derive(Serialize, Deserialize)]
struct DeskText {
    version: u32,
    open: String,
}

/// Reads what the desk remembers.
pub fn read_desk(text: &str) -> Kept<KeptDesk> {
    read::<DeskText>(text).and_then(|text| {
        let open = text.open.parse().ok()?;
        Some(KeptDesk { open })
    })
}

/// Writes what the desk remembers.
pub fn write_desk(desk: &KeptDesk) -> String {
    let text = DeskText {
        version: VERSION,
        open: desk.open.to_string(),
    };
    serde_json::to_string(&text).unwrap_or_default()
}

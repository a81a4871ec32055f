//! What this browser keeps, as JSON text: versioned, and never trusted when read.
//!
//! A kept value that is damaged or of a newer Floret is an answer, not a panic,
//! and nobody overwrites it. Knows no storage: text in, text out.

mod agenda;
mod ahead;
mod back;
mod backlog;
mod backup;
mod checklist;
mod desk;
mod model;
mod outcome;
mod pack;
mod packed;
mod people;
mod plan;
mod preparation;
mod ready;
mod record;
mod seat;
mod sent;
mod settings;
mod story;
mod table;
mod tokens;
mod typed;
mod versions;

pub use agenda::{AGENDA_KEY, Agenda, Planned, read_agenda, write_agenda};
pub use ahead::{
    AHEAD_PREFIX, KeptAhead, KeptPlayed, PLAYED_KEY, read_ahead, read_played, write_ahead,
    write_played,
};
pub use back::{BACK_PREFIX, KeptEstimate, back_key, back_of_key, read_back, write_back};
pub use backlog::{
    BACKLOG_PREFIX, KeptBacklog, Slot, backlog_key, backlog_of_key, read_backlog, write_backlog,
};
pub use backup::{backup, read_backup};
pub use checklist::{
    CHECKLIST_ARCHIVE_PREFIX, CHECKLIST_KEY, checklist_archive_key, checklist_archived_ms,
    read_archived_checklist, read_checklist, write_archived_checklist, write_checklist,
};
pub use desk::{DESK_KEY, KeptDesk, read_desk, write_desk};
pub use model::{KeptModel, MODEL_KEY, read_model, write_model};
pub use pack::{KeptPack, PACK_KEPT_KEY, read_kept_pack, write_kept_pack};
pub use packed::{DraftAnswer, KeptPacked, PACKED_PREFIX, read_packed, write_packed};
pub use people::{KnownPeople, KnownPerson, MAX_PEOPLE, PEOPLE_KEY, read_people, write_people};
pub use plan::{KeptPlan, PLAN_KEY, merge_plans, read_plan, restamp_plan, write_plan};
pub use preparation::{
    KeptAnswer, KeptPreparation, PREPARATION_PREFIX, Proposed, preparation_key, preparation_of_key,
    read_preparation, write_preparation,
};
pub use ready::{KeptReady, READY_KEY, read_definition, write_definition};
pub use record::{
    HANDOUT_PREFIX, MET_KEY, RECORD_PREFIX, handout_key, handout_of_key, read_handout, read_record,
    record_key, record_of_key, write_handout, write_record,
};
pub use seat::{
    KeptSeat, KeptSession, SEAT_PREFIX, SESSION_KEY, read_seat, read_session, write_seat,
    write_session,
};
pub use sent::{KeptSent, SENT_PREFIX, mark_of, read_sent, sent_key, sent_of_key, write_sent};
pub use settings::{
    KeptSettings, Password, read_decks, read_settings, write_decks, write_settings,
};
pub use story::{
    KeptStory, STORY_PREFIX, is_version, merge_stories, read_story, restamp, revert_story,
    story_key, story_of_key, write_story,
};
pub use table::{KeptTable, read_table, write_table};
pub use tokens::{KeptToken, KeptTokens, TOKENS_KEY, read_tokens, write_tokens};
pub use typed::{KeptTyped, MAX_TYPED, TYPED_PREFIX, read_typed, typed_key, write_typed};
pub use versions::{Moment, Stamps};

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Every key of ours begins so.
pub const KEY_PREFIX: &str = "floret.";

/// Key of the person's own settings.
pub const SETTINGS_KEY: &str = "floret.settings";

/// Key of the person's own decks.
pub const DECKS_KEY: &str = "floret.decks";

/// Key of the table this browser hosts.
pub const TABLE_KEY: &str = "floret.table";

/// Keys of damaged texts that were set aside begin so.
pub const DAMAGED_PREFIX: &str = "floret.damaged.";

/// Whether the page reads a kept value when it begins; everything else of ours is the
/// desk's, which reads it when it opens.
pub fn is_of_table(key: &str) -> bool {
    let own = [
        SETTINGS_KEY,
        DECKS_KEY,
        TABLE_KEY,
        PEOPLE_KEY,
        SESSION_KEY,
        AGENDA_KEY,
        PLAYED_KEY,
    ];
    let begins = [SEAT_PREFIX, TYPED_PREFIX, AHEAD_PREFIX, DAMAGED_PREFIX];
    own.contains(&key) || begins.iter().any(|prefix| key.starts_with(prefix))
}

/// Custom decks one browser keeps.
pub const MAX_DECKS: usize = 50;

/// Version written by this program, for every kept value.
const VERSION: u32 = 1;

/// What reading a kept text came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept<T> {
    /// It is good.
    Fine(T),
    /// It is no text of ours, or was cut or changed.
    Damaged,
    /// It was written by a newer program, which knows better.
    Newer,
}

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

/// Reads a kept JSON text of version [`VERSION`].
fn read<T: DeserializeOwned>(text: &str) -> Kept<T> {
    match serde_json::from_str::<Versioned>(text) {
        Ok(found) if found.version > VERSION => Kept::Newer,
        Ok(_) => serde_json::from_str(text).map_or(Kept::Damaged, Kept::Fine),
        Err(_) => Kept::Damaged,
    }
}

impl<T> Kept<T> {
    /// The same answer about something made of it; `None` means damaged.
    fn and_then<U>(self, make: impl FnOnce(T) -> Option<U>) -> Kept<U> {
        match self {
            Self::Fine(value) => make(value).map_or(Kept::Damaged, Kept::Fine),
            Self::Damaged => Kept::Damaged,
            Self::Newer => Kept::Newer,
        }
    }
}

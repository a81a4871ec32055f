//! Everything kept, in one file.

use litemap::LiteMap;

use serde::{Deserialize, Serialize};

use super::settings::without_password;
use super::{
    AGENDA_KEY, DAMAGED_PREFIX, KEY_PREFIX, Kept, MODEL_KEY, PACK_KEPT_KEY, PEOPLE_KEY,
    SEAT_PREFIX, SESSION_KEY, SETTINGS_KEY, TOKENS_KEY, TYPED_PREFIX, VERSION, read,
};

#[derive(Serialize, Deserialize)]
struct Backup {
    version: u32,
    #[serde(deserialize_with = "crate::order::read_map")]
    floret: LiteMap<String, String>,
}

/// All kept values as one JSON text, without the password of a TURN server, the settings
/// of a language model and the tokens of trackers: a backup is a file that gets mailed.
pub fn backup<'a>(kept: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let ours = kept
        .into_iter()
        .filter(|(key, _)| is_for_backups(key))
        .filter_map(|(key, text)| {
            let text = if key == SETTINGS_KEY {
                without_password(text)?
            } else {
                text.to_owned()
            };
            Some((key.to_owned(), text))
        });
    let floret = crate::order::map(ours);
    serde_json::to_string_pretty(&Backup {
        version: VERSION,
        floret,
    })
    .unwrap_or_default()
}

/// The kept values of a backup; foreign keys are left out.
pub fn read_backup(text: &str) -> Kept<Vec<(String, String)>> {
    read::<Backup>(text).and_then(|backup| {
        let ours = backup.floret.into_iter();
        let ours = ours.filter(|(key, _)| is_for_backups(key));
        Some(ours.collect())
    })
}

/// Seats and people are keys of this very browser: of no use, and no business, elsewhere;
/// what is typed at a seat goes with it.
/// So are the key of a language model, which words are confidential, tokens of trackers, and
/// the key that opens estimates sent ahead.
fn is_for_backups(key: &str) -> bool {
    let own = [
        SESSION_KEY,
        PEOPLE_KEY,
        AGENDA_KEY,
        MODEL_KEY,
        PACK_KEPT_KEY,
        TOKENS_KEY,
    ];
    let is_of_seat = key.starts_with(SEAT_PREFIX) || key.starts_with(TYPED_PREFIX);
    let is_own = own.contains(&key) || is_of_seat;
    key.starts_with(KEY_PREFIX) && !key.starts_with(DAMAGED_PREFIX) && !is_own
}

//! Everything kept, in one file.

use litemap::LiteMap;

use serde::{Deserialize, Serialize};

use super::{DAMAGED_PREFIX, KEY_PREFIX, Kept, VERSION, read};

#[derive(Serialize, Deserialize)]
struct Backup {
    version: u32,
    #[serde(deserialize_with = "crate::order::read_map")]
    floret: LiteMap<String, String>,
}

/// All kept values as one JSON text.
pub fn backup<'a>(kept: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let ours = kept
        .into_iter()
        .filter(|(key, _)| key.starts_with(KEY_PREFIX) && !key.starts_with(DAMAGED_PREFIX))
        .map(|(key, text)| (key.to_owned(), text.to_owned()));
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
        let ours = backup
            .floret
            .into_iter()
            .filter(|(key, _)| key.starts_with(KEY_PREFIX) && !key.starts_with(DAMAGED_PREFIX));
        Some(ours.collect())
    })
}

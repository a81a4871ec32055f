//! People who know each other: whoever sat with this browser's tables before, and
//! the hosts that this browser sat with. Lets them in again without a reply.

use serde::{Deserialize, Serialize};

use super::{Kept, VERSION, read};

/// Key of the people this browser knows.
pub const PEOPLE_KEY: &str = "floret.people";

/// People kept on each side; the longest unseen goes first.
pub const MAX_PEOPLE: usize = 100;

/// Somebody at the far end of an earlier session.
#[derive(Clone, PartialEq, Eq)]
pub struct KnownPerson {
    /// As called at the table.
    pub name: String,
    /// SHA-256 of that browser's certificate.
    pub fingerprint: [u8; 32],
    /// Shared by the two browsers only.
    pub pair: [u8; 16],
    /// When last at one table, ms since 1970.
    pub seen_ms: i64,
}

impl core::fmt::Debug for KnownPerson {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("KnownPerson")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// Everybody this browser knows.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct KnownPeople {
    /// Who sat at this browser's tables.
    pub guests: Vec<KnownPerson>,
    /// Whose tables this browser sat at.
    pub hosts: Vec<KnownPerson>,
}

#[derive(Serialize, Deserialize)]
struct PeopleText {
    version: u32,
    guests: Vec<PersonText>,
    hosts: Vec<PersonText>,
}

#[derive(Serialize, Deserialize)]
struct PersonText {
    name: String,
    fingerprint: String,
    pair: String,
    seen_ms: i64,
}

impl KnownPeople {
    /// Notes that somebody was here, newest first.
    pub fn note(list: &mut Vec<KnownPerson>, person: KnownPerson) {
        list.retain(|one| one.fingerprint != person.fingerprint);
        list.insert(0, person);
        list.truncate(MAX_PEOPLE);
    }
}

/// Reads the people.
pub fn read_people(text: &str) -> Kept<KnownPeople> {
    read::<PeopleText>(text).and_then(|kept| {
        Some(KnownPeople {
            guests: persons(kept.guests)?,
            hosts: persons(kept.hosts)?,
        })
    })
}

/// Writes the people.
pub fn write_people(people: &KnownPeople) -> String {
    let text = PeopleText {
        version: VERSION,
        guests: people.guests.iter().map(PersonText::of).collect(),
        hosts: people.hosts.iter().map(PersonText::of).collect(),
    };
    serde_json::to_string(&text).unwrap_or_default()
}

fn persons(texts: Vec<PersonText>) -> Option<Vec<KnownPerson>> {
    let texts = texts.into_iter().take(MAX_PEOPLE);
    texts.map(PersonText::person).collect()
}

impl PersonText {
    fn of(person: &KnownPerson) -> Self {
        Self {
            name: person.name.clone(),
            fingerprint: base16ct::lower::encode_string(&person.fingerprint),
            pair: base16ct::lower::encode_string(&person.pair),
            seen_ms: person.seen_ms,
        }
    }

    fn person(self) -> Option<KnownPerson> {
        let fingerprint = base16ct::lower::decode_vec(&self.fingerprint).ok()?;
        let pair = base16ct::lower::decode_vec(&self.pair).ok()?;
        Some(KnownPerson {
            name: self.name,
            fingerprint: fingerprint.try_into().ok()?,
            pair: pair.try_into().ok()?,
            seen_ms: self.seen_ms,
        })
    }
}

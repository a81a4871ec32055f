//! The organiser's side of a pack as kept: its secrets, and what people have answered.

use serde::{Deserialize, Serialize};

use crate::meeting::{
    Ahead, Answer, MAX_ANSWERED, MAX_PACK_CARDS, MAX_REPLIERS, PackKey, PackSecret, Replier,
    ReplierId, Replies,
};
use crate::story::StoryId;

use super::versions::FAR;
use super::{Kept, VERSION, read};

/// Key of the pack of the planned session. Not for backups: it holds a secret key.
pub const PACK_KEPT_KEY: &str = "floret.pack";

/// How an estimate reads that stays with whoever made it; others are their seal.
const KEPT: &str = "kept";

/// The organiser's side of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPack {
    /// Makes it this pack.
    pub secret: PackSecret,
    /// Opens what was sealed for it.
    pub key: PackKey,
    /// When it was begun, in ms since 1970.
    pub made_ms: i64,
    /// Who made it.
    pub organiser: String,
    /// The cards of an estimate.
    pub deck: Vec<String>,
    /// What people have answered.
    pub replies: Replies,
}

#[derive(Serialize, Deserialize)]
struct PackText {
    version: u32,
    secret: String,
    key: String,
    made: i64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    organiser: String,
    deck: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    people: Vec<PersonText>,
}

#[derive(Serialize, Deserialize)]
struct PersonText {
    who: String,
    name: String,
    revision: u32,
    answers: Vec<AnswerText>,
}

#[derive(Serialize, Deserialize)]
struct AnswerText {
    story: String,
    revision: u32,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    read: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    unclear: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    comment: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    questions: Vec<String>,
    /// `kept`, or the seal in hexadecimal digits.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    ahead: String,
}

/// Reads the organiser's side of a pack.
pub fn read_kept_pack(text: &str) -> Kept<KeptPack> {
    read::<PackText>(text).and_then(|text| {
        let people = text.people.into_iter().take(MAX_REPLIERS);
        let people = people.map(PersonText::person).collect::<Option<_>>()?;
        Some(KeptPack {
            secret: PackSecret(bytes(&text.secret)?),
            key: PackKey(bytes(&text.key)?),
            made_ms: Some(text.made).filter(|ms| (0..FAR).contains(ms))?,
            organiser: text.organiser,
            deck: text.deck.into_iter().take(MAX_PACK_CARDS).collect(),
            replies: Replies { people },
        })
    })
}

/// Writes the organiser's side of a pack.
pub fn write_kept_pack(kept: &KeptPack) -> String {
    let people = kept.replies.people.iter();
    let text = PackText {
        version: VERSION,
        secret: hex(&kept.secret.0),
        key: hex(&kept.key.0),
        made: kept.made_ms,
        organiser: kept.organiser.clone(),
        deck: kept.deck.clone(),
        people: people
            .map(|(who, person)| PersonText::of(*who, person))
            .collect(),
    };
    serde_json::to_string(&text).unwrap_or_default()
}

impl PersonText {
    fn of(who: ReplierId, person: &Replier) -> Self {
        let (revision, name) = person.name.clone();
        let answers = person.answers.iter();
        let answers = answers.map(|(story, (revision, answer))| AnswerText {
            story: story.to_string(),
            revision: *revision,
            read: answer.is_read,
            unclear: answer.is_unclear,
            comment: answer.comment.clone(),
            questions: answer.questions.clone(),
            ahead: match &answer.ahead {
                Ahead::None => String::new(),
                Ahead::Kept => String::from(KEPT),
                Ahead::Sealed(seal) => hex(seal),
            },
        });
        Self {
            who: hex(&who.0),
            name,
            revision,
            answers: answers.collect(),
        }
    }

    fn person(self) -> Option<(ReplierId, Replier)> {
        let answers = self.answers.into_iter().take(MAX_ANSWERED);
        let person = Replier {
            name: (self.revision, self.name),
            answers: answers.map(AnswerText::answer).collect::<Option<_>>()?,
        };
        Some((ReplierId(bytes(&self.who)?), person))
    }
}

impl AnswerText {
    fn answer(self) -> Option<(StoryId, (u32, Answer))> {
        let answer = Answer {
            is_read: self.read,
            is_unclear: self.unclear,
            comment: self.comment,
            questions: self.questions,
            ahead: match self.ahead.as_str() {
                "" => Ahead::None,
                KEPT => Ahead::Kept,
                seal => Ahead::Sealed(base16ct::lower::decode_vec(seal).ok()?),
            },
        };
        let answer = Some(answer).filter(Answer::is_lawful)?;
        Some((self.story.parse().ok()?, (self.revision, answer)))
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(bytes)
}

pub(super) fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    base16ct::lower::decode_vec(text).ok()?.try_into().ok()
}

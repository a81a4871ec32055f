//! The stories of a session on their way to those who read them beforehand. Knows no bytes,
//! no link and no arithmetic of keys.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::story::{Kind, MAX_KEY_CHARS, MAX_TEXT_CHARS, MAX_TITLE_CHARS, Story, StoryId};

use super::{MAX_LINE_CHARS, MAX_PLANNED};

/// Longest name of a person, in characters; as at the table.
pub const MAX_PERSON_CHARS: usize = 40;

/// Cards in the deck of a pack: the longest deck of one's own, and `?`.
pub const MAX_PACK_CARDS: usize = 21;

/// Longest card, in characters.
pub const MAX_CARD_CHARS: usize = 10;

/// Open questions that travel with a story; a story with more needs a talk, not a pack.
pub const MAX_PACK_QUESTIONS: usize = 40;

/// Longest address of a story, in characters.
const MAX_ADDRESS_CHARS: usize = 2_000;

/// What makes a pack this pack: whoever has it may reply. It travels in the pack only.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackSecret(pub [u8; 16]);

/// The secret half of the key under which estimates are sealed. It never leaves the
/// organiser's browser, not in a link, a file or a backup.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PackKey(pub [u8; 32]);

impl fmt::Debug for PackSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PackSecret(<redacted>)")
    }
}

impl fmt::Debug for PackKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PackKey(<redacted>)")
    }
}

/// The stories of a session, for those who read them beforehand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// Makes it this pack.
    pub secret: PackSecret,
    /// The organiser's public key (X25519), under which estimates are sealed.
    pub key: [u8; 32],
    /// What the session is for; may be empty.
    pub goal: String,
    /// When it begins, `2026-12-01T10:00`; empty: nobody said.
    pub begins: String,
    /// Who made the pack; may be empty.
    pub organiser: String,
    /// The cards of an estimate.
    pub deck: Vec<String>,
    /// Stories in the order of the session.
    pub stories: Vec<PackStory>,
}

/// One story of a pack: what somebody has to know to read it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackStory {
    /// Which, in the organiser's browser.
    pub id: StoryId,
    /// Key in the tracker; may be empty.
    pub key: String,
    /// Title; may be empty.
    pub title: String,
    /// What sort of work.
    pub kind: Kind,
    /// Markdown.
    pub description: String,
    /// Why it is wanted, and for whom.
    pub why: String,
    /// Acceptance criteria, Markdown.
    pub acceptance: String,
    /// What it depends on.
    pub dependencies: String,
    /// Address in the tracker.
    pub link: String,
    /// Questions that nobody has answered yet.
    pub questions: Vec<String>,
}

impl PackStory {
    /// A story as it travels: neither notes nor people, and nothing longer than its bounds.
    pub fn of(id: StoryId, story: &Story) -> Self {
        let open = story.questions.iter().filter(|one| !one.is_closed);
        let questions = open.map(|one| line(&one.text, MAX_LINE_CHARS));
        let questions = questions.filter(|text| !text.is_empty());
        Self {
            id,
            key: line(&story.key, MAX_KEY_CHARS),
            title: line(&story.title, MAX_TITLE_CHARS),
            kind: story.kind,
            description: prose(&story.description),
            why: prose(&story.why),
            acceptance: prose(&story.acceptance),
            dependencies: prose(&story.dependencies),
            link: line(&story.link, MAX_ADDRESS_CHARS),
            questions: questions.take(MAX_PACK_QUESTIONS).collect(),
        }
    }

    fn is_lawful(&self) -> bool {
        let proses = [
            &self.description,
            &self.why,
            &self.acceptance,
            &self.dependencies,
        ];
        is_line(&self.key, MAX_KEY_CHARS)
            && is_line(&self.title, MAX_TITLE_CHARS)
            && is_line(&self.link, MAX_ADDRESS_CHARS)
            && proses
                .iter()
                .all(|text| is_prose(text.as_str(), MAX_TEXT_CHARS))
            && self.questions.len() <= MAX_PACK_QUESTIONS
            && self
                .questions
                .iter()
                .all(|text| is_line(text, MAX_LINE_CHARS))
    }
}

impl Pack {
    /// Whether everything in it is within its bounds; one that came from elsewhere may not be.
    pub fn is_lawful(&self) -> bool {
        let ids = self.stories.iter().map(|story| story.id);
        let is_new = |(at, id): (usize, StoryId)| self.story_at(id) == Some(at);
        let is_card = |card: &String| !card.is_empty() && is_line(card, MAX_CARD_CHARS);
        is_line(&self.goal, MAX_LINE_CHARS)
            && is_line(&self.organiser, MAX_PERSON_CHARS)
            && (self.begins.is_empty() || self.begins.parse::<super::WallClock>().is_ok())
            && self.deck.len() <= MAX_PACK_CARDS
            && self.deck.iter().all(is_card)
            && (1..=MAX_PLANNED).contains(&self.stories.len())
            && ids.enumerate().all(is_new)
            && self.stories.iter().all(PackStory::is_lawful)
    }

    /// A story of the pack.
    pub fn story(&self, id: StoryId) -> Option<&PackStory> {
        self.stories.iter().find(|story| story.id == id)
    }

    fn story_at(&self, id: StoryId) -> Option<usize> {
        self.stories.iter().position(|story| story.id == id)
    }
}

/// The text on one line of at most `max_chars` characters, without what cannot be printed.
pub fn line(text: &str, max_chars: usize) -> String {
    let blank = |c: char| if c.is_whitespace() { ' ' } else { c };
    let text = text.trim().chars().map(blank);
    let text: String = text
        .filter(|c| !is_unprintable(*c))
        .take(max_chars)
        .collect();
    text.trim_end().to_owned()
}

/// The text in its lines, at most `max_chars` characters, without what cannot be printed.
pub fn lines(text: &str, max_chars: usize) -> String {
    let text = text.chars().filter(|c| is_in_prose(*c));
    text.take(max_chars).collect()
}

fn prose(text: &str) -> String {
    lines(text, MAX_TEXT_CHARS)
}

/// Whether a text is one line within its bound.
pub(super) fn is_line(text: &str, max_chars: usize) -> bool {
    text.chars().count() <= max_chars && !text.chars().any(is_unprintable)
}

/// Whether a text of many lines is within its bound.
pub(super) fn is_prose(text: &str, max_chars: usize) -> bool {
    text.chars().count() <= max_chars && text.chars().all(is_in_prose)
}

fn is_in_prose(c: char) -> bool {
    matches!(c, '\n' | '\t') || !is_unprintable(c)
}

/// Control characters, and those that turn the reading direction of what stands around them.
fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::OpenQuestion;

    fn story() -> Story {
        let question = |text: &str, is_closed| OpenQuestion {
            text: text.into(),
            is_closed,
            ..OpenQuestion::default()
        };
        Story {
            title: String::from("Pay\tby \u{202e}invoice\u{7}"),
            description: String::from("One\r\nTwo\u{0}\n\tThree"),
            notes: String::from("between us"),
            questions: vec![
                question("Who\npays?", false),
                question("Old", true),
                question(" ", false),
            ],
            ..Story::default()
        }
    }

    fn pack(stories: Vec<PackStory>) -> Pack {
        Pack {
            secret: PackSecret([1; 16]),
            key: [2; 32],
            goal: String::from("Pay"),
            begins: String::from("2026-12-01T10:00"),
            organiser: String::from("Ana"),
            deck: vec![String::from("1"), String::from("½")],
            stories,
        }
    }

    #[test]
    fn a_story_leaves_without_notes_and_without_what_cannot_be_printed() {
        let left = PackStory::of(StoryId(7), &story());
        assert_eq!(left.title, "Pay by invoice");
        assert_eq!(left.description, "One\nTwo\n\tThree");
        assert_eq!(left.questions, ["Who pays?"]);
        assert!(!format!("{left:?}").contains("between us"));
        assert!(pack(vec![left]).is_lawful());
    }

    #[test]
    fn a_pack_out_of_bounds_is_unlawful() {
        let fine = PackStory::of(StoryId(7), &story());
        let broken = |breaks: fn(&mut Pack)| {
            let mut pack = pack(vec![fine.clone()]);
            breaks(&mut pack);
            pack.is_lawful()
        };
        assert!(broken(|_| {}));
        assert!(!broken(|pack| pack.stories.clear()));
        assert!(!broken(|pack| pack.stories.push(pack.stories[0].clone())));
        assert!(!broken(|pack| pack.begins = String::from("soon")));
        assert!(!broken(|pack| pack.goal = String::from("a\nb")));
        assert!(!broken(|pack| pack.organiser = "x".repeat(41)));
        assert!(!broken(|pack| pack.deck[0].clear()));
        assert!(!broken(
            |pack| pack.deck = vec!["1".into(); MAX_PACK_CARDS + 1]
        ));
        assert!(!broken(
            |pack| pack.stories[0].description = "x".repeat(MAX_TEXT_CHARS + 1)
        ));
        assert!(!broken(|pack| pack.stories[0]
            .questions
            .push("\u{7}".into())));
    }

    #[test]
    fn secrets_do_not_show_themselves() {
        assert_eq!(
            format!("{:?}", PackSecret([0x41; 16])),
            "PackSecret(<redacted>)"
        );
        assert_eq!(format!("{:?}", PackKey([0x41; 32])), "PackKey(<redacted>)");
    }
}

//! What people have answered to a pack, brought together: in any order, and twice is once.
//! Knows no bytes, no link and no card under its seal.
//!
//! Of each person the newest word on each story stands, so that bringing together is a
//! join: associative, commutative, idempotent.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::story::StoryId;

use super::pack::{MAX_PERSON_CHARS, is_line, is_prose};
use super::{MAX_LINE_CHARS, MAX_PLANNED};

/// Longest comment on a story, in characters.
pub const MAX_COMMENT_CHARS: usize = 2_000;

/// Questions of one person to one story.
pub const MAX_ASKED: usize = 10;

/// People whose answers are kept: as many as there are seats at a table.
pub const MAX_REPLIERS: usize = 64;

/// Stories on which one person's answers are kept: those of the largest session, and as
/// many again that were planned before.
pub const MAX_ANSWERED: usize = 2 * MAX_PLANNED;

/// Longest sealed estimate, in bytes; `wire` makes them of one length below this.
pub const MAX_SEAL_BYTES: usize = 128;

/// Names one person who replies, in one browser: random.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ReplierId(pub [u8; 8]);

/// An estimate that was made before the session.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Ahead {
    /// None.
    #[default]
    None,
    /// It stays in the browser of whoever made it, who will sit at the table.
    Kept,
    /// Sealed to the organiser's key, by somebody who will be absent.
    Sealed(Vec<u8>),
}

/// What one person says of one story.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Answer {
    /// It was read.
    pub is_read: bool,
    /// It is unclear to this person; everybody may know.
    pub is_unclear: bool,
    /// A comment in lines; may be empty.
    pub comment: String,
    /// Questions, one line each.
    pub questions: Vec<String>,
    /// The estimate.
    pub ahead: Ahead,
}

/// Everything that one person says, as it travels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Who.
    pub who: ReplierId,
    /// What they are called.
    pub name: String,
    /// Later ones of the same person have higher numbers.
    pub revision: u32,
    /// Stories, each once, with what is said of them.
    pub answers: Vec<(StoryId, Answer)>,
}

impl Reply {
    /// Whether everything in it is within its bounds; one that came from elsewhere may not be.
    pub fn is_lawful(&self) -> bool {
        let mut ids: Vec<StoryId> = self.answers.iter().map(|(id, _)| *id).collect();
        ids.sort_unstable();
        ids.dedup();
        !self.name.trim().is_empty()
            && is_line(&self.name, MAX_PERSON_CHARS)
            && self.answers.len() <= MAX_PLANNED
            && ids.len() == self.answers.len()
            && self.answers.iter().all(|(_, answer)| answer.is_lawful())
    }
}

impl Answer {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether all of it is within its bounds.
    pub fn is_lawful(&self) -> bool {
        let is_question = |text: &String| !text.is_empty() && is_line(text, MAX_LINE_CHARS);
        let is_short = match &self.ahead {
            Ahead::None | Ahead::Kept => true,
            Ahead::Sealed(bytes) => bytes.len() <= MAX_SEAL_BYTES,
        };
        is_short
            && is_prose(&self.comment, MAX_COMMENT_CHARS)
            && self.questions.len() <= MAX_ASKED
            && self.questions.iter().all(is_question)
    }
}

/// What one person has said so far: each word with the revision it came with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replier {
    /// Their name.
    pub name: (u32, String),
    /// Their newest answer to each story.
    pub answers: BTreeMap<StoryId, (u32, Answer)>,
}

/// All answers to one pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replies {
    /// Who has answered, and what.
    pub people: BTreeMap<ReplierId, Replier>,
}

impl Replies {
    /// Those of one reply alone.
    pub fn of(reply: &Reply) -> Self {
        let answers = reply.answers.iter();
        let answers = answers.map(|(id, answer)| (*id, (reply.revision, answer.clone())));
        let replier = Replier {
            name: (reply.revision, reply.name.clone()),
            answers: answers.collect(),
        };
        Self {
            people: BTreeMap::from([(reply.who, replier)]),
        }
    }

    /// Takes in what others know; tells whether anything was new.
    ///
    /// The newest word stands. Of two with one number, which no page makes, the greater one
    /// does, so that everybody comes to the same.
    pub fn merge(&mut self, other: &Self) -> bool {
        let mut is_new = false;
        for (who, theirs) in &other.people {
            let is_met = self.people.contains_key(who);
            let mine = self.people.entry(*who).or_default();
            is_new |= !is_met | raise(&mut mine.name, &theirs.name);
            for (story, answer) in &theirs.answers {
                let place = mine.answers.get_mut(story);
                is_new |= place.is_none_or(|place| raise(place, answer));
                mine.answers.entry(*story).or_insert_with(|| answer.clone());
            }
        }
        is_new
    }

    /// Whether there is room for all of a reply.
    pub fn has_room(&self, reply: &Reply) -> bool {
        let Some(replier) = self.people.get(&reply.who) else {
            return self.people.len() < MAX_REPLIERS;
        };
        let stories = reply.answers.iter().map(|(id, _)| id);
        let n_new = stories.filter(|id| !replier.answers.contains_key(id));
        replier.answers.len() + n_new.count() <= MAX_ANSWERED
    }

    /// What was said of one story, by whom; blank answers are left out.
    pub fn of_story(
        &self,
        id: StoryId,
    ) -> impl Iterator<Item = (ReplierId, &str, &Answer)> + Clone {
        self.people.iter().filter_map(move |(who, replier)| {
            let (_, answer) = replier.answers.get(&id)?;
            (!answer.is_empty()).then_some((*who, replier.name.1.as_str(), answer))
        })
    }

    /// How far people are from agreeing on a story, as far as it can be known before its
    /// vote: first to how many it is unclear, then how many have commented on it.
    pub fn unrest(&self, id: StoryId) -> (usize, usize) {
        let said = self.of_story(id);
        let n_unclear = said.clone().filter(|(_, _, answer)| answer.is_unclear);
        let n_comments = said.filter(|(_, _, answer)| !answer.comment.is_empty());
        (n_unclear.count(), n_comments.count())
    }
}

/// Puts `other` in place of a smaller one; tells whether it was.
fn raise<T: Ord + Clone>(place: &mut T, other: &T) -> bool {
    let is_greater = *other > *place;
    if is_greater {
        place.clone_from(other);
    }
    is_greater
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(who: u8, revision: u32, comments: &[(u64, &str)]) -> Reply {
        let answer = |(id, comment): &(u64, &str)| {
            let answer = Answer {
                comment: (*comment).into(),
                is_unclear: comment.contains('?'),
                ..Answer::default()
            };
            (StoryId(*id), answer)
        };
        Reply {
            who: ReplierId([who; 8]),
            name: format!("P{who} {revision}"),
            revision,
            answers: comments.iter().map(answer).collect(),
        }
    }

    fn comments(replies: &Replies, id: u64) -> Vec<(&str, &str)> {
        let said = replies.of_story(StoryId(id));
        said.map(|(_, name, answer)| (name, answer.comment.as_str()))
            .collect()
    }

    #[test]
    fn the_newest_word_of_each_person_stands_story_by_story() {
        let mut all = Replies::default();
        assert!(all.merge(&Replies::of(&reply(1, 2, &[(1, "new"), (2, "")]))));
        assert!(all.merge(&Replies::of(&reply(1, 1, &[(1, "old"), (3, "other")]))));
        assert!(all.merge(&Replies::of(&reply(2, 1, &[(1, "mine?")]))));
        assert_eq!(comments(&all, 1), [("P1 2", "new"), ("P2 1", "mine?")]);
        assert_eq!(comments(&all, 2), [], "a blank word is no word");
        assert_eq!(comments(&all, 3), [("P1 2", "other")]);
        assert_eq!(all.unrest(StoryId(1)), (1, 2));
        assert!(!all.merge(&Replies::of(&reply(1, 2, &[(1, "new"), (2, "")]))));
        assert!(all.merge(&Replies::of(&reply(1, 3, &[(1, "")]))));
        assert_eq!(comments(&all, 1), [("P2 1", "mine?")], "taken back");
    }

    #[test]
    fn somebody_who_says_nothing_has_answered_too() {
        let mut all = Replies::default();
        assert!(all.merge(&Replies::of(&reply(9, 0, &[]))));
        assert!(!all.merge(&Replies::of(&reply(9, 0, &[]))));
        assert_eq!(all.people.len(), 1);
    }

    #[test]
    fn there_is_room_for_a_table_of_people_and_two_sessions_of_stories() {
        let mut all = Replies::default();
        for who in 0..64 {
            let one = reply(who, 1, &[(1, "x")]);
            assert!(all.has_room(&one));
            all.merge(&Replies::of(&one));
        }
        assert!(!all.has_room(&reply(64, 1, &[])));
        assert!(all.has_room(&reply(63, 2, &[(2, "y")])));
        for id in 2..=120 {
            all.merge(&Replies::of(&reply(63, 2, &[(id, "y")])));
        }
        assert!(all.has_room(&reply(63, 3, &[(120, "z")])));
        assert!(!all.has_room(&reply(63, 3, &[(121, "z")])));
    }

    #[test]
    fn a_reply_out_of_bounds_is_unlawful() {
        let broken = |breaks: fn(&mut Reply)| {
            let mut reply = reply(1, 1, &[(1, "a\nb"), (2, "")]);
            breaks(&mut reply);
            reply.is_lawful()
        };
        assert!(broken(|_| {}));
        assert!(!broken(|reply| reply.name = String::from("  ")));
        assert!(!broken(|reply| reply.name = "x".repeat(41)));
        assert!(!broken(|reply| reply.answers[1].0 = StoryId(1)));
        assert!(!broken(
            |reply| reply.answers[0].1.comment = "x".repeat(2_001)
        ));
        assert!(!broken(
            |reply| reply.answers[0].1.questions = vec!["?".into(); 11]
        ));
        assert!(!broken(|reply| reply.answers[0]
            .1
            .questions
            .push(String::new())));
        assert!(!broken(
            |reply| reply.answers[0].1.ahead = Ahead::Sealed(vec![0; 129])
        ));
    }
}

//! The pack and the replies to it: on their way, brought together, and kept.

mod kept;
mod merging;
mod travel;

use floret::meeting::{Ahead, Answer, Pack, PackSecret, PackStory, ReplierId, Reply};
use floret::story::{Kind, StoryId};
use rand_core::Rng;

use crate::wire_samples::below;

/// A text of so many letters at most, with some that are not ASCII.
fn words(rng: &mut impl Rng, max_chars: u32) -> String {
    let letters = ['a', 'Z', '7', ' ', 'ß', '½', '名', '🥦'];
    let n = below(rng, max_chars + 1);
    (0..n)
        .map(|_| letters[usize::try_from(below(rng, 8)).unwrap()])
        .collect()
}

fn n(rng: &mut impl Rng, max: u32) -> usize {
    usize::try_from(below(rng, max + 1)).unwrap()
}

/// Any pack of so many stories with texts of so many letters at most.
fn pack(rng: &mut impl Rng, n_stories: u64, max_chars: u32) -> Pack {
    let mut secret = [0; 16];
    rng.fill_bytes(&mut secret);
    let story = |id, rng: &mut _| PackStory {
        id: StoryId(id * 0x1234_5678_9abc),
        key: format!("ABC-{id}"),
        title: words(rng, 30),
        kind: [Kind::Story, Kind::Bug, Kind::Task, Kind::Spike][n(rng, 3)],
        description: [words(rng, max_chars), words(rng, max_chars)].join("\n\n"),
        why: words(rng, max_chars),
        acceptance: words(rng, max_chars),
        dependencies: words(rng, 20),
        link: String::from("https://tracker.example/1"),
        questions: (0..n(rng, 3)).map(|_| words(rng, 40)).collect(),
    };
    Pack {
        secret: PackSecret(secret),
        key: [7; 32],
        goal: words(rng, 40),
        begins: String::from("2026-12-01T10:00"),
        organiser: String::from("Ana"),
        deck: vec![String::from("1"), String::from("½"), String::from("?")],
        stories: (1..=n_stories).map(|id| story(id, rng)).collect(),
    }
}

/// Any answer.
fn answer(rng: &mut impl Rng, max_chars: u32) -> Answer {
    let question = |rng: &mut _| [&words(rng, 30), "?"].concat();
    Answer {
        is_read: below(rng, 2) == 0,
        is_unclear: below(rng, 2) == 0,
        comment: words(rng, max_chars),
        questions: (0..n(rng, 3)).map(|_| question(rng)).collect(),
        ahead: match below(rng, 3) {
            0 => Ahead::None,
            1 => Ahead::Kept,
            _ => Ahead::Sealed(
                (0..89)
                    .map(|_| u8::try_from(below(rng, 256)).unwrap())
                    .collect(),
            ),
        },
    }
}

/// Any reply of one of a few people to some of a few stories.
fn reply(rng: &mut impl Rng, max_chars: u32) -> Reply {
    let answers = (1..=4).filter(|_| below(rng, 3) > 0).collect::<Vec<u64>>();
    Reply {
        who: ReplierId([u8::try_from(below(rng, 4)).unwrap(); 8]),
        name: [&words(rng, 10), "x"].concat(),
        revision: below(rng, 4),
        answers: answers
            .into_iter()
            .map(|id| (StoryId(id), answer(rng, max_chars)))
            .collect(),
    }
}

//! Packs as the browser keeps them, on both sides.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use std::collections::BTreeMap;

use floret::meeting::{Ahead, PackKey, PackSecret, ReplierId, Replies};
use floret::saved::{
    DraftAnswer, Kept, KeptAhead, KeptPack, KeptPacked, KeptPlayed, PACK_KEPT_KEY, backup,
    read_ahead, read_backup, read_kept_pack, read_packed, read_played, write_ahead,
    write_kept_pack, write_packed, write_played,
};
use floret::story::StoryId;

use crate::wire_samples::{below, seeded};

/// Released forms; files are added, never edited.
const PACK_1: &str = include_str!("../saved/pack-1.json");
const PACKED_1: &str = include_str!("../saved/packed-1.json");
const AHEAD_1: &str = include_str!("../saved/ahead-1.json");
const PLAYED_1: &str = include_str!("../saved/played-1.json");

#[test]
fn what_was_written_is_read_again() {
    let rng = &mut seeded(91);
    for round in 0..300 {
        let mut replies = Replies::default();
        for _ in 0..below(rng, 5) {
            replies.merge(&Replies::of(&super::reply(rng, 30)));
        }
        let kept = KeptPack {
            secret: PackSecret([1; 16]),
            key: PackKey([2; 32]),
            made_ms: round,
            organiser: super::words(rng, 10),
            deck: vec![String::from("½"), String::from("?")],
            replies,
        };
        let text = write_kept_pack(&kept);
        assert_eq!(read_kept_pack(&text), Kept::Fine(kept));
    }
    let draft = DraftAnswer {
        is_read: true,
        is_unclear: true,
        comment: String::from("a\n\"b\""),
        questions: String::from("Who?\nWhen?"),
        card: String::from("½"),
    };
    let kept = KeptPacked {
        pack: String::from("pack=abc"),
        who: ReplierId([9; 8]),
        name: String::from("Zoë"),
        revision: 3,
        is_absent: true,
        changed_ms: 5,
        drafts: BTreeMap::from([(StoryId(7), draft), (StoryId(8), DraftAnswer::default())]),
    };
    assert_eq!(read_packed(&write_packed(&kept)), Kept::Fine(kept));
}

#[test]
fn released_forms_are_read_for_ever() {
    let Kept::Fine(kept) = read_kept_pack(PACK_1) else {
        panic!("not read");
    };
    assert_eq!(kept.organiser, "Ana");
    let said: Vec<_> = kept.replies.of_story(StoryId(0xab)).collect();
    let [(_, name, answer)] = said.as_slice() else {
        panic!("not one answer");
    };
    assert_eq!((*name, answer.comment.as_str()), ("Dana", "Too large"));
    assert_eq!(answer.ahead, Ahead::Sealed(vec![0xab, 0xcd]));
    assert!(answer.is_read && answer.is_unclear);
    let Kept::Fine(kept) = read_packed(PACKED_1) else {
        panic!("not read");
    };
    assert_eq!((kept.name.as_str(), kept.revision), ("Dana", 2));
    assert_eq!(kept.drafts[&StoryId(0xab)].card, "5");
    let ahead = KeptAhead {
        at_ms: 1_700_000_000_000,
        cards: vec![
            (StoryId(0xab), String::from("5")),
            (StoryId(0xac), String::from("½")),
        ],
    };
    assert_eq!(write_ahead(&ahead), AHEAD_1.trim_end());
    assert_eq!(read_ahead(AHEAD_1), Kept::Fine(ahead));
    let mut played = KeptPlayed::default();
    played.add("0011223344556677", StoryId(0xab));
    played.add("0011223344556677", StoryId(0xab));
    assert_eq!(write_played(&played), PLAYED_1.trim_end());
    assert_eq!(read_played(PLAYED_1), Kept::Fine(played));
}

#[test]
fn of_played_cards_the_newest_are_remembered() {
    let mut played = KeptPlayed::default();
    for story in 0..1_000 {
        played.add("ab", StoryId(story));
    }
    assert!(played.has("ab", StoryId(999)) && played.has("ab", StoryId(500)));
    assert!(!played.has("ab", StoryId(0)) && !played.has("cd", StoryId(999)));
}

#[test]
fn damaged_and_newer_texts_are_answers() {
    assert_eq!(read_kept_pack("{\"version\":2}"), Kept::Newer);
    assert_eq!(read_packed("{\"version\":2}"), Kept::Newer);
    assert_eq!(read_ahead("{\"version\":2}"), Kept::Newer);
    assert_eq!(read_played("{\"version\":2}"), Kept::Newer);
    let rng = &mut seeded(92);
    for text in [PACK_1, PACKED_1, AHEAD_1, PLAYED_1] {
        for _ in 0..2_000 {
            let mut bytes = text.as_bytes().to_vec();
            let n_bytes = u32::try_from(bytes.len()).unwrap();
            let at = usize::try_from(below(rng, n_bytes)).unwrap();
            bytes[at] = b"0123456789-{}[]\",:ntu \\ex"[usize::try_from(below(rng, 25)).unwrap()];
            let Ok(changed) = String::from_utf8(bytes) else {
                continue;
            };
            let _answers = (read_kept_pack(&changed), read_packed(&changed));
            let _answers = (read_ahead(&changed), read_played(&changed));
        }
    }
    assert_eq!(
        read_kept_pack(&PACK_1.replace("abcd", "abc")),
        Kept::Damaged
    );
}

#[test]
fn the_key_that_opens_estimates_is_in_no_backup() {
    let text = backup([(PACK_KEPT_KEY, PACK_1)]);
    assert!(!text.contains("0202"));
    assert_eq!(read_backup(&text), Kept::Fine(Vec::new()));
}

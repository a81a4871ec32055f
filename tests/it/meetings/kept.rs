//! What is typed and not taken yet is kept, and what is read is what was written.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::meeting::{
    Draft, Edit, NoteField, NoteId, Part, PersonId, Place, TopicField, TopicId, Typed,
};
use floret::saved::{
    Kept, KeptTyped, MAX_TYPED, TYPED_PREFIX, backup, is_of_table, read_backup, read_typed,
    typed_key, write_typed,
};

/// A released form; files are added, never edited.
const TYPED_1: &str = include_str!("../saved/typed-1.json");

fn fine(text: &str) -> KeptTyped {
    match read_typed(text) {
        Kept::Fine(kept) => kept,
        Kept::Damaged | Kept::Newer => panic!("{text}"),
    }
}

#[test]
fn a_released_form_is_read_for_ever_and_is_still_what_is_written() {
    let kept = fine(TYPED_1);
    let places: Vec<Place> = kept.drafts.iter().map(|(place, _)| *place).collect();
    let topic = Place::Topic(TopicId(0), TopicField::Acceptance);
    let note = Place::Note(NoteId(4), NoteField::Text);
    assert_eq!(places, [topic, note]);
    assert_eq!(kept.drafts[1].1.text(), "By post 🌱");
    assert_eq!(write_typed(&kept), TYPED_1.trim());
    // It goes on where it was: the edit on its way did not arrive, others typed.
    let mut draft = kept.drafts[0].1.clone();
    let me = PersonId(3);
    let typed = Typed {
        text: String::from("It has a big number"),
        rev: 4,
        seen: vec![(me, 1), (PersonId(9), 7)],
    };
    draft.follow(&typed, me);
    assert_eq!(draft.text(), "First: It has a big number.");
    draft.give_up_sent();
    let put = |text: &str| Part::Insert(text.to_owned());
    let all = Edit(vec![put("First: "), Part::Keep(19), put(".")]);
    assert_eq!(draft.next(&typed, me), Some((4, 2, all)));
}

#[test]
fn what_does_not_belong_together_is_damaged() {
    let lies = [
        (",\"at_ms\":1700000000000", ""),
        ("\"base\":\"Mail\"", "\"base\":\"Email\""),
        ("\"Remove\":4", "\"Remove\":4294967295"),
        ("\"Keep\":22", "\"Keep\":4294967295"),
        ("\"mine\":\"By", "\"mine\":\"Per"),
        ("[0,\"Acceptance\"]", "[70000,\"Acceptance\"]"),
        ("\"rev\":3", "\"rev\":-3"),
    ];
    for (good, bad) in lies {
        let text = TYPED_1.replace(good, bad);
        assert_ne!(text, TYPED_1, "{good}");
        assert_eq!(read_typed(&text), Kept::Damaged, "{bad}");
    }
    for end in 0..TYPED_1.trim().len() {
        if let Some(text) = TYPED_1.get(..end) {
            assert_eq!(read_typed(text), Kept::Damaged, "{text}");
        }
    }
    let newer = TYPED_1.replace("\"version\":1", "\"version\":2");
    assert_eq!(read_typed(&newer), Kept::Newer);
    let draft = Draft::new(&Typed::of("a"));
    let of = |n: usize| KeptTyped {
        at_ms: 0,
        drafts: vec![(Place::Note(NoteId(1), NoteField::Text), draft.clone()); n],
    };
    assert_eq!(fine(&write_typed(&of(MAX_TYPED))), of(MAX_TYPED));
    assert_eq!(read_typed(&write_typed(&of(MAX_TYPED + 1))), Kept::Damaged);
}

#[test]
fn it_is_the_tables_and_stays_in_this_browser() {
    let key = typed_key(0xab, PersonId(3));
    assert!(key.starts_with(TYPED_PREFIX) && is_of_table(&key));
    let file = backup([(key.as_str(), TYPED_1)]);
    assert!(!file.contains("By post"));
    assert_eq!(read_backup(&file), Kept::Fine(Vec::new()));
}

//! The lists as this browser keeps them.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::checklist::{Archived, Checklist, Facts, ListKind, Tick};
use floret::saved::{
    CHECKLIST_KEY, Kept, backup, checklist_archive_key, checklist_archived_ms,
    read_archived_checklist, read_backup, read_checklist, write_archived_checklist,
    write_checklist,
};

use super::{NOW, all_facts, english, named, order, worked_on};
use crate::wire_samples::{below, seeded};

/// Released forms; files are added, never edited.
const CHECKLIST_1: &str = include_str!("../saved/checklist-1.json");
const CHECKLIST_1_MET: &str = include_str!("../saved/checklist-1-met.json");
const ARCHIVED_1: &str = include_str!("../saved/checklist-archive-1.json");

fn fine<T>(kept: Kept<T>) -> T {
    match kept {
        Kept::Fine(value) => value,
        Kept::Damaged => panic!("damaged"),
        Kept::Newer => panic!("newer"),
    }
}

fn archived() -> Archived {
    worked_on().archive(&all_facts(), &english(), NOW + 9).0
}

#[test]
fn what_was_written_is_read_again() {
    for list in [Checklist::begin(-1), worked_on()] {
        assert_eq!(fine(read_checklist(&write_checklist(&list))), list);
    }
    let archived = archived();
    assert_eq!(
        fine(read_archived_checklist(&write_archived_checklist(
            &archived
        ))),
        archived
    );
}

#[test]
fn an_untouched_checklist_takes_next_to_no_room() {
    let text = write_checklist(&Checklist::begin(NOW));
    assert_eq!(text, r#"{"version":1,"began_ms":1770000000000}"#);
    let mut list = Checklist::begin(NOW);
    list.tick(named("D4"), true, &Facts::default(), 5);
    let text = write_checklist(&list);
    assert_eq!(
        text,
        r#"{"version":1,"began_ms":1770000000000,"items":[{"name":"D4","ticked_ms":5}]}"#
    );
}

#[test]
fn released_forms_are_read_for_ever_and_still_written() {
    let list = fine(read_checklist(CHECKLIST_1));
    assert_eq!(list, worked_on());
    let kept = fine(read_archived_checklist(ARCHIVED_1));
    assert_eq!(kept.checklist, list);
    assert_eq!(kept.archived_ms, NOW + 9);
    assert_eq!(kept.fact(named("B17")), Some("Ana is the moderator."));
    assert_eq!((kept.facts.len(), kept.fact(named("B2"))), (34, None));
    assert_eq!(
        write_checklist(&list),
        CHECKLIST_1.trim_end(),
        "another form needs another version"
    );
    assert_eq!(write_archived_checklist(&kept), ARCHIVED_1.trim_end());
}

/// A checklist whose tables were opened, with what left of their results.
fn met() -> Checklist {
    let mut list = Checklist::begin(NOW);
    list.open_meeting(0xab);
    list.open_meeting(0xf10);
    list.handed.record = Some((0xf10, 1_770_000_003_600));
    assert!(list.handed.note_decisions(7, 0xff));
    assert!(list.handed.note_estimate(7, "5"));
    list
}

#[test]
fn meetings_and_what_left_of_them_are_kept_and_end_with_the_refinement() {
    let list = fine(read_checklist(CHECKLIST_1_MET));
    assert_eq!(list, met());
    assert_eq!(write_checklist(&list), CHECKLIST_1_MET.trim_end());
    let (archived, next) = list.archive(&Facts::default(), &english(), NOW + 9);
    assert!(next.meetings.is_empty() && next.handed.is_empty());
    let text = write_archived_checklist(&archived);
    assert_eq!(fine(read_archived_checklist(&text)), archived);
    let laid = met().laid_out(&worked_on().layout());
    assert_eq!((laid.meetings, laid.handed), (met().meetings, met().handed));
    for bad in [
        CHECKLIST_1_MET.replace("0f10\"", "0x10\""),
        CHECKLIST_1_MET.replace("\"5\"", "5"),
    ] {
        assert_eq!(read_checklist(&bad), Kept::Damaged, "{bad}");
    }
}

#[test]
fn only_the_last_tables_are_remembered_and_each_story_once() {
    let mut list = met();
    for meeting in (1..=20).chain([15]) {
        list.open_meeting(meeting);
    }
    assert_eq!(list.meetings, [13, 14, 16, 17, 18, 19, 20, 15]);
    assert!(!list.handed.note_estimate(7, " 5 "), "no news");
    assert!(list.handed.note_estimate(7, "8"));
    assert!(list.handed.has_estimate(7, "8") && !list.handed.has_estimate(7, "5"));
    assert!(list.handed.has_decisions(7, 0xff) && !list.handed.has_decisions(8, 0xff));
    for story in 0..2_000 {
        list.handed.note_decisions(story, 1);
    }
    assert_eq!(list.handed.decisions.len(), 500);
}

#[test]
fn items_of_a_later_program_stay_in_the_file_and_out_of_sight() {
    let text = r#"{"version":1,"began_ms":1,"order":[{"list":"after","names":["A99","A1"]}],"items":[{"name":"B28","ticked_ms":3,"note":"kept"},{"name":"A99","hidden":true}]}"#;
    let list = fine(read_checklist(text));
    assert_eq!(list.item(named("B28")).unwrap().note, "kept");
    assert_eq!(order(&list, ListKind::Before).last().unwrap(), "B28");
    assert_eq!(order(&list, ListKind::After)[..3], ["A99", "A1", "A2"]);
    assert_eq!(list.progress(&Facts::default()).n_shown, 68);
    assert_eq!(
        list.sheet(&Facts::default(), &english()).progress.n_shown,
        68
    );
    let again = fine(read_checklist(&write_checklist(&list)));
    assert_eq!(again, list);
}

#[test]
fn items_that_an_older_program_did_not_have_come_to_their_place() {
    let text = r#"{"version":1,"began_ms":1,"order":[{"list":"after","names":["A11","A3","A1","A10","O0000000000000001"]},{"list":"during","names":["A2"]}],"items":[{"name":"O0000000000000001","text":"mine"}]}"#;
    let list = fine(read_checklist(text));
    let after = [
        "A11",
        "A3",
        "A4",
        "A5",
        "A6",
        "A7",
        "A8",
        "A9",
        "A1",
        "A10",
        "O0000000000000001",
    ];
    assert_eq!(order(&list, ListKind::After), after);
    assert_eq!(order(&list, ListKind::During).len(), 19);
    assert_eq!(list.progress(&Facts::default()).n_shown, 69);
}

#[test]
fn doubled_items_and_own_ones_without_words_are_left_out() {
    let text = r#"{"version":1,"began_ms":1,"order":[{"list":"after","names":["A1","A1","O0000000000000001","O0000000000000002"]},{"list":"before","names":["A1","B1"]}],"items":[{"name":"A1","unticked_ms":4},{"name":"A1","ticked_ms":5},{"name":"O0000000000000002","text":"mine"}]}"#;
    let list = fine(read_checklist(text));
    let names: Vec<String> = ListKind::ALL
        .into_iter()
        .flat_map(|kind| order(&list, kind))
        .collect();
    assert_eq!(names.iter().filter(|name| *name == "A1").count(), 1);
    assert_eq!(names.iter().filter(|name| name.starts_with('O')).count(), 1);
    assert_eq!(
        list.item(named("A1")).unwrap().tick,
        Tick::UntickedByHand { at_ms: 4 }
    );
}

#[test]
fn damaged_and_newer_texts_are_answers() {
    for text in [CHECKLIST_1, ARCHIVED_1].map(str::trim_end) {
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            assert_eq!(read_checklist(&text[..end]), Kept::Damaged);
            assert_eq!(read_archived_checklist(&text[..end]), Kept::Damaged);
        }
    }
    for bad in [
        CHECKLIST_1.replace("\"before\"", "\"someday\""),
        CHECKLIST_1.replace("\"P9\"", "\"Q9\""),
        CHECKLIST_1.replace("\"D14\"", "\"\""),
    ] {
        assert_ne!(bad, CHECKLIST_1);
        assert_eq!(read_checklist(&bad), Kept::Damaged);
    }
    assert_eq!(
        read_archived_checklist(CHECKLIST_1),
        Kept::Damaged,
        "it was never archived"
    );
    assert_eq!(read_checklist("{\"version\":2}"), Kept::Newer);
    assert_eq!(
        read_archived_checklist("{\"x\":[],\"version\":7}"),
        Kept::Newer
    );
}

#[test]
fn a_text_with_any_byte_changed_never_panics_and_keeps_every_built_in_item() {
    let mut rng = seeded(78);
    for text in [CHECKLIST_1, ARCHIVED_1] {
        for _try in 0..2_000 {
            let mut bytes = text.as_bytes().to_vec();
            let at = below(&mut rng, u32::try_from(bytes.len()).unwrap());
            let letters = b"0123456789-{}[]\",:PBDAO\\e";
            let letter = below(&mut rng, 25);
            bytes[usize::try_from(at).unwrap()] = letters[usize::try_from(letter).unwrap()];
            let Ok(changed) = String::from_utf8(bytes) else {
                continue;
            };
            if let Kept::Fine(list) = read_checklist(&changed) {
                let all = ListKind::ALL.into_iter().flat_map(ListKind::built_in);
                assert!(
                    all.into_iter().all(|name| list.item(name).is_some()),
                    "{changed}"
                );
            }
            let _answer = read_archived_checklist(&changed);
        }
    }
}

#[test]
fn checklists_and_their_archive_go_into_a_backup() {
    let key = checklist_archive_key(NOW);
    assert_eq!(key, "floret.checklist.archive.1770000000000");
    assert_eq!(checklist_archived_ms(&key), Some(NOW));
    assert_eq!(checklist_archived_ms(CHECKLIST_KEY), None);
    assert_eq!(checklist_archived_ms("floret.checklist.archive.x"), None);
    let text = backup([(CHECKLIST_KEY, CHECKLIST_1), (key.as_str(), ARCHIVED_1)]);
    let kept = fine(read_backup(&text));
    assert_eq!(
        kept,
        [
            (CHECKLIST_KEY.to_owned(), CHECKLIST_1.to_owned()),
            (key, ARCHIVED_1.to_owned()),
        ]
    );
}

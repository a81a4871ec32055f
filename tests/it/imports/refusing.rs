//! What does not go in: each with its line and its reason, and the others go in.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::{
    Dialect, MAX_COLUMNS, MAX_IMPORT_BYTES, MAX_ROWS, Reading, RefusedReason, read,
};

use super::samples::{BROKEN, JIRA_XML, keys, lines, pasted, refusals, titles, whole};

#[test]
fn bad_rows_are_listed_with_their_line_and_the_others_go_in() {
    let table = pasted(BROKEN);
    assert_eq!(keys(&table), ["B-1", "B-3", "B-6", "B-7", "B-9"]);
    assert_eq!(titles(&table)[2], "Two lines");
    assert_eq!(
        refusals(&table),
        [
            (3, RefusedReason::BrokenQuotes),
            (5, RefusedReason::TooManyCells { n: 4, of: 3 }),
            (6, RefusedReason::BrokenQuotes),
            (9, RefusedReason::Header),
            (13, RefusedReason::NoTitle),
        ]
    );
    assert_eq!(table.refused[0].text, "B-2,\"Quote is not closed,2");
}

#[test]
fn a_quote_that_is_never_closed_costs_one_row() {
    let rows = lines(50, |n| format!("A-{n},Title {n}\n"));
    let table = pasted(format!("Key,Title\nA-x,\"open\n{rows}"));
    assert_eq!(table.rows.len(), 50);
    assert_eq!(refusals(&table), [(2, RefusedReason::BrokenQuotes)]);
}

#[test]
fn files_that_are_no_text_are_refused_as_what_they_are() {
    let table: [(&[u8], RefusedReason); 5] = [
        (b"PK\x03\x04\x14\0\x06\0", RefusedReason::NoText),
        (b"%PDF-1.7\n", RefusedReason::NoText),
        (b"abc\0def", RefusedReason::NoText),
        (b"<!DOCTYPE html>\n<html><body>x", RefusedReason::WebPage),
        (b"<html lang=en>", RefusedReason::WebPage),
    ];
    for (bytes, reason) in table {
        let imported = whole(read(bytes, Some("Backlog.xlsx")));
        assert_eq!(imported.dialect, Dialect::Unknown);
        assert_eq!(refusals(&imported), [(1, reason)]);
    }
}

#[test]
fn limits_refuse_and_say_so() {
    let rows = lines(MAX_ROWS + 7, |n| format!("Story {n}\n"));
    let list = pasted(&rows);
    assert_eq!(list.rows.len(), MAX_ROWS);
    assert_eq!(list.n_rows, MAX_ROWS + 7);
    assert_eq!(list.refused.len(), 1);
    assert_eq!(list.refused[0].n_rows, 7);
    assert_eq!(list.refused[0].reason, RefusedReason::TooManyRows);
    assert_eq!(list.refused[0].text, format!("Story {MAX_ROWS}"));

    let wide = pasted(format!("Key,Title{}\nA-1,x\n", ",c".repeat(MAX_COLUMNS)));
    assert_eq!(refusals(&wide), [(1, RefusedReason::TooManyColumns)]);
    let most = pasted(format!(
        "Key,Title{}\nA-1,x\n",
        ",c".repeat(MAX_COLUMNS - 2)
    ));
    assert_eq!(keys(&most), ["A-1"]);

    let long = format!("Key,Title\nA-1,\"{}\"\nA-2,x\n", "y".repeat(1_000_001));
    let long = pasted(long);
    assert_eq!(keys(&long), ["A-2"]);
    assert_eq!(refusals(&long), [(2, RefusedReason::TooLong)]);

    let big = read(&vec![b'a'; MAX_IMPORT_BYTES + 1], Some("big.csv"));
    assert_eq!(refusals(&whole(big)), [(1, RefusedReason::TooManyBytes)]);
}

#[test]
fn a_list_that_was_cut_keeps_what_came_before() {
    let json = r#"[{"title":"a","number":1},{"title":"b""#;
    assert_eq!(refusals(&pasted(json)), [(1, RefusedReason::CutOff)]);
    assert_eq!(titles(&pasted(json)), ["a"]);
    let between = pasted("[\n{\"title\":\"a\"},\n");
    assert_eq!(refusals(&between), [(3, RefusedReason::CutOff)]);
    let text = String::from_utf8_lossy(JIRA_XML);
    let (head, _) = text.rsplit_once("<key id=\"20011\"").unwrap_or_default();
    let xml = pasted(head);
    assert_eq!(keys(&xml), ["SHOP-10"]);
    assert_eq!(refusals(&xml)[0].1, RefusedReason::CutOff);
}

#[test]
fn damaged_elements_do_not_cost_the_others() {
    let json = "[{\"title\":\"a\"},\n{\"title\":oops},\n7,\n[\"x\"],\n{\"title\":\"b\"}]";
    let list = pasted(json);
    assert_eq!(titles(&list), ["a", "b"]);
    assert_eq!(
        refusals(&list),
        [
            (2, RefusedReason::Damaged),
            (3, RefusedReason::NotAStory),
            (4, RefusedReason::NotAStory),
        ]
    );
    let xml =
        pasted("<rss><channel><item><title>open\n<item><title>[A-1] b</title></item></channel>");
    assert_eq!(keys(&xml), ["A-1"]);
    assert_eq!(refusals(&xml), [(1, RefusedReason::Damaged)]);
    assert_eq!(
        refusals(&pasted("<?xml version=\"1.0\"?>\n<workitems/>")),
        [(1, RefusedReason::NotAStory)]
    );
}

#[test]
fn reading_goes_in_slices_and_can_be_stopped() {
    let rows = lines(100, |n| format!("A-{n},Title {n}\n"));
    let text = format!("Key,Title\n{rows}");
    let mut reading = Reading::begin(text.as_bytes(), None);
    let first = reading.step(30);
    assert_eq!((first.n_rows, first.is_done), (30, false));
    assert_eq!(first.total_bytes, text.len());
    assert!(first.done_bytes > 0 && first.done_bytes < text.len() / 2);
    let second = reading.step(30);
    assert!(second.done_bytes > first.done_bytes);
    let stopped = reading.finish();
    assert!(!stopped.is_complete);
    assert_eq!(stopped.rows.len(), 60);

    let mut reading = Reading::begin(text.as_bytes(), None);
    let mut n = 0;
    while !reading.step(30).is_done {
        n += 1;
    }
    assert_eq!(n, 3);
    assert_eq!(whole(reading.finish()).rows.len(), 100);
}

//! Tables of everybody: headers, signs between cells, encodings, mapping by hand.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::{Column, Dialect, Encoding, Field, Imported, Reading, read};
use floret::story::Kind;

use super::samples::{EXCEL, TABS, keys, mapped, pasted, row, titles, whole};

/// The field of a lone column with this header, beside a title.
fn field_of(header: &str) -> Option<Field> {
    let table = pasted(format!("Title,{header}\nx,y\n"));
    mapped(&table)
        .into_iter()
        .find(|(name, _)| *name == header)?
        .1
}

#[test]
fn every_promised_header_is_known() {
    let table: [(Field, &[&str]); 9] = [
        (
            Field::Key,
            &[
                "issue key",
                "key",
                "issue",
                "id",
                "identifier",
                "referenceid",
            ],
        ),
        (Field::Description, &["description", "descr", "body"]),
        (
            Field::Estimate,
            &[
                "story points",
                "story point estimate",
                "points",
                "estimate",
                "estimation",
                "effort",
                "size",
                "consensus",
                "Custom field (Story Points)",
                "Custom field (Story point estimate)",
            ],
        ),
        (Field::Kind, &["issue type", "work item type", "type"]),
        (
            Field::Acceptance,
            &[
                "acceptance criteria",
                "acceptancecriteria",
                "Custom field (Acceptance Criteria)",
            ],
        ),
        (Field::Link, &["link", "url"]),
        (Field::TrackerStatus, &["status", "state"]),
        (Field::Labels, &["labels", "tags"]),
        (
            Field::Dependencies,
            &["blocked by", "Inward issue link (Blocks)"],
        ),
    ];
    for (field, headers) in table {
        for header in headers {
            for written in [
                (*header).to_owned(),
                header.to_uppercase(),
                format!(" {header} "),
            ] {
                let table = pasted(format!("Title,\"{written}\"\nx,y\n"));
                assert_eq!(table.mapping[1].to, Some(field), "{written}");
            }
        }
    }
    for title in ["summary", "title", "name", "Summary", " TITLE"] {
        assert_eq!(
            titles(&pasted(format!("{title},Key\nLog in,A-1"))),
            ["Log in"]
        );
    }
    for other in [
        "Assignee",
        "Story",
        "Issue id",
        "Original estimate",
        "Points left",
        "",
    ] {
        assert_eq!(field_of(other), None, "{other}");
    }
}

#[test]
fn columns_come_in_any_order_with_any_sign_between_them_and_any_line_end() {
    for sign in [',', ';', '\t'] {
        for end in ["\n", "\r\n", "\r"] {
            for mark in ["", "\u{feff}"] {
                let lines = [
                    "Points|Type|Title|Key",
                    "3|Bug|\"a|\"\"b\"\"\"|A-1",
                    "||c|A-2",
                ];
                let text = format!("{mark}{}{end}", lines.join(end));
                let table = pasted(text.replace('|', &sign.to_string()));
                assert_eq!(table.delimiter, Some(sign));
                assert_eq!(table.dialect, Dialect::Csv);
                assert_eq!(keys(&table), ["A-1", "A-2"], "{sign:?} {end:?}");
                let story = &row(&table, "A-1").story;
                assert_eq!(story.title, format!("a{sign}\"b\"").replace('\t', " "));
                assert_eq!((story.kind, story.estimate.as_str()), (Kind::Bug, "3"));
                assert_eq!(row(&table, "A-2").fields, [Field::Key, Field::Title]);
            }
        }
    }
}

#[test]
fn a_table_of_a_workbook_with_a_sep_line_in_windows_1252() {
    let table = whole(read(EXCEL, Some("Export.CSV")));
    assert_eq!(table.encoding, Encoding::Windows1252);
    assert_eq!(table.delimiter, Some(';'));
    assert_eq!(keys(&table), ["A-1", "A-2"]);
    let size = row(&table, "A-1");
    assert_eq!(size.line, 3);
    assert_eq!(size.story.title, "Größe ändern");
    assert_eq!(size.story.description, "Zeile eins\nZeile „zwei“ – 5 €");
    assert_eq!(
        (size.story.estimate.as_str(), size.story.labels.len()),
        ("½", 2)
    );
    assert_eq!(row(&table, "A-2").line, 5);
    assert_eq!(row(&table, "A-2").story.estimate, "½");
}

#[test]
fn utf_16_is_read_by_its_mark() {
    let text = "Key;Title\r\nA-1;Größe 🥦\r\n";
    for (mark, bytes) in [
        (
            0xFEFF_u16.to_le_bytes(),
            u16::to_le_bytes as fn(u16) -> [u8; 2],
        ),
        (0xFEFF_u16.to_be_bytes(), u16::to_be_bytes),
    ] {
        let body: Vec<u8> = text.encode_utf16().flat_map(bytes).collect();
        let table = pasted([mark.to_vec(), body].concat());
        assert_eq!(table.encoding, Encoding::Utf16);
        assert_eq!(titles(&table), ["Größe 🥦"]);
    }
}

#[test]
fn old_line_ends_and_tabs_are_read() {
    let table = whole(read(TABS, Some("t.tsv")));
    assert_eq!(table.delimiter, Some('\t'));
    assert_eq!(titles(&table), ["Old line ends", "Second"]);
    assert_eq!(row(&table, "T-2").story.estimate, "½");
}

#[test]
fn repeated_headers_are_merged_and_the_earlier_name_goes_first() {
    let text = "Id,Key,Title,Labels,labels,Description,Body,Blocked by\n\
        9,A-1,x,\"a, b\",b; c,one,two,\"A-7, A-8\"\n10,,y,,,,two,\n";
    let table = pasted(text);
    assert_eq!(keys(&table), ["A-1", "10"]);
    let story = &row(&table, "A-1").story;
    assert_eq!(story.labels, ["a", "b", "c"]);
    assert_eq!(story.description, "one\n\ntwo");
    assert_eq!(story.dependencies, "A-7, A-8");
    assert_eq!(row(&table, "10").story.description, "two");
}

/// Reads again with one header mapped by hand.
fn with(text: &str, header: &str, to: Option<Field>) -> Imported {
    let mut first = pasted(text);
    for column in first.mapping.iter_mut().filter(|c| c.header == header) {
        column.to = to;
    }
    let mut reading = Reading::begin_with(text.as_bytes(), None, &first.mapping);
    reading.step(usize::MAX);
    whole(reading.finish())
}

#[test]
fn a_mapping_by_hand_goes_before_what_we_know() {
    let text = "Key;Zusammenfassung;Kommentar;Notes\nA-1;Anmelden;x;n\n";
    let first = pasted(text);
    assert!(first.rows.is_empty());
    assert_eq!(first.n_rows, 1);
    let second = with(text, "Zusammenfassung", Some(Field::Title));
    assert_eq!(titles(&second), ["Anmelden"]);
    let known = "Key,Title,Points,Why not\nA-1,x,3,because\n";
    assert_eq!(row(&with(known, "Points", None), "A-1").story.estimate, "");
    assert_eq!(
        row(&with(known, "Why not", Some(Field::Why)), "A-1")
            .story
            .why,
        "because"
    );
    let moved = with(known, "Points", Some(Field::Notes));
    assert_eq!(row(&moved, "A-1").story.notes, "3");
}

#[test]
fn a_mapping_names_headers_in_any_case_and_may_name_some_only() {
    let text = "KEY;Vorgang;Title\nA-1;Bug;x\n";
    let mapping = [Column {
        header: " vorgang".to_owned(),
        to: Some(Field::Kind),
    }];
    let mut reading = Reading::begin_with(text.as_bytes(), None, &mapping);
    reading.step(usize::MAX);
    let table = whole(reading.finish());
    assert_eq!(row(&table, "A-1").story.kind, Kind::Bug);
}

#[test]
fn every_field_of_the_form_can_be_mapped() {
    for field in Field::MAPPABLE {
        let mapping = [Column {
            header: "X".to_owned(),
            to: Some(field),
        }];
        let mut reading = Reading::begin_with(b"Title,Key,X\na,A-1,bug\n", None, &mapping);
        reading.step(usize::MAX);
        let table = whole(reading.finish());
        assert!(row(&table, "A-1").has(field), "{field:?}");
    }
}

#[test]
fn cells_guarded_against_formulas_lose_their_guard() {
    let table = pasted("Key,Title\nA-1,'=1+1\nA-2,'-x\nA-3,'tis\nA-4,'@ana");
    assert_eq!(titles(&table), ["=1+1", "-x", "'tis", "@ana"]);
}

#[test]
fn text_with_commas_is_no_table() {
    for text in [
        "Log in, quickly\nPay, soon",
        "Name, address and phone in the form\nSecond line",
        "One line only",
        "ABC-1: a, b; c",
    ] {
        assert_eq!(pasted(text).dialect, Dialect::Text, "{text}");
    }
    for text in [
        "Key,Title\nA-1,x",
        "Title\nx",
        "Vorgang;Text\n1;x",
        "Vorgang\tText\n1\tx",
        "Title,Wichtig\nx,ja",
    ] {
        assert_eq!(pasted(text).dialect, Dialect::Csv, "{text}");
    }
}

#[test]
fn what_is_longer_than_a_story_holds_is_cut_and_said() {
    let text = format!(
        "Key,Title,Body\nA-1,{},{}\n",
        "t".repeat(301),
        "ü".repeat(40_001)
    );
    let table = pasted(text);
    let long = row(&table, "A-1");
    assert_eq!(long.cut, [Field::Title, Field::Description]);
    assert_eq!(long.story.title.chars().count(), 300);
    assert_eq!(long.story.description.chars().count(), 40_000);
}

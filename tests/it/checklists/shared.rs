//! Lists that travel in a link.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::checklist::{Checklist, ItemName, ListKind, MAX_OWN_ITEMS, Tick};
use floret::desk::list_link::{lists_of, shared_lists};
use floret::wire::code::MAX_SHEET_BYTES;
use floret::wire::sheet::{MAX_LINE_CHARS, MAX_SHEET_LINES};
use floret::wire::{
    EncodeError, Fragment, Invite, LinkError, SharedLine, SharedSheet, SheetKind, find_sheet,
    read_fragment, sheet_url,
};

use super::{NOW, line, named, order, worked_on};
use crate::wire_samples::{CODE_CHARS, below, seeded};

const LISTS: SheetKind = SheetKind::Checklist;

fn sheet() -> SharedSheet {
    shared_lists(&worked_on())
}

fn definition() -> SharedSheet {
    let point = |name: &str, text: Option<&str>, is_on, step| SharedLine {
        group: 0,
        name: name.into(),
        text: text.map(str::to_owned),
        is_on,
        step,
    };
    SharedSheet {
        kind: SheetKind::Definition,
        title: "Team Kale 🥬".into(),
        lines: vec![
            point("R1", None, true, 0),
            point("R12", None, false, 1),
            point("own1", Some("Größe geklärt"), true, 1),
        ],
    }
}

/// The code of [`definition`], for ever.
const DEFINITION_1: &str =
    "FABB4g5UZWFtIEthbGUg8J-lrAMAAlIxAAEAAANSMTIAAAEABG93bjEBEEdyw7bDn2UgZ2VrbMOkcnQBAV-rs4Y";

#[test]
fn a_sheet_comes_back_as_it_was_sent() {
    for given in [
        sheet(),
        definition(),
        SharedSheet {
            title: String::new(),
            lines: vec![],
            ..sheet()
        },
    ] {
        let code = given.encode().unwrap();
        assert_eq!(SharedSheet::decode(given.kind, &code), Ok(given));
    }
}

#[test]
fn a_released_code_is_read_for_ever_and_still_written() {
    assert_eq!(definition().encode().as_deref(), Ok(DEFINITION_1));
    assert_eq!(
        SharedSheet::decode(SheetKind::Definition, DEFINITION_1),
        Ok(definition())
    );
}

#[test]
fn the_whole_lists_fit_in_a_short_link() {
    let untouched = shared_lists(&Checklist::begin(NOW)).encode().unwrap();
    assert!(untouched.len() < 700, "{} characters", untouched.len());
    let mut list = Checklist::begin(NOW);
    let text = "a".repeat(100);
    for name in ListKind::ALL.into_iter().flat_map(ListKind::built_in) {
        list.reword(name, &text, None);
    }
    for id in 0..40 {
        list.add(ListKind::Before, u64::MAX - id, &text).unwrap();
    }
    let code = shared_lists(&list).encode().unwrap();
    assert!(
        (16_000..17_000).contains(&code.len()),
        "{} characters",
        code.len()
    );
}

#[test]
fn ticks_and_notes_never_travel() {
    let mut list = worked_on();
    let plain = shared_lists(&list);
    list.tick(named("B9"), true, &super::all_facts(), NOW);
    list.note(named("B9"), "secret");
    assert_eq!(shared_lists(&list), plain);
}

#[test]
fn a_link_leads_back_to_its_sheet() {
    for given in [sheet(), definition()] {
        let code = given.encode().unwrap();
        let url = sheet_url("https://any.host/path/#j=old", given.kind, &code);
        let letter = if given.kind == LISTS { 'c' } else { 'd' };
        assert_eq!(url, format!("https://any.host/path/#{letter}={code}"));
        for text in [
            url.clone(),
            format!(" {url}).\n"),
            format!("{url}&fbclid=1"),
            url.replace('=', "%3D"),
            format!("#{letter}={code}"),
            format!("{letter}={code}"),
        ] {
            assert_eq!(
                find_sheet(&text),
                Some((given.kind, code.clone())),
                "{text}"
            );
        }
        assert!(
            matches!(read_fragment(&url), Fragment::Other(_)),
            "no table is meant"
        );
    }
    for text in ["", "#", "#j=abc", "#checklist", "#/c", "c"] {
        assert_eq!(find_sheet(text), None, "{text}");
    }
}

#[test]
fn a_cut_link_is_called_cut_and_a_changed_one_changed() {
    for given in [sheet(), definition()] {
        let code = given.encode().unwrap();
        let decode = |text: &str| SharedSheet::decode(given.kind, text);
        for n in 1..code.len() {
            assert_eq!(decode(&code[..n]), Err(LinkError::Truncated), "{n}");
        }
        assert_eq!(decode(""), Err(LinkError::NotALink));
        assert_eq!(
            decode("hello world, this is not a link of any kind at all"),
            Err(LinkError::NotALink)
        );
        assert_eq!(decode(&format!("{code}A")), Err(LinkError::Damaged));
        for (at, old) in code.char_indices() {
            let with = CODE_CHARS.chars().find(|c| *c != old).unwrap();
            let text = format!("{}{with}{}", &code[..at], &code[at + 1..]);
            assert!(
                matches!(
                    decode(&text),
                    Err(LinkError::Damaged
                        | LinkError::WrongKind { .. }
                        | LinkError::TooNew { .. })
                ),
                "{at}"
            );
        }
        let (head, tail) = code.split_at(code.len() / 2);
        let broken = format!("{head}\r\n{tail}\n");
        assert_eq!(decode(&broken), Ok(given.clone()), "line breaks do no harm");
    }
}

#[test]
fn one_kind_of_link_is_not_taken_for_another() {
    let (lists, points) = (sheet().encode().unwrap(), definition().encode().unwrap());
    for result in [
        SharedSheet::decode(SheetKind::Definition, &lists).err(),
        SharedSheet::decode(LISTS, &points).err(),
        Invite::decode(&points).err(),
    ] {
        assert!(
            matches!(result, Some(LinkError::WrongKind { .. })),
            "{result:?}"
        );
    }
}

#[test]
fn what_no_link_may_hold_is_named() {
    let with = |text: String| {
        let mut sheet = definition();
        sheet.lines[1].text = Some(text);
        sheet.encode().err()
    };
    let second = Some(EncodeError::SheetText { line: Some(1) });
    assert_eq!(with("x".repeat(MAX_LINE_CHARS)), None);
    assert_eq!(with("x".repeat(MAX_LINE_CHARS + 1)), second);
    assert_eq!(with("two\nlines".into()), second);
    assert_eq!(with("\u{202e}turned".into()), second);
    let title = "x".repeat(101);
    assert_eq!(
        SharedSheet {
            title,
            ..definition()
        }
        .encode(),
        Err(EncodeError::SheetText { line: None })
    );
    let nameless = SharedLine {
        name: String::new(),
        ..definition().lines[0].clone()
    };
    assert_eq!(
        SharedSheet {
            lines: vec![nameless],
            ..sheet()
        }
        .encode(),
        Err(EncodeError::SheetText { line: Some(0) })
    );
    let n_lines = MAX_SHEET_LINES + 1;
    let lines = vec![definition().lines[0].clone(); n_lines];
    assert_eq!(
        SharedSheet { lines, ..sheet() }.encode(),
        Err(EncodeError::LineCount { n_lines })
    );
    let mut long = worked_on();
    for id in 100..200 {
        long.add(ListKind::After, id, &"é".repeat(MAX_LINE_CHARS));
    }
    let result = shared_lists(&long).encode();
    assert!(matches!(result, Err(EncodeError::TooLong { n_bytes }) if n_bytes > MAX_SHEET_BYTES));
}

#[test]
fn codes_of_chance_are_answers_never_panics() {
    let mut rng = seeded(91);
    let code = sheet().encode().unwrap();
    for _try in 0..3_000 {
        let mut bytes = code.clone().into_bytes();
        for _change in 0..=below(&mut rng, 6) {
            let at = below(&mut rng, u32::try_from(bytes.len()).unwrap());
            let letter = below(&mut rng, 64);
            bytes[usize::try_from(at).unwrap()] =
                CODE_CHARS.as_bytes()[usize::try_from(letter).unwrap()];
        }
        let text = String::from_utf8(bytes).unwrap();
        let read = SharedSheet::decode(LISTS, &text);
        assert!(text == code || read.is_err(), "{text}");
    }
}

#[test]
fn a_shared_list_is_laid_out_like_the_one_it_came_from() {
    let theirs = worked_on();
    let (lines, n_unknown) = lists_of(&shared_lists(&theirs));
    assert_eq!((lines.clone(), n_unknown), (theirs.layout(), 0));
    let taken = Checklist::begin(NOW).laid_out(&lines);
    assert_eq!(taken.layout(), theirs.layout());
    assert!(
        taken
            .lists()
            .iter()
            .flat_map(|list| &list.items)
            .all(|item| item.tick == Tick::Unsaid && item.note.is_empty())
    );
}

#[test]
fn taking_a_shared_list_keeps_ones_own_ticks_notes_and_items() {
    let mut mine = Checklist::begin(NOW);
    mine.entitle("Mine");
    let own = mine.add(ListKind::During, 77, "Windows are open").unwrap();
    for name in [own, named("A1")] {
        mine.tick(name, true, &super::all_facts(), NOW);
        mine.note(name, "mine");
    }
    let taken = mine.laid_out(&worked_on().layout());
    assert_eq!(taken.title, "Mine");
    for name in [own, named("A1")] {
        let item = taken.item(name).unwrap();
        assert_eq!(
            (item.tick, item.note.as_str()),
            (Tick::ByHand { at_ms: NOW }, "mine")
        );
    }
    assert_eq!(
        order(&taken, ListKind::During).last().unwrap(),
        &own.to_string()
    );
    assert!(taken.item(ItemName::Own(0xc0_ffee)).is_some());
    assert_eq!(
        taken.laid_out(&worked_on().layout()),
        taken,
        "twice is once"
    );
}

#[test]
fn a_shared_list_with_gaps_doubles_and_strange_lines_is_still_a_checklist() {
    let mut shared = sheet();
    shared.lines.truncate(2);
    shared.lines.push(shared.lines[0].clone());
    shared.lines.push(SharedLine {
        name: "what?".into(),
        ..shared.lines[0].clone()
    });
    shared.lines.push(SharedLine {
        group: 9,
        ..shared.lines[0].clone()
    });
    let (lines, n_unknown) = lists_of(&shared);
    assert_eq!((lines.len(), n_unknown), (3, 2));
    let taken = Checklist::begin(NOW).laid_out(&lines);
    assert_eq!(taken.layout(), Checklist::begin(NOW).layout());
    let flood: Vec<_> = (0..300_u32)
        .map(|id| floret::checklist::Line {
            own_text: Some(" x\ny ".into()),
            ..line(ListKind::After, &format!("O{id:016x}"))
        })
        .collect();
    let taken = Checklist::begin(NOW).laid_out(&flood);
    let own: Vec<_> = taken
        .lists()
        .iter()
        .flat_map(|list| &list.items)
        .filter(|item| item.name.is_own())
        .collect();
    assert_eq!(own.len(), MAX_OWN_ITEMS);
    assert_eq!(own[0].own_text.as_deref(), Some("x y"));
}

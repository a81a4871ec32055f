//! Records that came as a link or a file: read, kept with the others, handed on.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{GivenFile, ImportEvent, RecordEvent};
use floret::desk::view::{DeskScreen, PackError, ParcelView, RecordView};
use floret::desk::{DeskEvent, DeskPage};
use floret::meeting::Record;
use floret::saved::{Kept, read_record, record_key, write_record};

use super::{Browser, ID, browser, record};

/// The link to the record, copied where it is kept.
fn link(browser: &mut Browser) -> String {
    let RecordView { parcel, .. } = browser.record(ID);
    let ParcelView::Link(url) = parcel else {
        panic!("no link: {parcel:?}");
    };
    browser.ask(RecordEvent::LinkCopied(ID));
    assert_eq!(browser.tabs[0].copied, url);
    url
}

/// Somebody who has opened a link.
fn opened(seed: u64, url: &str) -> Browser {
    let mut browser = Browser::new(seed);
    visit(&mut browser, url);
    browser
}

fn visit(browser: &mut Browser, url: &str) -> usize {
    let fragment = url.split_once('#').unwrap().1;
    browser.open_at(DeskPage::of_fragment(fragment).unwrap())
}

fn shown(browser: &Browser, tab: usize) -> RecordView {
    let DeskScreen::Record(view) = browser.view(tab).screen else {
        panic!("not a record: {:?}", browser.view(tab).screen);
    };
    *view
}

fn kept(browser: &Browser) -> Record {
    let Kept::Fine(kept) = read_record(&browser.storage[&record_key(ID)]) else {
        panic!("not kept");
    };
    kept
}

fn give(browser: &mut Browser, text: &str) {
    let file = GivenFile {
        name: String::from("x.txt"),
        content: Ok(text.as_bytes().to_vec()),
    };
    browser.tell(0, DeskEvent::Import(ImportEvent::FileGiven(file)));
}

#[test]
fn who_was_absent_reads_the_record_by_its_link_and_keeps_it() {
    let mut ana = browser();
    let here = ana.record(ID);
    let url = link(&mut ana);
    assert!(url.starts_with("https://floret.example/#minutes="), "{url}");

    let mut cleo = opened(81, &url);
    let there = shown(&cleo, 0);
    assert_eq!((there.id, &there.goal), (ID, &here.goal));
    assert_eq!((&there.parts, &there.parcel), (&here.parts, &here.parcel));
    cleo.ask(RecordEvent::Saved(ID));
    ana.ask(RecordEvent::Saved(ID));
    assert_eq!(cleo.tabs[0].files, ana.tabs[0].files);
    cleo.ask(RecordEvent::LinkCopied(ID));
    assert_eq!(cleo.tabs[0].copied, url, "it goes on from there");

    let again = cleo.restart(0);
    assert_eq!(shown(&cleo, again).parts, here.parts);
    let list = cleo.open_at(DeskPage::Records);
    let rows = cleo.records(list).rows;
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].id, &rows[0].goal), (ID, &here.goal));
    assert_eq!(cleo.storage.len(), 1);
}

#[test]
fn a_newer_record_of_the_meeting_stays_and_an_older_one_goes() {
    let mut ana = browser();
    let old = link(&mut ana);
    let mut later = record();
    later.meeting.rev += 1;
    later.meeting.goal = String::from("Second thoughts");
    ana.storage.insert(record_key(ID), write_record(&later));
    let tab = ana.restart(0);
    ana.tabs.swap(0, tab);
    let new = link(&mut ana);
    assert_ne!(old, new);

    let mut cleo = opened(82, &old);
    let tab = visit(&mut cleo, &new);
    assert_eq!(shown(&cleo, tab).goal, "Second thoughts");
    let tab = visit(&mut cleo, &old);
    assert_eq!(shown(&cleo, tab).goal, "Second thoughts");
    assert_eq!(kept(&cleo).meeting.goal, "Second thoughts");

    // Whoever was there loses nothing that only a seat has.
    let before = ana.storage.clone();
    visit(&mut ana, &new);
    assert_eq!(ana.storage, before);
}

#[test]
fn a_long_record_is_a_file_that_is_dropped_anywhere() {
    let mut long = record();
    long.meeting.topics[0].why.text = "much to say ".repeat(900);
    let mut ana = Browser::new(83);
    ana.storage.insert(record_key(ID), write_record(&long));
    ana.open_at(DeskPage::Records);
    let view = ana.record(ID);
    assert!(matches!(view.parcel, ParcelView::File(n) if n > 10));
    ana.ask(RecordEvent::LinkCopied(ID));
    assert_eq!(ana.tabs[0].copied, "", "there is no link");
    ana.ask(RecordEvent::FileSaved(ID));
    let (name, text) = ana.tabs[0].files.pop().unwrap();
    assert_eq!(name, "refinement-2023-11-14-floret.txt");

    for page in [DeskPage::Backlog, DeskPage::Plan, DeskPage::Records] {
        let mut cleo = Browser::new(84);
        cleo.open_at(page);
        give(&mut cleo, &text[..text.len() - 9]);
        let screen = cleo.view(0).screen;
        assert_eq!(screen, DeskScreen::BadRecord(PackError::CutOff));
        assert!(cleo.storage.is_empty());
        give(&mut cleo, &text);
        assert_eq!(shown(&cleo, 0).parts, view.parts);
        assert_eq!(cleo.tabs[0].fragment, "record=00000000000000ab");
        assert_eq!(kept(&cleo), long.leaving());
    }
}

#[test]
fn what_cannot_be_read_is_refused_and_not_kept() {
    let mut ana = browser();
    let url = link(&mut ana);
    let at = url.len() - 40;
    let other = if &url[at..=at] == "A" { "B" } else { "A" };
    let damaged = [&url[..at], other, &url[at + 1..]].concat();
    for (text, error) in [
        (&url[..url.len() - 7], PackError::CutOff),
        (&damaged, PackError::Damaged),
        ("x#minutes=lunch", PackError::NotOurs),
    ] {
        let cleo = opened(85, text);
        assert_eq!(cleo.view(0).screen, DeskScreen::BadRecord(error), "{text}");
        assert!(cleo.storage.is_empty());
    }
}

#[test]
fn it_is_deleted_like_any_other_and_comes_back() {
    let url = link(&mut browser());
    let mut cleo = opened(86, &url);
    cleo.ask(RecordEvent::Deleted(ID));
    assert_eq!(cleo.view(0).page, DeskPage::Records);
    assert!(cleo.storage.is_empty());
    cleo.tell(0, DeskEvent::UndoLast);
    assert_eq!(kept(&cleo), record().leaving());
}

//! Five thousand rows: read, compared and written in slices, undone at once.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::DeskEvent;
use floret::desk::event::ImportEvent;
use floret::desk::view::ImportPhase;

use super::{Browser, table};

const N: usize = 5_000;

/// Rows read or written in one slice.
const AT_ONCE: usize = 100;

fn percent(phase: ImportPhase) -> Option<u8> {
    match phase {
        ImportPhase::Reading(percent) | ImportPhase::Taking(percent) => Some(percent),
        ImportPhase::Waiting | ImportPhase::Ready => None,
    }
}

/// Slices until nothing more is wanted; in none of them more is written than belongs there.
fn slices(browser: &mut Browser) -> usize {
    let (mut n, mut shown) = (0, 0);
    loop {
        let n_writes = browser.n_writes;
        let n_slices = browser.work_once(0);
        assert!(browser.n_writes <= n_writes + AT_ONCE + 1);
        if n_slices == 0 {
            return n;
        }
        n += n_slices;
        let import = browser.list(0).import;
        let now = import.and_then(|import| percent(import.phase));
        assert!(now.is_none_or(|now| now >= shown), "it goes backwards");
        shown = now.unwrap_or(shown);
    }
}

#[test]
fn five_thousand_rows_never_come_at_once() {
    let mut browser = Browser::with_tab(90);
    browser.add(0, "Before");
    let n_writes = browser.n_writes;
    browser.give(0, "jira.csv", &table(N));
    assert!(matches!(browser.import(0).phase, ImportPhase::Reading(_)));
    assert!(slices(&mut browser) >= N / AT_ONCE);
    assert_eq!(browser.found(0).new.n, N);
    assert!(browser.found(0).new.rows.len() <= 200, "long lists are cut");
    assert_eq!(browser.n_writes, n_writes);
    browser.importing(0, ImportEvent::Taken);
    // Taken in, and looked at.
    assert!(slices(&mut browser) >= N / AT_ONCE);
    assert_eq!(browser.list(0).n_stories, N + 1);
    assert_eq!(browser.storage.len(), N + 2, "stories and their backlog");

    browser.give(0, "jira.csv", &table(N));
    browser.work(0);
    assert_eq!(browser.found(0).same.n, N);
    browser.importing(0, ImportEvent::Closed);
    browser.tell(0, DeskEvent::UndoLast);
    assert_eq!(browser.titles(0), ["Before"]);
    assert_eq!(browser.storage.len(), 2);
    let tab = browser.restart(0);
    assert_eq!(browser.titles(tab), ["Before"]);
}

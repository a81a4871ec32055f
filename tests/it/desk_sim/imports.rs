//! Stories that come in: seen before they are written, in slices, as one thing to undo.

mod room;
mod slices;
mod stopping;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{BacklogEvent, Field, FileProblem, GivenFile, ImportEvent, StoryEvent};
use floret::desk::view::{
    DeskNoticeText, Dialect, Encoding, ImportField, ImportFound, ImportPhase, ImportView,
    RefusedReason,
};
use floret::desk::{DeskEvent, DeskPage};
use floret::story::Kind;

use super::browser::Browser;

const HEADER: &str = "Summary,Issue key,Issue Type,Description,Story Points\n";

impl Browser {
    fn importing(&mut self, tab: usize, event: ImportEvent) {
        self.tell(tab, DeskEvent::Import(event));
    }

    fn give(&mut self, tab: usize, name: &str, text: &str) {
        let content = Ok(text.as_bytes().to_vec());
        let name = name.to_owned();
        self.importing(tab, ImportEvent::FileGiven(GivenFile { name, content }));
    }

    fn import(&self, tab: usize) -> ImportView {
        self.list(tab).import.expect("the import is open")
    }

    fn found(&self, tab: usize) -> ImportFound {
        let import = self.import(tab);
        assert_eq!(import.phase, ImportPhase::Ready);
        ImportFound::clone(&import.found.expect("something was read"))
    }

    fn take_in(&mut self, tab: usize) {
        self.work(tab);
        self.importing(tab, ImportEvent::Taken);
        self.work(tab);
        assert!(self.list(tab).import.is_none());
    }
}

/// So many stories as a table of Jira's.
fn table(n: usize) -> String {
    let row = |at| {
        format!(
            "Story {at},ABC-{at},Story,\"As a user, I want {at}\",{}\n",
            at % 8
        )
    };
    HEADER.to_owned() + &(1..=n).map(row).collect::<String>()
}

#[test]
fn pasted_text_is_read_when_nobody_types_and_nothing_is_written() {
    let mut browser = Browser::with_tab(80);
    browser.importing(0, ImportEvent::Opened);
    assert_eq!(browser.import(0).phase, ImportPhase::Waiting);
    let n_before = browser.n_writes;
    for text in ["A-1: Lo", "A-1: Log", "A-1: Login\n- Search"] {
        browser.importing(0, ImportEvent::Typed(text.to_owned()));
        assert!(browser.import(0).found.is_none());
    }
    browser.wait(1);
    let found = browser.found(0);
    assert_eq!(found.dialect, Dialect::Text);
    let titles: Vec<&str> = found.new.rows.iter().map(|row| &*row.title).collect();
    assert_eq!(titles, ["Login", "Search"]);
    assert_eq!(found.new.rows[1].line, 2);
    assert_eq!(browser.n_writes, n_before);
    browser.importing(0, ImportEvent::Typed(String::from("  ")));
    assert!(browser.import(0).found.is_none());
    browser.importing(0, ImportEvent::Closed);
    assert!(browser.list(0).import.is_none());
    assert_eq!((browser.n_writes, browser.list(0).n_stories), (n_before, 0));
}

#[test]
fn every_row_has_its_fate_and_a_refused_one_its_line_and_reason() {
    let mut browser = Browser::with_tab(81);
    browser.give(0, "jira.csv", &table(3));
    let found = browser.found(0);
    assert_eq!(
        (found.dialect, found.encoding, found.delimiter),
        (Dialect::JiraCsv, Encoding::Utf8, Some(','))
    );
    browser.take_in(0);
    assert_eq!(browser.titles(0), ["Story 1", "Story 2", "Story 3"]);

    let text = [
        HEADER,
        "Story 1,ABC-1,Story,\"As a user, I want 1\",1\n",
        "Another title,abc-2 ,Bug,\"As a user, I want 2\",2\n",
        ",ABC-9,Story,text without a title,\n",
        "Story 4,ABC-4,Story,,\n",
        "Story 4 again,ABC-4,Story,,\n",
    ];
    browser.give(0, "jira.csv", &text.concat());
    let found = browser.found(0);
    assert_eq!(found.n_rows, 5);
    assert_eq!((found.new.n, found.changed.n, found.same.n), (1, 1, 1));
    assert_eq!(found.new.rows[0].key, "ABC-4");
    let changes = &found.changed.rows[0].changes;
    assert_eq!(
        changes[..],
        [ImportField::Key, ImportField::Title, ImportField::Kind]
    );
    let refused: Vec<_> = found
        .refused
        .iter()
        .map(|one| (one.line, one.reason))
        .collect();
    let duplicate = RefusedReason::Duplicate { first_line: 5 };
    assert_eq!(refused, [(4, RefusedReason::NoTitle), (6, duplicate)]);
    browser.take_in(0);
    assert_eq!(
        browser.titles(0),
        ["Story 1", "Another title", "Story 3", "Story 4"]
    );
    let is_told = |text: &DeskNoticeText| {
        *text
            == DeskNoticeText::Imported {
                n_new: 1,
                n_changed: 1,
                n_no_room: 0,
            }
    };
    assert!(browser.notice(0, is_told).is_some());
}

#[test]
fn an_update_keeps_what_was_written_and_voted_here() {
    let mut browser = Browser::with_tab(82);
    browser.give(0, "jira.csv", &table(1));
    browser.take_in(0);
    let id = browser.id(0, "Story 1");
    browser.type_in(0, id, Field::Why, "because");
    browser.type_in(0, id, Field::Notes, "mine");
    browser.story(0, id, StoryEvent::Kind(Kind::Spike));
    let text = "Issue key,Summary,Story Points,Description\nABC-1,New title,,\n";
    browser.give(0, "jira.csv", text);
    assert_eq!(
        browser.found(0).changed.rows[0].changes,
        [ImportField::Title]
    );
    browser.take_in(0);
    browser.tell(0, DeskEvent::Opened(DeskPage::Story(id)));
    let story = browser.story_screen(0).story;
    assert_eq!(
        (story.title.as_str(), story.why.as_str()),
        ("New title", "because")
    );
    assert_eq!((story.estimate.as_str(), story.kind), ("1", Kind::Spike));
    assert_eq!(story.description, "As a user, I want 1");
    assert_eq!(story.notes, "mine");
}

#[test]
fn a_column_goes_where_a_hand_says_and_stays_in_its_place() {
    let mut browser = Browser::with_tab(83);
    let text = "Thema;Wer;Issue key;Summe\nLogin;Ana, Bo;X-1;5\nSearch;;X-2;8\n";
    browser.give(0, "liste.csv", text);
    let found = browser.found(0);
    assert_eq!((found.delimiter, found.n_refused), (Some(';'), 2));
    assert_eq!(found.refused[0].reason, RefusedReason::NoTitle);
    let headers = |browser: &Browser| {
        let columns = browser.import(0).columns;
        let headers = columns.iter().map(|column| column.header.clone());
        headers.collect::<Vec<_>>()
    };
    let shown = headers(&browser);
    assert_eq!(shown, ["Issue key", "Thema", "Wer", "Summe"]);
    for (column, to) in [
        (1, ImportField::Title),
        (2, ImportField::Needed),
        (3, ImportField::Estimate),
    ] {
        let to = Some(to);
        browser.importing(0, ImportEvent::Mapped { column, to });
    }
    assert_eq!(headers(&browser), shown);
    let found = browser.found(0);
    assert_eq!((found.new.n, found.n_refused), (2, 0));
    // Left out again.
    let mapped = ImportEvent::Mapped {
        column: 3,
        to: None,
    };
    browser.importing(0, mapped);
    browser.take_in(0);
    let id = browser.id(0, "Login");
    browser.tell(0, DeskEvent::Opened(DeskPage::Story(id)));
    let story = browser.story_screen(0).story;
    assert_eq!(story.needed, ["Ana", "Bo"]);
    assert_eq!(story.estimate, "");
}

#[test]
fn a_file_that_is_no_file_says_so_and_leaves_nothing() {
    let mut browser = Browser::with_tab(84);
    for problem in [FileProblem::TooLong, FileProblem::Unreadable] {
        let file = GivenFile {
            name: String::from("big.csv"),
            content: Err(problem),
        };
        browser.importing(0, ImportEvent::FileGiven(file));
        let import = browser.import(0);
        assert_eq!(import.problem, Some(problem));
        assert_eq!(import.phase, ImportPhase::Waiting);
        browser.importing(0, ImportEvent::Taken);
        browser.importing(0, ImportEvent::ReadAgain);
    }
    browser.give(0, "sheet.xlsx", "PK\u{3}\u{4}…");
    let found = browser.found(0);
    assert_eq!(found.refused[0].reason, RefusedReason::NoText);
    assert_eq!(browser.import(0).problem, None);
    assert_eq!(browser.list(0).n_stories, 0);
}

#[test]
fn a_file_dropped_on_another_page_is_shown_beside_the_list() {
    let mut browser = Browser::with_tab(85);
    let id = browser.add(0, "A");
    browser.tell(0, DeskEvent::Opened(DeskPage::Story(id)));
    browser.give(0, "jira.csv", &table(2));
    assert_eq!(browser.view(0).page, DeskPage::Backlog);
    assert_eq!(browser.found(0).new.n, 2);
}

#[test]
fn what_is_shown_follows_other_tabs_and_the_backlog_shown() {
    let mut browser = Browser::with_tab(86);
    let other = browser.open();
    browser.give(0, "jira.csv", &table(2));
    assert_eq!(browser.found(0).new.n, 2);
    browser.give(other, "jira.csv", &table(1));
    browser.take_in(other);
    browser.work(0);
    assert_eq!((browser.found(0).new.n, browser.found(0).same.n), (1, 1));
    let id = browser.id(other, "Story 1");
    browser.backlog(other, BacklogEvent::StoryDeleted(id));
    browser.work(0);
    assert_eq!(browser.found(0).new.n, 2);
    browser.backlog(0, BacklogEvent::Created(String::from("Second")));
    browser.work(0);
    browser.take_in(0);
    assert_eq!(browser.titles(0), ["Story 1", "Story 2"]);
    assert_eq!(browser.list(0).backlogs[0].n_stories, 0);
}

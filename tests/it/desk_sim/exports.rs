//! Stories that leave: files, the clipboard, paper; and that they come back as they were.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{BacklogEvent, ExportEvent, GivenFile, ImportEvent, PlanEvent};
use floret::desk::view::{DeskNoticeText, ImportFound};
use floret::desk::{DeskEvent, DeskPage};

use super::browser::Browser;
use super::stories::say_everything;

impl Browser {
    fn exporting(&mut self, tab: usize, event: ExportEvent) {
        self.tell(tab, DeskEvent::Export(event));
    }

    /// Name and content of the file saved last.
    fn saved(&mut self, tab: usize, event: ExportEvent) -> (String, String) {
        self.exporting(tab, event);
        self.tabs[tab].files.last().cloned().expect("a file")
    }

    /// What would come in from a file.
    fn looked_into(&mut self, tab: usize, name: &str, text: &str) -> ImportFound {
        let (name, content) = (name.to_owned(), Ok(text.as_bytes().to_vec()));
        let file = ImportEvent::FileGiven(GivenFile { name, content });
        self.tell(tab, DeskEvent::Import(file));
        self.work(tab);
        let import = self.list(tab).import.expect("the import is open");
        let found = ImportFound::clone(&import.found.expect("something was read"));
        self.tell(tab, DeskEvent::Import(ImportEvent::Closed));
        found
    }
}

/// Two stories, one with everything in it.
fn written() -> Browser {
    let mut browser = Browser::with_tab(98);
    let id = browser.add(0, "A story");
    say_everything(&mut browser, 0, id);
    browser.add(0, "No key");
    browser
}

#[test]
fn what_leaves_as_a_file_comes_back_the_same() {
    let mut browser = written();
    let (name, json) = browser.saved(0, ExportEvent::JsonSaved);
    assert_eq!(name, "floret-backlog-2023-11-14.json");
    let found = browser.looked_into(0, &name, &json);
    assert_eq!((found.n_rows, found.same.n), (2, 2), "{found:#?}");
    let (name, csv) = browser.saved(0, ExportEvent::CsvSaved);
    assert_eq!(name, "floret-estimates-2023-11-14.csv");
    assert!(csv.starts_with("Issue key,Title,Final Estimate,Status,Ready,"));
    assert!(!csv.contains("mine alone"), "notes are one's own");
    let (name, jira) = browser.saved(0, ExportEvent::JiraSaved);
    assert!(jira.starts_with("Issue Key,Summary,Story Points,Comment\r\n"));
    assert!(!jira.contains("No key"), "Jira would make an issue of it");
    let found = browser.looked_into(0, &name, &jira);
    assert_eq!((found.n_rows, found.same.n), (1, 1), "{found:#?}");
}

#[test]
fn a_json_file_brings_everything_to_another_browser_and_is_known_there() {
    let mut browser = written();
    let (name, json) = browser.saved(0, ExportEvent::JsonSaved);
    let mut other = Browser::with_tab(99);
    assert_eq!(other.looked_into(0, &name, &json).new.n, 2);
    let content = Ok(json.clone().into_bytes());
    let file = ImportEvent::FileGiven(GivenFile { name, content });
    other.tell(0, DeskEvent::Import(file));
    other.tell(0, DeskEvent::Import(ImportEvent::Taken));
    other.work(0);
    assert_eq!(other.titles(0), ["Pay by invoice", "No key"]);
    // Known by its name in the file, though it has no key.
    assert_eq!(other.looked_into(0, "again.json", &json).same.n, 2);
    let (_, again) = other.saved(0, ExportEvent::JsonSaved);
    let without_times = |text: &str| {
        let lines = text.lines().filter(|line| !line.contains("\"changed\""));
        lines.collect::<Vec<_>>().join("\n")
    };
    assert_eq!(without_times(&again), without_times(&json));
}

#[test]
fn the_record_has_what_the_list_shows_and_what_is_planned() {
    let mut browser = written();
    let id = browser.id(0, "Pay by invoice");
    browser.planning(0, PlanEvent::TakenIn(id));
    browser.planning(0, PlanEvent::FollowUpAdded(String::from("Ask the bank")));
    browser.exporting(0, ExportEvent::RecordCopied);
    let record = browser.tabs[0].copied.clone();
    for part in [
        "# Backlog",
        "Pay by invoice",
        "## No key",
        "**Status:**",
        "Invoice by mail",
        "## Follow-ups\n\n- Ask the bank",
        "- Walk-through: 20 min",
    ] {
        assert!(record.contains(part), "{part} is not in {record}");
    }
    assert!(!record.contains("mine alone"));
    browser.backlog(0, BacklogEvent::Searched(String::from("no key")));
    let (name, record) = browser.saved(0, ExportEvent::RecordSaved);
    assert_eq!(name, "floret-record-2023-11-14.md");
    assert!(record.contains("No key") && !record.contains("Pay by invoice"));
    let (_, json) = browser.saved(0, ExportEvent::JsonSaved);
    assert!(json.contains("Pay by invoice"), "it has everything");
}

#[test]
fn the_record_is_on_the_page_before_it_is_printed() {
    let mut browser = written();
    browser.exporting(0, ExportEvent::Printed);
    assert_eq!(browser.tabs[0].n_prints, 0);
    let paper = browser.list(0).paper.expect("it is drawn");
    assert_eq!(paper.parts.len(), 2);
    browser.wait(1);
    assert_eq!(browser.tabs[0].n_prints, 1);
    browser.wait(70);
    assert_eq!(browser.tabs[0].n_prints, 1);
    assert!(browser.list(0).paper.is_none());
}

#[test]
fn a_story_is_copied_as_a_comment_when_there_is_something_to_say() {
    let mut browser = written();
    let (full, thin) = (browser.id(0, "Pay by invoice"), browser.id(0, "No key"));
    browser.tell(0, DeskEvent::Opened(DeskPage::Story(full)));
    browser.exporting(0, ExportEvent::CommentCopied(full));
    let copied = browser.tabs[0].copied.clone();
    assert!(copied.contains("**Estimate:**") && copied.contains("Invoice by mail"));
    browser.tabs[0].copied.clear();
    browser.exporting(0, ExportEvent::CommentCopied(thin));
    assert_eq!(browser.tabs[0].copied, "");
    let is_told = |text: &DeskNoticeText| *text == DeskNoticeText::NothingToComment;
    assert!(browser.notice(0, is_told).is_some());
}

//! Backlogs and the list of stories: add, delete, move, search, and back again.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{BacklogEvent, Field, GateEvent, ListField, StoryEvent, StoryFilter};
use floret::desk::view::{DeskNoticeText, DeskSpoken};
use floret::desk::{DeskEvent, DeskPage};
use floret::story::{BacklogId, Kind, Step, Understanding};

use super::browser::Browser;

fn filled(titles: &[&str]) -> Browser {
    let mut browser = Browser::with_tab(1);
    for title in titles {
        browser.add(0, title);
    }
    browser
}

#[test]
fn a_story_is_added_at_the_end_and_kept_under_its_own_key() {
    let mut browser = Browser::with_tab(2);
    let first = browser.add(0, "Pay by invoice");
    browser.add(0, "Pay by card");
    assert_eq!(browser.titles(0), ["Pay by invoice", "Pay by card"]);
    let key = format!("floret.story.{first}");
    assert!(browser.storage[&key].contains("Pay by invoice"));
    let spoken = browser.view(0).spoken.1;
    assert_eq!(spoken, Some(DeskSpoken::Added("Pay by card".into())));
}

#[test]
fn a_story_without_a_title_is_opened_so_that_it_gets_one() {
    let mut browser = Browser::with_tab(3);
    browser.backlog(0, BacklogEvent::StoryAdded(String::new()));
    let story = browser.story_screen(0);
    assert_eq!(browser.view(0).page, DeskPage::Story(story.id));
    browser.type_in(0, story.id, Field::Title, "Now it has one");
    assert_eq!(browser.story_screen(0).story.title, "Now it has one");
}

#[test]
fn a_deleted_story_comes_back_to_its_place() {
    let mut browser = filled(&["a", "b", "c"]);
    let b = browser.id(0, "b");
    browser.backlog(0, BacklogEvent::StoryDeleted(b));
    assert_eq!(browser.titles(0), ["a", "c"]);
    assert!(!browser.storage.contains_key(&format!("floret.story.{b}")));
    browser.undo(0);
    assert_eq!(browser.titles(0), ["a", "b", "c"]);
    assert_eq!(browser.id(0, "b"), b);
    let tab = browser.restart(0);
    assert_eq!(browser.titles(tab), ["a", "b", "c"]);
}

#[test]
fn whoever_deletes_the_story_on_the_screen_is_back_at_the_list() {
    let mut browser = filled(&["a", "b"]);
    let a = browser.id(0, "a");
    browser.tell(0, DeskEvent::Opened(DeskPage::Story(a)));
    assert_eq!(browser.tabs[0].fragment, format!("story={a}"));
    browser.backlog(0, BacklogEvent::StoryDeleted(a));
    assert_eq!(browser.view(0).page, DeskPage::Backlog);
    assert_eq!(browser.titles(0), ["b"]);
}

#[test]
fn a_moved_story_has_its_place_and_can_go_back() {
    let mut browser = filled(&["a", "b", "c", "d"]);
    let (a, d) = (browser.id(0, "a"), browser.id(0, "d"));
    let (story, before) = (d, Some(a));
    browser.backlog(0, BacklogEvent::Moved { story, before });
    assert_eq!(browser.titles(0), ["d", "a", "b", "c"]);
    assert!(browser.list(0).rows[0].is_placed);
    assert!(!browser.list(0).rows[1].is_placed);
    browser.backlog(
        0,
        BacklogEvent::Moved {
            story: a,
            before: None,
        },
    );
    assert_eq!(browser.titles(0), ["d", "b", "c", "a"]);
    browser.undo(0);
    assert_eq!(browser.titles(0), ["d", "a", "b", "c"]);
    browser.undo(0);
    assert_eq!(browser.titles(0), ["a", "b", "c", "d"]);
    assert!(!browser.list(0).rows[3].is_placed);
}

#[test]
fn many_small_steps_by_keyboard_are_one_undo_and_are_spoken() {
    let mut browser = filled(&["a", "b", "c", "d"]);
    let story = browser.id(0, "d");
    for _ in 0..3 {
        browser.backlog(0, BacklogEvent::Shifted { story, by: -1 });
    }
    assert_eq!(browser.titles(0), ["d", "a", "b", "c"]);
    let spoken = browser.view(0).spoken.1.unwrap();
    let (title, place, of) = (String::from("d"), 1, 4);
    assert_eq!(spoken, DeskSpoken::Moved { title, place, of });
    assert_eq!(browser.view(0).notices.len(), 1);
    browser.undo(0);
    assert_eq!(browser.titles(0), ["a", "b", "c", "d"]);
    browser.backlog(0, BacklogEvent::Shifted { story, by: 1 });
    browser.backlog(0, BacklogEvent::Shifted { story, by: -99 });
    assert_eq!(browser.titles(0), ["d", "a", "b", "c"]);
}

#[test]
fn moves_of_two_stories_with_one_title_are_two_undos() {
    let mut browser = filled(&["same", "same", "b"]);
    let ids: Vec<_> = browser.list(0).rows.iter().map(|row| row.id).collect();
    for story in [ids[0], ids[1]] {
        browser.backlog(
            0,
            BacklogEvent::Moved {
                story,
                before: None,
            },
        );
    }
    let now =
        |browser: &Browser| -> Vec<_> { browser.list(0).rows.iter().map(|row| row.id).collect() };
    assert_eq!(now(&browser), vec![ids[2], ids[0], ids[1]]);
    browser.undo(0);
    browser.undo(0);
    assert_eq!(now(&browser), ids);
}

#[test]
fn a_step_among_what_a_search_shows_jumps_over_what_it_hides() {
    let mut browser = filled(&["x one", "y", "x two", "y", "x three", "y"]);
    browser.backlog(0, BacklogEvent::Searched("x".into()));
    assert_eq!(browser.titles(0), ["x one", "x two", "x three"]);
    let story = browser.id(0, "x one");
    browser.backlog(0, BacklogEvent::Shifted { story, by: 1 });
    assert_eq!(browser.titles(0), ["x two", "x one", "x three"]);
    browser.backlog(0, BacklogEvent::Shifted { story, by: 1 });
    assert_eq!(browser.titles(0), ["x two", "x three", "x one"]);
    browser.backlog(0, BacklogEvent::Searched(String::new()));
    let order = ["y", "x two", "y", "x three", "x one", "y"];
    assert_eq!(browser.titles(0), order);
}

#[test]
fn many_stories_put_into_one_gap_keep_their_order() {
    let mut browser = filled(&["first", "last"]);
    let last = browser.id(0, "last");
    browser.backlog(0, BacklogEvent::RowsInSight { first: 0, n: 60 });
    for n in 0..40 {
        let title = format!("n{n:02}");
        let story = browser.add(0, &title);
        let before = Some(last);
        browser.backlog(0, BacklogEvent::Moved { story, before });
    }
    let mut expected = vec![String::from("first")];
    expected.extend((0..40).map(|n| format!("n{n:02}")));
    expected.push(String::from("last"));
    browser.backlog(0, BacklogEvent::RowsInSight { first: 0, n: 60 });
    assert_eq!(browser.titles(0), expected);
    let tab = browser.restart(0);
    browser.backlog(tab, BacklogEvent::RowsInSight { first: 0, n: 60 });
    assert_eq!(browser.titles(tab), expected);
}

#[test]
fn a_proposed_order_says_what_it_did_and_can_be_undone() {
    let mut browser = filled(&["clear", "placed", "unclear", "unsaid"]);
    let of = |browser: &Browser, title| browser.id(0, title);
    let (clear, placed) = (of(&browser, "clear"), of(&browser, "placed"));
    let unclear = of(&browser, "unclear");
    let level = |level| StoryEvent::Understanding(Some(level));
    browser.story(0, clear, level(Understanding::Clear));
    browser.story(0, unclear, level(Understanding::Unclear));
    browser.story(0, placed, StoryEvent::Placed(true));
    browser.backlog(0, BacklogEvent::OrderProposed);
    let proposed = ["placed", "unclear", "unsaid", "clear"];
    assert_eq!(browser.titles(0), proposed);
    let said = browser.view(0).notices[0].text.clone();
    let first = proposed[..3].iter().map(|one| (*one).to_owned()).collect();
    assert_eq!(said, DeskNoticeText::OrderProposed { n_moved: 4, first });
    browser.backlog(0, BacklogEvent::OrderProposed);
    let is_good = |text: &DeskNoticeText| *text == DeskNoticeText::OrderIsGood;
    assert!(browser.notice(0, is_good).is_some());
    browser.undo(0);
    assert_eq!(browser.titles(0), ["clear", "placed", "unclear", "unsaid"]);
}

#[test]
fn search_and_filter_leave_what_fits_and_say_how_many() {
    let mut browser = filled(&["Login page", "Logout", "Report"]);
    let (login, report) = (browser.id(0, "Login page"), browser.id(0, "Report"));
    browser.type_in(0, report, Field::Description, "Shows every LOGIN of a week");
    browser.story(0, login, StoryEvent::Kind(Kind::Bug));
    browser.story(
        0,
        login,
        StoryEvent::WordAdded(ListField::Labels, "web, auth".into()),
    );
    browser.backlog(0, BacklogEvent::Searched("login".into()));
    assert_eq!(browser.titles(0), ["Login page", "Report"]);
    assert_eq!(browser.view(0).spoken.1, Some(DeskSpoken::Found(2)));
    let view = browser.list(0);
    assert_eq!((view.n_found, view.n_stories), (2, 3));
    assert_eq!(view.labels, ["auth", "web"]);
    assert_eq!(view.rows[1].place, 3);
    let kind = Some(Kind::Bug);
    let filter = StoryFilter {
        kind,
        ..StoryFilter::default()
    };
    browser.backlog(0, BacklogEvent::Filtered(filter.clone()));
    assert_eq!(browser.titles(0), ["Login page"]);
    // What no longer fits leaves the list as it is changed.
    browser.story(0, login, StoryEvent::Kind(Kind::Task));
    assert!(browser.titles(0).is_empty());
    browser.backlog(0, BacklogEvent::Searched(String::new()));
    browser.backlog(0, BacklogEvent::Filtered(StoryFilter::default()));
    assert_eq!(browser.titles(0).len(), 3);
}

#[test]
fn the_window_shows_rows_from_where_it_is_put() {
    let titles: Vec<String> = (0..100).map(|n| format!("s{n}")).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let mut browser = Browser::with_tab(4);
    for title in &titles {
        browser.backlog(0, BacklogEvent::StoryAdded((*title).to_owned()));
    }
    browser.backlog(0, BacklogEvent::RowsInSight { first: 50, n: 10 });
    assert_eq!(browser.titles(0), titles[50..60]);
    browser.backlog(0, BacklogEvent::RowsInSight { first: 500, n: 10 });
    assert_eq!(browser.titles(0), titles[90..]);
    let reveal = browser.list(0).reveal.unwrap();
    assert_eq!(reveal.at, 99);
}

#[test]
fn backlogs_are_made_named_left_and_found_again() {
    let mut browser = filled(&["one"]);
    browser.backlog(0, BacklogEvent::Created(" Team B ".into()));
    assert!(browser.titles(0).is_empty());
    let two = browser.add(0, "two");
    let open = |browser: &Browser| {
        let lines = browser.list(0).backlogs;
        lines.into_iter().find(|line| line.is_open).unwrap()
    };
    assert_eq!(open(&browser).name, "Team B");
    let b = open(&browser).id;
    browser.backlog(0, BacklogEvent::Renamed(b, "Team C".into()));
    let tab = browser.restart(0);
    assert_eq!(browser.titles(tab), ["two"]);
    let lines = browser.list(tab).backlogs;
    assert_eq!(lines.len(), 2);
    let first = lines.iter().find(|line| !line.is_open).unwrap().id;
    browser.backlog(tab, BacklogEvent::Switched(first));
    assert_eq!(browser.titles(tab), ["one"]);
    // A story moves over, and back.
    browser.backlog(tab, BacklogEvent::Switched(b));
    browser.backlog(tab, BacklogEvent::StorySent(two, first));
    assert!(browser.titles(tab).is_empty());
    browser.undo(tab);
    assert_eq!(browser.titles(tab), ["two"]);
    browser.backlog(tab, BacklogEvent::StorySent(two, first));
    browser.backlog(tab, BacklogEvent::Switched(first));
    assert_eq!(browser.titles(tab), ["one", "two"]);
}

#[test]
fn a_deleted_backlog_comes_back_with_its_stories_and_its_name() {
    let mut browser = filled(&["one"]);
    browser.backlog(0, BacklogEvent::Created("Team B".into()));
    browser.add(0, "two");
    browser.add(0, "three");
    let lines = browser.list(0).backlogs;
    let b = lines.iter().find(|line| line.is_open).unwrap().id;
    browser.backlog(0, BacklogEvent::Deleted(b));
    assert_eq!(browser.titles(0), ["one"]);
    assert_eq!(browser.list(0).backlogs.len(), 1);
    browser.undo(0);
    browser.backlog(0, BacklogEvent::Switched(b));
    assert_eq!(browser.titles(0), ["two", "three"]);
    let tab = browser.restart(0);
    let lines = browser.list(tab).backlogs;
    assert!(
        lines
            .iter()
            .any(|line| line.name == "Team B" && line.n_stories == 2)
    );
}

#[test]
fn when_the_last_backlog_goes_an_empty_one_is_there() {
    let mut browser = filled(&["one"]);
    let id = browser.list(0).backlogs[0].id;
    browser.backlog(0, BacklogEvent::Deleted(id));
    assert!(browser.titles(0).is_empty());
    browser.add(0, "new");
    let tab = browser.restart(0);
    assert_eq!(browser.titles(tab), ["new"]);
    assert_ne!(browser.list(tab).backlogs[0].id, BacklogId::default());
}

#[test]
fn a_copy_stands_behind_its_story_and_has_no_key_of_its_own() {
    let mut browser = filled(&["a", "b"]);
    let a = browser.id(0, "a");
    browser.type_in(0, a, Field::Key, "ABC-1");
    browser.type_in(0, a, Field::Estimate, "5");
    browser.type_in(0, a, Field::Why, "because");
    browser.backlog(0, BacklogEvent::StoryDuplicated(a));
    assert_eq!(browser.titles(0), ["a", "a", "b"]);
    let copy = browser.list(0).rows[1].clone();
    assert_eq!((copy.key.as_str(), copy.estimate.as_str()), ("", ""));
    browser.tell(0, DeskEvent::Opened(DeskPage::Story(copy.id)));
    assert_eq!(browser.story_screen(0).story.why, "because");
}

#[test]
fn the_list_says_of_each_story_in_sight_how_its_gates_stand() {
    let mut browser = Browser::with_tab(31);
    let thin = browser.add(0, "thin");
    let (vote, ready) = browser.list(0).rows[0].gates.unwrap();
    assert_eq!((vote.is_passed, vote.n_missing), (false, 6));
    assert_eq!((ready.is_passed, ready.n_missing), (false, 9));
    for (field, text) in [
        (Field::Acceptance, "- it works"),
        (Field::Dependencies, "none"),
    ] {
        browser.type_in(0, thin, field, text);
    }
    browser.story(0, thin, StoryEvent::Placed(true));
    for point in ["R1", "R2", "R5"] {
        browser.story(0, thin, StoryEvent::Said(point.into(), Some(true)));
    }
    let (vote, ready) = browser.list(0).rows[0].gates.unwrap();
    assert_eq!((vote.is_passed, vote.n_missing), (true, 0));
    assert_eq!((ready.is_passed, ready.n_missing), (false, 3));
    let overruled = StoryEvent::Overruled {
        step: Step::Ready,
        who: "Ana".into(),
        why: "it is tiny".into(),
    };
    browser.story(0, thin, overruled);
    let (_, ready) = browser.list(0).rows[0].gates.unwrap();
    assert!(ready.is_passed && ready.is_overruled);
    // A team that asks for less changes the verdict.
    browser.tell(0, DeskEvent::Gate(GateEvent::Switched("R9".into(), false)));
    let (_, ready) = browser.list(0).rows[0].gates.unwrap();
    assert_eq!(ready.n_missing, 2);
}

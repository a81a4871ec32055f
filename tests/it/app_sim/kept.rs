//! Storage that is full, forbidden, damaged or of a newer program; backup and settings.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::{IceProblem, IceView, NoticeText, Screen, StorageView, Theme};
use floret::app::{Event, KeepProblem};
use floret::saved::{DAMAGED_PREFIX, DECKS_KEY, SETTINGS_KEY, TABLE_KEY};

use super::world::{BASE, World};

#[test]
fn a_full_or_forbidden_storage_is_said_once_and_the_meeting_goes_on() {
    let problems = [
        (
            KeepProblem::Full,
            StorageView::Full,
            NoticeText::StorageFull,
        ),
        (
            KeepProblem::Blocked,
            StorageView::Blocked,
            NoticeText::StorageBlocked,
        ),
    ];
    for (problem, state, text) in problems {
        let (mut world, tabs) = World::meeting(180, 1);
        let browser = world.tabs[tabs[0]].browser;
        world.browsers[browser].refuses = Some(problem);
        for title in ["a", "ab", "abc"] {
            world.tell(tabs[0], Event::TitleTyped(title.to_owned()));
            world.run(300);
        }
        let notice = world.says(tabs[0], &text).unwrap();
        assert_eq!(world.view(tabs[0]).settings.storage, state);
        world.tell(tabs[0], Event::NoticeDismissed(notice.id));
        world.tell(tabs[0], Event::TitleTyped(String::from("abcd")));
        world.run(300);
        assert!(world.says(tabs[0], &text).is_none());
        assert_eq!(world.table(tabs[1]).story.title, "abcd");
    }
    let mut world = World::new(181);
    let browser = world.browser();
    let tab = world.open_with(browser, BASE, |boot| boot.storage_blocked = true);
    assert!(world.says(tab, &NoticeText::StorageBlocked).is_some());
}

#[test]
fn damaged_texts_are_set_aside_offered_and_never_lost() {
    for key in [SETTINGS_KEY, DECKS_KEY, TABLE_KEY] {
        let mut world = World::new(182);
        let browser = world.browser();
        let text = String::from("{\"version\":1,\"na");
        world.browsers[browser]
            .kept
            .insert(key.to_owned(), text.clone());
        let tab = world.open(browser, BASE);
        assert!(world.says(tab, &NoticeText::StorageDamaged).is_some());
        assert_eq!(world.view(tab).settings.storage, StorageView::Damaged);
        let copy = format!("{DAMAGED_PREFIX}{key}");
        assert_eq!(world.browsers[browser].kept[&copy], text);
        world.tell(tab, Event::DamagedCopyPressed);
        assert!(world.tabs[tab].files[0].1.contains(&text));
        world.tell(tab, Event::StartPoker);
        world.tell(tab, Event::NameGiven(String::from("Ana")));
        world.run(500);
        assert_eq!(world.browsers[browser].kept[&copy], text);
    }
}

#[test]
fn texts_of_a_newer_program_are_left_alone() {
    for key in [SETTINGS_KEY, DECKS_KEY, TABLE_KEY] {
        let mut world = World::new(183);
        let browser = world.browser();
        let text = String::from("{\"version\":7,\"unheard\":[]}");
        world.browsers[browser]
            .kept
            .insert(key.to_owned(), text.clone());
        let tab = world.open(browser, BASE);
        assert!(world.says(tab, &NoticeText::StorageNewer).is_some());
        world.tell(tab, Event::ThemeChosen(Theme::Dark));
        world.tell(tab, Event::StartPoker);
        world.tell(tab, Event::NameGiven(String::from("Ana")));
        world.run(300);
        let cards = String::from("1 2 3");
        world.tell(
            tab,
            Event::CustomDeck {
                name: String::from("Mine"),
                text: cards,
            },
        );
        world.tell(tab, Event::ForgetTable);
        world.run(300);
        assert_eq!(world.browsers[browser].kept[key], text);
    }
}

#[test]
fn a_backup_brings_everything_back_in_another_browser() {
    let mut world = World::new(184);
    let host = world.host("Ana");
    let cards = String::from("1 2 3");
    world.tell(
        host,
        Event::CustomDeck {
            name: String::from("Mine"),
            text: cards,
        },
    );
    world.tell(host, Event::TitleTyped(String::from("Login")));
    world.tell(host, Event::ThemeChosen(Theme::Dark));
    world.tell(host, Event::BackupPressed);
    let (name, backup) = world.tabs[host].files[0].clone();
    assert_eq!(name, "floret-backup.json");
    let browser = world.browser();
    let tab = world.open(browser, BASE);
    world.tell(tab, Event::RestoreGiven(backup));
    assert!(world.says(tab, &NoticeText::Restored).is_some());
    let view = world.view(tab);
    assert_eq!(
        (view.theme, view.settings.name.as_str()),
        (Theme::Dark, "Ana")
    );
    assert_eq!(view.settings.decks.len(), 1);
    match view.screen {
        Screen::Start(start) => assert_eq!(start.kept_table.unwrap().title, "Login"),
        other => panic!("{other:?}"),
    }
    let again = world.reload(tab);
    assert_eq!(world.view(again).theme, Theme::Dark);
}

#[test]
fn a_text_that_is_no_good_backup_changes_nothing() {
    let mut world = World::new(185);
    let host = world.host("Ana");
    world.tell(host, Event::TitleTyped(String::from("Login")));
    world.run(100);
    world.tell(host, Event::LeavePressed);
    let browser = world.tabs[host].browser;
    let before = world.browsers[browser].kept.clone();
    let inside = |key: &str, text: &str| {
        serde_json::json!({ "version": 1, "floret": { key: text } }).to_string()
    };
    let texts = [
        String::new(),
        String::from("hello"),
        String::from("{}"),
        String::from("{\"version\":9,\"floret\":{}}"),
        inside(TABLE_KEY, "{\"version\":1,"),
        inside(SETTINGS_KEY, "{\"version\":8}"),
        inside(&format!("{DAMAGED_PREFIX}x"), "junk"),
    ];
    for text in texts {
        world.tell(host, Event::RestoreGiven(text.clone()));
        world.run(50);
        assert_eq!(world.browsers[browser].kept, before, "{text}");
    }
    assert!(world.says(host, &NoticeText::RestoreRefused).is_some());
}

#[test]
fn servers_are_named_and_an_own_list_is_checked() {
    let mut world = World::new(186);
    let host = world.host("Ana");
    assert_eq!(world.table(host).invite.stun.len(), 2);
    let link = world.link(host);
    world.tell(host, Event::IceChosen(IceView::LanOnly));
    world.run(500);
    assert!(world.table(host).invite.stun.is_empty());
    assert_ne!(world.link(host), link, "a new link with other connections");
    world.tell(host, Event::IceChosen(IceView::Own));
    world.tell(
        host,
        Event::OwnServers(String::from("stun:stun.example:3478\nnonsense")),
    );
    world.run(500);
    assert_eq!(
        world.view(host).settings.ice_problem,
        Some(IceProblem::NoAddress(String::from("nonsense")))
    );
    assert_eq!(world.table(host).invite.stun, ["stun.example"]);
    assert!(world.table(host).invite.link.is_some());
}

#[test]
fn a_refused_clipboard_is_said() {
    let mut world = World::new(187);
    let host = world.host("Ana");
    let browser = world.tabs[host].browser;
    world.browsers[browser].clipboard_works = false;
    world.tell(host, Event::CopyPressed(floret::app::CopyWhat::Invite));
    world.run(50);
    assert!(world.says(host, &NoticeText::CopyRefused).is_some());
}

#[test]
fn released_forms_boot_for_ever() {
    use super::super::saved::{DECKS_1, SETTINGS_1, TABLE_1};
    let mut world = World::new(188);
    let browser = world.browser();
    for (key, text) in [
        (SETTINGS_KEY, SETTINGS_1),
        (DECKS_KEY, DECKS_1),
        (TABLE_KEY, TABLE_1),
    ] {
        world.browsers[browser]
            .kept
            .insert(key.to_owned(), text.to_owned());
    }
    let tab = world.open(browser, &format!("{BASE}#table"));
    world.run(500);
    let view = world.view(tab);
    assert_eq!(view.settings.storage, StorageView::Fine);
    assert_eq!((view.theme, view.settings.decks.len()), (Theme::Dark, 3));
    let table = world.table(tab);
    assert_eq!(table.seats[0].name, "Zoë 🥦");
    assert_eq!(table.stories[0].estimate.as_deref(), Some("8"));
    assert_eq!((table.stories[0].n_rounds, table.earlier.len()), (2, 1));
    world.tell(tab, Event::LookBack);
    let past = world.table(tab).result.unwrap();
    assert_eq!(past.bars[0].names, ["Ana", "Bo"]);
}

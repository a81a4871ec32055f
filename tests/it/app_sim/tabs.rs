//! Two tabs of one browser do not fight.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::Event;
use floret::app::view::{Screen, Stop};
use floret::saved::TABLE_KEY;

use super::world::{BASE, World};

#[test]
fn a_second_tab_with_the_same_table_says_that_it_is_open_elsewhere() {
    let (mut world, tabs) = World::meeting(170, 1);
    world.tell(tabs[0], Event::TitleTyped(String::from("Login")));
    world.run(100);
    let browser = world.tabs[tabs[0]].browser;
    let second = world.open(browser, &format!("{BASE}#table"));
    world.run(100);
    assert_eq!(world.screen(second), Screen::Stopped(Stop::OpenElsewhere));
    assert_eq!(world.table(tabs[1]).story.title, "Login");
    assert!(world.table(tabs[1]).is_linked);
}

#[test]
fn a_table_opened_in_a_second_tab_does_not_overwrite_the_one_that_is_kept() {
    let (mut world, tabs) = World::meeting(171, 1);
    world.tell(tabs[0], Event::TitleTyped(String::from("Login")));
    world.run(100);
    let browser = world.tabs[tabs[0]].browser;
    let kept = world.browsers[browser].kept[TABLE_KEY].clone();
    let second = world.open(browser, BASE);
    world.tell(second, Event::StartPoker);
    world.tell(second, Event::NameGiven(String::from("Host")));
    world.run(500);
    assert_eq!(world.screen(second), Screen::Stopped(Stop::OpenElsewhere));
    assert_eq!(world.browsers[browser].kept[TABLE_KEY], kept);
    let again = world.reload(tabs[0]);
    assert_eq!(world.table(again).story.title, "Login");
}

#[test]
fn settings_changed_in_one_tab_arrive_in_the_other() {
    use floret::app::view::{Language, Theme};
    let mut world = World::new(172);
    let browser = world.browser();
    let (one, two) = (world.open(browser, BASE), world.open(browser, BASE));
    world.tell(one, Event::ThemeChosen(Theme::Dark));
    world.tell(one, Event::LanguageChosen(Some(Language::German)));
    world.run(50);
    let view = world.view(two);
    assert_eq!((view.theme, view.language), (Theme::Dark, Language::German));
}

//! The person's own model: set up, checked, kept, found again.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::AssistantEvent;
use floret::desk::view::{AddressProblem, SettingsProblem, WayView};
use floret::desk::{Abilities, DeskEffect, DeskEvent};
use floret::saved::{Kept, MODEL_KEY, read_model};

use super::page::Page;

#[test]
fn wrong_settings_are_told_and_confidential_words_count_all_the_same() {
    let mut page = Page::new();
    page.open();
    for (address, key, problem) in [
        (
            "http://api.example.org",
            "",
            SettingsProblem::Address(AddressProblem::NotSecret),
        ),
        (
            "https://me@api.example.org",
            "",
            SettingsProblem::Address(AddressProblem::HasLogin),
        ),
        (
            "nonsense address",
            "",
            SettingsProblem::Address(AddressProblem::NotOne),
        ),
        ("https://api.example.org", "two words", SettingsProblem::Key),
        ("https://api.example.org", "sk-\r\nx", SettingsProblem::Key),
        ("https://api.example.org", "schlüssel", SettingsProblem::Key),
    ] {
        page.set(address, key);
        let settings = page.helper().settings;
        assert_eq!(settings.problem, Some(problem), "{address} {key}");
        assert_eq!((settings.address.as_str(), settings.n_saved), ("", 0));
        assert_eq!(settings.confidential, "Acme");
    }
    page.set("", "");
    assert_eq!(page.helper().settings.problem, None);
    page.assist(AssistantEvent::Switched(true));
    assert_eq!(page.helper().way, None);
}

#[test]
fn settings_are_kept_and_found_again_and_follow_other_tabs() {
    let mut page = Page::new();
    page.open();
    let kept = page.set("api.example.org/v1", " sk-secret ");
    let [DeskEffect::Keep { key, text }] = kept.as_slice() else {
        panic!("{kept:?}");
    };
    assert_eq!(key, MODEL_KEY);
    let Kept::Fine(model) = read_model(text) else {
        panic!("{text}");
    };
    assert_eq!((model.is_on, model.key.0.as_str()), (false, "sk-secret"));

    let mut again = Page::with(Abilities::default(), vec![(key.clone(), text.clone())]);
    again.open();
    assert_eq!(again.helper().settings.address, "api.example.org/v1");
    assert_eq!(again.helper().way, None);
    let value = Some(text.replace("false", "true"));
    let key = key.clone();
    again.tell(DeskEvent::KeptElsewhere { key, value });
    let host = String::from("api.example.org");
    assert_eq!(again.helper().way, Some(WayView::Address { host }));
}

#[test]
fn damaged_and_newer_settings_are_never_overwritten() {
    for text in ["{\"version\":1,", "{\"version\":9}"] {
        let kept = vec![(MODEL_KEY.to_owned(), text.to_owned())];
        let mut page = Page::with(Abilities::default(), kept);
        page.open();
        assert!(page.helper().settings.is_unreadable, "{text}");
        assert!(page.view().notices.len() == 1, "{text}");
        assert_eq!(page.set("https://a.example", ""), []);
        page.assist(AssistantEvent::Switched(true));
        assert!(page.helper().way.is_some());
    }
}

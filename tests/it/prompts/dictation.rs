//! Dictation: words go where the person pressed, and no microphone stays open.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{
    AssistantEvent, DictationOffer, Field, ModelOffer, SpeechId, SpeechNews, SpeechTrouble,
    SpokenInto,
};
use floret::desk::view::{DictationView, ListeningView};
use floret::desk::{DeskEffect, DeskEvent, DeskPage};
use floret::words::Language;

use super::page::Page;

fn page(offer: DictationOffer) -> Page {
    let mut page = Page::new();
    page.open();
    page.found(ModelOffer::None, offer);
    page
}

fn press(page: &mut Page, field: Field) -> SpeechId {
    let into = SpokenInto::Field(page.story, field);
    let pressed = page.assist(AssistantEvent::DictatePressed(into));
    match pressed.last() {
        Some(DeskEffect::Dictate { id, .. }) => *id,
        other => panic!("{other:?}"),
    }
}

fn now(page: &Page) -> Option<ListeningView> {
    page.helper().dictation.and_then(|dictation| dictation.now)
}

fn words(text: &str) -> SpeechNews {
    SpeechNews::Final(text.to_owned())
}

#[test]
fn a_browser_without_dictation_opens_no_microphone() {
    let mut page = page(DictationOffer::None);
    assert_eq!(page.helper().dictation, None);
    let into = SpokenInto::Field(page.story, Field::Why);
    assert_eq!(page.assist(AssistantEvent::DictatePressed(into)), []);
}

#[test]
fn it_is_said_beforehand_whether_speech_leaves_the_device() {
    for (offer, leaves_device) in [
        (DictationOffer::OnDevice, false),
        (DictationOffer::Elsewhere, true),
    ] {
        let mut page = page(offer);
        let quiet = DictationView {
            leaves_device,
            now: None,
            trouble: None,
        };
        assert_eq!(page.helper().dictation, Some(quiet));
        let into = SpokenInto::Field(page.story, Field::Why);
        let pressed = page.assist(AssistantEvent::DictatePressed(into));
        let [
            DeskEffect::Dictate {
                language,
                on_device,
                ..
            },
        ] = pressed.as_slice()
        else {
            panic!("{pressed:?}");
        };
        assert_eq!((*language, *on_device), (Language::English, !leaves_device));
    }
}

#[test]
fn words_go_behind_what_is_there_when_they_are_final() {
    let mut page = page(DictationOffer::OnDevice);
    page.type_into(Field::Why, "Clerks");
    let id = press(&mut page, Field::Why);
    assert!(now(&page).is_some_and(|now| !now.is_open));
    page.speech(id, SpeechNews::Listening);
    page.speech(id, SpeechNews::Interim(String::from("copy by")));
    assert!(now(&page).is_some_and(|now| now.is_open && now.interim == "copy by"));
    assert_eq!(page.screen().story.why, "Clerks");
    page.speech(id, words(" copy by hand "));
    assert_eq!(page.screen().story.why, "Clerks copy by hand");
    page.speech(id, words("  "));
    page.speech(id, words("every day"));
    assert_eq!(page.screen().story.why, "Clerks copy by hand every day");
    assert!(now(&page).is_some_and(|now| now.interim.is_empty()));
}

#[test]
fn after_stopping_the_last_words_still_come() {
    let mut page = page(DictationOffer::Elsewhere);
    let id = press(&mut page, Field::Title);
    page.speech(id, SpeechNews::Listening);
    assert_eq!(
        page.assist(AssistantEvent::DictateStopped),
        [DeskEffect::StopDictation { id }]
    );
    page.speech(id, words("at noon"));
    page.speech(id, SpeechNews::Ended);
    assert_eq!(page.screen().story.title, "Export for Acme at noon");
    assert_eq!(now(&page), None);
    page.speech(id, words("late"));
    assert_eq!(page.screen().story.title, "Export for Acme at noon");
}

#[test]
fn another_field_another_page_and_another_language_close_the_microphone() {
    let mut page = page(DictationOffer::OnDevice);
    let first = press(&mut page, Field::Why);
    let into = SpokenInto::Field(page.story, Field::Title);
    let pressed = page.assist(AssistantEvent::DictatePressed(into));
    assert_eq!(
        pressed.first(),
        Some(&DeskEffect::StopDictation { id: first })
    );
    page.speech(first, words("too late"));
    assert_eq!(page.screen().story.why, "");

    let second = press(&mut page, Field::Why);
    let left = page.tell(DeskEvent::Opened(DeskPage::Backlog));
    assert!(
        left.contains(&DeskEffect::StopDictation { id: second }),
        "{left:?}"
    );

    page.open();
    let third = press(&mut page, Field::Why);
    let changed = page.tell(DeskEvent::LanguageChanged(Language::German));
    assert!(
        changed.contains(&DeskEffect::StopDictation { id: third }),
        "{changed:?}"
    );
}

#[test]
fn a_failure_is_told_until_the_next_try() {
    let mut page = page(DictationOffer::Elsewhere);
    let id = press(&mut page, Field::Why);
    page.speech(id, SpeechNews::Failed(SpeechTrouble::Forbidden));
    let trouble = |page: &Page| page.helper().dictation.and_then(|one| one.trouble);
    let into = SpokenInto::Field(page.story, Field::Why);
    assert_eq!(trouble(&page), Some((into, SpeechTrouble::Forbidden)));
    press(&mut page, Field::Why);
    assert_eq!(trouble(&page), None);
}

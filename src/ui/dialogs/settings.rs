//! A person's own settings, and what this browser keeps.

use super::network::network;
use super::people::people;
use super::restore::restore;
use crate::app::event::Event;
use crate::app::view::{StorageView, Theme};
use crate::ui::parts::{Choice, El, act, choices, el, group, para, part, region_if, switch, tag};
use crate::ui::{Ui, say};
use crate::words::Language;

/// All of it.
pub(super) fn settings(ui: Ui) -> El {
    let say = &ui.words.settings;
    let keys = ui.part(|view| view.settings.single_keys);
    let key_texts = (say.single_keys, say.single_keys_note);
    group([
        part(say.language, language(ui)),
        part(say.theme, theme(ui)),
        switch(
            ui,
            "single-keys",
            key_texts,
            always,
            keys,
            Event::SingleKeys,
        ),
        part(say.servers, network(ui)),
        part(ui.words.people.title, people(ui)),
        part(say.data, data(ui)),
    ])
}

/// One's own settings are never locked.
pub(super) fn always() -> bool {
    true
}

fn language(ui: Ui) -> El {
    let say = &ui.words.settings;
    let chosen = ui.part(|view| {
        Some(match view.settings.language {
            None => 0,
            Some(Language::English) => 1,
            Some(Language::German) => 2,
        })
    });
    let answers = vec![
        Choice::new(say.language_auto, Event::LanguageChosen(None)),
        Choice::new(say.english, Event::LanguageChosen(Some(Language::English))),
        Choice::new(say.german, Event::LanguageChosen(Some(Language::German))),
    ];
    choices(ui, "language", say.language, always, chosen, answers)
}

fn theme(ui: Ui) -> El {
    let say = &ui.words.settings;
    let chosen = ui.part(|view| {
        Some(match view.settings.theme {
            Theme::Auto => 0,
            Theme::Light => 1,
            Theme::Dark => 2,
        })
    });
    let answers = vec![
        Choice::new(say.theme_auto, Event::ThemeChosen(Theme::Auto)),
        Choice::new(say.theme_light, Event::ThemeChosen(Theme::Light)),
        Choice::new(say.theme_dark, Event::ThemeChosen(Theme::Dark)),
    ];
    choices(ui, "theme", say.theme, always, chosen, answers)
}

fn data(ui: Ui) -> El {
    let say = &ui.words.settings;
    let storage = ui.part(|view| view.settings.storage);
    let copy = region_if(
        move || storage() == StorageView::Damaged,
        move || act(ui, "btn", say.damaged_copy, Event::DamagedCopyPressed),
    );
    let class = move || match storage() {
        StorageView::Fine => "note",
        StorageView::Full | StorageView::Blocked | StorageView::Damaged | StorageView::Newer => {
            "warn"
        }
    };
    let state = el("p")
        .attr_live("class", move || Some(class()))
        .text(move || say::storage(ui.words, storage()));
    let backup = act(ui, "btn", say.backup, Event::BackupPressed);
    group([
        state,
        para("note", say.data_note),
        tag("div", "row").add([backup, copy]),
        restore(ui),
    ])
}

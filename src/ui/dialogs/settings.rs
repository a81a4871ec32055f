//! A person's own settings, and what this browser keeps.

use super::restore::restore;
use crate::app::event::Event;
use crate::app::view::{IceView, StorageView, Theme};
use crate::ui::parts::{Choice, act, choices, para, part, switch};
use crate::ui::{Ui, parts, say};
use crate::words::{Language, fill};
use leptos::html;
use leptos::prelude::*;

/// All of it.
pub(super) fn settings(ui: Ui) -> Vec<AnyView> {
    let say = &ui.words.settings;
    let always = Signal::derive(|| true);
    let keys = ui.part(|view| view.settings.single_keys);
    let key_texts = (say.single_keys, say.single_keys_note);
    vec![
        part(say.language, vec![language(ui, always)]),
        part(say.theme, vec![theme(ui, always)]),
        switch(
            ui,
            "single-keys",
            key_texts,
            always,
            keys,
            Event::SingleKeys,
        ),
        part(say.servers, vec![servers(ui, always)]),
        part(say.data, vec![data(ui)]),
    ]
}

fn language(ui: Ui, may: Signal<bool>) -> AnyView {
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
    choices(ui, "language", say.language, may, chosen, answers)
}

fn theme(ui: Ui, may: Signal<bool>) -> AnyView {
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
    choices(ui, "theme", say.theme, may, chosen, answers)
}

fn servers(ui: Ui, may: Signal<bool>) -> AnyView {
    let say = &ui.words.settings;
    let chosen = ui.part(|view| {
        Some(match view.settings.ice {
            IceView::Public => 0,
            IceView::LanOnly => 1,
            IceView::Own => 2,
        })
    });
    let answers = vec![
        Choice::new(say.public, Event::IceChosen(IceView::Public)),
        Choice::new(say.lan_only, Event::IceChosen(IceView::LanOnly)),
        Choice::new(say.own, Event::IceChosen(IceView::Own)),
    ];
    let is_own = ui.slice(|view| view.settings.ice == IceView::Own);
    view! {
        {para("note", say.servers_note)}
        {choices(ui, "servers", say.servers, may, chosen, answers)}
        {move || is_own.get().then(|| own_servers(ui))}
    }
    .into_any()
}

fn own_servers(ui: Ui) -> AnyView {
    let say = &ui.words.settings;
    let node = NodeRef::<html::Textarea>::new();
    let typed = ui
        .view
        .with_untracked(|view| view.settings.own_servers.clone());
    let problem = ui.part(|view| view.settings.ice_problem.clone());
    let problem = Signal::derive(move || {
        problem
            .get()
            .map(|line| fill(say.own_problem, &[&line]))
            .unwrap_or_default()
    });
    let save = move |_| {
        let text = node
            .get_untracked()
            .map(|area| area.value())
            .unwrap_or_default();
        ui.send(Event::OwnServers(text));
    };
    view! {
        <label class="label" for="own-servers">{say.own_label}</label>
        <textarea
            id="own-servers"
            class="input"
            rows="3"
            spellcheck="false"
            aria-describedby="own-problem"
            placeholder=say.own_hint
            node_ref=node
            prop:value=typed
        ></textarea>
        {parts::problem("own-problem", problem)}
        <button type="button" class="btn" on:click=save>{say.own_save}</button>
    }
    .into_any()
}

fn data(ui: Ui) -> AnyView {
    let say = &ui.words.settings;
    let storage = ui.slice(|view| view.settings.storage);
    let copy = move || {
        let is_damaged = storage.get() == StorageView::Damaged;
        is_damaged.then(|| act(ui, "btn", say.damaged_copy, Event::DamagedCopyPressed))
    };
    let class = move || {
        if storage.get() == StorageView::Fine {
            "note"
        } else {
            "warn"
        }
    };
    view! {
        <p class=class>{move || say::storage(ui.words, storage.get())}</p>
        {para("note", say.data_note)}
        <div class="row">
            {act(ui, "btn", say.backup, Event::BackupPressed)}
            {copy}
        </div>
        {restore(ui)}
    }
    .into_any()
}

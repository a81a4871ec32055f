//! A person's own settings, and what this browser keeps.

use super::restore::restore;
use crate::app::event::Event;
use crate::app::view::{IceView, StorageView, Theme};
use crate::ui::parts::{
    Choice, El, act, choices, el, group, labels, para, part, region_if, switch, tag,
};
use crate::ui::{Ui, parts, say};
use crate::words::{Language, fill};

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
        part(say.servers, servers(ui)),
        part(say.data, data(ui)),
    ])
}

/// One's own settings are never locked.
fn always() -> bool {
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

fn servers(ui: Ui) -> El {
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
    let is_own = ui.part(|view| view.settings.ice == IceView::Own);
    group([
        para("note", say.servers_note),
        choices(ui, "servers", say.servers, always, chosen, answers),
        region_if(is_own, move || own_servers(ui)),
    ])
}

fn own_servers(ui: Ui) -> El {
    let say = &ui.words.settings;
    let area = tag("textarea", "input").attrs(&[
        ("id", "own-servers"),
        ("rows", "3"),
        ("spellcheck", "false"),
        ("aria-describedby", "own-problem"),
        ("placeholder", say.own_hint),
    ]);
    area.write(&ui.look().settings.own_servers);
    let own = area.clone();
    let problem = ui.part(|view| view.settings.ice_problem.clone());
    let problem = move || {
        let problem = problem().map(|line| fill(say.own_problem, &[&line]));
        problem.unwrap_or_default()
    };
    let save = tag("button", "btn")
        .attr("type", "button")
        .on("click", move |_| ui.send(Event::OwnServers(own.value())))
        .add(say.own_save);
    group([
        labels("own-servers", say.own_label),
        area,
        parts::problem("own-problem", problem),
        save,
    ])
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

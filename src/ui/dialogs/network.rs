//! The network part of the settings: servers that help browsers find each other.

use super::settings::always;
use crate::app::event::Event;
use crate::app::view::{IceView, Panel, Password};
use crate::ui::parts::{
    Choice, El, act, choices, el, group, labels, para, problem, region_if, switch, tag,
};
use crate::ui::{Ui, say};
use crate::words::fill;

/// Which servers, one's own TURN server, where to meet.
pub(super) fn network(ui: Ui) -> El {
    group([servers(ui), turn(ui), rendezvous(ui), test(ui)])
}

/// Leads to the network test.
pub(super) fn test(ui: Ui) -> El {
    let say = &ui.words.network;
    let open = Event::PanelOpened(Panel::Probe);
    tag("div", "fields").add([
        para("note", say.test_note),
        tag("div", "row").add(act(ui, "btn", say.test, open)),
    ])
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
    let told = ui.part(|view| view.settings.ice_problem.clone());
    let told = move || told().map(|problem| say::ice_problem(ui.words, &problem));
    let save = tag("button", "btn")
        .attr("type", "button")
        .on("click", move |_| ui.send(Event::OwnServers(own.value())))
        .add(say.own_save);
    group([
        labels("own-servers", say.own_label),
        area,
        problem("own-problem", move || told().unwrap_or_default()),
        tag("div", "row").add(save),
    ])
}

fn turn(ui: Ui) -> El {
    let say = &ui.words.network;
    let kept = ui.look().settings.turn.clone();
    let boxed = |id: &str, kind: &str, hint: &str, text: &str| {
        let input = tag("input", "input").attrs(&[
            ("id", id),
            ("type", kind),
            ("autocomplete", "off"),
            ("autocapitalize", "off"),
            ("spellcheck", "false"),
            ("placeholder", hint),
            ("aria-describedby", "turn-problem"),
        ]);
        input.write(text);
        input
    };
    let url = boxed("turn-url", "text", say.turn_hint, &kept.url);
    let user = boxed("turn-user", "text", "", &kept.user);
    let password = boxed("turn-password", "password", "", &kept.password.0);
    let fields = group([
        labels("turn-url", say.turn_url),
        url.clone(),
        labels("turn-user", say.turn_user),
        user.clone(),
        labels("turn-password", say.turn_password),
        password.clone(),
    ]);
    let show = show_password(ui, password.clone());
    let save = tag("button", "btn").add(say.turn_save);
    let told = ui.part(|view| view.settings.turn.problem.clone());
    let told = move || told().map(|problem| say::turn_problem(ui.words, &problem));
    let is_used = ui.part(|view| view.settings.turn.is_used);
    let in_use = region_if(is_used, move || {
        let text = fill(say.turn_used, &[&ui.look().settings.turn.url]);
        para("note", text).attr("role", "status")
    });
    el("form")
        .attrs(&[
            ("class", "fields"),
            ("novalidate", ""),
            ("autocomplete", "off"),
        ])
        .on("submit", move |event| {
            event.prevent_default();
            ui.send(Event::TurnGiven {
                url: url.value(),
                user: user.value(),
                password: Password(password.value()),
            });
        })
        .add([
            el("h4").add(say.turn),
            para("note", say.turn_note),
            fields,
            show,
            problem("turn-problem", move || told().unwrap_or_default()),
            in_use,
            tag("div", "row").add(save),
        ])
}

fn rendezvous(ui: Ui) -> El {
    let say = &ui.words.network;
    let is_on = ui.part(|view| view.settings.rendezvous.is_on);
    let texts = (say.rendezvous, say.rendezvous_note);
    group([
        switch(
            ui,
            "rendezvous",
            texts,
            always,
            is_on,
            Event::RendezvousChosen,
        ),
        region_if(is_on, move || trackers(ui)),
    ])
}

fn trackers(ui: Ui) -> El {
    let say = &ui.words.network;
    let area = tag("textarea", "input").attrs(&[
        ("id", "trackers"),
        ("rows", "3"),
        ("spellcheck", "false"),
        ("aria-describedby", "trackers-problem"),
        ("placeholder", say.trackers_hint),
    ]);
    area.write(&ui.look().settings.rendezvous.trackers);
    let own = area.clone();
    let wrong = ui.part(|view| view.settings.rendezvous.problem.clone());
    let wrong = move || wrong().map(|line| fill(say.trackers_bad, &[&line]));
    let is_missing = ui.part(|view| view.settings.rendezvous.trackers.trim().is_empty());
    let save = tag("button", "btn")
        .attr("type", "button")
        .on("click", move |_| ui.send(Event::TrackersGiven(own.value())))
        .add(say.trackers_save);
    tag("div", "fields").add([
        labels("trackers", say.trackers),
        area,
        problem("trackers-problem", move || wrong().unwrap_or_default()),
        region_if(is_missing, move || para("note", say.trackers_missing)),
        tag("div", "row").add(save),
    ])
}

/// Shows what was typed, on this screen and until the dialog closes.
fn show_password(ui: Ui, password: El) -> El {
    let input = el("input").attrs(&[
        ("type", "checkbox"),
        ("id", "turn-show"),
        ("role", "switch"),
    ]);
    let own = input.clone();
    let input = input.on("change", move |_| {
        let kind = if own.is_checked() { "text" } else { "password" };
        // The element is shared: this changes the one on the page.
        let _same = password.clone().attr("type", kind);
    });
    let word = el("label")
        .attr("for", "turn-show")
        .add(ui.words.network.turn_show);
    tag("div", "switch").add([input, word])
}

//! Help for networks on which browsers do not find each other: the own address, typed.

use crate::app::event::Event;
use crate::ui::Ui;
use crate::ui::parts::{El, el, labels, para, problem, region, tag};
use crate::words::fill;

/// Folded away until somebody needs it; hosts and guests are told different things.
pub(in crate::ui) fn lan(ui: Ui, is_guest: bool) -> El {
    let say = &ui.words.network;
    let (title, done) = if is_guest {
        (say.lan_guest_title, say.lan_guest_used)
    } else {
        (say.lan_title, say.lan_used)
    };
    let seen = ui.part(|view| view.lan.clone());
    let input = tag("input", "input").attrs(&[
        ("id", "lan"),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
        ("placeholder", say.lan_hint),
        ("aria-describedby", "lan-problem lan-note"),
    ]);
    let first = ui.look().lan.in_use.clone();
    input.write(&first.unwrap_or_default());
    let own = input.clone();
    let wrong = move || seen().problem.map(|text| fill(say.lan_bad, &[&text]));
    let used = region(
        move || seen().in_use,
        move |used| {
            let text = used.as_ref().map(|address| fill(done, &[address]));
            text.map(|text| para("", text))
        },
    );
    let form = el("form")
        .attrs(&[("class", "fields"), ("novalidate", "")])
        .on("submit", move |event| {
            event.prevent_default();
            ui.send(Event::LanAddressGiven(own.value()));
        })
        .add([
            para("note", say.lan_note).attr("id", "lan-note"),
            labels("lan", say.lan),
            input,
            problem("lan-problem", move || wrong().unwrap_or_default()),
            tag("div", "").attr("role", "status").add(used),
            tag("div", "row").add(tag("button", "btn").add(say.lan_save)),
        ]);
    tag("details", "more-help").add([el("summary").add(title), form])
}

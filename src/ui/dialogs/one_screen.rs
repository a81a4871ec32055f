//! When a browser finds no way at all: a seat on this very screen.

use crate::app::event::Event;
use crate::ui::Ui;
use crate::ui::parts::{El, el, labels, para, tag};

/// Folded away until somebody needs it.
pub(super) fn one_screen(ui: Ui) -> El {
    let say = &ui.words.back;
    let input = tag("input", "input").attrs(&[
        ("id", "seat-here"),
        ("autocomplete", "off"),
        ("aria-describedby", "seat-here-note"),
    ]);
    let own = input.clone();
    let form = el("form")
        .attrs(&[("class", "fields"), ("novalidate", "")])
        .on("submit", move |event| {
            event.prevent_default();
            ui.send(Event::SeatHere(own.value()));
            own.write("");
        })
        .add([
            para("note", say.here_note).attr("id", "seat-here-note"),
            labels("seat-here", say.here_name),
            input,
            tag("div", "row").add(tag("button", "btn").add(say.here)),
        ]);
    tag("details", "more-help").add([el("summary").add(say.here_title), form])
}

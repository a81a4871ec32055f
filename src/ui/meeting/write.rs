//! A line in which somebody begins a note.

use super::MeetingUi;
use crate::app::view::{Act, NoteKind, TopicId};
use crate::ui::parts::{El, tag};

/// A box and its button; what is sent is a new note.
pub(super) fn writer(ui: MeetingUi, label: &str, kind: NoteKind, topic: Option<TopicId>) -> El {
    let may = ui.meeting(|meeting| meeting.is_linked && !meeting.meeting().is_over());
    let input = tag("input", "input")
        .attrs(&[
            ("aria-label", label),
            ("placeholder", label),
            ("autocomplete", "off"),
            ("maxlength", "2000"),
        ])
        .flag("disabled", move || !may());
    let typed = input.clone();
    let button = tag("button", "btn")
        .attr("type", "submit")
        .flag("disabled", move || !may())
        .add(ui.words.parts.add);
    tag("form", "writer")
        .on("submit", move |event| {
            event.prevent_default();
            let text = typed.value().trim().to_owned();
            if !text.is_empty() {
                ui.does(Act::Write { kind, topic, text });
                typed.write("");
            }
            typed.focus();
        })
        .add([input, button])
}

//! One of several, and on or off: native radios and checkboxes, shown as the view says.

use super::{El, el, tag};
use crate::app::event::Event;
use crate::ui::Ui;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// One answer of a choice.
pub(in crate::ui) struct Choice<E = Event> {
    /// Its word.
    label: String,
    /// A line under it, may be empty.
    note: String,
    /// What picking it sends.
    event: E,
}

impl<E> Choice<E> {
    /// An answer with a word only.
    pub(in crate::ui) fn new(label: impl Into<String>, event: E) -> Self {
        Self {
            label: label.into(),
            note: String::new(),
            event,
        }
    }

    /// The line under it.
    pub(in crate::ui) fn note(self, note: impl Into<String>) -> Self {
        Self {
            note: note.into(),
            ..self
        }
    }
}

/// Radios named `group`; `chosen` is the position of the one in force.
pub(in crate::ui) fn choices<V, E: Clone, W>(
    ui: Ui<V, E, W>,
    group: &str,
    label: &str,
    may: impl Fn() -> bool + 'static,
    chosen: impl Fn() -> Option<usize> + 'static,
    answers: Vec<Choice<E>>,
) -> El {
    let may: Rc<dyn Fn() -> bool> = Rc::new(may);
    let chosen: Rc<dyn Fn() -> Option<usize>> = Rc::new(chosen);
    let radios = tag("div", "choices").attrs(&[("role", "radiogroup"), ("aria-label", label)]);
    answers
        .into_iter()
        .enumerate()
        .fold(radios, |radios, (at, answer)| {
            let (may, chosen) = (Rc::clone(&may), Rc::clone(&chosen));
            let id = format!("{group}-{at}");
            let event = answer.event;
            let input = el("input")
                .attrs(&[("type", "radio"), ("name", group)])
                .flag("disabled", move || !may())
                .checked(move || chosen() == Some(at))
                .on("change", move |_| ui.send(event.clone()));
            radios.add(labelled("choice", input, &id, &answer.label, &answer.note))
        })
}

/// On or off; `make` tells what the new state sends.
pub(in crate::ui) fn switch<V, E, W>(
    ui: Ui<V, E, W>,
    id: &str,
    (label, note): (&str, &str),
    may: impl Fn() -> bool + 'static,
    is_on: impl Fn() -> bool + 'static,
    make: fn(bool) -> E,
) -> El {
    let input = el("input")
        .attrs(&[("type", "checkbox"), ("role", "switch")])
        .flag("disabled", move || !may())
        .checked(is_on)
        .on("change", move |event| {
            let input = event.target().and_then(|it| it.dyn_into().ok());
            ui.send(make(
                input.is_some_and(|input: HtmlInputElement| input.checked()),
            ));
        });
    labelled("switch", input, id, label, note)
}

/// A box with its word, and the line under it if there is one.
fn labelled(class: &str, input: El, id: &str, label: &str, note: &str) -> El {
    let input = input.attr("id", id);
    let word = el("label").attr("for", id).add(label);
    if note.is_empty() {
        return tag("div", class).add([input, word]);
    }
    let note_id = format!("{id}-note");
    let input = input.attr("aria-describedby", &note_id);
    let note = tag("span", "note").attr("id", &note_id).add(note);
    tag("div", class).add([input, word, note])
}

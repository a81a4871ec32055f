//! Boxes to write in, lists to choose from and words to collect, for every page of the desk.

use super::DeskUi;
use crate::desk::DeskEvent;
use crate::ui::parts::{El, Icon, el, icon, labels, line, live_text, region, tag};
use crate::words::fill;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// What a box says: told at each keystroke.
type Say = Rc<dyn Fn(String) -> Option<DeskEvent>>;

/// A box of one line under its label.
pub(super) fn text(
    ui: DeskUi,
    id: &str,
    label: &str,
    now: impl Fn() -> String + Copy + 'static,
    say: impl Fn(String) -> Option<DeskEvent> + 'static,
) -> El {
    let input = tag("input", "input").attr("autocomplete", "off");
    field([labels(id, label), written(ui, input, id, now, Rc::new(say))])
}

/// A box of many lines under its label; it grows with what is in it.
pub(super) fn area(
    ui: DeskUi,
    id: &str,
    label: &str,
    now: impl Fn() -> String + Copy + 'static,
    say: impl Fn(String) -> Option<DeskEvent> + 'static,
) -> El {
    let input = tag("textarea", "input").attr("rows", "3");
    field([labels(id, label), written(ui, input, id, now, Rc::new(say))])
}

/// A box of one line named by its label alone.
pub(super) fn bare(
    ui: DeskUi,
    id: &str,
    label: &str,
    now: impl Fn() -> String + Copy + 'static,
    say: impl Fn(String) -> Option<DeskEvent> + 'static,
) -> El {
    let input = tag("input", "input").attrs(&[
        ("autocomplete", "off"),
        ("aria-label", label),
        ("placeholder", label),
    ]);
    written(ui, input, id, now, Rc::new(say))
}

/// A box for a day and a time, `2026-12-01T10:00`, under its label.
pub(super) fn moment(
    ui: DeskUi,
    id: &str,
    label: &str,
    now: impl Fn() -> String + Copy + 'static,
    say: impl Fn(String) -> Option<DeskEvent> + 'static,
) -> El {
    let input = tag("input", "input").attr("type", "datetime-local");
    field([labels(id, label), written(ui, input, id, now, Rc::new(say))])
}

/// A label and its box, as one.
fn field(parts: [El; 2]) -> El {
    tag("div", "field").add(parts)
}

fn written(
    ui: DeskUi,
    input: El,
    id: &str,
    now: impl Fn() -> String + Copy + 'static,
    say: Say,
) -> El {
    let own = input.clone();
    live_text(input.attr("id", id), now, || 0).on("input", move |_| {
        if let Some(event) = say(own.value()) {
            ui.send(event);
        }
    })
}

/// One of several in a drop-down list; `say` hears the position chosen.
pub(super) fn select(
    id: &str,
    label: &str,
    answers: impl Fn() -> Vec<String> + 'static,
    chosen: impl Fn() -> usize + Copy + 'static,
    say: impl Fn(usize) + 'static,
) -> El {
    let list = tag("select", "input").attr("id", id);
    let own = list.clone();
    let options = region(answers, move |answers| {
        let answers = answers.iter().enumerate();
        let options = answers.map(|(at, answer)| {
            el("option")
                .attr("value", &at.to_string())
                .flag("selected", move || chosen() == at)
                .add(answer.as_str())
        });
        options.collect::<Vec<_>>()
    });
    let list = list
        .add(options)
        .holds(move || chosen().to_string())
        .on("change", move |_| {
            if let Ok(at) = own.value().parse() {
                say(at);
            }
        });
    field([labels(id, label), list])
}

/// A checkbox with its word; `say` hears the new state.
pub(super) fn check(
    ui: DeskUi,
    id: &str,
    label: &str,
    is_on: impl Fn() -> bool + 'static,
    say: impl Fn(bool) -> Option<DeskEvent> + 'static,
) -> El {
    let input = el("input")
        .attrs(&[("type", "checkbox"), ("id", id)])
        .checked(is_on);
    let own = input.clone();
    let input = input.on("change", move |_| {
        if let Some(event) = say(own.is_checked()) {
            ui.send(event);
        }
    });
    let word = el("label").attr("for", id).add(label);
    tag("div", "choice").add([input, word])
}

/// A box and a button that sends what stands in it and empties it; so does Enter.
pub(super) fn adder(
    ui: DeskUi,
    id: &str,
    (label, hint, button): (&str, &str, &str),
    say: impl Fn(String) -> Option<DeskEvent> + 'static,
) -> El {
    let input = tag("input", "input").attrs(&[
        ("id", id),
        ("autocomplete", "off"),
        ("aria-label", label),
        ("placeholder", hint),
    ]);
    let own = input.clone();
    let send = Rc::new(move || {
        if let Some(event) = say(own.value()) {
            own.write("");
            ui.send(event);
        }
    });
    let entered = Rc::clone(&send);
    let input = input.on("keydown", move |event| {
        let is_enter = event
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(|key| key.key() == "Enter" && !key.is_composing());
        if is_enter {
            event.prevent_default();
            entered();
        }
    });
    let button = tag("button", "btn")
        .attr("type", "button")
        .on("click", move |_| send())
        .add(button);
    tag("div", "adder").add([input, button])
}

/// Words, each with a cross; `remove` makes the event for one by its position.
pub(super) fn words(
    ui: DeskUi,
    label: &str,
    now: impl Fn() -> Vec<String> + 'static,
    remove: impl Fn(usize) -> Option<DeskEvent> + Copy + 'static,
) -> El {
    let list = tag("ul", "words").attrs(&[("role", "list"), ("aria-label", label)]);
    list.lines(move || {
        let words = now().into_iter().enumerate();
        let lines = words.map(|(at, word)| {
            let key = format!("{at} {word}");
            line(key, move || one_word(ui, &word, move || remove(at)))
        });
        lines.collect()
    })
}

fn one_word(ui: DeskUi, word: &str, remove: impl Fn() -> Option<DeskEvent> + 'static) -> El {
    let label = fill(ui.words.frame.remove, &[word]);
    let cross = tag("button", "icon-btn")
        .attrs(&[("type", "button"), ("aria-label", &label)])
        .on("click", move |_| {
            if let Some(event) = remove() {
                ui.send(event);
            }
        })
        .add(icon(Icon::Close));
    tag("li", "word").add(word).add(cross)
}

/// A cross that takes something away; `label` says what.
pub(super) fn remover(
    ui: DeskUi,
    label: &str,
    event: impl Fn() -> Option<DeskEvent> + 'static,
) -> El {
    tag("button", "icon-btn")
        .attrs(&[("type", "button"), ("aria-label", label), ("title", label)])
        .on("click", move |_| {
            if let Some(event) = event() {
                ui.send(event);
            }
        })
        .add(icon(Icon::Close))
}

/// Shows what was typed into a box for secrets, on this screen and until the form goes.
pub(super) fn unveil(id: &str, label: &str, secret: &El) -> El {
    let input = el("input").attrs(&[("type", "checkbox"), ("id", id), ("role", "switch")]);
    let (own, secret) = (input.clone(), secret.clone());
    let input = input.on("change", move |_| {
        let kind = if own.is_checked() { "text" } else { "password" };
        // The element is shared: this changes the one on the page.
        let _same = secret.clone().attr("type", kind);
    });
    tag("div", "switch").add([input, labels(id, label)])
}

//! Boxes for text. What is being typed is never overwritten and the caret never moved.

use super::follow::live;
use super::{El, Text, el, group, tag};

/// Keeps a box true to `value`: not while it has the focus, unless `epoch` moved on
/// (another story, another round). What was left in it goes when the focus does.
pub(in crate::ui) fn live_text(
    input: El,
    value: impl Fn() -> String + Copy + 'static,
    epoch: impl Fn() -> usize + 'static,
) -> El {
    let (shown, left) = (input.clone(), input.clone());
    let mut before = None;
    live(Box::new(move || {
        let (text, now) = (value(), epoch());
        if before != Some(now) || !shown.has_focus() {
            shown.write(&text);
        }
        before = Some(now);
    }));
    input.on("blur", move |_| {
        left.write(&leptos::prelude::untrack(value));
    })
}

/// A link to be copied by hand or by its button; a click selects all of it.
pub(in crate::ui) fn read_only(
    label: &str,
    id: &str,
    text: impl Fn() -> String + 'static,
    placeholder: &str,
) -> El {
    let input = tag("input", "input link").attrs(&[
        ("id", id),
        ("readonly", ""),
        ("spellcheck", "false"),
        ("placeholder", placeholder),
    ]);
    let own = input.clone();
    let input = input.holds(text).on("focus", move |_| own.select());
    group([labels(id, label), input])
}

/// The word over a box.
pub(in crate::ui) fn labels(id: &str, label: &str) -> El {
    tag("label", "label").attr("for", id).add(label)
}

/// The sentence under a box that was filled in wrongly; always there, often empty.
pub(in crate::ui) fn problem<T: Into<Text>>(id: &str, text: impl Fn() -> T + 'static) -> El {
    el("p")
        .attrs(&[("class", "problem"), ("id", id), ("role", "alert")])
        .text(text)
}

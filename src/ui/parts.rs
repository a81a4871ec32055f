//! The small parts every screen is made of; they know no screen.

mod choice;
mod dialog;
mod el;
mod field;
mod follow;
mod icon;

pub(super) use choice::{Choice, choices, switch};
pub(super) use dialog::{dialog, with_close};
pub(super) use el::{El, Part, el, group, listen, svg, tag};
pub(super) use field::{labels, live_text, problem, read_only};
pub(super) use follow::{Text, keep, line, live, on_change, region, region_if};
pub(super) use icon::{Icon, icon, logo};

use super::Ui;

/// A button that sends one event.
pub(super) fn act<V, E: Clone, W>(ui: Ui<V, E, W>, class: &str, label: &str, event: E) -> El {
    tag("button", class)
        .attr("type", "button")
        .sends(ui, event)
        .add(label)
}

/// A button that sends one event while it may.
pub(super) fn act_if<V, E: Clone, W>(
    ui: Ui<V, E, W>,
    class: &str,
    label: &str,
    may: impl Fn() -> bool + 'static,
    event: E,
) -> El {
    act(ui, class, label, event).flag("disabled", move || !may())
}

/// A button with a sign before its word; narrow places hide the word from the eye.
pub(super) fn act_icon<V, E: Clone, W>(
    ui: Ui<V, E, W>,
    class: &str,
    sign: Icon,
    label: &str,
    event: E,
) -> El {
    tag("button", class)
        .attrs(&[("type", "button"), ("title", label)])
        .sends(ui, event)
        .add(icon(sign))
        .add(tag("span", "word").add(label))
}

impl El {
    /// Sends one event whenever it is pressed.
    pub(super) fn sends<V, E: Clone, W>(self, ui: Ui<V, E, W>, event: E) -> Self {
        self.on("click", move |_| ui.send(event.clone()))
    }
}

/// Leads out of this page, which says nothing of itself there.
pub(super) fn leads_out(href: &str) -> El {
    el("a").attrs(&[
        ("href", href),
        ("target", "_blank"),
        ("rel", "noreferrer noopener"),
    ])
}

/// A paragraph.
pub(super) fn para(class: &str, text: impl Part) -> El {
    tag("p", class).add(text)
}

/// A list of fixed sentences.
pub(super) fn sentences(is_ordered: bool, lines: &[&str]) -> El {
    let list = if is_ordered {
        tag("ol", "steps")
    } else {
        tag("ul", "points")
    };
    lines
        .iter()
        .fold(list, |list, line| list.add(el("li").add(*line)))
}

/// A part of a dialog under its own heading.
pub(super) fn part(title: &str, body: impl Part) -> El {
    tag("section", "part").add(el("h3").add(title)).add(body)
}

//! Screens before and after the table.

mod door;
mod ends;
mod name;
mod start;
mod waiting;

pub(super) use door::door;
pub(super) use ends::{handed, stopped};
pub(super) use name::name;
pub(super) use start::start;
pub(super) use waiting::waiting;

use super::Ui;
use super::parts::{El, Icon, Part, act_icon, el, logo, tag};
use crate::app::event::Event;
use crate::app::view::Panel;

/// The frame of these screens: the mark above, the content below.
fn frame(ui: Ui, class: &str, content: impl Part) -> El {
    let settings = act_icon(
        ui,
        "btn quiet with-icon",
        Icon::Gear,
        ui.words.common.settings,
        Event::PanelOpened(Panel::Settings),
    );
    let header = tag("header", "top").add([logo(ui.words.common.title), settings]);
    tag("div", class).add([header, el("main").add(content)])
}

/// A single sheet of paper in the middle.
fn sheet(ui: Ui, content: impl Part) -> El {
    frame(ui, "entry", tag("div", "paper").add(content))
}

/// The heading at which such a screen begins.
fn beginning(title: &str) -> El {
    el("h1")
        .attrs(&[("data-start", ""), ("tabindex", "-1")])
        .add(title)
}

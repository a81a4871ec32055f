//! Screens before and after the table.

mod ends;
mod name;
mod start;
mod waiting;

pub(super) use ends::{handed, stopped};
pub(super) use name::name;
pub(super) use start::start;
pub(super) use waiting::waiting;

use super::Ui;
use super::parts::{Icon, act_icon, logo};
use crate::app::event::Event;
use crate::app::view::Panel;
use leptos::prelude::*;

/// The frame of these screens: the mark above, the content below.
fn frame(ui: Ui, class: &'static str, content: AnyView) -> AnyView {
    view! {
        <div class=class>
            <header class="top">
                {logo(ui.words.common.title)}
                {act_icon(
                    ui,
                    "btn quiet with-icon",
                    Icon::Gear,
                    ui.words.common.settings,
                    Event::PanelOpened(Panel::Settings),
                )}
            </header>
            <main>{content}</main>
        </div>
    }
    .into_any()
}

/// A single sheet of paper in the middle.
fn sheet(ui: Ui, content: AnyView) -> AnyView {
    frame(
        ui,
        "entry",
        view! { <div class="paper">{content}</div> }.into_any(),
    )
}

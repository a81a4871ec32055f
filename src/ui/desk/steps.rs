//! A part of a page that goes from step to step; whoever is in it stays in it.

use super::DeskUi;
use crate::desk::DeskEvent;
use crate::ui::parts::{El, Part, on_change, region, tag};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// Draws the step. Whoever pressed a button that goes with a step finds the focus on
/// `panel`, which has to hold the region and take the focus.
pub(super) fn stepping<S: PartialEq + 'static, P: Part>(
    panel: &El,
    step: impl Fn() -> S + Copy + 'static,
    draw: impl Fn(&S) -> P + 'static,
) -> El {
    let is_inside = Rc::new(Cell::new(false));
    let (asked, shell, own) = (Rc::clone(&is_inside), panel.clone(), panel.clone());
    let key = move || {
        // Asked before anything is taken down.
        let element: &Element = shell.as_js();
        asked.set(element.matches(":focus-within").unwrap_or(false));
        step()
    };
    let steps = region(key, draw);
    on_change(step, move || {
        if is_inside.get() {
            own.focus();
        }
    });
    steps
}

/// A button within a step. The second click of a double click was meant for the step
/// before, and presses nothing here.
pub(super) fn press(ui: DeskUi, class: &str, label: &str, event: DeskEvent) -> El {
    tag("button", class)
        .attr("type", "button")
        .on("click", move |click| {
            let n_clicks = click.dyn_ref::<MouseEvent>().map(|click| click.detail());
            if n_clicks.is_none_or(|n| n <= 1) {
                ui.send(event.clone());
            }
        })
        .add(label)
}

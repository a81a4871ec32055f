//! How far it is, as a ring that fills.

use super::DeskUi;
use crate::ui::parts::{El, svg, tag};

/// Length of the whole ring: `pathLength` makes it percent.
const WHOLE: &str = "100";

/// The ring, named `Progress`, with the percentage in it.
pub(super) fn ring(ui: DeskUi) -> El {
    let percent = ui.checklist(|shown| shown.board.percent);
    let said = ui.checklist(|shown| shown.board.progress_said.clone());
    let circle = |class: &str| {
        svg("circle").attrs(&[
            ("class", class),
            ("cx", "50"),
            ("cy", "50"),
            ("r", "43"),
            ("pathLength", WHOLE),
        ])
    };
    let full = circle("ring-full").attr_live("stroke-dasharray", move || {
        Some(format!("{} {WHOLE}", percent()))
    });
    let drawing = svg("svg")
        .attrs(&[("viewBox", "0 0 100 100"), ("aria-hidden", "true")])
        .add([circle("ring-room"), full]);
    let number = tag("span", "ring-number")
        .attr("aria-hidden", "true")
        .text(move || format!("{}\u{202f}%", percent()));
    tag("div", "ring")
        .attrs(&[
            ("role", "progressbar"),
            ("aria-label", ui.words.checklist.screen.progress),
            ("aria-valuemin", "0"),
            ("aria-valuemax", WHOLE),
        ])
        .attr_live("aria-valuenow", move || Some(percent().to_string()))
        .attr_live("aria-valuetext", move || Some(said()))
        .class_if("whole", move || percent() == 100)
        .add(drawing)
        .add(number)
}

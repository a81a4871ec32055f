//! The table: who sits there, what is voted on, what came of it.

mod bar;
mod estimate;
mod hand;
mod result;
mod round;
mod seats;
mod story;
mod way_back;

use super::Ui;
use super::dialogs::story_list;
use super::parts::{El, el, tag};
use crate::app::view::PhaseView;

/// The whole screen; its parts follow their own pieces of the view.
pub(super) fn table(ui: Ui) -> El {
    let say = &ui.words.table;
    let phase = ui.table(|table| phase_name(&table.round.phase));
    let felt = tag("div", "felt").add([seats::seats(ui), round::round(ui)]);
    let agenda = tag("aside", "agenda")
        .attr("aria-label", say.stories)
        .add([el("h2").add(say.stories), story_list(ui)]);
    let main = el("main")
        .attrs(&[("data-start", ""), ("tabindex", "-1")])
        .add([
            tag("h1", "vh").add(say.label),
            way_back::way_back(ui),
            tag("div", "board").add([story::goal(ui), story::story(ui), felt]),
            tag("div", "beside").add(result::column(ui)),
            agenda,
        ]);
    tag("div", "table")
        .attr_live("data-phase", move || Some(phase()))
        .add([bar::bar(ui), main, hand::dock(ui)])
}

fn phase_name(phase: &PhaseView) -> &'static str {
    match phase {
        PhaseView::Voting => "voting",
        PhaseView::Countdown { .. } => "countdown",
        PhaseView::Opening => "opening",
        PhaseView::Revealed => "revealed",
        PhaseView::Void(_) => "void",
    }
}

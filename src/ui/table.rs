//! The table: who sits there, what is voted on, what came of it.

mod bar;
mod estimate;
mod hand;
mod result;
mod round;
mod seats;
mod story;
mod way_back;

use super::dialogs::story_list;
use super::parts::{El, el, para, region, tag};
use super::{MeetingScreens, Ui};
use crate::app::view::PhaseView;
use leptos::prelude::{Get, ReadSignal};

/// The whole screen; its parts follow their own pieces of the view.
pub(super) fn table(ui: Ui, screens: ReadSignal<Option<MeetingScreens>>) -> El {
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
            meeting(ui, screens),
            tag("div", "board").add([story::goal(ui), story::story(ui), felt]),
            tag("div", "beside").add(result::column(ui)),
            agenda,
        ]);
    tag("div", "table")
        .class_if("meeting", ui.table(|table| table.meeting.is_some()))
        .attr_live("data-phase", move || Some(phase()))
        .add([bar::bar(ui), main, hand::dock(ui)])
}

/// What a meeting adds, as soon as it is loaded.
fn meeting(ui: Ui, screens: ReadSignal<Option<MeetingScreens>>) -> El {
    let is_met = ui.table(|table| table.meeting.is_some());
    region(
        move || is_met().then(|| screens.get()),
        move |now| match now {
            None => None,
            Some(None) => Some(para("note", ui.words.table.meeting_opening)),
            Some(Some(screens)) => Some(screens.draw(ui)),
        },
    )
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

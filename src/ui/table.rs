//! The table: who sits there, what is voted on, what came of it.

mod bar;
mod estimate;
mod hand;
mod result;
mod round;
mod seats;
mod story;

use super::Ui;
use super::dialogs::story_list;
use super::parts::{El, act, el, region, tag};
use crate::app::event::Event;
use crate::app::view::PhaseView;

/// The whole screen; its parts follow their own pieces of the view.
pub(super) fn table(ui: Ui) -> El {
    let say = &ui.words.table;
    let phase = ui.table(|table| phase_name(&table.round.phase));
    let lost_how = ui.table(|table| (!table.is_linked).then_some(table.is_cut_off));
    let lost = region(lost_how, move |how| {
        how.map(|is_cut_off| lost(ui, is_cut_off))
    });
    let felt = tag("div", "felt").add([seats::seats(ui), round::round(ui)]);
    let agenda = tag("aside", "agenda")
        .attr("aria-label", say.stories)
        .add([el("h2").add(say.stories), story_list(ui)]);
    let main = el("main")
        .attrs(&[("data-start", ""), ("tabindex", "-1")])
        .add([
            tag("h1", "vh").add(say.label),
            lost,
            tag("div", "board").add([story::story(ui), felt]),
            tag("div", "beside").add(result::column(ui)),
            agenda,
        ]);
    tag("div", "table")
        .attr_live("data-phase", move || Some(phase()))
        .add([bar::bar(ui), main, hand::dock(ui)])
}

/// What to do while nothing can be sent.
fn lost(ui: Ui, is_cut_off: bool) -> El {
    let say = &ui.words.table;
    let why = if is_cut_off {
        say.cut_off
    } else {
        say.reconnecting
    };
    let again = ui.words.stop.open_invite;
    let again = is_cut_off.then(|| act(ui, "btn small", again, Event::JoinAgain));
    tag("div", "linkless")
        .attr("role", "status")
        .add(el("p").add([why, " ", say.offline_note]))
        .add(again)
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

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
use super::parts::act;
use crate::app::event::Event;
use crate::app::view::PhaseView;
use leptos::prelude::*;

/// The whole screen; its parts wake on their own slices of the view.
pub(super) fn table(ui: Ui) -> AnyView {
    let phase = ui.table(|table| phase_name(&table.round.phase));
    let lost_how = ui.table_slice(|table| (!table.is_linked).then_some(table.is_cut_off));
    let say = &ui.words.table;
    let lost = move || {
        lost_how.get().map(|is_cut_off| {
            let why = if is_cut_off {
                say.cut_off
            } else {
                say.reconnecting
            };
            let again = is_cut_off
                .then(|| act(ui, "btn small", ui.words.stop.open_invite, Event::JoinAgain));
            view! {
                <div class="linkless" role="status">
                    <p>{why} " " {say.offline_note}</p>
                    {again}
                </div>
            }
        })
    };
    view! {
        <div class="table" data-phase=phase>
            {bar::bar(ui)}
            <main data-start tabindex="-1">
                <h1 class="vh">{say.label}</h1>
                {lost}
                <div class="board">
                    {story::story(ui)}
                    <div class="felt">
                        {seats::seats(ui)}
                        {round::round(ui)}
                    </div>
                </div>
                <div class="beside">{result::column(ui)}</div>
                <aside class="agenda" aria-label=say.stories>
                    <h2>{say.stories}</h2>
                    {story_list(ui)}
                </aside>
            </main>
            {hand::dock(ui)}
        </div>
    }
    .into_any()
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

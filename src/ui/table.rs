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
use crate::app::view::PhaseView;
use leptos::prelude::*;

/// The whole screen; its parts wake on their own slices of the view.
pub(super) fn table(ui: Ui) -> AnyView {
    let phase = ui.table(|table| phase_name(&table.round.phase));
    let is_linked = ui.table_slice(|table| table.is_linked);
    let say = &ui.words.table;
    let lost = move || {
        (!is_linked.get()).then(|| {
            view! {
                <p class="linkless" role="status">
                    <span class="sprout" aria-hidden="true"></span>
                    {say.reconnecting} " " {say.offline_note}
                </p>
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

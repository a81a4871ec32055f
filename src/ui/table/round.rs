//! The middle of the table: how many have voted, and what can be done now.

use crate::app::event::Event;
use crate::app::view::{PhaseView, VoidView};
use crate::ui::parts::act_if;
use crate::ui::{Ui, say};
use crate::words::fill;
use leptos::prelude::*;

/// Status and buttons; the same height in every phase.
pub(super) fn round(ui: Ui) -> AnyView {
    let say = &ui.words.round;
    let votes = ui.table(|table| (table.round.n_voted, table.round.n_voters));
    let status = move || {
        let (n, of) = votes.get();
        fill(say.status, &[&n.to_string(), &of.to_string()])
    };
    let is_anonymous = ui.table_slice(|table| table.round.is_anonymous);
    let (kind, kind_note) = (
        move || {
            if is_anonymous.get() {
                say.anonymous
            } else {
                say.named
            }
        },
        move || {
            if is_anonymous.get() {
                say.anonymous_note
            } else {
                say.named_note
            }
        },
    );
    let number = ui.table(|table| table.round.number);
    view! {
        <div class="round">
            <p class="kind" title=kind_note>
                {move || fill(say.number, &[&number.get().to_string()])} " · " {kind}
                <span class="vh">" " {kind_note}</span>
            </p>
            <p class="status" role="status" aria-live="off" aria-label=say.label>{status}</p>
            {phase_line(ui)}
            <div class="actions">{buttons(ui)}</div>
        </div>
    }
    .into_any()
}

fn phase_line(ui: Ui) -> AnyView {
    let say = &ui.words.round;
    let phase = ui.table_slice(|table| Some(table.round.phase.clone()));
    let n_voters = ui.table_slice(|table| table.round.n_voters);
    let is_anonymous = ui.table_slice(|table| table.round.is_anonymous);
    let is_few = ui.table_slice(|table| table.round.is_anonymous && table.round.n_voters < 3);
    let n_seats = ui.table_slice(|table| table.seats.len());
    let text = move || match phase.get() {
        Some(PhaseView::Countdown { seconds }) => fill(say.countdown, &[&seconds.to_string()]),
        Some(PhaseView::Opening) => say.opening.into(),
        Some(PhaseView::Revealed) => say.revealed.into(),
        Some(PhaseView::Void(why)) => void(ui, &why),
        Some(PhaseView::Voting) if n_seats.get() < 2 => ui.words.seats.alone.into(),
        Some(PhaseView::Voting) if n_voters.get() == 0 => say.nobody.into(),
        Some(PhaseView::Voting) if is_few.get() => say.few_note.into(),
        Some(PhaseView::Voting) if is_anonymous.get() => say.anonymous_short.into(),
        Some(PhaseView::Voting) => say.named_short.into(),
        None => String::new(),
    };
    view! { <p class="phase">{text}</p> }.into_any()
}

fn void(ui: Ui, why: &VoidView) -> String {
    say::void(ui.words, why)
}

fn buttons(ui: Ui) -> AnyView {
    let say = &ui.words.table;
    let stage = ui.table_slice(|table| match table.round.phase {
        PhaseView::Voting => Stage::Voting,
        PhaseView::Countdown { .. } => Stage::Countdown,
        PhaseView::Opening => Stage::Opening,
        PhaseView::Revealed | PhaseView::Void(_) => Stage::Done,
    });
    let may = ui.table(|table| table.may_run && table.is_linked);
    let is_linked = ui.table(|table| table.is_linked);
    // Without any card there is nothing to turn.
    let may_turn = ui.table(|table| table.may_run && table.is_linked && table.round.n_voted > 0);
    let never = Signal::derive(|| false);
    let first = move || match stage.get() {
        Stage::Voting => act_if(
            ui,
            "btn primary",
            say.reveal,
            may_turn,
            Event::RevealPressed,
        ),
        Stage::Countdown => {
            let stop = ui.words.round.stop_countdown;
            act_if(ui, "btn primary", stop, is_linked, Event::CountdownStopped)
        }
        Stage::Opening => act_if(ui, "btn primary", say.reveal, never, Event::RevealPressed),
        Stage::Done => act_if(ui, "btn primary", say.vote_again, may, Event::VoteAgain),
    };
    view! {
        {first}
        {act_if(ui, "btn", say.next_story, may, Event::NextStory)}
    }
    .into_any()
}

/// What the buttons depend on.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    Voting,
    Countdown,
    Opening,
    Done,
}

//! The middle of the table: how many have voted, and what can be done now.

use crate::app::event::Event;
use crate::app::view::{PhaseView, RoundView, TableView};
use crate::ui::parts::{El, act_if, group, region, tag};
use crate::ui::{Ui, say};
use crate::words::fill;

/// Status and buttons; the same height in every phase.
pub(super) fn round(ui: Ui) -> El {
    let say = &ui.words.round;
    let votes = ui.table(|table| (table.round.n_voted, table.round.n_voters));
    let status = move || {
        let (n, of) = votes();
        fill(say.status, &[&n.to_string(), &of.to_string()])
    };
    let is_anonymous = ui.table(|table| table.round.is_anonymous);
    let kind = move || {
        if is_anonymous() {
            say.anonymous
        } else {
            say.named
        }
    };
    let kind_note = move || {
        if is_anonymous() {
            say.anonymous_note
        } else {
            say.named_note
        }
    };
    let number = ui.table(|table| table.round.number);
    let kind = tag("p", "kind")
        .attr_live("title", move || Some(kind_note()))
        .text(move || fill(say.number, &[&number().to_string()]))
        .add(" · ")
        .text(kind)
        .add(tag("span", "vh").add(" ").text(kind_note));
    let status = tag("p", "status")
        .attrs(&[
            ("role", "status"),
            ("aria-live", "off"),
            ("aria-label", say.label),
        ])
        .text(status);
    let phase = tag("p", "phase").text(move || phase_line(ui));
    let actions = tag("div", "actions").add(buttons(ui));
    tag("div", "round").add([kind, status, phase, actions])
}

fn phase_line(ui: Ui) -> String {
    let text = ui.table(|table| Some((table.round.clone(), table.seats.len())));
    text().map_or_else(String::new, |(round, n_seats)| phase(ui, &round, n_seats))
}

fn phase(ui: Ui, round: &RoundView, n_seats: usize) -> String {
    let say = &ui.words.round;
    let text = match &round.phase {
        PhaseView::Countdown { seconds } => return fill(say.countdown, &[&seconds.to_string()]),
        PhaseView::Void(why) => return say::void(ui.words, why),
        PhaseView::Opening => say.opening,
        PhaseView::Revealed => say.revealed,
        PhaseView::Voting if n_seats < 2 => ui.words.seats.alone,
        PhaseView::Voting if round.n_voters == 0 => say.nobody,
        PhaseView::Voting if round.is_anonymous && round.n_voters < 3 => say.few_note,
        PhaseView::Voting if round.is_anonymous => say.anonymous_short,
        PhaseView::Voting => say.named_short,
    };
    text.into()
}

fn buttons(ui: Ui) -> El {
    let say = &ui.words.table;
    let may = ui.table(|table| table.may_run && table.is_linked);
    // Without any card there is nothing to turn.
    let has_cards = ui.table(|table| table.round.n_voted > 0);
    let main = region(ui.table(stage), move |stage| {
        let is_linked = ui.table(|table| table.is_linked);
        let can = {
            let stage = *stage;
            move || match stage {
                Stage::Voting => may() && has_cards(),
                Stage::Done => may(),
                Stage::Countdown => is_linked(),
                Stage::Opening => false,
            }
        };
        let (label, event) = match stage {
            Stage::Voting | Stage::Opening => (say.reveal, Event::RevealPressed),
            Stage::Countdown => (ui.words.round.stop_countdown, Event::CountdownStopped),
            Stage::Done => (say.vote_again, Event::VoteAgain),
        };
        act_if(ui, "btn primary", label, can, event)
    });
    group([
        main,
        act_if(ui, "btn", say.next_story, may, Event::NextStory),
    ])
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

fn stage(table: &TableView) -> Stage {
    match table.round.phase {
        PhaseView::Voting => Stage::Voting,
        PhaseView::Countdown { .. } => Stage::Countdown,
        PhaseView::Opening => Stage::Opening,
        PhaseView::Revealed | PhaseView::Void(_) => Stage::Done,
    }
}

//! Writing a story back to its tracker: what leaves is shown first, and sent once.

mod say;
mod tokens;

use super::DeskUi;
use super::steps::{self, stepping};
use crate::desk::DeskEvent;
use crate::desk::event::TicketEvent;
use crate::desk::view::{DeskScreen, StoryId, TicketStep, TicketView};
use crate::ui::parts::{El, el, group, labels, leads_out, para, region, tag};
use crate::words::fill;

/// Which step is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Step {
    #[default]
    Nothing,
    Shown,
    Sending,
    Over,
}

/// The button and what follows from it, where there is a token; and the tokens.
pub(super) fn ticket(ui: DeskUi) -> El {
    let panel = tag("div", "model-panel").attrs(&[("tabindex", "-1"), ("role", "group")]);
    let panel = panel.attr("aria-label", ui.words.tickets.tokens.title);
    let button = region(part(ui, |it| it.way.clone()), move |way| {
        let way = way.as_ref()?;
        Some(button(ui, way.tracker.name()))
    });
    let steps = all_steps(ui, &panel);
    let status = tag("div", "ticket-status")
        .attr("role", "status")
        .add(region(part(ui, |it| it.step.clone()), move |step| {
            let lines = say::status(ui, step).into_iter();
            lines.map(|line| para("note", line)).collect::<Vec<_>>()
        }));
    tag("div", "ticket").add([button, panel.add([steps, status]), tokens::tokens(ui)])
}

/// `Send to GitHub`: shows what would leave.
fn button(ui: DeskUi, tracker: &str) -> El {
    let is_busy = part(ui, |it| it.is_busy);
    tag("button", "btn")
        .attr("type", "button")
        .flag("disabled", is_busy)
        .on("click", move |_| {
            if let Some(id) = story(ui) {
                ui.send(DeskEvent::Ticket(TicketEvent::Pressed(id)));
            }
        })
        .add(fill(ui.words.tickets.sending.send_to, &[tracker]))
}

fn all_steps(ui: DeskUi, panel: &El) -> El {
    stepping(panel, part(ui, Step::of), move |step| match step {
        Step::Nothing => None,
        Step::Shown => Some(leaving(ui)),
        Step::Sending => Some(sending(ui)),
        Step::Over => Some(over(ui)),
    })
}

/// Exactly what leaves when `Send` is pressed.
fn leaving(ui: DeskUi) -> El {
    let texts = &ui.words.tickets.sending;
    let text = tag("textarea", "input model-out").attrs(&[
        ("id", "ticket-out"),
        ("readonly", ""),
        ("rows", "8"),
        ("spellcheck", "false"),
    ]);
    let text = text.holds(move || look(ui, |it| outgoing(&it.step)));
    let facts = region(part(ui, |it| it.step.clone()), move |step| {
        let lines = say::leaving(ui, step).into_iter();
        lines.map(|line| para("note", line)).collect::<Vec<_>>()
    });
    group([
        el("h3").add(texts.shown),
        labels("ticket-out", texts.shown_text),
        text,
        tag("div", "ticket-facts").add(facts),
        tag("div", "row").add([
            press(ui, "btn primary", texts.send, TicketEvent::SendPressed),
            press(ui, "btn quiet", texts.cancel, TicketEvent::PutAway),
        ]),
    ])
}

fn sending(ui: DeskUi) -> El {
    let texts = &ui.words.tickets;
    group([
        el("h3").add(texts.outcome.title),
        tag("div", "row").add(press(
            ui,
            "btn",
            texts.sending.stop,
            TicketEvent::StopPressed,
        )),
    ])
}

fn over(ui: DeskUi) -> El {
    let texts = &ui.words.tickets;
    let page = part(ui, |it| page(&it.step));
    let way = region(page, move |page| {
        let link = leads_out(page.as_ref()?).add(ui.words.tickets.outcome.see);
        Some(para("note", link))
    });
    group([
        el("h3").add(texts.outcome.title),
        way,
        tag("div", "row").add(press(
            ui,
            "btn quiet",
            texts.sending.put_away,
            TicketEvent::PutAway,
        )),
    ])
}

fn press(ui: DeskUi, class: &str, label: &str, event: TicketEvent) -> El {
    steps::press(ui, class, label, DeskEvent::Ticket(event))
}

impl Step {
    fn of(it: &TicketView) -> Self {
        match it.step {
            TicketStep::Nothing => Self::Nothing,
            TicketStep::Shown(_) => Self::Shown,
            TicketStep::Sending { .. } => Self::Sending,
            TicketStep::Over { .. } => Self::Over,
        }
    }
}

fn outgoing(step: &TicketStep) -> String {
    match step {
        TicketStep::Shown(leaving) => leaving.text.clone(),
        TicketStep::Nothing | TicketStep::Sending { .. } | TicketStep::Over { .. } => String::new(),
    }
}

/// Where the comment is.
fn page(step: &TicketStep) -> Option<String> {
    match step {
        TicketStep::Over { comment, .. } => comment.as_ref().ok().cloned(),
        TicketStep::Nothing | TicketStep::Shown(_) | TicketStep::Sending { .. } => None,
    }
}

/// The story whose page is open.
fn story(ui: DeskUi) -> Option<StoryId> {
    leptos::prelude::untrack(ui.story(|shown| Some(shown.id)))
}

/// Part of writing back; the default while no story is open.
fn part<T: Default + 'static>(
    ui: DeskUi,
    pick: fn(&TicketView) -> T,
) -> impl Fn() -> T + Copy + 'static {
    move || look(ui, pick)
}

fn look<T: Default>(ui: DeskUi, pick: impl FnOnce(&TicketView) -> T) -> T {
    if let DeskScreen::Story(shown) = &ui.look().screen {
        pick(&shown.ticket)
    } else {
        T::default()
    }
}

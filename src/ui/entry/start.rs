//! The start page; `index.html` shows the same before the program arrives.

use super::frame;
use crate::app::event::Event;
use crate::app::view::{KeptTableView, Screen, View};
use crate::ui::Ui;
use crate::ui::parts::act;
use leptos::prelude::*;

/// Ways in, what to expect, and the kept table if there is one.
pub(in crate::ui) fn start(ui: Ui) -> AnyView {
    let say = &ui.words.start;
    let facts = [
        (say.fact_secret, say.fact_secret_note),
        (say.fact_private, say.fact_private_note),
        (say.fact_quick, say.fact_quick_note),
    ];
    let facts = facts.map(|(title, note)| view! { <li><h2>{title}</h2><p>{note}</p></li> });
    let kept = ui.slice(kept_table);
    let content = view! {
        <div class="hero">
            <div class="pitch">
                <h1 data-start tabindex="-1">{say.headline}</h1>
                <p class="lead">{say.lead}</p>
                <div class="ways">
                    <div class="way">
                        <button
                            type="button"
                            class="btn primary big"
                            id="start-poker"
                            on:click=move |_| ui.send(Event::StartPoker)
                        >
                            {say.start_round}
                        </button>
                        <p class="note">{say.start_round_note}</p>
                    </div>
                </div>
                {move || kept.get().map(|table| kept_card(ui, table))}
            </div>
            {fan()}
        </div>
        <ul class="facts">{facts}</ul>
    };
    frame(ui, "entry wide", content.into_any())
}

/// Five cards on the felt, for the eye only.
fn fan() -> impl IntoView {
    let cards = ["", "3", "5", "8", ""].map(|label| {
        let class = if label.is_empty() {
            "fan-card back"
        } else {
            "fan-card"
        };
        view! { <span class=class>{label}</span> }
    });
    view! { <div class="fan" aria-hidden="true">{cards}</div> }
}

fn kept_table(view: &View) -> Option<KeptTableView> {
    match &view.screen {
        Screen::Start(start) => start.kept_table.clone(),
        Screen::Name(_)
        | Screen::Waiting(_)
        | Screen::Table(_)
        | Screen::Handed(_)
        | Screen::Stopped(_) => None,
    }
}

fn kept_card(ui: Ui, table: KeptTableView) -> AnyView {
    let say = &ui.words.start;
    let title = if table.title.is_empty() {
        say.kept_untitled.into()
    } else {
        table.title
    };
    view! {
        <section class="kept" aria-label=say.kept>
            <h2>{say.kept}</h2>
            <p class="note">
                {title} " · " {ui.words.count.kept_estimates.of(table.n_estimates)}
            </p>
            <div class="row">
                {act(ui, "btn", say.reopen, Event::ReopenTable)}
                {act(ui, "btn quiet", say.forget, Event::ForgetTable)}
            </div>
        </section>
    }
    .into_any()
}

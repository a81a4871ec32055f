//! The bar above the table: timer, invite, the rest in a menu on narrow screens.

use crate::app::event::Event;
use crate::app::view::Panel;
use crate::ui::Ui;
use crate::ui::parts::{Icon, act_icon, icon, logo};
use leptos::prelude::*;

/// Mark, timer, invite, menu.
pub(super) fn bar(ui: Ui) -> AnyView {
    let words = ui.words;
    let open = |sign, label, panel| {
        act_icon(
            ui,
            "btn quiet with-icon",
            sign,
            label,
            Event::PanelOpened(panel),
        )
    };
    let leave = "btn quiet with-icon keeps-word";
    view! {
        <header class="top">
            {logo(words.common.title)}
            {safety(ui)}
            {timer(ui)}
            {act_icon(
                ui,
                "btn primary with-icon keeps-word",
                Icon::Invite,
                words.table.invite,
                Event::PanelOpened(Panel::Invite),
            )}
            <button
                type="button"
                class="btn quiet menu-btn"
                aria-label=words.table.menu
                popovertarget="menu"
            >
                {icon(Icon::More)}
            </button>
            <div class="menu" id="menu" popover="auto">
                {open(Icon::List, words.table.stories, Panel::Stories)}
                {open(Icon::Sliders, words.table.table_settings, Panel::TableSettings)}
                {open(Icon::Gear, words.common.settings, Panel::Settings)}
                {open(Icon::Help, words.common.help, Panel::Help)}
                {act_icon(ui, leave, Icon::Leave, words.table.leave, Event::LeavePressed)}
            </div>
        </header>
    }
    .into_any()
}

fn timer(ui: Ui) -> AnyView {
    let say = &ui.words.table;
    let text = ui.table(|table| table.timer.text.clone());
    let state = ui.table(|table| {
        let timer = &table.timer;
        match (timer.is_running, timer.is_late, timer.is_over) {
            (_, _, true) => "over",
            (true, true, false) => "late",
            (true, false, false) => "runs",
            (false, _, false) => "off",
        }
    });
    let may = ui.table(|table| table.may_run && table.is_linked);
    let label = move || match state.get() {
        "off" => say.timer_start,
        _ => say.timer_stop,
    };
    let over = move || {
        if state.get() == "over" {
            say.timer_over
        } else {
            ""
        }
    };
    view! {
        <button
            type="button"
            class="btn quiet timer"
            data-state=state
            title=label
            disabled=move || !may.get()
            on:click=move |_| ui.send(Event::TimerToggled)
        >
            {icon(Icon::Clock)}
            <span class="vh">{label} " "</span>
            <span class="clock">{text}</span>
        </button>
        <span class="vh" role="status">{over}</span>
    }
    .into_any()
}

fn safety(ui: Ui) -> AnyView {
    let emoji = ui.table_slice(|table| table.safety.clone());
    let say = &ui.words.seats;
    let spoken = move || {
        let names: Vec<_> = emoji.get().iter().map(|(_, name)| *name).collect();
        format!("{}: {}", say.safety, names.join(", "))
    };
    let drawn = move || {
        emoji
            .get()
            .iter()
            .map(|(sign, _)| *sign)
            .collect::<String>()
    };
    let has_some = ui.table_slice(|table| !table.safety.is_empty());
    let button = move || {
        has_some.get().then(|| {
            view! {
                <button
                    type="button"
                    class="btn quiet safety"
                    title=say.safety_note
                    aria-label=spoken
                    on:click=move |_| ui.send(Event::PanelOpened(Panel::Help))
                >
                    {icon(Icon::Shield)}
                    <span aria-hidden="true">{drawn}</span>
                </button>
            }
        })
    };
    button.into_any()
}

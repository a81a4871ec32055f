//! The bar above the table: timer, invite, the rest in a menu on narrow screens.

use crate::app::event::Event;
use crate::app::view::Panel;
use crate::ui::Ui;
use crate::ui::parts::{El, Icon, act_icon, el, group, icon, logo, region_if, tag};

/// Mark, timer, invite, menu.
pub(super) fn bar(ui: Ui) -> El {
    let words = ui.words;
    let open = |sign, label, panel| {
        let event = Event::PanelOpened(panel);
        act_icon(ui, "btn quiet with-icon", sign, label, event)
    };
    let more = tag("button", "btn quiet menu-btn")
        .attrs(&[
            ("type", "button"),
            ("aria-label", words.table.menu),
            ("popovertarget", "menu"),
        ])
        .add(icon(Icon::More));
    let leave = "btn quiet with-icon keeps-word";
    let menu = tag("div", "menu")
        .attrs(&[("id", "menu"), ("popover", "auto")])
        .add([
            open(Icon::List, words.table.stories, Panel::Stories),
            open(
                Icon::Sliders,
                words.table.table_settings,
                Panel::TableSettings,
            ),
            open(Icon::Gear, words.common.settings, Panel::Settings),
            open(Icon::Help, words.common.help, Panel::Help),
            act_icon(
                ui,
                leave,
                Icon::Leave,
                words.table.leave,
                Event::LeavePressed,
            ),
        ]);
    tag("header", "top").add([
        logo(words.common.title),
        safety(ui),
        timer(ui),
        act_icon(
            ui,
            "btn primary with-icon keeps-word",
            Icon::Invite,
            words.table.invite,
            Event::PanelOpened(Panel::Invite),
        ),
        more,
        menu,
    ])
}

fn timer(ui: Ui) -> El {
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
    let label = move || match state() {
        "off" => say.timer_start,
        _ => say.timer_stop,
    };
    let over = move || match state() {
        "over" => say.timer_over,
        _ => "",
    };
    let button = tag("button", "btn quiet timer")
        .attr("type", "button")
        .attr_live("data-state", move || Some(state()))
        .attr_live("title", move || Some(label()))
        .flag("disabled", move || !may())
        .sends(ui, Event::TimerToggled)
        .add([
            icon(Icon::Clock),
            tag("span", "vh").text(label).add(" "),
            tag("span", "clock").text(text),
        ]);
    group([button, tag("span", "vh").attr("role", "status").text(over)])
}

fn safety(ui: Ui) -> El {
    let has_some = ui.table(|table| !table.safety.is_empty());
    region_if(has_some, move || {
        let say = &ui.words.seats;
        let emoji = ui.table(|table| table.safety.clone());
        let spoken = move || {
            let names: Vec<_> = emoji().iter().map(|(_, name)| *name).collect();
            format!("{}: {}", say.safety, names.join(", "))
        };
        let drawn = move || emoji().iter().map(|(sign, _)| *sign).collect::<String>();
        tag("button", "btn quiet safety")
            .attrs(&[("type", "button"), ("title", say.safety_note)])
            .attr_live("aria-label", move || Some(spoken()))
            .sends(ui, Event::PanelOpened(Panel::Help))
            .add(icon(Icon::Shield))
            .add(el("span").attr("aria-hidden", "true").text(drawn))
    })
}

//! The bar above the table: timer, invite, the rest in a menu on narrow screens.

use crate::app::event::Event;
use crate::app::view::Panel;
use crate::ui::parts::{El, Icon, act_icon, el, group, icon, logo, region, region_if, tag};
use crate::ui::{Ui, say};
use crate::words::fill;

/// Mark, timer, invite, menu.
pub(super) fn bar(ui: Ui) -> El {
    let words = ui.words;
    let open = move |sign, label, panel| {
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
    let is_host = ui.table(|table| table.is_host);
    let leave = "btn quiet with-icon keeps-word";
    let menu = tag("div", "menu")
        .attrs(&[("id", "menu"), ("popover", "auto")])
        .add([
            region_if(is_host, move || {
                open(Icon::Linked, words.connection.title, Panel::Connection)
            }),
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
        own_link(ui),
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

/// A guest's link to the table: a sign, and in words where there is room.
fn own_link(ui: Ui) -> El {
    let own = ui.table(|table| table.connection.own.clone());
    region_if(
        move || own().is_some(),
        move || {
            let state = move || {
                let own = own()?;
                Some(say::link(ui.words, own.link, own.waited.as_deref()))
            };
            let words = move || state().map(|(_, words)| words);
            let name = move || words().map(|words| fill(ui.words.connection.button, &[&words]));
            let sign = region(move || state().map(|(sign, _)| sign), |sign| sign.map(icon));
            let is_bad = move || state().is_some_and(|(sign, _)| sign != Icon::Linked);
            tag("button", "btn quiet with-icon own-state")
                .attr("type", "button")
                .attr_live("title", name)
                .attr_live("aria-label", name)
                .class_if("bad", is_bad)
                .sends(ui, Event::PanelOpened(Panel::Connection))
                .add(sign)
                .add(tag("span", "word").text(move || words().unwrap_or_default()))
        },
    )
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

//! A guest has a reply link and waits for the host to take it.

use super::{beginning, sheet};
use crate::app::event::{CopyWhat, Event};
use crate::app::view::{Panel, Screen, View, WaitingView};
use crate::ui::Ui;
use crate::ui::dialogs::lan;
use crate::ui::parts::{
    El, act, act_if, el, group, para, read_only, region, region_if, sentences, switch, tag,
};
use crate::words::fill;

/// Shows the reply link, what to do with it, and how long it has been out.
pub(in crate::ui) fn waiting(ui: Ui) -> El {
    let is_here = ui.part(|view| waiting_part(view, |waiting| waiting.same_browser));
    let content = region(is_here, move |is_here| {
        if *is_here {
            same_browser(ui)
        } else {
            send_reply(ui)
        }
    });
    let cancel = act(ui, "btn quiet", ui.words.common.cancel, Event::GoToStart);
    sheet(ui, [content, tag("div", "row end").add(cancel)])
}

fn same_browser(ui: Ui) -> El {
    let say = &ui.words.waiting;
    group([
        beginning(say.same_browser),
        para("lead", say.same_browser_note).attr("role", "status"),
        sprout(),
    ])
}

/// Grows while one waits; for the eye only.
fn sprout() -> El {
    tag("span", "sprout").attr("aria-hidden", "true")
}

fn send_reply(ui: Ui) -> El {
    let say = &ui.words.waiting;
    let link = ui.part(|view| waiting_part(view, |waiting| waiting.reply_link.clone()));
    let has_link = move || link().is_some();
    let copied = ui.part(|view| waiting_part(view, |waiting| waiting.copied));
    let waited = ui.part(|view| waiting_part(view, |waiting| waiting.waited.clone()));
    let calls = ui.part(|view| waiting_part(view, |waiting| waiting.calls));
    let is_long = ui.part(|view| waiting_part(view, |waiting| waiting.is_long));
    let is_expected = ui.part(|view| waiting_part(view, |waiting| waiting.is_expected));
    let told = move || match (has_link(), copied()) {
        (false, _) if is_expected() => say.expected,
        (false, _) => say.making,
        (true, None) => say.send,
        (true, Some(true)) => say.copied,
        (true, Some(false)) => say.copy_refused,
    };
    let text = move || link().unwrap_or_default();
    let copy = Event::CopyPressed(CopyWhat::Reply);
    let clock = el("span").text(move || fill(say.waited, &[&waited()]));
    group([
        beginning(say.title),
        tag("p", "lead two-lines").attr("role", "status").text(told),
        known_failed(ui),
        region_if(calls, move || para("note", say.calls)),
        read_only(say.reply_link, "reply-link", text, say.making),
        act_if(ui, "btn primary big", say.copy_reply, has_link, copy),
        tag("p", "waited").add([sprout(), clock]),
        el("h2").add(say.next_title),
        sentences(true, &[say.next_paste, say.next_host, say.next_seat]),
        para("note", say.keep_open),
        remember(ui),
        lan(ui, true),
        region_if(is_long, move || advice(ui)),
    ])
}

/// Somebody known whom the network does not let straight in.
fn known_failed(ui: Ui) -> El {
    let is_so =
        ui.part(|view| waiting_part(view, |waiting| waiting.is_known && !waiting.is_expected));
    region_if(is_so, move || para("note", ui.words.waiting.known_failed))
}

/// Consent, where its use is plain: this is the step that it saves next time.
fn remember(ui: Ui) -> El {
    let say = &ui.words.waiting;
    let is_on = ui.part(|view| waiting_part(view, |waiting| waiting.remember));
    let texts = (say.remember, say.remember_note);
    switch(ui, "remember", texts, || true, is_on, Event::RememberMe)
}

fn advice(ui: Ui) -> El {
    let say = &ui.words.waiting;
    let lines = [
        say.long_host_open,
        say.long_newest,
        say.long_network,
        say.long_vpn,
    ];
    let test = Event::PanelOpened(Panel::Probe);
    tag("section", "advice")
        .attr("aria-label", say.long_title)
        .add([el("h2").add(say.long_title), sentences(false, &lines)])
        .add(act(ui, "btn", ui.words.network.test, test))
}

fn waiting_part<T: Default>(view: &View, pick: fn(&WaitingView) -> T) -> T {
    match &view.screen {
        Screen::Waiting(waiting) => pick(waiting),
        Screen::Start(_)
        | Screen::Name(_)
        | Screen::Table(_)
        | Screen::Handed(_)
        | Screen::Desk(_)
        | Screen::Stopped(_) => T::default(),
    }
}

//! A guest has a reply link and waits for the host to take it.

use super::sheet;
use crate::app::event::{CopyWhat, Event};
use crate::app::view::{Screen, View, WaitingView};
use crate::ui::Ui;
use crate::ui::parts::{act, act_if, read_only, sentences};
use crate::words::fill;
use leptos::prelude::*;

/// Shows the reply link, what to do with it, and how long it has been out.
pub(in crate::ui) fn waiting(ui: Ui) -> AnyView {
    let is_here = ui.slice(|view| waiting_part(view, |waiting| waiting.same_browser));
    let content = view! {
        {move || if is_here.get() { same_browser(ui) } else { send_reply(ui) }}
        <div class="row end">
            {act(ui, "btn quiet", ui.words.common.cancel, Event::GoToStart)}
        </div>
    };
    sheet(ui, content.into_any())
}

fn same_browser(ui: Ui) -> AnyView {
    let say = &ui.words.waiting;
    view! {
        <h1 data-start tabindex="-1">{say.same_browser}</h1>
        <p class="lead" role="status">{say.same_browser_note}</p>
        <span class="sprout" aria-hidden="true"></span>
    }
    .into_any()
}

fn send_reply(ui: Ui) -> AnyView {
    let say = &ui.words.waiting;
    let link = ui.part(|view| waiting_part(view, |waiting| waiting.reply_link.clone()));
    let copied = ui.part(|view| waiting_part(view, |waiting| waiting.copied));
    let waited = ui.part(|view| waiting_part(view, |waiting| waiting.waited.clone()));
    let is_long = ui.slice(|view| waiting_part(view, |waiting| waiting.is_long));
    let told = move || match (link.with(Option::is_some), copied.get()) {
        (false, _) => say.making,
        (true, None) => say.send,
        (true, Some(true)) => say.copied,
        (true, Some(false)) => say.copy_refused,
    };
    let text = Signal::derive(move || link.get().unwrap_or_default());
    let has_link = Signal::derive(move || link.with(Option::is_some));
    let copy = Event::CopyPressed(CopyWhat::Reply);
    view! {
        <h1 data-start tabindex="-1">{say.title}</h1>
        <p class="lead two-lines" role="status">{told}</p>
        {read_only(say.reply_link, "reply-link", text, say.making)}
        {act_if(ui, "btn primary big", say.copy_reply, has_link, copy)}
        <p class="waited">
            <span class="sprout" aria-hidden="true"></span>
            <span>{move || fill(say.waited, &[&waited.get()])}</span>
        </p>
        <h2>{say.next_title}</h2>
        {sentences(true, &[say.next_paste, say.next_host, say.next_seat])}
        <p class="note">{say.keep_open}</p>
        {move || is_long.get().then(|| advice(ui))}
    }
    .into_any()
}

fn advice(ui: Ui) -> AnyView {
    let say = &ui.words.waiting;
    let lines = [
        say.long_host_open,
        say.long_newest,
        say.long_network,
        say.long_vpn,
    ];
    view! {
        <section class="advice" aria-label=say.long_title>
            <h2>{say.long_title}</h2>
            {sentences(false, &lines)}
        </section>
    }
    .into_any()
}

fn waiting_part<T: Default>(view: &View, pick: fn(&WaitingView) -> T) -> T {
    match &view.screen {
        Screen::Waiting(waiting) => pick(waiting),
        Screen::Start(_)
        | Screen::Name(_)
        | Screen::Table(_)
        | Screen::Handed(_)
        | Screen::Stopped(_) => T::default(),
    }
}

//! The invite panel: link, code, replies.

use super::qr::qr;
use crate::app::event::{CopyWhat, Event};
use crate::ui::parts::{act, act_if, para, part, read_only, sentences};
use crate::ui::{Ui, say};
use crate::words::fill;
use leptos::html;
use leptos::prelude::*;

/// Everything one needs to bring people to the table.
pub(super) fn invite(ui: Ui) -> Vec<AnyView> {
    let say = &ui.words.invite;
    let is_closed = ui.table_slice(|table| table.invite.no_webrtc);
    let is_host = ui.table_slice(|table| table.is_host);
    let body = move || {
        if is_closed.get() {
            return para("warn", say.no_webrtc);
        }
        let note = if is_host.get() {
            say.note
        } else {
            say.guest_note
        };
        view! {
            {para("note", note)}
            <div class="invite-grid">
                <div>{link_part(ui)}</div>
                {code(ui)}
            </div>
            {replies(ui)}
            {part(say.how, vec![sentences(true, &[say.how_1, say.how_2, say.how_3])])}
            {servers(ui)}
        }
        .into_any()
    };
    vec![body.into_any()]
}

fn link_part(ui: Ui) -> AnyView {
    let say = &ui.words.invite;
    let link = ui.table(|table| table.invite.link.clone());
    let text = Signal::derive(move || link.get().unwrap_or_default());
    let has_link = Signal::derive(move || link.with(Option::is_some));
    let can_share = ui.table_slice(|table| table.invite.can_share);
    let copy = Event::CopyPressed(CopyWhat::Invite);
    let share = move || {
        let event = Event::SharePressed;
        can_share
            .get()
            .then(|| act_if(ui, "btn", say.share, has_link, event))
    };
    view! {
        {read_only(say.link, "invite-link", text, say.making)}
        <div class="row">
            {act_if(ui, "btn primary", say.copy_link, has_link, copy)}
            {share}
        </div>
    }
    .into_any()
}

fn code(ui: Ui) -> AnyView {
    let say = &ui.words.invite;
    let link = ui.table_slice(|table| table.invite.link.clone());
    view! {
        <figure class="code">
            <div class="qr-room">
                {move || link.with(|link| link.as_deref().and_then(|link| qr(say.qr, link)))}
            </div>
            <figcaption class="note">{say.qr_note}</figcaption>
        </figure>
    }
    .into_any()
}

fn replies(ui: Ui) -> AnyView {
    let say = &ui.words.invite;
    let node = NodeRef::<html::Textarea>::new();
    let pastes = ui.table_slice(|table| table.invite.pastes);
    Effect::new(move |before: Option<u32>| {
        let now = pastes.get();
        if before.is_some_and(|before| before != now)
            && let Some(area) = node.get_untracked()
        {
            area.set_value("");
        }
        now
    });
    let give = move |_| {
        let text = node
            .get_untracked()
            .map(|area| area.value())
            .unwrap_or_default();
        ui.send(Event::RepliesGiven(text));
    };
    let outcomes = ui.table_slice(|table| table.invite.outcomes.clone());
    let told = move || {
        let said = outcomes
            .get()
            .into_iter()
            .map(|outcome| say::reply(ui.words, &outcome));
        said.map(|text| view! { <li>{text}</li> })
            .collect::<Vec<_>>()
    };
    view! {
        <section class="part">
            <label class="label big" for="replies">{say.replies}</label>
            <p class="note" id="replies-note">{say.replies_note}</p>
            <textarea
                id="replies"
                class="input"
                rows="3"
                spellcheck="false"
                aria-describedby="replies-note"
                placeholder=say.replies_hint
                node_ref=node
            ></textarea>
            <div class="row">
                <button type="button" class="btn primary" on:click=give>{say.let_in}</button>
            </div>
            <ul class="outcomes" aria-label=say.outcomes aria-live="polite">{told}</ul>
        </section>
    }
    .into_any()
}

fn servers(ui: Ui) -> AnyView {
    let say = &ui.words.invite;
    let stun = ui.table_slice(|table| table.invite.stun.clone());
    let told = move || {
        stun.with(|hosts| {
            if hosts.is_empty() {
                say.lan_only.into()
            } else {
                fill(say.stun, &[&ui.words.names(hosts)])
            }
        })
    };
    view! {
        <p class="note">{told} " " {say.open_note}</p>
        {act(ui, "btn quiet small", ui.words.settings.servers, Event::PanelOpened(crate::app::view::Panel::Settings))}
    }
    .into_any()
}

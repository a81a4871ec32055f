//! Tokens of trackers, kept and forgotten.

use super::{look, part, say};
use crate::desk::DeskEvent;
use crate::desk::event::TicketEvent;
use crate::desk::view::Password;
use crate::ui::desk::DeskUi;
use crate::ui::desk::secret::{SecretForm, note, secret};
use crate::ui::desk::steps::stepping;
use crate::ui::parts::{El, act, el, group, labels, para, region_if, switch, tag};
use crate::words::fill;
use leptos::prelude::untrack;

/// The form, folded away.
pub(super) fn tokens(ui: DeskUi) -> El {
    let texts = &ui.words.tickets.tokens;
    let is_unreadable = part(ui, |it| it.settings.is_unreadable);
    let host = secret_form(ui).boxed("ticket-host", "text");
    let asked = host.clone();
    // Most people want the tracker of the story they look at.
    let details = tag("details", "model-setup").on("toggle", move |_| {
        if asked.value().is_empty() {
            asked.write(&untrack(move || look(ui, |it| it.host.clone())));
        }
    });
    details.add([
        el("summary").add(texts.title),
        para("note", texts.note),
        region_if(is_unreadable, move || para("note", texts.unreadable)),
        switch(
            ui,
            "ticket-on",
            (texts.switch, texts.switch_note),
            || true,
            part(ui, |it| it.settings.is_on),
            |is_on| DeskEvent::Ticket(TicketEvent::Switched(is_on)),
        ),
        switch(
            ui,
            "ticket-estimate",
            (texts.estimate, texts.estimate_note),
            part(ui, |it| it.settings.is_on),
            part(ui, |it| it.settings.sends_estimate),
            |is_on| DeskEvent::Ticket(TicketEvent::EstimateSwitched(is_on)),
        ),
        kept(ui),
        form(ui, &host),
    ])
}

/// The hosts that there is a token for; the tokens themselves are not shown again.
fn kept(ui: DeskUi) -> El {
    let texts = &ui.words.tickets.tokens;
    let hosts = part(ui, |it| it.settings.hosts.clone());
    // Whoever forgets one stays here.
    let place = tag("div", "ticket-kept").attr("tabindex", "-1");
    let list = stepping(&place, hosts, move |hosts| {
        if hosts.is_empty() {
            return para("note", texts.none);
        }
        let rows = hosts.iter().map(|host| {
            let event = DeskEvent::Ticket(TicketEvent::TokenForgotten(host.clone()));
            let forget = act(ui, "btn quiet", &fill(texts.forget, &[host]), event);
            el("li").add([el("span").add(host.as_str()), forget])
        });
        group([
            para("note", texts.kept_for),
            tag("ul", "ticket-hosts").add(rows.collect::<Vec<_>>()),
        ])
    });
    place.add(list)
}

fn secret_form(ui: DeskUi) -> SecretForm {
    let texts = &ui.words.tickets.tokens;
    SecretForm {
        problem: "ticket-problem",
        save: texts.save,
        saved: texts.saved,
    }
}

fn form(ui: DeskUi, host: &El) -> El {
    let texts = &ui.words.tickets.tokens;
    let token = secret_form(ui).boxed("ticket-token", "password");
    let problem_now = part(ui, |it| it.settings.problem);
    let told = move || problem_now().map_or_else(String::new, |wrong| say::problem(ui, wrong));
    let is_saved = part(ui, |it| {
        it.settings.n_saved > 0 && it.settings.problem.is_none()
    });
    let fields = group([
        labels("ticket-host", texts.host),
        host.clone(),
        note("ticket-host", texts.host_note),
        secret(
            "ticket-token",
            texts.token,
            texts.token_note,
            texts.show,
            &token,
        ),
    ]);
    let n_saved = part(ui, |it| it.settings.n_saved);
    let host = host.clone();
    secret_form(ui).form(fields, told, is_saved, move || {
        let before = untrack(n_saved);
        ui.send(DeskEvent::Ticket(TicketEvent::TokenGiven {
            host: host.value(),
            token: Password(token.value()),
        }));
        // What is kept does not stand on the screen any longer.
        if untrack(n_saved) != before {
            token.write("");
        }
    })
}

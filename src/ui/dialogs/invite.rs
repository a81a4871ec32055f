//! The invite panel: link, code, replies.

use super::lan::lan;
use super::one_screen::one_screen;
use super::qr::qr;
use crate::app::event::{CopyWhat, Event};
use crate::app::view::Panel;
use crate::ui::parts::{
    El, act, act_if, el, group, on_change, para, part, read_only, region, region_if, sentences, tag,
};
use crate::ui::{Ui, say};
use crate::words::fill;

/// Everything one needs to bring people to the table.
pub(super) fn invite(ui: Ui) -> El {
    let kind = ui.table(|table| (table.invite.no_webrtc, table.is_host));
    region(kind, move |(is_closed, is_host)| {
        let say = &ui.words.invite;
        if *is_closed {
            return para("warn", say.no_webrtc);
        }
        let note = if *is_host { say.note } else { say.guest_note };
        group([
            para("note", note),
            rendezvous(ui),
            tag("div", "invite-grid")
                .add(el("div").add(link_part(ui)))
                .add(code(ui)),
            replies(ui),
            group(is_host.then(|| group([lan(ui, false), one_screen(ui)]))),
            part(say.how, sentences(true, &[say.how_1, say.how_2, say.how_3])),
            servers(ui),
        ])
    })
}

fn link_part(ui: Ui) -> El {
    let say = &ui.words.invite;
    let link = ui.table(|table| table.invite.link.clone());
    let has_link = ui.table(|table| table.invite.link.is_some());
    let copy = Event::CopyPressed(CopyWhat::Invite);
    let share = region_if(ui.table(|table| table.invite.can_share), move || {
        act_if(ui, "btn", say.share, has_link, Event::SharePressed)
    });
    let ways = tag("div", "row")
        .add(act_if(ui, "btn primary", say.copy_link, has_link, copy))
        .add(share);
    group([
        read_only(
            say.link,
            "invite-link",
            move || link().unwrap_or_default(),
            say.making,
        ),
        ways,
    ])
}

fn code(ui: Ui) -> El {
    let say = &ui.words.invite;
    let code = region(ui.table(|table| table.invite.link.clone()), move |link| {
        link.as_deref().and_then(|link| qr(say.qr, link))
    });
    tag("figure", "code")
        .add(tag("div", "qr-room").add(code))
        .add(tag("figcaption", "note").add(say.qr_note))
}

fn replies(ui: Ui) -> El {
    let say = &ui.words.invite;
    let area = tag("textarea", "input").attrs(&[
        ("id", "replies"),
        ("rows", "3"),
        ("spellcheck", "false"),
        ("aria-describedby", "replies-note"),
        ("placeholder", say.replies_hint),
    ]);
    let (used, given) = (area.clone(), area.clone());
    on_change(ui.table(|table| table.invite.pastes), move || {
        used.write("");
    });
    let give = tag("button", "btn primary")
        .attr("type", "button")
        .on("click", move |_| {
            ui.send(Event::RepliesGiven(given.value()));
        })
        .add(say.let_in);
    let told = region(
        ui.table(|table| table.invite.outcomes.clone()),
        move |all| {
            let told = all.iter().map(|outcome| say::reply(ui.words, outcome));
            told.map(|text| el("li").add(text)).collect::<Vec<_>>()
        },
    );
    let outcomes = tag("ul", "outcomes")
        .attrs(&[("aria-label", say.outcomes), ("aria-live", "polite")])
        .add(told);
    tag("section", "part").add([
        tag("label", "label big")
            .attr("for", "replies")
            .add(say.replies),
        para("note", say.replies_note).attr("id", "replies-note"),
        area,
        tag("div", "row").add(give),
        outcomes,
    ])
}

/// Says so while the link alone brings people in.
fn rendezvous(ui: Ui) -> El {
    let trackers = ui.table(|table| table.invite.trackers.clone());
    region(trackers, move |hosts| {
        let words = ui.words;
        (!hosts.is_empty()).then(|| {
            let text = fill(words.invite.rendezvous, &[&words.names(hosts)]);
            para("note", text).attr("role", "status")
        })
    })
}

fn servers(ui: Ui) -> El {
    let say = &ui.words.invite;
    let stun = ui.table(|table| table.invite.stun.clone());
    let told = move || match stun().as_slice() {
        [] => say.lan_only.into(),
        hosts => fill(say.stun, &[&ui.words.names(hosts)]),
    };
    let label = ui.words.settings.servers;
    let open = Event::PanelOpened(Panel::Settings);
    group([
        tag("p", "note").text(told).add([" ", say.open_note]),
        act(ui, "btn quiet small", label, open),
    ])
}

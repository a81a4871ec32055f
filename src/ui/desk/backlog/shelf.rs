//! Several backlogs, one for each team; and what could not be read of them.

use super::press;
use crate::desk::DeskEvent;
use crate::desk::event::BacklogEvent;
use crate::desk::view::BacklogId;
use crate::desk::view::BacklogLine;
use crate::ui::desk::{DeskUi, fields};
use crate::ui::parts::{El, el, para, region_if, tag};

/// Another backlog is shown, if there is another.
pub(super) fn switch(ui: DeskUi) -> El {
    let has_others = ui.backlog(|list| list.backlogs.len() > 1);
    region_if(has_others, move || {
        let names = ui.backlog(|list| list.backlogs.iter().map(|one| one.name.clone()).collect());
        let answers = move || named(ui, names());
        let chosen = ui.backlog(|list| {
            let open = list.backlogs.iter().position(|one| one.is_open);
            open.unwrap_or_default()
        });
        let label = ui.words.backlog.team;
        let field = fields::select("team", label, answers, chosen, move |at| {
            let ids = leptos::prelude::untrack(ui.backlog(|list| ids(&list.backlogs)));
            if let Some(id) = ids.get(at) {
                ui.send(DeskEvent::Backlog(BacklogEvent::Switched(*id)));
            }
        });
        tag("div", "team").add(field)
    })
}

fn ids(backlogs: &[BacklogLine]) -> Vec<BacklogId> {
    backlogs.iter().map(|one| one.id).collect()
}

fn named(ui: DeskUi, names: Vec<String>) -> Vec<String> {
    let unnamed = ui.words.backlog.unnamed;
    let names = names.into_iter();
    let names = names.map(|name| {
        if name.is_empty() {
            unnamed.to_owned()
        } else {
            name
        }
    });
    names.collect()
}

/// Name and end of the backlog shown, and a new one.
pub(super) fn manage(ui: DeskUi) -> El {
    let say = ui.words.backlog;
    let name = ui.backlog(|list| {
        let open = list.backlogs.iter().find(|one| one.is_open);
        open.map(|one| one.name.clone()).unwrap_or_default()
    });
    let open = ui.backlog(|list| {
        list.backlogs
            .iter()
            .find(|one| one.is_open)
            .map(|one| one.id)
    });
    let rename = fields::text(ui, "team-name", say.team_name, name, move |name| {
        let id = leptos::prelude::untrack(open)?;
        Some(DeskEvent::Backlog(BacklogEvent::Renamed(id, name)))
    });
    let texts = (say.team_new, say.team_new, say.team_add);
    let new = fields::adder(ui, "team-new", texts, |name| {
        let is_named = !name.trim().is_empty();
        is_named.then_some(DeskEvent::Backlog(BacklogEvent::Created(name)))
    });
    let delete = tag("button", "btn quiet")
        .attr("type", "button")
        .on("click", move |_| {
            if let Some(id) = leptos::prelude::untrack(open) {
                ui.send(DeskEvent::Backlog(BacklogEvent::Deleted(id)));
            }
        })
        .add(say.team_delete);
    let body = tag("div", "team-acts").add([rename, new, delete]);
    tag("details", "folded")
        .add(tag("summary", "btn").add(say.teams))
        .add(body)
}

/// Nothing of it is written over; a copy is offered first.
pub(super) fn unreadable(ui: DeskUi) -> El {
    let n = ui.backlog(|list| list.n_unreadable);
    let has_some = move || n() > 0;
    region_if(has_some, move || {
        let say = ui.words.backlog;
        let ways = [
            press(
                ui,
                "btn",
                say.damaged_copy,
                BacklogEvent::DamagedCopyPressed,
            ),
            press(
                ui,
                "btn quiet",
                say.damaged_drop,
                BacklogEvent::DamagedDropped,
            ),
        ];
        tag("div", "warn")
            .add(el("p").text(move || ui.words.frame_count.damaged.of(n())))
            .add(para("", "").add(tag("span", "row").add(ways)))
    })
}

//! Below the lists: handing them on, the calendar file, putting the refinement away.

use super::{ChecklistEvent, DeskUi, calendar};
use crate::desk::DeskEvent;
use crate::desk::view::{EarlierRow, ListLink};
use crate::ui::parts::{El, act, el, line, para, read_only, region, region_if, tag};

/// All of it.
pub(super) fn after(ui: DeskUi) -> El {
    tag("div", "check-after").add([share(ui), calendar::calendar(ui), archive(ui), earlier(ui)])
}

/// A part under its own heading.
pub(super) fn part(title: &str, note: &str, body: El) -> El {
    tag("section", "check-card")
        .add(el("h2").attr("tabindex", "-1").add(title))
        .add(para("note", note))
        .add(body)
}

fn share(ui: DeskUi) -> El {
    let say = &ui.words.checklist.screen;
    let link = ui.checklist(|shown| match &shown.link {
        None => 0,
        Some(ListLink::Ready(_)) => 1,
        Some(ListLink::TooLong) => 2,
    });
    let body = region(link, move |link| match link {
        0 => {
            let wanted = DeskEvent::Checklist(ChecklistEvent::LinkWanted);
            act(ui, "btn", say.share, wanted)
        }
        1 => ready(ui),
        _ => para("warn", say.share_too_long),
    });
    part(say.share, say.share_note, body)
}

fn ready(ui: DeskUi) -> El {
    let say = &ui.words.checklist.screen;
    let url = ui.checklist(|shown| match &shown.link {
        Some(ListLink::Ready(url)) => url.clone(),
        Some(ListLink::TooLong) | None => String::new(),
    });
    let copy = DeskEvent::Checklist(ChecklistEvent::LinkCopied);
    let send = DeskEvent::Checklist(ChecklistEvent::LinkSent);
    let can_share = ui.checklist(|shown| shown.can_share);
    let send = region_if(can_share, move || {
        act(ui, "btn", say.share_send, send.clone())
    });
    tag("div", "check-link")
        .add(read_only(say.share_link, "list-link", url, ""))
        .add(tag("div", "row").add([act(ui, "btn primary", say.share_copy, copy), send]))
}

fn archive(ui: DeskUi) -> El {
    let say = &ui.words.checklist.screen;
    let archived = DeskEvent::Checklist(ChecklistEvent::Archived);
    let body = act(ui, "btn", say.archive, archived);
    part(say.archive, say.archive_note, body)
}

fn earlier(ui: DeskUi) -> El {
    let say = &ui.words.checklist.screen;
    let rows = ui.checklist(|shown| shown.earlier.clone());
    let is_empty = ui.checklist(|shown| shown.earlier.is_empty());
    let lines = move || {
        let rows = rows().into_iter();
        rows.map(|row| line(row.archived_ms.to_string(), move || earlier_row(ui, &row)))
            .collect()
    };
    let list = tag("ul", "check-earlier")
        .attrs(&[("role", "list"), ("aria-label", say.earlier)])
        .lines(lines);
    tag("section", "check-card")
        .add(el("h2").add(say.earlier))
        .add(region_if(is_empty, move || para("note", say.earlier_none)))
        .add(list)
}

fn earlier_row(ui: DeskUi, row: &EarlierRow) -> El {
    let say = &ui.words.checklist.screen;
    let of = [row.title.as_str(), row.day.as_str()].join(", ");
    let acts = [
        (
            say.open_earlier,
            ChecklistEvent::EarlierOpened(row.archived_ms),
        ),
        (
            say.delete_earlier,
            ChecklistEvent::EarlierDeleted(row.archived_ms),
        ),
    ];
    let acts = acts.map(|(label, event)| {
        act(ui, "btn quiet small", label, DeskEvent::Checklist(event))
            .attr("aria-label", &[label, ": ", &of].concat())
    });
    let what = tag("div", "")
        .add(tag("b", "").add(row.title.as_str()))
        .add(para(
            "note",
            [row.day.as_str(), &row.progress_said].join(" · "),
        ));
    el("li").add(what).add(tag("div", "row").add(acts))
}

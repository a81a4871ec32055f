//! While the link is gone: what is being tried, and the reply that leads back.

use crate::app::event::{CopyWhat, Event};
use crate::app::view::{TableView, WayBackView};
use crate::ui::Ui;
use crate::ui::parts::{El, act, el, read_only, region, region_if, tag};

/// How this page stands to its table.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Way {
    #[default]
    There,
    /// Quiet; the connection may heal by itself.
    Quiet,
    /// A guest whose link is gone.
    Searching,
    /// A host whose guests are being called back.
    Calling,
    /// A host that hears so few seats that it waits.
    Holding,
    /// Another browser holds the table that this one opened.
    Elsewhere,
}

fn way(table: &TableView) -> Way {
    if table.is_holding {
        return Way::Holding;
    }
    match (&table.way_back, table.is_host, table.is_linked) {
        (Some(_), true, _) => Way::Calling,
        (Some(_), false, _) => Way::Searching,
        (None, _, false) => Way::Quiet,
        (None, _, true) if table.can_take_back => Way::Elsewhere,
        (None, _, true) => Way::There,
    }
}

/// Nothing while all is well.
pub(super) fn way_back(ui: Ui) -> El {
    region(ui.table(way), move |way| match way {
        Way::There => None,
        Way::Quiet => Some(banner([
            el("p").add(ui.words.table.reconnecting),
            el("p").add(ui.words.table.offline_note),
        ])),
        Way::Searching => Some(banner([
            told(ui, ui.words.back.searching),
            reply(ui, ui.words.back.reply),
            carry_on(ui),
        ])),
        Way::Calling => Some(banner([
            told(ui, ui.words.back.calling),
            reply(ui, ui.words.back.host_reply),
        ])),
        Way::Holding => {
            let say = &ui.words.back;
            Some(banner([
                el("p").add(say.holding),
                reply(ui, say.host_reply),
                offer(ui, say.go_on, say.go_on_note, Event::GoOnWithout),
            ]))
        }
        Way::Elsewhere => {
            let say = &ui.words.back;
            let note = say.take_back_note;
            Some(banner([offer(
                ui,
                say.take_back,
                note,
                Event::TakeTableBack,
            )]))
        }
    })
}

fn banner<const N: usize>(parts: [El; N]) -> El {
    tag("section", "linkless").add(parts)
}

fn told(ui: Ui, sentence: &'static str) -> El {
    let waited = ui.table(|table| part(table, |way| way.waited.clone()));
    let clock = tag("span", "clock").attr("aria-hidden", "true");
    // The sentence is read out once, the clock is for the eye.
    tag("p", "waited")
        .add(el("span").attr("role", "status").add(sentence))
        .add(" ")
        .add(clock.text(waited))
}

/// The reply, once no door has opened by itself.
fn reply(ui: Ui, why: &'static str) -> El {
    let say = &ui.words.back;
    let link = ui.table(|table| part(table, |way| way.reply_link.clone()));
    let has_link = ui.table(|table| part(table, |way| way.reply_link.is_some()));
    let copied = ui.table(|table| part(table, |way| way.copied));
    region_if(has_link, move || {
        let text = move || link().unwrap_or_default();
        let note = move || match copied() {
            Some(true) => say.copied,
            Some(false) | None => say.copy_refused,
        };
        tag("div", "way-reply")
            .add(el("p").add(why).add(" ").add(el("span").text(note)))
            .add(read_only(say.reply_link, "way-reply", text, ""))
            .add(act(
                ui,
                "btn small",
                say.copy_reply,
                Event::CopyPressed(CopyWhat::Reply),
            ))
    })
}

/// The last way: a table of one's own, with what is known.
fn carry_on(ui: Ui) -> El {
    let say = &ui.words.back;
    let has_link = ui.table(|table| part(table, |way| way.reply_link.is_some()));
    region_if(has_link, move || {
        offer(ui, say.carry_on, say.carry_on_note, Event::CarryOnHere)
    })
}

/// A button and what it means.
fn offer(ui: Ui, label: &str, note: &'static str, event: Event) -> El {
    tag("div", "row")
        .add(act(ui, "btn quiet small", label, event))
        .add(tag("p", "note").add(note))
}

fn part<T: Default>(table: &TableView, pick: fn(&WayBackView) -> T) -> T {
    table.way_back.as_ref().map(pick).unwrap_or_default()
}

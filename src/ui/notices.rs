//! Short messages at the edge, and the sentence for screen readers.

use super::parts::{El, Icon, act, el, icon, line, tag};
use super::{Ui, say};
use crate::app::event::Event;
use crate::app::view::{Notice, View};

/// The stack of messages; each stays until it is dismissed by hand or by the program.
pub(super) fn notices(ui: Ui) -> El {
    let notices = ui.part(|view| view.notices.clone());
    let lines = move || {
        let notices = notices().into_iter();
        notices
            .map(|notice| line(notice.id.to_string(), move || one(ui, &notice)))
            .collect()
    };
    tag("section", "notices")
        .attrs(&[
            ("aria-label", ui.words.notice.label),
            ("aria-live", "polite"),
        ])
        .lines(lines)
}

fn one(ui: Ui, notice: &Notice) -> El {
    let id = notice.id;
    let undo = notice
        .can_undo
        .then(|| act(ui, "btn quiet", ui.words.common.undo, Event::Undo(id)));
    let dismiss = tag("button", "icon-btn")
        .attrs(&[("type", "button"), ("aria-label", ui.words.common.dismiss)])
        .sends(ui, Event::NoticeDismissed(id))
        .add(icon(Icon::Close));
    tag("div", "notice")
        .add(el("p").add(say::notice(ui.words, &notice.text)))
        .add(undo)
        .add(dismiss)
}

/// A polite live region; a repeated sentence changes its place, so that it is read again.
pub(super) fn spoken(ui: Ui) -> El {
    let text = move |is_odd: bool| move || newest(ui, &ui.look(), is_odd);
    tag("div", "vh")
        .attr("aria-live", "polite")
        .add([el("p").text(text(false)), el("p").text(text(true))])
}

fn newest(ui: Ui, view: &View, is_odd: bool) -> String {
    match &view.announcement {
        (number, Some(what)) if (number % 2 == 1) == is_odd => say::announcement(ui.words, what),
        _ => String::new(),
    }
}

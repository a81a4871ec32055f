//! Before the desk is on the screen, or when it could not be loaded.

use super::{beginning, sheet};
use crate::app::event::Event;
use crate::app::view::{DoorView, Screen, View};
use crate::ui::Ui;
use crate::ui::parts::{El, act, group, para, region, tag};

/// Nothing while the desk is open: it draws itself beside this.
pub(in crate::ui) fn door(ui: Ui) -> El {
    region(ui.part(state), move |state| match state {
        Some(DoorView::Opening) => Some(sheet(
            ui,
            para("lead", ui.words.start.one_moment).attr("role", "status"),
        )),
        Some(DoorView::Shut) => Some(shut(ui)),
        Some(DoorView::Open) | None => None,
    })
}

fn state(view: &View) -> Option<DoorView> {
    match view.screen {
        Screen::Desk(door) => Some(door),
        Screen::Start(_)
        | Screen::Name(_)
        | Screen::Waiting(_)
        | Screen::Table(_)
        | Screen::Handed(_)
        | Screen::Stopped(_) => None,
    }
}

fn shut(ui: Ui) -> El {
    let say = &ui.words.start;
    let ways = [
        act(ui, "btn primary", say.desk_again, Event::DeskAgain),
        act(ui, "btn quiet", ui.words.common.back, Event::GoToStart),
    ];
    let content = group([
        beginning(say.desk_shut),
        para("lead", say.desk_shut_note),
        tag("div", "row").add(ways),
    ]);
    sheet(ui, content)
}

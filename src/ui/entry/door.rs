//! Before the desk is on the screen, or when it could not be loaded.

use super::{beginning, sheet};
use crate::app::event::Event;
use crate::app::view::DoorView;
use crate::ui::Ui;
use crate::ui::parts::{El, act, group, para, tag};

/// Nothing while the desk is open: it draws itself beside this.
pub(in crate::ui) fn door(ui: Ui, state: DoorView) -> El {
    match state {
        DoorView::Opening => {
            let moment = para("lead", ui.words.start.one_moment);
            sheet(ui, moment.attr("role", "status"))
        }
        DoorView::Shut => shut(ui),
        DoorView::Open => group([] as [El; 0]),
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

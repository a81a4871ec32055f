//! A record for those who were not there: a link, or a file where it is too long for one.

use crate::desk::DeskEvent;
use crate::desk::event::RecordEvent;
use crate::ui::desk::DeskUi;
use crate::ui::desk::pack::{Shape, kind};
use crate::ui::parts::{El, act, group, para, region, tag};
use crate::words::fill;

/// The button that hands it on, and what it does.
pub(super) fn parcel(ui: DeskUi) -> El {
    let shape = ui.record(|shown| Some((shown.id, kind(Some(&shown.parcel)))));
    region(shape, move |shape| {
        shape.map(|(id, shape)| one(ui, id, shape))
    })
}

fn one(ui: DeskUi, id: u64, shape: Shape) -> El {
    let say = ui.words.records;
    let press = |label, event| {
        let button = act(ui, "btn", label, DeskEvent::Records(event));
        tag("div", "row record-ways").add(button)
    };
    match shape {
        Shape::Link => group([
            press(say.copy_link, RecordEvent::LinkCopied(id)),
            para("note", say.link_note),
        ]),
        Shape::File(n) => group([
            para("note", fill(say.file_note, &[&n.to_string()])),
            press(say.save_file, RecordEvent::FileSaved(id)),
        ]),
        Shape::None | Shape::TooLong | Shape::NoStories | Shape::NoName => {
            para("note", say.too_long)
        }
    }
}

//! Below the stories of a pack: who replies, where the estimates go, and the reply itself.

use super::{of_pack, told};
use crate::desk::DeskEvent;
use crate::desk::event::PackedEvent;
use crate::ui::desk::pack::{Shape, kind, url};
use crate::ui::desk::{DeskUi, fields};
use crate::ui::parts::{
    Choice, El, act, choices, el, group, para, read_only, region, region_if, tag,
};
use crate::words::fill;

/// The whole part.
pub(super) fn reply(ui: DeskUi) -> El {
    let say = ui.words.pack;
    let name = of_pack(ui, |content| content.name.clone());
    let name = fields::text(ui, "packed-name", say.your_name, name, |name| {
        told(PackedEvent::NameTyped(name))
    });
    let shape = of_pack(ui, |content| kind(content.reply.as_ref()));
    let ready = region(shape, move |shape| parcel(ui, *shape));
    let make = press(ui, "btn primary", say.make_reply, PackedEvent::ReplyMade);
    tag("section", "paper packed-reply")
        .attr("aria-labelledby", "packed-reply")
        .add(el("h2").attr("id", "packed-reply").add(say.reply_heading))
        .add([name, presence(ui)])
        .add(tag("div", "row").add(make))
        .add(tag("div", "").attr("role", "status").add(ready))
}

fn press(ui: DeskUi, class: &str, label: &str, event: PackedEvent) -> El {
    act(ui, class, label, DeskEvent::Packed(event))
}

/// At the table or not: where the estimates go, said before they do.
fn presence(ui: DeskUi) -> El {
    let say = ui.words.pack;
    let choose = |is_absent| DeskEvent::Packed(PackedEvent::AbsenceChosen(is_absent));
    let answers = vec![
        Choice::new(say.present, choose(false)),
        Choice::new(say.absent, choose(true)),
    ];
    let is_absent = of_pack(ui, |content| content.is_absent);
    let chosen = move || Some(usize::from(is_absent()));
    let picker = choices(ui, "presence", say.presence, || true, chosen, answers);
    let note = para("note", "").text(move || {
        if is_absent() {
            say.sealed_note
        } else {
            say.kept_note
        }
    });
    let label = tag("p", "label")
        .attr("aria-hidden", "true")
        .add(say.presence);
    tag("div", "packed-presence").add([label, picker, note])
}

/// The reply, ready to be sent.
fn parcel(ui: DeskUi, shape: Shape) -> Option<El> {
    let say = ui.words.pack;
    Some(match shape {
        Shape::None | Shape::NoStories => return None,
        Shape::Link => link(ui),
        Shape::File(n) => group([
            para("note", fill(say.reply_file_note, &[&n.to_string()])),
            para("note", say.reply_note),
            tag("div", "row").add(press(
                ui,
                "btn primary",
                say.save_reply,
                PackedEvent::ReplySaved,
            )),
        ]),
        Shape::TooLong => para("warn", say.reply_too_long),
        Shape::NoName => para("warn", say.no_name),
    })
}

fn link(ui: DeskUi) -> El {
    let say = ui.words.pack;
    let address = of_pack(ui, |content| url(content.reply.as_ref()));
    let can_share = of_pack(ui, |content| content.can_share);
    let send = region_if(can_share, move || {
        press(ui, "btn", say.send_link, PackedEvent::ReplySent)
    });
    let copy = press(ui, "btn primary", say.copy_reply, PackedEvent::ReplyCopied);
    tag("div", "pack-parcel").add([
        read_only(say.reply, "packed-link", address, ""),
        tag("div", "row").add([copy, send]),
        para("note", say.reply_note),
    ])
}

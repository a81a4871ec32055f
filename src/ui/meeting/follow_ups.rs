//! Open points of last time: closed, or carried over to the next session.

use super::write::writer;
use super::{MeetingUi, did};
use crate::app::view::{Act, NoteField, NoteId, NoteKind, NoteState, Place, TopicId};
use crate::ui::parts::{El, el, group, line, para, region, tag};
use crate::words::fill;
use leptos::prelude::untrack;

/// All of them, and a line for one more.
pub(super) fn follow_ups(ui: MeetingUi) -> El {
    let say = &ui.words.parts;
    let ids = ui.meeting(|meeting| {
        let notes = meeting.meeting().notes_for(meeting.me);
        let ids = notes.filter(|note| note.kind == NoteKind::FollowUp);
        ids.map(|note| note.id).collect::<Vec<_>>()
    });
    let told = move || {
        if ids().is_empty() {
            say.follow_ups_none
        } else {
            say.follow_ups_note
        }
    };
    let lines = move || {
        let ids = ids().into_iter();
        ids.map(|id| line(id.0.to_string(), move || follow_up(ui, id)))
            .collect()
    };
    group([
        el("h2").add(ui.words.frame.follow_ups),
        tag("p", "note").text(told),
        tag("ul", "follow-ups")
            .attr("aria-label", ui.words.frame.follow_ups)
            .lines(lines),
        writer(ui, say.follow_up_new, NoteKind::FollowUp, None),
    ])
}

fn follow_up(ui: MeetingUi, id: NoteId) -> El {
    let say = &ui.words.parts;
    let text = move || ui.now(|meeting| meeting.text(Place::Note(id, NoteField::Text)).to_owned());
    let about = move || {
        ui.now(|meeting| {
            let meeting = meeting.meeting();
            let topic = meeting.topic(meeting.note(id)?.topic?)?;
            Some(fill(say.follow_up_of, &[&topic.name()]))
        })
    };
    let owner = move || {
        let owner = ui.now(|meeting| {
            let place = Place::Note(id, NoteField::Who);
            meeting.text(place).trim().to_owned()
        });
        (!owner.is_empty()).then(|| fill(say.owner, &[&owner]))
    };
    let facts = region(
        move || [about(), owner()].into_iter().flatten().collect::<Vec<_>>(),
        |facts| (!facts.is_empty()).then(|| para("note", facts.join(" · "))),
    );
    let state = move || {
        ui.now(|meeting| {
            let note = meeting.meeting().note(id);
            note.map(|note| note.state)
        })
    };
    let to = |label, wanted| settle(ui, id, label, wanted, state);
    let acts = tag("div", "row").add([
        to(say.close_it, NoteState::Closed),
        to(say.carry_over, NoteState::CarriedOver),
    ]);
    let name = move || match state() {
        Some(NoteState::Closed) => Some("closed"),
        Some(NoteState::CarriedOver) => Some("carried"),
        Some(NoteState::Open) | None => None,
    };
    tag("li", "follow-up").attr_live("data-state", name).add([
        tag("p", "follow-up-text").text(text),
        facts,
        acts,
    ])
}

/// Pressed while it stands so; pressed again, it is open.
fn settle(
    ui: MeetingUi,
    note: NoteId,
    label: &str,
    wanted: NoteState,
    state: impl Fn() -> Option<NoteState> + Copy + 'static,
) -> El {
    let may = ui.meeting(|meeting| meeting.is_linked && !meeting.meeting().is_over());
    let is_on = move || state() == Some(wanted);
    let toggle = move || {
        let state = if is_on() { NoteState::Open } else { wanted };
        ui.send(did(Act::Settle { note, state }));
    };
    pressed(tag("button", "btn small toggle"), is_on)
        .flag("disabled", move || !may())
        .on("click", move |_| untrack(toggle))
        .add(label)
}

/// A button that stays pressed while something holds.
pub(super) fn pressed(button: El, is_on: impl Fn() -> bool + 'static) -> El {
    button
        .attr("type", "button")
        .attr_live("aria-pressed", move || {
            Some(if is_on() { "true" } else { "false" })
        })
}

/// Questions of a story that this person may see, and who asks.
pub(super) fn questions(ui: MeetingUi, topic: TopicId) -> Vec<(NoteId, String, String)> {
    ui.now(|meeting| {
        let notes = meeting.meeting().notes_for(meeting.me);
        let asked = notes.filter(|note| {
            note.kind == NoteKind::Question && note.topic == Some(topic) && note.is_kept()
        });
        let asked = asked.map(|note| {
            let who = note.by.map_or("", |by| meeting.meeting().name(by));
            let text = note.text(NoteField::Text);
            (note.id, text.to_owned(), who.to_owned())
        });
        asked.collect()
    })
}

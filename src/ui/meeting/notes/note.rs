//! One note: its lines, typed live, and what can be done with it.

use super::super::MeetingUi;
use super::super::live_text::{id as box_id, live_line, live_text};
use super::{Hand, Scope};
use crate::app::view::{Act, MeetingNow, Note, NoteField, NoteId, NoteKind, NoteState, Place};
use crate::ui::parts::{El, Icon, el, group, icon, labels, region, tag};
use crate::words::{SessionNoteWords, fill};
use leptos::prelude::{GetUntracked, Set, queue_microtask, untrack};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Longest part of a note's text in the name of a button, in characters.
const MAX_WHICH_CHARS: usize = 60;

/// A note with its boxes.
pub(super) fn note(ui: MeetingUi, hand: Hand, id: NoteId) -> El {
    let now = untrack(|| {
        ui.now(|now| {
            let note = now.meeting().note(id)?;
            Some((note.kind, note.by == Some(now.me), names(ui, now, note)))
        })
    });
    let Some((kind, is_mine, names)) = now else {
        return el("li");
    };
    let name = names.first().cloned().unwrap_or_default();
    let boxes = kind.fields().iter().zip(&names);
    let boxes = boxes.map(|(field, name)| one_box(ui, id, *field, name));
    let line = tag("li", "note-card")
        .attr("data-kind", mark(kind))
        .attr_live("data-closed", move || is_closed(ui, id).then_some(""))
        .add(tag("div", "note-boxes").add(boxes.collect::<Vec<_>>()))
        .add(acts(ui, hand, id, kind, &name));
    let awaited = hand.awaited.get_untracked();
    if is_mine && awaited.is_some_and(|(one, last)| one == kind && id > last) {
        hand.awaited.set(None);
        begin(line.clone());
    }
    line
}

/// The person who asked for it types into it, as soon as it is on the page.
fn begin(line: El) {
    queue_microtask(move || {
        let element: &Element = line.as_js();
        let first = element.query_selector(".live-text").ok().flatten();
        if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
            // A box that cannot take the focus leaves it where it is.
            let _ = first.focus();
        }
    });
}

fn mark(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Decision => "decision",
        NoteKind::Question => "question",
        NoteKind::Risk => "risk",
        NoteKind::Parked => "parked",
        NoteKind::FollowUp => "follow-up",
    }
}

/// The word over a line of a note.
fn word(say: &SessionNoteWords, kind: NoteKind, field: NoteField) -> &'static str {
    match field {
        NoteField::Text => match kind {
            NoteKind::Decision => say.decision,
            NoteKind::Question => say.question,
            NoteKind::Risk => say.risk,
            NoteKind::Parked | NoteKind::FollowUp => say.topic,
        },
        NoteField::Why => say.why,
        NoteField::Who => match kind {
            NoteKind::Decision => say.who,
            NoteKind::Parked => say.first_name,
            NoteKind::Question | NoteKind::Risk | NoteKind::FollowUp => say.owner,
        },
        NoteField::Second => say.second_name,
        NoteField::Dropped => say.dropped,
        NoteField::Due => say.due,
        NoteField::Slot => say.slot,
    }
}

/// What the boxes of a note are called: numbered from the second of its word on, those taken
/// away included, so that a name stays.
fn names(ui: MeetingUi, now: &MeetingNow, note: &Note) -> Vec<String> {
    let say = ui.words.notes;
    let current = now.meeting().current;
    let is_shown = |one: &&Note| {
        let mut scopes = Scope::ALL.into_iter();
        one.id <= note.id && scopes.any(|scope| scope.holds(one, current))
    };
    let has = |one: &Note, word: &str| {
        let mut fields = one.kind.fields().iter();
        fields.any(|field| self::word(say, one.kind, *field) == word)
    };
    let fields = note.kind.fields().iter();
    let names = fields.map(|field| {
        let word = word(say, note.kind, *field);
        let others = now.meeting().notes.iter().filter(is_shown);
        match others.filter(|one| has(one, word)).count() {
            0 | 1 => word.to_owned(),
            n => fill(say.numbered, &[word, &n.to_string()]),
        }
    });
    names.collect()
}

fn one_box(ui: MeetingUi, id: NoteId, field: NoteField, name: &str) -> El {
    let place = Place::Note(id, field);
    let boxed = tag("div", "note-box");
    match field {
        NoteField::Text | NoteField::Why | NoteField::Dropped => boxed
            .attr("data-wide", "")
            .add(live_text(ui, place, name, false)),
        NoteField::Due => {
            let hint = ui.words.notes.due_hint;
            let line = live_line(ui, place, name).attr("placeholder", hint);
            boxed.add([labels(&box_id(place), name), line])
        }
        NoteField::Who | NoteField::Second | NoteField::Slot => {
            boxed.add(live_text(ui, place, name, false))
        }
    }
}

/// Something of a note as it is now.
fn of<T: Default>(ui: MeetingUi, id: NoteId, pick: impl FnOnce(&Note) -> T) -> T {
    ui.now(|now| now.meeting().note(id).map(pick).unwrap_or_default())
}

fn is_closed(ui: MeetingUi, id: NoteId) -> bool {
    of(ui, id, |note| note.state == NoteState::Closed)
}

/// Whether it blocks, whether it is answered, and away with it.
fn acts(ui: MeetingUi, hand: Hand, id: NoteId, kind: NoteKind, name: &str) -> El {
    let say = ui.words.notes;
    let (blocks, closes) = match kind {
        NoteKind::Question => (Some(say.stops_work), true),
        NoteKind::Risk => (Some(say.blocks), false),
        NoteKind::Decision | NoteKind::Parked | NoteKind::FollowUp => (None, false),
    };
    let blocks = blocks.map(|word| blocker(ui, id, word));
    let close = closes.then(|| closer(ui, id, name.to_owned()));
    tag("div", "note-acts").add([blocks, close, Some(remover(ui, hand, id, name))])
}

fn blocker(ui: MeetingUi, id: NoteId, word: &str) -> El {
    let may = ui.meeting(|now| now.is_linked);
    let box_id = format!("note-{}-blocks", id.0);
    let input = el("input")
        .attrs(&[("type", "checkbox"), ("id", &box_id)])
        .flag("disabled", move || !may())
        .checked(move || of(ui, id, |note| note.blocks));
    let own = input.clone();
    let input = input.on("change", move |_| {
        let on = own.is_checked();
        ui.does(Act::Block { note: id, on });
    });
    let label = el("label").attr("for", &box_id).add(word);
    tag("div", "note-check").add([input, label])
}

/// What tells a note from others where it is named: its text as it reads here, or what its
/// box is called.
fn which(ui: MeetingUi, id: NoteId, name: &str) -> String {
    let text = ui.now(|now| {
        let text = now.text(Place::Note(id, NoteField::Text));
        text.trim().to_owned()
    });
    match text.char_indices().nth(MAX_WHICH_CHARS) {
        _ if text.is_empty() => name.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text,
    }
}

/// What a button is called: what it shows, and which note it is of.
fn called(ui: MeetingUi, id: NoteId, label: &str, name: &str) -> String {
    fill(ui.words.notes.of_note, &[label, &which(ui, id, name)])
}

/// An answered question is closed, and opened again.
fn closer(ui: MeetingUi, id: NoteId, name: String) -> El {
    let say = ui.words.notes;
    let may = ui.meeting(|now| now.is_linked);
    region(
        move || is_closed(ui, id),
        move |is_closed| {
            let (label, state) = if *is_closed {
                (say.open_again, NoteState::Open)
            } else {
                (say.close, NoteState::Closed)
            };
            let answered = is_closed.then(|| tag("span", "chip").add(say.answered));
            let name = name.clone();
            let button = tag("button", "btn quiet small")
                .attr("type", "button")
                .attr_live("aria-label", move || Some(called(ui, id, label, &name)))
                .flag("disabled", move || !may())
                .on("click", move |_| ui.does(Act::Settle { note: id, state }))
                .add(label);
            group(answered).add(button)
        },
    )
}

fn remover(ui: MeetingUi, hand: Hand, id: NoteId, name: &str) -> El {
    let may = ui.meeting(|now| now.is_linked);
    let label = ui.words.notes.remove;
    let name = name.to_owned();
    let own = name.clone();
    tag("button", "icon-btn")
        .attrs(&[("type", "button"), ("title", label)])
        .attr_live("aria-label", move || Some(called(ui, id, label, &own)))
        .flag("disabled", move || !may())
        .on("click", move |_| {
            let text = untrack(|| of(ui, id, |note| note.text(NoteField::Text).to_owned()));
            // An empty one is missed by nobody.
            let kept = (!text.is_empty()).then(|| (id, untrack(|| which(ui, id, &name))));
            hand.removed.set(kept);
            ui.does(Act::Remove { note: id, on: true });
        })
        .add(icon(Icon::Close))
}

//! What is written down: decisions, open questions, risks and parked topics. Anybody writes,
//! all see it at once.

mod note;

use super::MeetingUi;
use crate::app::view::{Act, MeetingNow, Note, NoteId, NoteKind, TopicId};
use crate::ui::parts::{El, el, group, line, para, region, region_if, tag};
use crate::words::fill;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, untrack};

/// The notes that are shown together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Of the story that is talked about.
    Story,
    /// Of the session as a whole.
    Session,
    /// Topics for later, of any story.
    Parked,
}

impl Scope {
    const ALL: [Self; 3] = [Self::Story, Self::Session, Self::Parked];

    fn holds(self, note: &Note, current: Option<TopicId>) -> bool {
        let is_written = match note.kind {
            NoteKind::Decision | NoteKind::Question | NoteKind::Risk => true,
            NoteKind::Parked => return self == Self::Parked,
            NoteKind::FollowUp => false,
        };
        let is_here = match self {
            Self::Story => note.topic.is_some() && note.topic == current,
            Self::Session => note.topic.is_none(),
            Self::Parked => false,
        };
        // In the silent reading a question stays with the reading.
        is_written && is_here && !note.is_hidden
    }
}

/// What this person does with the notes at this screen alone.
#[derive(Clone, Copy)]
struct Hand {
    /// A note of this kind is on its way, newer than that one: it takes the focus.
    awaited: RwSignal<Option<(NoteKind, NoteId)>>,
    /// Taken away last, and what it is called.
    removed: RwSignal<Option<(NoteId, String)>>,
}

/// Decisions, questions, risks and parked topics, until the meeting is over.
pub(super) fn notes(ui: MeetingUi) -> El {
    let is_open = ui.meeting(|now| !now.meeting().is_over());
    region_if(is_open, move || {
        let hand = Hand {
            awaited: RwSignal::new(None),
            removed: RwSignal::new(None),
        };
        group([writing(ui, hand), undo(ui, hand)])
            .add(Scope::ALL.map(|scope| list(ui, hand, scope)))
            .add(nothing(ui))
    })
}

/// Notes shown under one heading, in the order they are read.
fn shown(now: &MeetingNow, scope: Scope) -> Vec<NoteId> {
    let current = now.meeting().current;
    let notes = now.meeting().notes_for(now.me);
    let notes = notes.filter(|note| scope.holds(note, current));
    let mut notes: Vec<_> = notes.map(|note| (note.kind, note.id)).collect();
    notes.sort_unstable();
    notes.into_iter().map(|(_, id)| id).collect()
}

fn nothing(ui: MeetingUi) -> El {
    let is_empty = ui.meeting(|now| {
        let mut scopes = Scope::ALL.into_iter();
        scopes.all(|scope| shown(now, scope).is_empty())
    });
    region_if(is_empty, move || para("note", ui.words.notes.none_yet))
}

/// What begins a note.
fn writing(ui: MeetingUi, hand: Hand) -> El {
    let say = ui.words.notes;
    let has_story = ui.meeting(|now| now.meeting().current.is_some());
    let is_wide = RwSignal::new(false);
    let buttons = [
        (say.add_decision, NoteKind::Decision),
        (say.add_question, NoteKind::Question),
        (say.add_risk, NoteKind::Risk),
        (say.park_topic, NoteKind::Parked),
    ];
    let buttons = buttons.map(|(label, kind)| add(ui, hand, is_wide, label, kind));
    let wide = region_if(has_story, move || {
        let input = el("input")
            .attrs(&[("type", "checkbox"), ("id", "note-wide")])
            .checked(move || is_wide.get());
        let own = input.clone();
        let input = input.on("change", move |_| is_wide.set(own.is_checked()));
        let label = el("label").attr("for", "note-wide").add(say.about_session);
        tag("div", "note-check").add([input, label])
    });
    tag("div", "note-adds").add([tag("div", "row").add(buttons), wide])
}

fn add(ui: MeetingUi, hand: Hand, is_wide: RwSignal<bool>, label: &str, kind: NoteKind) -> El {
    let may = ui.meeting(|now| now.is_linked);
    tag("button", "btn small")
        .attr("type", "button")
        .flag("disabled", move || !may())
        .on("click", move |_| {
            let now = ui.meeting(|now| {
                let last = now.meeting().notes.iter().map(|note| note.id).max();
                (now.meeting().current, last.unwrap_or_default())
            });
            let (current, last) = untrack(now);
            hand.awaited.set(Some((kind, last)));
            ui.does(Act::Write {
                kind,
                topic: current.filter(|_| !is_wide.get_untracked()),
                text: String::new(),
            });
        })
        .add(label)
}

/// What was taken away last comes back by one press.
fn undo(ui: MeetingUi, hand: Hand) -> El {
    let removed = move || hand.removed.get();
    let body = region(removed, move |removed| {
        removed.as_ref().map(|(id, name)| {
            let id = *id;
            let button = tag("button", "btn small")
                .attr("type", "button")
                .on("click", move |_| {
                    hand.removed.set(None);
                    ui.does(Act::Remove {
                        note: id,
                        on: false,
                    });
                })
                .add(ui.page().words.common.undo);
            let said = fill(ui.words.notes.removed, &[name]);
            tag("p", "note-undo").add(said).add(" ").add(button)
        })
    });
    tag("div", "note-undone").attr("role", "status").add(body)
}

/// The notes of one scope under their heading; not there while there are none.
fn list(ui: MeetingUi, hand: Hand, scope: Scope) -> El {
    let say = ui.words.notes;
    let ids = move || ui.now(|now| shown(now, scope));
    let is_empty = move || ids().is_empty();
    let heading = move || match scope {
        Scope::Story => ui.now(|now| {
            let current = now.meeting().current;
            let topic = current.and_then(|topic| now.meeting().topic(topic));
            topic.map(crate::app::view::Topic::name).unwrap_or_default()
        }),
        Scope::Session => say.beside_note.to_owned(),
        Scope::Parked => say.parked.to_owned(),
    };
    let id = match scope {
        Scope::Story => "notes-of-story",
        Scope::Session => "notes-of-session",
        Scope::Parked => "notes-parked",
    };
    let lines = move || {
        let current = ui.now(|now| now.meeting().current);
        let ids = ids().into_iter();
        // Notes are numbered within what is shown: another story, other numbers.
        let lines = ids.map(|note| {
            let key = format!("{}-{:?}", note.0, current.map(|topic| topic.0));
            line(key, move || note::note(ui, hand, note))
        });
        lines.collect()
    };
    tag("section", "note-group")
        .attr("aria-labelledby", id)
        .flag("hidden", is_empty)
        .add(el("h2").attr("id", id).text(heading))
        .add(tag("ul", "note-list").attr("role", "list").lines(lines))
}

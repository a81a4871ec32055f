//! Silent reading: the stories one by one, who has read them, questions for later.

use super::follow_ups::pressed;
use super::live_text::live_line;
use super::story::texts;
use super::write::writer;
use super::{MeetingUi, did, say};
use crate::app::view::{Act, NoteField, NoteId, NoteKind, PersonId, Place, Topic, TopicId};
use crate::ui::parts::{El, act_if, el, group, line, tag};
use crate::words::fill;
use leptos::prelude::{Get, RwSignal, Set, untrack};

/// All stories; one of them is open.
pub(super) fn reading(ui: MeetingUi) -> El {
    let unread = ui.now(|meeting| {
        let mut topics = meeting.meeting().named_topics();
        let first = topics.find(|(_, topic)| !topic.read_by.contains(&meeting.me));
        first.map(|(id, _)| id)
    });
    let open = RwSignal::new(unread);
    let n = ui.meeting(|meeting| meeting.meeting().topics.len());
    let lines = move || {
        let ids = (0..n()).filter_map(|at| u16::try_from(at).ok().map(TopicId));
        ids.map(|id| line(id.0.to_string(), move || one(ui, id, open)))
            .collect()
    };
    group([
        el("h2").add(ui.words.frame.silent_reading),
        tag("p", "note").add(ui.words.parts.reading_note),
        tag("ul", "reading")
            .attr("aria-label", ui.words.parts.stories)
            .lines(lines),
    ])
}

fn one(ui: MeetingUi, topic: TopicId, open: RwSignal<Option<TopicId>>) -> El {
    let is_open = move || open.get() == Some(topic);
    let name = move || ui.now(|meeting| meeting.meeting().topic(topic).map(Topic::name));
    let has_read = move || {
        ui.now(|meeting| {
            let topic = meeting.meeting().topic(topic);
            topic.is_some_and(|topic| topic.read_by.contains(&meeting.me))
        })
    };
    let toggle = move || open.set((!is_open()).then_some(topic));
    let head = tag("button", "reading-head")
        .attr("type", "button")
        .attr_live("aria-expanded", move || {
            Some(if is_open() { "true" } else { "false" })
        })
        .on("click", move |_| untrack(toggle))
        .add([
            tag("span", "reading-name").text(move || name().unwrap_or_default()),
            tag("span", "reading-by").text(move || read_by(ui, topic)),
        ]);
    let read = move || {
        let on = !has_read();
        ui.does(Act::Read { topic, on });
        if on {
            open.set(next_unread(ui, topic));
        }
    };
    let may = ui.meeting(|meeting| meeting.is_linked);
    let read = pressed(tag("button", "btn toggle reading-done"), has_read)
        .flag("disabled", move || !may())
        .on("click", move |_| untrack(read))
        .add(ui.words.parts.i_have_read);
    let body = tag("div", "reading-body")
        .flag("hidden", move || !is_open())
        .add([texts(ui, topic), asked(ui, topic), read]);
    tag("li", "reading-story")
        .class_if("done", has_read)
        .add([el("h3").add(head), body])
}

/// The next story that this person has not read, from the one after `topic`.
fn next_unread(ui: MeetingUi, topic: TopicId) -> Option<TopicId> {
    ui.now(|meeting| {
        let topics = || meeting.meeting().named_topics();
        let is_unread = |id: TopicId, by: &[PersonId]| id != topic && !by.contains(&meeting.me);
        let mut after = topics().skip(usize::from(topic.0));
        let mut all = topics();
        let found = after.find(|(id, one)| is_unread(*id, &one.read_by));
        let found = found.or_else(|| all.find(|(id, one)| is_unread(*id, &one.read_by)));
        found.map(|(id, _)| id)
    })
}

/// Who has read a story, in words.
fn read_by(ui: MeetingUi, topic: TopicId) -> String {
    let say = &ui.words.parts;
    let (names, is_all) = ui.now(|meeting| {
        let readers = meeting.meeting().topic(topic);
        let readers = readers.map_or(&[][..], |topic| &topic.read_by);
        let names = readers.iter().map(|one| meeting.meeting().name(*one));
        let names: Vec<_> = names.map(str::to_owned).collect();
        let mut present = meeting.present.iter();
        (names, present.all(|one| readers.contains(one)))
    });
    match (names.as_slice(), is_all) {
        ([], _) => say.read_by_nobody.into(),
        ([_, ..], true) => say.read_by_all.into(),
        ([_, ..], false) => fill(say.read_by, &[&say::names(ui, &names)]),
    }
}

/// Questions of this person, how many wait, and a line for one more.
fn asked(ui: MeetingUi, topic: TopicId) -> El {
    let say = &ui.words.parts;
    let mine = move || {
        let ids = mine(ui, topic).into_iter();
        ids.map(|id| line(id.0.to_string(), move || own(ui, id)))
            .collect()
    };
    let waiting = move || {
        let n = ui.now(|meeting| {
            let notes = meeting.meeting().notes.iter();
            let waiting = notes
                .filter(|note| note.is_hidden && !note.is_removed && note.topic == Some(topic));
            waiting.count()
        });
        if n == 0 {
            String::new()
        } else {
            ui.words.part_count.questions_wait.of(n)
        }
    };
    tag("div", "reading-asks").add([
        tag("ul", "own-questions")
            .attr("aria-label", say.own_questions)
            .lines(mine),
        tag("p", "note").text(waiting),
        writer(ui, say.question_new, NoteKind::Question, Some(topic)),
    ])
}

/// What this person asked about a story.
fn mine(ui: MeetingUi, topic: TopicId) -> Vec<NoteId> {
    ui.now(|meeting| {
        let notes = meeting.meeting().notes_for(meeting.me);
        let mine = notes.filter(|note| {
            let is_mine = note.by == Some(meeting.me);
            is_mine && note.kind == NoteKind::Question && note.topic == Some(topic)
        });
        mine.map(|note| note.id).collect()
    })
}

fn own(ui: MeetingUi, id: NoteId) -> El {
    let say = &ui.words.parts;
    let may = ui.meeting(|meeting| meeting.is_linked);
    let taken = did(Act::Remove { note: id, on: true });
    el("li").add([
        live_line(ui, Place::Note(id, NoteField::Text), say.question),
        act_if(ui, "btn quiet small", say.take_back, may, taken),
    ])
}

//! The end: what is left of the meeting, to read, to copy and to keep.

use super::{MeetingUi, did, polls};
use crate::app::event::{Event, MeetingEvent};
use crate::app::view::{Act, Handout, Record, TopicId};
use crate::desk::meeting_says::{self, RecordFile, RecordForm, RecordParcel};
use crate::ui::parts::{El, act, act_if, el, group, para, region, tag};
use crate::ui::rich::rich;
use crate::words::fill;
use leptos::prelude::untrack;
use std::sync::Arc;

/// The button that ends the meeting; once it is over, the record.
pub(super) fn record(ui: MeetingUi) -> El {
    let ended = ui.meeting(|now| {
        let is_over = now.meeting().is_over();
        is_over.then(|| Arc::clone(&now.record))
    });
    region(ended, move |ended| match ended {
        None => polls::end(ui),
        Some(record) => sheet(ui, record),
    })
}

/// The record as it is at this moment.
fn now(ui: MeetingUi) -> Option<Arc<Record>> {
    untrack(|| ui.now(|now| Some(Arc::clone(&now.record))))
}

fn sheet(ui: MeetingUi, record: &Record) -> El {
    let say = ui.words.notes;
    let text = meeting_says::record(record);
    let stories = text.stories.iter();
    let stories = stories.map(|(topic, story)| {
        tag("article", "record-story").add([laid_out(story), comment(ui, record, *topic)])
    });
    let title = el("h2").attr("id", "record-title").add(say.record);
    let may = ui.meeting(|now| now.may_lead && now.is_linked);
    let resume = act_if(ui, "btn small", say.resume, may, did(Act::Resume));
    tag("section", "met-record")
        .attrs(&[("aria-labelledby", "record-title")])
        .add(tag("div", "record-top").add([title, ways(ui), absent(ui, record), resume]))
        .add(tag("p", "record-heading").add(text.heading.as_str()))
        .add((!text.intro.is_empty()).then(|| laid_out(&text.intro)))
        .add(stories.collect::<Vec<_>>())
        .add(
            text.sections
                .iter()
                .map(|one| laid_out(one))
                .collect::<Vec<_>>(),
        )
}

fn laid_out(markdown: &str) -> El {
    let markdown = markdown.to_owned();
    rich(move || markdown.clone())
}

/// A story as a comment for its ticket, where there is something to say.
fn comment(ui: MeetingUi, record: &Record, topic: TopicId) -> El {
    let say = ui.words.notes;
    let text = meeting_says::comment(record, topic);
    if text.trim().is_empty() {
        return para("note no-print", say.record_nothing);
    }
    let handout = Handout::Comment(topic);
    let event = Event::Meeting(MeetingEvent::Copied { handout, text });
    act(ui, "btn quiet small no-print", say.record_comment, event)
}

/// What leaves, and how.
fn ways(ui: MeetingUi) -> El {
    let say = ui.words.notes;
    let copy = tag("button", "btn primary")
        .attr("type", "button")
        .on("click", move |_| {
            if let Some(record) = now(ui) {
                let text = meeting_says::record(&record).markdown();
                let handout = Handout::Text;
                ui.send(Event::Meeting(MeetingEvent::Copied { handout, text }));
            }
        })
        .add(say.record_copy);
    let print = act(
        ui,
        "btn",
        say.record_print,
        Event::Meeting(MeetingEvent::Printed),
    );
    let files = [
        (say.record_save, RecordForm::Markdown),
        (say.record_csv, RecordForm::Csv),
        (say.record_jira, RecordForm::Jira),
        (say.record_json, RecordForm::Json),
    ];
    let files = group(files.map(|(label, form)| file(ui, label, form)));
    tag("div", "row no-print").add([copy, files, print])
}

/// What those get who were not there.
fn absent(ui: MeetingUi, record: &Record) -> El {
    let say = ui.words.notes;
    let press = |label: &str, event: MeetingEvent| {
        let button = act(ui, "btn", label, Event::Meeting(event));
        tag("div", "row").add(button)
    };
    let base = untrack(|| ui.now(|now| now.base.clone()));
    // Whoever has it can read all of it.
    let handout = Handout::Text;
    let parts = match meeting_says::parcel(record, &base) {
        RecordParcel::Link(text) => [
            press(say.record_link, MeetingEvent::Copied { handout, text }),
            para("note", say.record_link_note),
        ],
        RecordParcel::File(file) => {
            let note = fill(say.record_file_note, &[&file.n_kb().to_string()]);
            let RecordFile { name, mime, text } = file;
            let save = MeetingEvent::Saved {
                handout,
                name,
                mime,
                text,
            };
            [para("note", note), press(say.record_file, save)]
        }
        RecordParcel::TooLong => [para("note", say.record_too_long), group(Vec::<El>::new())],
    };
    tag("div", "record-absent no-print").add(parts)
}

/// A file of the record, made when it is asked for.
fn file(ui: MeetingUi, label: &str, form: RecordForm) -> El {
    tag("button", "btn")
        .attr("type", "button")
        .on("click", move |_| {
            if let Some(record) = now(ui) {
                let RecordFile { name, mime, text } = meeting_says::file(&record, form);
                ui.send(Event::Meeting(MeetingEvent::Saved {
                    handout: form.handout(),
                    name,
                    mime,
                    text,
                }));
            }
        })
        .add(label)
}

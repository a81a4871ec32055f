//! One record: read as it stands, and handed on.

use super::parcel;
use crate::desk::event::RecordEvent;
use crate::desk::view::{DeskScreen, PackError, RecordParts};
use crate::desk::{DeskEvent, DeskPage};
use crate::ui::desk::{DeskUi, beginning, export};
use crate::ui::parts::{El, act, el, group, para, region, tag};
use crate::ui::rich;

/// The whole page.
pub(in crate::ui::desk) fn record(ui: DeskUi) -> El {
    let say = ui.words.records;
    let goal = ui.record(|shown| shown.goal.clone());
    let heading = beginning("").text(move || match goal() {
        goal if goal.is_empty() => say.untitled.to_owned(),
        goal => goal,
    });
    let when = ui.record(|shown| shown.parts.text.heading.clone());
    let ways = region(ui.record(|shown| Some(shown.id)), move |id| {
        id.map(|id| ways(ui, id))
    });
    let parcel = parcel::parcel(ui);
    let parts = ui.record(|shown| Some((shown.id, shown.parts.clone())));
    let parts = region(parts, move |parts| {
        parts.as_ref().map(|(id, parts)| body(ui, *id, parts))
    });
    tag("div", "record-page").add([
        back(ui),
        tag("div", "desk-head").add(heading),
        para("note", "").text(when),
        ways,
        parcel,
        parts,
        export::paper(ui.record(|shown| shown.paper.clone())),
    ])
}

/// It was deleted, here or in another tab.
pub(in crate::ui::desk) fn gone(ui: DeskUi) -> El {
    let say = ui.words.records;
    tag("div", "paper").add([
        beginning(say.gone_title),
        para("lead", say.gone_note),
        back(ui),
    ])
}

/// It came as a link or a file, and cannot be read: why.
pub(in crate::ui::desk) fn bad(ui: DeskUi) -> El {
    let say = ui.words.records;
    let error = ui.part(|view| {
        if let DeskScreen::BadRecord(error) = &view.screen {
            Some(*error)
        } else {
            None
        }
    });
    let why = para("lead", "")
        .attr("role", "status")
        .text(move || error().map_or_else(String::new, |error| refusal(ui, error).to_owned()));
    tag("div", "paper").add([beginning(say.bad_title), why, back(ui)])
}

fn refusal(ui: DeskUi, error: PackError) -> &'static str {
    let (say, pack) = (ui.words.records, ui.words.pack);
    match error {
        PackError::NotOurs | PackError::WrongKind { .. } | PackError::OtherPack => say.not_ours,
        PackError::CutOff => pack.cut_off,
        PackError::Damaged => pack.damaged,
        PackError::TooLarge => say.too_large,
        PackError::TooNew { .. } => pack.too_new,
    }
}

fn back(ui: DeskUi) -> El {
    let link = el("a")
        .attr("href", &format!("#{}", DeskPage::Records.fragment()))
        .add(ui.words.records.back);
    para("story-way note", link)
}

fn ways(ui: DeskUi, id: u64) -> El {
    let say = ui.words.records;
    let ways = [
        ("btn primary", say.copy, RecordEvent::Copied(id)),
        ("btn", say.save, RecordEvent::Saved(id)),
        ("btn", say.csv, RecordEvent::CsvSaved(id)),
        ("btn", say.jira, RecordEvent::JiraSaved(id)),
        ("btn", say.json, RecordEvent::JsonSaved(id)),
        ("btn", say.print, RecordEvent::Printed(id)),
        ("btn quiet", say.delete, RecordEvent::Deleted(id)),
    ];
    tag("div", "row record-ways")
        .add(ways.map(|(class, label, event)| act(ui, class, label, DeskEvent::Records(event))))
}

fn body(ui: DeskUi, id: u64, parts: &RecordParts) -> El {
    let say = ui.words.records;
    let RecordParts { text, names } = parts;
    let stories = text.stories.iter().zip(names);
    let stories = stories.map(|((topic, text), name)| {
        let event = DeskEvent::Records(RecordEvent::CommentCopied(id, *topic));
        let copy = act(ui, "btn quiet small", say.comment, event)
            .attr("aria-label", &[say.comment, ": ", name].concat());
        tag("article", "record-story").add([read(text), tag("div", "row").add(copy)])
    });
    let stories: Vec<El> = stories.collect();
    let intro = Some(&text.intro).filter(|intro| !intro.is_empty());
    group([
        sheet(
            say.meeting,
            intro.map(|text| read(text)).into_iter().collect(),
        ),
        sheet(say.stories, stories),
        sheet(
            say.rest,
            text.sections.iter().map(|text| read(text)).collect(),
        ),
    ])
}

/// A part of the record; nothing where there is nothing in it.
fn sheet(title: &str, parts: Vec<El>) -> El {
    if parts.is_empty() {
        return group(Vec::<El>::new());
    }
    tag("section", "paper").add(el("h2").add(title)).add(parts)
}

fn read(text: &str) -> El {
    let text = text.to_owned();
    rich::rich(move || text.clone())
}

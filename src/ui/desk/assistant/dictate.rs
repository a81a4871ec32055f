//! The button to dictate beside a box; nothing of it where the browser has no dictation.

use super::{look, part, say};
use crate::desk::DeskEvent;
use crate::desk::event::{AssistantEvent, SpokenInto};
use crate::desk::view::{AssistantView, ListeningView};
use crate::ui::desk::DeskUi;
use crate::ui::parts::{El, el, group, para, region_if, tag};

/// The id of the sentence that says where speech goes.
const WHERE_TO: &str = "dictation-note";

/// Dictates into a box; `label` is the id of the box's label, so that it is told which.
/// [`where_to`] stands on the same page.
pub(in crate::ui::desk) fn dictate(ui: DeskUi, into: SpokenInto, label: &str) -> El {
    let label = label.to_owned();
    let has_it = part(ui, |helper| helper.dictation.is_some());
    region_if(has_it, move || drawn(ui, into, &label))
}

fn drawn(ui: DeskUi, into: SpokenInto, label: &str) -> El {
    let is_on = move || look(ui, |helper| now(helper, into).is_some());
    let described = format!("{label} {WHERE_TO}");
    let button = tag("button", "btn quiet small")
        .attrs(&[("type", "button"), ("aria-describedby", &described)])
        .attr_live("aria-pressed", move || {
            Some(if is_on() { "true" } else { "false" })
        })
        .on("click", move |_| {
            let pressed = if leptos::prelude::untrack(is_on) {
                AssistantEvent::DictateStopped
            } else {
                AssistantEvent::DictatePressed(into)
            };
            ui.send(DeskEvent::Assistant(pressed));
        })
        .add(ui.words.assistant.speech.dictate);
    let status = el("span").attrs(&[("class", "note"), ("role", "status")]);
    let status = status.text(move || look(ui, |helper| heard(ui, helper, into)));
    group([button, status])
}

/// Whether speech leaves this device: once on a page, before any button to dictate.
pub(in crate::ui::desk) fn where_to(ui: DeskUi) -> El {
    let has_it = part(ui, |helper| helper.dictation.is_some());
    let leaves = part(ui, |helper| {
        let dictation = helper.dictation.as_ref();
        dictation.is_some_and(|one| one.leaves_device)
    });
    let texts = &ui.words.assistant.speech;
    region_if(has_it, move || {
        let note = para("note", "").attr("id", WHERE_TO);
        note.text(move || if leaves() { texts.leaves } else { texts.stays })
    })
}

fn heard(ui: DeskUi, helper: &AssistantView, into: SpokenInto) -> String {
    let texts = &ui.words.assistant.speech;
    let trouble = helper.dictation.as_ref().and_then(|one| one.trouble);
    let trouble = trouble.filter(|(of, _)| *of == into);
    match (now(helper, into), trouble) {
        (Some(now), _) if !now.interim.is_empty() => now.interim.clone(),
        (Some(now), _) if now.is_open => texts.listening.to_owned(),
        (Some(_), _) => texts.opening.to_owned(),
        (None, Some((_, trouble))) => say::trouble(ui, trouble).to_owned(),
        (None, None) => String::new(),
    }
}

fn now(helper: &AssistantView, into: SpokenInto) -> Option<&ListeningView> {
    let now = helper.dictation.as_ref()?.now.as_ref();
    now.filter(|now| now.into == into)
}

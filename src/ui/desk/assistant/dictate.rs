//! The button to dictate beside a box; nothing of it where the browser has no dictation.

use super::{look, part, say};
use crate::desk::DeskEvent;
use crate::desk::event::{AssistantEvent, SpokenInto};
use crate::desk::view::{AssistantView, ListeningView};
use crate::ui::desk::DeskUi;
use crate::ui::parts::{El, el, group, region_if, tag};

/// Dictates into a box; `label` is the id of the box's label, so that it is told which.
#[expect(dead_code, reason = "boxes for answers and fields have it beside them")]
pub(in crate::ui::desk) fn dictate(ui: DeskUi, into: SpokenInto, label: &str) -> El {
    let label = label.to_owned();
    let has_it = part(ui, |helper| helper.dictation.is_some());
    region_if(has_it, move || drawn(ui, into, &label))
}

fn drawn(ui: DeskUi, into: SpokenInto, label: &str) -> El {
    let is_on = move || look(ui, |helper| now(helper, into).is_some());
    let button = tag("button", "btn quiet")
        .attrs(&[("type", "button"), ("aria-describedby", label)])
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
    let note = el("span").attr("class", "note");
    let status = el("span").attrs(&[("class", "note"), ("role", "status")]);
    group([tag("div", "row dictate").add([
        button,
        note.text(move || look(ui, |helper| where_to(ui, helper))),
        status.text(move || look(ui, |helper| heard(ui, helper, into))),
    ])])
}

/// Said before the microphone opens.
fn where_to(ui: DeskUi, helper: &AssistantView) -> &'static str {
    let texts = &ui.words.assistant.speech;
    match &helper.dictation {
        Some(dictation) if dictation.leaves_device => texts.leaves,
        Some(_) => texts.stays,
        None => "",
    }
}

fn heard(ui: DeskUi, helper: &AssistantView, into: SpokenInto) -> String {
    let texts = &ui.words.assistant.speech;
    let trouble = helper.dictation.as_ref().and_then(|one| one.trouble);
    match (now(helper, into), trouble) {
        (Some(now), _) if !now.interim.is_empty() => now.interim.clone(),
        (Some(now), _) if now.is_open => texts.listening.to_owned(),
        (Some(_), _) => texts.opening.to_owned(),
        (None, Some(trouble)) => say::trouble(ui, trouble).to_owned(),
        (None, None) => String::new(),
    }
}

fn now(helper: &AssistantView, into: SpokenInto) -> Option<&ListeningView> {
    let now = helper.dictation.as_ref()?.now.as_ref();
    now.filter(|now| now.into == into)
}

//! A model of one's own and confidential words, set up.

use super::{look, part, say};
use crate::desk::DeskEvent;
use crate::desk::event::AssistantEvent;
use crate::desk::view::Password;
use crate::ui::desk::{DeskUi, fields};
use crate::ui::parts::{El, el, group, labels, para, problem, region_if, switch, tag};

/// The form, folded away.
pub(super) fn setup(ui: DeskUi) -> El {
    let texts = &ui.words.assistant.setup;
    let is_unreadable = part(ui, |helper| helper.settings.is_unreadable);
    tag("details", "model-setup").add([
        el("summary").add(texts.title),
        region_if(is_unreadable, move || para("note", texts.unreadable)),
        switch(
            ui,
            "model-on",
            (texts.switch, texts.switch_note),
            || true,
            part(ui, |helper| helper.settings.is_on),
            |is_on| DeskEvent::Assistant(AssistantEvent::Switched(is_on)),
        ),
        form(ui),
    ])
}

fn form(ui: DeskUi) -> El {
    let texts = &ui.words.assistant.setup;
    let kept = look(ui, |helper| helper.settings.clone());
    let address = boxed("model-address", "text", &kept.address);
    let address = address.attr("placeholder", texts.address_hint);
    let key = boxed("model-key", "password", &kept.key.0);
    let model = boxed("model-name", "text", &kept.model);
    let words = tag("textarea", "input").attrs(&[
        ("id", "model-words"),
        ("rows", "4"),
        ("spellcheck", "false"),
        ("aria-describedby", "model-words-note"),
    ]);
    words.write(&kept.confidential);
    let fields = group([
        labels("model-address", texts.address),
        address.clone(),
        labels("model-key", texts.key),
        key.clone(),
        note("model-key-note", texts.key_note),
        fields::unveil("model-key-show", texts.show_key, &key),
        labels("model-name", texts.model),
        model.clone(),
        note("model-name-note", texts.model_note),
        labels("model-words", texts.confidential),
        words.clone(),
        note("model-words-note", texts.confidential_note),
    ]);
    let told = part(ui, |helper| helper.settings.problem);
    let told = move || told().map_or("", |wrong| say::problem(ui, wrong));
    let is_saved = part(ui, |helper| {
        helper.settings.n_saved > 0 && helper.settings.problem.is_none()
    });
    let saved = para("note", "").attr("role", "status");
    let saved = saved.text(move || if is_saved() { texts.saved } else { "" });
    el("form")
        .attrs(&[
            ("class", "fields"),
            ("novalidate", ""),
            ("autocomplete", "off"),
        ])
        .on("submit", move |event| {
            event.prevent_default();
            ui.send(DeskEvent::Assistant(AssistantEvent::SettingsGiven {
                address: address.value(),
                key: Password(key.value()),
                model: model.value(),
                confidential: words.value(),
            }));
        })
        .add([
            fields,
            problem("model-problem", told),
            tag("div", "row").add(tag("button", "btn").add(texts.save)),
            saved,
        ])
}

fn boxed(id: &str, kind: &str, text: &str) -> El {
    let described = format!("{id}-note model-problem");
    let input = tag("input", "input").attrs(&[
        ("id", id),
        ("type", kind),
        ("autocomplete", "off"),
        ("autocapitalize", "off"),
        ("spellcheck", "false"),
        ("aria-describedby", &described),
    ]);
    input.write(text);
    input
}

fn note(id: &str, text: &str) -> El {
    para("note", text).attr("id", id)
}

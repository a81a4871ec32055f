//! A model of one's own and confidential words, set up.

use super::{look, part, say};
use crate::desk::DeskEvent;
use crate::desk::event::AssistantEvent;
use crate::desk::view::Password;
use crate::ui::desk::DeskUi;
use crate::ui::desk::secret::{SecretForm, note, secret};
use crate::ui::parts::{El, el, group, labels, para, region_if, switch, tag};

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
    let form = SecretForm {
        problem: "model-problem",
        save: texts.save,
        saved: texts.saved,
    };
    let boxed = |id: &str, kind: &str, text: &str| {
        let input = form.boxed(id, kind);
        input.write(text);
        input
    };
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
        secret("model-key", texts.key, texts.key_note, texts.show_key, &key),
        labels("model-name", texts.model),
        model.clone(),
        note("model-name", texts.model_note),
        labels("model-words", texts.confidential),
        words.clone(),
        note("model-words", texts.confidential_note),
    ]);
    let told = part(ui, |helper| helper.settings.problem);
    let told = move || {
        told()
            .map_or("", |wrong| say::problem(ui, wrong))
            .to_owned()
    };
    let is_saved = part(ui, |helper| {
        helper.settings.n_saved > 0 && helper.settings.problem.is_none()
    });
    form.form(fields, told, is_saved, move || {
        ui.send(DeskEvent::Assistant(AssistantEvent::SettingsGiven {
            address: address.value(),
            key: Password(key.value()),
            model: model.value(),
            confidential: words.value(),
        }));
    })
}

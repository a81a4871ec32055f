//! A form with a secret that is kept in this browser: its boxes, what is wrong with them, and
//! that they are saved.

use super::fields;
use crate::ui::parts::{El, el, group, labels, para, problem, tag};

/// One of these forms.
#[derive(Clone, Copy)]
pub(super) struct SecretForm {
    /// Name of the sentence that says what is wrong.
    pub(super) problem: &'static str,
    /// The button.
    pub(super) save: &'static str,
    /// Said once it is saved.
    pub(super) saved: &'static str,
}

impl SecretForm {
    /// A box into which the browser writes nothing; its note is called `{id}-note`.
    pub(super) fn boxed(self, id: &str, kind: &str) -> El {
        let described = format!("{id}-note {}", self.problem);
        tag("input", "input").attrs(&[
            ("id", id),
            ("type", kind),
            ("autocomplete", "off"),
            ("autocapitalize", "off"),
            ("spellcheck", "false"),
            ("aria-describedby", &described),
        ])
    }

    /// All of it; `send` is called when the button is pressed.
    pub(super) fn form(
        self,
        fields: El,
        told: impl Fn() -> String + 'static,
        is_saved: impl Fn() -> bool + 'static,
        mut send: impl FnMut() + 'static,
    ) -> El {
        let saved = para("note", "").attr("role", "status");
        let saved = saved.text(move || if is_saved() { self.saved } else { "" });
        el("form")
            .attrs(&[
                ("class", "fields"),
                ("novalidate", ""),
                ("autocomplete", "off"),
            ])
            .on("submit", move |event| {
                event.prevent_default();
                send();
            })
            .add([
                fields,
                problem(self.problem, told),
                tag("div", "row").add(tag("button", "btn").add(self.save)),
                saved,
            ])
    }
}

/// The box for the secret: label, note, and a switch that shows it.
pub(super) fn secret(id: &str, label: &str, said: &str, show: &str, secret: &El) -> El {
    group([
        labels(id, label),
        secret.clone(),
        note(id, said),
        fields::unveil(&format!("{id}-show"), show, secret),
    ])
}

/// The note on a box.
pub(super) fn note(id: &str, text: &str) -> El {
    para("note", text).attr("id", &format!("{id}-note"))
}

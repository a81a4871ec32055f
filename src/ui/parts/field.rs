//! Boxes for text. What is being typed is never overwritten and the caret never moved.

use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// A handle on a one-line box.
pub(in crate::ui) type AnyInput = NodeRef<html::Input>;

/// The text in a box; empty before it is drawn.
pub(in crate::ui) fn value_of(input: AnyInput) -> String {
    input
        .get_untracked()
        .map(|input| input.value())
        .unwrap_or_default()
}

/// Keeps a box true to `value`: not while it has the focus, unless `epoch` moved on
/// (another story, another round).
pub(in crate::ui) fn live_text(
    input: AnyInput,
    value: Signal<String>,
    epoch: Signal<usize>,
) -> impl Fn(web_sys::FocusEvent) {
    Effect::new(move |before: Option<usize>| {
        let (text, now) = (value.get(), epoch.get());
        if let Some(input) = input.get() {
            let is_typing = input.matches(":focus").unwrap_or(false);
            if !is_typing || before != Some(now) {
                write(&input, &text);
            }
        }
        now
    });
    move |_| {
        if let Some(input) = input.get_untracked() {
            write(&input, &value.get_untracked());
        }
    }
}

fn write(input: &HtmlInputElement, text: &str) {
    if input.value() != text {
        input.set_value(text);
    }
}

/// A link to be copied by hand or by its button; a click selects all of it.
pub(in crate::ui) fn read_only(
    label: &'static str,
    id: &'static str,
    text: Signal<String>,
    placeholder: &'static str,
) -> AnyView {
    let input = AnyInput::new();
    view! {
        <label class="label" for=id>{label}</label>
        <input
            id=id
            class="input link"
            readonly
            spellcheck="false"
            node_ref=input
            placeholder=placeholder
            prop:value=text
            on:focus=move |_| {
                if let Some(input) = input.get_untracked() {
                    input.select();
                }
            }
        />
    }
    .into_any()
}

/// The sentence under a box that was filled in wrongly; always there, often empty.
pub(in crate::ui) fn problem(id: &'static str, text: Signal<String>) -> AnyView {
    view! { <p class="problem" id=id role="alert">{text}</p> }.into_any()
}

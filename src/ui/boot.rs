//! The static page's last moment: what was typed there, and where the focus was.

use super::Dispatch;
use crate::app::event::Event;
use crate::app::view::Panel;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// What was done on the static page before the program arrived.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Takeover {
    /// Text of the name form, if it was open.
    pub typed_name: Option<String>,
    /// The form was sent already.
    pub name_sent: bool,
}

/// Reads what the static page under `root` knows; call it right before the first
/// event and mount in the same turn, so that no keystroke falls in between.
pub fn takeover(root: &HtmlElement) -> Takeover {
    let is_host = root.get_attribute("data-open").as_deref() == Some("host");
    let typed = name_input(root).map(|input| input.value());
    Takeover {
        // An empty guest form says nothing: it is open from the start.
        typed_name: typed.filter(|text| is_host || !text.is_empty()),
        name_sent: root.has_attribute("data-sent"),
    }
}

/// Text, caret and focus of the static page.
pub(super) struct Held {
    name: Option<(String, Option<u32>, Option<u32>)>,
    focus: Option<String>,
    wants_settings: bool,
}

/// Takes them before the static page goes.
pub(super) fn hold(root: &HtmlElement) -> Held {
    let name = name_input(root);
    Held {
        name: name.map(|input| {
            let start = input.selection_start().ok().flatten();
            (input.value(), start, input.selection_end().ok().flatten())
        }),
        focus: focused(root).map(|element| element.id()),
        wants_settings: root.has_attribute("data-settings"),
    }
}

impl Held {
    /// Gives them to the program's page.
    pub(super) fn restore(self, root: &HtmlElement, dispatch: Dispatch) {
        for mark in ["data-open", "data-sent", "data-settings"] {
            // Refused only for names that are no attribute names.
            let _ = root.remove_attribute(mark);
        }
        if let (Some((text, start, end)), Some(input)) = (self.name, name_input(root)) {
            // Nothing typed: a remembered name may stand there now.
            if !text.is_empty() {
                input.set_value(&text);
            }
            if self.focus.as_deref() == Some(NAME_ID) {
                focus(&input);
                // Refused only by inputs without a caret.
                let _ = input.set_selection_start(start);
                let _ = input.set_selection_end(end);
            }
        } else if let Some(id) = self.focus.filter(|id| !id.is_empty()) {
            focus_id(root, &id);
        }
        if self.wants_settings {
            dispatch.send(Event::PanelOpened(Panel::Settings));
        }
    }
}

/// The id of the name box, here and in `index.html`.
pub(super) const NAME_ID: &str = "name";

fn name_input(root: &HtmlElement) -> Option<HtmlInputElement> {
    let found = root.query_selector("#name").ok().flatten()?;
    found.dyn_into().ok()
}

fn focused(root: &HtmlElement) -> Option<Element> {
    let active = root.owner_document()?.active_element()?;
    root.contains(Some(&active)).then_some(active)
}

fn focus(element: &HtmlElement) {
    // An element that cannot take the focus leaves it where it is.
    let _ = element.focus();
}

fn focus_id(root: &HtmlElement, id: &str) {
    let found = root
        .owner_document()
        .and_then(|page| page.get_element_by_id(id));
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus(&element);
    }
}

/// Which element has the focus, if it can be named again after everything was drawn anew.
pub(super) fn focused_id(root: &HtmlElement) -> Option<String> {
    let id = focused(root)?.id();
    (!id.is_empty()).then_some(id)
}

/// Everything is drawn anew (another language): gives the focus back afterwards.
pub(super) fn refocus(root: &HtmlElement, id: String) {
    let root = root.clone();
    later(move || focus_id(&root, &id));
}

/// After a change of screen: the focus goes to where that screen begins.
pub(super) fn focus_start(root: &HtmlElement) {
    if focused(root).is_some_and(|element| element.closest("dialog").ok().flatten().is_some()) {
        return;
    }
    let found = root.query_selector("[data-start]").ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus(&element);
    }
}

/// Runs `act` after the page was drawn.
fn later(act: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(act);
}

/// Whether `target` is a box in which keys write text.
pub(super) fn writes_text(target: &JsValue) -> bool {
    let Some(element) = target.dyn_ref::<Element>() else {
        return false;
    };
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(
            element.get_attribute("type").as_deref(),
            Some("radio" | "checkbox" | "button" | "file")
        ),
        _ => element
            .dyn_ref::<HtmlElement>()
            .is_some_and(HtmlElement::is_content_editable),
    }
}

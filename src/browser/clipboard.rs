//! Text put on the clipboard.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, Document, Element, HtmlDocument, HtmlElement, HtmlTextAreaElement};

use super::{cast, document, property, spawn, window};

/// Copies `text`; call it within the click, while the browser allows it.
///
/// `done` hears whether it worked, always after this call has returned. Where
/// the clipboard interface is missing or refuses, a hidden text field and the
/// old `copy` command are tried.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let asked = clipboard().map(|clipboard| clipboard.write_text(text));
    let Some(asked) = asked else {
        let copied = copy_by_selection(text).is_some();
        spawn(async move { done(copied) });
        return;
    };
    let text = text.to_owned();
    spawn(async move {
        let copied = JsFuture::from(asked).await.is_ok() || copy_by_selection(&text).is_some();
        done(copied);
    });
}

/// The clipboard interface; absent on pages that are not secure.
fn clipboard() -> Option<Clipboard> {
    let navigator = window()?.navigator();
    property(&navigator, "clipboard").map(JsCast::unchecked_into)
}

/// Copies by selecting a hidden text field, then gives the focus back.
fn copy_by_selection(text: &str) -> Option<()> {
    let document = document()?;
    let focused = document.active_element();
    let field: HtmlTextAreaElement = cast(document.create_element("textarea").ok()?)?;
    field.set_value(text);
    field.set_attribute("aria-hidden", "true").ok()?;
    field
        .set_attribute("style", "position:fixed;top:0;opacity:0")
        .ok()?;
    home(&document, focused.as_ref())?
        .append_child(&field)
        .ok()?;
    field.select();
    let copied = cast::<HtmlDocument>(document)
        .is_some_and(|document| document.exec_command("copy") == Ok(true));
    field.remove();
    if let Some(focused) = focused.and_then(cast::<HtmlElement>) {
        // An element that can no longer take the focus just does not.
        drop(focused.focus());
    }
    copied.then_some(())
}

/// Where a field can be selected: inside the open dialog, else in the body.
fn home(document: &Document, focused: Option<&Element>) -> Option<Element> {
    focused
        .and_then(|element| element.closest("dialog").ok().flatten())
        .or_else(|| document.body().map(Into::into))
}

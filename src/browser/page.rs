//! The page itself: its address, its looks, and what happens to it.

use wasm_bindgen::JsValue;
use web_sys::{Element, EventTarget, HtmlElement, PageTransitionEvent, VisibilityState};

use super::{BrowserError, Listener, cast, document, property, window};

mod keys;

pub use keys::{Key, on_key};

/// The part of the address after `#`, without it, as it stands there; empty
/// when there is none. No web server ever sees it.
pub fn fragment() -> String {
    let whole = whole_address();
    whole
        .split_once('#')
        .map_or_else(String::new, |(_, fragment)| fragment.to_owned())
}

/// The page's address without its fragment and its `#`.
pub fn address() -> String {
    let mut whole = whole_address();
    if let Some(end) = whole.find('#') {
        whole.truncate(end);
    }
    whole
}

/// The element with this id, if the page has it.
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Whether this is Gecko, which waits for a far side in its own way.
pub fn is_firefox() -> bool {
    window()
        .and_then(|window| window.navigator().user_agent().ok())
        .is_some_and(|agent| agent.contains("Firefox/"))
}

/// Whether this is a phone or tablet, by what the browser says of itself.
pub fn is_phone() -> bool {
    window()
        .and_then(|window| window.navigator().user_agent().ok())
        .is_some_and(|agent| agent.contains("Mobi") || agent.contains("Android"))
}

/// Replaces the fragment in the address bar: no reload, no entry in the
/// history, no report to [`on_fragment_change`].
///
/// # Errors
/// When the browser refuses (it limits how often this may be done).
pub fn set_fragment(fragment: &str) -> Result<(), BrowserError> {
    let mut target = address();
    if !fragment.is_empty() {
        target.push('#');
        target.push_str(fragment);
    }
    window()
        .ok_or(BrowserError::Missing("window"))?
        .history()
        .and_then(|history| {
            history.replace_state_with_url(&JsValue::NULL, "", Some(target.as_str()))
        })
        .map_err(|thrown| BrowserError::refused("history.replaceState", &thrown))
}

/// As [`set_fragment`], with an entry in the history: Back leads to where it was before.
///
/// # Errors
/// As [`set_fragment`].
pub fn push_fragment(fragment: &str) -> Result<(), BrowserError> {
    let mut target = address();
    target.push('#');
    target.push_str(fragment);
    window()
        .ok_or(BrowserError::Missing("window"))?
        .history()
        .and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(target.as_str())))
        .map_err(|thrown| BrowserError::refused("history.pushState", &thrown))
}

/// Opens the print dialog.
pub fn print() {
    if let Some(window) = window() {
        // Refused by no browser; some do nothing.
        drop(window.print());
    }
}

/// An element of ours on the page; it leaves the page when this is dropped.
pub struct Child(HtmlElement);

impl Child {
    /// The element.
    pub fn element(&self) -> &HtmlElement {
        &self.0
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Puts a new `<div>` with this id behind the element with the id `before`.
pub fn child_after(before: &str, id: &str) -> Option<Child> {
    let before = element(before)?;
    let child: HtmlElement = cast(document()?.create_element("div").ok()?)?;
    child.set_id(id);
    before
        .parent_node()?
        .insert_before(&child, before.next_sibling().as_ref())
        .ok()?;
    Some(Child(child))
}

/// Takes the fragment out of the address bar.
///
/// # Errors
/// As [`set_fragment`].
pub fn clear_fragment() -> Result<(), BrowserError> {
    set_fragment("")
}

/// Loads the page anew.
///
/// # Errors
/// When the browser refuses.
pub fn reload() -> Result<(), BrowserError> {
    window()
        .ok_or(BrowserError::Missing("window"))?
        .location()
        .reload()
        .map_err(|thrown| BrowserError::refused("location.reload", &thrown))
}

/// The person's languages, best first, as BCP 47 tags.
pub fn languages() -> Vec<String> {
    window().map_or_else(Vec::new, |window| {
        let tags = window.navigator().languages();
        tags.iter().filter_map(|tag| tag.as_string()).collect()
    })
}

/// Whether the person asks for dark colours.
pub fn prefers_dark() -> bool {
    matches_media("(prefers-color-scheme:dark)")
}

/// Whether the person asks for little movement.
pub fn prefers_reduced_motion() -> bool {
    matches_media("(prefers-reduced-motion:reduce)")
}

/// Whether the person asks for more contrast.
pub fn prefers_more_contrast() -> bool {
    matches_media("(prefers-contrast:more)")
}

/// Whether the browser believes to have a network. `true` promises nothing.
pub fn online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// Whether the tab can be seen at the moment.
pub fn visible() -> bool {
    document().is_none_or(|document| document.visibility_state() != VisibilityState::Hidden)
}

/// Sets the page's language (a BCP 47 tag), for speech and hyphenation.
pub fn set_language(tag: &str) {
    set_root("lang", Some(tag));
}

/// Sets the title that tab and history show.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets `data-theme` on the root element; `None` takes it away, so that the
/// system's choice counts.
pub fn set_theme(theme: Option<&str>) {
    set_root("data-theme", theme);
}

/// Reports the new fragment when the person changes it or follows a link to
/// another fragment of this page.
pub fn on_fragment_change(on: impl Fn(String) + 'static) -> Listener {
    Listener::on(page(), "hashchange", move |_| on(fragment()))
}

/// Reports that the page is being left; the last moment to close connections.
pub fn on_leave(on: impl Fn() + 'static) -> Listener {
    Listener::on(page(), "pagehide", move |_| on())
}

/// Reports that the page was brought back as it was left ("back" button), with
/// all its connections gone.
pub fn on_return(on: impl Fn() + 'static) -> Listener {
    Listener::on(page(), "pageshow", move |event| {
        if cast::<PageTransitionEvent>(event).is_some_and(|event| event.persisted()) {
            on();
        }
    })
}

/// Makes the browser ask before the page is left, as long as the guard lives.
/// The words are the browser's own.
pub fn warn_before_leaving() -> Listener {
    Listener::on(page(), "beforeunload", |event| event.prevent_default())
}

/// Reports when the tab is shown (`true`) or hidden (`false`).
pub fn on_visibility(on: impl Fn(bool) + 'static) -> Listener {
    let target = document().map(Into::into);
    Listener::on(target, "visibilitychange", move |_| on(visible()))
}

/// Reports when the network comes (`true`) or goes (`false`).
pub fn on_online_change(on: impl Fn(bool) + 'static) -> OnlineWatch {
    let on = std::rc::Rc::new(on);
    let again = std::rc::Rc::clone(&on);
    OnlineWatch {
        _came: Listener::on(page(), "online", move |_| on(true)),
        _went: Listener::on(page(), "offline", move |_| again(false)),
    }
}

/// The guard of [`on_online_change`].
#[must_use = "nothing is reported once this is dropped"]
pub struct OnlineWatch {
    _came: Listener,
    _went: Listener,
}

fn page() -> Option<EventTarget> {
    window().map(Into::into)
}

fn whole_address() -> String {
    window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default()
}

fn matches_media(query: &str) -> bool {
    window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|list| list.matches())
}

fn set_root(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    // Refused only for names that are not names, and ours are.
    drop(match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    });
}

/// Whether `element` takes typed text.
fn takes_text(element: &Element) -> bool {
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(
            element.get_attribute("type").as_deref(),
            Some("radio" | "checkbox" | "button" | "submit" | "reset" | "image" | "file")
        ),
        _ => property(element, "isContentEditable").is_some_and(|value| value.is_truthy()),
    }
}

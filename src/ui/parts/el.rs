//! Elements of the page: one type for all of them, so that a screen costs little code.
//!
//! A screen is made once and follows the view by itself (`follow`); what is held for
//! an element goes with the Leptos owner it was made under.

use super::follow::{Text, follow, keep, text_follows};
use leptos::tachys::renderer::Rndr;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DocumentFragment, Element, Event, EventTarget, HtmlElement, HtmlInputElement, Node};

/// Namespace of drawings (W3C SVG 2).
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element, or a group of nodes on its way into one.
#[derive(Clone)]
pub(in crate::ui) struct El(Node);

/// An element without anything.
pub(in crate::ui) fn el(tag: &str) -> El {
    El(Rndr::create_element(tag, None).into())
}

/// As [`el`], of a drawing.
pub(in crate::ui) fn svg(tag: &str) -> El {
    El(Rndr::create_element(tag, Some(SVG)).into())
}

/// An element with a class.
pub(in crate::ui) fn tag(tag: &str, class: &str) -> El {
    el(tag).attr("class", class)
}

/// Several parts without an element around them; they can be put in place once.
pub(in crate::ui) fn group(parts: impl Part) -> El {
    let group = El(fragment());
    group.add(parts)
}

/// A text without anything: marks a place.
pub(super) fn blank() -> El {
    El(Rndr::create_text_node("").into())
}

/// An empty fragment.
pub(super) fn fragment() -> Node {
    // Refused by no browser: the constructor takes nothing.
    DocumentFragment::new().map_or_else(|_| Rndr::create_element("span", None).into(), Into::into)
}

/// What can stand in an element.
pub(in crate::ui) trait Part {
    /// Puts it behind everything in `into`.
    fn put(self, into: &Node);
}

impl Part for El {
    fn put(self, into: &Node) {
        // Refused only for a node that would contain itself.
        let _ = into.append_child(&self.0);
    }
}

impl Part for &str {
    fn put(self, into: &Node) {
        El(Rndr::create_text_node(self).into()).put(into);
    }
}

impl Part for String {
    fn put(self, into: &Node) {
        self.as_str().put(into);
    }
}

impl<P: Part> Part for Option<P> {
    fn put(self, into: &Node) {
        if let Some(part) = self {
            part.put(into);
        }
    }
}

impl<P: Part, const N: usize> Part for [P; N] {
    fn put(self, into: &Node) {
        for part in self {
            part.put(into);
        }
    }
}

impl<P: Part> Part for Vec<P> {
    fn put(self, into: &Node) {
        for part in self {
            part.put(into);
        }
    }
}

impl El {
    /// An element that is on the page already.
    pub(in crate::ui) fn of(element: Element) -> Self {
        Self(element.into())
    }

    /// Its node.
    pub(in crate::ui) fn node(&self) -> &Node {
        &self.0
    }

    fn element(&self) -> &Element {
        self.0.unchecked_ref()
    }

    fn input(&self) -> &HtmlInputElement {
        self.0.unchecked_ref()
    }

    /// An attribute.
    pub(in crate::ui) fn attr(self, name: &str, value: &str) -> Self {
        Rndr::set_attribute(self.element(), name, value);
        self
    }

    /// Several attributes.
    pub(in crate::ui) fn attrs(self, pairs: &[(&str, &str)]) -> Self {
        pairs
            .iter()
            .fold(self, |el, (name, value)| el.attr(name, value))
    }

    /// A part behind those that are there.
    pub(in crate::ui) fn add(self, part: impl Part) -> Self {
        part.put(&self.0);
        self
    }

    /// Markup of our own, never of another's.
    pub(in crate::ui) fn markup(self, text: &'static str) -> Self {
        self.element().set_inner_html(text);
        self
    }

    /// A text that follows the view.
    pub(in crate::ui) fn text<T: Into<Text>>(self, now: impl Fn() -> T + 'static) -> Self {
        let text = Rndr::create_text_node("");
        let part = El(text.clone().into());
        text_follows(text, Box::new(move || now().into()));
        self.add(part)
    }

    /// An attribute that follows the view; absent while there is no value.
    pub(in crate::ui) fn attr_live<T: Into<Text>>(
        self,
        name: &'static str,
        now: impl Fn() -> Option<T> + 'static,
    ) -> Self {
        let element = self.element().clone();
        let set = move |text: Option<&str>| match text {
            Some(text) => Rndr::set_attribute(&element, name, text),
            None => Rndr::remove_attribute(&element, name),
        };
        follow(Box::new(move || now().map(Into::into)), Box::new(set));
        self
    }

    /// An attribute without a value that is there while `now` holds.
    pub(in crate::ui) fn flag(self, name: &'static str, now: impl Fn() -> bool + 'static) -> Self {
        self.attr_live(name, move || now().then_some(""))
    }

    /// A class that is there while `now` holds.
    pub(in crate::ui) fn class_if(
        self,
        name: &'static str,
        now: impl Fn() -> bool + 'static,
    ) -> Self {
        let classes = self.element().class_list();
        let set = move |on: Option<&str>| {
            // Refused only for names that are no class names.
            let _ = classes.toggle_with_force(name, on.is_some());
        };
        follow(
            Box::new(move || now().then_some(Text::Borrowed(""))),
            Box::new(set),
        );
        self
    }

    /// A style property that follows the view.
    pub(in crate::ui) fn style(
        self,
        name: &'static str,
        now: impl Fn() -> String + 'static,
    ) -> Self {
        let style = self.0.unchecked_ref::<HtmlElement>().style();
        let set = move |text: Option<&str>| {
            // A value it cannot read leaves the property as it is.
            let _ = style.set_property(name, text.unwrap_or_default());
        };
        follow(Box::new(move || Some(now().into())), Box::new(set));
        self
    }

    /// Whether a radio or checkbox is checked.
    pub(in crate::ui) fn checked(self, now: impl Fn() -> bool + 'static) -> Self {
        let input = self.input().clone();
        let set = move |on: Option<&str>| input.set_checked(on.is_some());
        follow(
            Box::new(move || now().then_some(Text::Borrowed(""))),
            Box::new(set),
        );
        self
    }

    /// What stands in a box nobody types in.
    pub(in crate::ui) fn holds(self, now: impl Fn() -> String + 'static) -> Self {
        let input = self.input().clone();
        let set = move |text: Option<&str>| input.set_value(text.unwrap_or_default());
        follow(Box::new(move || Some(now().into())), Box::new(set));
        self
    }

    /// Does `act` on each event of this name.
    pub(in crate::ui) fn on(self, name: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        listen(self.element(), name, Box::new(act));
        self
    }

    /// The text in a box.
    pub(in crate::ui) fn value(&self) -> String {
        self.input().value()
    }

    /// Writes into a box; the caret stays where nothing changes.
    pub(in crate::ui) fn write(&self, text: &str) {
        if self.value() != text {
            self.input().set_value(text);
        }
    }

    /// Whether a checkbox is checked.
    pub(in crate::ui) fn is_checked(&self) -> bool {
        self.input().checked()
    }

    /// Takes the focus.
    pub(in crate::ui) fn focus(&self) {
        // An element that cannot take the focus leaves it where it is.
        let _ = self.0.unchecked_ref::<HtmlElement>().focus();
    }

    /// Whether it has the focus.
    pub(in crate::ui) fn has_focus(&self) -> bool {
        self.element().matches(":focus").unwrap_or(false)
    }

    /// What has the focus in it, itself included.
    pub(in crate::ui) fn focused(&self) -> Option<Self> {
        let active = self.0.owner_document()?.active_element()?;
        self.0.contains(Some(&active)).then(|| Self::of(active))
    }

    /// Selects all of a box's text.
    pub(in crate::ui) fn select(&self) {
        self.input().select();
    }

    /// As something of the browser's.
    pub(in crate::ui) fn as_js<T: JsCast>(&self) -> &T {
        self.0.unchecked_ref()
    }
}

/// Listens to `target` as long as the current owner lives.
pub(in crate::ui) fn listen(target: &EventTarget, name: &'static str, act: Box<dyn FnMut(Event)>) {
    let act: Closure<dyn FnMut(Event)> = Closure::wrap(act);
    let function: &JsValue = act.as_ref();
    // Refused only for a target that is none.
    let _ = target.add_event_listener_with_callback(name, function.unchecked_ref());
    keep(Box::new(Listener {
        target: target.clone(),
        name,
        act,
    }));
}

struct Listener {
    target: EventTarget,
    name: &'static str,
    act: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function: &JsValue = self.act.as_ref();
        // Refused only for a target that is none.
        let _ = self
            .target
            .remove_event_listener_with_callback(self.name, function.unchecked_ref());
    }
}

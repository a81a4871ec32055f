//! What follows the view: texts, attributes, regions and lists, over Leptos's effects.
//!
//! Everything here is boxed once: one effect type for the whole page. A follower runs
//! when a signal it read was set, and touches the page only when its value changed.

use super::el::{El, Part, blank, fragment, group};
use leptos::prelude::{Owner, RenderEffect, StoredValue, untrack};
use std::any::Any;
use std::borrow::Cow;
use web_sys::Node;

/// A text that may be one of ours.
pub(in crate::ui) type Text = Cow<'static, str>;

/// Runs `act` now and whenever a signal it read is set, as long as the current owner lives.
pub(in crate::ui) fn live(mut act: Box<dyn FnMut()>) {
    keep(Box::new(RenderEffect::new(move |_: Option<()>| act())));
}

/// Drops `thing` with the current owner.
pub(in crate::ui) fn keep(thing: Box<dyn Any>) {
    StoredValue::new_local(thing);
}

/// What follows a text: told the first one, and each that differs from the one before.
type Follower = Box<dyn FnMut(Option<&str>)>;

/// Calls `set` with the first value and with each that differs from the one before.
pub(super) fn follow(now: Box<dyn Fn() -> Option<Text>>, mut set: Follower) {
    let mut shown = None;
    live(Box::new(move || {
        let now = now();
        if shown.as_ref() != Some(&now) {
            set(now.as_deref());
            shown = Some(now);
        }
    }));
}

/// Keeps a text node true.
pub(super) fn text_follows(node: web_sys::Text, now: Box<dyn Fn() -> Text>) {
    let set = move |text: Option<&str>| node.set_data(text.unwrap_or_default());
    follow(Box::new(move || Some(now())), Box::new(set));
}

/// Calls `act` with each value that differs from the one before; not with the first.
pub(in crate::ui) fn on_change<K: PartialEq + 'static>(
    now: impl Fn() -> K + 'static,
    act: impl Fn() + 'static,
) {
    let mut before = None;
    live(Box::new(move || {
        let now = now();
        if before.as_ref().is_some_and(|before| *before != now) {
            untrack(&act);
        }
        before = Some(now);
    }));
}

/// A region drawn anew whenever its key changes; what was drawn before goes with all
/// that followed the view in it.
pub(in crate::ui) fn region<K: PartialEq + 'static, P: Part>(
    key: impl Fn() -> K + 'static,
    draw: impl Fn(&K) -> P + 'static,
) -> El {
    let (place, region) = Place::new();
    let mut shown = None;
    live(Box::new(move || {
        let now = key();
        if shown.as_ref() != Some(&now) {
            place.fill(&mut |into| draw(&now).put(into));
            shown = Some(now);
        }
    }));
    region
}

/// A region that is there while `is_there` holds.
pub(in crate::ui) fn region_if<P: Part>(
    is_there: impl Fn() -> bool + 'static,
    draw: impl Fn() -> P + 'static,
) -> El {
    region(is_there, move |is_there| is_there.then(&draw))
}

/// The room between two empty texts, and the owner of what is in it.
struct Place {
    first: Node,
    last: Node,
    owner: Owner,
}

impl Place {
    /// An empty place, and the group that puts it on the page.
    fn new() -> (Self, El) {
        let [first, last] = [blank(), blank()];
        let place = Self {
            first: first.node().clone(),
            last: last.node().clone(),
            owner: Owner::new(),
        };
        (place, group([first, last]))
    }

    fn fill(&self, draw: &mut dyn FnMut(&Node)) {
        self.owner.cleanup();
        let fresh = fragment();
        self.owner.with(|| untrack(|| draw(&fresh)));
        while let Some(old) = self.first.next_sibling().filter(|old| *old != self.last) {
            detach(&old);
        }
        if let Some(parent) = self.last.parent_node() {
            // Refused only for a node that would contain itself.
            let _ = parent.insert_before(&fresh, Some(&self.last));
        }
    }
}

fn detach(node: &Node) {
    if let Some(parent) = node.parent_node() {
        // Refused only for the child of another.
        let _ = parent.remove_child(node);
    }
}

/// One line of a list: its key, and how it is drawn when the key is new.
pub(in crate::ui) struct Line {
    key: String,
    draw: Box<dyn FnOnce() -> El>,
}

/// A line of a list.
pub(in crate::ui) fn line(key: impl Into<String>, draw: impl FnOnce() -> El + 'static) -> Line {
    Line {
        key: key.into(),
        draw: Box::new(draw),
    }
}

/// A line on the page.
struct Drawn {
    key: String,
    owner: Owner,
    el: El,
}

impl Drop for Drawn {
    fn drop(&mut self) {
        self.owner.cleanup();
        detach(self.el.node());
    }
}

impl El {
    /// Lines that stay on the page, with focus and state, as long as their key does.
    /// The element holds nothing else.
    pub(in crate::ui) fn lines(self, now: impl Fn() -> Vec<Line> + 'static) -> Self {
        lines(self.node().clone(), Box::new(now));
        self
    }
}

fn lines(parent: Node, now: Box<dyn Fn() -> Vec<Line>>) {
    let owner = Owner::new();
    let mut drawn: Vec<Drawn> = Vec::new();
    live(Box::new(move || {
        let now = now();
        drawn.retain(|old| now.iter().any(|line| line.key == old.key));
        let mut next = parent.first_child();
        for (at, line) in now.into_iter().enumerate() {
            match drawn.iter().position(|old| old.key == line.key) {
                Some(found) if found >= at => {
                    let old = drawn.remove(found);
                    drawn.insert(at, old);
                }
                // A key twice: the first line stands.
                Some(_) => continue,
                None => drawn.insert(at.min(drawn.len()), draw_line(&owner, line)),
            }
            let Some(here) = drawn.get(at).map(|drawn| drawn.el.node()) else {
                continue;
            };
            if next.as_ref() == Some(here) {
                next = here.next_sibling();
            } else {
                // Refused only for a node that would contain itself.
                let _ = parent.insert_before(here, next.as_ref());
            }
        }
    }));
}

fn draw_line(owner: &Owner, line: Line) -> Drawn {
    let owner = owner.with(Owner::new);
    let el = owner.with(|| untrack(line.draw));
    Drawn {
        key: line.key,
        owner,
        el,
    }
}

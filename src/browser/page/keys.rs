//! Keys pressed anywhere on the page.

use web_sys::{Element, KeyboardEvent};

use super::super::{Listener, cast};
use super::{page, takes_text};

/// A key that was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The character, or the name of the key (UI Events `KeyboardEvent.key`):
    /// `a`, `?`, `Enter`, `ArrowLeft`.
    pub name: String,
    /// Whether Ctrl, Alt or the system's key is down. Shift does not count: it
    /// is already in the character.
    pub has_modifier: bool,
    /// Whether the focus is where text is typed or chosen from a list. Radio
    /// buttons and checkboxes do not count.
    pub in_text_field: bool,
    /// Whether the key is held down and this is one of its repetitions.
    pub is_repeat: bool,
}

/// Reports keys as they go down, those of an unfinished composition (as in
/// Japanese) excepted. `on` answers whether it used the key; the browser then
/// does nothing else with it.
pub fn on_key(on: impl Fn(Key) -> bool + 'static) -> Listener {
    Listener::on(page(), "keydown", move |event| {
        let Some(event) = cast::<KeyboardEvent>(event) else {
            return;
        };
        if event.is_composing() {
            return;
        }
        let target = event.target().and_then(cast::<Element>);
        let used = on(Key {
            name: event.key(),
            has_modifier: event.ctrl_key() || event.alt_key() || event.meta_key(),
            in_text_field: target.is_some_and(|target| takes_text(&target)),
            is_repeat: event.repeat(),
        });
        if used {
            event.prevent_default();
        }
    })
}

//! One event listener, kept for as long as its guard lives.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

use super::drop_later;

/// Keeps a listener registered; dropping it takes the listener away.
///
/// It may be dropped from within its own callback.
#[must_use = "the listener is taken away when this is dropped"]
pub struct Listener {
    kept: Option<Kept>,
}

struct Kept {
    target: EventTarget,
    kind: &'static str,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens to `kind` on `target`; without a target, or when the browser
    /// refuses, the guard is empty and nothing is ever reported.
    pub(super) fn on(
        target: Option<EventTarget>,
        kind: &'static str,
        heard: impl Fn(Event) + 'static,
    ) -> Self {
        let kept = target.and_then(|target| {
            let closure = Closure::<dyn Fn(Event)>::new(heard);
            let function = closure.as_ref().unchecked_ref();
            target
                .add_event_listener_with_callback(kind, function)
                .ok()?;
            Some(Kept {
                target,
                kind,
                closure,
            })
        });
        Self { kept }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let Some(kept) = self.kept.take() else { return };
        let function = kept.closure.as_ref().unchecked_ref();
        // Refused only for a target that has gone: then nothing calls us either.
        drop(
            kept.target
                .remove_event_listener_with_callback(kept.kind, function),
        );
        drop_later(kept.closure);
    }
}

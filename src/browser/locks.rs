//! One tab at a time, by the Web Locks API; a held lock also keeps the browser
//! from freezing a hidden tab.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{property, spawn, window};

/// A lock that was asked for; dropping it gives it back.
#[must_use = "the lock is given back when this is dropped"]
pub struct Lock {
    state: Rc<RefCell<State>>,
}

enum State {
    /// The browser has not answered yet.
    Asked,
    /// Held until this function is called.
    Held(Function),
    /// Refused, or given back.
    Over,
}

/// Asks for the lock `name`, alone and without waiting. `on` hears once, after
/// this call has returned, whether it was granted; a browser without locks
/// grants it. Nothing is heard when the guard is dropped before.
pub fn hold(name: &str, on: impl Fn(bool) + 'static) -> Lock {
    let state = Rc::new(RefCell::new(State::Asked));
    let lock = Lock {
        state: Rc::clone(&state),
    };
    let name = JsValue::from_str(name);
    spawn(async move {
        if matches!(*state.borrow(), State::Over) {
            return;
        }
        let on = Rc::new(on);
        let answered = {
            let (state, on) = (Rc::clone(&state), Rc::clone(&on));
            Closure::<dyn Fn(JsValue) -> JsValue>::new(move |granted: JsValue| {
                answer(&state, !granted.is_null(), on.as_ref())
            })
        };
        let Some(request) = request(&name, answered.as_ref().unchecked_ref()) else {
            return on(true);
        };
        // Settles when the lock is given back; until then `answered` must live.
        let ended = JsFuture::from(request).await;
        if ended.is_err() && matches!(*state.borrow(), State::Asked) {
            on(true);
        }
    });
    lock
}

/// Notes the browser's answer; the promise it gives back holds the lock.
fn answer(state: &Rc<RefCell<State>>, granted: bool, on: &impl Fn(bool)) -> JsValue {
    if matches!(*state.borrow(), State::Over) {
        return JsValue::UNDEFINED;
    }
    if !granted {
        *state.borrow_mut() = State::Over;
        on(false);
        return JsValue::UNDEFINED;
    }
    let held = Promise::new(&mut |release: Function, _reject: Function| {
        *state.borrow_mut() = State::Held(release);
    });
    on(true);
    held.into()
}

/// Calls `navigator.locks.request`, if there is such a thing.
fn request(name: &JsValue, answered: &Function) -> Option<Promise> {
    let locks = property(&window()?.navigator(), "locks")?;
    let request: Function = property(&locks, "request")?.dyn_into().ok()?;
    let options = Object::new();
    let at_once = JsValue::from_str("ifAvailable");
    Reflect::set(&options, &at_once, &JsValue::TRUE).ok()?;
    request
        .call3(&locks, name, &options, answered)
        .ok()?
        .dyn_into()
        .ok()
}

impl Drop for Lock {
    fn drop(&mut self) {
        let before = self.state.replace(State::Over);
        if let State::Held(release) = before {
            // Resolving a promise does not throw.
            drop(release.call0(&JsValue::NULL));
        }
    }
}

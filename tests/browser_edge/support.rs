//! An inbox that tests wait on, and ways to break a browser for a while.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// What a callback reported, in order, for a test to wait for.
pub(crate) struct Inbox<T>(Rc<RefCell<Waiting<T>>>);

struct Waiting<T> {
    items: VecDeque<T>,
    waker: Option<Waker>,
}

impl<T> Clone for Inbox<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: 'static> Inbox<T> {
    pub(crate) fn new() -> Self {
        Self(Rc::new(RefCell::new(Waiting {
            items: VecDeque::new(),
            waker: None,
        })))
    }

    /// A callback that puts what it is told here.
    pub(crate) fn filler(&self) -> impl Fn(T) + 'static {
        let inbox = self.clone();
        move |item| inbox.put(item)
    }

    pub(crate) fn put(&self, item: T) {
        let waker = {
            let mut waiting = self.0.borrow_mut();
            waiting.items.push_back(item);
            waiting.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    pub(crate) async fn next(&self) -> T {
        poll_fn(|context| {
            let mut waiting = self.0.borrow_mut();
            if let Some(item) = waiting.items.pop_front() {
                return Poll::Ready(item);
            }
            waiting.waker = Some(context.waker().clone());
            Poll::Pending
        })
        .await
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.borrow().items.is_empty()
    }
}

/// A property of the window, replaced until this is dropped.
pub(crate) struct Broken {
    name: JsValue,
    before: JsValue,
}

impl Broken {
    /// Gives `window[name]` the property that `descriptor` describes.
    pub(crate) fn window_property(name: &str, descriptor: &Object) -> Self {
        let name = JsValue::from_str(name);
        let before = Object::get_own_property_descriptor(&window(), &name);
        set(descriptor, "configurable", &JsValue::TRUE);
        Object::define_property(&window(), &name, descriptor);
        Self { name, before }
    }
}

impl Drop for Broken {
    fn drop(&mut self) {
        if self.before.is_undefined() {
            Reflect::delete_property(&window(), &self.name).expect("the property is ours");
        } else {
            Object::define_property(&window(), &self.name, &Object::from(self.before.clone()));
        }
    }
}

pub(crate) fn set(object: &Object, name: &str, value: &JsValue) {
    Reflect::set(object, &JsValue::from_str(name), value).expect("a plain object takes anything");
}

pub(crate) fn window() -> Object {
    js_sys::global()
}

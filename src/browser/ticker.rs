//! Ticks that go on in hidden tabs, and one-shot timers.
//!
//! Browsers slow the timers of a hidden page to one a minute, but not those of
//! its workers; so a tick comes from a worker whose whole program is one line.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Url, Worker};

use super::{drop_later, window};

/// Calls back every period until it is dropped.
#[must_use = "the ticks stop when this is dropped"]
pub struct Ticker {
    source: Option<Source>,
    interval: Rc<Cell<Option<i32>>>,
    tick: Option<Closure<dyn Fn()>>,
}

/// The worker that ticks, the address of its program, and what to do when the
/// browser does not let it run.
struct Source {
    worker: Worker,
    address: String,
    failed: Closure<dyn Fn()>,
}

impl Ticker {
    /// Calls `on` every `period_ms` milliseconds, the first time after one
    /// period. Where the page may not have a worker, a page timer ticks.
    pub fn start(period_ms: u32, on: impl Fn() + 'static) -> Self {
        let tick = Closure::<dyn Fn()>::new(on);
        let function: Function = tick.as_ref().unchecked_ref::<Function>().clone();
        let interval = Rc::new(Cell::new(None));
        let source = Source::start(period_ms, &function, &interval);
        if source.is_none() {
            interval.set(page_interval(&function, period_ms));
        }
        Self {
            source,
            interval,
            tick: Some(tick),
        }
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        if let Some(source) = self.source.take() {
            source.worker.set_onmessage(None);
            source.worker.set_onerror(None);
            source.worker.terminate();
            // Only refused for an address that is not one.
            drop(Url::revoke_object_url(&source.address));
            drop_later(source.failed);
        }
        if let (Some(window), Some(interval)) = (window(), self.interval.take()) {
            window.clear_interval_with_handle(interval);
        }
        drop_later(self.tick.take());
    }
}

impl Source {
    fn start(period_ms: u32, tick: &Function, interval: &Rc<Cell<Option<i32>>>) -> Option<Self> {
        let mut program = String::from("setInterval(()=>postMessage(0),");
        program.push_str(&period_ms.to_string());
        program.push(')');
        let parts = Array::of1(&JsValue::from_str(&program));
        let blob = Blob::new_with_str_sequence(&parts).ok()?;
        let address = Url::create_object_url_with_blob(&blob).ok()?;
        let Ok(worker) = Worker::new(&address) else {
            drop(Url::revoke_object_url(&address));
            return None;
        };
        let failed = {
            let (tick, interval) = (tick.clone(), Rc::clone(interval));
            Closure::<dyn Fn()>::new(move || {
                if interval.get().is_none() {
                    interval.set(page_interval(&tick, period_ms));
                }
            })
        };
        worker.set_onmessage(Some(tick));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Self {
            worker,
            address,
            failed,
        })
    }
}

/// A plain page timer; throttled when the tab is hidden.
fn page_interval(tick: &Function, period_ms: u32) -> Option<i32> {
    window()?
        .set_interval_with_callback_and_timeout_and_arguments_0(tick, delay(period_ms))
        .ok()
}

/// A one-shot timer; dropping it before its time calls it off.
#[must_use = "the timer is called off when this is dropped"]
pub struct Timer {
    handle: Option<i32>,
    closure: Option<Closure<dyn FnMut()>>,
}

/// Calls `on` once, `delay_ms` milliseconds from now.
pub fn after(delay_ms: u32, on: impl FnOnce() + 'static) -> Timer {
    let closure = Closure::once(on);
    let handle = window().and_then(|window| {
        let function = closure.as_ref().unchecked_ref();
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(function, delay(delay_ms))
            .ok()
    });
    Timer {
        handle,
        closure: Some(closure),
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(window), Some(handle)) = (window(), self.handle.take()) {
            window.clear_timeout_with_handle(handle);
        }
        drop_later(self.closure.take());
    }
}

/// Milliseconds as the timer functions take them.
fn delay(ms: u32) -> i32 {
    i32::try_from(ms).unwrap_or(i32::MAX)
}

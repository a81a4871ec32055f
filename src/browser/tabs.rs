//! Bytes between the tabs of this browser that show the same site.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

use super::{BrowserError, cast, drop_later, has_global};

/// Longest message taken from another tab, in bytes: more than any reply or
/// handed-over table needs, little enough to be copied without a pause.
pub const MAX_TAB_MESSAGE_BYTES: u32 = 4 * 1024 * 1024;

/// A seat in a named channel of tabs; dropping it leaves the channel.
pub struct Tabs {
    channel: BroadcastChannel,
    heard: Option<Closure<dyn Fn(MessageEvent)>>,
}

impl Tabs {
    /// Joins the channel `name`. `on` gets what others post, never what this
    /// seat posts itself; anything but bytes is ignored.
    ///
    /// # Errors
    /// When the browser has no `BroadcastChannel` or refuses it here.
    pub fn join(name: &str, on: impl Fn(Vec<u8>) + 'static) -> Result<Self, BrowserError> {
        if !has_global("BroadcastChannel") {
            return Err(BrowserError::Missing("BroadcastChannel"));
        }
        let channel = BroadcastChannel::new(name)
            .map_err(|thrown| BrowserError::refused("BroadcastChannel", &thrown))?;
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(bytes) = cast::<Uint8Array>(event.data())
                && bytes.length() <= MAX_TAB_MESSAGE_BYTES
            {
                on(bytes.to_vec());
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Ok(Self {
            channel,
            heard: Some(heard),
        })
    }

    /// Sends `bytes` to every other seat of the channel.
    ///
    /// # Errors
    /// When the browser refuses to pass them on.
    pub fn post(&self, bytes: &[u8]) -> Result<(), BrowserError> {
        self.channel
            .post_message(&Uint8Array::from(bytes))
            .map_err(|thrown| BrowserError::refused("BroadcastChannel.postMessage", &thrown))
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
        drop_later(self.heard.take());
    }
}

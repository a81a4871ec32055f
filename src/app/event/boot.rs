//! What the page knows when it begins.

/// What the page knows when it begins.
#[derive(Clone, Debug, PartialEq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts about the browser, each its own"
)]
pub struct Boot {
    /// Address without fragment.
    pub base: String,
    /// Fragment with `#`, or empty.
    pub fragment: String,
    /// Everything kept: key and text.
    pub kept: Vec<(String, String)>,
    /// The browser refuses storage.
    pub storage_blocked: bool,
    /// Languages the person prefers, best first (`de-AT`).
    pub languages: Vec<String>,
    /// `RTCPeerConnection` exists.
    pub has_webrtc: bool,
    /// A phone or tablet: it may sleep at any time, so it never holds a table for others.
    pub is_phone: bool,
    /// Firefox needs one more candidate while it waits.
    pub is_firefox: bool,
    /// The system share sheet exists.
    pub can_share: bool,
    /// The name typed before the program arrived, if the form was open.
    pub typed_name: Option<String>,
    /// The form was already sent before the program arrived.
    pub name_sent: bool,
}

//! Web sockets as the program sees them.

/// Names one WebSocket of this page; never reused.
pub type SocketId = u32;

/// News of one WebSocket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SocketNews {
    /// Texts can be sent.
    Opened,
    /// A text arrived.
    Text(String),
    /// It is over, or never opened; reported once, and nothing after it.
    Closed,
}

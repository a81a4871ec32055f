//! What the program asks its edge to do.

use super::super::ice::IceServer;
use super::super::view::Language;
use super::{CopyWhat, DeskNews, PeerId, SocketId};
use crate::wire::Credentials;

/// Something the edge is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep a text under a key.
    Keep {
        /// Storage key.
        key: String,
        /// Text.
        text: String,
    },
    /// Forget a key.
    Forget {
        /// Storage key.
        key: String,
    },
    /// Read everything the desk keeps; answered by `Event::DeskRead`.
    ReadDesk,
    /// Load the desk and put it on the screen; answered by `Event::Desk`.
    OpenDesk {
        /// Where to begin, without `#`.
        fragment: String,
        /// Language of its words.
        language: Language,
    },
    /// Tell the desk, if it is open.
    TellDesk(DeskNews),
    /// Take the desk off the screen.
    CloseDesk,
    /// Make a connection that will be answered.
    MakeOffer {
        /// Its name.
        peer: PeerId,
        /// STUN and TURN servers.
        ice: Vec<IceServer>,
    },
    /// Make a connection that answers.
    MakeAnswer {
        /// Its name.
        peer: PeerId,
        /// STUN and TURN servers.
        ice: Vec<IceServer>,
        /// The far side's description.
        offer_sdp: String,
        /// The far side's candidates.
        candidates: Vec<String>,
        /// Credentials that the far side expects; a browser that makes its own
        /// all the same is not wrong.
        agreed: Option<Credentials>,
    },
    /// Apply the far side's answer.
    AcceptAnswer {
        /// Which connection.
        peer: PeerId,
        /// The far side's description.
        answer_sdp: String,
        /// The far side's candidates.
        candidates: Vec<String>,
    },
    /// Add a candidate of the far side.
    AddCandidate {
        /// Which connection.
        peer: PeerId,
        /// `candidate:…` text.
        line: String,
    },
    /// Say which way an open link takes; answered by `PeerNews::Path`, if at all.
    AskPath {
        /// Which connection.
        peer: PeerId,
    },
    /// Send a frame.
    SendFrame {
        /// Which connection.
        peer: PeerId,
        /// At most `MAX_FRAME_BYTES`.
        bytes: Vec<u8>,
    },
    /// Close a connection.
    ClosePeer {
        /// Which connection.
        peer: PeerId,
    },
    /// Open a WebSocket; answered by `Event::Socket`.
    OpenSocket {
        /// Its name.
        socket: SocketId,
        /// `wss:` or `ws:` address.
        url: String,
    },
    /// Send a text over a WebSocket.
    SendText {
        /// Which one.
        socket: SocketId,
        /// At most `MAX_TEXT_BYTES`.
        text: String,
    },
    /// Close a WebSocket; nothing more is told of it.
    CloseSocket {
        /// Which one.
        socket: SocketId,
    },
    /// Copy a text; answered by `Event::Copied`.
    Copy {
        /// What it is.
        what: CopyWhat,
        /// Text.
        text: String,
    },
    /// Open the system share sheet.
    Share {
        /// Title.
        title: String,
        /// Address.
        url: String,
    },
    /// Offer a file.
    Download {
        /// File name.
        name: String,
        /// MIME type.
        mime: &'static str,
        /// Content.
        text: String,
    },
    /// Open the print dialog.
    Print,
    /// Tell the other tabs of this browser.
    TellTabs(Vec<u8>),
    /// Replace the address's fragment (empty removes it).
    SetFragment(String),
    /// Hold a lock with this name (none: give it back); answered by `Event::Lock`.
    Lock(Option<String>),
    /// Ask before the page is left.
    WarnBeforeLeaving(bool),
    /// Load the page anew, at the same address.
    Reload,
    /// Write a line to the browser's console, debug level.
    Log(String),
}

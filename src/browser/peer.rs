//! One far browser: a WebRTC connection with one ordered, reliable data channel.
//!
//! Descriptions and candidates go in and out as text; how they travel is not
//! known here, nor is what the messages mean.

use core::fmt;

use std::rc::{Rc, Weak};

use wasm_bindgen::JsValue;
use web_sys::RtcSdpType;

use super::certificate::Certificate;
use super::{BrowserError, has_global, spawn};

mod handlers;
mod link;
mod stats;

use handlers::Handlers;
use link::Link;
pub use stats::Path;

/// Longest message, in bytes; what `a=max-message-size` of our descriptions says.
pub const MAX_MESSAGE_BYTES: u32 = 262_144;
/// Most bytes waiting to leave: room for the largest thing ever sent at once.
pub const MAX_BUFFERED_BYTES: u32 = 4 * 1024 * 1024;
/// Below this many waiting bytes [`PeerEvent::Writable`] is reported.
pub const LOW_BUFFER_BYTES: u32 = 65_536;

/// Whether this browser can reach another one at all.
pub fn is_supported() -> bool {
    has_global("RTCPeerConnection")
}

/// A STUN or TURN server.
#[derive(Clone, PartialEq, Eq)]
pub struct IceServer {
    /// Its addresses: `stun:`, `turn:` or `turns:` (RFC 7064, RFC 7065).
    pub urls: Vec<String>,
    /// TURN only.
    pub username: Option<String>,
    /// TURN only.
    pub credential: Option<String>,
}

impl fmt::Debug for IceServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IceServer")
            .field("urls", &self.urls)
            .field("username", &self.username)
            .field(
                "credential",
                &self.credential.as_ref().map(|_| "<redacted>"),
            )
            .finish()
    }
}

/// What every connection of this page has in common.
#[derive(Debug, Clone)]
pub struct PeerOptions {
    /// By which the far side knows us.
    pub certificate: Certificate,
    /// Empty: only this network.
    pub ice_servers: Vec<IceServer>,
}

/// What a peer reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeerEvent {
    /// Our description is made and set.
    Local {
        /// Its text, with the candidates known so far, usually none.
        sdp: String,
    },
    /// One more address of ours, after [`PeerEvent::Local`].
    Candidate {
        /// The text of the `candidate` attribute, beginning with `candidate:`.
        line: String,
    },
    /// There are no more addresses. May take 40 s; do not wait for it.
    Gathered,
    /// The channel is open: bytes can be sent.
    Opened,
    /// The far side sent this.
    Message(Vec<u8>),
    /// Fewer than [`LOW_BUFFER_BYTES`] are waiting; more can be sent.
    Writable,
    /// The way it takes; answers [`Peer::ask_path`].
    Path(Path),
    /// It is over for good; reported once, and nothing after it.
    Closed,
    /// The browser refused a step. A refused answer or message size leaves the
    /// peer as it was; a peer whose own description was refused is of no use.
    Refused {
        /// The step, and the browser's own words.
        reason: String,
    },
}

/// Why a call on a peer failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeerError {
    /// This browser has no WebRTC.
    Unsupported,
    /// The channel is not open yet, or no longer.
    NotOpen,
    /// The message has more than [`MAX_MESSAGE_BYTES`].
    TooLong {
        /// Its length.
        n_bytes: usize,
    },
    /// [`MAX_BUFFERED_BYTES`] would be exceeded; wait for [`PeerEvent::Writable`].
    Full,
    /// The browser refused.
    Refused(BrowserError),
}

impl PeerError {
    pub(super) fn refused(step: &'static str, thrown: &JsValue) -> Self {
        Self::Refused(BrowserError::refused(step, thrown))
    }
}

impl From<BrowserError> for PeerError {
    fn from(error: BrowserError) -> Self {
        Self::Refused(error)
    }
}

impl fmt::Display for PeerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unsupported => "this browser has no WebRTC",
            Self::NotOpen => "the connection is not open",
            Self::TooLong { .. } => "the message is longer than a connection takes",
            Self::Full => "too many bytes are waiting to be sent",
            Self::Refused(error) => return error.fmt(f),
        })
    }
}

impl core::error::Error for PeerError {}

/// A connection to one far browser. Dropping it closes it, which may be done
/// from within its own callback.
pub struct Peer {
    link: Rc<Link>,
    handlers: Option<Handlers>,
}

impl Peer {
    /// Makes the offering side. `on` is never called before this has returned.
    ///
    /// # Errors
    /// When the browser has no WebRTC or refuses the options.
    pub fn offer(
        options: &PeerOptions,
        on: impl Fn(PeerEvent) + 'static,
    ) -> Result<Self, PeerError> {
        let peer = Self::new(options, on)?;
        peer.run(|link| async move {
            let offered = link::describe_self(&link, RtcSdpType::Offer, None).await;
            report_local(&link, offered);
        });
        Ok(peer)
    }

    /// Makes the answering side to `remote_offer_sdp` and the far side's
    /// `candidates`. `on` is never called before this has returned.
    ///
    /// `agreed` are user fragment and password to take in place of the browser's
    /// own; where the browser refuses, it keeps its own, as [`PeerEvent::Local`] shows.
    ///
    /// # Errors
    /// When the browser has no WebRTC or refuses the options; a refused
    /// description comes as [`PeerEvent::Refused`].
    pub fn answer(
        options: &PeerOptions,
        remote_offer_sdp: &str,
        candidates: &[String],
        agreed: Option<(String, String)>,
        on: impl Fn(PeerEvent) + 'static,
    ) -> Result<Self, PeerError> {
        let peer = Self::new(options, on)?;
        peer.link.queue(candidates);
        let sdp = remote_offer_sdp.to_owned();
        peer.run(|link| async move {
            let taken = link::describe_other(&link, RtcSdpType::Offer, &sdp).await;
            let answered = match taken {
                Ok(()) => {
                    release_candidates(&link);
                    link::describe_self(&link, RtcSdpType::Answer, agreed).await
                }
                Err(error) => Err(error),
            };
            report_local(&link, answered);
        });
        Ok(peer)
    }

    /// Applies the far side's answer to our offer, then its candidates. A
    /// refusal comes as [`PeerEvent::Refused`]; another answer may follow.
    pub fn accept(&self, remote_answer_sdp: &str, candidates: &[String]) {
        let sdp = remote_answer_sdp.to_owned();
        let candidates = candidates.to_vec();
        self.run(|link| async move {
            let taken = link::describe_other(&link, RtcSdpType::Answer, &sdp).await;
            let Some(link) = link.upgrade() else { return };
            match taken {
                Ok(()) => {
                    link.queue(&candidates);
                    link.release();
                }
                Err(error) => link.report_refusal(&error),
            }
        });
    }

    /// Adds one candidate of the far side; kept until its description is set.
    /// A refusal is not reported: other candidates may do.
    pub fn add_candidate(&self, line: &str) {
        self.link.add_candidate(line);
    }

    /// Sends one message of at most [`MAX_MESSAGE_BYTES`].
    ///
    /// # Errors
    /// When the channel is not open, or too much is waiting already.
    pub fn send(&self, bytes: &[u8]) -> Result<(), PeerError> {
        self.link.send(bytes)
    }

    /// Asks which way it takes; comes as [`PeerEvent::Path`], or not while there is none.
    pub fn ask_path(&self) {
        self.run(|link| async move {
            let path = stats::path(&link).await;
            if let (Some(link), Some(path)) = (link.upgrade(), path) {
                link.report(PeerEvent::Path(path));
            }
        });
    }

    /// How many bytes are waiting to leave.
    pub fn buffered_bytes(&self) -> u32 {
        self.link.buffered_bytes()
    }

    /// Closes the connection; the far side hears it at once. Nothing more is
    /// reported here, not even [`PeerEvent::Closed`].
    pub fn close(&self) {
        self.link.end();
    }

    fn new(options: &PeerOptions, on: impl Fn(PeerEvent) + 'static) -> Result<Self, PeerError> {
        let link = Rc::new(Link::new(options, Box::new(on))?);
        let handlers = Handlers::attach(&link);
        Ok(Self {
            link,
            handlers: Some(handlers),
        })
    }

    /// Runs asynchronous steps that do not keep the peer alive, nor the browser's
    /// connection: one that is closed never answers the step it was asked for, and what
    /// waits for it waits for ever.
    fn run<F: Future<Output = ()> + 'static>(&self, work: impl FnOnce(Weak<Link>) -> F) {
        spawn(work(Rc::downgrade(&self.link)));
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        if let Some(handlers) = self.handlers.take() {
            handlers.detach(&self.link);
        }
        self.link.end();
    }
}

fn report_local(link: &Weak<Link>, described: Result<String, BrowserError>) {
    let Some(link) = link.upgrade() else { return };
    match described {
        Ok(sdp) => link.report(PeerEvent::Local { sdp }),
        Err(error) => link.report_refusal(&error),
    }
}

fn release_candidates(link: &Weak<Link>) {
    if let Some(link) = link.upgrade() {
        link.release();
    }
}

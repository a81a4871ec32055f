//! The connection and its channel, without the closures that listen to them.

use std::cell::{Cell, RefCell};
use std::rc::Weak;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    RtcConfiguration, RtcDataChannel, RtcDataChannelInit, RtcDataChannelState, RtcDataChannelType,
    RtcIceCandidateInit, RtcIceServer, RtcPeerConnection, RtcPeerConnectionState, RtcSdpType,
    RtcSessionDescriptionInit,
};

use super::super::{BrowserError, ignore_outcome, step};
use super::{
    IceServer, LOW_BUFFER_BYTES, MAX_BUFFERED_BYTES, MAX_MESSAGE_BYTES, PeerError, PeerEvent,
    PeerOptions, is_supported,
};

/// The channel's name and its agreed number: both sides make it themselves.
const LABEL: &str = "floret";
const CHANNEL_ID: u16 = 0;
/// The media section that candidates belong to: there is only one.
const MEDIA_ID: &str = "0";
/// Most candidates kept while the far description is missing; a browser has
/// about ten.
const MAX_WAITING_CANDIDATES: usize = 64;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Joining,
    Open,
    Over,
}

/// Where candidates of the far side go.
enum Candidates {
    /// Its description is not set yet.
    Waiting(Vec<String>),
    /// To the browser at once.
    Flowing,
}

pub(super) struct Link {
    pub(super) connection: RtcPeerConnection,
    pub(super) channel: RtcDataChannel,
    phase: Cell<Phase>,
    candidates: RefCell<Candidates>,
    on: Box<dyn Fn(PeerEvent)>,
}

impl Link {
    pub(super) fn new(
        options: &PeerOptions,
        on: Box<dyn Fn(PeerEvent)>,
    ) -> Result<Self, PeerError> {
        if !is_supported() {
            return Err(PeerError::Unsupported);
        }
        let connection = RtcPeerConnection::new_with_configuration(&configuration(options))
            .map_err(|thrown| PeerError::refused("RTCPeerConnection", &thrown))?;
        let init = RtcDataChannelInit::new();
        init.set_negotiated(true);
        init.set_id(CHANNEL_ID);
        init.set_ordered(true);
        let channel = connection.create_data_channel_with_data_channel_dict(LABEL, &init);
        channel.set_binary_type(RtcDataChannelType::Arraybuffer);
        channel.set_buffered_amount_low_threshold(LOW_BUFFER_BYTES);
        Ok(Self {
            connection,
            channel,
            phase: Cell::new(Phase::Joining),
            candidates: RefCell::new(Candidates::Waiting(Vec::new())),
            on,
        })
    }

    /// Tells the owner, unless it is over.
    pub(super) fn report(&self, event: PeerEvent) {
        if self.phase.get() != Phase::Over {
            (self.on)(event);
        }
    }

    pub(super) fn report_refusal(&self, error: &BrowserError) {
        self.report(PeerEvent::Refused {
            reason: error.to_string(),
        });
    }

    pub(super) fn opened(&self) {
        if self.phase.get() == Phase::Joining {
            self.phase.set(Phase::Open);
            (self.on)(PeerEvent::Opened);
        }
    }

    /// The connection's own state. `failed` is only a hint: new candidates revive a
    /// Chromium connection, and where it is final (Firefox) the channel closes too.
    /// Whether anybody is still there, the heartbeat says.
    pub(super) fn connection_changed(&self) {
        let is_over = matches!(
            self.connection.connection_state(),
            RtcPeerConnectionState::Closed
        );
        if is_over && self.phase.get() == Phase::Open {
            self.lost();
        }
    }

    /// The far side or the browser ended it: reported once.
    pub(super) fn lost(&self) {
        if self.phase.replace(Phase::Over) != Phase::Over {
            self.connection.close();
            (self.on)(PeerEvent::Closed);
        }
    }

    /// A message arrived. One over the limit ends the connection: the far side
    /// breaks the rule that its description stated.
    pub(super) fn received(&self, bytes: &Uint8Array) {
        if bytes.length() <= MAX_MESSAGE_BYTES {
            self.report(PeerEvent::Message(bytes.to_vec()));
        } else {
            self.lost();
        }
    }

    /// We end it ourselves: nothing is reported.
    pub(super) fn end(&self) {
        if self.phase.replace(Phase::Over) != Phase::Over {
            self.channel.close();
            self.connection.close();
        }
    }

    pub(super) fn send(&self, bytes: &[u8]) -> Result<(), PeerError> {
        let is_open = self.phase.get() == Phase::Open
            && self.channel.ready_state() == RtcDataChannelState::Open;
        if !is_open {
            return Err(PeerError::NotOpen);
        }
        let too_long = PeerError::TooLong {
            n_bytes: bytes.len(),
        };
        let n_bytes = u32::try_from(bytes.len()).map_err(|_| too_long.clone())?;
        if n_bytes > MAX_MESSAGE_BYTES {
            return Err(too_long);
        }
        if self.buffered_bytes().saturating_add(n_bytes) > MAX_BUFFERED_BYTES {
            return Err(PeerError::Full);
        }
        self.channel
            .send_with_u8_array(bytes)
            .map_err(|thrown| PeerError::refused("RTCDataChannel.send", &thrown))
    }

    pub(super) fn buffered_bytes(&self) -> u32 {
        self.channel.buffered_amount()
    }

    pub(super) fn queue(&self, lines: &[String]) {
        for line in lines {
            self.add_candidate(line);
        }
    }

    pub(super) fn add_candidate(&self, line: &str) {
        match &mut *self.candidates.borrow_mut() {
            Candidates::Waiting(lines) if lines.len() < MAX_WAITING_CANDIDATES => {
                lines.push(line.to_owned());
            }
            Candidates::Waiting(_) => {}
            Candidates::Flowing => self.pass_on(line),
        }
    }

    /// The far description is set: candidates flow from now on.
    pub(super) fn release(&self) {
        let before = self.candidates.replace(Candidates::Flowing);
        if let Candidates::Waiting(lines) = before {
            for line in &lines {
                self.pass_on(line);
            }
        }
    }

    fn pass_on(&self, line: &str) {
        if self.phase.get() == Phase::Over {
            return;
        }
        let init = RtcIceCandidateInit::new(line);
        init.set_sdp_mid(Some(MEDIA_ID));
        ignore_outcome(
            self.connection
                .add_ice_candidate_with_opt_rtc_ice_candidate_init(Some(&init)),
        );
    }
}

/// Makes our own description, sets it as the browser made it, gives its text.
/// With `agreed` the browser is asked to take these credentials first. While it waits
/// it holds nothing of the connection.
pub(super) async fn describe_self(
    link: &Weak<Link>,
    kind: RtcSdpType,
    agreed: Option<(String, String)>,
) -> Result<String, BrowserError> {
    let is_offer = kind == RtcSdpType::Offer;
    let made = ask(link, |connection| {
        if is_offer {
            connection.create_offer()
        } else {
            connection.create_answer()
        }
    });
    let name = if is_offer {
        "createOffer"
    } else {
        "createAnswer"
    };
    let Some(made) = made else {
        return Ok(String::new());
    };
    let description: RtcSessionDescriptionInit = step(made, name).await?.unchecked_into();
    let is_set = match agreed {
        Some(agreed) => set_with(link, kind, &description, &agreed).await,
        None => false,
    };
    if !is_set {
        let set = ask(link, |connection| {
            connection.set_local_description(&description)
        });
        let Some(set) = set else {
            return Ok(String::new());
        };
        step(set, "setLocalDescription").await?;
    }
    let set = ask(link, RtcPeerConnection::local_description).flatten();
    Ok(set.map_or_else(String::new, |description| description.sdp()))
}

/// Asks the browser something of a connection, if that is there yet.
pub(super) fn ask<T>(link: &Weak<Link>, ask: impl FnOnce(&RtcPeerConnection) -> T) -> Option<T> {
    link.upgrade().map(|link| ask(&link.connection))
}

/// Sets our description with other ICE credentials. Browsers are about to refuse
/// this, so nothing may depend on it.
async fn set_with(
    link: &Weak<Link>,
    kind: RtcSdpType,
    description: &RtcSessionDescriptionInit,
    (ufrag, pwd): &(String, String),
) -> bool {
    let own = js_sys::Reflect::get(description, &JsValue::from_str("sdp"));
    let Some(sdp) = own.ok().and_then(|sdp| sdp.as_string()) else {
        return false;
    };
    let changed = RtcSessionDescriptionInit::new(kind);
    changed.set_sdp(&with_credentials(&sdp, ufrag, pwd));
    let set = ask(link, |connection| {
        connection.set_local_description(&changed)
    });
    match set {
        Some(set) => step(set, "setLocalDescription").await.is_ok(),
        None => false,
    }
}

fn with_credentials(sdp: &str, ufrag: &str, pwd: &str) -> String {
    let mut text = String::with_capacity(sdp.len() + 32);
    for line in sdp.lines() {
        let line = line.trim_end();
        if line.starts_with("a=ice-ufrag:") {
            text.push_str("a=ice-ufrag:");
            text.push_str(ufrag);
        } else if line.starts_with("a=ice-pwd:") {
            text.push_str("a=ice-pwd:");
            text.push_str(pwd);
        } else {
            text.push_str(line);
        }
        text.push_str("\r\n");
    }
    text
}

/// Sets the far side's description.
pub(super) async fn describe_other(
    link: &Weak<Link>,
    kind: RtcSdpType,
    sdp: &str,
) -> Result<(), BrowserError> {
    let description = RtcSessionDescriptionInit::new(kind);
    description.set_sdp(sdp);
    let set = ask(link, |connection| {
        connection.set_remote_description(&description)
    });
    match set {
        Some(set) => step(set, "setRemoteDescription").await.map(drop),
        None => Ok(()),
    }
}

fn configuration(options: &PeerOptions) -> RtcConfiguration {
    let configuration = RtcConfiguration::new();
    configuration.set_certificates(&options.certificate.list());
    let servers: Array = options.ice_servers.iter().map(ice_server).collect();
    configuration.set_ice_servers(&servers);
    configuration
}

fn ice_server(server: &IceServer) -> JsValue {
    let made = RtcIceServer::new();
    let urls: Array = server
        .urls
        .iter()
        .map(|url| JsValue::from_str(url))
        .collect();
    made.set_urls(&urls);
    if let Some(username) = &server.username {
        made.set_username(username);
    }
    if let Some(credential) = &server.credential {
        made.set_credential(credential);
    }
    made.into()
}

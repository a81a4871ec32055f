//! Session descriptions: the few values that matter are read from the text a
//! browser makes, and a text is built from the values of the other browser
//! (`docs/wire.md` §8). The browser's own text is never changed.

use core::fmt;
use core::fmt::Write as _;

use base16ct::{mixed, upper};

use super::candidate::Candidate;
use super::credentials::{Credentials, is_ice_char};

/// Longest description read, in bytes; real ones stay below 4 KiB.
pub const MAX_SDP_BYTES: usize = 64 * 1024;
/// Most candidates read from one description.
pub const MAX_LOCAL_CANDIDATES: usize = 64;
/// Largest message that the other browser is told we take, in bytes.
const MAX_MESSAGE_BYTES: usize = 262_144;

/// What a browser's own description says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalDescription {
    /// Of this connection.
    pub credentials: Credentials,
    /// SHA-256 of the certificate.
    pub fingerprint: [u8; 32],
    /// Those of the lines in the text that another browser can use.
    pub candidates: Vec<Candidate>,
}

/// Why a description cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SdpError {
    /// More than [`MAX_SDP_BYTES`].
    TooLong,
    /// Credentials are missing or unlawful.
    Credentials,
    /// No SHA-256 fingerprint.
    Fingerprint,
}

impl fmt::Display for SdpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(f, "a session description has {MAX_SDP_BYTES} bytes at most"),
            Self::Credentials => f.write_str("the session description has no lawful credentials"),
            Self::Fingerprint => f.write_str("the session description has no SHA-256 fingerprint"),
        }
    }
}

impl core::error::Error for SdpError {}

/// Reads the description that a browser has made for itself, offer or answer,
/// with one data channel section.
///
/// # Errors
/// [`SdpError`] names what is missing.
pub fn read_local(sdp: &str) -> Result<LocalDescription, SdpError> {
    if sdp.len() > MAX_SDP_BYTES {
        return Err(SdpError::TooLong);
    }
    let first = |name: &str| {
        let mut values = sdp.lines().filter_map(|line| line.strip_prefix(name));
        values.next().map(str::trim)
    };
    let ufrag = first("a=ice-ufrag:")
        .ok_or(SdpError::Credentials)?
        .to_owned();
    let pwd = first("a=ice-pwd:").ok_or(SdpError::Credentials)?.to_owned();
    let credentials = Some(Credentials { ufrag, pwd })
        .filter(Credentials::is_valid)
        .ok_or(SdpError::Credentials)?;
    let fingerprint = sdp
        .lines()
        .find_map(read_fingerprint)
        .ok_or(SdpError::Fingerprint)?;
    let mut candidates: Vec<Candidate> = Vec::new();
    for candidate in sdp
        .lines()
        .filter(|line| line.starts_with("a="))
        .filter_map(Candidate::parse)
    {
        if candidates.len() < MAX_LOCAL_CANDIDATES && !candidates.contains(&candidate) {
            candidates.push(candidate);
        }
    }
    Ok(LocalDescription {
        credentials,
        fingerprint,
        candidates,
    })
}

fn read_fingerprint(line: &str) -> Option<[u8; 32]> {
    let (hash, digits) = line
        .strip_prefix("a=fingerprint:")?
        .trim()
        .split_once(' ')?;
    if !hash.eq_ignore_ascii_case("sha-256") || digits.len() != 32 * 3 - 1 {
        return None;
    }
    let mut bytes = Vec::with_capacity(32);
    for pair in digits.split(':') {
        let [byte] = mixed::decode_vec(pair).ok()?.try_into().ok()?;
        bytes.push(byte);
    }
    bytes.try_into().ok()
}

/// Who opens the DTLS handshake (RFC 8842).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setup {
    /// The described side does: the host.
    Active,
    /// The described side waits: the guest.
    Passive,
}

/// The host's description for the guest's browser. It says that the host is
/// the DTLS client, so that the guest's answer says `passive` by itself and
/// no handshake timer runs while the reply is on its way.
pub fn offer_sdp(
    fingerprint: &[u8; 32],
    credentials: &Credentials,
    candidates: &[Candidate],
) -> String {
    description(Setup::Active, fingerprint, credentials, candidates)
}

/// The guest's description for the host's browser.
pub fn answer_sdp(
    fingerprint: &[u8; 32],
    credentials: &Credentials,
    candidates: &[Candidate],
) -> String {
    description(Setup::Passive, fingerprint, credentials, candidates)
}

fn description(
    setup: Setup,
    fingerprint: &[u8; 32],
    credentials: &Credentials,
    candidates: &[Candidate],
) -> String {
    debug_assert!(
        credentials.is_valid(),
        "credentials come from a browser or a checked code"
    );
    let setup = match setup {
        Setup::Active => "active",
        Setup::Passive => "passive",
    };
    let mut text = String::from(
        "v=0\r\n\
         o=- 1 2 IN IP4 127.0.0.1\r\n\
         s=-\r\n\
         t=0 0\r\n\
         a=group:BUNDLE 0\r\n\
         m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n\
         c=IN IP4 0.0.0.0\r\n",
    );
    for (candidate, n) in candidates.iter().zip(1_u32..) {
        let _ = write!(text, "a={}\r\n", candidate.line(&n.to_string()));
    }
    let _ = write!(
        text,
        "a=ice-ufrag:{}\r\n\
         a=ice-pwd:{}\r\n\
         a=ice-options:trickle\r\n\
         a=fingerprint:sha-256 {}\r\n\
         a=setup:{setup}\r\n\
         a=mid:0\r\n\
         a=sctp-port:5000\r\n\
         a=max-message-size:{MAX_MESSAGE_BYTES}\r\n",
        lawful(&credentials.ufrag),
        lawful(&credentials.pwd),
        fingerprint_text(fingerprint),
    );
    text
}

/// `AB:CD:…`, as fingerprints are written and compared by people.
pub fn fingerprint_text(fingerprint: &[u8; 32]) -> String {
    let pairs: Vec<String> = fingerprint
        .iter()
        .map(|byte| upper::encode_string(&[*byte]))
        .collect();
    pairs.join(":")
}

/// The second lock: even values that nobody has checked cannot end a line.
fn lawful(text: &str) -> String {
    text.chars()
        .filter(|&c| u8::try_from(c).is_ok_and(is_ice_char))
        .collect()
}

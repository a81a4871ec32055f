//! A pretended browser: what it keeps, and the connections its tabs make.

use std::collections::{BTreeMap, BTreeSet};

use floret::app::PeerId;
use floret::wire::sdp::fingerprint_text;
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;

/// Names a tab of the world; never reused.
pub(super) type TabId = usize;

/// How a browser writes its descriptions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Maker {
    Chromium,
    Firefox,
}

/// One browser with its storage; its tabs are the world's.
pub(super) struct Browser {
    pub(super) maker: Maker,
    pub(super) kept: BTreeMap<String, String>,
    /// What storing comes to, if not success.
    pub(super) refuses: Option<floret::app::KeepProblem>,
    pub(super) stun_answers: bool,
    pub(super) clipboard_works: bool,
    /// Which tab holds which lock.
    pub(super) locks: BTreeMap<String, TabId>,
    fingerprint: [u8; 32],
    name: String,
}

impl Browser {
    pub(super) fn new(maker: Maker, rng: &mut ChaCha20Rng) -> Self {
        let mut fingerprint = [0; 32];
        rng.fill_bytes(&mut fingerprint);
        Self {
            maker,
            kept: BTreeMap::new(),
            refuses: None,
            stun_answers: true,
            clipboard_works: true,
            locks: BTreeMap::new(),
            fingerprint,
            name: uuid(rng),
        }
    }

    /// A connection of this browser, that offers or answers.
    pub(super) fn connect(&self, rng: &mut ChaCha20Rng) -> Connection {
        let (alphabet, n_ufrag, n_pwd): (&[u8], _, _) = match self.maker {
            Maker::Chromium => (
                b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
                4,
                24,
            ),
            Maker::Firefox => (b"0123456789abcdef", 8, 32),
        };
        let name = match self.maker {
            Maker::Chromium => self.name.clone(),
            Maker::Firefox => uuid(rng),
        };
        Connection {
            ufrag: text(rng, alphabet, n_ufrag),
            pwd: text(rng, alphabet, n_pwd),
            fingerprint: fingerprint_text(&self.fingerprint),
            host_line: host_line(self.maker, &name, port(rng)),
            public_port: port(rng),
            far: None,
            mate: None,
            lines: BTreeSet::new(),
            hopes_until: i64::MAX,
        }
    }

    /// What `localDescription` says before any candidate was found.
    pub(super) fn sdp(&self, connection: &Connection, is_offer: bool) -> String {
        let (ufrag, pwd, print) = (&connection.ufrag, &connection.pwd, &connection.fingerprint);
        let setup = if is_offer { "actpass" } else { "passive" };
        let lines = match self.maker {
            Maker::Chromium => format!(
                "v=0\no=- 4576896800370115815 2 IN IP4 127.0.0.1\ns=-\nt=0 0\na=group:BUNDLE 0\n\
                 a=extmap-allow-mixed\na=msid-semantic: WMS\n\
                 m=application 9 UDP/DTLS/SCTP webrtc-datachannel\nc=IN IP4 0.0.0.0\n\
                 a=ice-ufrag:{ufrag}\na=ice-pwd:{pwd}\na=ice-options:trickle\n\
                 a=fingerprint:sha-256 {print}\na=setup:{setup}\na=mid:0\na=sctp-port:5000\n\
                 a=max-message-size:262144\n"
            ),
            Maker::Firefox => format!(
                "v=0\no=mozilla...THIS_IS_SDPARTA-99.0 7 0 IN IP4 0.0.0.0\ns=-\nt=0 0\n\
                 a=sendrecv\na=fingerprint:sha-256 {print}\na=group:BUNDLE 0\n\
                 a=ice-options:trickle\na=msid-semantic:WMS *\n\
                 m=application 9 UDP/DTLS/SCTP webrtc-datachannel\nc=IN IP4 0.0.0.0\n\
                 a=sendrecv\na=ice-pwd:{pwd}\na=ice-ufrag:{ufrag}\na=mid:0\n\
                 a=setup:{setup}\na=sctp-port:5000\na=max-message-size:1073741823\n"
            ),
        };
        lines.replace('\n', "\r\n")
    }
}

/// One connection of a tab.
pub(super) struct Connection {
    pub(super) ufrag: String,
    pub(super) pwd: String,
    pub(super) fingerprint: String,
    pub(super) host_line: String,
    public_port: u16,
    /// Who is expected at the far end: ufrag, password, fingerprint.
    pub(super) far: Option<(String, String, String)>,
    /// The far end, once the channel is open.
    pub(super) mate: Option<(TabId, PeerId)>,
    /// Candidates given so far; a browser ignores one that it knows.
    lines: BTreeSet<String>,
    /// Until then the browser tries; then it gives up for good, ms.
    pub(super) hopes_until: i64,
}

/// A browser with nothing new to try gives up after this time, in ms.
const GIVES_UP_AFTER_MS: i64 = 15_000;

impl Connection {
    /// The far end's description; answers are only hoped for.
    pub(super) fn set_far(&mut self, sdp: &str, lines: &[String], now_ms: i64) {
        let value = |key: &str| {
            let found = sdp.lines().find_map(|line| line.strip_prefix(key));
            found.map(str::to_owned).unwrap_or_default()
        };
        self.far = Some((
            value("a=ice-ufrag:"),
            value("a=ice-pwd:"),
            value("a=fingerprint:sha-256 "),
        ));
        for line in lines {
            self.add_line(line, now_ms);
        }
    }

    /// A candidate of the far end; hope lives on what is new.
    pub(super) fn add_line(&mut self, line: &str, now_ms: i64) {
        if self.lines.insert(line.to_owned()) {
            self.hopes_until = now_ms + GIVES_UP_AFTER_MS;
        }
    }

    /// Whether the two describe each other and both still try.
    pub(super) fn fits(&self, other: &Self, now_ms: i64) -> bool {
        let is = |far: &Option<(String, String, String)>, end: &Self| {
            far.as_ref().is_some_and(|(ufrag, pwd, print)| {
                *ufrag == end.ufrag && *pwd == end.pwd && *print == end.fingerprint
            })
        };
        is(&self.far, other)
            && is(&other.far, self)
            && self.hopes_until >= now_ms
            && other.hopes_until >= now_ms
    }

    /// The candidate that a STUN server helps to find.
    pub(super) fn public_line(&self) -> String {
        let port = self.public_port;
        format!(
            "candidate:732374510 1 udp 1677729535 203.0.113.7 {port} typ srflx raddr 0.0.0.0 rport 0 generation 0"
        )
    }
}

fn host_line(maker: Maker, name: &str, port: u16) -> String {
    match maker {
        Maker::Chromium => {
            format!(
                "candidate:837000285 1 udp 2113937151 {name}.local {port} typ host generation 0"
            )
        }
        Maker::Firefox => format!("candidate:0 1 UDP 2122252543 {name}.local {port} typ host"),
    }
}

fn text(rng: &mut ChaCha20Rng, alphabet: &[u8], n: usize) -> String {
    let n_letters = u32::try_from(alphabet.len()).unwrap();
    let mut letter = || alphabet[usize::try_from(rng.next_u32() % n_letters).unwrap()];
    (0..n).map(|_| char::from(letter())).collect()
}

fn port(rng: &mut ChaCha20Rng) -> u16 {
    u16::try_from(1_024 + rng.next_u32() % 64_000).unwrap()
}

fn uuid(rng: &mut ChaCha20Rng) -> String {
    let digits = text(rng, b"0123456789abcdef", 32);
    let groups = [0..8, 8..12, 12..16, 16..20, 20..32];
    groups.map(|group| &digits[group]).join("-")
}

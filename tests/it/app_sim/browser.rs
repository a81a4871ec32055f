//! A pretended browser: what it keeps, and the connections its tabs make.

use std::collections::{BTreeMap, BTreeSet};

use floret::app::{IceServer, PeerId};
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
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a browser does or refuses, each its own"
)]
pub(super) struct Browser {
    pub(super) maker: Maker,
    pub(super) kept: BTreeMap<String, String>,
    /// What storing comes to, if not success.
    pub(super) refuses: Option<floret::app::KeepProblem>,
    pub(super) stun_answers: bool,
    /// Servers with this in their address never answer.
    pub(super) dead_server: Option<&'static str>,
    /// The router takes another port for each server.
    pub(super) is_symmetric: bool,
    pub(super) clipboard_works: bool,
    /// Takes credentials that the page has agreed on with another one.
    pub(super) takes_agreed: bool,
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
            dead_server: None,
            is_symmetric: false,
            clipboard_works: true,
            takes_agreed: true,
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
            ice: Vec::new(),
            far: None,
            mate: None,
            lines: BTreeSet::new(),
            hopes_until: i64::MAX,
            opens_ms: 0,
            is_spent: false,
        }
    }

    /// How many of a connection's servers answer, and the candidates found by them.
    pub(super) fn found_by(&self, connection: &Connection) -> (usize, BTreeSet<String>) {
        let is_dead = |url: &str| self.dead_server.is_some_and(|dead| url.contains(dead));
        let answers =
            |(_, server): &(usize, &IceServer)| self.stun_answers && !is_dead(&server.url);
        let all: Vec<_> = connection.ice.iter().enumerate().filter(answers).collect();
        let line = |(at, server): &(usize, &IceServer)| {
            let step = u16::try_from(if self.is_symmetric { *at } else { 0 }).unwrap();
            connection.public_line(server.url.starts_with("turn"), step)
        };
        (all.len(), all.iter().map(line).collect())
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
    /// The servers it was given.
    pub(super) ice: Vec<IceServer>,
    /// Who is expected at the far end: ufrag, password, fingerprint.
    pub(super) far: Option<(String, String, String)>,
    /// The far end, once the channel is open.
    pub(super) mate: Option<(TabId, PeerId)>,
    /// Candidates given so far; a browser ignores one that it knows.
    lines: BTreeSet<String>,
    /// Until then the browser tries; then it gives up for good, ms.
    pub(super) hopes_until: i64,
    /// When the channel opens, once both ends have found each other.
    pub(super) opens_ms: i64,
    /// The far end went away before the channel opened: nothing comes of it, and nobody
    /// is told.
    pub(super) is_spent: bool,
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

    /// Whether a candidate with this text was given.
    pub(super) fn knows(&self, text: &str) -> bool {
        self.lines.iter().any(|line| line.contains(text))
    }

    /// Whether the two describe each other and both still try.
    pub(super) fn fits(&self, other: &Self, now_ms: i64) -> bool {
        let is = |far: &Option<(String, String, String)>, end: &Self| {
            far.as_ref().is_some_and(|(ufrag, pwd, print)| {
                *ufrag == end.ufrag && *pwd == end.pwd && *print == end.fingerprint
            })
        };
        // One that knows the other's address is enough; the dummy is nobody's.
        let knows = |end: &Self| end.lines.iter().any(|line| !line.contains("192.0.2.1"));
        !self.is_spent
            && !other.is_spent
            && is(&self.far, other)
            && is(&other.far, self)
            && (knows(self) || knows(other))
            && self.hopes_until >= now_ms
            && other.hopes_until >= now_ms
    }

    /// The candidate that a server helps to find.
    fn public_line(&self, is_relay: bool, step: u16) -> String {
        let port = self.public_port.wrapping_add(step).max(1_024);
        let (address, kind) = if is_relay {
            ("198.51.100.9", "relay")
        } else {
            ("203.0.113.7", "srflx")
        };
        format!(
            "candidate:732374510 1 udp 1677729535 {address} {port} typ {kind} raddr 0.0.0.0 rport 0 generation 0"
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

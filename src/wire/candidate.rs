//! ICE candidates: read from what a browser says, rebuilt for what the other
//! browser is told, in as few bytes as they have (`docs/wire.md` §4, §8).

use core::net::{Ipv4Addr, Ipv6Addr};

use base16ct::lower;

use super::bytes::Reader;
use super::credentials::is_ice_char;
use crate::order::ascending;

/// Most candidates of one slot. A browser on one network makes two or three;
/// more cost length and hardly ever reach anybody else.
pub const MAX_CANDIDATES: usize = 6;
/// Longest candidate line read, in bytes; real ones stay below 200.
pub const MAX_LINE_BYTES: usize = 512;
/// Longest foundation in characters (RFC 8839 §5.1).
const MAX_FOUNDATION_CHARS: usize = 32;
/// Lowest port of a dummy: Chromium ignores candidates below 1024.
const DUMMY_PORT: u16 = 50_000;
/// How many dummy ports follow before they repeat.
const DUMMY_PORTS: u32 = 15_000;
/// Where the hyphens of a UUID are, counted in hexadecimal digits before them.
const UUID_HYPHENS: [usize; 4] = [8, 12, 16, 20];

/// Where a candidate is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Address {
    /// The UUID of `<uuid>.local`, behind which browsers hide local addresses.
    Mdns([u8; 16]),
    /// IPv4.
    V4([u8; 4]),
    /// IPv6.
    V6([u8; 16]),
}

impl Address {
    /// Reads what a person types: an IPv4 or IPv6 address, or a browser's
    /// `.local` name. Addresses that no single machine can have are refused.
    pub fn parse(text: &str) -> Option<Self> {
        let address = if let Ok(v4) = text.parse::<Ipv4Addr>() {
            Self::V4(v4.octets())
        } else if let Ok(v6) = text.parse::<Ipv6Addr>() {
            Self::V6(v6.octets())
        } else {
            Self::Mdns(read_uuid(text.strip_suffix(".local")?)?)
        };
        Some(address).filter(Self::is_usable)
    }

    /// Reads what a person types as the address of the own computer: one that others on
    /// the network can reach, so neither a name nor one that means "this machine".
    ///
    /// ```
    /// use floret::wire::Address;
    /// assert!(Address::parse_lan(" 192.168.0.12 ").is_some());
    /// assert!(Address::parse_lan("127.0.0.1").is_none());
    /// ```
    pub fn parse_lan(text: &str) -> Option<Self> {
        let address = Self::parse(text.trim())?;
        let reaches = match &address {
            Self::Mdns(_) => false,
            Self::V4(octets) => !Ipv4Addr::from(*octets).is_loopback(),
            // A link-local address needs the name of an interface beside it.
            Self::V6(octets) => {
                let v6 = Ipv6Addr::from(*octets);
                !(v6.is_loopback() || v6.is_unicast_link_local())
            }
        };
        reaches.then_some(address)
    }

    /// The address as it stands in a candidate line.
    pub fn text(&self) -> String {
        match self {
            Self::Mdns(uuid) => format!("{}.local", uuid_text(uuid)),
            Self::V4(octets) => Ipv4Addr::from(*octets).to_string(),
            Self::V6(octets) => Ipv6Addr::from(*octets).to_string(),
        }
    }

    fn is_usable(&self) -> bool {
        match self {
            Self::Mdns(_) => true,
            Self::V4(octets) => {
                let v4 = Ipv4Addr::from(*octets);
                !(v4.is_unspecified() || v4.is_multicast() || v4.is_broadcast())
            }
            Self::V6(octets) => {
                let v6 = Ipv6Addr::from(*octets);
                !(v6.is_unspecified() || v6.is_multicast())
            }
        }
    }
}

/// How a candidate was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CandidateKind {
    /// An address of the machine itself.
    Host,
    /// The address that a STUN server saw.
    ServerReflexive,
    /// An address at a TURN server.
    Relay,
}

/// One UDP way to reach a browser.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// How it was found.
    pub kind: CandidateKind,
    /// Where it is; a name only for [`CandidateKind::Host`].
    pub address: Address,
    /// UDP port, never 0.
    pub port: u16,
}

impl Candidate {
    /// Reads a browser's `candidate:…` text (`a=` before it is allowed).
    /// `None` for everything that is of no use to another browser: TCP, other
    /// components than 1, peer-reflexive, port 0, unusable addresses.
    pub fn parse(line: &str) -> Option<Self> {
        if line.len() > MAX_LINE_BYTES {
            return None;
        }
        let line = line.trim();
        let line = line
            .strip_prefix("a=")
            .unwrap_or(line)
            .strip_prefix("candidate:")?;
        let mut words = line.split_ascii_whitespace().skip(1);
        if words.next()? != "1" || !words.next()?.eq_ignore_ascii_case("udp") {
            return None;
        }
        let address = Address::parse(words.nth(1)?)?;
        let port = words.next()?.parse().ok()?;
        if words.next()? != "typ" {
            return None;
        }
        let kind = match words.next()? {
            "host" => CandidateKind::Host,
            "srflx" => CandidateKind::ServerReflexive,
            "relay" => CandidateKind::Relay,
            _ => return None,
        };
        let candidate = Self {
            kind,
            address,
            port,
        };
        candidate.tag().is_some().then_some(candidate)
    }

    /// The line for the other browser, without `a=`. Foundation characters
    /// that are not lawful are left out.
    ///
    /// ```
    /// # use floret::wire::{Address, Candidate, CandidateKind};
    /// let kind = CandidateKind::ServerReflexive;
    /// let candidate = Candidate { kind, address: Address::V4([203, 0, 113, 7]), port: 4000 };
    /// assert_eq!(
    ///     candidate.line("2"),
    ///     "candidate:2 1 udp 1677729535 203.0.113.7 4000 typ srflx raddr 0.0.0.0 rport 0"
    /// );
    /// ```
    pub fn line(&self, foundation: &str) -> String {
        let foundation: String = foundation
            .chars()
            .filter(|&c| u8::try_from(c).is_ok_and(is_ice_char))
            .take(MAX_FOUNDATION_CHARS)
            .collect();
        let (address, port) = (self.address.text(), self.port);
        let priority = self.priority();
        let nowhere = if matches!(self.address, Address::V6(_)) {
            "::"
        } else {
            "0.0.0.0"
        };
        let end = match self.kind {
            CandidateKind::Host => "host".to_owned(),
            CandidateKind::ServerReflexive => format!("srflx raddr {nowhere} rport 0"),
            CandidateKind::Relay => format!("relay raddr {nowhere} rport 0"),
        };
        format!("candidate:{foundation} 1 udp {priority} {address} {port} typ {end}")
    }

    /// The priorities that browsers give (`docs/wire.md` §8).
    fn priority(&self) -> u32 {
        match (self.kind, &self.address) {
            (CandidateKind::Host, Address::V6(_)) => 2_113_939_711,
            (CandidateKind::Host, Address::Mdns(_) | Address::V4(_)) => 2_113_937_151,
            (CandidateKind::ServerReflexive, Address::V6(_)) => 1_677_732_095,
            (CandidateKind::ServerReflexive, Address::Mdns(_) | Address::V4(_)) => 1_677_729_535,
            (CandidateKind::Relay, _) => 41_885_439,
        }
    }

    /// The number of kind and address family on the wire; `None` for what
    /// does not exist (a reflexive name, port 0, an unusable address).
    pub(super) fn tag(&self) -> Option<u8> {
        let tag = match (self.kind, &self.address) {
            (CandidateKind::Host, Address::Mdns(_)) => 0,
            (CandidateKind::Host, Address::V4(_)) => 1,
            (CandidateKind::Host, Address::V6(_)) => 2,
            (CandidateKind::ServerReflexive, Address::V4(_)) => 3,
            (CandidateKind::ServerReflexive, Address::V6(_)) => 4,
            (CandidateKind::Relay, Address::V4(_)) => 5,
            (CandidateKind::Relay, Address::V6(_)) => 6,
            (CandidateKind::ServerReflexive | CandidateKind::Relay, Address::Mdns(_)) => {
                return None;
            }
        };
        (self.port != 0 && self.address.is_usable()).then_some(tag)
    }

    pub(super) fn write_address(&self, out: &mut Vec<u8>) {
        match &self.address {
            Address::Mdns(bytes) | Address::V6(bytes) => out.extend_from_slice(bytes),
            Address::V4(bytes) => out.extend_from_slice(bytes),
        }
    }

    /// Reads the address of a candidate with a known tag. The port is still 0.
    pub(super) fn read_address(tag: u8, reader: &mut Reader<'_>) -> Option<Self> {
        let kind = match tag {
            0..=2 => CandidateKind::Host,
            3 | 4 => CandidateKind::ServerReflexive,
            5 | 6 => CandidateKind::Relay,
            _ => return None,
        };
        let address = match tag {
            0 => Address::Mdns(reader.array()?),
            1 | 3 | 5 => Address::V4(reader.array()?),
            _ => Address::V6(reader.array()?),
        };
        Some(Self {
            kind,
            address,
            port: 0,
        })
    }
}

/// The candidates that travel: no doubles, [`MAX_CANDIDATES`] at most,
/// ascending. Where some must stay, kinds take turns (host, reflexive, relay,
/// host, …), earlier ones first, so that no kind is lost whole.
pub fn select(candidates: &[Candidate]) -> Vec<Candidate> {
    let mut ranked: Vec<(usize, &Candidate)> = Vec::new();
    for candidate in candidates {
        if ranked.iter().all(|(_, other)| *other != candidate) {
            let turn = ranked
                .iter()
                .filter(|(_, other)| other.kind == candidate.kind)
                .count();
            ranked.push((turn, candidate));
        }
    }
    // No two candidates of a kind have the same turn.
    let ranked = ascending(
        ranked
            .into_iter()
            .map(|(turn, candidate)| (turn, candidate.kind, candidate)),
    );
    let chosen = ranked.into_iter().take(MAX_CANDIDATES);
    ascending(chosen.map(|(_, _, candidate)| candidate.clone()))
}

/// The same candidates with a foundation that no earlier turn had, as lines.
/// Added again every 4 s, they keep a waiting browser trying
/// (`docs/wire.md` §9).
pub fn revive(candidates: &[Candidate], turn: u32) -> Vec<String> {
    let numbered = candidates.iter().zip(1_u32..);
    numbered
        .map(|(candidate, n)| candidate.line(&format!("{n}r{turn}")))
        .collect()
}

/// A candidate that leads nowhere (192.0.2.1, RFC 5737) and is new every
/// turn. Firefox gives up for good within 5 to 11 s without one.
pub fn dummy(turn: u32) -> String {
    let step = u16::try_from(turn % DUMMY_PORTS).unwrap_or_default();
    let port = DUMMY_PORT.saturating_add(step);
    format!("candidate:d{turn} 1 udp 1 192.0.2.1 {port} typ host")
}

/// The candidates with a typed address, if there is one, in place of every
/// `.local` name: for networks that drop multicast. The ports are real.
pub fn with_lan_address(candidates: &[Candidate], address: Option<&Address>) -> Vec<Candidate> {
    let replace = |candidate: &Candidate| match (&candidate.address, address) {
        (Address::Mdns(_), Some(address)) => Candidate {
            address: address.clone(),
            ..candidate.clone()
        },
        (Address::Mdns(_) | Address::V4(_) | Address::V6(_), _) => candidate.clone(),
    };
    candidates.iter().map(replace).collect()
}

fn read_uuid(text: &str) -> Option<[u8; 16]> {
    let mut digits = text.to_owned();
    for at in UUID_HYPHENS {
        let (head, tail) = digits.split_at_checked(at)?;
        digits = format!("{head}{}", tail.strip_prefix('-')?);
    }
    lower::decode_vec(digits).ok()?.try_into().ok()
}

fn uuid_text(uuid: &[u8; 16]) -> String {
    let mut text = String::with_capacity(36);
    for (n, digit) in lower::encode_string(uuid).chars().enumerate() {
        if UUID_HYPHENS.contains(&n) {
            text.push('-');
        }
        text.push(digit);
    }
    text
}

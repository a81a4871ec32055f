//! Invites and replies for the tests: as the browsers make them, and as
//! nobody but a seeded generator would.

use core::fmt::Debug;

use floret::wire::rendezvous::{Answer, CallId, Offer};
use floret::wire::{
    Address, Candidate, CandidateKind, Credentials, IceSettings, Invite, Reply, ReplyId,
    RoomSecret, Slot,
};
use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};

/// The value, or the end of the test.
#[track_caller]
pub(crate) fn ok<T, E: Debug>(result: Result<T, E>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{error:?}"),
    }
}

pub(crate) fn seeded(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

/// Every character that occurs in codes.
pub(crate) const CODE_CHARS: &str =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A number below `n`.
pub(crate) fn below(rng: &mut impl Rng, n: u32) -> u32 {
    rng.next_u32() % n
}

pub(crate) fn bytes<const N: usize>(rng: &mut impl Rng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}

fn port(rng: &mut impl Rng) -> u16 {
    u16::try_from(below(rng, 65_535) + 1).unwrap_or(1)
}

/// How a browser makes connections.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Maker {
    Chromium,
    Firefox,
}

fn text(rng: &mut impl Rng, alphabet: &[u8], n: u32) -> String {
    let n_letters = u32::try_from(alphabet.len()).unwrap_or(1);
    let letter = |_| {
        let at = usize::try_from(below(rng, n_letters)).unwrap_or(0);
        alphabet.get(at).copied().map_or('a', char::from)
    };
    (0..n).map(letter).collect()
}

const ICE: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn credentials(rng: &mut impl Rng, maker: Maker) -> Credentials {
    let (alphabet, n_ufrag, n_pwd): (&[u8], u32, u32) = match maker {
        Maker::Chromium => (ICE, 4, 24),
        Maker::Firefox => (b"0123456789abcdef", 8, 32),
    };
    Credentials {
        ufrag: text(rng, alphabet, n_ufrag),
        pwd: text(rng, alphabet, n_pwd),
    }
}

/// `n` slots as one tab makes them on one network, with or without STUN.
pub(crate) fn slots(rng: &mut impl Rng, maker: Maker, n: u8, stun: bool) -> Vec<Slot> {
    let tab = bytes(rng);
    let mut slots = Vec::new();
    for serial in 0..n {
        let name = if maker == Maker::Chromium {
            tab
        } else {
            bytes(rng)
        };
        let mut candidates = vec![Candidate {
            kind: CandidateKind::Host,
            address: Address::Mdns(name),
            port: port(rng),
        }];
        if stun {
            candidates.push(Candidate {
                kind: CandidateKind::ServerReflexive,
                address: Address::V4([203, 0, 113, 7]),
                port: port(rng),
            });
        }
        slots.push(Slot {
            serial,
            credentials: credentials(rng, maker),
            candidates,
        });
    }
    slots
}

pub(crate) fn invite(rng: &mut impl Rng, maker: Maker, n: u8, stun: bool) -> Invite {
    Invite {
        secret: RoomSecret::from_bytes(bytes(rng)),
        fingerprint: bytes(rng),
        slots: slots(rng, maker, n, stun),
        ice: if stun {
            IceSettings::PublicStun
        } else {
            IceSettings::LanOnly
        },
        trackers: Vec::new(),
    }
}

pub(crate) fn reply(rng: &mut impl Rng, maker: Maker, n: u8, name: &str) -> Reply {
    Reply {
        fingerprint: bytes(rng),
        name: name.into(),
        slots: slots(rng, maker, n, true),
    }
}

/// A guest's half for a tracker.
pub(crate) fn offer(rng: &mut impl Rng, name: &str) -> Offer {
    Offer {
        call: bytes(rng),
        fingerprint: bytes(rng),
        name: name.into(),
        reply: ReplyId(bytes(rng)),
        slot: slots(rng, Maker::Chromium, 1, true).remove(0),
    }
}

/// The host's half for it.
pub(crate) fn answer(rng: &mut impl Rng, call: CallId) -> Answer {
    Answer {
        call,
        fingerprint: bytes(rng),
        slot: slots(rng, Maker::Firefox, 1, true).remove(0),
    }
}

fn any_candidate(rng: &mut impl Rng, pool: &[Address]) -> Candidate {
    let kind = match below(rng, 4) {
        0 => CandidateKind::ServerReflexive,
        1 => CandidateKind::Relay,
        _ => CandidateKind::Host,
    };
    let address = match below(rng, 6) {
        0 => Address::V4([10, bytes::<1>(rng)[0], 3, 4]),
        1 => Address::V6([
            0x20,
            1,
            0xd,
            0xb8,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            bytes::<1>(rng)[0],
        ]),
        2 if kind == CandidateKind::Host => Address::Mdns(bytes(rng)),
        _ => {
            let at = usize::try_from(rng.next_u32()).unwrap_or(0) % pool.len();
            pool.get(at).cloned().unwrap_or(Address::V4([10, 0, 0, 1]))
        }
    };
    Candidate {
        kind,
        address,
        port: port(rng),
    }
}

/// Slots of every lawful sort: mixed browsers, odd credentials, candidates
/// that are shared by all, some or none, doubled, or too many.
pub(crate) fn any_slots(rng: &mut impl Rng) -> Vec<Slot> {
    let pool = [
        Address::V4([10, 0, 0, 1]),
        Address::V4([198, 51, 100, 9]),
        Address::V6([7; 16]),
    ];
    let (n_slots, start, style) = (below(rng, 16) + 1, rng.next_u32(), below(rng, 4));
    let mut slots = Vec::new();
    for n in 0..n_slots {
        let [serial, ..] = start.wrapping_add(n).to_le_bytes();
        let credentials = match (style, n % 2) {
            (0, _) | (3, 0) => credentials(rng, Maker::Chromium),
            (1 | 3, _) => credentials(rng, Maker::Firefox),
            _ => {
                let (n_ufrag, n_pwd) = (4 + below(rng, 61), 22 + below(rng, 43));
                Credentials {
                    ufrag: text(rng, ICE, n_ufrag),
                    pwd: text(rng, ICE, n_pwd),
                }
            }
        };
        let n_candidates = if style == 1 { 2 } else { below(rng, 9) };
        let candidates = (0..n_candidates)
            .map(|_| any_candidate(rng, &pool))
            .collect();
        slots.push(Slot {
            serial,
            credentials,
            candidates,
        });
    }
    slots
}

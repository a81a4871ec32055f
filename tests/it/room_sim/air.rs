//! What is on its way, and the weather it travels in.

use std::collections::BTreeMap;

use floret::room::LinkId;
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;

/// How bad the network is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weather {
    pub(super) delay_ms: (i64, i64),
    /// Per mille.
    pub(super) loss: u32,
    /// Per mille.
    pub(super) twice: u32,
    /// Packets overtake each other.
    pub(super) disorder: bool,
}

impl Weather {
    /// As data channels are: in order, nothing lost.
    pub(super) const FINE: Self = Self {
        delay_ms: (5, 60),
        loss: 0,
        twice: 0,
        disorder: false,
    };
}

/// Something on its way over a link.
#[derive(Clone)]
pub(super) enum Packet {
    Up(Vec<u8>),
    Down(Vec<u8>),
    HostHearsClose,
    GuestHearsClose,
}

/// Packets by time of arrival.
#[derive(Default)]
pub(super) struct Air {
    flying: BTreeMap<(i64, u64), (LinkId, Packet)>,
    arrived: BTreeMap<(LinkId, bool), i64>,
    n_packets: u64,
}

impl Air {
    /// When the next packet lands.
    pub(super) fn next_ms(&self) -> i64 {
        self.flying.keys().next().map_or(i64::MAX, |(at, _)| *at)
    }

    /// Takes it.
    pub(super) fn land(&mut self) -> (LinkId, Packet) {
        self.flying.pop_first().unwrap().1
    }

    /// Sends a packet, or loses it, or sends it twice.
    pub(super) fn send(
        &mut self,
        (now, weather): (i64, Weather),
        link: LinkId,
        packet: &Packet,
        rng: &mut ChaCha20Rng,
    ) {
        let is_message = match packet {
            Packet::Up(_) => true,
            // Without the greeting there is no link to speak of.
            Packet::Down(bytes) => bytes.get(1) != Some(&0),
            Packet::HostHearsClose | Packet::GuestHearsClose => false,
        };
        let mut luck = || rng.next_u32() % 1000;
        if is_message && luck() < weather.loss {
            return;
        }
        let n_sent = if is_message && luck() < weather.twice {
            2
        } else {
            1
        };
        let is_up = matches!(packet, Packet::Up(_) | Packet::HostHearsClose);
        for _copy in 0..n_sent {
            let (least, most) = weather.delay_ms;
            let span = u32::try_from(most - least + 1).unwrap();
            let mut at = now + least + i64::from(rng.next_u32() % span);
            let newest = self.arrived.entry((link, is_up)).or_insert(0);
            if !weather.disorder || !is_message {
                at = at.max(*newest);
            }
            *newest = at.max(*newest);
            self.n_packets += 1;
            self.flying
                .insert((at, self.n_packets), (link, packet.clone()));
        }
    }
}

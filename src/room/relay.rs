//! Words between two seats through the host, which passes them on without looking.

use super::MAX_RELAY_BYTES;
use super::guest::{Guest, GuestOut};
use super::host::{Host, HostNews, LinkId, Out};
use super::message::{ToGuest, ToHost};
use super::table::SeatId;

impl Host {
    /// Sends to another seat; nothing if it has no link, or if it is too long.
    pub fn relay(&mut self, to: SeatId, bytes: Vec<u8>) -> Vec<Out> {
        self.pass_on(self.me, to, bytes)
    }

    /// One seat's word for another.
    pub(super) fn pass_on(&self, from: SeatId, to: SeatId, bytes: Vec<u8>) -> Vec<Out> {
        if bytes.len() > MAX_RELAY_BYTES {
            return Vec::new();
        }
        if to == self.me {
            return vec![Out::News(HostNews::Relayed { from, bytes })];
        }
        let link = self.links_of(to).last().copied();
        link.map(|link| Out::Send(link, ToGuest::Relayed { from, bytes }))
            .into_iter()
            .collect()
    }

    /// The links of a seat.
    pub(super) fn links_of(&self, seat: SeatId) -> Vec<LinkId> {
        let links = self.links.iter();
        links
            .filter(|(_, guest)| guest.seat == Some(seat))
            .map(|(link, _)| *link)
            .collect()
    }
}

impl Guest {
    /// Sends to another seat through the host; nothing while there is none.
    pub fn relay(&mut self, to: SeatId, bytes: Vec<u8>, now_ms: i64) -> Vec<GuestOut> {
        if bytes.len() > MAX_RELAY_BYTES {
            return Vec::new();
        }
        self.up([ToHost::Relay { to, bytes }], now_ms)
    }
}

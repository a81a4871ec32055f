//! Who is at the far end of a link.

use super::guest::Guest;
use super::host::{Host, LinkId};
use super::table::{Link, SeatId};

impl Host {
    /// The seat at the far end of a link, once it sits.
    pub fn seat_of(&self, link: LinkId) -> Option<SeatId> {
        self.links.get(&link).and_then(|guest| guest.seat)
    }

    /// Number of the last event published.
    pub fn seq(&self) -> u32 {
        self.seq
    }

    /// Seats without a link to this page, its own not counted.
    pub fn n_absent(&self) -> usize {
        let is_linked = |seat| self.links.values().any(|guest| guest.seat == Some(seat));
        let seats = self.table.seats.iter();
        seats
            .filter(|(id, seat)| **id != self.me && !seat.is_removed && !is_linked(**id))
            .count()
    }

    /// Seats that everybody expects back within moments.
    pub fn n_expected(&self) -> usize {
        let seats = self.table.seats.values();
        seats.filter(|seat| seat.link == Link::Slow).count()
    }
}

impl Guest {
    /// As called at the table.
    pub fn name(&self) -> &str {
        let seat = self
            .table
            .as_ref()
            .and_then(|table| table.seats.get(&self.me));
        seat.map_or(self.name.as_str(), |seat| seat.name.as_str())
    }

    /// The seat at the far end of a link.
    pub fn seat_of(&self, link: LinkId) -> Option<SeatId> {
        if self.followed != Some(link) {
            return self.links.get(&link).and_then(|far| far.seat);
        }
        let mut seats = self.table.as_ref()?.seats.iter();
        seats.find(|(_, seat)| seat.is_host).map(|(id, _)| *id)
    }
}

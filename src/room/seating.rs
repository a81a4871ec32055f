//! Who sits down: proofs, names, returning seats, and room for newcomers.

use crate::ballot::PublicKey;

use super::host::{Host, HostNews, LinkId, Out};
use super::message::{Refusal, TableEvent, ToGuest, Told};
use super::table::{Link, Seat, SeatId};
use super::{MAX_NAME_CHARS, MAX_SEATS, tidy_name};

impl Host {
    /// Gives a newcomer a seat, or its old one back.
    #[expect(clippy::too_many_arguments, reason = "the fields of one message")]
    pub(super) fn seat_guest(
        &mut self,
        link: LinkId,
        name: &str,
        key: PublicKey,
        proof: &[u8; 16],
        is_observer: bool,
        now_ms: i64,
        outs: &mut Vec<Out>,
    ) {
        let expected = self.voter.proof(&key, &self.table.session);
        let refusal = if expected.as_ref() != Some(proof) {
            Some(Refusal::Key)
        } else if tidy_name(name).is_err() {
            Some(Refusal::Name)
        } else {
            None
        };
        if let Some(refusal) = refusal {
            outs.push(Out::Send(link, ToGuest::Told(Told::Refused(refusal))));
            outs.push(Out::Close(link));
            self.links.remove(&link);
            return;
        }
        let known = self
            .table
            .seats
            .iter()
            .find(|(_, seat)| seat.key == key)
            .map(|(id, _)| *id);
        let seat = match known {
            Some(seat) => self.replace_link(seat, link, outs),
            None => self.new_seat(link, name, key, is_observer, outs),
        };
        let Some(seat) = seat else { return };
        if let Some(guest) = self.links.get_mut(&link) {
            guest.seat = Some(seat);
            guest.acked = 0;
        }
        self.voter.meet(&self.table);
        outs.push(self.catch_up(link, seat, 0, now_ms));
        let name = self
            .table
            .seats
            .get(&seat)
            .map_or_else(String::new, |one| one.name.clone());
        outs.push(Out::News(HostNews::Sat { link, name }));
    }

    /// The seat's key is at the table already: the newer link takes over.
    fn replace_link(&mut self, seat: SeatId, link: LinkId, outs: &mut Vec<Out>) -> Option<SeatId> {
        if seat == self.me {
            return None;
        }
        let older: Vec<_> = self
            .links
            .iter()
            .filter(|(id, guest)| **id != link && guest.seat == Some(seat))
            .map(|(id, _)| *id)
            .collect();
        for old in older {
            self.links.remove(&old);
            outs.push(Out::Send(
                old,
                ToGuest::Told(Told::Refused(Refusal::Replaced)),
            ));
            outs.push(Out::Close(old));
        }
        self.publish_link(seat, Link::Linked);
        Some(seat)
    }

    fn new_seat(
        &mut self,
        link: LinkId,
        name: &str,
        key: PublicKey,
        is_observer: bool,
        outs: &mut Vec<Out>,
    ) -> Option<SeatId> {
        let name = tidy_name(name).unwrap_or_default();
        self.clear_ghost(&name);
        self.make_room();
        if self.table.seats.len() >= MAX_SEATS {
            outs.push(Out::News(HostNews::Full { link }));
            outs.push(Out::Send(link, ToGuest::Told(Told::Refused(Refusal::Full))));
            outs.push(Out::Close(link));
            self.links.remove(&link);
            return None;
        }
        let seat = SeatId(self.table.next_seat);
        let name = self.unique_name(&name, seat);
        self.publish(TableEvent::Sat {
            seat,
            name,
            key,
            is_host: false,
            is_observer,
        });
        Some(seat)
    }

    /// Somebody who lost the link and joined again leaves no ghost behind.
    fn clear_ghost(&mut self, name: &str) {
        let ghost = self
            .table
            .seats
            .iter()
            .find(|(_, seat)| seat.link == Link::Lost && seat.name == name && !seat.is_host)
            .map(|(id, _)| *id);
        if let Some(seat) = ghost {
            self.links.retain(|_, guest| guest.seat != Some(seat));
            self.publish(TableEvent::Gone(seat));
        }
    }

    /// Seats of people who are gone make room for those who are here.
    fn make_room(&mut self) {
        let is_gone = |seat: &Seat| seat.link == Link::Lost && !seat.is_host;
        let gone = self.table.seats.iter().find(|(_, seat)| is_gone(seat));
        if self.table.seats.len() >= MAX_SEATS
            && let Some((seat, _)) = gone
        {
            let seat = *seat;
            self.links.retain(|_, guest| guest.seat != Some(seat));
            self.publish(TableEvent::Gone(seat));
        }
    }

    /// Two people called Ana are `Ana` and `Ana (2)`.
    pub(super) fn unique_name(&self, name: &str, seat: SeatId) -> String {
        let is_taken = |wanted: &str| {
            self.table
                .seats
                .iter()
                .any(|(id, one)| *id != seat && one.name == wanted)
        };
        if !is_taken(name) {
            return name.to_owned();
        }
        (2_usize..=MAX_SEATS + 2)
            .map(|n| numbered(name, n))
            .find(|wanted| !is_taken(wanted))
            .unwrap_or_else(|| name.to_owned())
    }
}

/// `Ana (2)`, within the length of a name.
fn numbered(name: &str, n: usize) -> String {
    let suffix = format!(" ({n})");
    let n_kept = MAX_NAME_CHARS.saturating_sub(suffix.chars().count());
    let kept: String = name.chars().take(n_kept).collect();
    format!("{}{suffix}", kept.trim_end())
}

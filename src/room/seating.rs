//! Who sits down: proofs, names, returning seats, and room for newcomers.

use super::hearing::Newcomer;
use super::host::{Host, HostNews, LinkId, Out};
use super::message::{Refusal, TableEvent, ToGuest, Told};
use super::table::{Link, Seat, SeatId};
use super::{MAX_NAME_CHARS, MAX_SEATS, tidy_name};

impl Host {
    /// Gives a newcomer a seat, or its old one back.
    pub(super) fn seat_guest(
        &mut self,
        link: LinkId,
        newcomer: &Newcomer,
        proof: &[u8; 16],
        now_ms: i64,
        outs: &mut Vec<Out>,
    ) {
        let key = newcomer.key;
        let expected = self.voter.proof(&key, &self.table.session);
        let refusal = if expected.as_ref() != Some(proof) {
            Some(Refusal::Key)
        } else if tidy_name(&newcomer.name).is_err() {
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
            // Asks again; this host cannot be sure to be the only one.
            None if self.is_holding() => None,
            None => self.new_seat(link, newcomer, outs),
        };
        let Some(seat) = seat else { return };
        if let Some(guest) = self.links.get_mut(&link) {
            guest.seat = Some(seat);
            guest.seated_ms = now_ms;
            guest.is_disloyal = false;
            let taken = self.taken.get(&seat);
            let taken = taken.filter(|(page, _)| *page == guest.page);
            guest.acked = taken.map_or(0, |(_, acked)| *acked);
        }
        self.meet_all();
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
        self.absent.remove(&seat);
        self.publish_link(seat, Link::Linked);
        Some(seat)
    }

    fn new_seat(
        &mut self,
        link: LinkId,
        newcomer: &Newcomer,
        outs: &mut Vec<Out>,
    ) -> Option<SeatId> {
        let name = tidy_name(&newcomer.name).unwrap_or_default();
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
            key: newcomer.key,
            is_host: false,
            is_observer: newcomer.is_observer,
            may_deputise: newcomer.may_deputise,
            is_held: false,
        });
        Some(seat)
    }

    /// Somebody who lost the link and joined again leaves no ghost behind; nor does one
    /// who sat at the host's screen so far.
    fn clear_ghost(&mut self, name: &str) {
        let is_away = |id: &SeatId, seat: &Seat| {
            seat.link == Link::Lost || seat.is_held || self.absent.contains_key(id)
        };
        let ghost = self
            .table
            .seats
            .iter()
            .find(|(id, seat)| is_away(id, seat) && seat.name == name && !seat.is_host)
            .map(|(id, _)| *id);
        if let Some(seat) = ghost {
            self.links.retain(|_, guest| guest.seat != Some(seat));
            self.forget_seat(seat);
        }
    }

    /// Seats of people who are gone make room for those who are here.
    pub(super) fn make_room(&mut self) {
        let is_gone = |seat: &Seat| seat.link == Link::Lost && !seat.is_host;
        let gone = self.table.seats.iter().find(|(_, seat)| is_gone(seat));
        if self.table.seats.len() >= MAX_SEATS
            && let Some((seat, _)) = gone
        {
            let seat = *seat;
            self.links.retain(|_, guest| guest.seat != Some(seat));
            self.forget_seat(seat);
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

//! The host's end of each guest's link: how fast it may talk, when it is lost, and
//! what it has missed.

use rand_core::CryptoRng;

use super::host::{Host, LinkId, Out};
use super::message::{Refusal, TableEvent, ToGuest, Told};
use super::table::{Link, SeatId};
use super::{LOST_AFTER_MS, RETURN_GRACE_MS, SLOW_AFTER_MS, UNDO_REMOVAL_MS, VOTED_GRACE_MS};

/// A longer tail is not sent; a snapshot holds one round's openings at most.
const MAX_TAIL_BYTES: usize = 256 * 1024;

/// Messages a seat may send at once, after a quiet time.
const BURST_MESSAGES: i64 = 60;

/// Messages a seat may send per second.
const MESSAGES_PER_S: i64 = 30;

/// Messages refused before a seat is unseated, unless it slows down in between.
const MAX_REFUSED: u32 = 300;

/// What the host knows of one guest's link.
#[derive(Debug)]
pub(super) struct GuestLink {
    pub(super) seat: Option<SeatId>,
    /// The page at its other end, as it names itself.
    pub(super) page: i64,
    pub(super) acked: u32,
    /// The last event it has applied.
    pub(super) seen: u32,
    pub(super) seated_ms: i64,
    /// At this time of our clock, or later, the seat certainly followed us.
    pub(super) sure_ms: i64,
    /// It follows another host.
    pub(super) is_disloyal: bool,
    pub(super) heard_ms: i64,
    /// Messages the guest may still send, times 1000.
    budget: i64,
    budget_ms: i64,
    n_refused: u32,
}

impl GuestLink {
    pub(super) fn new(now_ms: i64) -> Self {
        Self {
            seat: None,
            page: 0,
            acked: 0,
            seen: 0,
            seated_ms: now_ms,
            sure_ms: i64::MIN,
            is_disloyal: false,
            heard_ms: now_ms,
            budget: BURST_MESSAGES * 1000,
            budget_ms: now_ms,
            n_refused: 0,
        }
    }
}

impl Host {
    /// A guest's link opened: greet it.
    pub fn link_opened(&mut self, link: LinkId, now_ms: i64) -> Vec<Out> {
        if self.links.contains_key(&link) {
            return Vec::new();
        }
        self.links.insert(link, GuestLink::new(now_ms));
        vec![Out::Send(link, self.greeting(false))]
    }

    /// The first word over a link.
    pub(super) fn greeting(&self, insists: bool) -> ToGuest {
        ToGuest::Greeting {
            key: self.voter.key(),
            session: self.table.session,
            epoch: self.table.epoch,
            insists,
        }
    }

    /// The link by which a guest's seat is reached.
    pub fn link_of(&self, seat: SeatId) -> Option<LinkId> {
        let mut links = self.links.iter();
        links.find_map(|(link, guest)| (guest.seat == Some(seat)).then_some(*link))
    }

    /// A guest's link closed: its seat may come back for [`RETURN_GRACE_MS`] before it
    /// counts as lost.
    pub fn link_closed(&mut self, link: LinkId, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<Out> {
        if let Some(GuestLink {
            seat: Some(seat), ..
        }) = self.links.remove(&link)
        {
            self.note_absence(seat, now_ms);
        }
        self.finish(Vec::new(), now_ms, rng)
    }

    /// A seat without a link that may come back.
    pub(super) fn note_absence(&mut self, seat: SeatId, now_ms: i64) {
        let is_known = self.table.seats.get(&seat);
        if is_known.is_some_and(|one| one.link != Link::Lost) {
            self.absent.insert(seat, now_ms);
            self.publish_link(seat, Link::Slow);
        }
    }

    /// A broken message or frame: the link is closed, the seat is told.
    pub fn unseat(&mut self, link: LinkId, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<Out> {
        let outs = vec![
            Out::Send(link, ToGuest::Told(Told::Refused(Refusal::Rude))),
            Out::Close(link),
        ];
        if let Some(GuestLink {
            seat: Some(seat), ..
        }) = self.links.remove(&link)
        {
            self.publish_link(seat, Link::Lost);
        }
        self.finish(outs, now_ms, rng)
    }

    /// The tail from `seq` on, or everything.
    pub(super) fn catch_up(&self, link: LinkId, seat: SeatId, seq: u32, now_ms: i64) -> Out {
        let acked = self.links.get(&link).map_or(0, |guest| guest.acked);
        let n_missing = self.seq.wrapping_sub(seq).wrapping_add(1) as usize;
        let n_skipped = self.tail.len().checked_sub(n_missing);
        let events = n_skipped.map(|n| self.tail.iter().skip(n).cloned().collect::<Vec<_>>());
        let events = events.filter(|events| seq != 0 && !is_long(events));
        let Some(events) = events else {
            let table = Box::new(self.table.clone());
            return Out::Send(
                link,
                ToGuest::Snapshot {
                    seat,
                    seq: self.seq,
                    acked,
                    now_ms,
                    table,
                },
            );
        };
        Out::Send(
            link,
            ToGuest::Events {
                first: seq,
                events,
                acked,
                epoch: self.table.epoch,
            },
        )
    }

    pub(super) fn watch_links(&mut self, now_ms: i64) {
        for (_, guest) in self.links.iter_mut() {
            guest.heard_ms = guest.heard_ms.min(now_ms);
        }
        let states: Vec<_> = self
            .links
            .values()
            .filter_map(|guest| {
                let seat = guest.seat?;
                let lost_after_ms = self.patience(seat, LOST_AFTER_MS);
                Some((seat, link_after(now_ms - guest.heard_ms, lost_after_ms)))
            })
            .collect();
        for (seat, state) in states {
            self.publish_link(seat, state);
        }
        let overdue: Vec<_> = self
            .absent
            .iter()
            .filter(|(seat, since)| {
                let grace_ms = self.patience(**seat, RETURN_GRACE_MS);
                !(0..grace_ms).contains(&(now_ms - **since))
            })
            .map(|(seat, _)| *seat)
            .collect();
        for seat in overdue {
            self.absent.remove(&seat);
            self.publish_link(seat, Link::Lost);
        }
    }

    /// How long a seat that is away is waited for, in ms: longer if its card lies there.
    fn patience(&self, seat: SeatId, usual_ms: i64) -> i64 {
        if self.table.has_voted(seat) {
            VOTED_GRACE_MS
        } else {
            usual_ms
        }
    }

    pub(super) fn drop_removed(&mut self, now_ms: i64) -> Vec<Out> {
        if self.is_holding() {
            return Vec::new();
        }
        let due: Vec<_> = self
            .removed_ms
            .iter()
            .filter(|(_, since)| now_ms.saturating_sub(**since) >= UNDO_REMOVAL_MS)
            .map(|(seat, _)| *seat)
            .collect();
        let mut outs = Vec::new();
        for seat in due {
            if self
                .table
                .seats
                .get(&seat)
                .is_none_or(|one| !one.is_removed)
            {
                continue;
            }
            self.forget_seat(seat);
            let links: Vec<_> = self
                .links
                .iter()
                .filter(|(_, guest)| guest.seat == Some(seat))
                .map(|(link, _)| *link)
                .collect();
            for link in links {
                self.links.remove(&link);
                outs.push(Out::Send(
                    link,
                    ToGuest::Told(Told::Refused(Refusal::Removed)),
                ));
                outs.push(Out::Close(link));
            }
        }
        outs
    }

    /// Token bucket: 30 messages a second, 60 at once.
    pub(super) fn admit(&mut self, link: LinkId, now_ms: i64) -> Admission {
        let Some(guest) = self.links.get_mut(&link) else {
            return Admission::Unknown;
        };
        guest.heard_ms = now_ms;
        let passed_ms = (now_ms - guest.budget_ms).clamp(0, 10_000);
        guest.budget_ms = now_ms;
        guest.budget = (guest.budget + passed_ms * MESSAGES_PER_S).min(BURST_MESSAGES * 1000);
        if guest.budget >= BURST_MESSAGES * 500 {
            guest.n_refused = 0;
        }
        if guest.budget >= 1000 {
            guest.budget -= 1000;
            return Admission::Taken;
        }
        guest.n_refused += 1;
        if guest.n_refused > MAX_REFUSED {
            return Admission::Unseated;
        }
        Admission::Slowed {
            first: guest.n_refused == 1,
        }
    }
}

/// Whether the whole state is the shorter way to say it.
fn is_long(events: &[TableEvent]) -> bool {
    postcard::to_allocvec(events).is_ok_and(|bytes| bytes.len() > MAX_TAIL_BYTES)
}

pub(super) enum Admission {
    Taken,
    Slowed { first: bool },
    Unseated,
    Unknown,
}

fn link_after(quiet_ms: i64, lost_after_ms: i64) -> Link {
    if quiet_ms >= lost_after_ms {
        Link::Lost
    } else if quiet_ms >= SLOW_AFTER_MS {
        Link::Slow
    } else {
        Link::Linked
    }
}

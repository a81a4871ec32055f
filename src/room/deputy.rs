//! The host and its deputy: who would take over, and when the host must hold still
//! because somebody may have (docs/wire.md §11.7).
//!
//! A deputy takes over with more than half of the seats it knows. So a host goes on only
//! while it hears the deputy, or at least half of the seats in every state of the table
//! that the deputy may know.

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use super::HOST_GRACE_MS;
use super::host::{Host, HostNews, LinkId, Out};
use super::message::{TableEvent, ToGuest};
use super::table::{Link, SeatId};

/// A seat is linked this long before it becomes the deputy, in ms.
const STEADY_MS: i64 = 5_000;

/// The deputy may take this long to link up with everybody before the host resigns, in ms.
const WARM_LIMIT_MS: i64 = 5_000;

/// Handing over is given up after this time, in ms.
const HANDING_LIMIT_MS: i64 = 15_000;

/// A host that resigned and hears its deputy as a guest after this time goes on, in ms.
const RESIGNED_MS: i64 = 5_000;

/// Fewer seats have no use for a deputy.
const MIN_SEATS: usize = 3;

/// States of the table a deputy may be behind; with more, only its own word counts.
const MAX_QUORUMS: usize = 64;

/// What the host knows of deputies. The saved form too.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Deputies {
    watch: Option<Watch>,
    /// Chosen by hand.
    wish: Option<SeatId>,
    handing: Option<Handing>,
    resigned_ms: Option<i64>,
    pub(super) is_holding: bool,
    /// The person went on without those who could not be heard.
    carried_on: bool,
}

/// A seat that is the deputy, or still thinks so.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Watch {
    seat: SeatId,
    since_ms: i64,
    /// States of the table it may know, oldest first.
    quorums: Vec<Quorum>,
    /// It is the deputy no more since this event.
    retired: Option<u32>,
    is_warm: bool,
}

/// Seats that could follow the deputy after one event.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Quorum {
    seq: u32,
    members: Vec<SeatId>,
    /// Those who have left since included.
    n_all: usize,
}

/// The table is being handed over.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Handing {
    to: SeatId,
    since_ms: i64,
}

impl Deputies {
    /// Somebody went on by hand.
    pub(super) fn by_hand() -> Self {
        Self {
            carried_on: true,
            ..Self::default()
        }
    }
}

impl Host {
    /// Whether this host does nothing because another may hold the table.
    pub fn is_holding(&self) -> bool {
        self.deputies.is_holding || self.deputies.resigned_ms.is_some()
    }

    /// The person goes on without the seats that cannot be heard.
    pub fn carry_on(&mut self, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<Out> {
        if !self.is_holding() {
            return Vec::new();
        }
        let unheard: Vec<_> = self
            .table
            .seats
            .iter()
            .filter(|(id, seat)| **id != self.me && !seat.is_held && !self.is_heard(**id, now_ms))
            .map(|(id, _)| *id)
            .collect();
        let mut outs = Vec::new();
        for seat in unheard {
            outs.extend(self.links_of(seat).into_iter().map(Out::Close));
            self.links.retain(|_, guest| guest.seat != Some(seat));
            self.forget_seat(seat);
        }
        self.publish(TableEvent::DeputyIs(None));
        self.deputies = Deputies::by_hand();
        self.finish(outs, now_ms, rng)
    }

    /// Chooses a deputy by hand.
    pub(super) fn appoint(&mut self, seat: SeatId) {
        self.deputies.wish = Some(seat);
    }

    /// Begins to hand the table over.
    pub(super) fn hand_over(&mut self, to: SeatId, now_ms: i64) {
        self.deputies.handing = Some(Handing {
            to,
            since_ms: now_ms,
        });
    }

    /// Notes how many seats could follow the deputy, after every event.
    pub(super) fn note_quorum(&mut self) {
        let Some(watch) = &mut self.deputies.watch else {
            return;
        };
        let members = self.table.followers();
        if watch
            .quorums
            .last()
            .is_none_or(|last| last.members != members)
        {
            watch.quorums.push(Quorum {
                seq: self.seq,
                n_all: members.len(),
                members,
            });
        }
    }

    /// A seat has applied everything up to this event.
    pub(super) fn note_seen(&mut self, link: LinkId, seat: SeatId, seq: u32) {
        if let Some(guest) = self.links.get_mut(&link) {
            guest.seen = seq;
        }
        if let Some(watch) = &mut self.deputies.watch
            && watch.seat == seat
            && seq <= self.seq
        {
            let n_old = watch.quorums.iter().filter(|one| one.seq <= seq).count();
            watch.quorums.drain(..n_old.saturating_sub(1));
            // It is a guest: whatever it claimed, it does not hold the table.
            for (_, guest) in self.links.iter_mut() {
                guest.is_disloyal = false;
            }
        }
    }

    /// A seat has supported a claim meanwhile: the deputy may hold the table by it.
    pub(super) fn note_support(&mut self, link: LinkId, epoch: u32) {
        if let Some(guest) = self.links.get_mut(&link)
            && epoch > self.table.epoch
        {
            guest.is_disloyal = true;
        }
    }

    /// The deputy's links to everybody stand.
    pub(super) fn note_warm(&mut self, seat: SeatId) {
        if let Some(watch) = &mut self.deputies.watch
            && watch.seat == seat
        {
            watch.is_warm = true;
        }
    }

    /// A seat said good-bye: it follows nobody any more.
    pub(super) fn note_bye(&mut self, seat: SeatId) {
        if let Some(watch) = &mut self.deputies.watch {
            for quorum in &mut watch.quorums {
                quorum.members.retain(|other| *other != seat);
            }
            if watch.seat == seat {
                self.deputies.watch = None;
            }
        }
    }

    /// Decides whether this host has to hold still.
    pub(super) fn judge(&mut self, now_ms: i64) {
        self.deputies.is_holding = !self.is_safe(now_ms);
        let Some(since_ms) = self.deputies.resigned_ms else {
            return;
        };
        // A deputy that is still a guest then has not taken over, and will not.
        let is_over = !(0..RESIGNED_MS).contains(&now_ms.saturating_sub(since_ms));
        let watch = self.deputies.watch.as_ref();
        if watch.is_none_or(|watch| is_over && self.is_heard(watch.seat, now_ms)) {
            self.deputies.resigned_ms = None;
        }
    }

    /// Whether nobody else can hold the table now.
    fn is_safe(&self, now_ms: i64) -> bool {
        let Some(watch) = &self.deputies.watch else {
            return true;
        };
        if self.is_heard(watch.seat, now_ms) {
            return true;
        }
        let is_safe = |quorum: &Quorum| {
            let unheard = quorum.members.iter();
            let n_unheard = unheard
                .filter(|seat| !self.is_heard(**seat, now_ms))
                .count();
            n_unheard * 2 <= quorum.n_all
        };
        watch.quorums.len() <= MAX_QUORUMS && watch.quorums.iter().all(is_safe)
    }

    /// Whether the seat certainly follows this host still: it did when it was told our
    /// time, and supports nobody else for [`HOST_GRACE_MS`] after that. When words
    /// arrive says nothing: they may have waited on their way.
    fn is_heard(&self, seat: SeatId, now_ms: i64) -> bool {
        self.links.values().any(|guest| {
            guest.seat == Some(seat)
                && !guest.is_disloyal
                && (0..HOST_GRACE_MS).contains(&now_ms.saturating_sub(guest.sure_ms))
        })
    }

    /// Retires, appoints and hands over; once per tick.
    pub(super) fn tend_deputy(&mut self, now_ms: i64) -> Vec<Out> {
        if self.is_holding() {
            return Vec::new();
        }
        self.bury_retired();
        let wanted = self.wanted_deputy(now_ms);
        if wanted != self.table.deputy {
            if self.table.deputy.is_some() {
                self.publish(TableEvent::DeputyIs(None));
            }
            if let Some(watch) = &mut self.deputies.watch {
                // Nobody follows a new one until nobody can follow the old one.
                watch.retired.get_or_insert(self.seq);
            } else if let Some(seat) = wanted {
                self.publish(TableEvent::DeputyIs(wanted));
                self.deputies.watch = Some(Watch {
                    seat,
                    since_ms: now_ms,
                    quorums: Vec::new(),
                    retired: None,
                    is_warm: false,
                });
                self.note_quorum();
            }
        }
        self.resign_if_due(now_ms)
    }

    /// The seat that should be the deputy now.
    fn wanted_deputy(&mut self, now_ms: i64) -> Option<SeatId> {
        if let Some(handing) = &self.deputies.handing {
            let is_over = !(0..HANDING_LIMIT_MS).contains(&now_ms.saturating_sub(handing.since_ms));
            let to = handing.to;
            if !is_over && self.is_able(to) {
                return Some(to);
            }
            self.deputies.handing = None;
        }
        if self.table.followers().len() + 1 < MIN_SEATS {
            return None;
        }
        let steady = |seat: &SeatId| {
            self.links.values().any(|guest| {
                guest.seat == Some(*seat) && !(0..STEADY_MS).contains(&(now_ms - guest.seated_ms))
            })
        };
        let able: Vec<_> = self.table.followers();
        let mut able = able.into_iter().filter(|seat| self.is_able(*seat));
        let wish = self.deputies.wish.filter(|seat| self.is_able(*seat));
        // An absent deputy has its time to come back.
        let current = self.table.deputy.filter(|seat| self.is_able(*seat));
        wish.or(current).or_else(|| able.find(steady))
    }

    fn is_able(&self, seat: SeatId) -> bool {
        self.table.seats.get(&seat).is_some_and(|one| {
            one.may_deputise
                && !one.is_host
                && !one.is_removed
                && !one.is_held
                && one.link != Link::Lost
        })
    }

    /// A deputy that was retired is forgotten once it knows, or once so many know that it
    /// cannot find enough followers any more.
    fn bury_retired(&mut self) {
        let Some(Watch {
            seat,
            retired: Some(retired),
            quorums,
            ..
        }) = &self.deputies.watch
        else {
            return;
        };
        let knows = |seat: SeatId| {
            let mut links = self.links.values();
            links.any(|guest| guest.seat == Some(seat) && guest.seen >= *retired)
        };
        let is_over = |quorum: &Quorum| {
            let ignorant = quorum.members.iter().filter(|seat| !knows(**seat));
            ignorant.count() * 2 <= quorum.n_all
        };
        if knows(*seat) || quorums.iter().all(is_over) {
            self.deputies.watch = None;
        }
    }

    fn resign_if_due(&mut self, now_ms: i64) -> Vec<Out> {
        let (Some(handing), Some(watch)) = (&self.deputies.handing, &self.deputies.watch) else {
            return Vec::new();
        };
        let is_ready = watch.is_warm
            || (now_ms.saturating_sub(watch.since_ms) >= WARM_LIMIT_MS
                && self.is_heard(watch.seat, now_ms));
        if watch.seat != handing.to || watch.retired.is_some() || !is_ready {
            return Vec::new();
        }
        self.deputies.handing = None;
        self.deputies.resigned_ms = Some(now_ms);
        let epoch = self.table.epoch;
        let seated = self.links.iter().filter(|(_, guest)| guest.seat.is_some());
        seated
            .map(|(link, _)| Out::Send(*link, ToGuest::Resigned { epoch }))
            .collect()
    }

    /// A seat follows a later host. That can only be if this one could not be sure to be
    /// the only one; else it is a lie.
    pub(super) fn hear_deposed(&mut self, link: LinkId, epoch: u32, now_ms: i64) -> Vec<Out> {
        if epoch <= self.table.epoch {
            return Vec::new();
        }
        if !self.is_outdated_by(link, now_ms) {
            return vec![Out::Send(link, self.greeting(true))];
        }
        vec![Out::News(HostNews::Deposed { link: None })]
    }

    /// Whether this host would give way to one that is sure.
    pub(super) fn is_by_hand(&self) -> bool {
        self.deputies.carried_on
    }

    /// Whether a word over this link that there is a later host may be true.
    pub(super) fn is_outdated_by(&mut self, link: LinkId, now_ms: i64) -> bool {
        if let Some(guest) = self.links.get_mut(&link) {
            guest.is_disloyal = true;
        }
        self.judge(now_ms);
        let mut others = self.links.iter().filter(|(other, _)| **other != link);
        let is_alone = others.all(|(_, guest)| guest.seat.is_none());
        self.is_holding() || self.deputies.carried_on || is_alone
    }
}

//! A guest whose host is lost: the deputy claims, the others support it
//! (docs/wire.md §11.7).
//!
//! The deputy has a standby link to every other seat. It takes over with at least half
//! of the other seats it knows, so that two seats can never both do it; whoever supports
//! it neither hears nor tells the old host anything for a while.

use rand_core::CryptoRng;

use super::following::FarEnd;
use super::guest::{Guest, GuestNews, GuestOut};
use super::host::LinkId;
use super::message::{ToGuest, ToHost};
use super::table::{Link, SeatId};
use super::{BEAT_EVERY_MS, HOST_GRACE_MS, HOST_LOST_AFTER_MS};

/// A claim is repeated after this time, in ms.
const CLAIM_EVERY_MS: i64 = 500;

/// A seat that supports a claim does not hear the old host for this long, in ms.
const PROMISE_MS: i64 = 5_000;

/// Support counts for this long; much shorter than the promise behind it, in ms.
const SUPPORT_MS: i64 = 1_500;

/// A standby link that was quiet for so long is replaced, in ms.
const STANDBY_QUIET_MS: i64 = 4_000;

/// Where a guest stands between its host and the deputy.
#[derive(Debug)]
pub(super) struct Standing {
    /// When the followed link was found closed.
    parted_ms: Option<i64>,
    claim_ms: i64,
    beat_ms: i64,
    /// The newest epoch this seat supported, and whom: one seat in each.
    pub(super) promised: Option<(u32, SeatId)>,
    /// Until when the old host is not heard.
    pub(super) promise_ends_ms: Option<i64>,
    /// The old host, if it is heard again, is told of the promise.
    owes_word: bool,
    /// The host gave the table to the deputy.
    is_resigned: bool,
    /// The person's page was told to take over.
    is_called: bool,
}

impl Standing {
    pub(super) fn new(now_ms: i64) -> Self {
        Self {
            parted_ms: None,
            claim_ms: now_ms,
            beat_ms: now_ms,
            promised: None,
            promise_ends_ms: None,
            owes_word: false,
            is_resigned: false,
            is_called: false,
        }
    }

    /// With a promise of an earlier page.
    pub(super) fn restore(
        promised: Option<(u32, SeatId)>,
        promise_ends_ms: Option<i64>,
        now_ms: i64,
    ) -> Self {
        Self {
            promised,
            promise_ends_ms,
            owes_word: promised.is_some(),
            ..Self::new(now_ms)
        }
    }

    /// After the clock was set back, no link was parted in the future.
    pub(super) fn mind_clock(&mut self, now_ms: i64) {
        self.parted_ms = self.parted_ms.map(|parted_ms| parted_ms.min(now_ms));
    }

    /// A host is followed: what was about the one before is over.
    pub(super) fn settle(&mut self) {
        self.parted_ms = None;
        self.promise_ends_ms = None;
        self.owes_word = self.promised.is_some();
        self.is_resigned = false;
        self.is_called = false;
    }
}

impl Guest {
    /// Whether this page could hold the table in the host's place; said with the next
    /// `Hello`. True by default.
    pub fn set_may_deputise(&mut self, may_deputise: bool) {
        self.may_deputise = may_deputise;
    }

    /// A standby link stands: on the deputy, `seat` is the other seat; on any other
    /// seat it is the deputy.
    pub fn standby_opened(&mut self, link: LinkId, seat: SeatId, now_ms: i64) {
        self.link_opened(link, now_ms);
        if let Some(far) = self.links.get_mut(&link) {
            far.seat = Some(seat);
        }
    }

    /// Seats to which standby links stand.
    pub fn standbys(&self) -> Vec<SeatId> {
        self.links.values().filter_map(|far| far.seat).collect()
    }

    /// Seats that were heard over their standby links of late. A link whose far page went
    /// away without a word still stands for a while.
    pub fn standbys_heard(&self, now_ms: i64) -> Vec<SeatId> {
        let heard = |far: &&FarEnd| now_ms - far.heard_ms < STANDBY_QUIET_MS;
        let links = self.links.values().filter(heard);
        links.filter_map(|far| far.seat).collect()
    }

    /// What the seat at the other end of a standby link tells its deputy.
    pub fn hear_up(
        &mut self,
        link: LinkId,
        message: &ToHost,
        now_ms: i64,
        _rng: &mut impl CryptoRng,
    ) -> Vec<GuestOut> {
        let epoch = self.epoch();
        let Some(far) = self.links.get_mut(&link) else {
            return Vec::new();
        };
        far.heard_ms = now_ms;
        if let ToHost::Support { epoch: supported } = message
            && *supported == epoch.saturating_add(1)
        {
            far.support_ms = Some(now_ms);
            self.call_if_supported(now_ms);
        }
        Vec::new()
    }

    pub(super) fn epoch(&self) -> u32 {
        self.table.as_ref().map_or(0, |table| table.epoch)
    }

    fn is_deputy(&self) -> bool {
        let deputy = self.table.as_ref().and_then(|table| table.deputy);
        deputy == Some(self.me)
    }

    /// Whether the host is lost for this seat.
    pub(super) fn has_lost_host(&self, now_ms: i64) -> bool {
        let is_quiet = |limit_ms| {
            let far = self.followed.and_then(|link| self.links.get(&link));
            far.is_some_and(|far| now_ms - far.heard_ms >= limit_ms)
        };
        let is_parted = |parted_ms| now_ms - parted_ms >= HOST_GRACE_MS;
        self.standing.is_resigned
            || self.standing.parted_ms.is_some_and(is_parted)
            || is_quiet(HOST_LOST_AFTER_MS)
    }

    /// Whether this seat has promised not to hear the old host.
    pub(super) fn is_promising(&self, now_ms: i64) -> bool {
        let ends_ms = self.standing.promise_ends_ms;
        ends_ms.is_some_and(|ends_ms| (1..=PROMISE_MS).contains(&ends_ms.saturating_sub(now_ms)))
    }

    /// Whether this seat tells its host nothing, because it has promised so.
    pub(super) fn is_mute(&self, now_ms: i64) -> bool {
        self.is_promising(now_ms) || self.standing.is_resigned
    }

    /// Whether words over this link are those of a host this seat has left.
    pub(super) fn is_deaf_to(&self, link: LinkId, now_ms: i64) -> bool {
        self.is_mute(now_ms) && self.followed == Some(link)
    }

    /// The deputy claims to hold the table: a seat that lost the host too supports it.
    pub(super) fn hear_claim(&mut self, link: LinkId, epoch: u32, now_ms: i64) -> Vec<GuestOut> {
        let Some(deputy) = self.links.get(&link).and_then(|far| far.seat) else {
            return Vec::new();
        };
        let is_its = self.table.as_ref().and_then(|table| table.deputy) == Some(deputy);
        let is_next = epoch == self.epoch().saturating_add(1);
        let is_free = match self.standing.promised {
            Some((promised, to)) => promised < epoch || (promised == epoch && to == deputy),
            None => true,
        };
        if !(is_its && is_next && is_free && self.has_lost_host(now_ms)) {
            return Vec::new();
        }
        self.standing.promised = Some((epoch, deputy));
        self.standing.promise_ends_ms = Some(now_ms + PROMISE_MS);
        self.standing.owes_word = true;
        vec![GuestOut::Up(link, ToHost::Support { epoch })]
    }

    /// A host that is heard again after a promise is told of it: the deputy may hold the
    /// table by now.
    pub(super) fn tell_promise(&mut self, now_ms: i64) -> Vec<GuestOut> {
        let promised = self.standing.promised.map(|(epoch, _)| epoch);
        let promised = promised.filter(|epoch| *epoch > self.epoch());
        match promised {
            Some(epoch) if self.standing.owes_word && !self.is_mute(now_ms) => {
                self.standing.owes_word = false;
                self.up([ToHost::Support { epoch }], now_ms)
            }
            Some(_) | None => Vec::new(),
        }
    }

    /// The host gave the table to the deputy.
    pub(super) fn hear_resigned(&mut self, epoch: u32, now_ms: i64) {
        let deputy = self.table.as_ref().and_then(|table| table.deputy);
        if epoch != self.epoch() || deputy.is_none() {
            return;
        }
        if self.is_deputy() {
            self.standing.is_resigned = true;
            self.call(now_ms);
        } else {
            self.standing.promise_ends_ms = Some(now_ms + PROMISE_MS);
        }
    }

    /// Whether enough of the others have lost the host too.
    fn is_supported(&self, now_ms: i64) -> bool {
        let Some(table) = &self.table else {
            return false;
        };
        let mut others = table.followers();
        others.retain(|seat| *seat != self.me);
        let supports = |seat: &&SeatId| {
            self.links.values().any(|far| {
                let since_ms = far.support_ms.map(|support_ms| now_ms - support_ms);
                far.seat == Some(**seat) && since_ms.is_some_and(|ms| (0..SUPPORT_MS).contains(&ms))
            })
        };
        let n_supporting = others.iter().filter(supports).count();
        n_supporting > 0 && n_supporting * 2 >= others.len()
    }

    fn call_if_supported(&mut self, now_ms: i64) {
        if self.is_deputy() && self.has_lost_host(now_ms) && self.is_supported(now_ms) {
            self.call(now_ms);
        }
    }

    /// Tells the page to take over; it will.
    fn call(&mut self, now_ms: i64) {
        if !self.standing.is_called || !self.is_promising(now_ms) {
            self.standing.is_called = true;
            self.news.push(GuestNews::TakesOver);
        }
        // From now on this seat is no guest of the old host.
        self.standing.promise_ends_ms = Some(now_ms + PROMISE_MS);
    }

    /// Whether the page was told to take over, and nothing has changed since.
    pub(super) fn is_called(&self) -> bool {
        self.standing.is_called
    }

    /// Time passed: standby links, and the claim.
    pub(super) fn stand_by(&mut self, now_ms: i64) -> Vec<GuestOut> {
        let mut outs = self.drop_superfluous();
        if self.followed.is_some() {
            self.standing.parted_ms = None;
        } else {
            self.standing.parted_ms.get_or_insert(now_ms);
        }
        if now_ms - self.standing.beat_ms >= BEAT_EVERY_MS || now_ms < self.standing.beat_ms {
            self.standing.beat_ms = now_ms;
            outs.extend(self.beat_standbys(now_ms));
        }
        let is_due = !(0..CLAIM_EVERY_MS).contains(&(now_ms - self.standing.claim_ms));
        if is_due && self.is_deputy() && self.has_lost_host(now_ms) {
            self.standing.claim_ms = now_ms;
            let epoch = self.epoch().saturating_add(1);
            outs.extend(self.down(&ToGuest::Claim { epoch }));
            self.call_if_supported(now_ms);
        }
        outs
    }

    /// To the other end of every standby link.
    fn down(&self, message: &ToGuest) -> Vec<GuestOut> {
        let standbys = self.links.iter().filter(|(_, far)| far.seat.is_some());
        standbys
            .map(|(link, _)| GuestOut::Down(*link, message.clone()))
            .collect()
    }

    fn beat_standbys(&self, now_ms: i64) -> Vec<GuestOut> {
        if !self.is_deputy() {
            let standbys = self.links.iter().filter(|(_, far)| far.seat.is_some());
            return standbys
                .map(|(link, _)| GuestOut::Up(*link, self.still_here()))
                .collect();
        }
        let epoch = self.epoch();
        let mut outs = self.down(&ToGuest::Standing { epoch });
        if self.is_warm() {
            outs.extend(self.up([ToHost::Warm], now_ms));
        }
        outs
    }

    pub(super) fn still_here(&self) -> ToHost {
        ToHost::Beat {
            seq: self.seq,
            echo_ms: self.echo_ms,
        }
    }

    /// Whether standby links to all linked seats stand.
    fn is_warm(&self) -> bool {
        let Some(table) = &self.table else {
            return false;
        };
        let standbys = self.standbys();
        let is_linked = |seat: &SeatId| {
            let seat = table.seats.get(seat);
            seat.is_some_and(|one| one.link == Link::Linked)
        };
        let others = table.followers().into_iter();
        let mut others = others.filter(|seat| *seat != self.me && is_linked(seat));
        others.all(|seat| standbys.contains(&seat))
    }

    fn is_replaced(&self, old: &FarEnd) -> bool {
        let newer =
            |far: &FarEnd| far.seat == old.seat && far.heard_ms - old.heard_ms >= STANDBY_QUIET_MS;
        self.links.values().any(newer)
    }

    /// Standby links are the deputy's; others have one, to the deputy. One that went quiet
    /// gives way to a newer one of the same seat.
    fn drop_superfluous(&mut self) -> Vec<GuestOut> {
        let deputy = self.table.as_ref().and_then(|table| table.deputy);
        let is_mine = deputy == Some(self.me);
        let superfluous: Vec<_> = self
            .links
            .iter()
            .filter(|(_, far)| far.seat.is_some())
            .filter(|(_, far)| (!is_mine && far.seat != deputy) || self.is_replaced(far))
            .map(|(link, _)| *link)
            .collect();
        for link in &superfluous {
            self.links.remove(link);
        }
        superfluous.into_iter().map(GuestOut::Close).collect()
    }
}

//! A guest's links: whom it greets, and which one it follows.
//!
//! A guest may have several links at once: to the host over an old and a new way, and to
//! others that hold the table after it. The table comes over one of them.

use super::guest::{Guest, GuestNews, GuestOut};
use super::host::LinkId;
use super::message::{Refusal, ToHost, Told};
use super::table::{Link, SeatId};
use super::waiting::RESEND_AFTER_MS;
use super::{LOST_AFTER_MS, SLOW_AFTER_MS};
use crate::ballot::PublicKey;

/// After a greeting was answered over one link, a host may close another one of this
/// seat for so long without that this seat is open elsewhere, in ms.
const MOVING_MS: i64 = 10_000;

/// What a guest knows of one link.
#[derive(Debug)]
pub(super) struct FarEnd {
    pub(super) heard_ms: i64,
    /// On a standby link, the seat at its other end.
    pub(super) seat: Option<SeatId>,
    /// It is followed although this seat has seen a later epoch.
    pub(super) insists: bool,
    /// On the deputy, when that seat last supported its claim.
    pub(super) support_ms: Option<i64>,
    /// What asks for the seat, until the table comes, and when it was sent.
    hello: Option<(ToHost, Option<i64>)>,
}

impl Guest {
    /// A link to a host opened; it will greet.
    pub fn link_opened(&mut self, link: LinkId, now_ms: i64) {
        let fresh = FarEnd {
            heard_ms: now_ms,
            seat: None,
            insists: false,
            support_ms: None,
            hello: None,
        };
        self.links.insert(link, fresh);
    }

    /// A link is gone for good. The table stays, to be followed over another.
    pub fn link_closed(&mut self, link: LinkId) {
        self.links.remove(&link);
        if self.followed == Some(link) {
            self.followed = None;
        }
    }

    /// The link this seat follows.
    pub fn host_link(&self) -> Option<LinkId> {
        self.followed
    }

    /// After the clock was set back, nothing was heard in the future.
    pub(super) fn mind_clock(&mut self, now_ms: i64) {
        for (_, far) in self.links.iter_mut() {
            far.heard_ms = far.heard_ms.min(now_ms);
        }
        self.standing.mind_clock(now_ms);
    }

    /// Whether there is a link to follow or, before the first table, to wait for.
    pub fn is_open(&self) -> bool {
        self.followed.is_some() || (self.table.is_none() && !self.links.is_empty())
    }

    /// State of the link to the host as this side sees it.
    pub fn link(&self, now_ms: i64) -> Link {
        let waited_for = match (&self.table, self.followed) {
            (_, Some(link)) => self.links.get(&link),
            (None, None) => self.links.values().next_back(),
            (Some(_), None) => None,
        };
        let quiet_ms = waited_for.map(|far| now_ms - far.heard_ms);
        match quiet_ms {
            Some(quiet_ms) if quiet_ms < SLOW_AFTER_MS => Link::Linked,
            Some(quiet_ms) if quiet_ms < LOST_AFTER_MS => Link::Slow,
            Some(_) | None => Link::Lost,
        }
    }

    /// A host greets: this seat says who it is and shows that its key is its own.
    pub(super) fn greeted(
        &mut self,
        link: LinkId,
        key: &PublicKey,
        session: [u8; 16],
        epoch: u32,
        now_ms: i64,
    ) -> Vec<GuestOut> {
        let own = self.epoch();
        let table = self.table.as_ref();
        let is_other = table.is_some_and(|table| table.session != session);
        if is_other || self.followed == Some(link) {
            return Vec::new();
        }
        if epoch < own && !self.believes(link) {
            return vec![GuestOut::Up(link, ToHost::Deposed { epoch: own })];
        }
        let Some(proof) = self.voter.proof(key, &session) else {
            return Vec::new();
        };
        let seat = table.and_then(|table| table.seats.get(&self.me));
        let hello = ToHost::Hello {
            name: seat.map_or_else(|| self.name.clone(), |seat| seat.name.clone()),
            key: self.voter.key(),
            proof,
            is_observer: seat.map_or(self.is_observer, |seat| seat.is_observer),
            page: self.page,
            may_deputise: self.may_deputise,
        };
        if let Some(far) = self.links.get_mut(&link) {
            far.hello = Some((hello, None));
        }
        self.hello_again(now_ms)
    }

    /// A host that knows of a later epoch is sure that nobody else holds the table: a seat
    /// that has no host believes it.
    pub(super) fn believe(&mut self, link: LinkId) {
        if let Some(far) = self.links.get_mut(&link) {
            far.insists = true;
        }
    }

    pub(super) fn believes(&self, link: LinkId) -> bool {
        self.links.get(&link).is_some_and(|far| far.insists)
    }

    /// Says what asks for the seat, first and again. One link at a time, while it may
    /// still answer: each one that is answered closes those before it.
    pub(super) fn hello_again(&mut self, now_ms: i64) -> Vec<GuestOut> {
        let is_fresh = |sent: Option<i64>| {
            sent.is_some_and(|sent| (0..RESEND_AFTER_MS).contains(&(now_ms - sent)))
        };
        let asked = self.links.iter().filter_map(|(link, far)| {
            let (_, sent) = far.hello.as_ref()?;
            Some((*link, *sent))
        });
        let asked: Vec<_> = asked.collect();
        if self.is_promising(now_ms) || asked.iter().any(|(_, sent)| is_fresh(*sent)) {
            return Vec::new();
        }
        // First who was never asked, the newest link before older ones; then who was
        // asked longest ago.
        let next = asked
            .into_iter()
            .min_by_key(|(link, sent)| (*sent, std::cmp::Reverse(*link)));
        let Some((link, _)) = next else {
            return Vec::new();
        };
        self.hellos
            .retain(|(_, said_ms)| is_moving(now_ms, *said_ms));
        self.hellos.push((link, now_ms));
        let Some((hello, sent)) = self.links.get_mut(&link).and_then(|far| far.hello.as_mut())
        else {
            return Vec::new();
        };
        *sent = Some(now_ms);
        vec![GuestOut::Up(link, hello.clone())]
    }

    /// The table comes over this link from now on; others that lead to a host are closed.
    /// A host of an earlier epoch is told why.
    pub(super) fn follow_link(&mut self, link: LinkId, epoch: u32) -> Vec<GuestOut> {
        let mut outs = Vec::new();
        if let Some(old) = self.followed
            && self.epoch() < epoch
        {
            outs.push(GuestOut::Up(old, ToHost::Deposed { epoch }));
        }
        let superfluous: Vec<_> = self
            .links
            .iter()
            .filter(|(id, far)| {
                **id != link && (Some(**id) == self.followed || far.hello.is_some())
            })
            .map(|(id, _)| *id)
            .collect();
        for old in &superfluous {
            self.links.remove(old);
        }
        if let Some(far) = self.links.get_mut(&link) {
            far.hello = None;
            far.seat = None;
        }
        self.followed = Some(link);
        self.standing.settle();
        self.news.push(if self.table.is_none() {
            GuestNews::Seated
        } else {
            GuestNews::Follows(link)
        });
        outs.extend(superfluous.into_iter().map(GuestOut::Close));
        outs
    }

    /// A word of a host to this seat alone.
    pub(super) fn told(&mut self, link: LinkId, told: Told, now_ms: i64) -> Vec<GuestOut> {
        let is_other = self.followed.is_some_and(|followed| followed != link);
        let is_moving = self
            .hellos
            .iter()
            .any(|(over, said_ms)| *over != link && is_moving(now_ms, *said_ms));
        match told {
            Told::SlowDown => self.news.push(GuestNews::SlowDown),
            // This very page moved to another link, or is about to.
            Told::Refused(Refusal::Replaced) if is_moving => return self.drop_link(link),
            // The seat is safe over the link that is followed.
            Told::Refused(_) | Told::Ended if is_other => return self.drop_link(link),
            Told::Refused(refusal) => self.news.push(GuestNews::Refused(refusal)),
            Told::Ended => self.news.push(GuestNews::Ended),
        }
        Vec::new()
    }

    fn drop_link(&mut self, link: LinkId) -> Vec<GuestOut> {
        self.link_closed(link);
        vec![GuestOut::Close(link)]
    }
}

fn is_moving(now_ms: i64, said_ms: i64) -> bool {
    (0..MOVING_MS).contains(&(now_ms - said_ms))
}

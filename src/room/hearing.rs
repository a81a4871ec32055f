//! What a host hears: from its guests, and from another that holds the table.

use rand_core::CryptoRng;

use crate::ballot::PublicKey;

use super::host::{Host, HostNews, LinkId, Out};
use super::links::Admission;
use super::message::{ToGuest, ToHost, Told};
use super::table::{Link, SeatId};

impl Host {
    /// A guest's message.
    pub fn hear(
        &mut self,
        link: LinkId,
        message: ToHost,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<Out> {
        let mut outs = Vec::new();
        if let ToHost::Deposed { epoch } = message {
            return self.hear_deposed(link, epoch, now_ms);
        }
        match self.admit(link, now_ms) {
            Admission::Taken => {}
            Admission::Slowed { first } => {
                let told = ToGuest::Told(Told::SlowDown);
                return if first {
                    vec![Out::Send(link, told)]
                } else {
                    outs
                };
            }
            Admission::Unseated => return self.unseat(link, now_ms, rng),
            Admission::Unknown => return outs,
        }
        self.judge(now_ms);
        match self.links.get(&link).and_then(|known| known.seat) {
            Some(seat) => self.hear_seat(link, seat, message, now_ms, rng, &mut outs),
            None => self.hear_stranger(link, message, now_ms, &mut outs),
        }
        self.finish(outs, now_ms, rng)
    }

    /// Until it has a seat, a link may only ask for one.
    fn hear_stranger(&mut self, link: LinkId, message: ToHost, now_ms: i64, outs: &mut Vec<Out>) {
        let ToHost::Hello {
            name,
            key,
            proof,
            is_observer,
            page,
            may_deputise,
        } = message
        else {
            return;
        };
        if let Some(guest) = self.links.get_mut(&link) {
            guest.page = page;
        }
        let newcomer = Newcomer {
            name,
            key,
            is_observer,
            may_deputise,
        };
        self.seat_guest(link, &newcomer, &proof, now_ms, outs);
    }

    fn hear_seat(
        &mut self,
        link: LinkId,
        seat: SeatId,
        message: ToHost,
        now_ms: i64,
        rng: &mut impl CryptoRng,
        outs: &mut Vec<Out>,
    ) {
        match message {
            // One link, one seat. The seat's own greeting again: it has missed the answer.
            ToHost::Hello { key, .. } => {
                let known = self.table.seats.get(&seat);
                if known.is_some_and(|one| one.key == key) {
                    outs.push(self.catch_up(link, seat, 0, now_ms));
                }
            }
            // What is not taken is sent again.
            ToHost::Intent { id, intent } => {
                if !self.is_holding() {
                    self.take_intent(link, seat, id, intent, now_ms, rng, outs);
                }
            }
            ToHost::Beat { seq, echo_ms } => {
                self.publish_link(seat, Link::Linked);
                if let Some(guest) = self.links.get_mut(&link)
                    && echo_ms <= now_ms
                {
                    // A clock that was set back leaves times that have not come yet.
                    let known_ms = Some(guest.sure_ms).filter(|known_ms| *known_ms <= now_ms);
                    guest.sure_ms = known_ms.map_or(echo_ms, |known_ms| known_ms.max(echo_ms));
                }
                self.note_seen(link, seat, seq);
            }
            ToHost::NeedFrom { seq } => outs.push(self.catch_up(link, seat, seq, now_ms)),
            ToHost::Bye => {
                self.links.remove(&link);
                self.note_bye(seat);
                self.forget_seat(seat);
                outs.push(Out::Close(link));
            }
            ToHost::Relay { to, bytes } => outs.extend(self.pass_on(seat, to, bytes)),
            ToHost::Warm => self.note_warm(seat),
            ToHost::Support { epoch } => self.note_support(link, epoch),
            ToHost::Deposed { .. } => {}
        }
    }

    /// A message of somebody who speaks as a host does.
    pub fn hear_down(&mut self, link: LinkId, message: ToGuest, now_ms: i64) -> Vec<Out> {
        let is_later = match &message {
            ToGuest::Greeting {
                key,
                session,
                epoch,
                insists,
            } => {
                let is_later = *epoch > self.table.epoch || self.is_twin(*epoch, key);
                let is_surer = *insists && self.is_by_hand();
                *session == self.table.session && (is_later || is_surer)
            }
            ToGuest::Snapshot { table, .. } => {
                table.session == self.table.session && table.epoch > self.table.epoch
            }
            ToGuest::Events { .. }
            | ToGuest::Beat { .. }
            | ToGuest::Told(_)
            | ToGuest::Relayed { .. }
            | ToGuest::Standing { .. }
            | ToGuest::Claim { .. }
            | ToGuest::Resigned { .. } => false,
        };
        let is_twin = matches!(
            &message,
            ToGuest::Greeting { key, epoch, .. } if self.is_twin(*epoch, key)
        );
        if !is_later {
            return Vec::new();
        }
        if !is_twin && !self.is_outdated_by(link, now_ms) {
            return vec![Out::Send(link, self.greeting(true))];
        }
        self.deposed = Some((link, message));
        vec![Out::News(HostNews::Deposed { link: Some(link) })]
    }

    /// Of two hosts in one epoch, which can only be when somebody carried on by hand,
    /// the one with the lower key stays.
    fn is_twin(&self, epoch: u32, key: &PublicKey) -> bool {
        let mut seats = self.table.seats.values();
        epoch == self.table.epoch
            && epoch > 1
            && *key < self.voter.key()
            && seats.any(|seat| seat.key == *key)
    }
}

/// Who asks for a seat.
pub(super) struct Newcomer {
    pub(super) name: String,
    pub(super) key: PublicKey,
    pub(super) is_observer: bool,
    pub(super) may_deputise: bool,
}

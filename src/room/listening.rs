//! What a guest hears: from the host it follows, from another, and from the deputy.

use rand_core::CryptoRng;

use super::guest::{Guest, GuestNews, GuestOut};
use super::host::LinkId;
use super::message::{TableEvent, ToGuest, ToHost};
use super::table::{SeatId, Table};

impl Guest {
    /// A message of a host, or of the deputy.
    pub fn hear(
        &mut self,
        link: LinkId,
        message: ToGuest,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<GuestOut> {
        if self.is_deaf_to(link, now_ms) {
            return Vec::new();
        }
        let Some(far) = self.links.get_mut(&link) else {
            return Vec::new();
        };
        far.heard_ms = now_ms;
        let mut outs = if self.followed == Some(link) {
            self.hear_host(message, now_ms, rng)
        } else {
            self.hear_other(link, message, now_ms, rng)
        };
        outs.extend(self.follow(now_ms, rng));
        outs
    }

    /// The host this seat follows.
    fn hear_host(
        &mut self,
        message: ToGuest,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<GuestOut> {
        match message {
            ToGuest::Snapshot {
                seat,
                seq,
                acked,
                now_ms: host_ms,
                table,
            } => {
                self.tell_time(host_ms, now_ms);
                self.waiting.forget_taken(acked);
                self.told_seq = self.told_seq.max(seq);
                // One that was overtaken by newer events is of no use.
                if seq >= self.seq {
                    self.take_table(seat, seq, *table);
                }
            }
            ToGuest::Events {
                first,
                events,
                acked,
                ..
            } => {
                self.waiting.forget_taken(acked);
                let n_events = u32::try_from(events.len()).unwrap_or(u32::MAX);
                let last = first.saturating_add(n_events).saturating_sub(1);
                self.told_seq = self.told_seq.max(last);
                return self.take_events(first, &events, now_ms, rng);
            }
            ToGuest::Beat {
                seq,
                digest,
                acked,
                now_ms: host_ms,
                ..
            } => {
                self.waiting.forget_taken(acked);
                self.told_seq = self.told_seq.max(seq);
                self.tell_time(host_ms, now_ms);
                let mut outs = self.beat(now_ms);
                let missing = self.compare(seq, digest);
                outs.extend(self.up(missing, now_ms));
                return outs;
            }
            ToGuest::Told(told) => {
                let link = self.followed;
                return link.map_or_else(Vec::new, |link| self.told(link, told, now_ms));
            }
            ToGuest::Relayed { from, bytes } => {
                self.news.push(GuestNews::Relayed { from, bytes });
            }
            ToGuest::Resigned { epoch } => self.hear_resigned(epoch, now_ms),
            ToGuest::Greeting { .. } | ToGuest::Standing { .. } | ToGuest::Claim { .. } => {}
        }
        Vec::new()
    }

    /// Somebody this seat does not follow, or not yet.
    fn hear_other(
        &mut self,
        link: LinkId,
        message: ToGuest,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<GuestOut> {
        let own = self.epoch();
        match message {
            ToGuest::Greeting {
                key,
                session,
                epoch,
                insists,
            } => {
                if insists && self.has_lost_host(now_ms) {
                    self.believe(link);
                }
                if insists && epoch < self.epoch() && !self.believes(link) {
                    return Vec::new();
                }
                self.greeted(link, &key, session, epoch, now_ms)
            }
            ToGuest::Snapshot { table, .. } if table.epoch < own && !self.believes(link) => {
                deposed(link, own)
            }
            ToGuest::Events { epoch, .. } | ToGuest::Beat { epoch, .. }
                if epoch < own && !self.believes(link) =>
            {
                deposed(link, own)
            }
            ToGuest::Snapshot {
                seat,
                seq,
                acked,
                now_ms: host_ms,
                table,
            } => {
                let is_ours = |known: &Table| known.session == table.session;
                let is_left = table.epoch == own && self.is_promising(now_ms);
                if is_left || !self.table.as_ref().is_none_or(is_ours) {
                    return Vec::new();
                }
                let mut outs = self.follow_link(link, table.epoch);
                self.tell_time(host_ms, now_ms);
                self.take_table(seat, seq, *table);
                self.told_seq = seq;
                outs.extend(self.begin_anew(acked, now_ms, rng));
                outs.extend(self.beat(now_ms));
                outs
            }
            ToGuest::Told(told) => self.told(link, told, now_ms),
            ToGuest::Claim { epoch } => self.hear_claim(link, epoch, now_ms),
            ToGuest::Events { .. }
            | ToGuest::Beat { .. }
            | ToGuest::Relayed { .. }
            | ToGuest::Standing { .. }
            | ToGuest::Resigned { .. } => Vec::new(),
        }
    }

    fn tell_time(&mut self, host_ms: i64, now_ms: i64) {
        self.clock_offset_ms = host_ms.saturating_sub(now_ms);
        self.echo_ms = host_ms;
    }

    fn take_table(&mut self, seat: SeatId, seq: u32, table: Table) {
        self.me = seat;
        self.seq = seq;
        self.agreed = None;
        self.table = Some(table);
        self.meet();
    }

    fn take_events(
        &mut self,
        first: u32,
        events: &[TableEvent],
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Vec<GuestOut> {
        let next = self.seq.wrapping_add(1);
        if first > next {
            return self.up([ToHost::NeedFrom { seq: next }], now_ms);
        }
        let n_known = next.wrapping_sub(first) as usize;
        let mut outs = Vec::new();
        for event in events.iter().skip(n_known) {
            if let Some(table) = &mut self.table {
                table.apply(event);
            }
            self.seq = self.seq.wrapping_add(1);
            if matches!(event, TableEvent::Sat { .. } | TableEvent::RollCalled(_)) {
                self.meet();
            }
            // Every published list must be answered, also when several events come at once.
            outs.extend(self.follow(now_ms, rng));
        }
        outs
    }

    fn compare(&mut self, seq: u32, digest: u64) -> Option<ToHost> {
        let table = self.table.as_ref()?;
        if seq > self.seq {
            return Some(ToHost::NeedFrom {
                seq: self.seq.wrapping_add(1),
            });
        }
        if seq < self.seq || self.agreed == Some(seq) {
            return None;
        }
        if table.digest() != digest {
            return Some(ToHost::NeedFrom { seq: 0 });
        }
        self.agreed = Some(seq);
        None
    }

    /// The first words over a new link: what the voter has to say, then what waited.
    fn begin_anew(&mut self, acked: u32, now_ms: i64, rng: &mut impl CryptoRng) -> Vec<GuestOut> {
        let waiting = self.waiting.begin_anew(acked);
        self.voter.ask_anew();
        let mut outs = self.follow(now_ms, rng);
        for intent in waiting {
            outs.extend(self.send(intent, now_ms));
        }
        outs
    }
}

/// Tells somebody who was the host that there is a later one.
fn deposed(link: LinkId, epoch: u32) -> Vec<GuestOut> {
    vec![GuestOut::Up(link, ToHost::Deposed { epoch })]
}

//! One page becomes host, another guest: the same seat, key and voter go on.

use std::collections::VecDeque;

use litemap::LiteMap;
use rand_core::CryptoRng;

use super::deputy::Deputies;
use super::guest::{Guest, GuestOut};
use super::host::{Host, LinkId, Out};
use super::links::GuestLink;
use super::message::{ToGuest, ToHost};
use super::standby::Standing;
use super::table::{SeatId, Table};
use super::waiting::Waiting;
use crate::meeting::History;

use super::{RETURN_GRACE_MS, VOTED_GRACE_MS};

impl Guest {
    /// This page holds the table from now on, after [`super::GuestNews::TakesOver`]. All
    /// seats with a standby link are its guests at once; the others may come back.
    ///
    /// # Errors
    /// The guest as it was, if it has no table, or was not told to take over or something
    /// has happened since.
    pub fn take_over(
        self,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Result<(Host, Vec<Out>), Box<Self>> {
        if !self.is_called() {
            return Err(Box::new(self));
        }
        self.become_host(Deputies::default(), now_ms, rng)
    }

    /// The person holds the table from now on, because the host is lost and nobody else
    /// does. If somebody does after all, this page finds out and follows.
    ///
    /// # Errors
    /// The guest as it was, if it has no table, or has not lost its host.
    pub fn carry_on(
        self,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Result<(Host, Vec<Out>), Box<Self>> {
        if !self.has_lost_host(now_ms) {
            return Err(Box::new(self));
        }
        self.become_host(Deputies::by_hand(), now_ms, rng)
    }

    fn become_host(
        mut self,
        deputies: Deputies,
        now_ms: i64,
        rng: &mut impl CryptoRng,
    ) -> Result<(Host, Vec<Out>), Box<Self>> {
        let Some(mut table) = self.table.take() else {
            return Err(Box::new(self));
        };
        let countdown_stopped = table.n_missing() == 0 && table.round.countdown_ends_ms.is_none();
        table.change_clock(self.clock_offset_ms);
        let before = table.seats.iter().find(|(_, seat)| seat.is_host);
        let before = before.map(|(id, _)| *id);
        table.change_host(self.me);
        let waiting = self.waiting.take();
        let mut voter = self.voter;
        voter.ask_anew();
        let mut host = Host {
            table,
            me: self.me,
            voter,
            links: LiteMap::new_vec(),
            openings: LiteMap::new_vec(),
            left_out: Vec::new(),
            countdown_stopped,
            waiting_since_ms: now_ms,
            removed_ms: LiteMap::new_vec(),
            absent: LiteMap::new_vec(),
            taken: LiteMap::new_vec(),
            deputies,
            held: LiteMap::new_vec(),
            typing: History::default(),
            deposed: None,
            seq: self.seq,
            tail: VecDeque::new(),
            fresh: Vec::new(),
            beat_ms: now_ms,
            digest: None,
        };
        let removed = host.table.seats.iter().filter(|(_, seat)| seat.is_removed);
        let removed: Vec<_> = removed.map(|(seat, _)| *seat).collect();
        for seat in removed {
            host.note_removal(seat, now_ms);
        }
        let standbys: Vec<_> = self
            .links
            .iter()
            .filter_map(|(link, far)| Some((*link, far.seat?, far.heard_ms)))
            .collect();
        let others = self.links.iter().filter(|(_, far)| far.seat.is_none());
        let others: Vec<_> = others.map(|(link, _)| *link).collect();
        let mut outs = host.begin_with(&standbys, &others, before, now_ms);
        let me = host.me;
        for intent in waiting {
            host.act(me, intent, now_ms, &mut outs);
        }
        let news = host.finish(Vec::new(), now_ms, rng);
        outs.extend(news);
        Ok((host, outs))
    }
}

impl Host {
    /// Takes the standby links over; the old host, and whoever else came to this seat on
    /// the way back to the table, is greeted.
    fn begin_with(
        &mut self,
        standbys: &[(LinkId, SeatId, i64)],
        others: &[LinkId],
        before: Option<SeatId>,
        now_ms: i64,
    ) -> Vec<Out> {
        self.begin_alone(now_ms);
        // The host before was waited for already, until the table changed hands.
        let waited = before.filter(|seat| self.table.has_voted(*seat));
        if let Some(since_ms) = waited.and_then(|seat| self.absent.get_mut(&seat)) {
            *since_ms -= VOTED_GRACE_MS - RETURN_GRACE_MS;
        }
        for (link, seat, heard_ms) in standbys {
            if !self.table.is_seated(*seat) {
                continue;
            }
            let mut guest = GuestLink::new(now_ms);
            guest.seat = Some(*seat);
            guest.heard_ms = *heard_ms;
            self.links.insert(*link, guest);
            self.absent.remove(seat);
        }
        self.watch_links(now_ms);
        self.voter.meet(&self.table);
        // The snapshot says it all.
        self.fresh.clear();
        let mut outs: Vec<_> = standbys
            .iter()
            .filter(|(link, ..)| self.links.contains_key(link))
            .map(|(link, seat, _)| self.catch_up(*link, *seat, 0, now_ms))
            .collect();
        for link in others {
            outs.extend(self.link_opened(*link, now_ms));
        }
        outs
    }

    /// Somebody else holds the table now: this page goes on as its guest, with the same
    /// seat and voter, over the link by which the news came, if there is one. All other
    /// links are closed.
    pub fn step_down(self, now_ms: i64) -> (Guest, Vec<GuestOut>) {
        let mut voter = self.voter;
        voter.ask_anew();
        let seat = self.table.seats.get(&self.me);
        let mut guest = Guest {
            name: seat.map_or_else(String::new, |one| one.name.clone()),
            is_observer: seat.is_some_and(|one| one.is_observer),
            page: now_ms,
            voter,
            links: LiteMap::new_vec(),
            followed: None,
            me: self.me,
            table: Some(self.table),
            seq: self.seq,
            agreed: None,
            told_seq: 0,
            waiting: Waiting::new(now_ms),
            clock_offset_ms: 0,
            echo_ms: 0,
            beat_ms: now_ms,
            hellos: Vec::new(),
            may_deputise: true,
            standing: Standing::new(now_ms),
            news: Vec::new(),
        };
        let mut outs = Vec::new();
        let deposed = self.deposed;
        for link in self.links.keys() {
            if deposed.as_ref().is_none_or(|(kept, _)| kept != link) {
                outs.push(GuestOut::Close(*link));
            }
        }
        match deposed {
            Some((
                link,
                ToGuest::Greeting {
                    key,
                    session,
                    epoch,
                    insists,
                },
            )) => {
                guest.link_opened(link, now_ms);
                if insists {
                    guest.believe(link);
                }
                outs.extend(guest.greeted(link, &key, session, epoch, now_ms));
            }
            // It knows this seat's link already, and tells all when asked.
            Some((link, _snapshot)) => {
                guest.link_opened(link, now_ms);
                outs.push(GuestOut::Up(link, ToHost::NeedFrom { seq: 0 }));
            }
            None => {}
        }
        (guest, outs)
    }
}

impl Table {
    /// Moves what has not happened yet to another clock; `offset_ms` is the old one
    /// minus the new.
    fn change_clock(&mut self, offset_ms: i64) {
        let moved = |at_ms: i64| at_ms.saturating_sub(offset_ms);
        self.round.countdown_ends_ms = self.round.countdown_ends_ms.map(moved);
        if let Some(timer) = &mut self.timer {
            timer.ends_ms = moved(timer.ends_ms);
        }
        if let Some(meeting) = &mut self.meeting {
            meeting.change_clock(offset_ms);
        }
        if let Some(story) = self.stories.last_mut() {
            story.began_ms = moved(story.began_ms);
            story.estimated_ms = story.estimated_ms.map(moved);
        }
    }

    /// This seat holds the table in a new epoch.
    fn change_host(&mut self, host: SeatId) {
        self.epoch = self.epoch.saturating_add(1);
        self.deputy = None;
        for (id, seat) in self.seats.iter_mut() {
            seat.is_host = *id == host;
        }
    }
}

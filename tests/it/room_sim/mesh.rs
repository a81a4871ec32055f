//! Many pages that are hosts and guests in turn, with links between any two of them,
//! clocks of their own, and a network that can be cut between any pair.

use std::collections::{BTreeMap, BTreeSet};

use floret::ballot::SeatSecret;
use floret::room::{
    Guest, GuestNews, Host, Intent, Link, LinkId, Rules, SavedGuest, SavedHost, SeatId, Table,
    ToGuest, ToHost, Voter,
};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

use super::pages::through_storage;
use super::witness::Witness;

/// What a page is at the moment.
pub(super) enum Page {
    Host(Box<Host>),
    Guest(Box<Guest>),
    /// Not there; what its browser kept.
    Away(Kept),
}

impl Page {
    pub(super) fn nowhere() -> Self {
        Self::Away(Kept::Nothing)
    }
}

/// What a browser keeps of a page.
pub(super) enum Kept {
    Nothing,
    Host(Box<SavedHost>),
    Guest(Box<SavedGuest>),
}

pub(super) struct Machine {
    pub(super) page: Page,
    /// Its clock minus the true time.
    pub(super) clock_ms: i64,
    pub(super) news: Vec<GuestNews>,
    /// From whom something was relayed, and how much.
    pub(super) relayed: Vec<(SeatId, usize)>,
    next_try_ms: i64,
}

/// A message as it travels between two pages, or the end of the link.
#[derive(Clone)]
pub(super) enum Word {
    Up(ToHost),
    Down(ToGuest),
    Closed,
}

pub(super) struct Wire {
    pub(super) ends: [(usize, LinkId); 2],
    pub(super) is_open: [bool; 2],
    pub(super) arrived_ms: [i64; 2],
}

pub(super) struct Mesh {
    pub(super) now: i64,
    pub(super) rng: ChaCha20Rng,
    pub(super) machines: Vec<Machine>,
    pub(super) delay_ms: (i64, i64),
    pub(super) witness: Witness,
    /// Nobody tries to come back by itself while this is set.
    pub(super) doors_shut: bool,
    pub(super) wires: Vec<Wire>,
    pub(super) flying: BTreeMap<(i64, u64), (usize, usize, Word)>,
    /// What waits for a cut to heal, in order.
    pub(super) stalled: Vec<(usize, usize, Word)>,
    cuts: BTreeSet<(usize, usize)>,
    pub(super) n_packets: u64,
}

impl Mesh {
    /// A host and `n_guests` guests, each with a clock of its own.
    pub(super) fn new(seed: u64, n_guests: usize, clocks_ms: &[i64]) -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(seed);
        let now = 1_700_000_000_000;
        let clock = |at: usize| clocks_ms.get(at).copied().unwrap_or(0);
        let secret = SeatSecret::generate(&mut rng);
        let began = now + clock(0);
        let host = Host::new([7; 16], secret, "P0", Rules::default(), began, &mut rng);
        let mut pages = vec![Page::Host(Box::new(host))];
        for at in 1..=n_guests {
            let secret = SeatSecret::generate(&mut rng);
            let guest = Guest::new(secret, &format!("P{at}"), false, now + clock(at));
            pages.push(Page::Guest(Box::new(guest)));
        }
        let machine = |(at, page)| Machine {
            page,
            clock_ms: clock(at),
            news: Vec::new(),
            relayed: Vec::new(),
            next_try_ms: 0,
        };
        Self {
            now,
            rng,
            machines: pages.into_iter().enumerate().map(machine).collect(),
            delay_ms: (5, 60),
            witness: Witness::default(),
            doors_shut: false,
            wires: Vec::new(),
            flying: BTreeMap::new(),
            stalled: Vec::new(),
            cuts: BTreeSet::new(),
            n_packets: 0,
        }
    }

    /// A table at which everybody sits and a deputy stands by with links to all.
    pub(super) fn ready(seed: u64, n_guests: usize, clocks_ms: &[i64]) -> Self {
        let mut mesh = Self::new(seed, n_guests, clocks_ms);
        mesh.run(12_000);
        let deputy = mesh.table(0).deputy.expect("a deputy");
        let at = mesh.at(deputy);
        assert_eq!(mesh.guest(at).standbys().len(), n_guests - 1);
        mesh
    }

    pub(super) fn clock(&self, at: usize) -> i64 {
        self.now + self.machines[at].clock_ms
    }

    pub(super) fn table(&self, at: usize) -> &Table {
        match &self.machines[at].page {
            Page::Host(host) => host.table(),
            Page::Guest(guest) => guest.table().unwrap(),
            Page::Away(_) => panic!("P{at} is away"),
        }
    }

    pub(super) fn voter(&self, at: usize) -> Option<(&Voter, SeatId, &Table)> {
        match &self.machines[at].page {
            Page::Host(host) => Some((host.voter(), host.me(), host.table())),
            Page::Guest(guest) => Some((guest.voter(), guest.me(), guest.table()?)),
            Page::Away(_) => None,
        }
    }

    pub(super) fn guest(&self, at: usize) -> &Guest {
        match &self.machines[at].page {
            Page::Guest(guest) => guest,
            Page::Host(_) | Page::Away(_) => panic!("P{at} is no guest"),
        }
    }

    pub(super) fn host(&self, at: usize) -> &Host {
        match &self.machines[at].page {
            Page::Host(host) => host,
            Page::Guest(_) | Page::Away(_) => panic!("P{at} is no host"),
        }
    }

    /// Pages that hold the table and are sure of it.
    pub(super) fn hosts(&self) -> Vec<usize> {
        let is_host = |at: &usize| match &self.machines[*at].page {
            Page::Host(host) => !host.is_holding(),
            Page::Guest(_) | Page::Away(_) => false,
        };
        (0..self.machines.len()).filter(is_host).collect()
    }

    /// Which page sits on this seat.
    pub(super) fn at(&self, seat: SeatId) -> usize {
        let mut all = 0..self.machines.len();
        all.find(|at| self.voter(*at).is_some_and(|(_, me, _)| me == seat))
            .unwrap()
    }

    pub(super) fn cut(&mut self, a: usize, b: usize) {
        self.cuts.insert((a.min(b), a.max(b)));
    }

    /// Cuts this page off from all others.
    pub(super) fn isolate(&mut self, at: usize) {
        for other in (0..self.machines.len()).filter(|other| *other != at) {
            self.cuts.insert((at.min(other), at.max(other)));
        }
    }

    /// Everything gets through again, what waited first.
    pub(super) fn mend(&mut self) {
        self.cuts.clear();
        for (wire, to, word) in std::mem::take(&mut self.stalled) {
            self.fly(wire, to, word);
        }
    }

    pub(super) fn is_cut(&self, a: usize, b: usize) -> bool {
        self.cuts.contains(&(a.min(b), a.max(b)))
    }

    /// The page goes; what it kept stays. `quietly`: nobody is told.
    pub(super) fn kill(&mut self, at: usize, quietly: bool) {
        let kept = match &self.machines[at].page {
            Page::Host(host) => Kept::Host(Box::new(through_storage(&host.saved()))),
            Page::Guest(guest) => guest.saved().map_or(Kept::Nothing, |saved| {
                Kept::Guest(Box::new(through_storage(&saved)))
            }),
            Page::Away(_) => return,
        };
        self.machines[at].page = Page::Away(kept);
        for wire in 0..self.wires.len() {
            for side in 0..2 {
                if self.wires[wire].ends[side].0 == at && self.wires[wire].is_open[side] {
                    self.wires[wire].is_open[side] = false;
                    if !quietly {
                        self.fly(wire, 1 - side, Word::Closed);
                    }
                }
            }
        }
    }

    /// The page comes back with what its browser kept.
    pub(super) fn revive(&mut self, at: usize) {
        let now = self.clock(at);
        let machine = &mut self.machines[at];
        if let Page::Away(kept) = &mut machine.page {
            match std::mem::replace(kept, Kept::Nothing) {
                Kept::Host(saved) => {
                    let host = Host::restore(*saved, now, &mut self.rng);
                    machine.page = Page::Host(Box::new(host));
                }
                Kept::Guest(saved) => {
                    machine.page = Page::Guest(Box::new(Guest::restore(*saved, now)));
                }
                Kept::Nothing => {}
            }
        }
    }

    pub(super) fn intend(&mut self, at: usize, intent: Intent) {
        let now = self.clock(at);
        match &mut self.machines[at].page {
            Page::Host(host) => {
                let outs = host.intend(intent, now, &mut self.rng);
                self.do_as_host(at, outs);
            }
            Page::Guest(guest) => {
                let outs = guest.intend(intent, now);
                self.do_as_guest(at, outs);
            }
            Page::Away(_) => {}
        }
    }

    pub(super) fn choose(&mut self, at: usize, choice: Option<u16>) {
        let now = self.clock(at);
        match &mut self.machines[at].page {
            Page::Host(host) => {
                let outs = host.choose(choice, now, &mut self.rng);
                self.do_as_host(at, outs);
            }
            Page::Guest(guest) => {
                let outs = guest.choose(choice, now, &mut self.rng);
                self.do_as_guest(at, outs);
            }
            Page::Away(_) => {}
        }
    }

    pub(super) fn seat_here(&mut self, at: usize, name: &str) -> SeatId {
        let now = self.clock(at);
        let Page::Host(host) = &mut self.machines[at].page else {
            panic!("P{at} is no host")
        };
        let (seat, outs) = host.seat_here(name, now, &mut self.rng);
        self.do_as_host(at, outs);
        seat.unwrap()
    }

    /// Lets `ms` pass.
    pub(super) fn run(&mut self, ms: i64) {
        let end = self.now + ms;
        while self.now < end {
            let next_tick = (self.now / 250 + 1) * 250;
            let next_packet = self.flying.keys().next().map_or(i64::MAX, |(at, _)| *at);
            let next = next_packet.max(self.now).min(next_tick).min(end);
            self.now = next;
            if next_packet <= next {
                let (_, (wire, to, word)) = self.flying.pop_first().unwrap();
                self.deliver(wire, to, word);
            } else if next == next_tick {
                for at in 0..self.machines.len() {
                    self.tick(at);
                }
            }
            let hosts = self.hosts();
            self.witness.count_hosts(self.now, &hosts);
        }
    }

    fn tick(&mut self, at: usize) {
        let now = self.clock(at);
        match &mut self.machines[at].page {
            Page::Host(host) => {
                let outs = host.tick(now, &mut self.rng);
                self.do_as_host(at, outs);
            }
            Page::Guest(guest) => {
                let outs = guest.tick(now);
                self.do_as_guest(at, outs);
            }
            Page::Away(_) => {}
        }
        if !self.doors_shut && self.machines[at].next_try_ms <= self.now {
            self.machines[at].next_try_ms = self.now + 700 + i64::from(self.rng.next_u32() % 600);
            self.try_doors(at);
        }
    }

    /// What the program around the machines does by itself: a page without a host looks
    /// for one, a deputy links up with everybody.
    fn try_doors(&mut self, at: usize) {
        let is_lonely = match &self.machines[at].page {
            Page::Host(host) => host.is_holding(),
            Page::Guest(guest) => guest.link(self.clock(at)) == Link::Lost,
            Page::Away(_) => false,
        };
        if is_lonely {
            let doors: Vec<_> = (0..self.machines.len())
                .filter(|other| *other != at && !self.is_cut(at, *other))
                .filter(|other| matches!(self.machines[*other].page, Page::Host(_)))
                .collect();
            if !doors.is_empty() {
                let n = usize::try_from(self.rng.next_u32()).unwrap() % doors.len();
                self.link_up(at, doors[n]);
            }
        }
        let Page::Guest(guest) = &self.machines[at].page else {
            return;
        };
        let Some(table) = guest
            .table()
            .filter(|table| table.deputy == Some(guest.me()))
        else {
            return;
        };
        let standbys = guest.standbys();
        let mut missing = table.followers();
        missing.retain(|seat| *seat != guest.me() && !standbys.contains(seat));
        for seat in missing {
            let now = self.clock(at);
            if let Page::Guest(guest) = &mut self.machines[at].page {
                let outs = guest.relay(seat, vec![u8::try_from(at).unwrap()], now);
                self.do_as_guest(at, outs);
            }
        }
    }
}

//! Links between pages, and what travels over them: in order, unless somebody cuts.

use floret::room::{LinkId, SeatId, Table};
use rand_core::Rng;

use super::mesh::{Mesh, Page, Wire, Word};

impl Mesh {
    fn new_wire(&mut self, a: usize, b: usize) -> [LinkId; 2] {
        let first = LinkId::try_from(self.wires.len() * 2).unwrap();
        let links = [first, first + 1];
        self.wires.push(Wire {
            ends: [(a, links[0]), (b, links[1])],
            is_open: [true, true],
            arrived_ms: [0, 0],
        });
        links
    }

    /// A link between two pages, of which one at least is a host.
    pub(super) fn link_up(&mut self, a: usize, b: usize) {
        let links = self.new_wire(a, b);
        for (at, link) in [(a, links[0]), (b, links[1])] {
            let now = self.clock(at);
            match &mut self.machines[at].page {
                Page::Host(host) => {
                    let outs = host.link_opened(link, now);
                    self.do_as_host(at, outs);
                }
                Page::Guest(guest) => guest.link_opened(link, now),
                Page::Away(_) => {}
            }
        }
    }

    /// The deputy asked for a standby link and the other agrees.
    pub(super) fn stand_by(&mut self, at: usize, from: SeatId, bytes: &[u8]) {
        let deputy = usize::from(bytes[0]);
        if deputy >= self.machines.len() {
            return;
        }
        let me = self.guest(at).me();
        if self.is_cut(at, deputy) || !matches!(self.machines[deputy].page, Page::Guest(_)) {
            return;
        }
        if self.guest(deputy).standbys().contains(&me) {
            return;
        }
        let links = self.new_wire(at, deputy);
        for (page, link, seat) in [(at, links[0], from), (deputy, links[1], me)] {
            let now = self.clock(page);
            if let Page::Guest(guest) = &mut self.machines[page].page {
                guest.standby_opened(link, seat, now);
            }
        }
    }

    pub(super) fn fly(&mut self, wire: usize, to: usize, word: Word) {
        let (least, most) = self.delay_ms;
        let span = u32::try_from(most - least + 1).unwrap();
        let at = self.now + least + i64::from(self.rng.next_u32() % span);
        let at = at.max(self.wires[wire].arrived_ms[to]);
        self.wires[wire].arrived_ms[to] = at;
        self.n_packets += 1;
        self.flying.insert((at, self.n_packets), (wire, to, word));
    }

    pub(super) fn send(&mut self, at: usize, link: LinkId, word: Word) {
        let (wire, side) = (
            usize::try_from(link / 2).unwrap(),
            usize::try_from(link % 2).unwrap(),
        );
        debug_assert_eq!(self.wires[wire].ends[side].0, at);
        if self.wires[wire].is_open[side] {
            if matches!(word, Word::Closed) {
                self.wires[wire].is_open[side] = false;
            }
            self.fly(wire, 1 - side, word);
        }
    }

    pub(super) fn deliver(&mut self, wire: usize, to: usize, word: Word) {
        let [(a, _), (b, _)] = self.wires[wire].ends;
        if self.is_cut(a, b) {
            self.stalled.push((wire, to, word));
            return;
        }
        if !self.wires[wire].is_open[to] {
            return;
        }
        let (at, link) = self.wires[wire].ends[to];
        let now = self.clock(at);
        let rng = &mut self.rng;
        match (&mut self.machines[at].page, word) {
            (Page::Host(host), Word::Up(message)) => {
                let outs = host.hear(link, message, now, rng);
                self.do_as_host(at, outs);
            }
            (Page::Host(host), Word::Down(message)) => {
                let outs = host.hear_down(link, message, now);
                self.do_as_host(at, outs);
            }
            (Page::Guest(guest), Word::Up(message)) => {
                let outs = guest.hear_up(link, &message, now, rng);
                self.do_as_guest(at, outs);
            }
            (Page::Guest(guest), Word::Down(message)) => {
                let outs = guest.hear(link, message, now, rng);
                self.do_as_guest(at, outs);
            }
            (page, Word::Closed) => {
                self.wires[wire].is_open[to] = false;
                match page {
                    Page::Host(host) => {
                        let outs = host.link_closed(link, now, rng);
                        self.do_as_host(at, outs);
                    }
                    Page::Guest(guest) => guest.link_closed(link),
                    Page::Away(_) => {}
                }
            }
            (Page::Away(_), _) => {}
        }
    }

    /// This page's ends of the open links to that one.
    pub(super) fn links_between(&self, from: usize, to: usize) -> Vec<LinkId> {
        let open = self
            .wires
            .iter()
            .filter(|wire| wire.is_open == [true, true]);
        open.filter_map(|wire| match wire.ends {
            [(a, link), (b, _)] if (a, b) == (from, to) => Some(link),
            [(b, _), (a, link)] if (a, b) == (from, to) => Some(link),
            _elsewhere => None,
        })
        .collect()
    }

    /// One link of this page breaks for good; both sides notice.
    pub(super) fn close_any(&mut self, at: usize) {
        let is_its = |wire: &Wire| {
            wire.is_open == [true, true] && wire.ends.iter().any(|(page, _)| *page == at)
        };
        let open: Vec<_> = (0..self.wires.len())
            .filter(|wire| is_its(&self.wires[*wire]))
            .collect();
        if !open.is_empty() {
            let wire = open[usize::try_from(self.rng.next_u32()).unwrap() % open.len()];
            self.fly(wire, 0, Word::Closed);
            self.fly(wire, 1, Word::Closed);
        }
    }

    /// Whether everybody who is there sees what the only host sees.
    pub(super) fn all_agree(&self) -> Result<(), String> {
        let host = self.hosts()[0];
        let truth = postcard::to_allocvec(self.table(host)).unwrap();
        for at in 0..self.machines.len() {
            let Some((_, _, seen)) = self.voter(at) else {
                return Err(format!("P{at} has no table"));
            };
            if postcard::to_allocvec(seen).unwrap() != truth {
                let (seen, held) = (brief(seen), brief(self.table(host)));
                return Err(format!("P{at} sees {seen}, P{host} {held}"));
            }
        }
        Ok(())
    }
}

fn brief(table: &Table) -> String {
    let seats = table.seats.iter().map(|(id, seat)| {
        let marks = (seat.is_host, seat.is_removed);
        format!("{} {} {:?} {marks:?}", id.0, seat.name, seat.link)
    });
    let seats: Vec<_> = seats.collect();
    let round = &table.round;
    format!(
        "epoch {} deputy {:?} seats {seats:?} round {}.{} {:?} stories {} timer {:?}",
        table.epoch,
        table.deputy,
        round.number,
        round.attempt,
        round.phase,
        table.stories.len(),
        table.timer
    )
}

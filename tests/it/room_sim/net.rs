//! The network: packets with a time of arrival, and the people at its ends.

use floret::ballot::SeatSecret;
use floret::room::{
    BEAT_EVERY_MS, Guest, GuestOut, Host, Intent, LinkId, Out, Phase, Rules, SeatId, ToGuest,
    ToHost,
};
use floret::wire::frame::{MAX_MESSAGE_BYTES, MAX_SNAPSHOT_BYTES};
use floret::wire::message::{decode, encode};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

use super::air::{Air, Packet, Weather};
use super::truth::Truth;

/// What a liar's browser sends instead of a message.
pub(super) type UpLie = Box<dyn FnMut(ToHost) -> Vec<ToHost>>;
/// What a lying host sends a seat instead of a message.
pub(super) type DownLie = Box<dyn FnMut(ToGuest) -> Vec<ToGuest>>;

/// Somebody who is, was or will be a guest.
pub(super) struct Person {
    pub(super) name: String,
    pub(super) secret: [u8; 32],
    pub(super) guest: Option<Guest>,
    pub(super) link: Option<LinkId>,
    /// Links before that one, while nobody closed them.
    pub(super) older: Vec<LinkId>,
    pub(super) up_lie: Option<UpLie>,
    pub(super) down_lie: Option<DownLie>,
    /// Every message sent, as bytes.
    pub(super) sent: Vec<Vec<u8>>,
}

pub(super) struct Net {
    pub(super) now: i64,
    pub(super) rng: ChaCha20Rng,
    pub(super) host: Host,
    pub(super) people: Vec<Person>,
    pub(super) weather: Weather,
    pub(super) truth: Truth,
    air: Air,
    pub(super) next_link: LinkId,
}

impl Net {
    pub(super) fn new(seed: u64, n_guests: usize, rules: Rules) -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(seed);
        let secret = SeatSecret::generate(&mut rng);
        let now = 1_700_000_000_000;
        let host = Host::new([7; 16], secret, "Host", rules, now, &mut rng);
        let people = (0..n_guests)
            .map(|at| Person {
                name: format!("P{at}"),
                secret: SeatSecret::generate(&mut rng).to_bytes(),
                guest: None,
                link: None,
                older: Vec::new(),
                up_lie: None,
                down_lie: None,
                sent: Vec::new(),
            })
            .collect();
        Self {
            now,
            rng,
            host,
            people,
            weather: Weather::FINE,
            truth: Truth::default(),
            air: Air::default(),
            next_link: 1,
        }
    }

    /// A table in fine weather at which everybody has sat down.
    pub(super) fn seated(seed: u64, n_guests: usize, rules: Rules) -> Self {
        let mut net = Self::new(seed, n_guests, rules);
        for at in 0..n_guests {
            net.join(at, false);
        }
        net.run(1_000);
        assert_eq!(net.host.table().round.roll.len(), n_guests + 1);
        net
    }

    pub(super) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.rng.next_u32()).unwrap() % n
    }

    /// The person wants something; person `None` is the host's own.
    pub(super) fn intend(&mut self, who: Option<usize>, intent: Intent) {
        match who {
            None => {
                let outs = self.host.intend(intent, self.now, &mut self.rng);
                self.carry_out(outs);
            }
            Some(at) => {
                let Some(guest) = &mut self.people[at].guest else {
                    return;
                };
                let outs = guest.intend(intent, self.now);
                self.do_as_guest(at, outs);
            }
        }
    }

    pub(super) fn choose(&mut self, who: Option<usize>, choice: Option<u16>) {
        match who {
            None => {
                let outs = self.host.choose(choice, self.now, &mut self.rng);
                self.carry_out(outs);
            }
            Some(at) => {
                let Some(guest) = &mut self.people[at].guest else {
                    return;
                };
                let outs = guest.choose(choice, self.now, &mut self.rng);
                self.do_as_guest(at, outs);
            }
        }
    }

    pub(super) fn remark(&mut self, who: Option<usize>, text: &str) {
        match who {
            None => {
                let outs = self.host.remark(text, self.now, &mut self.rng);
                self.carry_out(outs);
            }
            Some(at) => {
                let Some(guest) = &mut self.people[at].guest else {
                    return;
                };
                let outs = guest.remark(text, self.now, &mut self.rng);
                self.do_as_guest(at, outs);
            }
        }
    }

    /// Does what a guest's machine wants done.
    pub(super) fn do_as_guest(&mut self, at: usize, outs: Vec<GuestOut>) {
        for out in outs {
            match out {
                GuestOut::Up(link, message) => self.send_over(link, at, vec![message]),
                GuestOut::Close(link) => self.fly(link, &Packet::HostHearsClose),
                GuestOut::Down(..) => {}
            }
        }
    }

    /// Sends messages of a guest, truthful or not.
    pub(super) fn send_up(&mut self, at: usize, messages: Vec<ToHost>) {
        if let Some(link) = self.people[at].link {
            self.send_over(link, at, messages);
        }
    }

    fn send_over(&mut self, link: LinkId, at: usize, messages: Vec<ToHost>) {
        let person = &mut self.people[at];
        for message in messages {
            if let (ToHost::Intent { intent, .. }, Some(guest)) = (&message, &person.guest) {
                let picked = guest.table().and_then(|table| guest.voter().picked(table));
                self.truth.hear(guest.voter().key(), intent, picked);
            }
            let sent = match &mut person.up_lie {
                Some(lie) => lie(message),
                None => vec![message],
            };
            for message in sent {
                let bytes = encode(&message);
                assert!(bytes.len() <= MAX_MESSAGE_BYTES);
                person.sent.push(bytes.clone());
                self.air.send(
                    (self.now, self.weather),
                    link,
                    &Packet::Up(bytes),
                    &mut self.rng,
                );
            }
        }
    }

    pub(super) fn fly(&mut self, link: LinkId, packet: &Packet) {
        self.air
            .send((self.now, self.weather), link, packet, &mut self.rng);
    }

    pub(super) fn carry_out(&mut self, outs: Vec<Out>) {
        self.truth.look(&self.host);
        for out in outs {
            match out {
                Out::Send(link, message) => {
                    let person = self.people.iter_mut().find(|one| one.link == Some(link));
                    let told = match person.and_then(|one| one.down_lie.as_mut()) {
                        Some(lie) => lie(message),
                        None => vec![message],
                    };
                    for message in told {
                        let bytes = encode(&message);
                        assert!(bytes.len() <= MAX_SNAPSHOT_BYTES);
                        self.fly(link, &Packet::Down(bytes));
                    }
                }
                Out::Close(link) => self.fly(link, &Packet::GuestHearsClose),
                Out::News(_) => {}
            }
        }
    }

    /// Lets `ms` pass.
    pub(super) fn run(&mut self, ms: i64) {
        let end = self.now + ms;
        while self.now < end {
            let next_tick = (self.now / 250 + 1) * 250;
            let next_packet = self.air.next_ms();
            let next = next_packet.max(self.now).min(next_tick).min(end);
            self.now = next;
            if next_packet <= next {
                let (link, packet) = self.air.land();
                self.deliver(link, packet);
            } else if next == next_tick {
                self.tick();
            }
        }
    }

    fn tick(&mut self) {
        let outs = self.host.tick(self.now, &mut self.rng);
        self.carry_out(outs);
        for at in 0..self.people.len() {
            if let Some(guest) = &mut self.people[at].guest {
                let outs = guest.tick(self.now);
                self.do_as_guest(at, outs);
            }
        }
    }

    fn deliver(&mut self, link: LinkId, packet: Packet) {
        match packet {
            Packet::Up(bytes) => {
                let outs = match decode::<ToHost>(&bytes) {
                    Ok(message) => self.host.hear(link, message, self.now, &mut self.rng),
                    Err(_) => self.host.unseat(link, self.now, &mut self.rng),
                };
                self.carry_out(outs);
            }
            Packet::HostHearsClose => {
                let outs = self.host.link_closed(link, self.now, &mut self.rng);
                self.carry_out(outs);
            }
            Packet::Down(bytes) => {
                let Some(at) = self.person_at(link) else {
                    return;
                };
                let message: ToGuest = decode(&bytes).unwrap();
                let Some(guest) = &mut self.people[at].guest else {
                    return;
                };
                let outs = guest.hear(link, message, self.now, &mut self.rng);
                self.do_as_guest(at, outs);
            }
            Packet::GuestHearsClose => {
                let Some(at) = self.person_at(link) else {
                    return;
                };
                if let Some(guest) = &mut self.people[at].guest {
                    guest.link_closed(link);
                }
                self.people[at].older.retain(|one| *one != link);
                if self.people[at].link == Some(link) {
                    self.people[at].link = None;
                }
            }
        }
    }

    fn person_at(&self, link: LinkId) -> Option<usize> {
        self.people
            .iter()
            .position(|one| one.link == Some(link) || one.older.contains(&link))
    }

    /// The person's seat, if it is seated and linked.
    pub(super) fn seat(&self, at: usize) -> Option<SeatId> {
        let person = &self.people[at];
        person.link?;
        let guest = person.guest.as_ref()?;
        guest.table().map(|_| guest.me())
    }

    /// Everybody who has a table and a link sees what the host sees, byte for byte.
    pub(super) fn assert_same(&mut self) {
        // What was said last may still be on its way.
        self.run(200);
        let truth = postcard::to_allocvec(self.host.table()).unwrap();
        for (at, person) in self.people.iter().enumerate() {
            let seen = person.guest.as_ref().filter(|_| person.link.is_some());
            if let Some(table) = seen.and_then(Guest::table) {
                assert_eq!(
                    postcard::to_allocvec(table).unwrap(),
                    truth,
                    "P{at}: {table:#?}"
                );
            }
        }
    }

    /// The network heals, everything comes to rest, everybody agrees.
    pub(super) fn heal(&mut self) {
        self.weather = Weather::FINE;
        self.run(20 * BEAT_EVERY_MS);
        for at in 0..self.people.len() {
            if self.people[at].link.is_some() {
                assert!(self.seat(at).is_some(), "P{at} is not at the table");
            }
        }
        self.assert_same();
    }

    /// Everybody who may votes for `choices` in turn; answers with the counts.
    pub(super) fn vote_and_reveal(&mut self, choices: &[u16]) -> Vec<u32> {
        let round = self.host.table().round.number;
        if !matches!(self.host.table().round.phase, Phase::Voting { .. }) {
            self.intend(None, Intent::VoteAgain { round });
            self.run(1_000);
        }
        let mut counts = vec![0; self.host.table().hand().n_choices()];
        let mut choices = choices.iter().copied().cycle();
        let voters: Vec<_> = (0..self.people.len()).map(Some).chain([None]).collect();
        for who in voters {
            let seat = match who {
                Some(at) => self.seat(at),
                None => Some(self.host.me()),
            };
            if seat.is_some_and(|seat| self.host.table().is_on_roll(seat)) {
                let choice = choices.next().unwrap();
                counts[usize::from(choice)] += 1;
                self.choose(who, Some(choice));
            }
        }
        self.run(500);
        let round = self.host.table().round.number;
        self.intend(None, Intent::Reveal { round });
        self.run(1_000);
        counts
    }
}

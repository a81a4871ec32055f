//! What the program around the machines does with their answers.

use floret::room::{GuestNews, GuestOut, HostNews, Out, ToHost};

use super::mesh::{Mesh, Page, Word};

impl Mesh {
    pub(super) fn do_as_host(&mut self, at: usize, outs: Vec<Out>) {
        if let Page::Host(host) = &self.machines[at].page {
            self.witness.look(host);
        }
        let mut is_deposed = false;
        for out in outs {
            match out {
                Out::Send(link, message) => self.send(at, link, Word::Down(message)),
                Out::Close(link) => self.send(at, link, Word::Closed),
                Out::News(HostNews::Deposed { .. }) => is_deposed = true,
                Out::News(_) => {}
            }
        }
        if is_deposed {
            self.step_down(at);
        }
    }

    fn step_down(&mut self, at: usize) {
        let now = self.clock(at);
        self.change(at, |page| match page {
            Page::Host(host) => {
                let (guest, outs) = host.step_down(now);
                (Page::Guest(Box::new(guest)), Done::AsGuest(outs))
            }
            other => (other, Done::AsGuest(Vec::new())),
        });
    }

    pub(super) fn do_as_guest(&mut self, at: usize, outs: Vec<GuestOut>) {
        for out in outs {
            match out {
                GuestOut::Up(link, message) => {
                    if let (ToHost::Intent { intent, .. }, Some((voter, _, table))) =
                        (&message, self.voter(at))
                    {
                        let (key, picked) = (voter.key(), voter.picked(table));
                        self.witness.hear(key, intent, picked);
                    }
                    self.send(at, link, Word::Up(message));
                }
                GuestOut::Down(link, message) => self.send(at, link, Word::Down(message)),
                GuestOut::Close(link) => self.send(at, link, Word::Closed),
            }
        }
        let Page::Guest(guest) = &mut self.machines[at].page else {
            return;
        };
        for news in guest.take_news() {
            match news {
                GuestNews::Relayed { from, bytes } => {
                    self.machines[at].relayed.push((from, bytes.len()));
                    self.stand_by(at, from, &bytes);
                }
                GuestNews::TakesOver => self.take_over(at),
                other => self.machines[at].news.push(other),
            }
        }
    }

    /// The person goes on by hand.
    pub(super) fn carry_on(&mut self, at: usize) {
        let now = self.clock(at);
        let mut rng = self.rng.clone();
        self.change(at, |page| match page {
            Page::Host(mut host) => {
                let outs = host.carry_on(now, &mut rng);
                (Page::Host(host), Done::AsHost(outs))
            }
            Page::Guest(guest) => match guest.carry_on(now, &mut rng) {
                Ok((host, outs)) => (Page::Host(Box::new(host)), Done::AsHost(outs)),
                Err(guest) => (Page::Guest(guest), Done::AsGuest(Vec::new())),
            },
            other @ Page::Away(_) => (other, Done::AsGuest(Vec::new())),
        });
        self.rng = rng;
    }

    fn take_over(&mut self, at: usize) {
        let now = self.clock(at);
        let mut rng = self.rng.clone();
        self.change(at, |page| match page {
            Page::Guest(guest) => match guest.take_over(now, &mut rng) {
                Ok((host, outs)) => (Page::Host(Box::new(host)), Done::AsHost(outs)),
                Err(guest) => (Page::Guest(guest), Done::AsGuest(Vec::new())),
            },
            other => (other, Done::AsGuest(Vec::new())),
        });
        self.rng = rng;
    }

    fn change(&mut self, at: usize, change: impl FnOnce(Page) -> (Page, Done)) {
        let page = std::mem::replace(&mut self.machines[at].page, Page::nowhere());
        let (page, done) = change(page);
        self.machines[at].page = page;
        match done {
            Done::AsHost(outs) => self.do_as_host(at, outs),
            Done::AsGuest(outs) => self.do_as_guest(at, outs),
        }
    }
}

enum Done {
    AsHost(Vec<Out>),
    AsGuest(Vec<GuestOut>),
}

//! Pages that come, go and are loaded anew.

use floret::ballot::SeatSecret;
use floret::room::{Guest, Host, ToHost};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::air::Packet;
use super::net::Net;

impl Net {
    /// Opens a new link with the person's one key; an older page of theirs is gone.
    pub(super) fn join(&mut self, at: usize, is_observer: bool) {
        self.cut(at);
        let link = self.next_link;
        self.next_link += 1;
        let person = &mut self.people[at];
        let secret = SeatSecret::from_bytes(person.secret);
        let mut guest = Guest::new(secret, &person.name, is_observer, self.now);
        guest.link_opened(link, self.now);
        person.guest = Some(guest);
        person.link = Some(link);
        let outs = self.host.link_opened(link, self.now);
        self.carry_out(outs);
    }

    /// The link breaks for both sides.
    pub(super) fn cut(&mut self, at: usize) {
        if let Some(link) = self.people[at].link.take() {
            self.fly(link, &Packet::HostHearsClose);
        }
        self.people[at].guest = None;
        self.people[at].older.clear();
    }

    /// The person's page is loaded anew and takes up what it kept; it has no link yet.
    pub(super) fn reload(&mut self, at: usize) {
        let saved = self.people[at]
            .guest
            .as_ref()
            .and_then(Guest::saved)
            .unwrap();
        self.cut(at);
        let guest = Guest::restore(through_storage(&saved), self.now);
        self.people[at].guest = Some(guest);
    }

    /// A new link of the same page; an older one stays.
    pub(super) fn link_again(&mut self, at: usize) {
        let link = self.next_link;
        self.next_link += 1;
        let person = &mut self.people[at];
        let guest = person.guest.as_mut().unwrap();
        guest.link_opened(link, self.now);
        person.older.extend(person.link.replace(link));
        let outs = self.host.link_opened(link, self.now);
        self.carry_out(outs);
    }

    /// The host's page is loaded anew; every link breaks.
    pub(super) fn reload_host(&mut self) {
        let saved = through_storage(&self.host.saved());
        self.host = Host::restore(saved, self.now, &mut self.rng);
        for at in 0..self.people.len() {
            let person = &mut self.people[at];
            if let (Some(link), Some(guest)) = (person.link.take(), &mut person.guest) {
                guest.link_closed(link);
            }
        }
    }

    /// The person says good-bye.
    pub(super) fn leave(&mut self, at: usize) {
        self.send_up(at, vec![ToHost::Bye]);
        self.cut(at);
    }
}

/// What the browser keeps, as text and back: what does not survive that is lost.
pub(super) fn through_storage<T: Serialize + DeserializeOwned>(saved: &T) -> T {
    let bytes = postcard::to_allocvec(saved).unwrap();
    let text = serde_json::to_string(saved).unwrap();
    let read: T = serde_json::from_str(&text).unwrap();
    assert_eq!(postcard::to_allocvec(&read).unwrap(), bytes);
    read
}

//! Browsers, tabs and the network between them, in virtual time.

use std::collections::BTreeMap;

use floret::app::{App, Boot, CopyWhat, Ctx, Effect, Event, Path, PeerId, PeerNews, is_of_table};
use floret::wire::frame::MAX_FRAME_BYTES;
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

use super::browser::{Browser, Connection, Maker, TabId};
use super::trackers::Trackers;

/// Where the page lives.
pub(super) const BASE: &str = "https://floret.example/";

/// How often the page ticks, in ms.
const TICK_MS: i64 = 250;

/// A tab with a program in it.
pub(super) struct Tab {
    pub(super) app: App,
    ctx: Ctx,
    pub(super) browser: usize,
    pub(super) fragment: String,
    pub(super) is_open: bool,
    pub(super) warns: bool,
    /// Copies and files asked for, newest last.
    pub(super) copies: Vec<(CopyWhat, String)>,
    pub(super) files: Vec<(String, String)>,
    pub(super) connections: BTreeMap<PeerId, Connection>,
    /// Of all connections ever made: whether this end offered.
    pub(super) made: Vec<bool>,
    /// What was asked of the desk, oldest first.
    pub(super) desk: Vec<Effect>,
}

pub(super) struct World {
    pub(super) now: i64,
    pub(super) rng: ChaCha20Rng,
    pub(super) browsers: Vec<Browser>,
    pub(super) tabs: Vec<Tab>,
    coming: BTreeMap<(i64, u64), (TabId, Event)>,
    n_coming: u64,
    /// Links whose network is cut: nothing arrives.
    pub(super) is_cut: bool,
    pub(super) trackers: Trackers,
    /// Longest time that a connection with a Firefox at an end takes to open, in ms.
    pub(super) firefox_takes_ms: u32,
    /// Browsers give up what waits for a page that does not come after this time, in ms;
    /// 0 is as real ones do.
    pub(super) gives_up_ms: i64,
    pub(super) doomed: Vec<(i64, TabId, PeerId)>,
}

impl World {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            now: 1_700_000_000_000,
            rng: ChaCha20Rng::seed_from_u64(seed),
            browsers: Vec::new(),
            tabs: Vec::new(),
            coming: BTreeMap::new(),
            n_coming: 0,
            is_cut: false,
            trackers: Trackers::default(),
            firefox_takes_ms: 0,
            gives_up_ms: 0,
            doomed: Vec::new(),
        }
    }

    /// A new browser; every second one is a Firefox.
    pub(super) fn browser(&mut self) -> usize {
        let maker = if self.browsers.len().is_multiple_of(2) {
            Maker::Chromium
        } else {
            Maker::Firefox
        };
        self.browsers.push(Browser::new(maker, &mut self.rng));
        self.browsers.len() - 1
    }

    /// Opens an address in a new tab.
    pub(super) fn open(&mut self, browser: usize, address: &str) -> TabId {
        self.open_with(browser, address, |_| {})
    }

    /// Opens an address in a new tab of a browser that differs from the usual.
    pub(super) fn open_with(
        &mut self,
        browser: usize,
        address: &str,
        change: impl FnOnce(&mut Boot),
    ) -> TabId {
        let fragment = address.find('#').map_or("", |at| &address[at..]).to_owned();
        let kept = self.kept(browser, is_of_table);
        let mut boot = Boot {
            base: BASE.to_owned(),
            fragment: fragment.clone(),
            kept,
            languages: vec![String::from("en-GB")],
            has_webrtc: true,
            is_firefox: self.browsers[browser].maker == Maker::Firefox,
            ..Boot::default()
        };
        change(&mut boot);
        let rng = ChaCha20Rng::from_rng(&mut self.rng);
        self.tabs.push(Tab {
            app: App::new(),
            ctx: Ctx::new(rng),
            browser,
            fragment,
            is_open: true,
            warns: false,
            copies: Vec::new(),
            files: Vec::new(),
            connections: BTreeMap::new(),
            made: Vec::new(),
            desk: Vec::new(),
        });
        let tab = self.tabs.len() - 1;
        self.tell(tab, Event::Started(Box::new(boot)));
        tab
    }

    /// What a browser keeps, by key.
    fn kept(&self, browser: usize, is_wanted: fn(&str) -> bool) -> Vec<(String, String)> {
        let kept = self.browsers[browser].kept.clone().into_iter();
        kept.filter(|(key, _)| is_wanted(key)).collect()
    }

    /// Something happens in a tab, now.
    pub(super) fn tell(&mut self, tab: TabId, event: Event) {
        let now = self.now;
        let one = &mut self.tabs[tab];
        if !one.is_open {
            return;
        }
        // What was about to open when the far end went away never does.
        if let Event::Peer(peer, PeerNews::Opened) = &event
            && one.connections.get(peer).is_some_and(|end| end.is_spent)
        {
            return;
        }
        one.ctx.now_ms = now;
        let effects = one.app.update(event, &mut one.ctx);
        for effect in effects {
            self.carry_out(tab, effect);
        }
    }

    /// Something will happen in a tab.
    pub(super) fn later(&mut self, tab: TabId, after_ms: i64, event: Event) {
        self.n_coming += 1;
        self.coming
            .insert((self.now + after_ms, self.n_coming), (tab, event));
    }

    pub(super) fn peer_later(&mut self, tab: TabId, peer: PeerId, after_ms: i64, news: PeerNews) {
        self.later(tab, after_ms, Event::Peer(peer, news));
    }

    /// The page goes away, with everything that is only in it.
    pub(super) fn close(&mut self, tab: TabId) {
        self.tell(tab, Event::Leaving);
        self.crash(tab);
    }

    /// The page goes away without a word.
    pub(super) fn crash(&mut self, tab: TabId) {
        self.tabs[tab].is_open = false;
        self.close_sockets(tab);
        let browser = self.tabs[tab].browser;
        self.browsers[browser]
            .locks
            .retain(|_, holder| *holder != tab);
    }

    /// Closes the page and opens the same address in the same browser.
    pub(super) fn reload(&mut self, tab: TabId) -> TabId {
        self.close(tab);
        self.run(50);
        let (browser, fragment) = (self.tabs[tab].browser, self.tabs[tab].fragment.clone());
        self.open(browser, &format!("{BASE}{fragment}"))
    }

    /// Lets `ms` pass.
    pub(super) fn run(&mut self, ms: i64) {
        let end = self.now + ms;
        while self.now < end {
            let next_tick = (self.now / TICK_MS + 1) * TICK_MS;
            let next_news = self.coming.keys().next().map_or(i64::MAX, |(at, _)| *at);
            let next = next_news.max(self.now).min(next_tick).min(end);
            self.now = next;
            if next_news <= next {
                let (_, (tab, event)) = self.coming.pop_first().unwrap();
                self.tell(tab, event);
            } else if next == next_tick {
                self.give_up();
                for tab in 0..self.tabs.len() {
                    self.tell(tab, Event::Tick);
                }
            }
        }
    }

    fn carry_out(&mut self, tab: TabId, effect: Effect) {
        let browser = self.tabs[tab].browser;
        match effect {
            Effect::Keep { key, text } => self.keep(tab, &key, Some(&text)),
            Effect::Forget { key } => self.keep(tab, &key, None),
            Effect::MakeOffer { peer, ice } => {
                let mut connection = self.browsers[browser].connect(&mut self.rng);
                connection.ice = ice;
                self.describe(tab, peer, connection, true);
            }
            Effect::MakeAnswer {
                peer,
                ice,
                offer_sdp,
                candidates,
                agreed,
            } => {
                let mut connection = self.browsers[browser].connect(&mut self.rng);
                if let Some(agreed) = agreed.filter(|_| self.browsers[browser].takes_agreed) {
                    (connection.ufrag, connection.pwd) = (agreed.ufrag, agreed.pwd);
                }
                connection.set_far(&offer_sdp, &candidates, self.now);
                connection.ice = ice;
                self.describe(tab, peer, connection, false);
                self.connect(tab, peer);
            }
            Effect::AcceptAnswer {
                peer,
                answer_sdp,
                candidates,
            } => {
                let now = self.now;
                if let Some(one) = self.tabs[tab].connections.get_mut(&peer) {
                    one.set_far(&answer_sdp, &candidates, now);
                }
                self.connect(tab, peer);
                if self.gives_up_ms > 0 {
                    self.doomed.push((now + self.gives_up_ms, tab, peer));
                }
            }
            Effect::AddCandidate { peer, line } => {
                let now = self.now;
                if let Some(one) = self.tabs[tab].connections.get_mut(&peer) {
                    one.add_line(&line, now);
                }
                self.connect(tab, peer);
            }
            Effect::AskPath { peer } => {
                let path = Path {
                    is_relayed: false,
                    rtt_ms: Some(7),
                };
                self.peer_later(tab, peer, 3, PeerNews::Path(path));
            }
            Effect::SendFrame { peer, bytes } => self.send(tab, peer, bytes),
            Effect::ClosePeer { peer } => {
                if let Some(one) = self.tabs[tab].connections.remove(&peer)
                    && let Some((far, mate)) = one.mate
                {
                    self.far_end_went(&one, far, mate);
                }
            }
            Effect::OpenSocket { socket, url } => self.open_socket(tab, socket, &url),
            Effect::SendText { socket, text } => self.send_text(tab, socket, &text),
            Effect::CloseSocket { socket } => self.close_socket(tab, socket),
            Effect::Copy { what, text } => {
                self.tabs[tab].copies.push((what, text));
                let ok = self.browsers[browser].clipboard_works;
                self.later(tab, 1, Event::Copied { what, ok });
            }
            Effect::Download { name, text, .. } => self.tabs[tab].files.push((name, text)),
            Effect::TellTabs(bytes) => {
                for other in 0..self.tabs.len() {
                    if other != tab && self.tabs[other].browser == browser {
                        self.later(other, 1, Event::Tab(bytes.clone()));
                    }
                }
            }
            Effect::SetFragment(fragment) => {
                let fragment = if fragment.is_empty() {
                    fragment
                } else {
                    format!("#{fragment}")
                };
                self.tabs[tab].fragment = fragment;
            }
            Effect::Lock(name) => self.lock(tab, name),
            Effect::WarnBeforeLeaving(on) => self.tabs[tab].warns = on,
            Effect::ReadDesk => {
                let kept = self.kept(browser, |key| !is_of_table(key));
                self.tell(tab, Event::DeskRead(kept));
            }
            Effect::OpenDesk { .. } | Effect::TellDesk(_) | Effect::CloseDesk => {
                self.tabs[tab].desk.push(effect);
            }
            Effect::Share { .. } | Effect::Print | Effect::Reload | Effect::Log(_) => {}
        }
    }

    /// Gives back what the tab holds, and asks for another lock.
    fn lock(&mut self, tab: TabId, name: Option<String>) {
        let locks = &mut self.browsers[self.tabs[tab].browser].locks;
        locks.retain(|_, holder| *holder != tab);
        if let Some(name) = name {
            let granted = *locks.entry(name).or_insert(tab) == tab;
            self.later(tab, 2, Event::Lock(granted));
        }
    }

    fn keep(&mut self, tab: TabId, key: &str, text: Option<&str>) {
        let browser = self.tabs[tab].browser;
        if let Some(problem) = self.browsers[browser].refuses {
            self.later(tab, 0, Event::NotKept(problem));
            return;
        }
        let kept = &mut self.browsers[browser].kept;
        match text {
            Some(text) => kept.insert(key.to_owned(), text.to_owned()),
            None => kept.remove(key),
        };
        for other in 0..self.tabs.len() {
            if other != tab && self.tabs[other].browser == browser && is_of_table(key) {
                let (key, value) = (key.to_owned(), text.map(str::to_owned));
                self.later(other, 1, Event::KeptElsewhere { key, value });
            }
        }
    }

    /// The browser makes its description, then finds candidates.
    fn describe(&mut self, tab: TabId, peer: PeerId, connection: Connection, is_offer: bool) {
        let browser = &self.browsers[self.tabs[tab].browser];
        let sdp = browser.sdp(&connection, is_offer);
        let host_line = connection.host_line.clone();
        let asked = connection.ice.len();
        let (answers, lines) = browser.found_by(&connection);
        self.tabs[tab].connections.insert(peer, connection);
        self.tabs[tab].made.push(is_offer);
        self.peer_later(tab, peer, 5, PeerNews::Local { sdp });
        let found = i64::from(self.rng.next_u32() % 60) + 10;
        self.peer_later(tab, peer, found, PeerNews::Candidate { line: host_line });
        for line in lines {
            self.peer_later(tab, peer, found + 80, PeerNews::Candidate { line });
        }
        let gathered = match answers {
            _ if asked == 0 => found + 1,
            all if all == asked => found + 81,
            _ => 39_900,
        };
        self.peer_later(tab, peer, gathered, PeerNews::Gathered);
    }

    /// Opens the channel if the far end is waiting for this one.
    fn connect(&mut self, tab: TabId, peer: PeerId) {
        let now = self.now;
        if self.is_cut {
            return;
        }
        let Some(mine) = self.tabs[tab].connections.get(&peer) else {
            return;
        };
        let fits = |other: &Tab| {
            let mut ends = other.connections.iter();
            ends.find(|(_, end)| end.mate.is_none() && end.fits(mine, now))
                .map(|(at, _)| *at)
        };
        let found = (0..self.tabs.len())
            .filter(|other| *other != tab && self.tabs[*other].is_open)
            .find_map(|other| Some((other, fits(&self.tabs[other])?)));
        let Some((far, mate)) = found else { return };
        let takes = self.takes_ms(tab, far);
        self.end_mut(tab, peer).mate = Some((far, mate));
        self.end_mut(far, mate).mate = Some((tab, peer));
        self.end_mut(tab, peer).opens_ms = now + takes;
        self.peer_later(far, mate, takes + 30, PeerNews::Opened);
        self.peer_later(tab, peer, takes + 40, PeerNews::Opened);
    }

    pub(super) fn end_mut(&mut self, tab: TabId, peer: PeerId) -> &mut Connection {
        self.tabs[tab].connections.get_mut(&peer).unwrap()
    }

    fn send(&mut self, tab: TabId, peer: PeerId, bytes: Vec<u8>) {
        assert!(bytes.len() <= MAX_FRAME_BYTES);
        let mate = self.tabs[tab]
            .connections
            .get(&peer)
            .and_then(|one| one.mate);
        if let Some((far, mate)) = mate
            && !self.is_cut
        {
            self.peer_later(far, mate, 20, PeerNews::Frame(bytes));
        }
    }
}

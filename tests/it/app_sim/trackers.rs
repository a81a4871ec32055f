//! Pretended trackers: one that does what the reference program does, and some
//! that do not.

use std::collections::BTreeMap;

use floret::app::{Event, SocketId, SocketNews};
use rand_core::Rng;
use serde_json::{Value, json};

use super::browser::TabId;
use super::world::World;

/// How long a word travels to a tracker or back, in ms.
const TRAVEL_MS: i64 = 25;

/// What a tracker is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// Hands offers to random members, answers back.
    Good,
    /// The first so many answers get lost.
    Loses(u32),
    /// The socket neither opens nor closes.
    BlackHole,
    /// The socket closes at once.
    Refuses,
    /// Opens, and hangs up at the first word.
    HangsUp,
    /// Says everything to everybody, again and in the wrong place.
    Lies,
    /// Says nonsense, a thousand times.
    Floods,
}

pub(super) struct Tracker {
    pub(super) manner: Manner,
    /// Every text that it heard.
    pub(super) heard: Vec<String>,
    /// Every socket that was asked for.
    pub(super) n_asked: u32,
    swarm: Vec<Member>,
}

#[derive(Clone)]
struct Member {
    end: (TabId, SocketId),
    peer_id: String,
    info_hash: String,
}

#[derive(Default)]
pub(super) struct Trackers {
    all: BTreeMap<String, Tracker>,
    sockets: BTreeMap<(TabId, SocketId), String>,
    /// Addresses asked for at which nobody is.
    pub(super) unknown: Vec<String>,
}

impl World {
    /// Sets one up; answers with its address.
    pub(super) fn tracker(&mut self, manner: Manner) -> String {
        let url = format!("wss://tracker{}.example/announce", self.trackers.all.len());
        let tracker = Tracker {
            manner,
            heard: Vec::new(),
            n_asked: 0,
            swarm: Vec::new(),
        };
        self.trackers.all.insert(url.clone(), tracker);
        url
    }

    pub(super) fn at(&mut self, url: &str) -> &mut Tracker {
        self.trackers.all.get_mut(url).unwrap()
    }

    /// How many are in a tracker's swarm.
    pub(super) fn n_met(&self, url: &str) -> usize {
        self.trackers.all[url].swarm.len()
    }

    pub(super) fn open_socket(&mut self, tab: TabId, socket: SocketId, url: &str) {
        let Some(tracker) = self.trackers.all.get_mut(url) else {
            self.trackers.unknown.push(url.to_owned());
            self.later(tab, 1, Event::Socket(socket, SocketNews::Closed));
            return;
        };
        tracker.n_asked += 1;
        match tracker.manner {
            Manner::BlackHole => return,
            Manner::Refuses => {
                self.later(tab, 1, Event::Socket(socket, SocketNews::Closed));
                return;
            }
            Manner::Good | Manner::Loses(_) | Manner::HangsUp | Manner::Lies | Manner::Floods => {}
        }
        self.trackers.sockets.insert((tab, socket), url.to_owned());
        self.later(
            tab,
            2 * TRAVEL_MS,
            Event::Socket(socket, SocketNews::Opened),
        );
    }

    pub(super) fn close_socket(&mut self, tab: TabId, socket: SocketId) {
        if let Some(url) = self.trackers.sockets.remove(&(tab, socket)) {
            self.at(&url).swarm.retain(|one| one.end != (tab, socket));
        }
    }

    /// The page is gone, and its sockets with it.
    pub(super) fn close_sockets(&mut self, tab: TabId) {
        let ends = self.trackers.sockets.keys().copied();
        let ends: Vec<_> = ends.filter(|(of, _)| *of == tab).collect();
        for (tab, socket) in ends {
            self.close_socket(tab, socket);
        }
    }

    /// A tracker goes away, for as long as it is what it is then.
    pub(super) fn hang_up(&mut self, url: &str, manner: Manner) {
        let sockets = self.trackers.sockets.iter();
        let ends: Vec<_> = sockets
            .filter(|(_, at)| *at == url)
            .map(|(end, _)| *end)
            .collect();
        for (tab, socket) in ends {
            self.close_socket(tab, socket);
            self.later(tab, 1, Event::Socket(socket, SocketNews::Closed));
        }
        self.at(url).manner = manner;
    }

    pub(super) fn send_text(&mut self, tab: TabId, socket: SocketId, text: &str) {
        assert!(text.len() <= 16 * 1024, "some trackers take no more");
        let Some(url) = self.trackers.sockets.get(&(tab, socket)).cloned() else {
            return;
        };
        let tracker = self.at(&url);
        tracker.heard.push(text.to_owned());
        let said: Value = serde_json::from_str(text).unwrap();
        match tracker.manner {
            Manner::HangsUp => {
                self.close_socket(tab, socket);
                self.later(tab, TRAVEL_MS, Event::Socket(socket, SocketNews::Closed));
            }
            Manner::Lies => self.lie((tab, socket), &url, &said),
            Manner::Floods => {
                for _ in 0..1_000 {
                    self.whisper((tab, socket), "[{}");
                }
            }
            Manner::Loses(n) if said.get("answer").is_some() && n > 0 => {
                tracker.manner = Manner::Loses(n - 1);
            }
            Manner::Good | Manner::Loses(_) | Manner::BlackHole | Manner::Refuses => {
                self.serve((tab, socket), &url, &said);
            }
        }
    }

    fn whisper(&mut self, (tab, socket): (TabId, SocketId), text: &str) {
        let news = SocketNews::Text(text.to_owned());
        self.later(tab, 2 * TRAVEL_MS, Event::Socket(socket, news));
    }

    fn serve(&mut self, end: (TabId, SocketId), url: &str, said: &Value) {
        let (hash, peer_id) = (text(said, "info_hash"), text(said, "peer_id"));
        assert_eq!((hash.len(), peer_id.len()), (20, 20));
        let others: Vec<Member> = {
            let swarm = &mut self.at(url).swarm;
            swarm.retain(|one| one.end != end);
            let others = swarm.iter().filter(|one| one.info_hash == hash).cloned();
            let others = others.collect();
            if said.get("event") != Some(&json!("stopped")) {
                swarm.push(Member {
                    end,
                    peer_id: peer_id.clone(),
                    info_hash: hash.clone(),
                });
            }
            others
        };
        if let Some(answer) = said.get("answer") {
            let to = text(said, "to_peer_id");
            if let Some(member) = others.iter().find(|one| one.peer_id == to) {
                let passed = json!({"action": "announce", "answer": answer,
                    "offer_id": said["offer_id"], "peer_id": peer_id, "info_hash": hash});
                self.whisper(member.end, &passed.to_string());
            }
            return;
        }
        let taken = json!({"complete": 1, "incomplete": 0, "action": "announce",
            "interval": 120, "info_hash": hash});
        self.whisper(end, &taken.to_string());
        let mut others = others;
        for offer in said["offers"].as_array().unwrap() {
            if others.is_empty() {
                break;
            }
            let at = usize::try_from(self.rng.next_u32()).unwrap() % others.len();
            let member = others.swap_remove(at);
            let passed = json!({"action": "announce", "offer": offer["offer"],
                "offer_id": offer["offer_id"], "peer_id": peer_id, "info_hash": hash});
            self.whisper(member.end, &passed.to_string());
        }
    }

    /// Everything wrong that can be done with what was heard.
    fn lie(&mut self, end: (TabId, SocketId), url: &str, said: &Value) {
        self.serve(end, url, said);
        let hash = text(said, "info_hash");
        let ends: Vec<_> = self.at(url).swarm.iter().map(|one| one.end).collect();
        let texts: Vec<Value> = self
            .at(url)
            .heard
            .iter()
            .rev()
            .take(6)
            .map(|text| serde_json::from_str(text).unwrap())
            .collect();
        let mut sealed: Vec<(Value, Value)> = Vec::new();
        for text in &texts {
            if let Some(answer) = text.get("answer") {
                sealed.push((text["offer_id"].clone(), answer["sdp"].clone()));
            }
            for one in text["offers"].as_array().into_iter().flatten().take(3) {
                sealed.push((one["offer_id"].clone(), one["offer"]["sdp"].clone()));
            }
        }
        let other = json!("p".repeat(20));
        for end in ends {
            for (id, sdp) in &sealed {
                for (key, id) in [
                    ("offer", id),
                    ("answer", id),
                    ("offer", &other),
                    ("answer", &other),
                ] {
                    let lie = json!({"action": "announce", "info_hash": hash, "peer_id": other,
                        "offer_id": id, key: {"type": key, "sdp": sdp}});
                    self.whisper(end, &lie.to_string());
                }
            }
            for nonsense in ["", "{", "null", "[]", "{\"info_hash\":5}", "\u{0}\u{202e}"] {
                self.whisper(end, nonsense);
            }
            let plain = json!({"action": "announce", "info_hash": hash, "peer_id": other,
                "offer_id": other, "offer": {"type": "offer", "sdp": "v=0\r\na=ice-ufrag:abcd"}});
            self.whisper(end, &plain.to_string());
            self.whisper(end, &json!({"failure reason": "because"}).to_string());
            self.whisper(end, &json!({"info_hash": hash, "interval": 0}).to_string());
        }
    }
}

fn text(said: &Value, key: &str) -> String {
    said[key].as_str().unwrap().to_owned()
}

//! Two peers in one page, over real WebRTC.

use std::cell::RefCell;
use std::rc::Rc;

use floret::browser::certificate::{self, Certificate};
use floret::browser::clock;
use floret::browser::peer::{
    MAX_BUFFERED_BYTES, MAX_MESSAGE_BYTES, Peer, PeerError, PeerEvent, PeerOptions, is_supported,
};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::Inbox;

const FRAME_BYTES: usize = 16 * 1024;

/// One side: the peer and what it reported.
struct Side {
    peer: Peer,
    inbox: Inbox<PeerEvent>,
}

impl Side {
    async fn offer() -> Self {
        let inbox = Inbox::new();
        let peer = Peer::offer(&options().await, inbox.filler()).expect("a peer");
        assert!(inbox.is_empty(), "nothing is reported within the call");
        Self { peer, inbox }
    }

    async fn answer(sdp: &str, candidates: &[String]) -> Self {
        let inbox = Inbox::new();
        let peer =
            Peer::answer(&options().await, sdp, candidates, None, inbox.filler()).expect("a peer");
        assert!(inbox.is_empty(), "nothing is reported within the call");
        Self { peer, inbox }
    }

    /// Our description and all candidates.
    async fn description(&self) -> (String, Vec<String>) {
        let PeerEvent::Local { sdp } = self.inbox.next().await else {
            panic!("the description comes first");
        };
        let mut lines = Vec::new();
        loop {
            let event = self.inbox.next().await;
            if event == PeerEvent::Gathered {
                return (sdp, lines);
            }
            let PeerEvent::Candidate { line } = event else {
                panic!("unexpected {event:?}");
            };
            lines.push(line);
        }
    }

    async fn message(&self) -> Vec<u8> {
        loop {
            let event = self.inbox.next().await;
            if event == PeerEvent::Writable {
                continue;
            }
            let PeerEvent::Message(bytes) = event else {
                panic!("unexpected {event:?}");
            };
            return bytes;
        }
    }
}

#[wasm_bindgen_test]
async fn two_peers_meet_and_pass_frames_both_ways() {
    assert!(is_supported());
    let (host, guest) = linked().await;
    let sent = pattern(FRAME_BYTES);
    host.peer.send(&sent).expect("sent");
    guest.peer.send(&[]).expect("sent");
    guest.peer.send(&sent).expect("sent");
    assert_eq!(guest.message().await, sent);
    assert_eq!(host.message().await, Vec::<u8>::new());
    assert_eq!(host.message().await, sent);
}

#[wasm_bindgen_test]
async fn an_open_link_says_which_way_it_takes() {
    let (host, guest) = linked().await;
    for side in [&host, &guest] {
        side.peer.ask_path();
        let PeerEvent::Path(path) = side.inbox.next().await else {
            panic!("the path was asked for");
        };
        assert!(!path.is_relayed, "no server was there to pass bytes on");
    }
    // Without a far side there is no way, and no answer.
    let alone = Side::offer().await;
    let _described = alone.description().await;
    alone.peer.ask_path();
    let (_third, _fourth) = linked().await;
    assert!(alone.inbox.is_empty());
}

#[wasm_bindgen_test]
async fn candidates_may_come_before_the_description() {
    let host = Side::offer().await;
    let (offer, host_lines) = host.description().await;
    let guest = Side::answer(&offer, &[]).await;
    let (answer, guest_lines) = guest.description().await;
    for line in &guest_lines {
        host.peer.add_candidate(line);
    }
    host.peer.accept(&answer, &[]);
    for line in &host_lines {
        guest.peer.add_candidate(line);
    }
    guest.peer.add_candidate("candidate:nonsense");
    assert_eq!(host.inbox.next().await, PeerEvent::Opened);
    assert_eq!(guest.inbox.next().await, PeerEvent::Opened);
}

#[wasm_bindgen_test]
async fn closing_is_heard_once_at_the_far_side_and_not_here() {
    let (host, guest) = linked().await;
    host.peer.close();
    host.peer.close();
    assert_eq!(guest.inbox.next().await, PeerEvent::Closed);
    assert_eq!(guest.peer.send(&[1]), Err(PeerError::NotOpen));
    assert_eq!(host.peer.send(&[1]), Err(PeerError::NotOpen));
    // A whole new connection passes in the meantime.
    let (_third, _fourth) = linked().await;
    assert!(guest.inbox.is_empty() && host.inbox.is_empty());
}

#[wasm_bindgen_test]
async fn a_peer_may_be_dropped_within_its_own_callback() {
    let host = Side::offer().await;
    let (offer, host_lines) = host.description().await;
    let slot: Rc<RefCell<Option<Peer>>> = Rc::default();
    let inbox = Inbox::new();
    let on = {
        let (slot, inbox) = (Rc::clone(&slot), inbox.clone());
        move |event: PeerEvent| {
            if matches!(event, PeerEvent::Message(_)) {
                drop(slot.take());
            }
            inbox.put(event);
        }
    };
    let peer = Peer::answer(&options().await, &offer, &host_lines, None, on).expect("a peer");
    let guest = Side { peer, inbox };
    let (answer, lines) = guest.description().await;
    host.peer.accept(&answer, &lines);
    assert_eq!(guest.inbox.next().await, PeerEvent::Opened);
    assert_eq!(host.inbox.next().await, PeerEvent::Opened);
    let Side { peer, inbox } = guest;
    slot.replace(Some(peer));
    for byte in 0..10 {
        host.peer.send(&[byte]).expect("sent");
    }
    assert_eq!(inbox.next().await, PeerEvent::Message(vec![0]));
    assert_eq!(host.inbox.next().await, PeerEvent::Closed);
    assert!(inbox.is_empty(), "a dropped peer reports nothing");
}

#[wasm_bindgen_test]
async fn a_damaged_answer_is_refused_and_a_good_one_still_works() {
    let host = Side::offer().await;
    let (offer, host_lines) = host.description().await;
    host.peer.accept("v=0\r\nnonsense", &[]);
    let PeerEvent::Refused { reason } = host.inbox.next().await else {
        panic!("a damaged answer is refused");
    };
    assert!(reason.contains("setRemoteDescription"), "{reason}");
    let guest = Side::answer(&offer, &host_lines).await;
    let (answer, lines) = guest.description().await;
    host.peer.accept(&answer, &lines);
    assert_eq!(host.inbox.next().await, PeerEvent::Opened);
}

#[wasm_bindgen_test]
async fn a_damaged_offer_is_refused() {
    let guest = Side::answer("nonsense", &["candidate:nonsense".to_owned()]).await;
    let event = guest.inbox.next().await;
    assert!(matches!(event, PeerEvent::Refused { .. }), "{event:?}");
}

#[wasm_bindgen_test]
async fn what_is_too_long_or_too_much_is_refused_here() {
    let (host, guest) = linked().await;
    let longest = pattern(MAX_MESSAGE_BYTES as usize);
    let n_bytes = longest.len() + 1;
    assert_eq!(
        host.peer.send(&vec![0; n_bytes]),
        Err(PeerError::TooLong { n_bytes })
    );
    let n_sent = (0..100)
        .take_while(|_| host.peer.send(&longest).is_ok())
        .count();
    assert!(n_sent >= 8, "only {n_sent} messages were taken");
    assert_eq!(host.peer.send(&longest), Err(PeerError::Full));
    assert!(host.peer.buffered_bytes() <= MAX_BUFFERED_BYTES);
    for _ in 0..n_sent {
        assert_eq!(guest.message().await, longest);
    }
    assert_eq!(host.inbox.next().await, PeerEvent::Writable);
    host.peer.send(&[7]).expect("there is room again");
    assert_eq!(guest.message().await, [7]);
}

#[wasm_bindgen_test]
async fn a_peer_dropped_before_its_first_step_is_done_is_silent() {
    let side = Side::offer().await;
    let inbox = side.inbox.clone();
    drop(side);
    let (_host, _guest) = linked().await;
    assert!(inbox.is_empty());
}

/// The fingerprint that the far side sees, as an offer states it.
pub(crate) async fn fingerprint_of(certificate: &Certificate) -> String {
    let inbox = Inbox::new();
    let options = PeerOptions {
        certificate: certificate.clone(),
        ice_servers: Vec::new(),
    };
    let _peer = Peer::offer(&options, inbox.filler()).expect("a peer");
    let PeerEvent::Local { sdp } = inbox.next().await else {
        panic!("the description comes first");
    };
    let line = sdp
        .lines()
        .find_map(|line| line.strip_prefix("a=fingerprint:"));
    line.expect("every description has one").to_owned()
}

async fn linked() -> (Side, Side) {
    let host = Side::offer().await;
    let (offer, host_lines) = host.description().await;
    let guest = Side::answer(&offer, &host_lines).await;
    let (answer, guest_lines) = guest.description().await;
    host.peer.accept(&answer, &guest_lines);
    assert_eq!(host.inbox.next().await, PeerEvent::Opened);
    assert_eq!(guest.inbox.next().await, PeerEvent::Opened);
    (host, guest)
}

async fn options() -> PeerOptions {
    let certificate = certificate::load_or_create("edge-peers", clock::now_ms()).await;
    PeerOptions {
        certificate: certificate.expect("a certificate"),
        ice_servers: Vec::new(),
    }
}

fn pattern(n_bytes: usize) -> Vec<u8> {
    (0..=255_u8).cycle().take(n_bytes).collect()
}

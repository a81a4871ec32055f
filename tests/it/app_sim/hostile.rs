//! A host or guest whose every byte is a lie: the honest page stays up and says
//! what is the matter.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::{Screen, Stop};
use floret::app::{CopyWhat, Event, PeerNews};
use floret::ballot::{Commitment, PublicKey};
use floret::poker::Deck;
use floret::room::{
    Link, MESSAGE_VERSION, NamedVote, Outcome, Phase, Remark, RollEntry, Rules, Seat, SeatId,
    Story, Table, TableEvent, Timer, ToGuest, VoidReason,
};
use floret::wire::frame::{FrameKind, split};
use floret::wire::message::encode;
use serde::Serialize;

use super::world::World;

/// What a host says: the second kind of word on a connection.
const DOWN: u32 = 1;

fn send(world: &mut World, tab: usize, message: &impl Serialize) {
    let (peer, _) = world.tabs[tab]
        .connections
        .iter()
        .find(|(_, end)| end.mate.is_some())
        .unwrap();
    let peer = *peer;
    for frame in split(&encode(&(DOWN, message)), FrameKind::Snapshot).unwrap() {
        world.tell(tab, Event::Peer(peer, PeerNews::Frame(frame)));
    }
}

fn seat(name: &str, key: u8) -> Seat {
    Seat {
        name: name.to_owned(),
        key: PublicKey::from_bytes([key; 32]),
        is_host: true,
        is_observer: false,
        link: Link::Linked,
        is_removed: false,
        may_deputise: true,
        is_held: false,
    }
}

fn outcome(counts: Vec<u32>, choice: u16) -> Outcome {
    Outcome {
        deck: Deck::preset(floret::poker::DeckKind::Fibonacci),
        add_ons: floret::poker::AddOns::default(),
        counts,
        no_vote: u32::MAX,
        named: Some(vec![
            NamedVote {
                seat: SeatId(1),
                name: String::from("x"),
                choice: Some(choice)
            };
            3
        ]),
        remarks: vec![Remark {
            name: None,
            text: "=cmd()".repeat(500),
        }],
        lost_remarks: u32::MAX,
        n_verified: u16::MAX,
    }
}

/// Tables that no honest host would make.
fn lies(me: SeatId) -> Vec<Table> {
    let key = PublicKey::from_bytes([7; 32]);
    let mut plain = Table {
        meeting: None,
        polls: Vec::new(),
        session: [3; 16],
        rules: Rules::default(),
        seats: floret::order::map([(me, seat("me", 7)), (SeatId(u32::MAX), seat("<b>x</b>", 7))]),
        next_seat: u32::MAX,
        stories: Vec::new(),
        round: floret::room::Round {
            purpose: floret::meeting::Purpose::Estimate,
            number: u32::MAX,
            attempt: u32::MAX,
            roll: vec![
                RollEntry {
                    seat: me,
                    key,
                    name: String::new()
                };
                100
            ],
            phase: Phase::Voting {
                commitments: floret::order::map([]),
            },
            explains: [me, SeatId(99)].into(),
            countdown_ends_ms: Some(i64::MIN),
        },
        timer: Some(Timer {
            ends_ms: i64::MIN,
            length_s: u32::MAX,
        }),
        epoch: u32::MAX,
        deputy: Some(me),
        founder: SeatId(0),
        goal: "g\u{202e}\n".repeat(9_000),
    };
    let mut tables = vec![plain.clone()];
    plain.timer = Some(Timer {
        ends_ms: i64::MAX,
        length_s: 0,
    });
    plain.round.countdown_ends_ms = Some(i64::MAX);
    let story = |counts: Vec<u32>, choice| Story {
        title: "t\u{202e}\n".repeat(9_000),
        estimate: Some(String::from("=1+1")),
        rounds: vec![outcome(counts, choice); 3],
        began_ms: i64::MIN,
        estimated_ms: Some(i64::MAX),
        link: String::from("javascript:alert(1)"),
    };
    plain.stories = vec![story(Vec::new(), 0), story(vec![u32::MAX; 20], u16::MAX)];
    plain.round.phase = Phase::Revealed {
        list: Vec::new(),
        openings: Vec::new(),
    };
    tables.push(plain.clone());
    plain.round.phase = Phase::Opening {
        list: vec![Commitment::from_bytes([1; 32]); 3],
    };
    tables.push(plain.clone());
    plain.stories[0].began_ms = i64::MAX;
    plain.round.phase = Phase::Void {
        reason: VoidReason::Left(vec!["n".repeat(90_000)]),
    };
    plain.seats.remove(&me);
    tables.push(plain);
    tables
}

#[test]
fn a_host_that_sends_tables_that_cannot_be_does_not_break_a_guests_page() {
    for at in 0..4 {
        let (mut world, tabs) = World::meeting(200, 1);
        let guest = tabs[1];
        let me = world.table(guest).me;
        let table = Box::new(lies(me).swap_remove(at));
        for now_ms in [i64::MIN, i64::MAX] {
            let snapshot = ToGuest::Snapshot {
                seat: me,
                seq: u32::MAX,
                acked: 0,
                now_ms,
                table: table.clone(),
            };
            send(&mut world, guest, &snapshot);
            let clicks = [
                Event::CardPicked(3),
                Event::RevealPressed,
                Event::GuardConfirmed,
                Event::VoteAgain,
                Event::LookBack,
                Event::TitleTyped(String::from("x")),
                Event::EstimateSaved(String::from("5")),
                Event::TimerToggled,
                Event::CopyPressed(CopyWhat::Markdown),
                Event::CopyPressed(CopyWhat::Csv),
                Event::DownloadTranscript,
                Event::Observe(true),
            ];
            for click in clicks {
                world.tell(guest, click);
                let _view = world.view(guest);
            }
            world.run(2_500);
        }
        assert!(matches!(world.screen(guest), Screen::Table(_)));
    }
}

#[test]
fn a_host_that_sends_events_that_cannot_be_does_not_break_a_guests_page() {
    let (mut world, tabs) = World::meeting(201, 1);
    let guest = tabs[1];
    let me = world.table(guest).me;
    let key = PublicKey::from_bytes([9; 32]);
    let ghost = SeatId(77);
    let events = vec![
        TableEvent::Gone(SeatId(1)),
        TableEvent::Gone(ghost),
        TableEvent::Linked(ghost, Link::Lost),
        TableEvent::RollCalled(vec![me, me, ghost]),
        TableEvent::Committed(ghost, Commitment::from_bytes([0; 32])),
        TableEvent::Sat {
            seat: SeatId(u32::MAX),
            name: String::new(),
            key,
            is_host: true,
            is_observer: false,
            may_deputise: true,
            is_held: false,
        },
        TableEvent::DeputyIs(Some(ghost)),
        TableEvent::DeputyIs(Some(me)),
        TableEvent::OpeningsPublished(Vec::new()),
        TableEvent::ClosingBegan,
        TableEvent::ListPublished(Vec::new()),
        TableEvent::OpeningsPublished(Vec::new()),
        TableEvent::RoundBegan,
        TableEvent::RollCalled(Vec::new()),
        TableEvent::TimerBegan {
            ends_ms: i64::MIN,
            length_s: u32::MAX,
        },
        TableEvent::StoryBegan {
            title: String::new(),
            now_ms: i64::MIN,
        },
        TableEvent::Estimated {
            estimate: String::new(),
            now_ms: i64::MAX,
        },
        TableEvent::Brought {
            title: "t".repeat(90_000),
            link: "x".repeat(90_000),
        },
        TableEvent::Gone(me),
    ];
    for first in [0, 1, u32::MAX - 3, u32::MAX] {
        for event in &events {
            let news = ToGuest::Events {
                first,
                events: vec![event.clone(); 3],
                acked: u32::MAX,
                epoch: 1,
            };
            send(&mut world, guest, &news);
            let _view = world.view(guest);
        }
        let beat = ToGuest::Beat {
            seq: u32::MAX,
            digest: 0,
            acked: 0,
            now_ms: i64::MIN,
            epoch: 1,
        };
        send(&mut world, guest, &beat);
        let table = world.table(guest);
        assert_eq!(table.me, me);
    }
    // In their due order too.
    for event in events {
        let snapshot = ToGuest::Snapshot {
            seat: me,
            seq: u32::MAX - 1,
            acked: 0,
            now_ms: 0,
            table: Box::new(lies(me).swap_remove(0)),
        };
        send(&mut world, guest, &snapshot);
        let news = ToGuest::Events {
            first: u32::MAX,
            events: vec![event; 2],
            acked: 0,
            epoch: 1,
        };
        send(&mut world, guest, &news);
        world.run(300);
        let _view = world.view(guest);
    }
}

#[test]
fn a_host_of_another_version_or_with_broken_words_is_named_as_the_reason() {
    let cases: [(&[u8], bool); 3] = [
        (&[0, MESSAGE_VERSION + 1, 9, 9], true),
        (&[0, MESSAGE_VERSION, 250], false),
        (&[9], false),
    ];
    for (bytes, is_version) in cases {
        let (mut world, tabs) = World::meeting(202, 1);
        let guest = tabs[1];
        let mut ends = world.tabs[guest].connections.iter();
        let peer = *ends.find(|(_, end)| end.mate.is_some()).unwrap().0;
        world.tell(guest, Event::Peer(peer, PeerNews::Frame(bytes.to_vec())));
        match world.screen(guest) {
            Screen::Stopped(Stop::OtherVersion { we_are_older }) => {
                assert!(is_version && we_are_older);
            }
            Screen::Stopped(Stop::LostHost { invite_link }) => {
                assert!(!is_version && invite_link.contains("#j="));
            }
            other => panic!("{other:?}"),
        }
        world.run(4_500);
        let lost = world.table(tabs[0]).seats[1].link;
        assert_eq!(lost, floret::app::view::LinkView::Lost);
    }
}

#[test]
fn a_guest_that_sends_rubbish_is_unseated_and_the_others_go_on() {
    for bytes in [
        vec![0, MESSAGE_VERSION, 99],
        vec![9; 40],
        vec![2, 0, 1, 5],
        vec![],
    ] {
        let (mut world, tabs) = World::meeting(203, 2);
        let host = tabs[0];
        let mut ends = world.tabs[host].connections.iter();
        let liar = *ends
            .find(|(_, end)| end.mate.is_some_and(|(tab, _)| tab == tabs[1]))
            .unwrap()
            .0;
        world.tell(host, Event::Peer(liar, PeerNews::Frame(bytes)));
        world.run(1_000);
        assert_eq!(world.screen(tabs[1]), Screen::Stopped(Stop::Unseated));
        let table = world.table(tabs[2]);
        assert_eq!(table.seats[1].link, floret::app::view::LinkView::Lost);
        assert_eq!(table.round.n_voters, 2);
    }
}

//! Meetings on any network: whatever people do, every seat ends with the same record.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::meeting::{
    Act, Agenda, AgendaStep, Draft, Duty, Meeting, NoteField, NoteId, NoteKind, NoteState,
    PersonId, Place, Purpose, Timebox, Topic, TopicField, TopicId,
};
use floret::room::{Intent, Link, Rules, SeatId};

use super::air::Weather;
use super::net::Net;

/// WebAssembly without optimisation has time for fewer.
const N_SEEDS: u64 = if cfg!(target_arch = "wasm32") { 1 } else { 4 };

fn planned() -> Meeting {
    let topic = |at: usize| Topic {
        key: format!("PAY-{at}"),
        title: format!("Story {at}"),
        ..Topic::default()
    };
    let parts = AgendaStep::USUAL.map(|(step, minutes)| Timebox {
        step,
        minutes,
        added: 0,
        used_ms: 0,
    });
    let mut meeting = Meeting {
        id: 7,
        agenda: Agenda {
            parts: parts.to_vec(),
            ..Agenda::default()
        },
        topics: (1..=3).map(topic).collect(),
        ..Meeting::default()
    };
    meeting.follow_up(None, "Ask the bank");
    meeting
}

pub(super) fn convened(seed: u64, n_guests: usize, rules: Rules) -> Net {
    let mut net = Net::new(seed, n_guests, rules);
    net.host.convene(planned());
    for at in 0..n_guests {
        net.join(at, false);
    }
    net.run(1_000);
    net
}

fn at_host(net: &Net) -> &Meeting {
    net.host.table().meeting.as_deref().unwrap()
}

fn do_it(net: &mut Net, who: Option<usize>, act: Act) {
    net.intend(who, Intent::Meet(act));
}

fn any_text(net: &mut Net) -> String {
    const TEXTS: [&str; 5] = ["", "mail", "Ämter & Ähnliches", "🌱", "a | b # c"];
    TEXTS[net.below(TEXTS.len())].to_owned()
}

fn any_act(net: &mut Net) -> Act {
    let topic = TopicId(u16::try_from(net.below(4)).unwrap());
    let note = NoteId(u32::try_from(net.below(12)).unwrap());
    let person = PersonId(u32::try_from(net.below(5)).unwrap());
    let on = net.below(2) == 0;
    let kinds = [
        NoteKind::Decision,
        NoteKind::Question,
        NoteKind::Risk,
        NoteKind::Parked,
        NoteKind::FollowUp,
    ];
    match net.below(20) {
        0 => Act::Start,
        1 => Act::Pause,
        2 => Act::Extend { minutes: 5 },
        3 => Act::GoTo {
            part: u8::try_from(net.below(7)).unwrap(),
        },
        4 => Act::Pick { topic },
        5 => Act::Read { topic, on },
        6 => Act::Hand { on },
        7 => Act::SolutionTalk { topic },
        8 => Act::Give {
            duty: Duty::ALL[net.below(3)],
            person: on.then_some(person),
        },
        9 => Act::Settle {
            note,
            state: NoteState::Closed,
        },
        10 => Act::Block { note, on },
        11 => Act::Remove { note, on },
        12 => Act::Tick {
            topic,
            point: String::from("R3"),
            on: Some(on),
        },
        13 => Act::MarkReady { topic },
        14 => Act::SendBack {
            topic,
            missing: vec![String::from("R1")],
            note: any_text(net),
        },
        15 => Act::Reopen { topic },
        16 => Act::Release { person, on },
        _ => Act::Write {
            kind: kinds[net.below(5)],
            topic: on.then_some(topic),
            text: any_text(net),
        },
    }
}

/// One page's text box: looks at the table, sends what is due.
fn type_on(net: &mut Net, at: usize, place: Place, draft: &mut Draft) {
    let Some(guest) = &net.people[at].guest else {
        return;
    };
    let me = PersonId(guest.me().0);
    let may_send = guest.link(net.now) != Link::Lost && guest.is_caught_up();
    let meeting = guest.table().and_then(|table| table.meeting.as_deref());
    let Some(typed) = meeting.and_then(|meeting| meeting.typed(place)) else {
        return;
    };
    draft.follow(typed, me);
    if !may_send {
        return;
    }
    draft.give_up_sent();
    if let Some((rev, number, edit)) = draft.next(typed, me) {
        let act = Act::Type {
            place,
            rev,
            number,
            edit,
        };
        do_it(net, Some(at), act);
    }
}

#[test]
fn every_seat_ends_with_the_same_record_byte_for_byte() {
    for n_guests in 1..12 {
        for seed in 0..N_SEEDS {
            let mut net = convened(100 * seed + n_guests as u64, n_guests, Rules::default());
            net.weather = Weather {
                delay_ms: (5, 400),
                loss: 80,
                twice: 80,
                disorder: seed % 2 == 0,
            };
            for _ in 0..150 {
                let who = net.below(n_guests + 1).checked_sub(1);
                match net.below(24) {
                    0 => {
                        if let Some(at) = who {
                            net.cut(at);
                        }
                    }
                    1 | 2 => {
                        if let Some(at) = who {
                            net.join(at, false);
                        }
                    }
                    3 => {
                        let round = net.host.table().round.number;
                        let purpose =
                            [Purpose::Confidence, Purpose::Ready, Purpose::Estimate][net.below(3)];
                        net.intend(who, Intent::Ask { round, purpose });
                    }
                    4 => net.choose(who, Some(0)),
                    5 => {
                        let round = net.host.table().round.number;
                        net.intend(who, Intent::Reveal { round });
                    }
                    _ => {
                        let act = any_act(&mut net);
                        do_it(&mut net, who, act);
                    }
                }
                let ms = i64::try_from(net.below(300)).unwrap();
                net.run(ms);
            }
            for at in 0..n_guests {
                net.join(at, false);
            }
            net.heal();
            let host = PersonId(net.host.me().0);
            let lead = Act::Give {
                duty: Duty::Facilitator,
                person: Some(host),
            };
            do_it(&mut net, None, lead);
            do_it(&mut net, None, Act::End);
            net.assert_same();
            assert!(at_host(&net).is_over());
            assert!(at_host(&net).rev > 20, "nothing happened");
        }
    }
}

#[test]
fn what_several_seats_type_at_once_is_all_there_whatever_the_network_does() {
    let place = Place::Topic(TopicId(0), TopicField::Acceptance);
    for seed in 0..5 * N_SEEDS {
        let mut net = convened(seed, 4, Rules::default());
        net.weather = Weather {
            delay_ms: (5, 600),
            loss: 100,
            twice: 100,
            disorder: true,
        };
        let typed = at_host(&net).typed(place).unwrap().clone();
        let mut drafts = vec![Draft::new(&typed); 4];
        let mut words = Vec::new();
        for step in 0..40u32 {
            let at = net.below(4);
            let word = char::from_u32(0xe000 + step).unwrap();
            let text = format!("{}{word}", drafts[at].text());
            drafts[at].write(&text);
            words.push(word);
            for (at, draft) in drafts.iter_mut().enumerate() {
                type_on(&mut net, at, place, draft);
            }
            let ms = i64::try_from(net.below(400)).unwrap();
            net.run(ms);
        }
        net.weather = Weather::FINE;
        for _ in 0..60 {
            for (at, draft) in drafts.iter_mut().enumerate() {
                type_on(&mut net, at, place, draft);
            }
            net.run(300);
        }
        let end = at_host(&net).typed(place).unwrap().text.clone();
        for (at, draft) in drafts.iter().enumerate() {
            assert_eq!(draft.text(), end, "seed {seed}, P{at}");
        }
        for word in words {
            assert!(
                end.contains(word),
                "seed {seed}: {word:?} is gone from {end}"
            );
        }
        net.assert_same();
    }
}

#[test]
fn a_story_comes_on_the_table_when_it_is_picked_and_only_then_anew() {
    let mut net = convened(1, 2, Rules::default());
    let titles = |net: &Net| -> Vec<String> {
        net.host
            .table()
            .stories
            .iter()
            .map(|story| story.title.clone())
            .collect()
    };
    do_it(&mut net, Some(0), Act::Pick { topic: TopicId(1) });
    net.run(500);
    assert_eq!(titles(&net), [""], "P0 does not lead");
    do_it(&mut net, None, Act::Pick { topic: TopicId(1) });
    net.run(500);
    assert_eq!(titles(&net), ["PAY-2 Story 2"]);
    do_it(&mut net, None, Act::Pick { topic: TopicId(1) });
    net.run(500);
    assert_eq!(titles(&net).len(), 1);
    net.vote_and_reveal(&[3]);
    do_it(&mut net, None, Act::Pick { topic: TopicId(0) });
    net.run(500);
    assert_eq!(titles(&net), ["PAY-2 Story 2", "PAY-1 Story 1"]);
    let meeting = at_host(&net);
    assert_eq!(meeting.current, Some(TopicId(0)));
    assert_eq!(meeting.topics[1].at_table, Some(1));
    net.assert_same();
}

#[test]
fn who_leads_is_the_facilitator_and_nobody_waits_for_one_who_is_gone() {
    let mut net = convened(3, 3, Rules::default());
    do_it(&mut net, Some(0), Act::Start);
    net.run(500);
    assert_eq!(at_host(&net).agenda.running_ms, None, "P0 does not lead");
    let p0 = net.seat(0).unwrap();
    let give = Act::Give {
        duty: Duty::Facilitator,
        person: Some(PersonId(p0.0)),
    };
    do_it(&mut net, None, give);
    net.run(500);
    do_it(&mut net, Some(0), Act::Start);
    net.run(500);
    assert!(at_host(&net).agenda.running_ms.is_some());
    assert!(!net.host.table().may_lead(net.seat(1).unwrap()));
    net.cut(0);
    net.run(10_000);
    do_it(&mut net, Some(1), Act::Pause);
    net.run(500);
    assert_eq!(at_host(&net).agenda.running_ms, None);
    assert!(net.host.table().may_lead(SeatId(1)));
}

#[test]
fn the_scribe_types_into_a_note_and_all_see_it() {
    let mut net = convened(4, 2, Rules::default());
    let write = Act::Write {
        kind: NoteKind::Decision,
        topic: Some(TopicId(0)),
        text: String::new(),
    };
    do_it(&mut net, Some(0), write);
    net.run(500);
    let note = at_host(&net).notes.last().unwrap();
    assert_eq!(note.by, Some(PersonId(net.seat(0).unwrap().0)));
    let place = Place::Note(note.id, NoteField::Why);
    let mut draft = Draft::new(note.line(NoteField::Why).unwrap());
    draft.write("cheaper");
    type_on(&mut net, 0, place, &mut draft);
    net.run(500);
    assert_eq!(at_host(&net).typed(place).unwrap().text, "cheaper");
    net.assert_same();
}

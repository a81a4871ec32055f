//! What acts do to a meeting, and which do not fit it.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::meeting::{
    Act, Agenda, AgendaStep, Duty, Edit, Fate, MAX_MEETING_CHARS, MAX_NOTE_CHARS, MAX_TOPIC_CHARS,
    Meeting, NoteField, NoteId, NoteKind, NoteState, PersonId, Place, Right, Time, Timebox, Topic,
    TopicField, TopicId, Typed, time,
};
use floret::story::{Status, Step};

const ANA: PersonId = PersonId(1);
const BEN: PersonId = PersonId(2);
const MINUTE: i64 = 60_000;

fn meeting() -> Meeting {
    let parts = AgendaStep::USUAL.map(|(step, minutes)| Timebox {
        step,
        minutes,
        added: 0,
        used_ms: 0,
    });
    let topic = |title: &str| Topic {
        title: title.to_owned(),
        key: format!("K-{}", title.len()),
        ..Topic::default()
    };
    let mut meeting = Meeting {
        agenda: Agenda {
            parts: parts.to_vec(),
            ..Agenda::default()
        },
        topics: vec![topic("Login"), topic("Logout")],
        ..Meeting::default()
    };
    meeting.meet(ANA, "Ana");
    meeting.meet(BEN, "Ben");
    meeting.begin(ANA);
    meeting
}

fn write(kind: NoteKind, topic: Option<u16>, text: &str) -> Act {
    Act::Write {
        kind,
        topic: topic.map(TopicId),
        text: text.to_owned(),
    }
}

#[test]
fn the_clock_counts_each_part_and_each_story_what_they_took() {
    let mut one = meeting();
    let at = |minutes: i64| 1_000_000 + minutes * MINUTE;
    one.apply(ANA, &Act::Start, at(0));
    assert_eq!(one.agenda.used_ms(0, at(8)), 8 * MINUTE);
    let part = one.agenda.part().unwrap();
    assert_eq!(
        time(one.agenda.used_ms(0, at(7)), part.length_ms()),
        Time::Enough
    );
    assert_eq!(
        time(one.agenda.used_ms(0, at(8)), part.length_ms()),
        Time::Late
    );
    assert_eq!(
        time(one.agenda.used_ms(0, at(10)), part.length_ms()),
        Time::Over
    );
    one.apply(ANA, &Act::Extend { minutes: 5 }, at(9));
    assert_eq!(one.agenda.part().unwrap().length_ms(), 15 * MINUTE);
    one.apply(ANA, &Act::GoTo { part: 2 }, at(12));
    one.apply(ANA, &Act::Pick { topic: TopicId(1) }, at(14));
    one.apply(ANA, &Act::Pause, at(20));
    // While it stands, nothing is counted.
    one.apply(ANA, &Act::Start, at(50));
    one.apply(ANA, &Act::Pick { topic: TopicId(0) }, at(53));
    one.apply(ANA, &Act::End, at(54));
    let used: Vec<i64> = one
        .agenda
        .parts
        .iter()
        .map(|part| part.used_ms / MINUTE)
        .collect();
    assert_eq!(used, [12, 0, 12, 0, 0, 0]);
    let stories: Vec<i64> = one
        .topics
        .iter()
        .map(|topic| topic.used_ms / MINUTE)
        .collect();
    assert_eq!(stories, [1, 9]);
    assert_eq!(
        (one.agenda.began_ms, one.agenda.ended_ms),
        (Some(at(0)), Some(at(54)))
    );
}

#[test]
fn a_host_with_another_clock_goes_on_counting_where_the_first_stopped() {
    let mut one = meeting();
    one.apply(ANA, &Act::Start, 10 * MINUTE);
    // The new host's clock is three hours behind.
    one.change_clock(180 * MINUTE);
    assert_eq!(one.agenda.used_ms(0, (10 - 180 + 4) * MINUTE), 4 * MINUTE);
    // A clock that jumps back takes nothing away.
    one.apply(ANA, &Act::Pause, (10 - 180 - 60) * MINUTE);
    assert_eq!(one.agenda.used_ms(0, 0), 0);
}

#[test]
fn a_part_is_never_shorter_than_nothing() {
    let mut one = meeting();
    one.apply(ANA, &Act::Extend { minutes: i16::MIN }, 0);
    assert_eq!(one.agenda.part().unwrap().length_ms(), 0);
    for _ in 0..100 {
        one.apply(ANA, &Act::Extend { minutes: i16::MAX }, 0);
    }
    assert_eq!(one.agenda.part().unwrap().length_ms(), (10 + 480) * MINUTE);
}

#[test]
fn questions_of_the_silent_reading_wait_until_it_ends() {
    let mut one = meeting();
    one.apply(ANA, &Act::Start, 0);
    one.apply(BEN, &write(NoteKind::Question, Some(0), "Who pays?"), 1);
    one.apply(BEN, &write(NoteKind::Risk, Some(0), "The bank moves"), 2);
    let shown = |one: &Meeting, who| {
        let notes = one.notes_for(who);
        notes
            .map(|note| note.text(NoteField::Text).to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(shown(&one, ANA), ["The bank moves"]);
    assert_eq!(shown(&one, BEN), ["Who pays?", "The bank moves"]);
    one.apply(ANA, &Act::GoTo { part: 1 }, 3);
    assert_eq!(shown(&one, ANA), ["Who pays?", "The bank moves"]);
    one.apply(ANA, &write(NoteKind::Question, None, "And who else?"), 4);
    assert_eq!(shown(&one, BEN).len(), 3);
}

#[test]
fn ready_needs_a_decision_or_somebody_who_overrules() {
    let mut one = meeting();
    let ready = Act::MarkReady { topic: TopicId(0) };
    assert!(!one.fits(&ready));
    one.apply(ANA, &write(NoteKind::Decision, Some(0), "  "), 0);
    one.apply(ANA, &write(NoteKind::Decision, Some(1), "For the other"), 0);
    assert!(!one.fits(&ready), "an empty line is no decision");
    one.apply(ANA, &write(NoteKind::Decision, Some(0), "By mail"), 0);
    one.apply(ANA, &ready, 5);
    assert_eq!(one.topics[0].fate, Fate::Ready);
    let removed = one.notes.last().unwrap().id;
    one.apply(ANA, &Act::Reopen { topic: TopicId(0) }, 6);
    one.apply(
        ANA,
        &Act::Remove {
            note: removed,
            on: true,
        },
        7,
    );
    assert!(!one.fits(&ready));
    let overrule = |why: &str| Act::Overrule {
        topic: TopicId(0),
        step: Step::Ready,
        why: why.to_owned(),
        missing: vec![String::from("R9")],
    };
    assert!(!one.fits(&overrule(" ")));
    one.apply(BEN, &overrule("The fair is on Monday"), 8);
    one.apply(ANA, &ready, 9);
    let story = one.story(TopicId(0), &one.topics[0], None);
    assert_eq!((story.status, story.overrulings.len()), (Status::Ready, 1));
    assert_eq!(story.overrulings[0].who, "Ben");
}

#[test]
fn a_story_sent_back_takes_its_missing_points_along() {
    let mut one = meeting();
    let back = Act::SendBack {
        topic: TopicId(1),
        missing: vec![String::from("R3"), String::from("R5")],
        note: String::from(" split it "),
    };
    one.apply(ANA, &back, 7);
    let story = one.story(TopicId(1), &one.topics[1], None);
    let missing = story.sent_back.unwrap();
    assert_eq!(story.status, Status::SentBack);
    assert_eq!(
        (missing.points, missing.note.as_str(), missing.at_ms),
        (vec!["R3".into(), "R5".into()], "split it", 7)
    );
}

#[test]
fn solution_talk_is_counted_and_ends_when_the_topic_is_parked() {
    let mut one = meeting();
    let talk = Act::SolutionTalk { topic: TopicId(0) };
    for who in [ANA, BEN, BEN] {
        one.apply(who, &talk, 0);
    }
    assert_eq!(
        (
            one.topics[0].solution_talk.len(),
            one.topics[0].n_solution_talks
        ),
        (2, 3)
    );
    one.apply(ANA, &write(NoteKind::Parked, Some(0), "Which queue"), 0);
    assert!(one.topics[0].solution_talk.is_empty());
    assert_eq!(one.topics[0].n_solution_talks, 3);
}

#[test]
fn what_is_left_of_a_meeting_counts_solution_talk_and_names_nobody() {
    let mut one = meeting();
    one.apply(BEN, &Act::SolutionTalk { topic: TopicId(0) }, 0);
    one.apply(ANA, &Act::End, 1);
    assert!(one.topics[0].solution_talk.is_empty());
    assert_eq!(one.topics[0].n_solution_talks, 1);
}

#[test]
fn hands_are_heard_in_the_order_they_were_raised() {
    let mut one = meeting();
    for who in [BEN, ANA, BEN] {
        one.apply(who, &Act::Hand { on: true }, 0);
    }
    assert_eq!(one.hands, [BEN, ANA]);
    one.apply(ANA, &Act::HeardOut { person: BEN }, 0);
    one.apply(ANA, &Act::Hand { on: false }, 0);
    assert!(one.hands.is_empty());
}

#[test]
fn who_was_planned_as_scribe_is_it_when_they_come() {
    let mut one = meeting();
    one.scribe_name = String::from("cleo");
    one.meet(PersonId(3), "Cleo");
    one.meet(PersonId(4), "Cleo");
    assert_eq!(one.duties.of(Duty::Scribe), Some(PersonId(3)));
    let give = Act::Give {
        duty: Duty::Scribe,
        person: None,
    };
    one.apply(ANA, &give, 0);
    assert_eq!(one.duties.of(Duty::Scribe), None);
}

#[test]
fn what_is_over_is_over_until_somebody_resumes_it() {
    let mut one = meeting();
    one.apply(ANA, &Act::Start, 0);
    one.apply(ANA, &Act::End, 1);
    let before = one.clone();
    one.apply(ANA, &write(NoteKind::Decision, None, "late"), 2);
    one.apply(ANA, &Act::GoTo { part: 3 }, 2);
    assert_eq!(one, before);
    one.apply(ANA, &Act::Resume, 3);
    one.apply(ANA, &write(NoteKind::Decision, None, "late"), 4);
    assert_eq!(one.notes.len(), 1);
}

#[test]
fn everything_has_a_bound() {
    let mut one = meeting();
    let long = "x".repeat(MAX_NOTE_CHARS + 1);
    assert!(!one.fits(&write(NoteKind::Risk, None, &long)));
    assert!(!one.fits(&write(NoteKind::Risk, Some(9), "of no story")));
    for _ in 0..600 {
        one.apply(ANA, &write(NoteKind::Risk, None, &long[1..]), 0);
    }
    assert_eq!(one.notes.len(), 500);
    let type_in = |one: &Meeting, text: &str| Act::Type {
        place: Place::Topic(TopicId(0), TopicField::Why),
        rev: 0,
        number: 1,
        edit: Edit::between(&one.topics[0].why.text, text),
    };
    assert!(!one.fits(&type_in(&one, "y")), "the meeting is full");
    one.notes.truncate(MAX_MEETING_CHARS / MAX_NOTE_CHARS - 20);
    assert!(one.fits(&type_in(&one, &"y".repeat(MAX_TOPIC_CHARS))));
    assert!(!one.fits(&type_in(&one, &"y".repeat(MAX_TOPIC_CHARS + 1))));
    one.topics[0].why = Typed::of(&"y".repeat(MAX_TOPIC_CHARS + 100));
    assert!(
        one.fits(&type_in(&one, &"y".repeat(MAX_TOPIC_CHARS + 50))),
        "shorter is taken"
    );
}

#[test]
fn a_follow_up_is_closed_or_carried_over() {
    let mut one = meeting();
    for text in ["Ask the bank", "Write the guide", "Old"] {
        one.follow_up(None, text);
    }
    let settle = |note: u32, state| Act::Settle {
        note: NoteId(note),
        state,
    };
    one.apply(BEN, &settle(1, NoteState::Closed), 0);
    one.apply(BEN, &settle(2, NoteState::CarriedOver), 0);
    let left: Vec<&str> = one
        .carried_over()
        .map(|note| note.text(NoteField::Text))
        .collect();
    assert_eq!(left, ["Write the guide", "Old"]);
}

#[test]
fn acts_say_who_may_do_them() {
    assert_eq!(Act::GoTo { part: 0 }.right(), Right::Lead);
    assert_eq!(Act::MarkReady { topic: TopicId(0) }.right(), Right::Own);
    assert_eq!(Act::Hand { on: true }.right(), Right::Anybody);
}

//! Both gates: when they are passed, by whom they are overruled, and the status that follows.

use floret::story::{
    Definition, GateState, Judged, Kind, Overruling, State, Status, Step, Story, Understanding,
    judge, status,
};

use super::points::{LIMIT, all_on, decision};

/// A story that passes both gates.
fn passing() -> Story {
    let mut story = Story {
        acceptance: "- opens".into(),
        dependencies: "none".into(),
        is_placed: true,
        estimate: "5".into(),
        is_voted: true,
        decisions: vec![decision("Euro only")],
        ..Story::default()
    };
    for name in ["R1", "R2", "R5"] {
        story.said.insert(name.into(), true);
    }
    story
}

fn with_limit() -> Definition {
    Definition {
        limit: Some(LIMIT),
        ..Definition::default()
    }
}

#[test]
fn both_gates_open_when_nothing_is_missing() {
    let (story, definition) = (passing(), with_limit());
    let judged = judge(&story, &definition);
    assert_eq!(
        (&judged.vote, &judged.ready),
        (&GateState::Open, &GateState::Open)
    );
}

#[test]
fn the_ready_gate_stays_closed_behind_a_closed_vote_gate() {
    let definition = with_limit();
    let mut story = passing();
    story.is_placed = false;
    story.decisions.clear();
    let judged = judge(&story, &definition);
    assert_eq!(judged.vote.missing(), ["R6"]);
    assert_eq!(
        judged.ready,
        GateState::Closed {
            missing: vec!["R6", "R9"]
        }
    );
}

#[test]
fn an_overruled_gate_is_passed_and_says_who_and_why() {
    let definition = with_limit();
    let mut story = passing();
    story.is_placed = false;
    let judged = judge(&story, &definition);
    let overruling = judged.overruled(Step::Vote, " Ana ", "we know enough", 7);
    assert_eq!(overruling.missing, ["R6"]);
    story.overrulings.push(overruling.clone());
    let judged = judge(&story, &definition);
    let expected = GateState::Overruled {
        by: &overruling,
        missing: vec!["R6"],
    };
    assert!(judged.vote.is_passed());
    assert_eq!(judged.vote, expected);
    assert_eq!(overruling.who, "Ana");
    assert_eq!(judged.ready, GateState::Open);
}

#[test]
fn overruling_one_gate_leaves_the_other_closed() {
    let definition = with_limit();
    let story = Story {
        overrulings: vec![Overruling {
            step: Step::Ready,
            who: "Ana".into(),
            why: "demo".into(),
            at_ms: 1,
            missing: vec!["R9".into()],
        }],
        ..Story::default()
    };
    let judged = judge(&story, &definition);
    assert!(!judged.vote.is_passed());
    assert!(judged.ready.is_passed());
    assert_eq!(judged.gate(Step::Ready), &judged.ready);
}

#[test]
fn switched_off_points_are_not_asked_and_own_ones_are() {
    let mut definition = Definition::default();
    for name in ["R1", "R2", "R3", "R4", "R5", "R6"] {
        definition.switch(name, false);
    }
    let mut story = Story::default();
    assert_eq!(judge(&story, &definition).vote, GateState::Open);
    definition.add("Checked by support", Step::Vote);
    assert_eq!(judge(&story, &definition).vote.missing(), ["T1"]);
    story.said.insert("T1".into(), true);
    assert_eq!(judge(&story, &definition).vote, GateState::Open);
}

#[test]
fn a_status_follows_from_the_facts() {
    let definition = with_limit();
    let now = |story: &Story| status(story, &judge(story, &definition));
    let mut story = Story::default();
    assert_eq!(now(&story), Status::Draft);
    story.understanding = Some(Understanding::Partly);
    assert_eq!(now(&story), Status::Gaps);
    let mut story = Story {
        estimate: String::new(),
        ..passing()
    };
    assert_eq!(now(&story), Status::FitToVote);
    story.estimate = "5".into();
    assert_eq!(now(&story), Status::Estimated);
}

#[test]
fn only_people_make_a_story_ready_or_take_back_one_that_was_sent_away() {
    let definition = with_limit();
    for said in [Status::Ready, Status::SentBack] {
        for mut story in [passing(), Story::default()] {
            story.status = said;
            assert_eq!(status(&story, &judge(&story, &definition)), said);
        }
    }
}

#[test]
fn a_story_is_sent_back_with_what_the_vote_gate_misses() {
    let (story, definition) = (Story::default(), Definition::default());
    let missing = judge(&story, &definition).sent_back(" ask Bo ", 42);
    assert_eq!(missing.points, ["R1", "R2", "R3", "R4", "R5", "R6"]);
    assert_eq!((missing.note.as_str(), missing.at_ms), ("ask Bo", 42));
}

#[test]
fn what_a_person_ticked_or_unticked_stays_whatever_the_facts_say() {
    let definition = all_on();
    let mut full = passing();
    let mut empty = Story {
        kind: Kind::Bug,
        ..Story::default()
    };
    for point in &definition.points {
        full.said.insert(point.name.clone(), false);
        empty.said.insert(point.name.clone(), true);
    }
    let unticked = judge(&full, &definition);
    assert!(
        unticked
            .points
            .iter()
            .all(|verdict| verdict.state == State::Missing)
    );
    let ticked = judge(&empty, &definition);
    assert!(
        ticked
            .points
            .iter()
            .all(|verdict| verdict.state == State::ByHand)
    );
    assert_eq!(ticked.ready, GateState::Open);
    let against = |judged: &Judged<'_>, name: &str| {
        let verdict = judged
            .points
            .iter()
            .find(|verdict| verdict.point.name == name);
        verdict.unwrap().against.is_some()
    };
    assert!(against(&ticked, "R3") && against(&unticked, "R3"));
    assert!(!against(&ticked, "R1") && !against(&ticked, "R10"));
}

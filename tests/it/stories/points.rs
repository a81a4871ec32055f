//! Each rule of the gate, with a story that meets it and one that does not.

use floret::story::{
    Amount, Decision, Definition, Kind, OpenQuestion, Risk, State, Story, Why, judge,
};

/// All points on, with a limit of 8.
pub(super) fn all_on() -> Definition {
    let mut definition = Definition {
        limit: Amount::parse("8"),
        ..Definition::default()
    };
    for point in &mut definition.points {
        point.is_on = true;
    }
    definition
}

/// How it stands with one point of a story.
fn verdict<'a>(story: &'a Story, definition: &'a Definition, name: &str) -> (State, Why<'a>) {
    let judged = judge(story, definition);
    let verdict = judged
        .points
        .into_iter()
        .find(|verdict| verdict.point.name == name);
    let verdict = verdict.unwrap();
    (verdict.state, verdict.why)
}

/// One point, a change to an empty story, and what is said then.
type Case<'a> = (&'a str, fn(&mut Story), Why<'a>);

pub(super) const LIMIT: Amount = Amount::from_thousandths(8_000);

fn open_question(stops_work: bool) -> OpenQuestion {
    OpenQuestion {
        text: "Which currency?".into(),
        stops_work,
        ..OpenQuestion::default()
    }
}

pub(super) fn decision(what: &str) -> Decision {
    Decision {
        what: what.into(),
        ..Decision::default()
    }
}

#[test]
fn a_fact_ticks_its_point_and_says_which() {
    let cases: [Case; 18] = [
        (
            "R3",
            |s| s.acceptance = "- opens\n- closes".into(),
            Why::CriteriaPresent { n: 2 },
        ),
        (
            "R3",
            |s| s.description = "Text\n\n**Acceptance criteria**\n* opens".into(),
            Why::CriteriaPresent { n: 1 },
        ),
        (
            "R4",
            |s| s.dependencies = "ABC-7, the payments team".into(),
            Why::DependenciesNamed,
        ),
        (
            "R4",
            |s| s.dependencies = "None.".into(),
            Why::NoDependencies,
        ),
        (
            "R4",
            |s| s.dependencies = "Keine".into(),
            Why::NoDependencies,
        ),
        ("R4", |s| s.dependencies = "-".into(), Why::NoDependencies),
        ("R6", |s| s.is_placed = true, Why::InOrder),
        (
            "R7",
            |s| s.estimate = "8".into(),
            Why::EstimateWithin {
                estimate: "8",
                limit: LIMIT,
            },
        ),
        (
            "R7",
            |s| s.estimate = " ½ ".into(),
            Why::EstimateWithin {
                estimate: "½",
                limit: LIMIT,
            },
        ),
        (
            "R8",
            |s| (s.estimate, s.is_voted) = ("XL".into(), true),
            Why::VotedTogether,
        ),
        (
            "R9",
            |s| s.decisions = vec![decision("Euro only")],
            Why::DecisionsWritten { n: 1 },
        ),
        ("R10", |_| {}, Why::NoOpenQuestion),
        (
            "R10",
            |s| s.questions = vec![open_question(false), open_question(false)],
            Why::OpenQuestions { n: 2 },
        ),
        (
            "R10",
            |s| {
                s.questions = vec![OpenQuestion {
                    is_closed: true,
                    ..open_question(true)
                }];
            },
            Why::NoOpenQuestion,
        ),
        (
            "R12",
            |s| {
                s.risks = vec![Risk {
                    text: "Slow API".into(),
                    ..Risk::default()
                }];
            },
            Why::RisksNoted { n: 1 },
        ),
        ("R14", |_| {}, Why::NothingPutOff),
        (
            "R14",
            |s| s.description = "See `TBD` and https://x.y/later?".into(),
            Why::NothingPutOff,
        ),
        (
            "R14",
            |s| s.description = "Collateral todos? Really??".into(),
            Why::NothingPutOff,
        ),
    ];
    let definition = all_on();
    for (name, change, why) in cases {
        let mut story = Story::default();
        change(&mut story);
        let (state, said) = verdict(&story, &definition, name);
        assert!(state.is_met(), "{name}: {said:?}");
        assert_eq!(said, why, "{name}");
    }
}

#[test]
fn without_its_fact_a_point_is_missing_and_says_why() {
    let cases: [Case; 22] = [
        ("R1", |_| {}, Why::NobodyTicked),
        ("R2", |_| {}, Why::NobodyTicked),
        ("R5", |_| {}, Why::NobodyTicked),
        ("R11", |s| s.kind = Kind::Bug, Why::NobodyTicked),
        ("R13", |_| {}, Why::NobodyTicked),
        ("R15", |_| {}, Why::NobodyTicked),
        ("R3", |_| {}, Why::NoCriteria),
        ("R3", |s| s.acceptance = "TBD".into(), Why::NoCriteria),
        ("R4", |_| {}, Why::DependenciesEmpty),
        (
            "R4",
            |s| s.dependencies = "???".into(),
            Why::DependenciesEmpty,
        ),
        ("R6", |_| {}, Why::NotInOrder),
        ("R7", |_| {}, Why::NoEstimate),
        (
            "R7",
            |s| s.estimate = "13".into(),
            Why::EstimateAbove {
                estimate: "13",
                limit: LIMIT,
            },
        ),
        (
            "R7",
            |s| s.estimate = "XL".into(),
            Why::NotANumber { estimate: "XL" },
        ),
        ("R8", |_| {}, Why::NoEstimate),
        ("R8", |s| s.estimate = "5".into(), Why::EstimatedWithoutVote),
        ("R9", |s| s.decisions = vec![decision(" ")], Why::NoDecision),
        (
            "R10",
            |s| s.questions = vec![open_question(true), open_question(false)],
            Why::QuestionsStop { n: 1 },
        ),
        ("R12", |_| {}, Why::NoRisks),
        (
            "R14",
            |s| s.title = "Tax: tbd".into(),
            Why::PutOff { found: vec!["tbd"] },
        ),
        (
            "R14",
            |s| s.why = "Because ??? (später)".into(),
            Why::PutOff {
                found: vec!["später", "???"],
            },
        ),
        (
            "R14",
            |s| s.acceptance = "Later, later".into(),
            Why::PutOff {
                found: vec!["Later"],
            },
        ),
    ];
    let definition = all_on();
    for (name, change, why) in cases {
        let mut story = Story::default();
        change(&mut story);
        assert_eq!(
            verdict(&story, &definition, name),
            (State::Missing, why),
            "{name}"
        );
    }
}

#[test]
fn without_a_limit_the_size_is_ticked_by_hand() {
    let mut story = Story {
        estimate: "5".into(),
        ..Story::default()
    };
    let definition = Definition::default();
    assert_eq!(
        verdict(&story, &definition, "R7"),
        (State::Missing, Why::NoLimit)
    );
    story.said.insert("R7".into(), true);
    assert_eq!(
        verdict(&story, &definition, "R7"),
        (State::ByHand, Why::SaidByHand)
    );
}

#[test]
fn the_point_about_bugs_is_asked_of_bugs_alone() {
    let definition = all_on();
    for kind in [Kind::Story, Kind::Task, Kind::Spike] {
        let story = Story {
            kind,
            ..Story::default()
        };
        let (state, why) = verdict(&story, &definition, "R11");
        assert_eq!((state, why), (State::NotAsked, Why::NotABug));
        assert!(state.is_met());
    }
}

//! Out and in again: what we write, we read.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::{Dialect, EstimatedStory, IncomingStory, csv, jira_csv, read, write_json};
use floret::story::{
    Decision, Kind, Missing, OpenQuestion, Overruling, Risk, Round, Status, Step, Story, StoryId,
    Understanding,
};
use rand_core::Rng;

use super::leaving::{WORDS, full};
use super::samples::{ALL, below, pasted, pick, seeded, titled, whole};

const PIECES: [&str; 22] = [
    "a", "Log in", "ä", "🥦", ",", ";", "\"", "'", "\n", " ", "=", "-", "**b**", "# h", "<p>",
    "\\", "\t", "{{x}}", "[ ]", "|", "½", "日本",
];

/// Text of any signs, without blanks at its ends.
fn text(rng: &mut impl Rng) -> String {
    let n = below(rng, 12);
    let text: String = (0..n).map(|_| pick(rng, &PIECES)).collect();
    text.trim().to_owned()
}

/// Text on one line.
fn line(rng: &mut impl Rng) -> String {
    text(rng).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn list<T>(rng: &mut impl Rng, mut make: impl FnMut(&mut dyn FnMut(u32) -> u32) -> T) -> Vec<T> {
    let n = below(rng, 3);
    (0..n).map(|_| make(&mut |n| below(rng, n))).collect()
}

fn flip(rng: &mut impl Rng) -> bool {
    below(rng, 2) == 0
}

fn lines(rng: &mut impl Rng) -> Vec<String> {
    let n = below(rng, 3);
    let mut lines: Vec<String> = (0..n).map(|k| format!("{k}{}", line(rng))).collect();
    lines.dedup();
    lines
}

/// A story with anything in it.
fn story(rng: &mut impl Rng, n: u32) -> Story {
    let round = flip(rng).then(|| Round {
        n_rounds: below(rng, 5),
        votes: vec![("5".to_owned(), below(rng, 9)), ("☕".to_owned(), 1)],
        agreement: flip(rng).then_some(75),
        average: flip(rng).then(|| "5.25".to_owned()),
        median: flip(rng).then(|| "XL".to_owned()),
        lowest: flip(rng).then(|| "½".to_owned()),
        highest: None,
        seconds: flip(rng).then_some(90),
        voted_at_ms: flip(rng).then_some(-1),
    });
    Story {
        kind: [Kind::Story, Kind::Bug, Kind::Task, Kind::Spike][below(rng, 4) as usize],
        description: text(rng),
        why: text(rng),
        acceptance: text(rng),
        dependencies: text(rng),
        link: line(rng),
        labels: lines(rng),
        tracker_status: line(rng),
        understanding: flip(rng).then_some(Understanding::Partly),
        needed: lines(rng),
        estimate: pick(rng, &["", "5", "½", "XL", "?"]).to_owned(),
        is_voted: flip(rng),
        round,
        status: [Status::Draft, Status::FitToVote, Status::SentBack][below(rng, 3) as usize],
        is_placed: flip(rng),
        questions: list(rng, |dice| OpenQuestion {
            text: format!("q{}", dice(9)),
            stops_work: dice(2) == 0,
            is_closed: dice(2) == 0,
            ..OpenQuestion::default()
        }),
        risks: list(rng, |dice| Risk {
            text: "r\n".to_owned(),
            owner: "Bo".to_owned(),
            blocks: dice(2) == 0,
        }),
        decisions: list(rng, |dice| Decision {
            what: format!("d{}", dice(9)),
            dropped: " x ".to_owned(),
            ..Decision::default()
        }),
        said: [("R1".to_owned(), flip(rng))].into(),
        overrulings: list(rng, |dice| Overruling {
            step: if dice(2) == 0 {
                Step::Vote
            } else {
                Step::Ready
            },
            who: String::new(),
            why: "w".to_owned(),
            at_ms: 0,
            missing: vec!["R3".to_owned()],
        }),
        sent_back: flip(rng).then(Missing::default),
        notes: text(rng),
        changed_ms: i64::from(below(rng, 9)),
        ..titled(&format!("K-{n}"), &format!("T{}", line(rng)))
    }
}

fn stories(seed: u64) -> Vec<(StoryId, Story)> {
    let rng = &mut seeded(seed);
    (0..6)
        .map(|n| (StoryId(rng.next_u64()), story(rng, n)))
        .collect()
}

#[test]
fn everything_comes_back_from_json() {
    for seed in 0..60 {
        let mut all = stories(seed);
        all.push((StoryId(1), full()));
        let known: Vec<(StoryId, &Story)> = all.iter().map(|(id, s)| (*id, s)).collect();
        let back = pasted(write_json("Team", &known));
        assert_eq!(back.dialect, Dialect::FloretJson);
        let back: Vec<(StoryId, Story)> = back
            .rows
            .into_iter()
            .map(|row| (row.id.unwrap_or_default(), row.into_story()))
            .collect();
        assert_eq!(back, all, "{seed}");
    }
}

#[test]
fn what_the_table_of_estimates_has_comes_back() {
    for seed in 0..60 {
        let all: Vec<Story> = stories(seed).into_iter().map(|(_, story)| story).collect();
        let rows: Vec<EstimatedStory> = all
            .iter()
            .map(|s| EstimatedStory::of_story(s, "Bereit", None))
            .collect();
        let back = whole(read(csv(&rows).as_bytes(), Some("floret.csv")));
        assert_eq!(back.dialect, Dialect::FloretCsv);
        assert_eq!(back.rows.len(), all.len());
        for (row, story) in back.rows.iter().zip(&all) {
            let expected = Story {
                link: story.link.clone(),
                estimate: story.estimate.clone(),
                notes: story.notes.clone(),
                decisions: story
                    .decisions
                    .iter()
                    .map(|d| Decision {
                        what: d.what.clone(),
                        ..Decision::default()
                    })
                    .collect(),
                questions: story
                    .questions
                    .iter()
                    .filter(|question| !question.is_closed)
                    .map(|q| OpenQuestion {
                        text: q.text.clone(),
                        ..OpenQuestion::default()
                    })
                    .collect(),
                ..titled(&story.key, &story.title)
            };
            assert_eq!(row.story, expected, "{seed}");
        }
    }
}

#[test]
fn owners_dates_and_reasons_come_back_from_the_table() {
    let rows = [EstimatedStory::of_story(&full(), "Ready", Some(true))];
    let back = pasted(csv(&rows));
    let story = &back.rows[0].story;
    assert_eq!(story.questions[0].owner, "Ana");
    assert_eq!(story.questions[0].due, "2026-11-30");
    assert_eq!(story.decisions[0].why, "costs nothing");
}

#[test]
fn the_update_for_jira_comes_back() {
    for seed in 0..20 {
        let all: Vec<Story> = stories(seed).into_iter().map(|(_, story)| story).collect();
        let known: Vec<&Story> = all.iter().collect();
        let back = pasted(jira_csv(&known, &WORDS));
        assert_eq!(back.dialect, Dialect::JiraCsv);
        for (row, story) in back.rows.iter().zip(&all) {
            let is_number = matches!(story.estimate.as_str(), "5" | "½");
            let estimate = if is_number {
                story.estimate.as_str()
            } else {
                ""
            };
            let expected = [&story.key, &story.title, estimate];
            let found = [
                &row.story.key,
                &row.story.title,
                row.story.estimate.as_str(),
            ];
            assert_eq!(found, expected, "{seed}");
        }
        assert_eq!(back.rows.len(), all.len());
    }
}

#[test]
fn every_dialect_comes_back_from_json_as_it_came_in() {
    for file in ALL {
        let first: Vec<Story> = pasted(file)
            .rows
            .into_iter()
            .map(IncomingStory::into_story)
            .collect();
        let known: Vec<(StoryId, &Story)> = (1..).map(StoryId).zip(&first).collect();
        let second = pasted(write_json("", &known)).rows;
        let second: Vec<Story> = second.into_iter().map(IncomingStory::into_story).collect();
        assert_eq!(first, second);
    }
}

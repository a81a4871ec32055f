//! What a file would change here, and what it never does.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::{Field, IncomingStory, RowFate, compare};
use floret::story::{Round, Story, StoryId};

use super::samples::{pasted, row, titled};

fn here() -> Story {
    Story {
        labels: vec!["mine".to_owned()],
        description: "Prepared here".to_owned(),
        estimate: "5".to_owned(),
        notes: "private".to_owned(),
        ..titled("ABC-1", "Log in")
    }
}

fn rows(text: &str) -> Vec<IncomingStory> {
    pasted(text).rows
}

#[test]
fn the_same_key_is_an_update_and_blanks_and_case_do_not_matter() {
    let story = here();
    let known = [(StoryId(7), &story)];
    let fates = compare(
        &rows("Key,Title\n abc-1 ,Log in\nABC-2,New\n,Without a key\n"),
        &known,
    );
    assert_eq!(fates[1..], [RowFate::New, RowFate::New]);
    assert!(
        matches!(&fates[0], RowFate::Changed { id: StoryId(7), fields } if fields[..] == [Field::Key])
    );
    let same = compare(&rows("Key,Title\nABC-1,Log in\n"), &known);
    assert_eq!(same, [RowFate::Same { id: StoryId(7) }]);
}

#[test]
fn changed_fields_are_named() {
    let story = here();
    let text = "Key,Title,Body,Labels,Points\nABC-1,Sign in,Prepared here,\"mine, theirs\",8\n";
    assert_eq!(
        compare(&rows(text), &[(StoryId(1), &story)]),
        [RowFate::Changed {
            id: StoryId(1),
            fields: vec![Field::Title, Field::Labels, Field::Estimate],
        }]
    );
}

#[test]
fn a_file_adds_and_overwrites_but_never_empties() {
    let mut story = here();
    let file = pasted("Key,Title,Body,Labels,Points,Status\nABC-1,Sign in,,theirs,,Open\n");
    row(&file, "ABC-1").merge_into(&mut story);
    assert_eq!(story.title, "Sign in");
    assert_eq!(story.description, "Prepared here");
    assert_eq!(story.labels, ["mine", "theirs"]);
    assert_eq!(story.estimate, "5");
    assert_eq!(story.tracker_status, "Open");
    assert_eq!(story.notes, "private");
}

#[test]
fn an_estimate_voted_on_here_is_kept_and_another_is_updated() {
    let file = pasted("Key,Title,Points\nABC-1,Log in,13\n");
    let mut typed = here();
    row(&file, "ABC-1").merge_into(&mut typed);
    assert_eq!(typed.estimate, "13");
    let mut voted = Story {
        is_voted: true,
        round: Some(Round::default()),
        ..here()
    };
    row(&file, "ABC-1").merge_into(&mut voted);
    assert_eq!(
        voted,
        Story {
            is_voted: true,
            round: Some(Round::default()),
            ..here()
        }
    );
    let fates = compare(&file.rows, &[(StoryId(1), &voted)]);
    assert_eq!(fates, [RowFate::Same { id: StoryId(1) }]);
}

#[test]
fn numbers_of_two_projects_are_two_stories() {
    let link = |name: &str| format!("https://github.com/acme/{name}/issues/12");
    let json = |name: &str| format!(r#"[{{"number":12,"title":"x","url":"{}"}}]"#, link(name));
    let story = Story {
        link: link("shop"),
        ..titled("#12", "x")
    };
    let known = [(StoryId(1), &story)];
    let fate = |text: &str| compare(&rows(text), &known).remove(0);
    assert!(matches!(fate(&json("shop")), RowFate::Same { .. }));
    assert_eq!(fate(&json("site")), RowFate::New);
    assert!(matches!(fate("#12: x"), RowFate::Same { .. }));
    let unlinked = titled("#12", "x");
    let fates = compare(&rows(&json("site")), &[(StoryId(2), &unlinked)]);
    assert!(matches!(&fates[0], RowFate::Changed { fields, .. } if fields[..] == [Field::Link]));
    let both = format!(
        r#"[{{"number":12,"title":"x","url":"{}"}},{{"number":12,"title":"y","url":"{}"}}]"#,
        link("shop"),
        link("site")
    );
    assert_eq!(rows(&both).len(), 2);
}

#[test]
fn reading_the_same_file_twice_changes_nothing_the_second_time() {
    for file in super::samples::ALL {
        let rows = pasted(file).rows;
        let stories: Vec<(StoryId, Story)> = (1..)
            .map(StoryId)
            .zip(rows.iter().cloned().map(IncomingStory::into_story))
            .collect();
        let known: Vec<(StoryId, &Story)> = stories.iter().map(|(id, s)| (*id, s)).collect();
        for (row, fate) in rows.iter().zip(compare(&rows, &known)) {
            let expected = if row.story.key.is_empty() {
                matches!(fate, RowFate::New)
            } else {
                matches!(fate, RowFate::Same { .. })
            };
            assert!(expected, "{:?} {fate:?}", row.story.key);
        }
    }
}

//! Order, choice and search over a backlog.

use floret::story::{
    Definition, Filter, Haystack, Kind, SESSION_STORIES, Status, Story, StoryId, Understanding,
    pick, propose,
};

use super::{Dice, story};

fn with_ids(stories: &[Story]) -> Vec<(StoryId, &Story)> {
    (0..).map(StoryId).zip(stories).collect()
}

fn numbers(ids: &[StoryId]) -> Vec<u64> {
    ids.iter().map(|id| id.0).collect()
}

fn understood(is_placed: bool, understanding: Option<Understanding>) -> Story {
    Story {
        is_placed,
        understanding,
        ..Story::default()
    }
}

#[test]
fn placed_stories_stay_in_front_and_the_least_understood_follow() {
    use Understanding::{Clear, Partly, Unclear};
    let stories = [
        understood(false, Some(Clear)),
        understood(true, Some(Clear)),
        understood(false, Some(Partly)),
        understood(false, None),
        understood(true, Some(Unclear)),
        understood(false, Some(Unclear)),
        understood(false, None),
    ];
    assert_eq!(
        numbers(&propose(&with_ids(&stories))),
        [1, 4, 5, 3, 6, 2, 0]
    );
}

#[test]
fn a_proposed_order_has_every_story_once_and_is_kept_when_proposed_again() {
    let mut dice = Dice(3);
    let levels = [
        None,
        Some(Understanding::Clear),
        Some(Understanding::Partly),
        Some(Understanding::Unclear),
    ];
    for _ in 0..200 {
        let n = dice.below(40);
        let stories: Vec<Story> = (0..n)
            .map(|_| understood(dice.below(2) == 0, levels[dice.below(4)]))
            .collect();
        let list = with_ids(&stories);
        let order = propose(&list);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, list.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        let again: Vec<(StoryId, &Story)> = order
            .iter()
            .map(|id| list.iter().find(|(other, _)| other == id).copied().unwrap())
            .collect();
        assert_eq!(propose(&again), order);
    }
}

/// A story that passes the vote gate of [`only_order`] if it is placed.
fn placed(is_placed: bool) -> Story {
    understood(is_placed, None)
}

/// Asks for nothing but a place in the order.
fn only_order() -> Definition {
    let mut definition = Definition::default();
    for point in &mut definition.points {
        point.is_on = point.name == "R6";
    }
    definition
}

#[test]
fn a_session_gets_the_top_stories_that_are_not_estimated_yet() {
    let mut stories = vec![placed(true); 12];
    stories[0].estimate = "5".into();
    stories[2].status = Status::Ready;
    let picked = pick(&with_ids(&stories), &only_order(), 5);
    assert_eq!(numbers(&picked), [1, 3, 4, 5, 6]);
}

#[test]
fn of_the_stories_near_the_top_those_fit_to_vote_are_taken_first_in_backlog_order() {
    let mut stories: Vec<Story> = (0..30).map(|at| placed(at % 2 == 1 || at > 20)).collect();
    stories[1].said.insert("R6".into(), false);
    let picked = pick(&with_ids(&stories), &only_order(), 5);
    assert_eq!(numbers(&picked), [3, 5, 7, 9, 11]);
    let gaps: Vec<Story> = (0..40).map(|at| placed(at == 39 || at == 4)).collect();
    let picked = pick(&with_ids(&gaps), &only_order(), 6);
    assert_eq!(numbers(&picked), [0, 1, 2, 3, 4, 5]);
}

#[test]
fn a_session_has_five_to_seven_stories_where_there_are_enough() {
    let stories = vec![placed(true); 20];
    for (wanted, given) in [(0, 5), (5, 5), (6, 6), (7, 7), (70, 7)] {
        let picked = pick(&with_ids(&stories), &only_order(), wanted);
        assert_eq!(picked.len(), given);
        assert!(SESSION_STORIES.contains(&picked.len()));
    }
    assert_eq!(pick(&with_ids(&stories[..2]), &only_order(), 5).len(), 2);
    assert_eq!(pick(&[], &only_order(), 5), []);
}

fn kept(story: &Story, change: impl FnOnce(&mut Filter)) -> bool {
    let mut filter = Filter::default();
    change(&mut filter);
    filter.lets_through(story, &Haystack::new(story, true))
}

#[test]
fn a_search_finds_all_its_words_anywhere_in_any_case() {
    let story = Story {
        key: "ABC-12".into(),
        labels: vec!["Übersicht".into()],
        ..story("Export the List", "As CSV, with ümläuts")
    };
    for text in [
        "",
        "  ",
        "export",
        "LIST abc-12",
        "übersicht csv",
        "ÜMLÄUTS",
        "xpor",
    ] {
        assert!(kept(&story, |filter| filter.look_for(text)), "{text}");
    }
    for text in ["import", "export import", "list the listen", "exportthe"] {
        assert!(!kept(&story, |filter| filter.look_for(text)), "{text}");
    }
}

#[test]
fn each_filter_keeps_its_stories_and_no_others() {
    let story = Story {
        kind: Kind::Bug,
        status: Status::Gaps,
        labels: vec!["Shop".into()],
        ..story("Export", "")
    };
    assert!(kept(&story, |filter| filter.status = Some(Status::Gaps)));
    assert!(!kept(&story, |filter| filter.status = Some(Status::Draft)));
    assert!(kept(&story, |filter| filter.kind = Some(Kind::Bug)));
    assert!(!kept(&story, |filter| filter.kind = Some(Kind::Story)));
    assert!(kept(&story, |filter| filter.label = Some("shop".into())));
    assert!(!kept(&story, |filter| filter.label = Some("sho".into())));
    assert!(kept(&story, |filter| filter.understanding = Some(None)));
    assert!(!kept(&story, |filter| {
        filter.understanding = Some(Some(Understanding::Clear));
    }));
    assert!(kept(&story, |filter| filter.only_gaps = true));
    let mut filter = Filter::default();
    assert!(filter.is_idle());
    filter.only_gaps = true;
    assert!(!filter.is_idle());
    assert!(!filter.lets_through(&story, &Haystack::new(&story, false)));
}

#[test]
fn thousands_of_stories_are_filtered_in_one_pass() {
    let stories: Vec<Story> = (0..5_000)
        .map(|n| story(&format!("Story number {n}"), &"Lorem ipsum ".repeat(40)))
        .collect();
    let hay: Vec<Haystack> = stories
        .iter()
        .map(|story| Haystack::new(story, false))
        .collect();
    let mut filter = Filter::default();
    for typed in ["", "4", "49", "499", "4999"] {
        filter.look_for(&format!("number {typed}"));
        let both = stories.iter().zip(&hay);
        let left = both
            .filter(|(story, hay)| filter.lets_through(story, hay))
            .count();
        let expected = (0..5_000)
            .filter(|n: &u32| n.to_string().contains(typed))
            .count();
        assert_eq!(left, expected);
    }
}

//! Voting, as people see it.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::{
    Announcement, DeckProblem, Exposed, Extreme, Guard, Mark, NoticeText, Panel, PhaseView,
    TalkView,
};
use floret::app::{CopyWhat, Event};

use super::world::World;

/// Positions in the Fibonacci hand.
const FIVE: usize = 4;
const EIGHT: usize = 5;
const COFFEE: usize = 12;

fn vote(world: &mut World, tabs: &[usize], cards: &[usize]) {
    for (tab, card) in tabs.iter().zip(cards) {
        world.tell(*tab, Event::CardPicked(*card));
    }
    world.run(300);
}

fn reveal(world: &mut World, tab: usize) {
    world.tell(tab, Event::RevealPressed);
    world.tell(tab, Event::GuardConfirmed);
    world.run(600);
}

#[test]
fn everybody_sees_who_voted_then_the_same_result_with_its_numbers() {
    let (mut world, tabs) = World::meeting(140, 4);
    vote(&mut world, &tabs, &[FIVE, FIVE, FIVE, EIGHT]);
    for tab in &tabs {
        let table = world.table(*tab);
        assert_eq!((table.round.n_voted, table.round.n_voters), (4, 5));
        assert_eq!(table.seats[4].mark, Mark::Empty);
        assert!(table.seats[..4].iter().all(|seat| seat.mark == Mark::Voted));
        assert!(table.result.is_none());
    }
    world.tell(tabs[4], Event::CardPicked(COFFEE));
    world.run(300);
    reveal(&mut world, tabs[2]);
    for tab in &tabs {
        let table = world.table(*tab);
        let result = table.result.unwrap();
        assert_eq!(result.average.as_deref(), Some("5.75"));
        assert_eq!(result.median.as_deref(), Some("5"));
        assert_eq!(result.agreement, Some(75));
        assert_eq!(result.spread, Some((1, TalkView::Close)));
        assert_eq!(result.verified, (5, 5));
        assert_eq!(result.suggestion.as_deref(), Some("5"));
        let bars: Vec<_> = result
            .bars
            .iter()
            .map(|bar| (bar.label.as_str(), bar.count))
            .collect();
        assert_eq!(bars, [("5", 3), ("8", 1), ("☕", 1)]);
        assert!(
            table
                .seats
                .iter()
                .all(|seat| seat.mark == Mark::Secret && !seat.explains)
        );
        let (_, said) = world.view(*tab).announcement;
        assert_eq!(
            said,
            Some(Announcement::Revealed(String::from("5: 3, 8: 1, ☕: 1")))
        );
    }
}

#[test]
fn with_votes_missing_it_asks_first_and_a_question_overtaken_by_events_goes() {
    let (mut world, tabs) = World::meeting(141, 4);
    vote(&mut world, &tabs, &[FIVE, FIVE]);
    world.tell(tabs[1], Event::RevealPressed);
    assert_eq!(
        world.view(tabs[1]).guard,
        Some(Guard::Reveal { missing: 3 })
    );
    world.tell(tabs[1], Event::GuardDismissed);
    assert_eq!(world.view(tabs[1]).guard, None);
    world.tell(tabs[1], Event::RevealPressed);
    vote(&mut world, &tabs[2..], &[FIVE]);
    assert_eq!(
        world.view(tabs[1]).guard,
        Some(Guard::Reveal { missing: 2 }),
        "it counts along"
    );
    reveal(&mut world, tabs[3]);
    assert_eq!(world.view(tabs[1]).guard, None, "somebody else revealed");
    let result = world.table(tabs[1]).result.unwrap();
    assert_eq!((result.n_votes, result.verified), (3, (5, 5)));
    // The late yes does not reveal the next round.
    world.tell(tabs[0], Event::VoteAgain);
    world.run(300);
    vote(&mut world, &tabs, &[FIVE]);
    world.tell(tabs[1], Event::GuardConfirmed);
    world.run(500);
    assert_eq!(world.table(tabs[0]).round.phase, PhaseView::Voting);
}

#[test]
fn named_rounds_show_cards_and_who_speaks_first() {
    let (mut world, tabs) = World::meeting(142, 3);
    world.tell(tabs[0], Event::Anonymous(false));
    world.run(200);
    assert!(
        !world.table(tabs[2]).round.is_anonymous,
        "every seat sees it before it votes"
    );
    vote(&mut world, &tabs, &[2, FIVE, EIGHT]);
    reveal(&mut world, tabs[0]);
    let seats = world.table(tabs[3]).seats;
    let marks: Vec<_> = seats.iter().map(|seat| seat.mark.clone()).collect();
    let card = |label: &str| Mark::Card(label.to_owned());
    assert_eq!(marks, [card("2"), card("5"), card("8"), Mark::NoVote]);
    let first: Vec<_> = seats.iter().map(|seat| seat.speaks_first).collect();
    assert_eq!(first, [Some(Extreme::Low), None, Some(Extreme::High), None]);
    assert_eq!(world.table(tabs[0]).result.unwrap().exposed, None);
}

#[test]
fn results_that_hide_nobody_say_so() {
    let (mut world, tabs) = World::meeting(143, 3);
    let cases = [
        (vec![FIVE], Exposed::Alone),
        (vec![FIVE, EIGHT], Exposed::Two),
        (vec![FIVE; 4], Exposed::Unanimous),
    ];
    for (cards, exposed) in cases {
        vote(&mut world, &tabs, &cards);
        reveal(&mut world, tabs[0]);
        assert_eq!(world.table(tabs[1]).result.unwrap().exposed, Some(exposed));
        world.tell(tabs[0], Event::VoteAgain);
        world.run(300);
    }
    vote(&mut world, &tabs, &[2, FIVE, FIVE, EIGHT]);
    reveal(&mut world, tabs[0]);
    let result = world.table(tabs[1]).result.unwrap();
    assert_eq!((result.exposed, result.extremes), (None, Some((1, 1))));
    assert_eq!(result.explain, Some(false));
    world.tell(tabs[1], Event::Explain(true));
    world.run(300);
    assert!(world.table(tabs[0]).seats[1].explains);
}

#[test]
fn all_votes_in_start_a_countdown_that_anyone_may_stop() {
    let (mut world, tabs) = World::meeting(144, 2);
    world.tell(tabs[0], Event::AutoReveal(true));
    vote(&mut world, &tabs, &[FIVE; 3]);
    assert_eq!(
        world.table(tabs[2]).round.phase,
        PhaseView::Countdown { seconds: 3 }
    );
    world.run(1_200);
    assert_eq!(
        world.table(tabs[2]).round.phase,
        PhaseView::Countdown { seconds: 2 }
    );
    world.tell(tabs[2], Event::CountdownStopped);
    world.run(6_000);
    assert_eq!(world.table(tabs[0]).round.phase, PhaseView::Voting);
    world.tell(tabs[1], Event::VoteTakenBack);
    world.run(200);
    world.tell(tabs[1], Event::CardPicked(EIGHT));
    world.run(4_000);
    assert_eq!(world.table(tabs[0]).round.phase, PhaseView::Revealed);
}

#[test]
fn rounds_of_one_story_stay_visible_and_the_estimate_is_kept_and_handed_out() {
    let (mut world, tabs) = World::meeting(145, 2);
    world.tell(tabs[1], Event::TitleTyped(String::from("Search, by =name")));
    vote(&mut world, &tabs, &[2, FIVE, EIGHT]);
    reveal(&mut world, tabs[0]);
    world.tell(tabs[1], Event::VoteAgain);
    world.run(300);
    let table = world.table(tabs[2]);
    assert_eq!(
        (table.earlier.len(), table.round.number, table.result),
        (1, 2, None)
    );
    assert!(table.hand.iter().all(|card| !card.is_picked));
    vote(&mut world, &tabs, &[FIVE; 3]);
    reveal(&mut world, tabs[0]);
    world.tell(tabs[2], Event::EstimateSaved(String::from("5")));
    world.run(300);
    world.tell(tabs[2], Event::NextStory);
    world.run(300);
    let table = world.table(tabs[1]);
    assert_eq!((table.story.number, table.story.title.as_str()), (2, ""));
    assert_eq!(table.stories[0].estimate.as_deref(), Some("5"));
    assert_eq!(
        (table.stories[0].n_rounds, table.stories[0].agreement),
        (2, Some(100))
    );
    world.tell(tabs[1], Event::LookBack);
    vote(&mut world, &tabs[1..2], &[FIVE]);
    let table = world.table(tabs[1]);
    assert!(table.story.is_past && !table.can_vote && table.result.is_some());
    world.tell(tabs[1], Event::CopyPressed(CopyWhat::Markdown));
    world.tell(tabs[1], Event::CopyPressed(CopyWhat::Csv));
    world.tell(tabs[1], Event::DownloadCsv);
    let copies: Vec<_> = world.tabs[tabs[1]]
        .copies
        .iter()
        .rev()
        .take(2)
        .cloned()
        .collect();
    assert!(
        copies[0].1.contains("\"Search, by =name\",5"),
        "{}",
        copies[0].1
    );
    assert!(
        copies[1].1.contains("| Search, by =name | 5 |"),
        "{}",
        copies[1].1
    );
    assert_eq!(world.tabs[tabs[1]].files[0].0, "floret-estimates.csv");
}

#[test]
fn the_next_story_asks_while_votes_are_out_and_not_otherwise() {
    let (mut world, tabs) = World::meeting(146, 1);
    world.tell(tabs[0], Event::NextStory);
    world.run(100);
    assert_eq!(
        world.table(tabs[0]).story.number,
        1,
        "an untouched story is no reason"
    );
    vote(&mut world, &tabs, &[FIVE]);
    world.tell(tabs[1], Event::NextStory);
    assert_eq!(
        world.view(tabs[1]).guard,
        Some(Guard::NextStory { votes: 1 })
    );
    world.tell(tabs[1], Event::GuardConfirmed);
    world.run(300);
    assert_eq!(world.table(tabs[0]).story.number, 2);
    assert_eq!(world.table(tabs[0]).round.n_voted, 0);
}

#[test]
fn single_keys_do_what_their_buttons_do_and_can_be_switched_off() {
    let (mut world, tabs) = World::meeting(147, 1);
    let key = |world: &mut World, tab, key: &str| world.tell(tab, Event::Key(key.to_owned()));
    key(&mut world, tabs[1], "5");
    let table = world.table(tabs[1]);
    let picked = table.hand.iter().find(|card| card.is_picked).unwrap();
    assert_eq!(picked.key, Some('5'));
    key(&mut world, tabs[1], "Escape");
    assert!(world.table(tabs[1]).hand.iter().all(|card| !card.is_picked));
    key(&mut world, tabs[0], "0");
    key(&mut world, tabs[1], "1");
    world.run(300);
    key(&mut world, tabs[1], "v");
    world.run(500);
    assert_eq!(world.table(tabs[0]).round.phase, PhaseView::Revealed);
    key(&mut world, tabs[1], "R");
    world.run(300);
    assert_eq!(world.table(tabs[0]).round.number, 2);
    key(&mut world, tabs[1], "n");
    world.run(300);
    key(&mut world, tabs[1], "p");
    assert!(world.table(tabs[1]).story.is_past);
    key(&mut world, tabs[1], "n");
    assert!(!world.table(tabs[1]).story.is_past);
    key(&mut world, tabs[1], "t");
    world.run(300);
    assert!(world.table(tabs[0]).timer.is_running);
    key(&mut world, tabs[1], "F1");
    assert_eq!(world.view(tabs[1]).panel, Some(Panel::Help));
    key(&mut world, tabs[1], "1");
    assert!(
        world.table(tabs[1]).hand.iter().all(|card| !card.is_picked),
        "a dialog is open"
    );
    world.tell(tabs[1], Event::PanelClosed);
    world.tell(tabs[1], Event::SingleKeys(false));
    key(&mut world, tabs[1], "1");
    assert!(world.table(tabs[1]).hand.iter().all(|card| !card.is_picked));
}

#[test]
fn a_deck_changed_while_votes_are_out_clears_them_and_says_so() {
    let (mut world, tabs) = World::meeting(148, 1);
    vote(&mut world, &tabs, &[FIVE, FIVE]);
    world.tell(tabs[0], Event::DeckChosen(3));
    world.run(300);
    assert!(world.says(tabs[0], &NoticeText::VotesCleared).is_some());
    for tab in tabs {
        let table = world.table(tab);
        assert_eq!(table.round.n_voted, 0);
        assert!(table.hand.iter().all(|card| !card.is_picked));
        assert_eq!(table.hand[0].label, "XS");
    }
}

#[test]
fn custom_decks_are_refused_with_the_reason_kept_deleted_and_brought_back() {
    let (mut world, tabs) = World::meeting(149, 1);
    let deck = |world: &mut World, name: &str, text: &str| {
        let (name, text) = (name.to_owned(), text.to_owned());
        world.tell(tabs[0], Event::CustomDeck { name, text });
    };
    let many: Vec<_> = (0..50).map(|n| n.to_string()).collect();
    let cases = [
        ("Mine", "1 2", DeckProblem::TooFew(2)),
        ("Mine", &many.join(" "), DeckProblem::TooMany(50)),
        ("  ", "1 2 3", DeckProblem::NoName),
    ];
    for (name, text, problem) in cases {
        deck(&mut world, name, text);
        assert_eq!(world.table(tabs[0]).rules.deck_problem, Some(problem));
    }
    deck(&mut world, "Fruit", "cherry=1, apple=3, melon=8");
    world.run(300);
    let rules = world.table(tabs[0]).rules;
    assert_eq!((rules.deck, rules.deck_problem), (Some(8), None));
    assert_eq!(world.table(tabs[1]).hand[2].label, "melon", "guests get it");
    world.tell(tabs[0], Event::DeckDeleted(0));
    assert!(world.view(tabs[0]).settings.decks.is_empty());
    let notice = world
        .says(tabs[0], &NoticeText::DeckDeleted(String::from("Fruit")))
        .unwrap();
    world.tell(tabs[0], Event::Undo(notice.id));
    assert_eq!(world.view(tabs[0]).settings.decks.len(), 1);
    let again = world.reload(tabs[0]);
    assert_eq!(world.view(again).settings.decks.len(), 1);
    assert_eq!(world.table(again).hand[2].label, "melon");
}

#[test]
fn comments_come_without_names_and_only_where_they_are_allowed() {
    let (mut world, tabs) = World::meeting(150, 3);
    assert!(world.table(tabs[1]).comments.is_none());
    world.tell(tabs[0], Event::Comments(true));
    world.run(300);
    world.tell(
        tabs[1],
        Event::CommentTyped(String::from("we lack test data")),
    );
    world.tell(tabs[2], Event::CommentTyped("é".repeat(90)));
    vote(&mut world, &tabs, &[FIVE; 4]);
    assert_eq!(
        world.table(tabs[2]).comments.unwrap().text.chars().count(),
        60
    );
    reveal(&mut world, tabs[0]);
    let comments = world.table(tabs[3]).result.unwrap().comments;
    assert_eq!(comments.len(), 2);
    assert!(comments.contains(&(None, String::from("we lack test data"))));
}

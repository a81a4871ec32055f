//! Votes that are no estimates, as people see them.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::{Purpose, TalkView};
use floret::app::{Event, MeetingEvent};

use super::world::World;

/// Positions in the hands.
const FIVE_POINTS: usize = 4;
const FOUR_FINGERS: usize = 3;
const READY: usize = 0;
const NOT_READY: usize = 1;

fn ask(world: &mut World, tab: usize, purpose: Purpose) {
    world.tell(tab, Event::Meeting(MeetingEvent::Asked(purpose)));
    world.run(300);
}

fn vote(world: &mut World, tabs: &[usize], cards: &[usize]) {
    for (tab, card) in tabs.iter().zip(cards) {
        world.tell(*tab, Event::CardPicked(*card));
    }
    world.run(300);
    world.tell(tabs[0], Event::RevealPressed);
    world.tell(tabs[0], Event::GuardConfirmed);
    world.run(600);
}

fn hand(world: &World, tab: usize) -> Vec<String> {
    let cards = world.table(tab).hand.into_iter();
    cards.map(|card| card.label).collect()
}

#[test]
fn a_confidence_vote_has_its_own_hand_and_result_and_leaves_the_estimate_alone() {
    let (mut world, tabs) = World::meeting(970, 2);
    vote(&mut world, &tabs, &[FIVE_POINTS; 3]);
    assert!(world.table(tabs[1]).estimate.is_some());
    ask(&mut world, tabs[0], Purpose::Confidence);
    for tab in &tabs {
        let table = world.table(*tab);
        assert_eq!(table.purpose, Purpose::Confidence);
        assert_eq!(hand(&world, *tab), ["1", "2", "3", "4", "5"]);
        assert_eq!((table.round.number, table.result), (1, None));
        assert!(table.estimate.is_none() && table.earlier.is_empty());
    }
    vote(&mut world, &tabs, &[FOUR_FINGERS; 3]);
    for tab in &tabs {
        let table = world.table(*tab);
        let result = table.result.unwrap();
        let bars: Vec<_> = result.bars.iter().map(|bar| bar.label.as_str()).collect();
        assert_eq!((bars, result.number), (vec!["4"], 1));
        assert_eq!(result.average.as_deref(), Some("4"));
        assert!(table.estimate.is_none() && table.earlier.is_empty());
    }
    world.tell(tabs[0], Event::VoteAgain);
    world.run(300);
    assert_eq!(
        world.table(tabs[2]).round.number,
        2,
        "the same is asked again"
    );
    ask(&mut world, tabs[0], Purpose::Estimate);
    let table = world.table(tabs[1]);
    assert!(hand(&world, tabs[1]).contains(&String::from("13")));
    assert_eq!((table.round.number, table.earlier.len()), (2, 1));
    let bars: Vec<_> = table.earlier[0]
        .bars
        .iter()
        .map(|bar| bar.label.as_str())
        .collect();
    assert_eq!(bars, ["5"], "the vote on the story, not the fingers");
}

#[test]
fn ready_or_not_needs_a_talk_as_soon_as_one_is_not() {
    let (mut world, tabs) = World::meeting(971, 2);
    ask(&mut world, tabs[0], Purpose::Ready);
    vote(&mut world, &tabs, &[READY, READY, NOT_READY]);
    for tab in &tabs {
        let result = world.table(*tab).result.unwrap();
        assert_eq!(result.spread.map(|(_, talk)| talk), Some(TalkView::Talk));
        assert_eq!(result.average, None);
    }
    // The next story is about its estimate again.
    world.tell(tabs[0], Event::NextStory);
    world.run(300);
    let table = world.table(tabs[1]);
    assert_eq!((table.purpose, table.round.number), (Purpose::Estimate, 1));
}

#[test]
#[cfg(not(target_arch = "wasm32"))]
fn after_however_many_other_votes_the_newest_is_shown_and_in_the_record() {
    use floret::room::MAX_POLLS;
    let (mut world, tabs) = super::typing::seated(972);
    ask(&mut world, tabs[0], Purpose::Confidence);
    for _ in 0..MAX_POLLS {
        vote(&mut world, &tabs, &[FOUR_FINGERS; 3]);
        world.tell(tabs[0], Event::VoteAgain);
        world.run(200);
    }
    vote(&mut world, &tabs, &[FOUR_FINGERS, FOUR_FINGERS, 0]);
    for tab in tabs {
        let table = world.table(tab);
        let bars = table.result.unwrap().bars;
        let bars: Vec<_> = bars
            .iter()
            .map(|bar| (bar.label.as_str(), bar.count))
            .collect();
        assert_eq!(bars, [("1", 1), ("4", 2)]);
        let record = table.meeting.unwrap().record;
        assert_eq!(record.polls.len(), MAX_POLLS);
        let votes: Vec<_> = record
            .polls
            .iter()
            .map(|poll| poll.votes.votes.len())
            .collect();
        assert!(votes[..MAX_POLLS - 1].iter().all(|n| *n == 1));
        assert_eq!(votes[MAX_POLLS - 1], 2);
    }
}

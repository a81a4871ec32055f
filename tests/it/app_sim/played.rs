//! Cards kept with a pack: played once, by the person's own page, when the vote on their
//! story begins.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::{NoticeText, Purpose, TableView};
use floret::app::{DoorNews, Event, MeetingEvent, PlannedStory, PlannedTable};
use floret::meeting::{Act, AgendaStep, Meeting, Timebox, Topic, TopicId};
use floret::saved::{AHEAD_PREFIX, KeptAhead, PLAYED_KEY, write_ahead};
use floret::story::StoryId;

use super::browser::TabId;
use super::world::{BASE, World};

/// Story ids at the organiser's desk, and what their stories are called.
const LOGIN: (u64, &str) = (11, "Login");
const SEARCH: (u64, &str) = (12, "Search");

/// Somebody opens the table of a meeting over two stories, without an agenda.
fn organiser(world: &mut World) -> TabId {
    organiser_with(world, &[])
}

/// The same, with these parts of an agenda.
fn organiser_with(world: &mut World, steps: &[AgendaStep]) -> TabId {
    let browser = world.browser();
    let tab = world.open(browser, &format!("{BASE}#plan"));
    world.tell(tab, Event::Desk(DoorNews::Opened));
    let stories = [LOGIN, SEARCH];
    let mut meeting = Meeting {
        id: 5,
        topics: stories
            .map(|(story, title)| Topic {
                story,
                title: title.to_owned(),
                ..Topic::default()
            })
            .to_vec(),
        ..Meeting::default()
    };
    let parts = steps.iter().map(|step| Timebox {
        step: *step,
        minutes: 10,
        added: 0,
        used_ms: 0,
    });
    meeting.agenda.parts = parts.collect();
    let planned = stories.map(|(id, title)| PlannedStory {
        id: StoryId(id).to_string(),
        title: title.to_owned(),
        ..PlannedStory::default()
    });
    let plan = PlannedTable {
        goal: String::new(),
        stories: planned.to_vec(),
        meeting: Some(Box::new(meeting)),
    };
    world.tell(tab, Event::Desk(DoorNews::Planned(Box::new(plan))));
    world.tell(tab, Event::NameGiven(String::from("Ana")));
    world.run(500);
    tab
}

/// Keeps cards with a pack, as the desk does.
fn keep(world: &mut World, browser: usize, pack: &str, at_ms: i64, cards: &[(u64, &str)]) {
    let cards = cards
        .iter()
        .map(|(id, card)| (StoryId(*id), (*card).into()));
    let cards = cards.collect();
    let text = write_ahead(&KeptAhead { at_ms, cards });
    let key = [AHEAD_PREFIX, pack].concat();
    world.browsers[browser].kept.insert(key, text);
}

/// Comes to the table by its link.
fn sit_down(world: &mut World, host: TabId, browser: usize, name: &str) -> TabId {
    let link = world.link(host);
    let tab = world.open(browser, &link);
    world.tell(tab, Event::NameGiven(name.to_owned()));
    world.run(1_600);
    let reply = world.reply(tab);
    world.paste(host, &reply);
    world.run(1_000);
    tab
}

/// A table with Ana, with Dana, who kept cards with a pack, and with Bo, who did not.
fn table(seed: u64, cards: &[(u64, &str)]) -> (World, [TabId; 3]) {
    let mut world = World::new(seed);
    let ana = organiser(&mut world);
    let (browser, other) = (world.browser(), world.browser());
    keep(&mut world, browser, "ab", 1, cards);
    let dana = sit_down(&mut world, ana, browser, "Dana");
    let bo = sit_down(&mut world, ana, other, "Bo");
    (world, [ana, dana, bo])
}

fn picked(table: &TableView) -> Option<&str> {
    let mut hand = table.hand.iter();
    let card = hand.find(|card| card.is_picked);
    card.map(|card| card.label.as_str())
}

fn position(table: &TableView, label: &str) -> usize {
    let mut hand = table.hand.iter();
    hand.position(|card| card.label == label).unwrap()
}

fn pick(world: &mut World, tab: TabId, label: &str) {
    let at = position(&world.table(tab), label);
    world.tell(tab, Event::CardPicked(at));
    world.run(300);
}

fn reveal(world: &mut World, tab: TabId) {
    world.tell(tab, Event::RevealPressed);
    world.tell(tab, Event::GuardConfirmed);
    world.run(800);
}

/// Cards of the result and how many votes each got, as one screen shows them.
fn result(world: &World, tab: TabId) -> Vec<(String, u32)> {
    let bars = world.table(tab).result.unwrap().bars.into_iter();
    let bars = bars.map(|bar| (bar.label, bar.count));
    bars.filter(|(_, n)| *n > 0).collect()
}

fn says(card: &str) -> NoticeText {
    NoticeText::PlayedAhead(card.to_owned())
}

#[test]
fn a_card_of_a_pack_is_played_when_its_story_is_voted_on_and_counts_like_any_other() {
    let (mut world, [ana, dana, bo]) = table(980, &[(11, "5"), (12, "8"), (99, "1")]);
    assert_eq!(picked(&world.table(dana)), Some("5"));
    assert!(world.says(dana, &says("5")).is_some());
    for tab in [ana, bo] {
        assert_eq!(world.table(tab).round.n_voted, 1);
        assert_eq!(picked(&world.table(tab)), None);
        assert!(world.says(tab, &says("5")).is_none());
    }
    pick(&mut world, ana, "3");
    pick(&mut world, bo, "3");
    reveal(&mut world, ana);
    for tab in [ana, dana, bo] {
        let bars = [(String::from("3"), 2), (String::from("5"), 1)];
        assert_eq!(result(&world, tab), bars);
    }
    world.tell(ana, Event::VoteAgain);
    world.run(600);
    assert_eq!(picked(&world.table(dana)), None, "once, not in each round");
    world.tell(ana, Event::NextStory);
    world.tell(ana, Event::GuardConfirmed);
    world.run(1_000);
    assert_eq!(world.table(dana).story.title, "Search");
    assert_eq!(picked(&world.table(dana)), Some("8"));
    assert!(world.says(dana, &says("8")).is_some());
}

#[test]
fn it_can_be_changed_and_taken_back_and_does_not_come_again() {
    let (mut world, [_, mut dana, bo]) = table(981, &[(11, "5")]);
    pick(&mut world, dana, "8");
    assert_eq!(picked(&world.table(dana)), Some("8"));
    world.tell(dana, Event::VoteTakenBack);
    world.run(1_000);
    for _ in 0..2 {
        assert_eq!(picked(&world.table(dana)), None);
        assert_eq!(world.table(bo).round.n_voted, 0);
        dana = world.reload(dana);
        world.run(3_000);
    }
    // Nor at the next table over the same story.
    let browser = world.tabs[dana].browser;
    let other = organiser(&mut world);
    let there = sit_down(&mut world, other, browser, "Dana");
    assert_eq!(picked(&world.table(there)), None);
}

#[test]
fn a_reload_in_the_middle_keeps_the_played_card() {
    let (mut world, [ana, dana, _]) = table(982, &[(11, "5")]);
    let dana = world.reload(dana);
    world.run(3_000);
    assert_eq!(picked(&world.table(dana)), Some("5"));
    assert!(world.says(dana, &says("5")).is_none(), "said once");
    reveal(&mut world, ana);
    assert_eq!(result(&world, ana), [(String::from("5"), 1)]);
}

#[test]
fn a_card_that_the_deck_does_not_hold_waits_for_one_that_does() {
    let (mut world, [ana, dana, bo]) = table(983, &[(11, "XL")]);
    assert_eq!(picked(&world.table(dana)), None);
    let decks = world.table(ana).rules.decks;
    let sizes = decks.iter().position(|deck| deck.cards.contains("XL"));
    world.tell(ana, Event::DeckChosen(sizes.unwrap()));
    world.run(1_000);
    assert_eq!(picked(&world.table(dana)), Some("XL"));
    assert_eq!(world.table(bo).round.n_voted, 1);
}

#[test]
fn whoever_watches_plays_nothing_until_they_vote() {
    let mut world = World::new(984);
    let ana = organiser(&mut world);
    pick(&mut world, ana, "3");
    let browser = world.browser();
    let dana = sit_down(&mut world, ana, browser, "Dana");
    world.tell(dana, Event::Observe(true));
    world.run(500);
    keep(&mut world, browser, "ab", 1, &[(11, "5")]);
    let dana = world.reload(dana);
    world.run(3_000);
    assert!(world.table(dana).is_observer);
    assert_eq!(picked(&world.table(dana)), None);
    world.tell(dana, Event::Observe(false));
    world.run(1_000);
    assert_eq!(picked(&world.table(dana)), Some("5"));
}

#[test]
fn who_comes_after_a_reveal_or_votes_by_hand_plays_nothing() {
    let mut world = World::new(985);
    let ana = organiser(&mut world);
    pick(&mut world, ana, "3");
    reveal(&mut world, ana);
    let (browser, other) = (world.browser(), world.browser());
    keep(&mut world, browser, "ab", 1, &[(11, "5"), (12, "13")]);
    let dana = sit_down(&mut world, ana, browser, "Dana");
    world.tell(ana, Event::VoteAgain);
    world.run(1_000);
    assert_eq!(picked(&world.table(dana)), None);
    // Other questions are not answered by estimates.
    let asked = MeetingEvent::Asked(Purpose::Confidence);
    world.tell(ana, Event::Meeting(asked));
    world.run(1_000);
    assert_eq!(picked(&world.table(dana)), None);

    let eve = sit_down(&mut world, ana, other, "Eve");
    world.tell(ana, Event::NextStory);
    world.run(1_000);
    assert_eq!(picked(&world.table(dana)), Some("13"));
    pick(&mut world, eve, "1");
    keep(&mut world, other, "ab", 1, &[(12, "13")]);
    let eve = world.reload(eve);
    world.run(3_000);
    assert_eq!(picked(&world.table(eve)), Some("1"));
    world.tell(eve, Event::VoteTakenBack);
    world.run(1_000);
    assert_eq!(picked(&world.table(eve)), None, "a vote by hand uses it up");
}

#[test]
fn of_two_packs_the_newer_one_counts_and_the_host_plays_its_own_too() {
    let mut world = World::new(986);
    let browser = world.browsers.len();
    let ana = organiser(&mut world);
    world.tell(ana, Event::Observe(true));
    world.run(300);
    keep(&mut world, browser, "ab", 7, &[(11, "5")]);
    keep(&mut world, browser, "cd", 6, &[(11, "8"), (12, "2")]);
    let key = [AHEAD_PREFIX, "cd"].concat();
    let text = world.browsers[browser].kept[&key].clone();
    let news = |key: String, text: String| DoorNews::Kept {
        key,
        value: Some(text),
    };
    world.tell(ana, Event::Desk(news(key, text)));
    let key = [AHEAD_PREFIX, "ab"].concat();
    let text = world.browsers[browser].kept[&key].clone();
    world.tell(ana, Event::Desk(news(key, text)));
    world.tell(ana, Event::Observe(false));
    world.run(1_000);
    assert_eq!(picked(&world.table(ana)), Some("5"));
    assert!(world.browsers[browser].kept.contains_key(PLAYED_KEY));
    world.tell(ana, Event::VoteTakenBack);
    world.run(1_000);
    assert_eq!(
        picked(&world.table(ana)),
        None,
        "nor that of the older pack"
    );
}

fn does(world: &mut World, tab: TabId, act: Act) {
    world.tell(tab, Event::Meeting(MeetingEvent::Did(act)));
    world.run(800);
}

#[test]
fn while_people_gather_and_read_the_card_waits() {
    let steps = [
        AgendaStep::SilentReading,
        AgendaStep::FollowUps,
        AgendaStep::WalkThrough,
    ];
    let mut world = World::new(987);
    let ana = organiser_with(&mut world, &steps);
    let browser = world.browser();
    keep(&mut world, browser, "ab", 1, &[(11, "5")]);
    let dana = sit_down(&mut world, ana, browser, "Dana");
    assert_eq!(picked(&world.table(dana)), None, "nobody has begun");
    for act in [Act::Start, Act::GoTo { part: 1 }] {
        does(&mut world, ana, act);
        assert!(world.table(dana).cards_rest);
        assert_eq!(picked(&world.table(dana)), None);
    }
    does(&mut world, ana, Act::GoTo { part: 2 });
    assert_eq!(picked(&world.table(dana)), Some("5"));
    assert!(world.says(dana, &says("5")).is_some());
}

#[test]
fn who_votes_without_starting_the_agenda_begins_the_vote() {
    let mut world = World::new(988);
    let ana = organiser_with(&mut world, &[AgendaStep::WalkThrough]);
    let browser = world.browser();
    keep(&mut world, browser, "ab", 1, &[(11, "5")]);
    let dana = sit_down(&mut world, ana, browser, "Dana");
    assert_eq!(picked(&world.table(dana)), None);
    pick(&mut world, ana, "3");
    world.run(300);
    assert_eq!(picked(&world.table(dana)), Some("5"));
}

#[test]
fn a_story_that_is_picked_again_was_seen_already() {
    let mut world = World::new(989);
    let ana = organiser(&mut world);
    pick(&mut world, ana, "3");
    reveal(&mut world, ana);
    does(&mut world, ana, Act::Pick { topic: TopicId(1) });
    let browser = world.browser();
    keep(&mut world, browser, "ab", 1, &[(11, "5"), (12, "8")]);
    let dana = sit_down(&mut world, ana, browser, "Dana");
    assert_eq!(picked(&world.table(dana)), Some("8"));
    does(&mut world, ana, Act::Pick { topic: TopicId(0) });
    world.tell(ana, Event::VoteAgain);
    world.run(800);
    assert_eq!(world.table(dana).story.title, "Login");
    assert_eq!(picked(&world.table(dana)), None);
}

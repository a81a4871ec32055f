//! What leaves of a record at the table is told to the desk of whoever opened it; and the
//! record says of each round how it was voted.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::{Act, Handout};
use floret::app::{DoorNews, Event, MeetingEvent, PlannedStory, PlannedTable};
use floret::meeting::{Counted, Meeting, Record, Topic};
use floret::saved::{
    HANDOUT_PREFIX, Kept, MET_KEY, handout_key, read_handout, read_record, record_key,
};
use floret::story::StoryId;

use super::browser::TabId;
use super::world::{BASE, World};

const MEETING: u64 = 0xf10;

/// A host and a guest at the table of a planned meeting.
fn seated(world: &mut World) -> [TabId; 2] {
    let topic = Topic {
        story: 1,
        title: String::from("Login"),
        ..Topic::default()
    };
    let meeting = Meeting {
        id: MEETING,
        topics: vec![topic],
        ..Meeting::default()
    };
    let story = PlannedStory {
        id: StoryId(1).to_string(),
        title: String::from("Login"),
        ..PlannedStory::default()
    };
    let plan = PlannedTable {
        stories: vec![story],
        meeting: Some(Box::new(meeting)),
        ..PlannedTable::default()
    };
    let browser = world.browser();
    let host = world.open(browser, &format!("{BASE}#plan"));
    world.tell(host, Event::Desk(DoorNews::Opened));
    world.tell(host, Event::Desk(DoorNews::Planned(Box::new(plan))));
    world.tell(host, Event::NameGiven(String::from("Ana")));
    world.run(500);
    let link = world.link(host);
    let guest = world.answer(&link, "Bo");
    world.run(1_600);
    let reply = world.reply(guest);
    world.paste(host, &reply);
    world.run(1_000);
    [host, guest]
}

fn tell(world: &mut World, tab: TabId, event: MeetingEvent) {
    world.tell(tab, Event::Meeting(event));
    world.run(600);
}

fn end(world: &mut World, host: TabId) {
    tell(world, host, MeetingEvent::Did(Act::Start));
    tell(world, host, MeetingEvent::Did(Act::End));
    world.run(2_000);
}

fn copied(handout: Handout) -> MeetingEvent {
    let text = String::from("# Refinement");
    MeetingEvent::Copied { handout, text }
}

fn saved(handout: Handout) -> MeetingEvent {
    MeetingEvent::Saved {
        handout,
        name: String::from("refinement.csv"),
        mime: "text/csv",
        text: String::from("Issue key"),
    }
}

/// What the desk finds: key and text.
fn handed(world: &World, tab: TabId) -> Vec<(String, String)> {
    let kept = world.browsers[world.tabs[tab].browser].kept.iter();
    let handed = kept.filter(|(key, _)| key.starts_with(HANDOUT_PREFIX));
    handed
        .map(|(key, text)| (key.clone(), text.clone()))
        .collect()
}

fn kept(world: &World, tab: TabId, key: &str) -> Record {
    let text = &world.browsers[world.tabs[tab].browser].kept[key];
    let Kept::Fine(record) = read_record(text) else {
        panic!("not a record: {text}");
    };
    record
}

#[test]
fn what_the_opener_hands_out_is_told_and_what_others_do_is_their_own() {
    let mut world = World::new(995);
    let [host, guest] = seated(&mut world);
    tell(&mut world, host, copied(Handout::Text));
    assert!(handed(&world, host).is_empty(), "it is not over");
    end(&mut world, host);
    for tab in [host, guest] {
        tell(&mut world, tab, copied(Handout::Text));
        tell(&mut world, tab, saved(Handout::ForJira));
        tell(&mut world, tab, MeetingEvent::Printed);
    }
    let ended_ms = kept(&world, host, MET_KEY).meeting.agenda.ended_ms;
    let told = handed(&world, host);
    let keys: Vec<&str> = told.iter().map(|(key, _)| key.as_str()).collect();
    let mut expected =
        [Handout::Text, Handout::ForJira, Handout::Paper].map(|one| handout_key(MEETING, one));
    expected.sort();
    assert_eq!(keys, expected);
    for (_, text) in &told {
        assert_eq!(read_handout(text), Kept::Fine(ended_ms.unwrap()));
    }
    assert!(handed(&world, guest).is_empty());
}

#[test]
fn what_the_clipboard_refused_is_not_told() {
    let mut world = World::new(996);
    let [host, _guest] = seated(&mut world);
    end(&mut world, host);
    let browser = world.tabs[host].browser;
    world.browsers[browser].clipboard_works = false;
    tell(&mut world, host, copied(Handout::Text));
    assert!(handed(&world, host).is_empty());
}

fn vote(world: &mut World, tabs: [TabId; 2], cards: [usize; 2]) {
    for (tab, card) in tabs.into_iter().zip(cards) {
        world.tell(tab, Event::CardPicked(card));
    }
    world.run(400);
    world.tell(tabs[0], Event::RevealPressed);
    world.tell(tabs[0], Event::GuardConfirmed);
    world.run(800);
}

#[test]
fn the_record_says_of_each_round_how_far_apart_it_was_and_whether_it_had_names() {
    let mut world = World::new(997);
    let tabs = seated(&mut world);
    vote(&mut world, tabs, [3, 5]);
    world.tell(tabs[0], Event::VoteAgain);
    world.run(400);
    vote(&mut world, tabs, [4, 4]);
    end(&mut world, tabs[0]);
    let round = |spread| Counted {
        is_named: false,
        spread: Some(spread),
    };
    for tab in tabs {
        let record = kept(&world, tab, &record_key(MEETING));
        assert_eq!(record.estimated[0].rounds, [round(2), round(0)]);
    }
}

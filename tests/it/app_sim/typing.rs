//! What is typed into a text of the meeting outlives the page it was typed on.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::{NoticeText, Place, TopicField, TopicId};
use floret::app::{DoorNews, Event, MeetingEvent, PlannedStory, PlannedTable};
use floret::meeting::{Meeting, Topic, Typed};
use floret::saved::{DAMAGED_PREFIX, Kept, TYPED_PREFIX, read_typed};
use floret::story::StoryId;

use super::browser::TabId;
use super::world::{BASE, World};

const PLACE: Place = Place::Topic(TopicId(0), TopicField::Acceptance);

/// WebAssembly without optimisation has time for fewer.
const N_TURNS: u32 = if cfg!(target_arch = "wasm32") { 2 } else { 24 };

fn planned() -> PlannedTable {
    let title = String::from("Pay by invoice");
    let topic = Topic {
        story: 1,
        title: title.clone(),
        acceptance: Typed::of("It has a number"),
        ..Topic::default()
    };
    let meeting = Meeting {
        id: 0x7e,
        topics: vec![topic],
        ..Meeting::default()
    };
    PlannedTable {
        goal: String::new(),
        stories: vec![PlannedStory {
            id: StoryId(1).to_string(),
            title,
            ..PlannedStory::default()
        }],
        meeting: Some(Box::new(meeting)),
    }
}

/// Ana, who opened the table, Ben and Cleo.
pub(super) fn seated(seed: u64) -> (World, [TabId; 3]) {
    let mut world = World::new(seed);
    let browser = world.browser();
    let ana = world.open(browser, &format!("{BASE}#plan"));
    world.tell(ana, Event::Desk(DoorNews::Opened));
    world.tell(ana, Event::Desk(DoorNews::Planned(Box::new(planned()))));
    world.tell(ana, Event::NameGiven(String::from("Ana")));
    world.run(500);
    let guests = ["Ben", "Cleo"].map(|name| {
        let guest = world.answer(&world.link(ana), name);
        world.run(1_600);
        let reply = world.reply(guest);
        world.paste(ana, &reply);
        world.run(400);
        guest
    });
    (world, [ana, guests[0], guests[1]])
}

fn types(world: &mut World, tab: TabId, text: &str) {
    let (place, text) = (PLACE, text.to_owned());
    world.tell(tab, Event::Meeting(MeetingEvent::Typed { place, text }));
}

/// The text as this page shows it.
fn text(world: &World, tab: TabId) -> String {
    world.table(tab).meeting.unwrap().text(PLACE).to_owned()
}

/// The text as everybody at the table has it.
fn at_table(world: &World, tab: TabId) -> String {
    let meeting = world.table(tab).meeting.unwrap();
    meeting.meeting().typed(PLACE).unwrap().text.clone()
}

/// What a browser keeps of it, by key.
fn kept(world: &World, tab: TabId) -> Vec<(String, String)> {
    let kept = world.browsers[world.tabs[tab].browser].kept.iter();
    let kept = kept.filter(|(key, _)| key.starts_with(TYPED_PREFIX));
    kept.map(|(key, text)| (key.clone(), text.clone()))
        .collect()
}

/// The same address in a new page of the same browser.
fn opened_again(world: &mut World, tab: TabId) -> TabId {
    let (browser, fragment) = (world.tabs[tab].browser, world.tabs[tab].fragment.clone());
    world.open(browser, &format!("{BASE}{fragment}"))
}

/// Everybody's links go quiet until they count as lost.
fn cut(world: &mut World) {
    world.is_cut = true;
    world.run(9_000);
}

#[test]
fn what_was_typed_without_a_link_is_there_after_a_reload_for_all_and_once() {
    let (mut world, mut tabs) = seated(600);
    cut(&mut world);
    assert!(!world.table(tabs[1]).is_linked);
    types(&mut world, tabs[1], "First: It has a number");
    world.run(300);
    types(&mut world, tabs[1], "First: it has a number");
    world.run(100);
    world.close(tabs[1]);
    world.is_cut = false;
    world.run(4_000);
    // Two others are at the same text meanwhile.
    types(&mut world, tabs[0], "It has a big number");
    world.run(300);
    types(&mut world, tabs[2], "It has a big number and a date");
    world.run(300);
    assert_eq!(at_table(&world, tabs[0]), "It has a big number and a date");
    assert_eq!(kept(&world, tabs[1]).len(), 1);
    tabs[1] = opened_again(&mut world, tabs[1]);
    world.run(3_000);
    for tab in tabs {
        let all = "First: it has a big number and a date";
        assert_eq!(text(&world, tab), all);
        assert_eq!(at_table(&world, tab), all);
        assert!(kept(&world, tab).is_empty(), "the table has it");
    }
}

#[test]
fn a_page_that_crashed_shows_what_was_typed_before_it_finds_the_table() {
    let (mut world, mut tabs) = seated(601);
    cut(&mut world);
    types(&mut world, tabs[1], "Paid");
    world.run(1_100);
    world.crash(tabs[1]);
    world.run(50);
    tabs[1] = opened_again(&mut world, tabs[1]);
    world.run(50);
    assert!(!world.table(tabs[1]).is_linked);
    assert_eq!(text(&world, tabs[1]), "Paid");
    world.is_cut = false;
    world.run(20_000);
    for tab in tabs {
        assert_eq!(text(&world, tab), "Paid");
    }
    assert!(kept(&world, tabs[1]).is_empty());
}

#[test]
fn whenever_a_page_goes_nothing_is_there_twice_and_nothing_is_lost_that_it_could_keep() {
    let (mut world, mut tabs) = seated(602);
    let mut next = 0xe000;
    for turn in 0..N_TURNS {
        let first = next;
        // By turns a page that says that it goes, and one that does not.
        let says = turn % 2 == 0;
        for step in 0..115 {
            for (tab, is_due) in [(tabs[1], true), (tabs[2], step % 9 == 0)] {
                if is_due {
                    let sign = char::from_u32(next).unwrap();
                    next += 1;
                    let now = text(&world, tab);
                    types(&mut world, tab, &format!("{now}{sign}"));
                }
            }
            world.run(10);
        }
        world.run(i64::from(turn * 7 % 60));
        if says {
            world.close(tabs[1]);
        } else {
            world.crash(tabs[1]);
        }
        world.run(i64::from(turn * 31 % 400));
        tabs[1] = opened_again(&mut world, tabs[1]);
        world.run(2_500);
        let all = at_table(&world, tabs[0]);
        for (at, word) in (first..next).enumerate() {
            let n = all.matches(char::from_u32(word).unwrap()).count();
            // Without a word, what was typed within the last second may be gone.
            let is_late = !says && at > 10;
            assert!(n == 1 || n == 0 && is_late, "turn {turn}, word {at}: {n}");
        }
        for tab in tabs {
            assert_eq!(text(&world, tab), all, "turn {turn}");
            assert!(kept(&world, tab).is_empty(), "turn {turn}");
        }
    }
}

#[test]
fn what_is_typed_is_kept_at_once_and_then_once_a_second() {
    let (mut world, tabs) = seated(603);
    cut(&mut world);
    let is_kept = |world: &World, text: &str| {
        let (_, kept) = kept(world, tabs[1]).remove(0);
        let Kept::Fine(kept) = read_typed(&kept) else {
            panic!("{kept}");
        };
        kept.drafts.len() == 1 && kept.drafts[0].1.text() == text
    };
    types(&mut world, tabs[1], "a");
    assert!(is_kept(&world, "a"));
    world.run(200);
    types(&mut world, tabs[1], "ab");
    world.run(500);
    assert!(is_kept(&world, "a"));
    world.run(500);
    assert!(is_kept(&world, "ab"));
    types(&mut world, tabs[1], "abc");
    world.tell(tabs[1], Event::Leaving);
    assert!(is_kept(&world, "abc"));
}

#[test]
fn whoever_leaves_takes_nothing_along_and_what_is_old_is_forgotten() {
    let (mut world, tabs) = seated(604);
    cut(&mut world);
    for tab in [tabs[1], tabs[2]] {
        types(&mut world, tab, "Paid");
        world.run(300);
        assert_eq!(kept(&world, tab).len(), 1);
    }
    world.tell(tabs[1], Event::LeavePressed);
    assert!(kept(&world, tabs[1]).is_empty());
    world.close(tabs[2]);
    world.now += 13 * 60 * 60_000;
    let again = opened_again(&mut world, tabs[2]);
    assert!(kept(&world, again).is_empty());
}

#[test]
fn a_damaged_kept_text_is_set_aside_and_the_meeting_goes_on() {
    let (mut world, mut tabs) = seated(605);
    cut(&mut world);
    types(&mut world, tabs[1], "Paid");
    world.run(300);
    world.close(tabs[1]);
    world.is_cut = false;
    world.run(4_000);
    let browser = world.tabs[tabs[1]].browser;
    let (key, good) = kept(&world, tabs[1]).remove(0);
    let copy = format!("{DAMAGED_PREFIX}{key}");
    let damaged = [
        String::new(),
        String::from("{\"version\":1}"),
        good[..good.len() - 9].to_owned(),
        good.replace("It has a number", "It has"),
        good.replace("Acceptance", "Acceptation"),
    ];
    for text in damaged {
        let kept_now = &mut world.browsers[browser].kept;
        kept_now.insert(key.clone(), text.clone());
        tabs[1] = opened_again(&mut world, tabs[1]);
        assert!(world.says(tabs[1], &NoticeText::StorageDamaged).is_some());
        world.run(2_000);
        assert_eq!(at_table(&world, tabs[1]), "It has a number", "{text}");
        assert_eq!(world.browsers[browser].kept[&copy], text);
        assert!(kept(&world, tabs[1]).is_empty());
        world.close(tabs[1]);
        world.run(100);
    }
    // A newer program's is left alone.
    let newer = String::from("{\"version\":9}");
    let kept_now = &mut world.browsers[browser].kept;
    kept_now.insert(key.clone(), newer.clone());
    tabs[1] = opened_again(&mut world, tabs[1]);
    world.run(2_000);
    types(&mut world, tabs[1], "Paid");
    world.run(2_000);
    assert_eq!(at_table(&world, tabs[0]), "Paid");
    assert_eq!(kept(&world, tabs[1]), [(key, newer)]);
}

#[test]
fn a_host_that_waits_for_the_others_keeps_what_is_typed() {
    let (mut world, mut tabs) = seated(606);
    world.run(12_000);
    cut(&mut world);
    types(&mut world, tabs[0], "Paid");
    world.run(300);
    assert_eq!(text(&world, tabs[0]), "Paid");
    tabs[0] = world.reload(tabs[0]);
    world.run(300);
    assert_eq!(text(&world, tabs[0]), "Paid");
    world.is_cut = false;
    world.run(12_000);
    for tab in tabs {
        assert_eq!(text(&world, tab), "Paid");
        assert!(kept(&world, tab).is_empty());
    }
}

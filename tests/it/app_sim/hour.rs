//! A whole refinement: an hour, five people, seven stories, from the follow-ups to the
//! record, which is the same in every browser.

use floret::app::view::{
    Act, AgendaStep, Duty, NoteField, NoteId, NoteKind, NoteState, PersonId, Place, Purpose,
    TopicField, TopicId,
};
use floret::app::{DoorNews, Event, MeetingEvent, PlannedStory, PlannedTable};
use floret::desk::meeting_says::{RecordForm, file};
use floret::desk::view::DeskScreen;
use floret::desk::{Abilities, Desk, DeskBoot, DeskCtx, DeskPage};
use floret::meeting::{Agenda, Meeting, Record, Timebox, Topic, Typed};
use floret::saved::{CHECKLIST_KEY, Kept, MET_KEY, RECORD_PREFIX, read_record};
use floret::story::StoryId;
use floret::words::Language;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::browser::TabId;
use super::world::{BASE, World};

const MINUTE_MS: i64 = 60_000;

const STORIES: [&str; 7] = [
    "Pay by invoice",
    "Refund a payment",
    "Remind of a due invoice",
    "Export for the tax office",
    "Change the address",
    "Close an account",
    "Find an invoice",
];

/// Positions in the hands.
pub(super) const THREE: usize = 3;
pub(super) const FIVE: usize = 4;
pub(super) const EIGHT: usize = 5;
pub(super) const FOUR_FINGERS: usize = 3;

fn planned() -> PlannedTable {
    let titles = || STORIES.iter().zip(1u64..);
    let topic = |(title, id): (&&str, u64)| Topic {
        story: id,
        key: format!("PAY-{id}"),
        title: (*title).to_owned(),
        acceptance: Typed::of("- It has a number"),
        budget_s: 300,
        ..Topic::default()
    };
    let parts = AgendaStep::USUAL.map(|(step, minutes)| Timebox {
        step,
        minutes,
        added: 0,
        used_ms: 0,
    });
    let mut meeting = Meeting {
        id: 0xf10,
        goal: String::from("Customers pay by invoice"),
        language: String::from("en"),
        utc_offset_min: 60,
        agenda: Agenda {
            parts: parts.to_vec(),
            ..Agenda::default()
        },
        topics: titles().map(topic).collect(),
        scribe_name: String::from("Cleo"),
        ..Meeting::default()
    };
    meeting.follow_up(None, "Ask legal about reminders");
    meeting.follow_up(None, "Book the room");
    let story = |(title, id): (&&str, u64)| PlannedStory {
        id: StoryId(id).to_string(),
        title: format!("PAY-{id} {title}"),
        ..PlannedStory::default()
    };
    PlannedTable {
        goal: meeting.goal.clone(),
        stories: titles().map(story).collect(),
        meeting: Some(Box::new(meeting)),
    }
}

/// A table at which five people sit; the first opened it.
pub(super) fn seated(world: &mut World) -> Vec<TabId> {
    let browser = world.browser();
    let host = world.open(browser, &format!("{BASE}#plan"));
    world.tell(host, Event::Desk(DoorNews::Opened));
    world.tell(host, Event::Desk(DoorNews::Planned(Box::new(planned()))));
    world.tell(host, Event::NameGiven(String::from("Ana")));
    world.run(500);
    let mut tabs = vec![host];
    for name in ["Ben", "Cleo", "Dan", "Eve"] {
        let link = world.link(host);
        let guest = world.answer(&link, name);
        world.run(1_600);
        let reply = world.reply(guest);
        world.paste(host, &reply);
        world.run(400);
        tabs.push(guest);
    }
    tabs
}

pub(super) fn does(world: &mut World, tab: TabId, act: Act) {
    world.tell(tab, Event::Meeting(MeetingEvent::Did(act)));
    world.run(400);
}

fn types(world: &mut World, tab: TabId, place: Place, text: &str) {
    let text = text.to_owned();
    world.tell(tab, Event::Meeting(MeetingEvent::Typed { place, text }));
}

fn write(
    world: &mut World,
    tab: TabId,
    kind: NoteKind,
    topic: Option<u16>,
    lines: &[(NoteField, &str)],
) -> NoteId {
    let write = Act::Write {
        kind,
        topic: topic.map(TopicId),
        text: String::new(),
    };
    does(world, tab, write);
    let note = world
        .table(tab)
        .meeting
        .unwrap()
        .meeting()
        .notes
        .last()
        .unwrap()
        .id;
    for (field, text) in lines {
        types(world, tab, Place::Note(note, *field), text);
        world.run(400);
    }
    note
}

pub(super) fn vote(world: &mut World, tabs: &[TabId], cards: &[usize]) {
    for (tab, card) in tabs.iter().zip(cards.iter().cycle()) {
        world.tell(*tab, Event::CardPicked(*card));
    }
    world.run(400);
    world.tell(tabs[0], Event::RevealPressed);
    world.tell(tabs[0], Event::GuardConfirmed);
    world.run(800);
    assert!(world.table(tabs[0]).result.is_some());
}

/// Until so many minutes have passed since the beginning.
fn until(world: &mut World, began: i64, minutes: i64) {
    let ms = began + minutes * MINUTE_MS - world.now;
    world.run(ms);
}

fn kept(world: &World, tab: TabId) -> String {
    let kept = &world.browsers[world.tabs[tab].browser].kept;
    let mut records = kept
        .iter()
        .filter(|(key, _)| key.starts_with(RECORD_PREFIX));
    let (_, text) = records.next().expect("a record");
    assert!(records.next().is_none());
    text.clone()
}

fn record(text: &str) -> Record {
    let Kept::Fine(record) = read_record(text) else {
        panic!("not a record: {text}");
    };
    record
}

/// From the silent reading to the walk-through.
fn held(world: &mut World, tabs: &mut [TabId], began: i64) {
    let [ana, ben, cleo, dan] = [tabs[0], tabs[1], tabs[2], tabs[3]];
    let go_to = |part| Act::GoTo { part };
    does(world, ana, Act::Start);
    for (tab, topic) in tabs.iter().zip(0u16..) {
        does(
            world,
            *tab,
            Act::Read {
                topic: TopicId(topic),
                on: true,
            },
        );
    }
    write(
        world,
        ben,
        NoteKind::Question,
        Some(0),
        &[
            (NoteField::Text, "Who pays the fee?"),
            (NoteField::Who, "Dan"),
            (NoteField::Due, "2026-12-01"),
        ],
    );
    let others = world.table(dan).meeting.unwrap();
    assert_eq!(
        others.meeting().notes_for(others.me).count(),
        2,
        "only the follow-ups"
    );
    until(world, began, 8);
    does(world, ana, go_to(1));
    let closed = Act::Settle {
        note: NoteId(1),
        state: NoteState::Closed,
    };
    does(world, dan, closed);
    until(world, began, 12);
    does(world, ana, go_to(2));
    // A page that reloads in mid-meeting is back with everything.
    tabs[4] = world.reload(tabs[4]);
    until(world, began, 15);
    let place = Place::Topic(TopicId(0), TopicField::Acceptance);
    types(world, ben, place, "First: - It has a number");
    types(world, dan, place, "- It has a number\n- It has a date");
    world.run(2_000);
    does(world, dan, Act::SolutionTalk { topic: TopicId(0) });
    write(
        world,
        cleo,
        NoteKind::Parked,
        Some(0),
        &[
            (NoteField::Text, "Which queue"),
            (NoteField::Who, "Ben"),
            (NoteField::Second, "Dan"),
            (NoteField::Slot, "Tuesday"),
        ],
    );
}

/// From the estimates to the end.
fn settled(world: &mut World, tabs: &[TabId], began: i64) {
    let [ana, ben, cleo] = [tabs[0], tabs[1], tabs[2]];
    let go_to = |part| Act::GoTo { part };
    until(world, began, 30);
    does(world, ana, go_to(3));
    vote(world, tabs, &[THREE, EIGHT]);
    world.tell(ana, Event::VoteAgain);
    world.run(400);
    vote(world, tabs, &[FIVE]);
    world.tell(ana, Event::EstimateSaved(String::from("5")));
    until(world, began, 45);
    does(world, ana, Act::Pick { topic: TopicId(2) });
    vote(world, tabs, &[THREE]);
    world.tell(ana, Event::EstimateSaved(String::from("3")));
    does(world, ana, go_to(4));
    let risk = write(
        world,
        ben,
        NoteKind::Risk,
        Some(0),
        &[
            (NoteField::Text, "The bank is slow"),
            (NoteField::Who, "Eve"),
        ],
    );
    does(
        world,
        ben,
        Act::Block {
            note: risk,
            on: true,
        },
    );
    until(world, began, 52);
    does(world, ana, go_to(5));
    write(
        world,
        cleo,
        NoteKind::Decision,
        Some(0),
        &[
            (NoteField::Text, "By mail"),
            (NoteField::Why, "everybody has it"),
            (NoteField::Who, "Ana"),
            (NoteField::Dropped, "fax"),
        ],
    );
    let owner = Act::Give {
        duty: Duty::ProductOwner,
        person: Some(PersonId(2)),
    };
    does(world, ana, owner);
    does(world, ben, Act::MarkReady { topic: TopicId(0) });
    does(world, ben, Act::MarkReady { topic: TopicId(1) });
    let back = Act::SendBack {
        topic: TopicId(1),
        missing: vec![String::from("R2")],
        note: String::from("Whose money?"),
    };
    does(world, ben, back);
    world.tell(ana, Event::Meeting(MeetingEvent::Asked(Purpose::Closing)));
    world.run(400);
    vote(world, tabs, &[FOUR_FINGERS]);
    until(world, began, 60);
    does(world, ana, Act::End);
    world.run(2_000);
}

/// What the lists tick by themselves in the browser of this tab, with the facts.
fn ticked(world: &World, tab: TabId) -> String {
    let browser = &world.browsers[world.tabs[tab].browser];
    let mut kept = browser.kept.clone();
    let lists = r#"{"version":1,"began_ms":1,"meetings":["0000000000000f10"]}"#;
    kept.insert(CHECKLIST_KEY.to_owned(), lists.to_owned());
    let boot = DeskBoot {
        page: DeskPage::Checklist,
        language: Language::English,
        kept: kept.into_iter().collect(),
        storage_blocked: false,
        base: BASE.to_owned(),
        abilities: Abilities::default(),
    };
    let mut ctx = DeskCtx::new(ChaCha20Rng::seed_from_u64(1));
    let DeskScreen::Checklist(view) = Desk::open(boot, &mut ctx).view().screen else {
        panic!("no lists");
    };
    let rows = view.board.lists.into_iter().flat_map(|list| list.rows);
    let done = rows.filter(|row| row.is_done);
    let lines = done.map(|row| format!("{} {}\n", row.name, row.fact));
    lines.collect()
}

const MARKDOWN: &str = include_str!("hour.md");

const FACTS: &str = include_str!("hour_facts.txt");

#[test]
fn an_hour_of_refinement_leaves_the_same_record_in_every_browser() {
    let mut world = World::new(990);
    let mut tabs = seated(&mut world);
    let began = world.now;
    held(&mut world, &mut tabs, began);
    settled(&mut world, &tabs, began);
    let text = kept(&world, tabs[0]);
    for tab in &tabs {
        assert_eq!(kept(&world, *tab), text);
    }
    let record = record(&text);
    let markdown = file(&record, RecordForm::Markdown).text;
    for (line, expected) in markdown.lines().zip(MARKDOWN.lines()) {
        assert_eq!(line, expected, "{markdown}");
    }
    assert_eq!(markdown, MARKDOWN);
    // The desk of whoever opened the table has it, too, and nobody else's.
    let met = |tab: TabId| world.browsers[world.tabs[tab].browser].kept.get(MET_KEY);
    assert_eq!(met(tabs[0]), Some(&text));
    assert_eq!(met(tabs[1]), None);
    assert_eq!(ticked(&world, tabs[0]), FACTS);
}

#[test]
fn the_cards_rest_while_people_read() {
    let mut world = World::new(991);
    let tabs = seated(&mut world);
    let can_vote = |world: &World| {
        let table = world.table(tabs[1]);
        assert_ne!(table.can_vote, table.cards_rest);
        table.can_vote
    };
    let ask = |world: &mut World, purpose: Purpose| {
        world.tell(tabs[0], Event::Meeting(MeetingEvent::Asked(purpose)));
        world.run(400);
    };
    assert!(can_vote(&world), "nothing has begun");
    does(&mut world, tabs[0], Act::Start);
    assert!(!can_vote(&world));
    world.tell(tabs[1], Event::CardPicked(FIVE));
    world.run(400);
    assert_eq!(world.table(tabs[0]).round.n_voted, 0);
    ask(&mut world, Purpose::Confidence);
    assert!(can_vote(&world), "something is asked");
    ask(&mut world, Purpose::Estimate);
    assert!(!can_vote(&world));
    does(&mut world, tabs[0], Act::GoTo { part: 2 });
    assert!(can_vote(&world));
}

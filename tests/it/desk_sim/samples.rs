//! Kept forms of every released version: they boot, and are written as they were read.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::{DeskEvent, DeskPage};
use floret::meeting::AgendaStep;
use floret::saved::{
    Kept, PLAN_KEY, READY_KEY, read_agenda, read_back, read_backlog, read_definition, read_desk,
    read_plan, read_story, write_agenda, write_back, write_backlog, write_definition, write_desk,
    write_plan, write_story,
};
use floret::story::{Status, StoryId, Understanding};

use super::browser::Browser;

const STORY_1: &str = include_str!("../saved/story-1.json");
const BACKLOG_1: &str = include_str!("../saved/backlog-1.json");
const PLAN_1: &str = include_str!("../saved/plan-1.json");
const PLAN_1_AHEAD: &str = include_str!("../saved/plan-1-ahead.json");
const READY_1: &str = include_str!("../saved/ready-1.json");
const DESK_1: &str = include_str!("../saved/desk-1.json");
const BACK_1: &str = include_str!("../saved/back-1.json");
const AGENDA_1: &str = include_str!("../saved/agenda-1.json");
const AGENDA_1_LINKS: &str = include_str!("../saved/agenda-1-links.json");

const SAMPLE: StoryId = StoryId(0xa1b2_c3d4_e5f6_0718);

fn fine<T>(kept: Kept<T>) -> T {
    match kept {
        Kept::Fine(value) => value,
        Kept::Damaged | Kept::Newer => panic!("a released form cannot be read"),
    }
}

#[test]
fn every_released_form_is_written_as_it_was_read() {
    let pairs = [
        (STORY_1, write_story(&fine(read_story(STORY_1)))),
        (BACKLOG_1, write_backlog(&fine(read_backlog(BACKLOG_1)))),
        (PLAN_1, write_plan(&fine(read_plan(PLAN_1)))),
        (PLAN_1_AHEAD, write_plan(&fine(read_plan(PLAN_1_AHEAD)))),
        (AGENDA_1, write_agenda(&fine(read_agenda(AGENDA_1)))),
        (
            AGENDA_1_LINKS,
            write_agenda(&fine(read_agenda(AGENDA_1_LINKS))),
        ),
        (READY_1, write_definition(&fine(read_definition(READY_1)))),
        (DESK_1, write_desk(&fine(read_desk(DESK_1)))),
        (BACK_1, write_back(&fine(read_back(BACK_1)))),
    ];
    for (sample, written) in pairs {
        assert_eq!(written, sample.trim_end());
    }
}

#[test]
fn a_desk_of_released_forms_boots() {
    let mut browser = Browser::new(70);
    for (key, text) in [
        (format!("floret.story.{SAMPLE}"), STORY_1),
        (String::from("floret.backlog.00000000"), BACKLOG_1),
        (PLAN_KEY.to_owned(), PLAN_1),
        (READY_KEY.to_owned(), READY_1),
        (String::from("floret.desk"), DESK_1),
    ] {
        browser.storage.insert(key, text.to_owned());
    }
    let tab = browser.open();
    assert_eq!(browser.list(tab).n_unreadable, 0);
    let list = browser.list(tab);
    assert_eq!(list.backlogs[0].name, "Team Ähre");
    assert_eq!(
        (list.rows.len(), list.rows[0].status),
        (1, Status::SentBack)
    );
    assert!(list.rows[0].is_planned);
    assert_eq!(list.rows[0].understanding, Some(Understanding::Partly));
    browser.tell(tab, DeskEvent::Opened(DeskPage::Story(SAMPLE)));
    let story = browser.story_screen(tab);
    assert_eq!(story.story.questions[0].due, "2026-11-30");
    assert_eq!(story.gates.vote.line.missing, ["R2", "R5"]);
    assert!(story.gates.vote.line.is_overruled);
    let plan = browser.plan(tab);
    assert_eq!(plan.goal, "Fit to plan");
    assert_eq!(plan.agenda[0].step, AgendaStep::SilentReading);
    assert!(!plan.agenda[0].is_on);
}

#[test]
fn what_a_released_plan_does_not_say_is_not_said() {
    let plan = fine(read_plan(PLAN_1)).plan;
    assert_eq!((plan.begins, plan.sent_ahead), (None, None));
    assert!(!plan.is_comment_asked);
    let ahead = fine(read_plan(PLAN_1_AHEAD)).plan;
    let begins = ahead.begins.map(|clock| clock.to_string());
    assert_eq!(begins.as_deref(), Some("2026-12-01T10:00"));
    assert!(ahead.sent_ahead < ahead.begins && ahead.is_comment_asked);
    let agenda = fine(read_agenda(AGENDA_1));
    assert_eq!((agenda.goal.as_str(), agenda.stories.len()), ("", 2));
    assert!(agenda.stories.iter().all(|one| one.link.is_empty()));
    let links = fine(read_agenda(AGENDA_1_LINKS));
    assert_eq!(links.goal, "Paying works");
    assert_eq!(links.stories[0].link, "https://tracker.example/ABC-1");
}

#[test]
fn texts_of_other_programs_are_told_apart() {
    assert_eq!(read_story("{\"version\":2}"), Kept::Newer);
    assert_eq!(
        read_story("{\"version\":1,\"kind\":\"epic\"}"),
        Kept::Damaged
    );
    assert_eq!(read_story("{\"version\":1,\"changed\":-5}"), Kept::Damaged);
    assert_eq!(read_backlog("{\"version\":1}"), Kept::Damaged);
    let far = "{\"version\":1,\"order\":\"00000000000000ab:9999999999999999999\"}";
    assert_eq!(read_backlog(far), Kept::Damaged);
    assert_eq!(read_plan("null"), Kept::Damaged);
    let step = "{\"version\":1,\"slot\":60,\"agenda\":[[\"nap\",5,true]]}";
    assert_eq!(read_plan(step), Kept::Damaged);
    let begins = "{\"version\":1,\"slot\":60,\"agenda\":[],\"begins\":\"soon\"}";
    assert_eq!(read_plan(begins), Kept::Damaged);
}

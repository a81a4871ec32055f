//! What left of the meeting's results, from the desk or from the table, ticks `After`.

use super::meeting::{A_LATER_MEETING, ENDED_MS, Held};
use floret::desk::effect::DeskCopy;
use floret::desk::event::{
    Answered, ExportEvent, Field, ItemField, RecordEvent, StoryEvent, TicketEvent, TicketNews,
};
use floret::desk::{DeskEffect, DeskEvent, DeskPage};
use floret::meeting::{Handout, TopicId};
use floret::saved::{Password, handout_key, write_handout};

/// Which of A1, A3 and A4 are done.
fn done(held: &mut Held) -> [bool; 3] {
    held.browser.tell(0, DeskEvent::Opened(DeskPage::Checklist));
    ["A1", "A3", "A4"].map(|name| held.browser.row(name).is_done)
}

/// The meeting is over; nothing left yet.
fn over() -> Held {
    let mut held = Held::new();
    held.end();
    assert_eq!(done(&mut held), [false; 3]);
    held
}

fn at_records(held: &mut Held, event: RecordEvent) {
    let page = DeskPage::Record(held.record.meeting.id);
    held.browser.tell(0, DeskEvent::Opened(page));
    held.browser.tell(0, DeskEvent::Records(event));
}

fn at_backlog(held: &mut Held, event: ExportEvent) {
    held.browser.tell(0, DeskEvent::Opened(DeskPage::Backlog));
    held.browser.tell(0, DeskEvent::Export(event));
}

/// The browser answers what was copied.
fn answer(held: &mut Held, ok: bool) {
    let wishes = held.browser.wishes.drain(..);
    let copies = wishes.filter_map(|wish| {
        if let DeskEffect::Copy { what, .. } = wish {
            Some(what)
        } else {
            None
        }
    });
    let copies: Vec<DeskCopy> = copies.collect();
    for what in copies {
        held.browser.tell(0, DeskEvent::Copied { what, ok });
    }
}

#[test]
fn each_way_out_of_the_records_ticks_what_it_carries() {
    let id = over().record.meeting.id;
    for (event, expected) in [
        (RecordEvent::Copied(id), [true, true, false]),
        (RecordEvent::Saved(id), [true, true, false]),
        (RecordEvent::CsvSaved(id), [true, false, true]),
        (RecordEvent::JiraSaved(id), [true, false, true]),
        (RecordEvent::JsonSaved(id), [false; 3]),
        (RecordEvent::Printed(id), [false, true, false]),
        (
            RecordEvent::CommentCopied(id, TopicId(0)),
            [true, false, false],
        ),
        (RecordEvent::CommentCopied(id, TopicId(1)), [false; 3]),
    ] {
        let mut held = over();
        at_records(&mut held, event.clone());
        answer(&mut held, true);
        assert_eq!(done(&mut held), expected, "{event:?}");
        held.browser.reload();
        assert_eq!(done(&mut held), expected, "{event:?}");
    }
}

#[test]
fn the_facts_say_what_left() {
    let mut held = over();
    let id = held.record.meeting.id;
    at_records(&mut held, RecordEvent::Saved(id));
    at_records(&mut held, RecordEvent::CsvSaved(id));
    assert_eq!(done(&mut held), [true; 3]);
    for (name, said) in [
        ("A1", "The decisions on 1 story were exported."),
        ("A3", "The record was handed out."),
        ("A4", "The estimate of 1 story was exported."),
    ] {
        assert_eq!(held.browser.row(name).fact, said);
    }
}

#[test]
fn what_the_clipboard_refused_did_not_leave() {
    let mut held = over();
    let id = held.record.meeting.id;
    at_records(&mut held, RecordEvent::Copied(id));
    answer(&mut held, false);
    assert_eq!(done(&mut held), [false; 3]);
    // Another copy is not that one.
    let story = held.stories[0];
    at_backlog(&mut held, ExportEvent::CommentCopied(story));
    answer(&mut held, true);
    assert_eq!(done(&mut held), [true, false, false]);
}

#[test]
fn exports_of_the_backlog_count_for_the_stories_in_them() {
    for (event, expected) in [
        (ExportEvent::CsvSaved, [true, false, true]),
        (ExportEvent::JiraSaved, [true, false, true]),
        (ExportEvent::RecordSaved, [true, false, false]),
        (ExportEvent::RecordCopied, [true, false, false]),
        (ExportEvent::JsonSaved, [false; 3]),
    ] {
        let mut held = over();
        at_backlog(&mut held, event);
        answer(&mut held, true);
        assert_eq!(done(&mut held), expected, "{event:?}");
    }
}

#[test]
fn what_is_changed_afterwards_has_not_left() {
    let mut held = over();
    at_backlog(&mut held, ExportEvent::CsvSaved);
    let story = held.stories[0];
    let typed = StoryEvent::Typed(Field::Estimate, String::from("8"));
    held.browser.tell(0, DeskEvent::Story(story, typed));
    assert_eq!(done(&mut held), [true, false, false]);
    let why = StoryEvent::ItemTyped {
        at: 0,
        field: ItemField::DecisionWhy,
        text: String::from("nobody reads letters"),
    };
    held.browser.tell(0, DeskEvent::Story(story, why));
    assert_eq!(done(&mut held), [false; 3]);
    at_backlog(&mut held, ExportEvent::CsvSaved);
    assert_eq!(done(&mut held), [true, false, true]);
}

#[test]
fn a_comment_written_back_brings_decisions_and_estimate() {
    for (status, expected) in [(201, [true, false, true]), (404, [false; 3])] {
        let mut held = over();
        let story = held.stories[0];
        let link = String::from("https://github.com/o/r/issues/7");
        for event in [
            DeskEvent::Opened(DeskPage::Story(story)),
            DeskEvent::Story(story, StoryEvent::Typed(Field::Link, link)),
            DeskEvent::Ticket(TicketEvent::Switched(true)),
            DeskEvent::Ticket(TicketEvent::TokenGiven {
                host: String::from("github.com"),
                token: Password(String::from("ghp_secret")),
            }),
            DeskEvent::Ticket(TicketEvent::Pressed(story)),
            DeskEvent::Ticket(TicketEvent::SendPressed),
        ] {
            held.browser.tell(0, event);
        }
        assert_eq!(done(&mut held), [false; 3], "nobody has answered");
        let wishes = held.browser.wishes.drain(..);
        let asked = wishes.filter_map(|wish| {
            if let DeskEffect::AskTracker { id, .. } = wish {
                Some(id)
            } else {
                None
            }
        });
        let asked: Vec<_> = asked.collect();
        let id = *asked.last().expect("a request");
        let answered = Answered {
            status,
            body: b"{\"id\":1,\"body\":\"x\",\"html_url\":\"https://github.com/o/r/issues/7#c\"}"
                .to_vec(),
            ..Answered::default()
        };
        held.browser
            .tell(0, DeskEvent::Tracker(id, TicketNews::Answered(answered)));
        assert_eq!(done(&mut held), expected, "{status}");
    }
}

#[test]
fn what_left_at_the_table_is_known_at_the_desk() {
    let id = over().record.meeting.id;
    for (meeting, handout, ended_ms, expected) in [
        (id, Handout::Text, ENDED_MS, [true, true, false]),
        (id, Handout::ForJira, ENDED_MS, [true, false, true]),
        (id, Handout::Text, ENDED_MS - 1, [false; 3]),
        (A_LATER_MEETING, Handout::Text, ENDED_MS, [false; 3]),
    ] {
        let mut held = over();
        let key = handout_key(meeting, handout);
        held.browser.table_writes(&key, &write_handout(ended_ms));
        assert_eq!(done(&mut held), expected, "{handout:?} {ended_ms}");
        assert!(
            !held.browser.storage.contains_key(&key),
            "it is taken in once"
        );
    }
    // The desk may be opened long after.
    let mut held = over();
    let key = handout_key(id, Handout::Paper);
    held.browser.storage.insert(key, write_handout(ENDED_MS));
    held.browser.reload();
    assert_eq!(done(&mut held), [false, true, false]);
}

#[test]
fn a_meeting_that_goes_on_after_its_end_has_another_record() {
    let mut held = over();
    let id = held.record.meeting.id;
    at_records(&mut held, RecordEvent::Saved(id));
    assert_eq!(done(&mut held), [true, true, false]);
    held.record.meeting.agenda.ended_ms = None;
    held.record.meeting.rev += 1;
    held.tell_desk();
    assert_eq!(done(&mut held), [false; 3], "it is not over");
    held.record.meeting.agenda.ended_ms = Some(ENDED_MS + 9);
    held.record.meeting.rev += 1;
    let key = floret::saved::record_key(id);
    let text = floret::saved::write_record(&held.record);
    held.browser.table_writes(&key, &text);
    held.tell_desk();
    assert_eq!(
        done(&mut held),
        [true, false, false],
        "the decisions are the same"
    );
}

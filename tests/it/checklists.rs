//! What the checklist promises.

mod carried;
mod changes;
mod kept;
mod lists;
mod markdown;
mod rules;
mod shared;
mod words;

use floret::checklist::{
    Checklist, Facts, ItemName, Line, ListKind, MeetingFacts, OutcomeFacts, PlanFacts, Share,
    TeamFacts,
};
use floret::desk::list_words::ListWords;
use floret::words::{DeskWords, Language};

/// Any moment.
pub(crate) const NOW: i64 = 1_770_000_000_000;

pub(crate) fn named(text: &str) -> ItemName {
    text.parse().unwrap()
}

pub(crate) fn english() -> ListWords {
    ListWords(DeskWords::of(Language::English).checklist)
}

pub(crate) fn german() -> ListWords {
    ListWords(DeskWords::of(Language::German).checklist)
}

/// Names of a list in their order.
pub(crate) fn order(checklist: &Checklist, list: ListKind) -> Vec<String> {
    let items = &checklist.list(list).items;
    items.iter().map(|item| item.name.to_string()).collect()
}

/// A checklist with one of everything: an own item, a moved, reworded, hidden, ticked,
/// unticked and noted one.
pub(crate) fn worked_on() -> Checklist {
    let mut list = Checklist::begin(NOW);
    let facts = all_facts();
    assert!(list.entitle("Sprint 14"));
    assert!(list.set_date("2026-03-12"));
    let own = list
        .add(ListKind::Before, 0xc0_ffee, "Coffee is made")
        .unwrap();
    let words = |text| english_of(text).to_owned();
    assert!(list.place(own, ListKind::Before, Some(named("B3"))));
    assert!(list.place(named("D14"), ListKind::After, None));
    assert!(list.reword(named("B10"), "Large ones are sliced", Some(&words("B10"))));
    assert!(list.hide(named("P9"), true));
    assert!(list.tick(named("P1"), true, &facts, NOW + 1));
    assert!(list.tick(named("B11"), true, &facts, NOW + 2));
    assert!(list.tick(named("B2"), false, &facts, NOW + 3));
    assert!(list.note(named("P1"), "Ana"));
    assert!(list.note(named("B11"), "Ask Bo\nabout 7"));
    list
}

pub(crate) fn english_of(name: &str) -> &'static str {
    let items = &DeskWords::of(Language::English).checklist.items;
    let (letter, number) = name.split_at(1);
    let texts: &[&'static str] = match letter {
        "P" => &items.standing,
        "B" => &items.before,
        "D" => &items.during,
        _ => &items.after,
    };
    texts[number.parse::<usize>().unwrap() - 1]
}

/// Facts that tick whatever can be ticked.
pub(crate) fn all_facts() -> Facts {
    let all = |n| Share { n, of: n };
    Facts {
        team: TeamFacts {
            n_agreed_points: Some(10),
        },
        plan: PlanFacts {
            goal: Some("Search works".into()),
            has_limits: true,
            n_picked: 6,
            is_by_priority: Some(true),
            is_least_understood_first: Some(true),
            checked: all(6),
            n_unready: Some(0),
            n_moved_later: 2,
            questions: Some(all(12)),
            needed: all(6),
            moderator: Some("Ana".into()),
            scribe: Some("Bo".into()),
            begins_ms: Some(NOW),
            sent_ms: Some(NOW - 72 * 3_600_000),
            is_comment_asked: true,
            reading_minutes: 10,
            timeboxed: all(6),
            agenda_minutes: 60,
            n_follow_ups: Some(3),
            is_table_tried: true,
        },
        meeting: MeetingFacts {
            follow_ups: Some(all(3)),
            read: all(5),
            walked: all(6),
            n_parked: Some(1),
            passed_first: all(6),
            n_walked_first: 6,
            anonymous: all(8),
            revoted: Some(all(2)),
            n_risks: Some(4),
            timeboxes: all(6),
            reasoned: all(7),
            marked_ready: all(5),
        },
        outcome: OutcomeFacts {
            decisions_out: all(4),
            is_record_out: true,
            estimates_out: all(5),
            owned_questions: Some(all(2)),
            sent_back: Some(all(1)),
            planning_minutes: Some(45),
            n_signals: 5,
        },
    }
}

/// One line of a layout.
pub(crate) fn line(list: ListKind, name: &str) -> Line {
    Line {
        list,
        name: named(name),
        own_text: None,
        is_hidden: false,
    }
}

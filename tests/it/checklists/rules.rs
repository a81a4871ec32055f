//! Which fact ticks which item, and what a hand may say against it.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::checklist::{Checklist, FactSaid, Facts, Share, State, fact};

use super::{NOW, all_facts, named};

/// The items that tick themselves, as promised.
const WITH_RULES: [&str; 35] = [
    "P2", "B1", "B2", "B3", "B4", "B5", "B7", "B12", "B14", "B17", "B18", "B19", "B20", "B21",
    "B22", "B23", "B24", "D1", "D2", "D3", "D5", "D11", "D12", "D13", "D15", "D16", "D17", "D18",
    "A1", "A3", "A4", "A5", "A6", "A9", "A10",
];

fn share(n: u32, of: u32) -> Share {
    Share { n, of }
}

/// A change of [`all_facts`] that takes away the ground of one item.
type Spoil = fn(&mut Facts);

#[test]
fn exactly_the_promised_items_tick_themselves() {
    let list = Checklist::begin(NOW);
    let (all, none) = (all_facts(), Facts::default());
    for item in list.lists().iter().flat_map(|list| &list.items) {
        let name = item.name;
        let promised = WITH_RULES.contains(&name.to_string().as_str());
        assert_eq!(fact(name, &all).is_some(), promised, "{name}");
        assert_eq!(name.has_rule(), promised, "{name}");
        assert_eq!(
            fact(name, &none),
            None,
            "what nobody knows ticks nothing: {name}"
        );
    }
    assert!(
        WITH_RULES
            .iter()
            .all(|name| list.item(named(name)).is_some())
    );
}

type Row = (&'static str, FactSaid, Spoil);

fn rows_of_preparing() -> Vec<Row> {
    vec![
        ("P2", FactSaid::ReadyAgreed(10), |f| {
            f.team.n_agreed_points = Some(0);
        }),
        ("B1", FactSaid::GoalSet("Search works".into()), |f| {
            f.plan.has_limits = false;
        }),
        ("B2", FactSaid::Picked(6), |f| f.plan.n_picked = 4),
        ("B3", FactSaid::ByPriority(6), |f| {
            f.plan.is_by_priority = Some(false);
        }),
        ("B4", FactSaid::LeastUnderstoodFirst(6), |f| {
            f.plan.is_least_understood_first = None;
        }),
        ("B5", FactSaid::Checked(6), |f| f.plan.checked = share(5, 6)),
        ("B7", FactSaid::NoneUnready(2), |f| {
            f.plan.n_unready = Some(1);
        }),
        ("B12", FactSaid::Answered(12), |f| {
            f.plan.questions = Some(share(11, 12));
        }),
        ("B14", FactSaid::NeededNamed(6), |f| {
            f.plan.needed = share(1, 6);
        }),
        ("B17", FactSaid::Moderates("Ana".into()), |f| {
            f.plan.moderator = Some(" ".into());
        }),
        ("B18", FactSaid::Writes("Bo".into()), |f| {
            f.plan.scribe = None;
        }),
        ("B19", FactSaid::SentAhead(72), |f| {
            f.plan.sent_ms = Some(NOW - 86_399_999);
        }),
        ("B20", FactSaid::CommentsAsked, |f| {
            f.plan.is_comment_asked = false;
        }),
        ("B21", FactSaid::ReadingPlanned(10), |f| {
            f.plan.reading_minutes = 9;
            f.plan.is_comment_asked = false;
        }),
        (
            "B22",
            FactSaid::Timeboxed {
                n_parts: 6,
                minutes: 60,
            },
            |f| f.plan.timeboxed = share(5, 6),
        ),
        ("B23", FactSaid::FollowUpsListed(3), |f| {
            f.plan.n_follow_ups = None;
        }),
        ("B24", FactSaid::LinkAndDeckTested, |f| {
            f.plan.is_table_tried = false;
        }),
    ]
}

fn rows_of_meeting() -> Vec<Row> {
    vec![
        ("D1", FactSaid::FollowUpsDone(3), |f| {
            f.meeting.follow_ups = Some(share(2, 3));
        }),
        ("D2", FactSaid::ReadByAll(5), |f| {
            f.meeting.read = share(4, 5);
        }),
        ("D3", FactSaid::WalkedThrough(6), |f| {
            f.meeting.walked = share(5, 6);
        }),
        ("D5", FactSaid::Parked(1), |f| f.meeting.n_parked = None),
        ("D11", FactSaid::PassedFirst(6), |f| {
            f.meeting.passed_first = share(5, 6);
            f.meeting.n_walked_first = 0;
        }),
        ("D12", FactSaid::Anonymous(8), |f| {
            f.meeting.anonymous = share(7, 8);
        }),
        ("D13", FactSaid::Revoted(2), |f| {
            f.meeting.revoted = Some(share(1, 2));
        }),
        ("D15", FactSaid::RisksNamed(4), |f| f.meeting.n_risks = None),
        ("D16", FactSaid::TimeboxesHeld(6), |f| {
            f.meeting.timeboxes = share(5, 6);
        }),
        ("D17", FactSaid::Reasoned(7), |f| {
            f.meeting.reasoned = share(0, 0);
        }),
        ("D18", FactSaid::MarkedReady(5), |f| {
            f.meeting.marked_ready = share(4, 5);
        }),
        ("A1", FactSaid::DecisionsOut(4), |f| {
            f.outcome.decisions_out = share(3, 4);
        }),
        ("A3", FactSaid::RecordOut, |f| {
            f.outcome.is_record_out = false;
        }),
        ("A4", FactSaid::EstimatesOut(5), |f| {
            f.outcome.estimates_out = share(4, 5);
        }),
        ("A5", FactSaid::QuestionsOwned(2), |f| {
            f.outcome.owned_questions = Some(share(1, 2));
        }),
        ("A6", FactSaid::SentBackListed(1), |f| {
            f.outcome.sent_back = None;
        }),
        ("A9", FactSaid::PlanningNoted(45), |f| {
            f.outcome.planning_minutes = Some(0);
        }),
        ("A10", FactSaid::SignalsFilled, |f| f.outcome.n_signals = 4),
    ]
}

#[test]
fn every_rule_holds_with_its_fact_and_not_without() {
    let table = [rows_of_preparing(), rows_of_meeting()].concat();
    let names: Vec<&str> = table.iter().map(|(name, ..)| *name).collect();
    assert_eq!(names, WITH_RULES);
    for (name, said, spoil) in table {
        let mut facts = all_facts();
        assert_eq!(fact(named(name), &facts), Some(said), "{name}");
        spoil(&mut facts);
        assert_eq!(fact(named(name), &facts), None, "{name}");
    }
}

#[test]
fn five_six_and_seven_stories_are_right_and_no_other_number() {
    let mut facts = Facts::default();
    let right: Vec<u32> = (0..20)
        .filter(|&n| {
            facts.plan.n_picked = n;
            fact(named("B2"), &facts).is_some()
        })
        .collect();
    assert_eq!(right, [5, 6, 7]);
}

#[test]
fn without_a_picked_story_nothing_is_said_about_the_picked_ones() {
    let mut facts = all_facts();
    facts.plan.n_picked = 0;
    facts.plan.checked = share(0, 0);
    facts.plan.needed = share(0, 0);
    for name in ["B2", "B3", "B4", "B5", "B7", "B12", "B14"] {
        assert_eq!(fact(named(name), &facts), None, "{name}");
    }
}

#[test]
fn the_stories_go_out_a_day_ahead_whatever_the_numbers_are() {
    let ahead = |sent, begins| {
        let mut facts = Facts::default();
        facts.plan.sent_ms = sent;
        facts.plan.begins_ms = begins;
        fact(named("B19"), &facts)
    };
    let day = 86_400_000;
    assert_eq!(
        ahead(Some(NOW - day), Some(NOW)),
        Some(FactSaid::SentAhead(24))
    );
    assert_eq!(ahead(Some(NOW - day + 1), Some(NOW)), None);
    assert_eq!(ahead(Some(NOW + day), Some(NOW)), None);
    assert_eq!(ahead(Some(NOW - day), None), None);
    assert_eq!(ahead(None, Some(NOW)), None);
    assert_eq!(ahead(Some(i64::MIN), Some(i64::MAX)), None);
    assert_eq!(
        ahead(Some(0), Some(i64::MAX)),
        Some(FactSaid::SentAhead(u32::MAX))
    );
}

#[test]
fn silent_reading_makes_up_for_stories_that_went_out_late() {
    let mut facts = all_facts();
    facts.plan.reading_minutes = 0;
    assert_eq!(fact(named("B21"), &facts), Some(FactSaid::ReadingUnneeded));
    facts.plan.sent_ms = Some(NOW);
    assert_eq!(fact(named("B21"), &facts), None);
    facts.plan.reading_minutes = 15;
    assert_eq!(
        fact(named("B21"), &facts),
        Some(FactSaid::ReadingPlanned(15))
    );
}

#[test]
fn a_walk_through_makes_up_for_a_gate_that_was_not_passed() {
    let mut facts = all_facts();
    facts.meeting.passed_first = share(5, 6);
    assert_eq!(fact(named("D11"), &facts), Some(FactSaid::WalkedFirst(6)));
    facts.meeting.n_walked_first = 0;
    assert_eq!(fact(named("D11"), &facts), None);
}

#[test]
fn what_was_looked_for_and_not_there_is_done() {
    let mut facts = all_facts();
    let nothing = Some(share(0, 0));
    facts.plan.n_moved_later = 0;
    facts.plan.questions = nothing;
    facts.plan.n_follow_ups = Some(0);
    facts.meeting.follow_ups = nothing;
    facts.meeting.n_parked = Some(0);
    facts.meeting.revoted = nothing;
    facts.meeting.n_risks = Some(0);
    facts.outcome.owned_questions = nothing;
    facts.outcome.sent_back = nothing;
    for (name, said) in [
        ("B7", FactSaid::NoneUnready(0)),
        ("B12", FactSaid::Answered(0)),
        ("B23", FactSaid::FollowUpsListed(0)),
        ("D1", FactSaid::FollowUpsDone(0)),
        ("D5", FactSaid::Parked(0)),
        ("D13", FactSaid::Revoted(0)),
        ("D15", FactSaid::RisksNamed(0)),
        ("A5", FactSaid::QuestionsOwned(0)),
        ("A6", FactSaid::SentBackListed(0)),
    ] {
        assert_eq!(fact(named(name), &facts), Some(said), "{name}");
    }
}

#[test]
fn a_tick_of_the_program_goes_with_its_fact_and_one_made_by_hand_stays() {
    let mut list = Checklist::begin(NOW);
    let (all, none) = (all_facts(), Facts::default());
    let state = |list: &Checklist, facts: &Facts| list.item(named("B2")).unwrap().state(facts);
    assert_eq!(state(&list, &all), State::ByFact(FactSaid::Picked(6)));
    assert_eq!(state(&list, &none), State::Open);
    assert!(list.tick(named("B2"), true, &none, NOW));
    let at_ms = NOW;
    assert_eq!(state(&list, &none), State::ByHand { at_ms, fact: None });
    let fact = Some(FactSaid::Picked(6));
    assert_eq!(
        state(&list, &all),
        State::ByHand { at_ms, fact },
        "the fact is shown too"
    );
    assert!(list.tick(named("B2"), false, &none, NOW));
    assert_eq!(
        state(&list, &all),
        State::ByFact(FactSaid::Picked(6)),
        "nobody spoke against it"
    );
}

#[test]
fn a_fact_that_a_hand_spoke_against_ticks_nothing_even_when_it_comes_back() {
    let mut list = Checklist::begin(NOW);
    let (all, none) = (all_facts(), Facts::default());
    let state = |list: &Checklist, facts: &Facts| list.item(named("B2")).unwrap().state(facts);
    assert!(list.tick(named("B2"), false, &all, NOW));
    assert_eq!(state(&list, &all), State::Against(FactSaid::Picked(6)));
    assert!(!state(&list, &all).is_done());
    assert_eq!(state(&list, &none), State::Open);
    assert_eq!(state(&list, &all), State::Against(FactSaid::Picked(6)));
    assert!(
        list.tick(named("B2"), true, &all, NOW),
        "the person may think again"
    );
    assert!(state(&list, &all).is_done());
}

#[test]
fn an_edited_or_moved_item_keeps_its_rule_and_an_own_one_has_none() {
    use floret::checklist::ListKind;
    let mut list = Checklist::begin(NOW);
    list.reword(named("B2"), "A handful of stories", None);
    list.place(named("B2"), ListKind::Standing, None);
    assert!(
        list.item(named("B2"))
            .unwrap()
            .state(&all_facts())
            .is_done()
    );
    let own = list
        .add(ListKind::Before, 2, "5 to 7 stories picked")
        .unwrap();
    assert_eq!(list.item(own).unwrap().state(&all_facts()), State::Open);
}

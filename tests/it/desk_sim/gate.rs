//! The Definition of Ready: edited, agreed on, handed out; and stories before its gates.

use floret::desk::event::{Field, GateEvent, ItemField, ListField, PlanEvent, StoryEvent};
use floret::desk::view::{
    Agreed, DeskNoticeText, DeskScreen, DeskSpoken, GateView, SharedProblem, SharedReadyView,
    StoryGateView,
};
use floret::desk::{DeskEvent, DeskPage};
use floret::story::{State, Step, StoryId};

use super::browser::Browser;

fn opened() -> Browser {
    let mut browser = Browser::new(7);
    browser.open_at(DeskPage::Ready);
    browser
}

fn tell(browser: &mut Browser, event: GateEvent) {
    browser.tell(0, DeskEvent::Gate(event));
}

fn ready(browser: &Browser, tab: usize) -> GateView {
    let DeskScreen::Ready(view) = browser.view(tab).screen else {
        panic!("not the Definition of Ready");
    };
    *view
}

fn names(browser: &Browser, step: Step) -> Vec<String> {
    let view = ready(browser, 0);
    let rows = view.points(step).iter();
    rows.map(|row| row.point.name.clone()).collect()
}

fn wording(browser: &Browser, name: &str) -> String {
    let view = ready(browser, 0);
    let mut rows = view.vote.iter().chain(&view.ready);
    let row = rows.find(|row| row.point.name == name);
    row.expect("the point").wording.clone()
}

fn shared(browser: &Browser, tab: usize) -> SharedReadyView {
    let DeskScreen::SharedReady(view) = browser.view(tab).screen else {
        panic!("no shared Definition of Ready");
    };
    *view
}

fn gates(browser: &mut Browser, id: StoryId) -> StoryGateView {
    browser.tell(0, DeskEvent::Opened(DeskPage::Story(id)));
    browser.story_screen(0).gates
}

#[test]
fn a_team_rewords_switches_adds_and_sorts_its_points_and_a_restart_keeps_that() {
    let mut browser = opened();
    for event in [
        GateEvent::Switched("R12".into(), true),
        GateEvent::Switched("R5".into(), false),
        GateEvent::Reworded("R1".into(), "A title\nthat says it".into()),
        GateEvent::StepChosen("R9".into(), Step::Vote),
        GateEvent::Added(Step::Ready, "Shown to support".into()),
        GateEvent::Added(Step::Ready, "   ".into()),
        GateEvent::LimitTyped("13".into()),
        GateEvent::Shifted {
            point: "R3".into(),
            by: -1,
        },
        GateEvent::Moved {
            point: "R8".into(),
            step: Step::Ready,
            before: Some("R7".into()),
        },
    ] {
        tell(&mut browser, event);
    }
    let vote = names(&browser, Step::Vote);
    assert_eq!(vote[..4], ["R1", "R3", "R2", "R4"]);
    assert_eq!(vote.last().map(String::as_str), Some("R9"));
    assert_eq!(names(&browser, Step::Ready), ["R8", "R7", "R12", "T1"]);
    assert_eq!(wording(&browser, "R1"), "A title that says it");
    let view = ready(&browser, 0);
    assert_eq!((view.limit.as_str(), view.is_built_in), ("13", false));
    let tab = browser.restart(0);
    assert_eq!(ready(&browser, tab), view);
}

#[test]
fn an_empty_wording_or_the_built_in_one_is_the_built_in_one() {
    let mut browser = opened();
    let built_in = wording(&browser, "R2");
    for text in ["", &built_in] {
        tell(
            &mut browser,
            GateEvent::Reworded("R2".into(), "Who?".into()),
        );
        assert_eq!(wording(&browser, "R2"), "Who?");
        tell(&mut browser, GateEvent::Reworded("R2".into(), text.into()));
        assert_eq!(wording(&browser, "R2"), built_in);
        assert!(ready(&browser, 0).is_built_in);
    }
}

#[test]
fn a_point_that_moves_says_where_it_stands_and_stays_in_its_gate() {
    let mut browser = opened();
    let shift = |point: &str, by| GateEvent::Shifted {
        point: point.into(),
        by,
    };
    tell(&mut browser, shift("R7", 1));
    let Some(DeskSpoken::Moved { place, of, .. }) = browser.view(0).spoken.1 else {
        panic!("nothing was said");
    };
    assert_eq!((place, of), (2, 4));
    tell(&mut browser, shift("R7", -9));
    assert_eq!(names(&browser, Step::Ready), ["R7", "R8", "R9", "R12"]);
    tell(&mut browser, shift("R99", 1));
}

#[test]
fn a_limit_that_is_no_number_leaves_the_one_before() {
    let mut browser = opened();
    tell(&mut browser, GateEvent::LimitTyped("8".into()));
    tell(&mut browser, GateEvent::LimitTyped("8x".into()));
    let view = ready(&browser, 0);
    assert_eq!((view.limit.as_str(), view.is_no_number), ("8x", true));
    let tab = browser.restart(0);
    assert_eq!(ready(&browser, tab).limit, "8");
}

#[test]
fn a_removed_point_comes_back_with_undo_and_what_was_done_since_stays() {
    let mut browser = opened();
    tell(
        &mut browser,
        GateEvent::Added(Step::Vote, "Has a picture".into()),
    );
    tell(&mut browser, GateEvent::Removed("T1".into()));
    tell(&mut browser, GateEvent::Removed("R1".into()));
    assert!(names(&browser, Step::Vote).contains(&"R1".to_owned()));
    tell(&mut browser, GateEvent::Switched("R1".into(), false));
    browser.undo(0);
    assert_eq!(wording(&browser, "T1"), "Has a picture");
    assert!(!ready(&browser, 0).vote[0].point.is_on);
    // A number is not used twice.
    tell(&mut browser, GateEvent::Removed("T1".into()));
    tell(
        &mut browser,
        GateEvent::Added(Step::Vote, "Signed off".into()),
    );
    assert_eq!(wording(&browser, "T2"), "Signed off");
    tell(&mut browser, GateEvent::Reset);
    assert!(ready(&browser, 0).is_built_in);
    browser.undo(0);
    assert_eq!(wording(&browser, "T2"), "Signed off");
}

#[test]
fn a_team_agrees_once_and_sees_what_changed_since() {
    let mut browser = opened();
    assert_eq!(ready(&browser, 0).agreed, Agreed::Never);
    tell(&mut browser, GateEvent::Agreed);
    let at_ms = browser.now;
    assert_eq!(ready(&browser, 0).agreed, Agreed::Since { at_ms });
    let tab = browser.restart(0);
    assert_eq!(ready(&browser, tab).agreed, Agreed::Since { at_ms });
    browser.tell(
        tab,
        DeskEvent::Gate(GateEvent::Switched("R12".into(), true)),
    );
    assert_eq!(ready(&browser, tab).agreed, Agreed::ChangedSince { at_ms });
    let mut other = opened();
    tell(&mut other, GateEvent::Switched("R12".into(), true));
    assert_eq!(ready(&other, 0).agreed, Agreed::Changed);
}

#[test]
fn the_list_is_copied_as_markdown_without_what_is_off() {
    let mut browser = opened();
    tell(&mut browser, GateEvent::LimitTyped("13".into()));
    tell(
        &mut browser,
        GateEvent::Added(Step::Ready, "Shown to *all* <b>".into()),
    );
    tell(&mut browser, GateEvent::MarkdownPressed);
    let text = &browser.tabs[0].copied;
    assert!(text.starts_with("# Definition of Ready\n\n## Before the vote\n\n- **R1** "));
    assert!(text.contains(
        "\n\n## Before the sprint\n\n- **R7** Small enough for one sprint (at most 13)\n"
    ));
    assert!(
        text.ends_with("- **T1** Shown to \\*all\\* &lt;b&gt;\n"),
        "{text}"
    );
    assert!(!text.contains("R12"));
}

/// The fragment of what was copied.
fn fragment(browser: &Browser) -> String {
    let link = &browser.tabs[0].copied;
    let (base, fragment) = link.split_once('#').expect("a link");
    assert_eq!(base, "https://floret.example/");
    fragment.to_owned()
}

#[test]
fn a_shared_list_is_shown_taken_over_and_given_back() {
    let mut giver = opened();
    tell(
        &mut giver,
        GateEvent::Added(Step::Vote, "Has a picture".into()),
    );
    tell(&mut giver, GateEvent::Switched("R12".into(), true));
    tell(&mut giver, GateEvent::LimitTyped("8".into()));
    tell(&mut giver, GateEvent::LinkShown(true));
    tell(&mut giver, GateEvent::LinkCopied);
    let fragment = fragment(&giver);
    let url = ready(&giver, 0).link.expect("shown").url;
    assert!(url.ends_with(&fragment));

    let mut taker = Browser::new(9);
    taker.open();
    taker.tell(0, DeskEvent::FragmentChanged(fragment.clone()));
    let view = shared(&taker, 0);
    assert_eq!(
        (view.problem, view.is_mine, view.n_unknown),
        (None, false, 0)
    );
    assert_eq!(view.limit, "8");
    assert!(view.vote.iter().all(|row| row.point.is_on));
    tell(&mut taker, GateEvent::Taken);
    assert_eq!(taker.view(0).page, DeskPage::Ready);
    assert_eq!(ready(&taker, 0).vote, ready(&giver, 0).vote);
    assert_eq!(ready(&taker, 0).agreed, Agreed::Changed);
    taker.tell(0, DeskEvent::FragmentChanged(fragment.clone()));
    assert!(shared(&taker, 0).is_mine);
    tell(&mut taker, GateEvent::Left);
    taker.undo(0);
    assert!(ready(&taker, 0).is_built_in);
    assert_eq!(ready(&taker, 0).agreed, Agreed::Never);
}

#[test]
fn a_link_that_was_hurt_says_so_and_takes_nothing() {
    let mut browser = opened();
    tell(&mut browser, GateEvent::LinkCopied);
    let whole = fragment(&browser);
    let cut = whole[..whole.len() - 7].to_owned();
    for (fragment, problem) in [
        (cut, SharedProblem::Truncated),
        ("d=hello".to_owned(), SharedProblem::Foreign),
    ] {
        browser.tell(0, DeskEvent::FragmentChanged(fragment));
        assert_eq!(shared(&browser, 0).problem, Some(problem));
        tell(&mut browser, GateEvent::Taken);
        assert_eq!(shared(&browser, 0).problem, Some(problem));
    }
}

#[test]
fn a_story_shows_each_point_with_its_reason_and_ticks_stay_people_s() {
    let mut browser = Browser::with_tab(7);
    let id = browser.add(0, "Pay by invoice");
    browser.type_in(0, id, Field::Acceptance, "- it works");
    let view = gates(&mut browser, id);
    assert_eq!(view.vote.line.missing, ["R1", "R2", "R4", "R5", "R6"]);
    let point = |view: &StoryGateView, name: &str| {
        let mut points = view.vote.points.iter();
        points
            .find(|one| one.name == name)
            .expect("the point")
            .clone()
    };
    let r3 = point(&view, "R3");
    assert_eq!(
        (r3.state, r3.why.as_str()),
        (State::ByFact, "1 criterion is written.")
    );
    assert_eq!(point(&view, "R1").why, "Nobody has ticked it yet.");
    // Untick what the page ticked: it stays so, and the page says that it sees otherwise.
    browser.story(0, id, StoryEvent::Said("R3".into(), r3.says_by(false)));
    let r3 = point(&gates(&mut browser, id), "R3");
    assert_eq!((r3.state, r3.said), (State::Missing, Some(false)));
    assert_eq!(r3.against, "1 criterion is written.");
    // Tick it again: nothing is said any more, the page sees it.
    assert_eq!(r3.says_by(true), None);
    browser.story(0, id, StoryEvent::Said("R3".into(), r3.says_by(true)));
    assert_eq!(point(&gates(&mut browser, id), "R3"), point(&view, "R3"));
    // Tick what the page does not see, and take that back.
    let r4 = point(&view, "R4");
    browser.story(0, id, StoryEvent::Said("R4".into(), r4.says_by(true)));
    let ticked = point(&gates(&mut browser, id), "R4");
    assert_eq!(ticked.state, State::ByHand);
    assert_eq!(ticked.says_by(false), None);
}

#[test]
fn a_gate_is_overruled_with_a_name_and_a_reason_or_not_at_all() {
    let mut browser = Browser::with_tab(7);
    let id = browser.add(0, "Pay by invoice");
    let overruled = |who: &str, why: &str| StoryEvent::Overruled {
        step: Step::Vote,
        who: who.into(),
        why: why.into(),
    };
    browser.story(0, id, overruled(" ", "it is tiny"));
    browser.story(0, id, overruled("Ana", ""));
    assert!(gates(&mut browser, id).overrulings.is_empty());
    browser.story(0, id, overruled(" Ana ", "it is tiny"));
    let view = gates(&mut browser, id);
    assert!(view.vote.line.is_passed && view.vote.line.is_overruled);
    assert_eq!(view.vote.says, "Overruled by Ana, because: it is tiny");
    assert_eq!(view.overrulings[0].missing, view.vote.line.missing);
    let said = |text: &DeskNoticeText| matches!(text, DeskNoticeText::GateOverruled(_));
    assert!(browser.notice(0, said).is_some());
    browser.undo(0);
    let view = gates(&mut browser, id);
    assert!(!view.vote.line.is_passed && view.overrulings.is_empty());
}

#[test]
fn what_a_story_sent_back_misses_comes_up_in_the_session_after() {
    let mut browser = Browser::with_tab(7);
    let id = browser.add(0, "Pay by invoice");
    browser.planning(0, PlanEvent::TakenIn(id));
    browser.planning(0, PlanEvent::SentBack(id, "ask the bank".into()));
    assert!(browser.plan(0).stories.is_empty());
    browser.planning(0, PlanEvent::BegunAnew);
    let row = browser.plan(0).sent_back[0].clone();
    assert_eq!(row.points, ["R1", "R2", "R3", "R4", "R5", "R6"]);
    assert_eq!((row.note.as_str(), row.is_planned), ("ask the bank", false));
    // Worked on since: what is there is not asked for again.
    browser.type_in(0, id, Field::Acceptance, "- it works");
    let row = browser.plan(0).sent_back[0].clone();
    assert!(!row.still_missing.contains(&"R3".to_owned()));
    let shown = gates(&mut browser, id).sent_back.expect("sent back");
    assert_eq!(
        (shown.points, shown.still_missing),
        (row.points, row.still_missing)
    );
    let tab = browser.restart(0);
    assert_eq!(browser.plan(tab).sent_back.len(), 1);
    browser.story(tab, id, StoryEvent::TakenBack);
    assert!(browser.plan(tab).sent_back.is_empty());
}

#[test]
fn a_story_is_ready_once_both_gates_let_it_pass() {
    let mut browser = Browser::with_tab(7);
    let id = browser.add(0, "Pay by invoice");
    browser.type_in(0, id, Field::Acceptance, "- it works");
    browser.type_in(0, id, Field::Dependencies, "none");
    browser.type_in(0, id, Field::Estimate, "5");
    browser.story(0, id, StoryEvent::Placed(true));
    for point in ["R1", "R2", "R5", "R7", "R8"] {
        browser.story(0, id, StoryEvent::Said(point.into(), Some(true)));
    }
    browser.story(0, id, StoryEvent::MarkedReady(true));
    let view = gates(&mut browser, id);
    assert!(!view.is_ready && view.vote.line.is_passed);
    assert_eq!(view.ready.line.missing, ["R9"]);
    browser.story(0, id, StoryEvent::ItemAdded(ListField::Decisions));
    let field = ItemField::DecisionWhat;
    let text = "By mail".to_owned();
    browser.story(0, id, StoryEvent::ItemTyped { at: 0, field, text });
    browser.story(0, id, StoryEvent::MarkedReady(true));
    assert!(gates(&mut browser, id).is_ready);
    browser.story(0, id, StoryEvent::MarkedReady(false));
    assert!(!gates(&mut browser, id).is_ready);
}

#[test]
fn the_gates_of_a_story_are_looked_at_in_a_list() {
    let mut browser = Browser::with_tab(7);
    let id = browser.add(0, "Pay by invoice");
    assert_eq!(browser.view(0).looked, None);
    tell(&mut browser, GateEvent::Looked(Some(id)));
    assert_eq!(browser.view(0).looked.expect("looked at").story, id);
    tell(&mut browser, GateEvent::Looked(None));
    assert_eq!(browser.view(0).looked, None);
}

//! A pack goes out, is answered in other browsers, and what comes back is brought together.

mod beyond;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{Field, PackEvent, PackedEvent, PlanEvent};
use floret::desk::view::{
    DeskNoticeText, DeskScreen, PackError, PackView, PackedContent, PackedView, ParcelView,
    ReplyOutcome,
};
use floret::desk::{DeskEvent, DeskPage};
use floret::saved::{KeptEstimate, back_key, write_back};
use floret::story::{Round, StoryId};

use super::browser::Browser;

/// An organiser with a planned session of so many stories.
fn organiser(n: usize) -> (Browser, Vec<StoryId>) {
    let mut browser = Browser::with_tab(30);
    let ids = (0..n).map(|at| browser.add(0, &format!("s{at}")));
    let ids: Vec<StoryId> = ids.collect();
    for id in &ids {
        browser.planning(0, PlanEvent::TakenIn(*id));
    }
    browser.tell(0, DeskEvent::Opened(DeskPage::Plan));
    (browser, ids)
}

fn packing(browser: &mut Browser, event: PackEvent) -> PackView {
    browser.tell(0, DeskEvent::Pack(event));
    browser.plan(0).pack
}

fn link(parcel: Option<&ParcelView>) -> String {
    match parcel {
        Some(ParcelView::Link(url)) => url.clone(),
        other => panic!("no link: {other:?}"),
    }
}

fn made(browser: &mut Browser) -> String {
    link(packing(browser, PackEvent::Made).parcel.as_ref())
}

/// A colleague who has opened a link.
fn colleague(seed: u64, url: &str) -> Browser {
    let mut browser = Browser::new(seed);
    let fragment = url.split_once('#').unwrap().1;
    browser.open_at(DeskPage::of_fragment(fragment).unwrap());
    browser
}

fn says(browser: &mut Browser, event: PackedEvent) {
    browser.tell(0, DeskEvent::Packed(event));
}

fn content(browser: &Browser) -> PackedContent {
    let DeskScreen::Packed(view) = browser.view(0).screen else {
        panic!("not a pack");
    };
    match *view {
        PackedView::Open(content) => *content,
        other @ (PackedView::Unreadable(_) | PackedView::Gone | PackedView::Reply(_)) => {
            panic!("not open: {other:?}")
        }
    }
}

fn replied(browser: &mut Browser, name: &str) -> String {
    says(browser, PackedEvent::NameTyped(name.into()));
    says(browser, PackedEvent::ReplyMade);
    link(content(browser).reply.as_ref())
}

fn pasted(browser: &mut Browser, text: &str) -> Vec<ReplyOutcome> {
    packing(browser, PackEvent::RepliesPasted(text.into())).outcomes
}

fn voted(browser: &mut Browser, id: StoryId, agreement: u8) {
    let at_ms = browser.now + 5;
    let back = KeptEstimate {
        estimate: String::from("3"),
        round: Some(Round {
            agreement: Some(agreement),
            voted_at_ms: Some(at_ms),
            ..Round::default()
        }),
        at_ms,
    };
    let key = back_key(&id.to_string());
    let value = Some(write_back(&back));
    browser.tell(0, DeskEvent::KeptElsewhere { key, value });
}

#[test]
fn a_pack_is_read_answered_and_brought_home() {
    let (mut ana, ids) = organiser(3);
    ana.type_in(0, ids[0], Field::Description, "The *text*");
    ana.type_in(0, ids[0], Field::Notes, "between us");
    ana.planning(0, PlanEvent::GoalTyped("Pay by invoice".into()));
    packing(&mut ana, PackEvent::OrganiserTyped("Ana".into()));
    let url = made(&mut ana);
    assert!(url.starts_with("https://floret.example/#pack="), "{url}");

    let mut dana = colleague(31, &url);
    let came = content(&dana);
    assert_eq!(came.pack.goal, "Pay by invoice");
    assert_eq!(came.pack.organiser, "Ana");
    let titles: Vec<&str> = came
        .pack
        .stories
        .iter()
        .map(|one| one.title.as_str())
        .collect();
    assert_eq!(titles, ["s0", "s1", "s2"]);
    assert_eq!(came.pack.stories[0].description, "The *text*");
    assert!(
        dana.storage.is_empty(),
        "nothing is kept before it is answered"
    );
    says(&mut dana, PackedEvent::ReadTicked(ids[0], true));
    says(
        &mut dana,
        PackedEvent::CommentTyped(ids[0], "Looks fine".into()),
    );
    says(&mut dana, PackedEvent::UnclearTicked(ids[1], true));
    says(
        &mut dana,
        PackedEvent::QuestionsTyped(ids[1], "Who pays?\n\n When? ".into()),
    );
    let before = content(&dana);
    let tab = dana.restart(0);
    dana.tabs.swap(0, tab);
    assert_eq!(content(&dana), before, "what was typed survives a reload");
    let reply = replied(&mut dana, " Dana ");
    assert!(
        reply.starts_with("https://floret.example/#answer="),
        "{reply}"
    );

    let taken = vec![ReplyOutcome::Taken("Dana".into())];
    assert_eq!(pasted(&mut ana, &format!("here: {reply} bye")), taken);
    let twice = vec![ReplyOutcome::Twice("Dana".into())];
    assert_eq!(pasted(&mut ana, &reply), twice);
    let pack = ana.plan(0).pack;
    let [person] = pack.people.as_slice() else {
        panic!("not one person");
    };
    assert_eq!((person.n_read, person.n_unclear), (1, 1));
    assert_eq!((person.n_comments, person.n_questions), (1, 2));
    assert_eq!(pack.stories.len(), 2);
    assert_eq!(pack.stories[1].unclear, ["Dana"]);
    let asked = pack.stories[1].questions[0].clone();
    assert_eq!(
        (asked.text.as_str(), asked.is_in_story),
        ("Who pays?", false)
    );
    let (story, who, at) = (ids[1], asked.who, asked.at);
    let event = PackEvent::QuestionTaken { story, who, at };
    packing(&mut ana, event.clone());
    let pack = packing(&mut ana, event);
    assert!(pack.stories[1].questions[0].is_in_story);
    ana.tell(0, DeskEvent::Opened(DeskPage::Story(ids[1])));
    let questions = &ana.story_screen(0).story.questions;
    assert_eq!(questions.len(), 1, "once, however often it is pressed");
    assert_eq!(questions[0].text, "Who pays? (Dana)");
    ana.restart(0);
}

#[test]
fn two_replies_come_to_the_same_in_both_orders_and_in_two_tabs() {
    let (mut ana, ids) = organiser(2);
    let url = made(&mut ana);
    let mut replies = Vec::new();
    for (seed, name) in [(41, "Dana"), (42, "Eve")] {
        let mut one = colleague(seed, &url);
        says(&mut one, PackedEvent::CommentTyped(ids[0], name.into()));
        replies.push(replied(&mut one, name));
        says(
            &mut one,
            PackedEvent::CommentTyped(ids[0], [name, "!"].concat()),
        );
        // A reply on the screen is renewed with every change.
        replies.push(link(content(&one).reply.as_ref()));
    }
    assert_ne!(replies[0], replies[1]);
    let seed = ana.storage.clone();
    let mut results = Vec::new();
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]] {
        let mut ana = Browser::new(50);
        ana.storage.clone_from(&seed);
        ana.open_at(DeskPage::Plan);
        for at in order {
            pasted(&mut ana, &replies[at]);
        }
        results.push(ana.plan(0).pack.stories);
    }
    assert_eq!(results[0], results[1]);
    assert_eq!(results[0], results[2]);
    let mut said: Vec<_> = results[0][0]
        .comments
        .iter()
        .map(|(_, text)| text.as_str())
        .collect();
    said.sort_unstable();
    assert_eq!(said, ["Dana!", "Eve!"], "the newest word of each");

    // One reply in each of two tabs that have not heard of each other yet.
    let other = ana.open_at(DeskPage::Plan);
    ana.is_quick = false;
    ana.tell(
        0,
        DeskEvent::Pack(PackEvent::RepliesPasted(replies[1].clone())),
    );
    ana.tell(
        other,
        DeskEvent::Pack(PackEvent::RepliesPasted(replies[3].clone())),
    );
    ana.is_quick = true;
    ana.settle();
    for tab in [0, other] {
        assert_eq!(ana.plan(tab).pack.stories, results[0]);
    }
}

#[test]
fn what_cannot_be_taken_in_is_refused_by_name() {
    let (mut ana, ids) = organiser(1);
    let url = made(&mut ana);
    let mut dana = colleague(31, &url);
    says(&mut dana, PackedEvent::CommentTyped(ids[0], "x".into()));
    let reply = replied(&mut dana, "Dana");
    let refused = |error| vec![ReplyOutcome::Refused(error)];
    assert_eq!(pasted(&mut ana, "hello"), refused(PackError::NotOurs));
    let cut = &reply[..reply.len() - 5];
    assert_eq!(pasted(&mut ana, cut), refused(PackError::CutOff));
    let middle = reply.len() - 30;
    let other = if &reply[middle..=middle] == "A" {
        "B"
    } else {
        "A"
    };
    let changed = [&reply[..middle], other, &reply[middle + 1..]].concat();
    assert_eq!(pasted(&mut ana, &changed), refused(PackError::Damaged));
    let [ReplyOutcome::Refused(error)] = pasted(&mut ana, &url)[..] else {
        panic!("a pack was taken for a reply");
    };
    assert!(error.is_pack());
    assert!(ana.plan(0).pack.people.is_empty(), "nothing came in");

    // A new session has a pack of its own; the old one comes back with an undo.
    ana.planning(0, PlanEvent::BegunAnew);
    assert_eq!(pasted(&mut ana, &reply), [ReplyOutcome::NoPack]);
    made_again(&mut ana, ids[0]);
    assert_eq!(pasted(&mut ana, &reply), refused(PackError::OtherPack));
    let begun = |text: &DeskNoticeText| *text == DeskNoticeText::PlanBegunAnew;
    let id = ana.notice(0, begun).unwrap();
    ana.tell(0, DeskEvent::Undo(id));
    assert_eq!(
        pasted(&mut ana, &reply),
        [ReplyOutcome::Taken("Dana".into())]
    );
}

fn made_again(browser: &mut Browser, id: StoryId) {
    browser.planning(0, PlanEvent::TakenIn(id));
    made(browser);
}

#[test]
fn a_damaged_pack_says_so_on_its_page() {
    let (mut ana, _) = organiser(1);
    let url = made(&mut ana);
    let dana = colleague(31, &url[..url.len() - 9]);
    let DeskScreen::Packed(view) = dana.view(0).screen else {
        panic!("not a pack");
    };
    assert_eq!(*view, PackedView::Unreadable(PackError::CutOff));
    let eve = colleague(32, "x#packed=0011223344556677");
    let DeskScreen::Packed(view) = eve.view(0).screen else {
        panic!("not a pack");
    };
    assert_eq!(*view, PackedView::Gone);
}

//! Files, seals, the order of the agenda, and what is forgotten.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::event::{Field, GivenFile, ImportEvent, PackEvent, PackedEvent, StoryEvent};
use floret::desk::view::{
    DeskNoticeText, DeskScreen, PackError, PackedView, ParcelView, ReplyOutcome,
};
use floret::desk::{DeskEvent, DeskPage};
use floret::saved::{AHEAD_PREFIX, Kept, is_of_table, read_ahead};
use floret::story::StoryId;

use super::{
    Browser, colleague, content, link, made, organiser, packing, pasted, replied, says, voted,
};

#[test]
fn an_estimate_of_somebody_absent_is_shown_when_the_story_was_revealed_and_not_before() {
    let (mut ana, ids) = organiser(2);
    let url = made(&mut ana);
    let mut dana = colleague(31, &url);
    says(&mut dana, PackedEvent::CardPicked(ids[0], "5".into()));
    says(&mut dana, PackedEvent::CardPicked(ids[1], "8".into()));
    says(
        &mut dana,
        PackedEvent::CardPicked(ids[1], "no such card".into()),
    );
    says(&mut dana, PackedEvent::AbsenceChosen(true));
    let mut eve = colleague(32, &url);
    says(&mut eve, PackedEvent::CardPicked(ids[0], "13".into()));
    let replies = [replied(&mut dana, "Dana"), replied(&mut eve, "Eve")].join("\n");
    assert_eq!(pasted(&mut ana, &replies).len(), 2);

    let ahead = |ana: &mut Browser, at: usize| ana.plan(0).pack.stories[at].ahead.clone();
    let first = ahead(&mut ana, 0);
    assert_eq!((first.n_sealed, first.n_kept), (1, 1));
    assert!(first.shown.is_empty());
    voted(&mut ana, ids[0], 50);
    let first = ahead(&mut ana, 0);
    assert_eq!((first.n_sealed, first.n_kept), (0, 1));
    assert_eq!(first.shown, [(String::from("5"), String::from("Dana"))]);
    assert_eq!(
        ahead(&mut ana, 1).n_sealed,
        1,
        "the other story is not revealed"
    );
    ana.tell(0, DeskEvent::Opened(DeskPage::Story(ids[0])));
    assert_eq!(ana.story_screen(0).ahead, first.shown);
    ana.tell(0, DeskEvent::Opened(DeskPage::Story(ids[1])));
    assert!(ana.story_screen(0).ahead.is_empty());
}

#[test]
fn a_vote_from_before_the_pack_opens_nothing() {
    let (mut ana, ids) = organiser(1);
    voted(&mut ana, ids[0], 50);
    ana.wait(1);
    let url = made(&mut ana);
    let mut dana = colleague(31, &url);
    says(&mut dana, PackedEvent::AbsenceChosen(true));
    says(&mut dana, PackedEvent::CardPicked(ids[0], "5".into()));
    let reply = replied(&mut dana, "Dana");
    pasted(&mut ana, &reply);
    assert_eq!(ana.plan(0).pack.stories[0].ahead.n_sealed, 1);
}

#[test]
fn a_long_pack_is_a_file_and_so_is_a_long_reply() {
    let (mut ana, ids) = organiser(2);
    let words: Vec<String> = (0..3_000).map(|n| n.to_string()).collect();
    ana.type_in(0, ids[0], Field::Description, &words.join(" "));
    let pack = packing(&mut ana, PackEvent::Made);
    assert!(matches!(pack.parcel, Some(ParcelView::File(n)) if n > 10));
    packing(&mut ana, PackEvent::FileSaved);
    let (name, text) = ana.tabs[0].files.pop().unwrap();
    assert_eq!(name, "floret-pack.txt");
    assert!(text.starts_with("Floret pack: "), "{}", &text[..80]);

    let mut dana = Browser::with_tab(31);
    let give = |browser: &mut Browser, text: &str| {
        let file = GivenFile {
            name: String::from("x.txt"),
            content: Ok(text.as_bytes().to_vec()),
        };
        browser.tell(0, DeskEvent::Import(ImportEvent::FileGiven(file)));
    };
    give(&mut dana, &text[..text.len() / 2]);
    let DeskScreen::Packed(view) = dana.view(0).screen else {
        panic!("not a pack");
    };
    assert_eq!(*view, PackedView::Unreadable(PackError::CutOff));
    give(&mut dana, &text);
    assert_eq!(content(&dana).pack.stories.len(), 2);
    let tab = dana.restart(0);
    dana.tabs.swap(0, tab);
    for id in &ids {
        let text = "much to say ".repeat(160);
        says(&mut dana, PackedEvent::CommentTyped(*id, text.clone()));
        let questions = ["Why, and ", &"x".repeat(280)].concat();
        let questions = vec![questions; 10].join("\n");
        says(&mut dana, PackedEvent::QuestionsTyped(*id, questions));
    }
    says(&mut dana, PackedEvent::NameTyped("Dana".into()));
    says(&mut dana, PackedEvent::ReplyMade);
    assert!(matches!(content(&dana).reply, Some(ParcelView::File(_))));
    says(&mut dana, PackedEvent::ReplySaved);
    let (_, reply) = dana.tabs[0].files.pop().unwrap();
    give(&mut ana, &reply);
    assert_eq!(
        ana.plan(0).pack.outcomes,
        [ReplyOutcome::Taken("Dana".into())]
    );
    give(&mut ana, "Key,Title\n1,x");
    let refused = ReplyOutcome::Refused(PackError::NotOurs);
    assert_eq!(ana.plan(0).pack.outcomes, [refused]);
}

#[test]
fn a_reply_that_is_opened_as_a_link_is_taken_in() {
    let (mut ana, ids) = organiser(1);
    let url = made(&mut ana);
    let mut dana = colleague(31, &url);
    says(&mut dana, PackedEvent::ReadTicked(ids[0], true));
    says(&mut dana, PackedEvent::ReplyMade);
    assert_eq!(content(&dana).reply, Some(ParcelView::NoName));
    let reply = replied(&mut dana, "Dana");
    let fragment = reply.split_once('#').unwrap().1;
    ana.tell(0, DeskEvent::FragmentChanged(fragment.to_owned()));
    let DeskScreen::Packed(view) = ana.view(0).screen else {
        panic!("not a reply");
    };
    assert_eq!(*view, PackedView::Reply(ReplyOutcome::Taken("Dana".into())));
    assert_eq!(ana.plan(0).pack.people.len(), 1);
    let eve = colleague(33, &reply);
    let DeskScreen::Packed(view) = eve.view(0).screen else {
        panic!("not a reply");
    };
    assert_eq!(*view, PackedView::Reply(ReplyOutcome::NoPack));
}

#[test]
fn the_agenda_is_sorted_by_disagreement_and_by_open_questions() {
    let (mut ana, ids) = organiser(4);
    let url = made(&mut ana);
    let mut dana = colleague(31, &url);
    says(&mut dana, PackedEvent::UnclearTicked(ids[3], true));
    says(
        &mut dana,
        PackedEvent::QuestionsTyped(ids[1], "One?\nTwo?".into()),
    );
    says(&mut dana, PackedEvent::CommentTyped(ids[1], "Well".into()));
    let reply = replied(&mut dana, "Dana");
    pasted(&mut ana, &reply);
    voted(&mut ana, ids[2], 40);
    let order = |ana: &mut Browser| {
        ana.plan(0)
            .stories
            .iter()
            .map(|row| row.id)
            .collect::<Vec<_>>()
    };
    packing(&mut ana, PackEvent::SortedByDisagreement);
    assert_eq!(order(&mut ana), [ids[3], ids[2], ids[1], ids[0]]);
    ana.undo(0);
    assert_eq!(order(&mut ana), ids);
    packing(&mut ana, PackEvent::SortedByQuestions);
    assert_eq!(order(&mut ana), [ids[1], ids[0], ids[2], ids[3]]);
    packing(&mut ana, PackEvent::SortedByQuestions);
    let is_sorted = |text: &DeskNoticeText| *text == DeskNoticeText::AgendaIsSorted;
    assert!(ana.notice(0, is_sorted).is_some());
}

#[test]
fn sending_the_pack_says_when_it_went_out_and_that_comments_are_asked_for() {
    let (mut ana, ids) = organiser(1);
    let url = made(&mut ana);
    assert_eq!(ana.plan(0).sent_ahead, "");
    packing(&mut ana, PackEvent::LinkCopied);
    assert_eq!(ana.tabs[0].copied, url);
    let plan = ana.plan(0);
    assert!(plan.is_comment_asked);
    assert_eq!(plan.sent_ahead, "2023-11-14T22:13");
    ana.story(0, ids[0], StoryEvent::Typed(Field::Title, "Renamed".into()));
    let renewed = ana.plan(0).pack.parcel;
    assert_ne!(
        link(renewed.as_ref()),
        url,
        "a link on the screen is never old"
    );
}

#[test]
fn packs_of_long_ago_are_forgotten() {
    let (mut ana, ids) = organiser(1);
    let url = made(&mut ana);
    let mut dana = colleague(31, &url);
    says(&mut dana, PackedEvent::ReadTicked(ids[0], true));
    assert_eq!(dana.storage.len(), 1);
    dana.now += 80 * 24 * 3_600_000;
    dana.open_at(DeskPage::Backlog);
    assert_eq!(dana.storage.len(), 1);
    dana.now += 20 * 24 * 3_600_000;
    dana.open_at(DeskPage::Backlog);
    assert_eq!(dana.storage.len(), 0);
}

/// Cards that the table of this browser will find.
fn at_table(browser: &Browser) -> Vec<(StoryId, String)> {
    let mut kept = browser.storage.iter();
    let Some((key, text)) = kept.find(|(key, _)| key.starts_with(AHEAD_PREFIX)) else {
        return Vec::new();
    };
    assert!(is_of_table(key));
    let Kept::Fine(ahead) = read_ahead(text) else {
        panic!("{text}");
    };
    ahead.cards
}

#[test]
fn cards_of_somebody_who_will_be_there_wait_for_the_table() {
    let (mut ana, ids) = organiser(2);
    let url = made(&mut ana);
    let mut dana = colleague(31, &url);
    says(&mut dana, PackedEvent::ReadTicked(ids[0], true));
    assert!(at_table(&dana).is_empty());
    says(&mut dana, PackedEvent::CardPicked(ids[0], "5".into()));
    says(&mut dana, PackedEvent::CardPicked(ids[1], "8".into()));
    let mut both = [(ids[0], String::from("5")), (ids[1], String::from("8"))];
    both.sort();
    assert_eq!(at_table(&dana), both);
    // Whoever will be absent sends them sealed, and plays nothing.
    says(&mut dana, PackedEvent::AbsenceChosen(true));
    assert!(at_table(&dana).is_empty());
    says(&mut dana, PackedEvent::AbsenceChosen(false));
    says(&mut dana, PackedEvent::CardPicked(ids[1], String::new()));
    assert_eq!(at_table(&dana), [(ids[0], String::from("5"))]);
    // A desk that wrote no such key before does it when the pack is opened again.
    dana.storage.retain(|key, _| !key.starts_with(AHEAD_PREFIX));
    dana.restart(0);
    assert_eq!(at_table(&dana), [(ids[0], String::from("5"))]);
    dana.now += 100 * 24 * 3_600_000;
    dana.open_at(DeskPage::Backlog);
    assert!(dana.storage.is_empty(), "forgotten with its pack");
}

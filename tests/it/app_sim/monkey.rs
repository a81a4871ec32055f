//! Anything at any time: no panic, and there is always something to see.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::app::view::{IceView, Language, Panel, SeatId, Theme};
use floret::app::{CopyWhat, Event, KeepProblem, PeerNews};
use rand_core::Rng;

use super::world::{BASE, World};

fn below(world: &mut World, n: u32) -> u32 {
    world.rng.next_u32() % n
}

fn any_bytes(world: &mut World) -> Vec<u8> {
    let mut bytes = vec![0; usize::try_from(below(world, 60)).unwrap()];
    world.rng.fill_bytes(&mut bytes);
    // Often a whole message of this version, so that its body is read.
    if let [kind, version, tag, ..] = bytes.as_mut_slice() {
        (*kind, *version, *tag) = (*kind % 8, 1, *tag % 6);
    }
    bytes
}

fn any_text(world: &mut World) -> String {
    let texts = [
        "",
        " ",
        "5",
        "Ana",
        "1, 2, 3",
        "a=1;b=2;c=3",
        "#j=E",
        "r=EAAA",
        "{}",
        "\u{202e}x\u{0}",
        "stun:a.b:1",
        "{\"version\":1}",
        "🂡🂢🂣",
    ];
    let at = usize::try_from(below(world, 16)).unwrap();
    texts
        .get(at)
        .map_or_else(|| "long ".repeat(500), |text| (*text).to_owned())
}

fn any_news(world: &mut World) -> PeerNews {
    match below(world, 7) {
        0 => PeerNews::Local {
            sdp: any_text(world),
        },
        1 => PeerNews::Candidate {
            line: any_text(world),
        },
        2 => PeerNews::Gathered,
        3 => PeerNews::Opened,
        4 => PeerNews::Closed,
        5 => PeerNews::Refused {
            reason: any_text(world),
        },
        _ => PeerNews::Frame(any_bytes(world)),
    }
}

/// What people do at a table.
fn any_click(world: &mut World) -> Event {
    let on = below(world, 2) == 0;
    let small = usize::try_from(below(world, 20)).unwrap();
    let seat = SeatId(below(world, 8));
    match below(world, 36) {
        0..=5 => Event::CardPicked(small),
        6 => Event::VoteTakenBack,
        7 => Event::CommentTyped(any_text(world)),
        8..=9 => Event::RevealPressed,
        10..=11 => Event::GuardConfirmed,
        12 => Event::GuardDismissed,
        13 => Event::CountdownStopped,
        14..=15 => Event::VoteAgain,
        16 => Event::NextStory,
        17 => Event::TitleTyped(any_text(world)),
        18 => Event::LookBack,
        19 => Event::LookForward,
        20 => Event::LookAt(small),
        21 => Event::EstimateSaved(any_text(world)),
        22 => Event::Explain(on),
        23 => Event::TimerToggled,
        24 => Event::TimerLength(below(world, u32::MAX)),
        25 => Event::DeckChosen(small),
        26 => Event::CustomDeck {
            name: any_text(world),
            text: any_text(world),
        },
        27 => Event::DeckDeleted(small),
        28 => Event::AddOn(small, on),
        29 => Event::Anonymous(on),
        30 => Event::EveryoneRuns(on),
        31 => Event::AutoReveal(on),
        32 => Event::Comments(on),
        33 => Event::Renamed(any_text(world)),
        34 => Event::Observe(on),
        _ => Event::SeatRemoved(seat),
    }
}

/// Everything else that can happen to a page.
fn any_event(world: &mut World) -> Event {
    let on = below(world, 2) == 0;
    let n = below(world, 12);
    match below(world, 40) {
        0 => Event::Tick,
        1 => Event::FragmentChanged(any_text(world)),
        2 => Event::Key(any_text(world)),
        3 => Event::KeptElsewhere {
            key: String::from(
                ["floret.table", "floret.decks", "floret.settings", "x"][n as usize % 4],
            ),
            value: on.then(|| any_text(world)),
        },
        4 => Event::StartPoker,
        5 => Event::NameGiven(any_text(world)),
        6 => Event::GoToStart,
        7 => Event::ReopenTable,
        8 => Event::ForgetTable,
        9 => Event::Undo(n),
        10 => Event::NoticeDismissed(n),
        11 => Event::LeavePressed,
        12 => Event::JoinAgain,
        13 => Event::PanelOpened([Panel::Invite, Panel::Settings, Panel::Help][n as usize % 3]),
        14 => Event::PanelClosed,
        15 => Event::CopyPressed(
            [
                CopyWhat::Invite,
                CopyWhat::Reply,
                CopyWhat::Markdown,
                CopyWhat::Csv,
            ][n as usize % 4],
        ),
        16 => Event::SharePressed,
        17 => Event::RepliesGiven(any_text(world)),
        18 => Event::DownloadTranscript,
        19 => Event::DownloadCsv,
        20 => Event::LanguageChosen(on.then_some(Language::German)),
        21 => Event::ThemeChosen(Theme::Dark),
        22 => Event::SingleKeys(on),
        23 => Event::IceChosen([IceView::Public, IceView::LanOnly, IceView::Own][n as usize % 3]),
        24 => Event::OwnServers(any_text(world)),
        25 => Event::BackupPressed,
        26 => Event::RestoreGiven(any_text(world)),
        27 => Event::DamagedCopyPressed,
        28..=31 => {
            let peer = below(world, 30);
            Event::Peer(peer, any_news(world))
        }
        32..=33 => Event::Tab(any_bytes(world)),
        34 => Event::Copied {
            what: CopyWhat::Reply,
            ok: on,
        },
        35 => Event::NotKept(if on {
            KeepProblem::Full
        } else {
            KeepProblem::Blocked
        }),
        36 => Event::Lock(on),
        37 => Event::Online(on),
        38 => Event::Leaving,
        _ => Event::ReloadPressed,
    }
}

#[test]
fn people_who_press_everything_break_nothing() {
    for seed in 0..25 {
        let (mut world, tabs) = World::meeting(seed, 3);
        for _step in 0..250 {
            let tab = tabs[usize::try_from(below(&mut world, 4)).unwrap()];
            let event = any_click(&mut world);
            world.tell(tab, event);
            let _view = world.view(tab);
            let pause = i64::from(below(&mut world, 200));
            world.run(pause);
        }
        // And at rest all who are linked see one round.
        world.run(25_000);
        let host = world.table(tabs[0]);
        for tab in &tabs[1..] {
            if let floret::app::view::Screen::Table(table) = world.screen(*tab)
                && table.is_linked
            {
                assert_eq!(table.round, host.round);
                assert_eq!(table.stories, host.stories);
                assert_eq!(table.safety, host.safety);
            }
        }
    }
}

#[test]
fn nothing_that_can_happen_to_a_page_makes_it_fall_over() {
    for seed in 100..130 {
        let (mut world, mut tabs) = World::meeting(seed, 2);
        let browser = world.tabs[tabs[1]].browser;
        tabs.push(world.open(browser, BASE));
        for _step in 0..400 {
            let at = usize::try_from(below(&mut world, 4)).unwrap();
            let tab = tabs[at];
            let event = match below(&mut world, 3) {
                0 => any_click(&mut world),
                _ => any_event(&mut world),
            };
            world.tell(tab, event);
            let _view = world.view(tab);
            if below(&mut world, 10) == 0 {
                world.run(300);
            }
        }
    }
}

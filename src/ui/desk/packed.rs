//! A pack that came from somebody: read and answered without joining anything.

mod reply;
mod story;

use super::{DeskUi, beginning, pack};
use crate::desk::DeskPage;
use crate::desk::event::PackedEvent;
use crate::desk::view::{DeskScreen, DraftAnswer, PackedContent, PackedView};
use crate::desk::{DeskEvent, view::Pack};
use crate::ui::parts::{El, el, para, region, tag};
use crate::words::fill;
use std::sync::Arc;

/// The whole page; drawn anew with every pack, not with what is typed.
pub(super) fn packed(ui: DeskUi) -> El {
    region(
        move || Shown::of(&ui.look().screen),
        move |shown| match shown {
            Shown::Open(pack) => open(ui, pack),
            Shown::Other(view) => other(ui, view),
        },
    )
}

/// What is on the page, without what changes as somebody types.
#[derive(PartialEq)]
enum Shown {
    Open(Arc<Pack>),
    Other(PackedView),
}

impl Shown {
    fn of(screen: &DeskScreen) -> Self {
        match content(screen) {
            Some(content) => Self::Open(Arc::clone(&content.pack)),
            None => Self::Other(if let DeskScreen::Packed(view) = screen {
                PackedView::clone(view)
            } else {
                PackedView::Gone
            }),
        }
    }
}

fn content(screen: &DeskScreen) -> Option<&PackedContent> {
    if let DeskScreen::Packed(view) = screen
        && let PackedView::Open(content) = view.as_ref()
    {
        Some(content)
    } else {
        None
    }
}

/// Part of the pack on the page; what picks it may be a closure.
fn of_pack<T: Default>(
    ui: DeskUi,
    pick: impl Fn(&PackedContent) -> T + Copy + 'static,
) -> impl Fn() -> T + Copy + 'static {
    move || {
        let view = ui.look();
        content(&view.screen).map(pick).unwrap_or_default()
    }
}

/// Part of what is said of the story at a place.
fn of_draft<T: Default + 'static>(
    ui: DeskUi,
    at: usize,
    pick: fn(&DraftAnswer) -> T,
) -> impl Fn() -> T + Copy + 'static {
    of_pack(ui, move |content| {
        let draft = content.drafts.get(at);
        draft.map(pick).unwrap_or_default()
    })
}

/// An event of this page.
#[expect(clippy::unnecessary_wraps, reason = "fields take what may say nothing")]
fn told(event: PackedEvent) -> Option<DeskEvent> {
    Some(DeskEvent::Packed(event))
}

fn open(ui: DeskUi, pack: &Pack) -> El {
    let say = ui.words.pack;
    let begins = of_pack(ui, |content| content.begins.clone());
    let begins = leptos::prelude::untrack(begins);
    let facts = [
        (say.from, pack.organiser.as_str()),
        (say.goal, &pack.goal),
        (say.begins, &begins),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let facts = facts.map(|(words, value)| el("p").add(fill(words, &[value])));
    let head = tag("div", "paper")
        .add(beginning(say.read_title))
        .add(facts.collect::<Vec<_>>())
        .add(para("note", say.read_note));
    let stories = pack.stories.iter().enumerate();
    let stories = stories.map(|(at, story)| story::story(ui, at, story, &pack.deck));
    tag("div", "packed")
        .add(head)
        .add(stories.collect::<Vec<_>>())
        .add(reply::reply(ui))
}

/// Nothing to read: why, and where to.
fn other(ui: DeskUi, view: &PackedView) -> El {
    let say = ui.words.pack;
    let (title, text) = match view {
        PackedView::Open(_) | PackedView::Gone => (say.bad_title, say.gone.to_owned()),
        PackedView::Unreadable(error) => (say.bad_title, pack::refusal(ui, *error).to_owned()),
        PackedView::Reply(outcome) => (say.reply_title, pack::outcome(ui, outcome)),
    };
    let to_plan = matches!(view, PackedView::Reply(_)).then(|| {
        let href = format!("#{}", DeskPage::Plan.fragment());
        let link = el("a").attr("href", &href).add(say.to_plan);
        el("p").add(link)
    });
    tag("div", "paper")
        .add([
            beginning(title),
            tag("p", "lead").attr("role", "status").add(text),
        ])
        .add(to_plan)
}

//! Guided preparation of one story: questions on one side, the draft on the other.

mod draft;
mod questions;

use super::{DeskUi, assistant, say, story_gate};
use crate::desk::event::PrepareEvent;
use crate::desk::view::{DeskScreen, DeskView, PrepareView, Step};
use crate::desk::{DeskEvent, DeskPage};
use crate::ui::parts::{El, el, para, region, tag};
use crate::words::fill;
use leptos::prelude::untrack;
use std::cell::RefCell;
use std::rc::Rc;

/// The whole page.
pub(super) fn prepare(ui: DeskUi) -> El {
    let say = ui.words.prepare;
    let model = assistant::assistant(
        ui,
        ui.prepare(|shown| shown.form),
        Some(DeskEvent::Prepare(PrepareEvent::ModelTaken)),
    );
    let asking =
        tag("div", "prepare-side").add([questions::questions(ui), tag("div", "paper").add(model)]);
    tag("div", "prepare-page").add([
        way_back(ui),
        head(ui),
        para("lead", say.lead),
        tag("div", "prepare-parts").add([asking, draft::draft(ui)]),
    ])
}

/// Back to the story, also where this page was opened by its address.
fn way_back(ui: DeskUi) -> El {
    let id = ui.prepare(|shown| Some(shown.id));
    let back = region(id, move |id| {
        id.map(|id| {
            let href = format!("#{}", DeskPage::Story(id).fragment());
            el("a").attr("href", &href).add(ui.words.prepare.back)
        })
    });
    tag("p", "story-way note").add(back)
}

/// The story, and how it stands before the vote: that is what all this is for.
fn head(ui: DeskUi) -> El {
    let title = ui.prepare(|shown| shown.story.title.clone());
    let heading = el("h1").attr("tabindex", "-1");
    // Where there is nothing to answer, the page begins here.
    let has_box = untrack(ui.prepare(|shown| shown.asks.iter().any(|ask| !ask.is_skipped)));
    let heading = if has_box {
        heading
    } else {
        heading.attr("data-start", "")
    };
    let heading = heading.text(move || fill(ui.words.prepare.title, &[say::titled(ui, &title())]));
    let gate = ui.prepare(|shown| Some(shown.vote.mark()));
    tag("div", "desk-head").add([heading, story_gate::chip(ui, Step::Vote, gate)])
}

/// The preparation on the screen, if one is.
fn shown(view: &DeskView) -> Option<&PrepareView> {
    if let DeskScreen::Prepare(shown) = &view.screen {
        Some(shown)
    } else {
        None
    }
}

/// Where the focus can go, by name.
#[derive(Clone, Default)]
struct Places(Rc<RefCell<Vec<(String, El)>>>);

impl Places {
    /// From now on this is the place of that name.
    fn note(&self, name: &str, place: &El) {
        let mut places = self.0.borrow_mut();
        places.retain(|(one, _)| one != name);
        places.push((name.to_owned(), place.clone()));
    }

    /// The focus goes there, if there is such a place.
    fn focus(&self, name: &str) {
        let places = self.0.borrow();
        let found = places.iter().find(|(one, _)| one == name);
        let place = found.map(|(_, place)| place.clone());
        // Taking the focus tells others, who may come back here.
        drop(places);
        if let Some(place) = place {
            place.focus();
        }
    }
}

//! One story with all its fields.

use super::{DeskUi, beginning, prepare, say};
use crate::desk::event::{Field, StoryEvent};
use crate::desk::{DeskEvent, DeskPage};
use crate::ui::parts::{El, el, labels, live_text, para, tag};

/// The whole page.
pub(super) fn story(ui: DeskUi) -> El {
    let title = ui.story(|shown| shown.story.title.clone());
    let heading = beginning("").text(move || say::titled(ui, &title()).to_owned());
    let id = ui.story(|shown| Some(shown.id));
    let input = tag("input", "input").attrs(&[("id", "story-title"), ("autocomplete", "off")]);
    let own = input.clone();
    let input = live_text(input, title, || 0).on("input", move |_| {
        if let Some(id) = id() {
            let typed = StoryEvent::Typed(Field::Title, own.value());
            ui.send(DeskEvent::Story(id, typed));
        }
    });
    tag("div", "paper").add([
        back(ui),
        heading,
        labels("story-title", ui.words.backlog.story_title),
        input,
        prepare::prepare(ui),
    ])
}

/// It was deleted, here or in another tab.
pub(super) fn gone(ui: DeskUi) -> El {
    let say = ui.words.backlog;
    tag("div", "paper").add([
        beginning(say.gone_title),
        para("lead", say.gone_note),
        back(ui),
    ])
}

fn back(ui: DeskUi) -> El {
    let href = format!("#{}", DeskPage::Backlog.fragment());
    let link = el("a").attr("href", &href).add(ui.words.backlog.title);
    para("note", link)
}

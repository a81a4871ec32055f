//! The list of stories: search, ways in and out, the list itself.

use super::{DeskUi, beginning, import, rows};
use crate::desk::DeskEvent;
use crate::desk::event::BacklogEvent;
use crate::ui::parts::{El, act, el, group, labels, live_text, para, region_if, tag};

/// The whole page.
pub(super) fn backlog(ui: DeskUi) -> El {
    let is_empty = ui.backlog(|list| list.n_stories == 0);
    let has_stories = move || !is_empty();
    let content = [
        head(ui),
        import::import(ui),
        region_if(has_stories, move || search(ui)),
        region_if(is_empty, move || empty(ui)),
        region_if(has_stories, move || rows::rows(ui)),
    ];
    tag("div", "backlog").add(content)
}

fn head(ui: DeskUi) -> El {
    let say = ui.words.backlog;
    let add = BacklogEvent::StoryAdded(String::new());
    let add = act(ui, "btn primary", say.add, DeskEvent::Backlog(add));
    let ways = tag("div", "row").add(add).add(import::ways(ui));
    tag("div", "desk-head").add([beginning(say.title), ways])
}

fn search(ui: DeskUi) -> El {
    let say = ui.words.backlog;
    let text = ui.backlog(|list| list.search.clone());
    let input = tag("input", "input").attrs(&[
        ("id", "search"),
        ("autocomplete", "off"),
        ("enterkeyhint", "search"),
        ("placeholder", say.search_hint),
    ]);
    let own = input.clone();
    let input = live_text(input, text, || 0).on("input", move |_| {
        let text = own.value();
        ui.send(DeskEvent::Backlog(BacklogEvent::Searched(text)));
    });
    let found = ui.backlog(|list| (list.n_found, list.n_stories));
    let found = tag("p", "note found").text(move || match found() {
        (n_found, n_stories) if n_found == n_stories => ui.words.backlog_count.stories.of(n_found),
        (n_found, _) => ui.words.backlog_count.found.of(n_found),
    });
    tag("div", "search").add([group([labels("search", say.search), input]), found])
}

fn empty(ui: DeskUi) -> El {
    let say = ui.words.backlog;
    tag("div", "paper").add([el("h2").add(say.empty_title), para("lead", say.empty_note)])
}

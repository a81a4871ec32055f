//! People whose browsers this one knows, and how to forget them.

use crate::app::event::Event;
use crate::ui::Ui;
use crate::ui::parts::{El, act, el, group, para, region, tag};
use crate::words::fill;

/// The list.
pub(super) fn people(ui: Ui) -> El {
    let say = &ui.words.people;
    let names = ui.part(|view| view.settings.people.clone());
    let list = region(names, move |names| {
        if names.is_empty() {
            return para("note", say.nobody);
        }
        let list = tag("ul", "people").attr("aria-label", say.title);
        names.iter().enumerate().fold(list, |list, (at, name)| {
            let forget = fill(say.forget, &[name]);
            let button = act(ui, "btn quiet small", &forget, Event::PersonForgotten(at));
            list.add(el("li").add(el("span").add(name.as_str())).add(button))
        })
    });
    group([para("note", say.note), list])
}

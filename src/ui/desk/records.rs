//! Records of meetings: the list, searched; and one of them, to be read and handed on.

mod parcel;
mod record;

use super::{DeskUi, beginning, fields};
use crate::desk::event::RecordEvent;
use crate::desk::view::RecordRow;
use crate::desk::{DeskEvent, DeskPage};
use crate::ui::parts::{El, el, line, para, region_if, tag};

pub(super) use record::{bad, gone, record};

/// The whole page.
pub(super) fn records(ui: DeskUi) -> El {
    let say = ui.words.records;
    let has_any = ui.records(|shown| shown.n_all > 0);
    let search = region_if(has_any, move || {
        let now = ui.records(|shown| shown.search.clone());
        fields::text(ui, "records-search", say.search, now, |text| {
            Some(DeskEvent::Records(RecordEvent::Searched(text)))
        })
    });
    let rows = ui.records(|shown| shown.rows.clone());
    let lines = move || {
        let rows = rows().into_iter();
        rows.map(|row| line(format!("{:x}", row.id), move || one(ui, &row)))
            .collect()
    };
    let list = tag("ul", "record-rows")
        .attrs(&[("role", "list"), ("aria-label", say.title)])
        .lines(lines);
    let found = ui.records(|shown| (shown.n_all, shown.rows.len()));
    let status = para("note", "")
        .attr("role", "status")
        .text(move || match found() {
            (0, _) => say.none.to_owned(),
            (_, 0) => say.none_found.to_owned(),
            (_, n) => ui.words.records_count.found.of(n),
        });
    tag("div", "records").add([
        tag("div", "desk-head").add(beginning(say.title)),
        para("lead", say.lead),
        tag("section", "paper").add([search, status, list]),
    ])
}

fn one(ui: DeskUi, row: &RecordRow) -> El {
    let goal = match row.goal.as_str() {
        "" => ui.words.records.untitled,
        goal => goal,
    };
    let link = el("a")
        .attr("href", &format!("#{}", DeskPage::Record(row.id).fragment()))
        .add(goal);
    let stories = ui.words.records_count.stories.of(row.n_stories);
    let facts = [row.day.as_str(), &stories].map(str::to_owned);
    let facts: Vec<String> = facts.into_iter().filter(|text| !text.is_empty()).collect();
    el("li").add([link, tag("span", "note").add(facts.join(" · "))])
}

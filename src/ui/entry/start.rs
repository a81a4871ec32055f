//! The start page; `index.html` shows the same before the program arrives.

use super::{beginning, frame};
use crate::app::event::Event;
use crate::app::view::{KeptTableView, Screen, View};
use crate::ui::Ui;
use crate::ui::parts::{El, act, el, para, region, tag};

/// Ways in, what to expect, and the kept table if there is one.
pub(in crate::ui) fn start(ui: Ui) -> El {
    let say = &ui.words.start;
    let facts = [
        (say.fact_secret, say.fact_secret_note),
        (say.fact_private, say.fact_private_note),
        (say.fact_quick, say.fact_quick_note),
    ];
    let facts = facts.map(|(title, note)| el("li").add([el("h2").add(title), el("p").add(note)]));
    let begin =
        act(ui, "btn primary big", say.start_round, Event::StartPoker).attr("id", "start-poker");
    let way = tag("div", "way").add([begin, para("note", say.start_round_note)]);
    let desk = [("prepare", say.prepare), ("backlog", say.backlog)];
    let desk =
        desk.map(|(page, label)| tag("a", "btn").attr("href", &format!("#{page}")).add(label));
    let alone =
        tag("div", "way").add([tag("div", "row").add(desk), para("note", say.prepare_note)]);
    let kept = region(ui.part(kept_table), move |kept| {
        kept.as_ref().map(|table| kept_card(ui, table))
    });
    let pitch = tag("div", "pitch").add([
        beginning(say.headline),
        para("lead", say.lead),
        tag("div", "ways").add([way, alone]),
        kept,
    ]);
    let content = [
        tag("div", "hero").add([pitch, fan()]),
        tag("ul", "facts").add(facts),
    ];
    frame(ui, "entry wide", content)
}

/// Five cards on the felt, for the eye only.
fn fan() -> El {
    let cards = ["", "3", "5", "8", ""].map(|label| {
        let class = if label.is_empty() {
            "fan-card back"
        } else {
            "fan-card"
        };
        tag("span", class).add(label)
    });
    tag("div", "fan").attr("aria-hidden", "true").add(cards)
}

fn kept_table(view: &View) -> Option<KeptTableView> {
    match &view.screen {
        Screen::Start(start) => start.kept_table.clone(),
        Screen::Name(_)
        | Screen::Waiting(_)
        | Screen::Table(_)
        | Screen::Handed(_)
        | Screen::Desk(_)
        | Screen::Stopped(_) => None,
    }
}

fn kept_card(ui: Ui, table: &KeptTableView) -> El {
    let say = &ui.words.start;
    let title = if table.title.is_empty() {
        say.kept_untitled
    } else {
        &table.title
    };
    let estimates = ui.words.count.kept_estimates.of(table.n_estimates);
    let ways = [
        act(ui, "btn", say.reopen, Event::ReopenTable),
        act(ui, "btn quiet", say.forget, Event::ForgetTable),
    ];
    tag("section", "kept").attr("aria-label", say.kept).add([
        el("h2").add(say.kept),
        para("note", [title, " · ", &estimates]),
        tag("div", "row").add(ways),
    ])
}

//! Which stories of the list are shown.

use crate::desk::DeskEvent;
use crate::desk::event::{BacklogEvent, StoryFilter};
use crate::desk::view::{Kind, Status, Understanding};
use crate::ui::desk::{DeskUi, fields, say};
use crate::ui::parts::{El, el, tag};

const KINDS: [Kind; 4] = [Kind::Story, Kind::Bug, Kind::Task, Kind::Spike];

const STATUSES: [Status; 6] = [
    Status::Draft,
    Status::Gaps,
    Status::FitToVote,
    Status::Estimated,
    Status::Ready,
    Status::SentBack,
];

const LEVELS: [Option<Understanding>; 4] = [
    Some(Understanding::Unclear),
    Some(Understanding::Partly),
    Some(Understanding::Clear),
    None,
];

/// Folded up until it is wanted, or in force.
pub(super) fn filters(ui: DeskUi) -> El {
    let words = ui.words.backlog;
    let is_on = ui.backlog(|list| list.filter != StoryFilter::default());
    let gaps = fields::check(
        ui,
        "filter-gaps",
        words.only_gaps,
        ui.backlog(|list| list.filter.only_gaps),
        move |on| Some(changed(ui, |filter| filter.only_gaps = on)),
    );
    let fields =
        tag("div", "filters").add([kind(ui), status(ui), understanding(ui), label(ui), gaps]);
    el("details")
        .flag("open", is_on)
        .add(el("summary").add(words.filter))
        .add(fields)
}

/// The filter as it is, with one thing changed.
fn changed(ui: DeskUi, change: impl FnOnce(&mut StoryFilter)) -> DeskEvent {
    let mut filter = leptos::prelude::untrack(ui.backlog(|list| list.filter.clone()));
    change(&mut filter);
    DeskEvent::Backlog(BacklogEvent::Filtered(filter))
}

fn send(ui: DeskUi, change: impl FnOnce(&mut StoryFilter)) {
    ui.send(changed(ui, change));
}

/// `All`, then these.
fn with_all(ui: DeskUi, answers: impl Iterator<Item = &'static str>) -> Vec<String> {
    let all = std::iter::once(ui.words.backlog.all);
    all.chain(answers).map(str::to_owned).collect()
}

/// The place of what is chosen, where the first stands for all.
fn place<T: PartialEq>(answers: &[T], chosen: Option<&T>) -> usize {
    let at = chosen.and_then(|one| answers.iter().position(|answer| answer == one));
    at.map_or(0, |at| at + 1)
}

fn of_place<T: Copy>(answers: &[T], at: usize) -> Option<T> {
    answers.get(at.checked_sub(1)?).copied()
}

fn kind(ui: DeskUi) -> El {
    let answers = move || with_all(ui, KINDS.into_iter().map(|kind| say::kind(ui, kind)));
    let chosen = ui.backlog(|list| place(&KINDS, list.filter.kind.as_ref()));
    let label = ui.words.backlog.kind;
    fields::select("filter-kind", label, answers, chosen, move |at| {
        send(ui, |filter| filter.kind = of_place(&KINDS, at));
    })
}

fn status(ui: DeskUi) -> El {
    let answers = move || {
        with_all(
            ui,
            STATUSES.into_iter().map(|status| say::status(ui, status)),
        )
    };
    let chosen = ui.backlog(|list| place(&STATUSES, list.filter.status.as_ref()));
    let label = ui.words.backlog.status;
    fields::select("filter-status", label, answers, chosen, move |at| {
        send(ui, |filter| filter.status = of_place(&STATUSES, at));
    })
}

fn understanding(ui: DeskUi) -> El {
    let words = ui.words.backlog;
    let answers = move || {
        let levels = LEVELS.into_iter();
        let names =
            levels.map(|level| level.map_or(words.not_said, |it| say::understanding(ui, it)));
        with_all(ui, names)
    };
    let chosen = ui.backlog(|list| place(&LEVELS, list.filter.understanding.as_ref()));
    fields::select(
        "filter-level",
        words.understanding,
        answers,
        chosen,
        move |at| {
            send(ui, |filter| filter.understanding = of_place(&LEVELS, at));
        },
    )
}

fn label(ui: DeskUi) -> El {
    let labels = ui.backlog(|list| list.labels.clone());
    let answers = move || {
        let all = std::iter::once(ui.words.backlog.all.to_owned());
        all.chain(labels()).collect()
    };
    let chosen = ui.backlog(|list| place(&list.labels, list.filter.label.as_ref()));
    fields::select(
        "filter-label",
        ui.words.backlog.label,
        answers,
        chosen,
        move |at| {
            let labels = leptos::prelude::untrack(labels);
            send(ui, |filter| {
                filter.label = at.checked_sub(1).and_then(|at| labels.get(at)).cloned();
            });
        },
    )
}

//! The questions, each with its reason and a box for the answer.

use super::Places;
use crate::desk::DeskEvent;
use crate::desk::event::{PrepareEvent, SpokenInto};
use crate::desk::view::{AskRow, PrepareView, QuestionRule};
use crate::ui::desk::{DeskUi, assistant};
use crate::ui::parts::{El, el, group, line, live_text, on_change, para, region, region_if, tag};
use crate::words::fill;
use leptos::prelude::untrack;
use std::cell::Cell;
use std::rc::Rc;

/// All questions; those that were taken over folded away.
pub(super) fn questions(ui: DeskUi) -> El {
    let say = ui.words.prepare;
    let places = Places::default();
    let rules = ui.prepare(|shown| shown.asks.iter().map(|ask| ask.rule).collect::<Vec<_>>());
    let begins_at = untrack(ui.prepare(|shown| {
        let mut asks = shown.asks.iter();
        asks.find(|ask| !ask.is_skipped).map(|ask| ask.rule)
    }));
    let drawn = places.clone();
    let lines = move || {
        let rules = rules().into_iter();
        let lines = rules.map(|rule| {
            let (places, is_start) = (drawn.clone(), begins_at == Some(rule));
            line(rule.name(), move || ask(ui, rule, &places, is_start))
        });
        lines.collect()
    };
    let list = tag("ol", "asks").attrs(&[("role", "list"), ("aria-labelledby", "asks-title")]);
    let status = para("note", "").attr("role", "status");
    tag("section", "paper prepare-asks")
        .attr("aria-labelledby", "asks-title")
        .add([
            el("h2").attr("id", "asks-title").add(say.questions),
            assistant::where_to(ui),
            list.lines(lines),
            status.text(move || status_of(ui)),
            more(ui, &places),
            done(ui),
        ])
}

/// How far it went.
fn status_of(ui: DeskUi) -> String {
    let say = ui.words.prepare;
    ui.prepare(|shown| Some((n_answered(shown), n_asked(shown), is_through(shown))))().map_or_else(
        String::new,
        |(n, of, is_through)| match (of, is_through) {
            (0, _) => say.nothing_to_ask.to_owned(),
            (of, false) => fill(say.answered, &[&n.to_string(), &of.to_string()]),
            (of, true) => {
                let answered = fill(say.answered, &[&n.to_string(), &of.to_string()]);
                [say.through, &answered].join(" ")
            }
        },
    )
}

fn n_answered(shown: &PrepareView) -> usize {
    let asks = shown.asks.iter().filter(|ask| ask.is_answered());
    asks.count() + shown.done.len()
}

fn n_asked(shown: &PrepareView) -> usize {
    shown.asks.len() + shown.done.len()
}

/// Every question was answered or skipped.
fn is_through(shown: &PrepareView) -> bool {
    let mut asks = shown.asks.iter();
    asks.all(|ask| ask.is_skipped || ask.is_answered())
}

/// More questions, once nothing is left to answer.
fn more(ui: DeskUi, places: &Places) -> El {
    let has_more = ui.prepare(|shown| shown.n_more > 0 && is_through(shown));
    let is_pressed = Rc::new(Cell::new(false));
    let pressed = Rc::clone(&is_pressed);
    let button = region_if(has_more, move || {
        press(
            ui,
            ("btn", ui.words.prepare.more),
            &pressed,
            PrepareEvent::MoreWanted,
        )
    });
    // Whoever asked for more goes on with the first of them.
    let next = ui.prepare(|shown| {
        let mut asks = shown.asks.iter();
        let next = asks.find(|ask| !ask.is_skipped && ask.answer.is_empty());
        next.map(|ask| ask.rule)
    });
    let places = places.clone();
    on_change(next, move || {
        if is_pressed.replace(false)
            && let Some(rule) = next()
        {
            places.focus(rule.name());
        }
    });
    button
}

/// A button that sends an event, and says beforehand that it was pressed here.
fn press(
    ui: DeskUi,
    (class, label): (&str, &str),
    is_pressed: &Rc<Cell<bool>>,
    event: PrepareEvent,
) -> El {
    let is_pressed = Rc::clone(is_pressed);
    tag("button", class)
        .attr("type", "button")
        .on("click", move |_| {
            is_pressed.set(true);
            ui.send(DeskEvent::Prepare(event.clone()));
        })
        .add(label)
}

/// What is in the story already.
fn done(ui: DeskUi) -> El {
    let count = ui.words.prepare_count;
    region(ui.prepare(|shown| shown.done.clone()), move |done| {
        let rows = done.iter().map(|(question, answer)| {
            let question = el("strong").add(question.as_str());
            let answer = tag("span", "ask-done").add(answer.as_str());
            el("li").add([question, answer])
        });
        (!done.is_empty()).then(|| {
            tag("details", "asks-done").add([
                el("summary").add(count.done.of(done.len())),
                el("ul").add(rows.collect::<Vec<_>>()),
            ])
        })
    })
}

/// Something of a question; the default when it is not asked any more.
fn of<T: Default + 'static>(
    ui: DeskUi,
    rule: QuestionRule,
    pick: fn(&AskRow) -> T,
) -> impl Fn() -> T + Copy + 'static {
    move || {
        let view = ui.look();
        let shown = super::shown(&view);
        let asks = shown.map(|shown| shown.asks.iter());
        let found = asks.and_then(|mut asks| asks.find(|ask| ask.rule == rule));
        found.map(pick).unwrap_or_default()
    }
}

fn ask(ui: DeskUi, rule: QuestionRule, places: &Places, is_start: bool) -> El {
    let is_skipped = of(ui, rule, |ask| ask.is_skipped);
    let is_pressed = Rc::new(Cell::new(false));
    let (drawn, pressed) = (places.clone(), Rc::clone(&is_pressed));
    let body = region(is_skipped, move |is_skipped| {
        let (place, skip) = if *is_skipped {
            (None, skip_of(ui, rule, false, &pressed))
        } else {
            (
                Some(answer(ui, rule, is_start)),
                skip_of(ui, rule, true, &pressed),
            )
        };
        drawn.note(rule.name(), place.as_ref().unwrap_or(&skip));
        said(ui, rule, place, skip)
    });
    let places = places.clone();
    on_change(is_skipped, move || {
        if is_pressed.replace(false) {
            places.focus(rule.name());
        }
    });
    tag("li", "ask").add(body)
}

/// The button that skips a question, or asks it after all.
fn skip_of(ui: DeskUi, rule: QuestionRule, skips: bool, is_pressed: &Rc<Cell<bool>>) -> El {
    let say = ui.words.prepare;
    let label = if skips { say.skip } else { say.ask_after_all };
    let event = PrepareEvent::Skipped(rule, skips);
    press(ui, ("btn quiet small", label), is_pressed, event)
        .attr("aria-describedby", &question_id(rule))
}

/// The box for the answer.
fn answer(ui: DeskUi, rule: QuestionRule, is_start: bool) -> El {
    let input = tag("textarea", "input").attrs(&[
        ("id", &answer_id(rule)),
        ("rows", "2"),
        ("aria-describedby", &reason_id(rule)),
    ]);
    let input = if is_start {
        input.attr("data-start", "")
    } else {
        input
    };
    let own = input.clone();
    let n_written = ui.prepare(|shown| shown.n_written);
    live_text(input, of(ui, rule, |ask| ask.answer.clone()), n_written).on("input", move |_| {
        let answered = PrepareEvent::Answered(rule, own.value());
        ui.send(DeskEvent::Prepare(answered));
    })
}

/// Question, reason, box and buttons; a skipped one has neither reason nor box.
fn said(ui: DeskUi, rule: QuestionRule, place: Option<El>, skip: El) -> El {
    let question = of(ui, rule, |ask| ask.question.clone());
    let acts = tag("div", "row ask-acts");
    let Some(place) = place else {
        let skipped = tag("span", "note").add(ui.words.prepare.skipped);
        let label = tag("p", "ask-question").attr("id", &question_id(rule));
        return group([label.text(question), acts.add([skipped, skip])]);
    };
    let label = tag("label", "ask-question")
        .attrs(&[("for", &answer_id(rule)), ("id", &question_id(rule))]);
    let reason = para("note", "").attr("id", &reason_id(rule));
    let into = untrack(ui.prepare(|shown| Some(shown.id)));
    let into = into.map(|id| SpokenInto::Answer(id, rule));
    let dictate = into.map(|into| assistant::dictate(ui, into, &question_id(rule)));
    group([
        label.text(question),
        reason.text(of(ui, rule, |ask| ask.reason.clone())),
        place,
        acts.add(skip).add(dictate),
    ])
}

fn answer_id(rule: QuestionRule) -> String {
    ["answer", rule.name()].join("-")
}

fn question_id(rule: QuestionRule) -> String {
    ["question", rule.name()].join("-")
}

fn reason_id(rule: QuestionRule) -> String {
    ["reason", rule.name()].join("-")
}

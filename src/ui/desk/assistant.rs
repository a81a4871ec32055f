//! The language model beside guided preparation, and the button to dictate: what is asked
//! is shown first, what comes back is only ever text.

mod dictate;
mod say;
mod setup;

use super::DeskUi;
use super::steps::{press, stepping};
use crate::desk::DeskEvent;
use crate::desk::event::AssistantEvent;
use crate::desk::view::{AskingView, AssistantView, DeskScreen, DraftForm, StoryId, WayView, Wish};
use crate::ui::parts::{El, act, el, group, labels, para, region_if, tag};
use crate::words::fill;

pub(super) use dictate::{dictate, where_to};

/// What can be asked for, in this order.
const WISHES: [Wish; 4] = [Wish::Answers, Wish::Criteria, Wish::Questions, Wish::Draft];

/// Which part of a question is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Step {
    #[default]
    Nothing,
    Shown,
    Waiting,
    Over,
}

/// Everything about the model: asking, where there is one, and setting one up. `form` is
/// as what a draft is written; `take` is sent when the person takes an answer over.
pub(super) fn assistant(
    ui: DeskUi,
    form: impl Fn() -> DraftForm + Copy + 'static,
    take: Option<DeskEvent>,
) -> El {
    let texts = &ui.words.assistant.asking;
    let panel = tag("div", "model-panel").attrs(&[("tabindex", "-1"), ("role", "group")]);
    let panel = panel.attr("aria-label", texts.title);
    let has_way = part(ui, |helper| helper.way.is_some());
    let asking = region_if(has_way, move || {
        group([el("h2").add(ui.words.assistant.asking.title), ask(ui, form)])
    });
    let status = para("note", "")
        .attr("role", "status")
        .text(move || look(ui, |helper| say::status(ui, &helper.asking)));
    let steps = steps(ui, &panel, take);
    tag("div", "model").add([panel.add([asking, steps, status]), setup::setup(ui)])
}

/// What is wanted, and the button that shows what would leave.
fn ask(ui: DeskUi, form: impl Fn() -> DraftForm + 'static) -> El {
    let texts = &ui.words.assistant.asking;
    let select = tag("select", "input").attr("id", "model-wish");
    let words = [texts.answers, texts.criteria, texts.questions, texts.draft];
    let options = (0..)
        .zip(words)
        .map(|(at, word): (usize, &str)| el("option").attr("value", &at.to_string()).add(word));
    let select = select.add(options.collect::<Vec<El>>());
    let own = select.clone();
    let press = move |_| {
        let wish = own
            .value()
            .parse()
            .ok()
            .and_then(|at: usize| WISHES.get(at));
        if let (Some(wish), Some(story)) = (wish, story(ui)) {
            ui.send(DeskEvent::Assistant(AssistantEvent::AskPressed {
                story,
                wish: *wish,
                form: form(),
            }));
        }
    };
    let is_busy = part(ui, |helper| Step::of(helper) == Step::Waiting);
    let button = tag("button", "btn")
        .attr("type", "button")
        .flag("disabled", is_busy)
        .on("click", press)
        .add(texts.ask);
    group([
        el("p")
            .attr("class", "note")
            .text(move || look(ui, |helper| way(ui, helper))),
        labels("model-wish", texts.wish),
        tag("div", "row").add([select, button]),
    ])
}

/// Who would be asked.
fn way(ui: DeskUi, helper: &AssistantView) -> String {
    let texts = &ui.words.assistant.asking;
    match &helper.way {
        Some(WayView::Address { host }) => fill(texts.asks, &[host]),
        Some(WayView::BuiltIn { is_to_fetch: true }) => texts.built_in_fetch.to_owned(),
        Some(WayView::BuiltIn { is_to_fetch: false }) => texts.built_in.to_owned(),
        None => String::new(),
    }
}

/// The question under way.
fn steps(ui: DeskUi, panel: &El, take: Option<DeskEvent>) -> El {
    stepping(panel, part(ui, Step::of), move |step| match step {
        Step::Nothing => None,
        Step::Shown => Some(shown(ui)),
        Step::Waiting => Some(waiting(ui)),
        Step::Over => Some(over(ui, take.clone())),
    })
}

/// Exactly what leaves when `Send` is pressed.
fn shown(ui: DeskUi) -> El {
    let texts = &ui.words.assistant.asking;
    let text = tag("textarea", "input model-out").attrs(&[
        ("id", "model-out"),
        ("readonly", ""),
        ("rows", "12"),
        ("spellcheck", "false"),
    ]);
    let text = text.holds(move || look(ui, |helper| outgoing(&helper.asking)));
    let facts = move || look(ui, |helper| say::leaving(ui, &helper.asking));
    group([
        el("h3").add(texts.shown),
        el("p").attr("class", "note").text(facts),
        labels("model-out", texts.shown_text),
        text,
        tag("div", "row").add([
            button(ui, "btn primary", texts.send, AssistantEvent::SendPressed),
            button(ui, "btn quiet", texts.cancel, AssistantEvent::PutAway),
        ]),
    ])
}

fn waiting(ui: DeskUi) -> El {
    let texts = &ui.words.assistant.asking;
    group([
        el("h3").add(texts.answer),
        said(ui),
        tag("div", "row").add(button(ui, "btn", texts.stop, AssistantEvent::StopPressed)),
    ])
}

fn over(ui: DeskUi, take: Option<DeskEvent>) -> El {
    let texts = &ui.words.assistant.asking;
    let has_said = part(ui, |helper| !spoken(&helper.asking).is_empty());
    let answer = region_if(has_said, move || {
        group([
            el("h3").add(texts.answer),
            para("note", texts.answer_note),
            said(ui),
        ])
    });
    let take = region_if(has_said, move || {
        take.clone()
            .map(|take| act(ui, "btn primary", texts.take, take))
    });
    let away = button(ui, "btn quiet", texts.put_away, AssistantEvent::PutAway);
    group([answer, tag("div", "row").add([take, away])])
}

/// What the model has said: text, whatever it looks like.
fn said(ui: DeskUi) -> El {
    tag("div", "model-said").text(move || look(ui, |helper| spoken(&helper.asking).to_owned()))
}

fn button(ui: DeskUi, class: &str, label: &str, event: AssistantEvent) -> El {
    press(ui, class, label, DeskEvent::Assistant(event))
}

impl Step {
    fn of(helper: &AssistantView) -> Self {
        match helper.asking {
            AskingView::Nothing => Self::Nothing,
            AskingView::Shown { .. } => Self::Shown,
            AskingView::Waiting { .. } => Self::Waiting,
            AskingView::Over { .. } => Self::Over,
        }
    }
}

fn spoken(asking: &AskingView) -> &str {
    match asking {
        AskingView::Waiting { said, .. } | AskingView::Over { said, .. } => said,
        AskingView::Nothing | AskingView::Shown { .. } => "",
    }
}

fn outgoing(asking: &AskingView) -> String {
    match asking {
        AskingView::Shown { text, .. } => text.clone(),
        AskingView::Nothing | AskingView::Waiting { .. } | AskingView::Over { .. } => String::new(),
    }
}

/// The story whose preparation is open.
fn story(ui: DeskUi) -> Option<StoryId> {
    ui.prepare(|shown| Some(shown.id))()
}

/// Part of what helps; the default while no preparation is open.
fn part<T: Default + 'static>(
    ui: DeskUi,
    pick: fn(&AssistantView) -> T,
) -> impl Fn() -> T + Copy + 'static {
    move || look(ui, pick)
}

fn look<T: Default>(ui: DeskUi, pick: impl FnOnce(&AssistantView) -> T) -> T {
    if let DeskScreen::Prepare(shown) = &ui.look().screen {
        pick(&shown.assistant)
    } else {
        T::default()
    }
}

//! What people do about the gates of a story: overrule, mark ready, send back, take in.

use super::DeskUi;
use super::story_gate::{Gates, part};
use crate::desk::event::{PlanEvent, StoryEvent};
use crate::desk::view::{Overruling, SentBackView, Step, StoryGateView, StoryId};
use crate::desk::{DeskEvent, gate_says};
use crate::ui::parts::{El, el, group, labels, para, region, region_if, tag};
use crate::words::fill;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, untrack};

/// Longest word to somebody, in characters.
const MAX_WORD: &str = "300";

/// Which story, at this moment.
fn story(ui: DeskUi, gates: Gates) -> Option<StoryId> {
    untrack(|| part(ui, gates, |all| Some(all.story)))
}

/// Sends something about the story.
fn tell(ui: DeskUi, gates: Gates, event: StoryEvent) {
    if let Some(id) = story(ui, gates) {
        ui.send(DeskEvent::Story(id, event));
    }
}

/// A button that opens a form below it, and closes it.
fn disclosure(label: &str, is_open: RwSignal<bool>) -> El {
    tag("button", "btn small")
        .attr("type", "button")
        .attr_live("aria-expanded", move || {
            Some(if is_open.get() { "true" } else { "false" })
        })
        .on("click", move |_| is_open.set(!is_open.get_untracked()))
        .add(label)
}

fn text_box(id: &str, label: &str) -> (El, El) {
    let input = tag("input", "input").attrs(&[
        ("id", id),
        ("autocomplete", "off"),
        ("maxlength", MAX_WORD),
    ]);
    (group([labels(id, label), input.clone()]), input)
}

/// Letting the story pass although something is missing, and when that was done before.
pub(super) fn overrule(ui: DeskUi, gates: Gates, step: Step) -> El {
    let may = move || part(ui, gates, |all| !all.side(step).line.is_passed);
    let is_open = RwSignal::new(false);
    let form = move || {
        region_if(
            move || is_open.get(),
            move || form(ui, gates, step, is_open),
        )
    };
    let offer = region_if(may, move || {
        let button = disclosure(ui.words.gate.story.overrule, is_open);
        group([button, form()])
    });
    let record = move || {
        part(ui, gates, |all| {
            let all = all.overrulings.iter().filter(|one| one.step == step);
            all.cloned().collect::<Vec<_>>()
        })
    };
    let record = region(record, move |all: &Vec<Overruling>| {
        (!all.is_empty()).then(|| {
            let lines = all.iter().map(|one| el("li").add(recorded(ui, one)));
            tag("div", "overrulings").add([
                el("h4").add(ui.words.gate.story.record),
                tag("ul", "points").add(lines.collect::<Vec<_>>()),
            ])
        })
    });
    tag("div", "overrule").add([offer, record])
}

fn recorded(ui: DeskUi, one: &Overruling) -> String {
    let words = ui.words.gate;
    let day = gate_says::day(words, one.at_ms);
    let missing = one.missing.join(", ");
    fill(
        words.story.overruled_on,
        &[&day, &one.who, &one.why, &missing],
    )
}

fn form(ui: DeskUi, gates: Gates, step: Step, is_open: RwSignal<bool>) -> El {
    let say = &ui.words.gate.story;
    let id = super::gate::mark(step);
    let (who, who_box) = text_box(&format!("who-{id}"), say.who);
    let (reason, reason_box) = text_box(&format!("reason-{id}"), say.why);
    let [who_box, reason_box] = [who_box, reason_box].map(|one| one.attr("required", ""));
    let button = tag("button", "btn small primary")
        .attr("type", "submit")
        .add(say.overruled_note);
    tag("form", "gate-form")
        .add(para("note", say.overrule_note))
        .add([who, reason, tag("div", "row").add(button)])
        .on("submit", move |event| {
            event.prevent_default();
            let (who, why) = (who_box.value(), reason_box.value());
            if !who.trim().is_empty() && !why.trim().is_empty() {
                is_open.set(false);
                tell(ui, gates, StoryEvent::Overruled { step, who, why });
            }
        })
}

/// Ready, not ready any more, back to the next session.
pub(super) fn acts(ui: DeskUi, gates: Gates) -> El {
    let is_ready = move || part(ui, gates, |all| all.is_ready);
    let may = move || part(ui, gates, |all| all.ready.line.is_passed);
    let ready = region(is_ready, move |is_ready| {
        let say = &ui.words.gate.story;
        let (class, label) = if *is_ready {
            ("btn", say.not_ready)
        } else {
            ("btn primary", say.mark_ready)
        };
        let wanted = !*is_ready;
        let button = tag("button", class)
            .attr("type", "button")
            .flag("disabled", move || wanted && !may())
            .on("click", move |_| {
                tell(ui, gates, StoryEvent::MarkedReady(wanted));
            })
            .add(label);
        let says = (*is_ready).then(|| para("note", say.ready));
        group(button).add(says)
    });
    let is_open = RwSignal::new(false);
    let is_here = move || part(ui, gates, |all| all.sent_back.is_none());
    let button = region_if(is_here, move || {
        disclosure(ui.words.gate.story.send_back, is_open)
    });
    let form = region_if(
        move || is_open.get() && is_here(),
        move || send_form(ui, gates, is_open),
    );
    tag("div", "gate-acts").add([tag("div", "row").add([ready, button]), form])
}

fn send_form(ui: DeskUi, gates: Gates, is_open: RwSignal<bool>) -> El {
    let say = &ui.words.gate.story;
    let (word, word_box) = text_box("send-back-word", say.word);
    let button = tag("button", "btn small primary")
        .attr("type", "submit")
        .add(say.send);
    tag("form", "gate-form")
        .add(para("note", say.send_back_note))
        .add([word, tag("div", "row").add(button)])
        .on("submit", move |event| {
            event.prevent_default();
            let word = word_box.value();
            is_open.set(false);
            if let Some(id) = story(ui, gates) {
                ui.send(DeskEvent::Plan(PlanEvent::SentBack(id, word)));
            }
        })
}

/// With what the story was sent back, and the way to take it in again.
pub(super) fn sent_back(ui: DeskUi, gates: Gates) -> El {
    let sent = move || part(ui, gates, |all: &StoryGateView| all.sent_back.clone());
    region(sent, move |sent: &Option<SentBackView>| {
        sent.as_ref().map(|sent| {
            let say = &ui.words.gate.story;
            let take_in = tag("button", "btn small")
                .attr("type", "button")
                .on("click", move |_| tell(ui, gates, StoryEvent::TakenBack))
                .add(say.take_in);
            let word = (!sent.note.is_empty()).then(|| el("p").add(sent.note.as_str()));
            tag("div", "warn sent-back")
                .add(el("p").add(sent_says(ui, sent)))
                .add(word)
                .add(take_in)
        })
    })
}

fn sent_says(ui: DeskUi, sent: &SentBackView) -> String {
    let words = ui.words.gate;
    let say = &words.story;
    let day = gate_says::day(words, sent.at_ms);
    let then = fill(say.sent_back_on, &[&day, &sent.points.join(", ")]);
    let now = if sent.still_missing.is_empty() {
        say.nothing_missing.to_owned()
    } else {
        fill(say.still, &[&sent.still_missing.join(", ")])
    };
    [then, now].join(". ")
}

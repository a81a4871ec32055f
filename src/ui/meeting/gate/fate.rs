//! What becomes of a story: ready, sent back, passed although something is missing.

use super::{Gates, MeetingUi};
use crate::app::view::{Act, Fate, Meeting, Topic, TopicId};
use crate::desk::view::Step;
use crate::ui::parts::{El, el, group, labels, para, region, region_if, tag};
use crate::words::fill;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, untrack};

/// Longest reason, in characters.
const MAX_REASON: &str = "300";

/// What became of it so far, without its details.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Stamp {
    #[default]
    Open,
    Ready,
    SentBack,
}

fn stamp_of(ui: MeetingUi, topic: TopicId) -> Stamp {
    of_topic(ui, topic, |_, topic| match &topic.fate {
        Fate::Open => Stamp::Open,
        Fate::Ready => Stamp::Ready,
        Fate::SentBack { .. } => Stamp::SentBack,
    })
}

/// Something of the story as the meeting has it now.
fn of_topic<T: Default>(
    ui: MeetingUi,
    topic: TopicId,
    pick: impl FnOnce(&Meeting, &Topic) -> T,
) -> T {
    ui.now(|now| {
        let meeting = now.meeting();
        let found = meeting.topic(topic);
        found.map(|topic| pick(meeting, topic)).unwrap_or_default()
    })
}

/// The stamp on a story that is done with.
pub(super) fn stamp(ui: MeetingUi, topic: TopicId) -> El {
    let say = ui.words.notes;
    let body = region(
        move || stamp_of(ui, topic),
        move |stamp| match stamp {
            Stamp::Open => None,
            Stamp::Ready => Some(tag("strong", "stamp").add(say.stamp_ready)),
            Stamp::SentBack => Some(tag("strong", "stamp back").add(say.stamp_back)),
        },
    );
    tag("p", "stamp-room").attr("role", "status").add(body)
}

fn may(ui: MeetingUi) -> impl Fn() -> bool + Copy + 'static {
    ui.meeting(|now| now.may_own && now.is_linked)
}

/// Ready, sent back, or open again.
pub(super) fn acts(gates: Gates) -> El {
    let (ui, topic) = (gates.ui, gates.topic);
    let say = ui.words.notes;
    let body = region(
        move || stamp_of(ui, topic),
        move |stamp| match stamp {
            Stamp::Open => group([ready(gates), send_back(gates)]),
            Stamp::Ready => reopen(ui, topic),
            Stamp::SentBack => group([
                para("note", "").text(move || sent_back(ui, topic)),
                reopen(ui, topic),
            ]),
        },
    );
    let may = may(ui);
    let hint = move || if may() { "" } else { say.mark_ready_rights };
    tag("div", "meeting-fate").add([body, tag("p", "note").text(hint)])
}

/// `Missing: R3, R4. A word to it`
fn sent_back(ui: MeetingUi, topic: TopicId) -> String {
    of_topic(ui, topic, |_, topic| match &topic.fate {
        Fate::Open | Fate::Ready => String::new(),
        Fate::SentBack { missing, note, .. } if missing.is_empty() => note.clone(),
        Fate::SentBack { missing, note, .. } => {
            let missing = fill(ui.words.gate.states.missing, &[&missing.join(", ")]);
            [missing.as_str(), note.as_str()]
                .join(" ")
                .trim()
                .to_owned()
        }
    })
}

fn press(ui: MeetingUi, class: &str, label: &str, act: Act) -> El {
    let may = may(ui);
    crate::ui::parts::act_if(ui, class, label, may, super::super::did(act))
}

fn reopen(ui: MeetingUi, topic: TopicId) -> El {
    press(
        ui,
        "btn small",
        ui.words.notes.reopen,
        Act::Reopen { topic },
    )
}

/// Whether somebody overruled the ready gate.
fn is_overruled(topic: &Topic) -> bool {
    topic.overruled.iter().any(|one| one.step == Step::Ready)
}

/// What keeps a story from being ready.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// Nothing.
    Nothing,
    /// A point is missing.
    Point,
    /// No decision line.
    Decision,
}

fn stop(gates: Gates) -> Stop {
    let (is_decided, is_overruled) = of_topic(gates.ui, gates.topic, |meeting, topic| {
        (meeting.is_decided(gates.topic), is_overruled(topic))
    });
    let is_passed = gates.line(Step::Ready).is_some_and(|line| line.is_passed);
    match (is_overruled, is_decided, is_passed) {
        (true, ..) | (false, true, true) => Stop::Nothing,
        (false, false, _) => Stop::Decision,
        (false, true, false) => Stop::Point,
    }
}

/// The button, and why it cannot be pressed; then a reason may stand in.
fn ready(gates: Gates) -> El {
    let ui = gates.ui;
    let say = ui.words.notes;
    let may = may(ui);
    let event = super::super::did(Act::MarkReady { topic: gates.topic });
    let can = move || may() && stop(gates) == Stop::Nothing;
    let button = crate::ui::parts::act_if(ui, "btn primary", say.mark_ready, can, event);
    let why = move || match stop(gates) {
        Stop::Nothing => String::new(),
        Stop::Decision => say.mark_ready_no_decision.to_owned(),
        Stop::Point => gates.part(|all| all.ready.says.clone()),
    };
    let is_stopped = move || stop(gates) != Stop::Nothing;
    let overrule = region_if(is_stopped, move || {
        overrule(gates, Step::Ready, ui.words.gate.story.overrule)
    });
    group([button, tag("p", "note").text(why), overrule])
}

/// The vote gate may be passed although something is missing.
pub(super) fn vote_anyway(gates: Gates) -> El {
    let is_shut = move || gates.line(Step::Vote).is_some_and(|line| !line.is_passed);
    region_if(is_shut, move || {
        overrule(gates, Step::Vote, gates.ui.words.notes.vote_anyway)
    })
}

/// A button that opens a form below it, and closes it.
fn disclosure(ui: MeetingUi, label: &str, is_open: RwSignal<bool>) -> El {
    let may = may(ui);
    tag("button", "btn small")
        .attr("type", "button")
        .attr_live("aria-expanded", move || {
            Some(if is_open.get() { "true" } else { "false" })
        })
        .flag("disabled", move || !may())
        .on("click", move |_| is_open.set(!is_open.get_untracked()))
        .add(label)
}

fn overrule(gates: Gates, step: Step, label: &str) -> El {
    let is_open = RwSignal::new(false);
    let button = disclosure(gates.ui, label, is_open);
    let form = region_if(
        move || is_open.get(),
        move || {
            let say = &gates.ui.words.gate.story;
            let id = match step {
                Step::Vote => "met-reason-vote",
                Step::Ready => "met-reason-ready",
            };
            let words = (say.overrule_note, say.why, say.overruled_note);
            form(id, words, true, move |why| {
                is_open.set(false);
                let line = untrack(|| gates.line(step));
                let missing = line.map(|line| line.missing).unwrap_or_default();
                gates.ui.does(Act::Overrule {
                    topic: gates.topic,
                    step,
                    why,
                    missing,
                });
            })
        },
    );
    tag("div", "meeting-form").add([button, form])
}

/// Points that are missing, those before the vote first.
fn missing(gates: Gates) -> Vec<String> {
    let of = |step| {
        gates
            .line(step)
            .map(|line| line.missing)
            .unwrap_or_default()
    };
    let before_vote = of(Step::Vote);
    if before_vote.is_empty() {
        of(Step::Ready)
    } else {
        before_vote
    }
}

fn send_back(gates: Gates) -> El {
    let is_open = RwSignal::new(false);
    let button = disclosure(gates.ui, gates.ui.words.notes.send_back, is_open);
    let form = region_if(
        move || is_open.get(),
        move || {
            let (ui, say) = (gates.ui, gates.ui.words.notes);
            let missing_now = move || {
                let missing = missing(gates).join(", ");
                if missing.is_empty() {
                    return missing;
                }
                fill(ui.words.gate.states.missing, &[&missing])
            };
            let gate = &ui.words.gate.story;
            let words = (say.send_back_note, gate.word, gate.send);
            let sent = form("met-word", words, false, move |note| {
                is_open.set(false);
                ui.does(Act::SendBack {
                    topic: gates.topic,
                    missing: untrack(|| missing(gates)),
                    note,
                });
            });
            group([tag("p", "note").text(missing_now), sent])
        },
    );
    tag("div", "meeting-form").add([button, form])
}

/// A box and a button: a note over them, the word over the box, the word on the button.
fn form(
    id: &str,
    (note, label, button): (&str, &str, &str),
    is_required: bool,
    send: impl Fn(String) + 'static,
) -> El {
    let input = tag("input", "input").attrs(&[
        ("id", id),
        ("autocomplete", "off"),
        ("maxlength", MAX_REASON),
    ]);
    let input = if is_required {
        input.attr("required", "")
    } else {
        input
    };
    let own = input.clone();
    let button = tag("button", "btn small primary")
        .attr("type", "submit")
        .add(button);
    el("form")
        .add(para("note", note))
        .add([labels(id, label), input, tag("div", "row").add(button)])
        .on("submit", move |event| {
            event.prevent_default();
            let text = own.value();
            if !is_required || !text.trim().is_empty() {
                send(text);
            }
        })
}

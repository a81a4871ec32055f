//! One story before its two gates: each point with its tick and its reason, and in short.

use super::backlog::row_menu;
use super::{DeskUi, story_gate_acts};
use crate::desk::DeskEvent;
use crate::desk::event::{GateEvent, StoryEvent};
use crate::desk::view::{
    DeskScreen, DeskView, GateMark, PointVerdict, State, Step, StoryGateView, StoryId,
};
use crate::ui::parts::{El, Icon, Text, el, group, icon, line, para, region_if, tag};
use crate::words::fill;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, untrack};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Where in the view the gates are.
pub(super) type Gates = for<'a> fn(&'a DeskView) -> Option<&'a StoryGateView>;

/// The gates of the story whose page is shown.
pub(super) fn of_page(view: &DeskView) -> Option<&StoryGateView> {
    if let DeskScreen::Story(shown) = &view.screen {
        Some(&shown.gates)
    } else {
        None
    }
}

/// The gates of the story that is looked at in a list.
fn of_list(view: &DeskView) -> Option<&StoryGateView> {
    view.looked.as_deref()
}

/// Something of the gates, as long as they are shown.
pub(super) fn part<T: Default>(ui: DeskUi, gates: Gates, pick: impl Fn(&StoryGateView) -> T) -> T {
    gates(&ui.look()).map(pick).unwrap_or_default()
}

/// Both gates with all their points, and what people may do about them. `gates` says
/// where they are; for the page of a story that is [`of_page`].
pub(super) fn story_gate(ui: DeskUi, gates: Gates) -> El {
    let title = el("h2").attr("id", "gates-title").add(ui.words.gate.title);
    tag("section", "story-gates")
        .attr("aria-labelledby", "gates-title")
        .add(title)
        .add(story_gate_acts::sent_back(ui, gates))
        .add(
            tag("div", "gate-pair")
                .add([Step::Vote, Step::Ready].map(|step| side(ui, gates, step))),
        )
        .add(story_gate_acts::acts(ui, gates))
}

fn side(ui: DeskUi, gates: Gates, step: Step) -> El {
    let say = &ui.words.gate.screen;
    let heading = match step {
        Step::Vote => say.before_vote,
        Step::Ready => say.before_sprint,
    };
    let id = format!("gate-{}", super::gate::mark(step));
    let state = chip(ui, step, move || {
        part(ui, gates, |gates| Some(gates.side(step).line.mark()))
    });
    let says = para("note gate-says", "").text(move || part(ui, gates, |all| says(ui, all, step)));
    let names = move || {
        part(ui, gates, |all| {
            let points = all.side(step).points.iter();
            points.map(|one| one.name.clone()).collect::<Vec<_>>()
        })
    };
    let lines = move || {
        let names = names().into_iter();
        names
            .map(|name| line(name.clone(), move || point(ui, gates, step, name)))
            .collect()
    };
    let head = tag("div", "gate-head").add([el("h3").attr("id", &id).add(heading), state]);
    tag("section", "gate-side")
        .attr("aria-labelledby", &id)
        .add([head, says])
        .add(tag("ul", "verdicts").attr("role", "list").lines(lines))
        .add(story_gate_acts::overrule(ui, gates, step))
}

/// The sentence under the heading of a gate. What is missing before it is said there.
fn says(ui: DeskUi, all: &StoryGateView, step: Step) -> String {
    let waits = step == Step::Ready && !all.vote.line.is_passed && !all.ready.line.is_overruled;
    if waits {
        return ui.words.gate.story.vote_first.to_owned();
    }
    all.side(step).says.clone()
}

/// Something of a point, as long as it is asked for.
fn of<T: Default + 'static>(
    ui: DeskUi,
    (gates, step): (Gates, Step),
    name: &str,
    pick: fn(&PointVerdict) -> T,
) -> impl Fn() -> T + Clone + 'static {
    let name = name.to_owned();
    move || {
        part(ui, gates, |all| {
            let found = all.side(step).points.iter().find(|one| one.name == name);
            found.map(pick).unwrap_or_default()
        })
    }
}

/// A tick, the wording, the reason.
fn point(ui: DeskUi, gates: Gates, step: Step, name: String) -> El {
    let at = (gates, step);
    let id = format!("tick-{name}");
    let why_id = format!("why-{name}");
    let is_met = of(ui, at, &name, |one| one.state.is_met());
    let is_not_asked = of(ui, at, &name, |one| one.state == State::NotAsked);
    let input = el("input").attrs(&[("type", "checkbox"), ("id", &id)]);
    let input = input
        .attr("aria-describedby", &why_id)
        .flag("disabled", is_not_asked)
        .checked(is_met);
    let state = of(ui, at, &name, |one| Some(mark(one.state)));
    let wording = of(ui, at, &name, |one| one.wording.clone());
    let label = tag("label", "point-words")
        .attr("for", &id)
        .add(tag("span", "point-name").add(name.as_str()))
        .add(" ")
        .add(el("span").text(wording));
    let reason = of(ui, at, &name, |one| (one.why.clone(), one.against.clone()));
    let why = tag("span", "note").attr("id", &why_id).text(move || {
        let (why, against) = reason();
        if against.is_empty() {
            return why;
        }
        let against = fill(ui.words.gate.states.against, &[&against]);
        [why, against].join(" ")
    });
    let own = input.clone();
    let input = input.on("change", move |_| {
        let is_ticked = own.is_checked();
        let view = untrack(|| gates(&ui.look()).cloned());
        let Some(all) = view else { return };
        let points = &all.side(step).points;
        if let Some(one) = points.iter().find(|one| one.name == name) {
            let said = StoryEvent::Said(one.name.clone(), one.says_by(is_ticked));
            ui.send(DeskEvent::Story(all.story, said));
        }
    });
    tag("li", "verdict")
        .attr_live("data-state", state)
        .add([input, tag("div", "point-text").add([label, why])])
}

fn mark(state: State) -> &'static str {
    match state {
        State::ByHand => "hand",
        State::ByFact => "fact",
        State::NotAsked => "not-asked",
        State::Missing => "missing",
    }
}

/// How a gate stands, as a sign and words.
pub(super) fn chip(
    ui: DeskUi,
    step: Step,
    gate: impl Fn() -> Option<GateMark> + Copy + 'static,
) -> El {
    signed(gate).text(move || {
        gate()
            .map(|gate| in_words(ui, step, gate))
            .unwrap_or_default()
    })
}

/// Both gates for a line of a long list: a sign, a word and a number, and the whole sentence
/// for those who hear it.
pub(super) fn short_chips(
    ui: DeskUi,
    gates: impl Fn() -> Option<(GateMark, GateMark)> + Copy + 'static,
) -> [El; 2] {
    let say = &ui.words.gate.story;
    let short = move |step, word: &'static str, gate: fn((GateMark, GateMark)) -> GateMark| {
        let gate = move || gates().map(gate);
        let said = move || gate().map(|gate| in_words(ui, step, gate));
        let word = tag("span", "").attr("aria-hidden", "true").text(move || {
            let n_missing = gate().filter(|gate| !gate.is_passed);
            let n_missing = n_missing.map(|gate| gate.n_missing.to_string());
            n_missing.map_or(Text::Borrowed(word), |n| [word, &n].join(" ").into())
        });
        let said_aloud = tag("span", "vh").text(move || said().unwrap_or_default());
        signed(gate)
            .attr_live("title", said)
            .add([word, said_aloud])
    };
    [
        short(Step::Vote, say.vote_short, |(vote, _)| vote),
        short(Step::Ready, say.ready_short, |(_, ready)| ready),
    ]
}

/// The chip of a gate with its sign.
fn signed(gate: impl Fn() -> Option<GateMark> + Copy + 'static) -> El {
    let stands = move || gate().map(stands);
    let sign = super::super::parts::region(stands, |stands| {
        stands.map(|stands| {
            icon(match stands {
                "open" => Icon::Check,
                "overruled" => Icon::Shield,
                _closed => Icon::Dash,
            })
        })
    });
    tag("span", "chip gate-chip")
        .attr_live("data-stands", move || stands().map(Text::Borrowed))
        .add(sign)
}

fn stands(gate: GateMark) -> &'static str {
    if gate.is_overruled {
        "overruled"
    } else if gate.is_passed {
        "open"
    } else {
        "closed"
    }
}

fn in_words(ui: DeskUi, step: Step, gate: GateMark) -> String {
    let say = &ui.words.gate.story;
    let name = match step {
        Step::Vote => say.vote_gate,
        Step::Ready => say.ready_gate,
    };
    let stands = if gate.is_overruled {
        say.overruled.to_owned()
    } else if gate.is_passed {
        say.open.to_owned()
    } else {
        ui.words.gate.n.missing.of(gate.n_missing)
    };
    fill(say.tick, &[name, &stands])
}

/// Both gates in short, for a line of a list: a button with two chips, and behind it the
/// points with their reasons. `lines` is vote gate and ready gate.
pub(super) fn gate_chips(
    ui: DeskUi,
    id: StoryId,
    title: impl Fn() -> String + 'static,
    lines: impl Fn() -> Option<(GateMark, GateMark)> + Copy + 'static,
) -> El {
    let is_open = RwSignal::new(false);
    let chips = group([
        chip(ui, Step::Vote, move || lines().map(|(vote, _)| vote)),
        chip(ui, Step::Ready, move || lines().map(|(_, ready)| ready)),
    ]);
    let button = tag("button", "gate-chips")
        .attr("type", "button")
        .attr_live("title", move || {
            Some(fill(ui.words.gate.story.show, &[&title()]))
        })
        .attr_live("aria-expanded", move || {
            Some(if is_open.get() { "true" } else { "false" })
        })
        .on("click", move |_| {
            let opens = !is_open.get_untracked();
            is_open.set(opens);
            let looked = opens.then_some(id);
            ui.send(DeskEvent::Gate(GateEvent::Looked(looked)));
        })
        .add(chips);
    let body = region_if(
        move || is_open.get() && is_looked_at(ui, id),
        move || tag("div", "gate-pop").add(story_gate(ui, of_list)),
    );
    let opener = button.clone();
    let room = tag("div", "gate-room").add([button, body]);
    row_menu::close_when_left(&room, is_open);
    room.on("keydown", move |event| {
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        if is_open.get_untracked() && key.as_deref() == Some("Escape") {
            event.stop_propagation();
            is_open.set(false);
            opener.focus();
        }
    })
}

fn is_looked_at(ui: DeskUi, id: StoryId) -> bool {
    part(ui, of_list, |gates| gates.story == id)
}

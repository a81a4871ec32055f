//! The gates of the story on the table, and what becomes of it.

mod fate;

use super::MeetingUi;
use crate::app::view::{Act, AgendaStep, Record, TopicId};
use crate::desk::meeting_says;
use crate::desk::view::{GateLine, PointVerdict, State, Step, StoryGateView};
use crate::ui::parts::{El, el, line, para, region, tag};
use crate::words::fill;
use leptos::prelude::{Get, Memo, With, untrack};
use std::sync::Arc;

/// The gates of a story, judged anew only when the meeting changed.
#[derive(Clone, Copy)]
struct Gates {
    ui: MeetingUi,
    topic: TopicId,
    judged: Memo<Option<StoryGateView>>,
}

impl Gates {
    fn new(ui: MeetingUi, topic: TopicId) -> Self {
        let record: Memo<Option<Arc<Record>>> =
            Memo::new(move |_| ui.now(|now| Some(Arc::clone(&now.record))));
        let judged = Memo::new(move |_| {
            let record = record.get()?;
            meeting_says::gates(ui.words.gate, &record, topic)
        });
        Self { ui, topic, judged }
    }

    fn part<T: Default>(self, pick: impl FnOnce(&StoryGateView) -> T) -> T {
        self.judged
            .with(|judged| judged.as_ref().map(pick).unwrap_or_default())
    }

    /// A point, as long as it is asked for.
    fn point<T: Default>(self, name: &str, pick: impl FnOnce(&PointVerdict) -> T) -> T {
        self.part(|all| {
            let mut points = all.vote.points.iter().chain(&all.ready.points);
            let found = points.find(|one| one.name == name);
            found.map(pick).unwrap_or_default()
        })
    }

    /// How a gate stands.
    fn line(self, step: Step) -> Option<GateLine> {
        self.part(|all| Some(all.side(step).line.clone()))
    }
}

/// Both gates of the story that is talked about, until the meeting is over.
pub(super) fn gate(ui: MeetingUi) -> El {
    let topic = ui.meeting(|now| {
        let meeting = now.meeting();
        meeting.current.filter(|_| !meeting.is_over())
    });
    region(topic, move |topic| topic.map(|topic| body(ui, topic)))
}

fn body(ui: MeetingUi, topic: TopicId) -> El {
    let say = ui.words.notes;
    let gates = Gates::new(ui, topic);
    let title = el("h2").attr("id", "meeting-gate").add(say.gate);
    tag("section", "met-gate")
        .attr("aria-labelledby", "meeting-gate")
        .add(tag("div", "gate-top").add([title, fate::stamp(ui, topic)]))
        .add(para("note", say.gate_note))
        .add([Step::Vote, Step::Ready].map(|step| side(gates, step)))
        .add(fate::acts(gates))
}

fn side(gates: Gates, step: Step) -> El {
    let ui = gates.ui;
    let say = &ui.words.gate.screen;
    let (heading, id) = match step {
        Step::Vote => (say.before_vote, "meeting-gate-vote"),
        Step::Ready => (say.before_sprint, "meeting-gate-ready"),
    };
    let is_empty = move || gates.part(|all| all.side(step).points.is_empty());
    let names = move || {
        gates.part(|all| {
            let points = all.side(step).points.iter();
            points.map(|one| one.name.clone()).collect::<Vec<_>>()
        })
    };
    let lines = move || {
        let names = names().into_iter();
        let lines = names.map(|name| line(name.clone(), move || point(gates, name)));
        lines.collect()
    };
    let head = tag("summary", "meeting-gate-head").add([
        el("h3").attr("id", id).add(heading),
        tag("span", "note").text(move || says(gates, step)),
    ]);
    let points = tag("ul", "meeting-points").attr("role", "list");
    tag("details", "meeting-gate-side")
        .attr("aria-labelledby", id)
        .flag("open", move || is_open(gates, step))
        .flag("hidden", is_empty)
        .add(head)
        .add(points.lines(lines))
        .add((step == Step::Vote).then(|| fate::vote_anyway(gates)))
}

/// Whether the points of a gate are unfolded by themselves: where they are the topic, and
/// before the vote as long as one is missing.
fn is_open(gates: Gates, step: Step) -> bool {
    let is_judging = gates.ui.now(|now| {
        let part = now.meeting().agenda.step();
        part == Some(AgendaStep::MarkReady)
    });
    is_judging || (step == Step::Vote && gates.line(step).is_some_and(|line| !line.is_passed))
}

/// The sentence beside the heading of a gate. What is missing before it is said there.
fn says(gates: Gates, step: Step) -> String {
    gates.part(|all| {
        let waits = step == Step::Ready && !all.vote.line.is_passed && !all.ready.line.is_overruled;
        if waits {
            gates.ui.words.gate.story.vote_first.to_owned()
        } else {
            all.side(step).says.clone()
        }
    })
}

/// A tick, the wording, the reason.
fn point(gates: Gates, name: String) -> El {
    let ui = gates.ui;
    let may = ui.meeting(|now| now.is_linked);
    let (id, why_id) = (format!("met-{name}"), format!("met-why-{name}"));
    let state = {
        let name = name.clone();
        move || gates.point(&name, |one| Some(one.state))
    };
    let (locked, met, mark) = (state.clone(), state.clone(), state);
    let input = el("input")
        .attrs(&[
            ("type", "checkbox"),
            ("id", &id),
            ("aria-describedby", &why_id),
        ])
        .flag("disabled", move || {
            !may() || locked() == Some(State::NotAsked)
        })
        .checked(move || met().is_some_and(State::is_met));
    let wording = {
        let name = name.clone();
        move || gates.point(&name, |one| one.wording.clone())
    };
    let label = tag("label", "point-words")
        .attr("for", &id)
        .add(tag("b", "point-name").add(name.as_str()))
        .add(" ")
        .add(el("span").text(wording));
    let reason = {
        let name = name.clone();
        move || gates.point(&name, |one| reason(ui, one))
    };
    let why = tag("span", "note").attr("id", &why_id).text(reason);
    let own = input.clone();
    let input = input.on("change", move |_| {
        let is_ticked = own.is_checked();
        let on = untrack(|| gates.point(&name, |one| one.says_by(is_ticked)));
        ui.does(Act::Tick {
            topic: gates.topic,
            point: name.clone(),
            on,
        });
    });
    tag("li", "meeting-point")
        .attr_live("data-state", move || mark().map(sign))
        .add([input, tag("div", "point-text").add([label, why])])
}

fn reason(ui: MeetingUi, point: &PointVerdict) -> String {
    if point.against.is_empty() {
        return point.why.clone();
    }
    let against = fill(ui.words.gate.states.against, &[&point.against]);
    [point.why.as_str(), against.as_str()].join(" ")
}

fn sign(state: State) -> &'static str {
    match state {
        State::ByHand => "hand",
        State::ByFact => "fact",
        State::NotAsked => "not-asked",
        State::Missing => "missing",
    }
}

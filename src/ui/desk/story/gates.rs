//! How the two gates of a story stand, in short, and where it stands itself.

use super::{if_any, of_story, tell};
use crate::desk::event::StoryEvent;
use crate::desk::view::{GateLine, StoryScreen};
use crate::story::Status;
use crate::ui::desk::{DeskUi, gate, say};
use crate::ui::parts::{El, el, para, region, tag};
use crate::words::fill;

/// Status, both gates, and why it was sent back.
pub(super) fn gates(ui: DeskUi) -> El {
    let status = ui.story(|shown| Some(shown.story.status));
    let chip = region(status, move |status| {
        status.map(|status| {
            tag("span", "chip")
                .attr("data-status", say::mark(status))
                .add(say::status(ui, status))
        })
    });
    let words = &ui.words.gate.states;
    tag("section", "paper gates")
        .attr("aria-label", ui.words.gate.title)
        .add([
            chip,
            line(ui, words.vote_gate, |shown| Some(shown.vote.clone())),
            line(ui, words.ready_gate, |shown| Some(shown.ready.clone())),
            gate::of_story(ui),
            ready(ui),
            sent_back(ui),
        ])
}

fn line(ui: DeskUi, name: &'static str, pick: fn(&StoryScreen) -> Option<GateLine>) -> El {
    let words = &ui.words.gate.states;
    region(ui.story(pick), move |gate| {
        let gate = gate.as_ref()?;
        let state = match (gate.is_passed, gate.is_overruled) {
            (true, false) => words.open.to_owned(),
            (_, true) => ui.words.story.overruled.to_owned(),
            (false, false) => fill(words.missing, &[&gate.missing.join(", ")]),
        };
        let line =
            tag("p", "gate-line").attr("data-open", if gate.is_passed { "yes" } else { "no" });
        Some(line.add([el("b").add(name), el("span").add(state)]))
    })
}

/// `Mark as ready`, once the gate lets it through, and back again.
fn ready(ui: DeskUi) -> El {
    let may = ui.story(|shown| (shown.story.status == Status::Ready, shown.ready.is_passed));
    region(may, move |(is_ready, is_passed)| {
        let (is_ready, is_passed) = (*is_ready, *is_passed);
        let say = ui.words.story;
        let label = if is_ready {
            say.unmark_ready
        } else {
            say.mark_ready
        };
        (is_ready || is_passed).then(|| {
            tag("button", "btn")
                .attr("type", "button")
                .on("click", move |_| {
                    tell(ui, StoryEvent::MarkedReady(!is_ready));
                })
                .add(label)
        })
    })
}

/// Why it was sent back last time, as long as that counts.
fn sent_back(ui: DeskUi) -> El {
    let is_so = of_story(ui, |story| story.sent_back.is_some());
    if_any(is_so, move || {
        let missing = of_story(ui, |story| {
            let missing = story.sent_back.clone().unwrap_or_default();
            (missing.points.join(", "), missing.note)
        });
        let text = tag("p", "").text(move || {
            let (points, note) = missing();
            let text = fill(ui.words.story.sent_back, &[&points]);
            [text, note].join(" ")
        });
        let back = tag("button", "btn small")
            .attr("type", "button")
            .on("click", move |_| tell(ui, StoryEvent::TakenBack))
            .add(ui.words.story.take_back);
        tag("div", "warn").add([text, para("", back)])
    })
}

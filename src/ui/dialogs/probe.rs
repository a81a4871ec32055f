//! The panel `Network test`: checks with progress, and what they mean in plain words.

use crate::app::event::Event;
use crate::app::view::{CheckView, ProbeState, ProbeView, Verdict};
use crate::ui::parts::{El, act, el, group, icon, para, part, region, tag};
use crate::ui::{Ui, say};
use crate::words::fill;

/// Runs by itself as long as it is open.
pub(super) fn probe(ui: Ui) -> El {
    let say = &ui.words.probe;
    let checks = region(seen(ui, |probe| probe.checks.clone()), move |checks| {
        let checks = checks.iter().flatten();
        checks.map(|one| check(ui, one)).collect::<Vec<_>>()
    });
    let meaning = region(
        seen(ui, |probe| (probe.state, probe.verdict)),
        move |state| match state {
            Some((ProbeState::Stopped, _)) => Some(stopped(ui)),
            Some((_, Some(verdict))) => Some(verdict_part(ui, *verdict)),
            Some((_, None)) | None => None,
        },
    );
    tag("section", "probe").attr("aria-label", say.title).add([
        para("note", say.intro),
        progress(ui),
        tag("ul", "checks")
            .attr("aria-label", say.checks)
            .add(checks),
        tag("div", "meaning").attr("role", "status").add(meaning),
        tag("div", "row").add(button(ui)),
    ])
}

fn seen<T: 'static>(ui: Ui, pick: fn(&ProbeView) -> T) -> impl Fn() -> Option<T> + Copy + 'static {
    move || ui.look().probe.as_ref().map(pick)
}

fn progress(ui: Ui) -> El {
    let say = &ui.words.probe;
    let count = seen(ui, |probe| (probe.n_done, probe.checks.len()));
    let count = move || count().unwrap_or_default();
    let text = move || {
        let (n_done, of) = count();
        fill(say.running, &[&n_done.to_string(), &of.to_string()])
    };
    let bar = el("progress")
        .attr("aria-label", say.progress)
        .attr_live("max", move || Some(count().1.to_string()))
        .attr_live("value", move || Some(count().0.to_string()));
    tag("div", "probe-progress").add([bar, tag("span", "note").text(text)])
}

fn check(ui: Ui, check: &CheckView) -> El {
    let (sign, words) = say::finding(ui.words, &check.finding);
    let name = say::check(ui.words, &check.name);
    el("li").add([
        icon(sign),
        el("span").add([
            tag("span", "check-name").add([&name, ": "].concat()),
            el("span").add(words),
        ]),
    ])
}

fn verdict_part(ui: Ui, verdict: Verdict) -> El {
    let say = &ui.words.probe;
    let (title, meaning) = say::verdict(ui.words, verdict);
    let advice = ui.look().probe.as_ref().map(|probe| probe.advice.clone());
    let lines = advice.into_iter().flatten();
    let lines: Vec<_> = lines
        .map(|one| el("li").add(say::advice(ui.words, one)))
        .collect();
    group([
        part(title, para("", meaning)),
        part(say.advice, tag("ul", "points").add(lines)),
    ])
}

fn stopped(ui: Ui) -> El {
    let say = &ui.words.probe;
    part(say.v_stopped, para("", say.v_stopped_do))
}

fn button(ui: Ui) -> El {
    let say = &ui.words.probe;
    let state = seen(ui, |probe| probe.state);
    region(state, move |state| match state {
        Some(ProbeState::Runs) | None => act(ui, "btn", say.stop, Event::ProbeStopped),
        Some(ProbeState::Stopped | ProbeState::Over) => {
            act(ui, "btn", say.again, Event::ProbeAgain)
        }
    })
}

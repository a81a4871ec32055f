//! The stories of the session, in the order they were planned in.

use super::follow_ups::questions;
use super::story::of;
use super::{MeetingUi, did, say};
use crate::app::view::{Act, Fate, TopicId};
use crate::ui::parts::{El, act_if, el, line, region, region_if, tag};
use crate::words::fill;

/// All of them; whoever leads picks one.
pub(super) fn topics(ui: MeetingUi) -> El {
    let say = &ui.words.parts;
    let n = ui.meeting(|meeting| meeting.meeting().topics.len());
    let lines = move || {
        let ids = (0..n()).filter_map(|at| u16::try_from(at).ok().map(TopicId));
        ids.map(|id| line(id.0.to_string(), move || one(ui, id)))
            .collect()
    };
    let may_lead = ui.meeting(|meeting| meeting.may_lead);
    let note = move || if may_lead() { "" } else { say.pick_note };
    tag("section", "topics")
        .attr("aria-labelledby", "topics-title")
        .add([
            el("h2").attr("id", "topics-title").add(say.stories),
            tag("ol", "topic-list")
                .attr("aria-labelledby", "topics-title")
                .lines(lines),
            tag("p", "note").text(note),
        ])
}

fn one(ui: MeetingUi, topic: TopicId) -> El {
    let say = &ui.words.parts;
    let name = move || of(ui, topic, |_, one| one.name());
    let is_current = move || ui.now(|meeting| meeting.meeting().current == Some(topic));
    let minutes = move || {
        of(ui, topic, |meeting, one| {
            let is_current = meeting.meeting().current == Some(topic);
            let used_ms = say::used_ms(meeting.meeting(), one, is_current, meeting.now_ms);
            (used_ms > 0).then(|| say::minutes(used_ms))
        })
    };
    let facts = move || {
        let fate = of(ui, topic, |_, one| {
            Some(match one.fate {
                Fate::Open => "",
                Fate::Ready => say.ready,
                Fate::SentBack { .. } => say.sent_back,
            })
        });
        let current = is_current().then(|| say.current.to_owned());
        let took = minutes().map(|minutes| fill(say.minutes, &[&minutes]));
        let fate = fate.filter(|fate| !fate.is_empty()).map(str::to_owned);
        let facts = [current, fate, took].into_iter().flatten();
        facts.collect::<Vec<_>>().join(" · ")
    };
    let text = tag("div", "topic-text").add([
        tag("span", "topic-name").text(name),
        tag("span", "note").text(facts),
    ]);
    el("li")
        .attr_live("aria-current", move || is_current().then_some("true"))
        .add(tag("div", "topic-line").add([text, pick(ui, topic)]))
        .add(asked(ui, topic))
}

fn pick(ui: MeetingUi, topic: TopicId) -> El {
    let is_offered = ui.meeting(|meeting| meeting.may_lead && !meeting.meeting().is_over());
    region_if(is_offered, move || {
        let name = move || format!(" {}", of(ui, topic, |_, one| one.name()));
        let may =
            move || ui.now(|meeting| meeting.is_linked && meeting.meeting().current != Some(topic));
        let event = did(Act::Pick { topic });
        act_if(ui, "btn small", ui.words.parts.pick, may, event).add(tag("span", "vh").text(name))
    })
}

/// Its questions, once they are no secret any more.
fn asked(ui: MeetingUi, topic: TopicId) -> El {
    let say = &ui.words.parts;
    let asked = move || questions(ui, topic);
    region(asked, move |asked| {
        let lines = asked.iter().map(|(_, text, who)| {
            let who = (!who.is_empty()).then(|| fill(say.asked_by, &[who]));
            let who = who.map(|who| tag("span", "note").add(format!(" {who}")));
            el("li").add(el("span").add(text.as_str())).add(who)
        });
        let lines: Vec<_> = lines.collect();
        (!lines.is_empty()).then(|| {
            tag("ul", "topic-questions")
                .attr("aria-label", say.questions)
                .add(lines)
        })
    })
}

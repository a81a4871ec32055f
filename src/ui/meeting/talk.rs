//! What is said without a word: solution talk, and that somebody may leave.

use super::follow_ups::pressed;
use super::needed::is_free;
use super::story::{may, of};
use super::{MeetingUi, did, say};
use crate::app::view::{Act, NoteKind, TopicId};
use crate::ui::parts::{El, act, el, group, region, region_if, tag};
use crate::words::fill;
use leptos::prelude::untrack;

/// Says that this person may leave.
pub(super) fn leave(ui: MeetingUi) -> El {
    let say = &ui.words.parts;
    let why = ui.meeting(|meeting| {
        let now = meeting.meeting();
        let is_on = now.agenda.step().is_some_and(say::is_of_story);
        if now.is_over() {
            None
        } else if now.released.contains(&meeting.me) {
            Some(false)
        } else {
            (is_on && is_free(now, meeting.me)).then_some(true)
        }
    });
    let text = region(why, move |why| {
        why.map(|is_named| {
            let note = if is_named {
                say.you_may_leave_named
            } else {
                ""
            };
            group([el("strong").add(say.you_may_leave), el("span").add(note)])
        })
    });
    tag("p", "may-leave").attr("role", "status").add(text)
}

/// Says silently that this is about how to build it; whoever leads may park it.
pub(super) fn solution_talk(ui: MeetingUi, topic: TopicId) -> El {
    let say = &ui.words.parts;
    let may = may(ui);
    let said = move || {
        of(ui, topic, |meeting, one| {
            one.solution_talk.contains(&meeting.me)
        })
    };
    let n = move || of(ui, topic, |_, one| one.solution_talk.len());
    let button = pressed(tag("button", "btn small toggle"), said)
        .attr("title", say.solution_talk_note)
        .flag("disabled", move || !may())
        .on("click", move |_| {
            if !untrack(said) {
                ui.does(Act::SolutionTalk { topic });
            }
        })
        .add(say.solution_talk);
    let count = move || match n() {
        0 => String::new(),
        n => ui.words.part_count.solution_talks.of(n),
    };
    let is_asked = move || n() > 0 && ui.now(|meeting| meeting.may_lead && meeting.is_linked);
    let park = region_if(is_asked, move || {
        let name = of(ui, topic, |_, one| one.name());
        let event = did(Act::Write {
            kind: NoteKind::Parked,
            topic: Some(topic),
            text: fill(say.parked_text, &[&name]),
        });
        act(ui, "btn small", say.park_it, event)
    });
    tag("div", "row solution").add([
        button,
        tag("span", "note").attr("role", "status").text(count),
        park,
    ])
}

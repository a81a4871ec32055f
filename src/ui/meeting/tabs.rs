//! On narrow screens one of four is shown at a time: vote, story, notes, agenda.

use super::MeetingUi;
use crate::app::view::{AgendaStep, MeetingNow};
use crate::ui::parts::{El, el, on_change, tag};
use leptos::prelude::{Get, RwSignal, Set, untrack};

/// What is shown; the style sheet looks at which radio is checked.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Vote,
    Story,
    Notes,
    Agenda,
}

/// What a part of the agenda is done with; before the first, people gather at the table.
fn tab_of(meeting: &MeetingNow) -> Tab {
    match meeting.meeting().agenda.step() {
        None if meeting.meeting().is_over() => Tab::Story,
        None | Some(AgendaStep::Estimate) => Tab::Vote,
        Some(AgendaStep::Risks) => Tab::Notes,
        Some(
            AgendaStep::SilentReading
            | AgendaStep::FollowUps
            | AgendaStep::WalkThrough
            | AgendaStep::MarkReady,
        ) => Tab::Story,
    }
}

/// The radios; they follow the agenda and can be picked at any time.
pub(super) fn tabs(ui: MeetingUi) -> El {
    let say = &ui.words.frame;
    let led = ui.meeting(tab_of);
    let shown = RwSignal::new(untrack(led));
    let step = ui.meeting(|meeting| meeting.meeting().agenda.step());
    on_change(step, move || shown.set(untrack(led)));
    let one = |tab, id, label| {
        let input = el("input")
            .attrs(&[("type", "radio"), ("name", "meeting-tab"), ("id", id)])
            .checked(move || shown.get() == tab)
            .on("change", move |_| shown.set(tab));
        tag("label", "meeting-tab").add([input, el("span").add(label)])
    };
    tag("div", "meeting-tabs")
        .attrs(&[("role", "radiogroup"), ("aria-label", say.tabs)])
        .add([
            one(Tab::Vote, "tab-vote", say.tab_vote),
            one(Tab::Story, "tab-story", say.tab_story),
            one(Tab::Notes, "tab-notes", say.tab_notes),
            one(Tab::Agenda, "tab-agenda", say.tab_agenda),
        ])
}

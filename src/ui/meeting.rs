//! What a meeting adds to the table: draws `MeetingNow`, sends `MeetingEvent`.
//!
//! Loaded when a table with a meeting is first seen, its words and style sheet included;
//! reached only through [`meeting_screens`].

mod follow_ups;
mod gate;
mod live_text;
mod needed;
mod notes;
mod people;
mod polls;
mod reading;
mod record;
mod say;
mod story;
mod strip;
mod tabs;
mod talk;
mod topics;
mod write;

use super::parts::{El, el, group, region, tag};
use super::{Ui, at_table};
use crate::app::event::{Event, MeetingEvent};
use crate::app::view::{Act, AgendaStep, MeetingNow, View};
use crate::words::{MeetingWords, Words};

/// Loaded with the screens: the page's own sheet carries none of it.
const STYLE: &str = concat!(
    include_str!("style/meeting.css"),
    include_str!("style/meeting_notes.css"),
    include_str!("style/rich.css")
);

/// What every component of the meeting holds.
pub(super) type MeetingUi = Ui<View, Event, MeetingWords>;

/// The screens of a meeting, once they are loaded.
#[derive(Clone, Copy)]
pub struct MeetingScreens(fn(Ui) -> El);

/// The screens of a meeting; whoever calls this has them in the same file.
pub fn meeting_screens() -> MeetingScreens {
    MeetingScreens(draw)
}

// There is one of them: loaded is loaded.
impl PartialEq for MeetingScreens {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl MeetingScreens {
    /// Draws what a meeting adds to the table.
    pub(super) fn draw(self, ui: Ui) -> El {
        (self.0)(ui)
    }
}

fn draw(page: Ui) -> El {
    let ui = MeetingUi {
        view: page.view,
        dispatch: page.dispatch,
        words: MeetingWords::of(page.words.language),
    };
    let notes = tag("section", "meeting-notes")
        .attr("aria-label", ui.words.frame.tab_notes)
        .add(notes::notes(ui));
    let strip = strip::strip(ui).add(tag("div", "strip-hands").add(people::hands(ui)));
    group([
        el("style").add(STYLE),
        strip,
        talk::leave(ui),
        tabs::tabs(ui),
        stage(ui),
        notes,
        tag("div", "meeting-polls").add(polls::polls(ui)),
        people::people(ui),
    ])
}

/// What is looked at together.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Stage {
    Reading,
    FollowUps,
    #[default]
    Story,
    /// The same, and what becomes of the story comes first.
    Judging,
    Over,
}

impl Stage {
    fn of(meeting: &MeetingNow) -> Self {
        if meeting.meeting().is_over() {
            return Self::Over;
        }
        match meeting.meeting().agenda.step() {
            Some(AgendaStep::SilentReading) => Self::Reading,
            Some(AgendaStep::FollowUps) => Self::FollowUps,
            Some(AgendaStep::MarkReady) => Self::Judging,
            Some(AgendaStep::WalkThrough | AgendaStep::Estimate | AgendaStep::Risks) | None => {
                Self::Story
            }
        }
    }

    /// For the style sheet, which puts the parts in their order.
    fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::FollowUps => "follow-ups",
            Self::Story => "story",
            Self::Judging => "judging",
            Self::Over => "over",
        }
    }
}

/// What the part of the agenda that is on is about.
fn stage(ui: MeetingUi) -> El {
    let stage = ui.meeting(Stage::of);
    let drawn = move || match stage() {
        Stage::Judging | Stage::Over => Stage::Story,
        stage @ (Stage::Reading | Stage::FollowUps | Stage::Story) => stage,
    };
    let now = region(drawn, move |stage| match stage {
        Stage::Reading => reading::reading(ui),
        Stage::FollowUps => follow_ups::follow_ups(ui),
        Stage::Story | Stage::Judging | Stage::Over => about_story(ui),
    });
    tag("div", "meeting-story")
        .attr_live("data-stage", move || Some(stage().name()))
        .add([
            tag("div", "meeting-now").add(now),
            tag("div", "meeting-gate").add(gate::gate(ui)),
            tag("div", "meeting-record").add(record::record(ui)),
        ])
}

fn about_story(ui: MeetingUi) -> El {
    group([story::story(ui), topics::topics(ui)])
}

impl MeetingUi {
    /// As [`Ui::table`], of the meeting; the default where there is none.
    fn meeting<T: Default + 'static>(
        self,
        pick: fn(&MeetingNow) -> T,
    ) -> impl Fn() -> T + Copy + 'static {
        move || self.now(pick)
    }

    /// Something of the meeting as it is at this call, and followed where that is asked
    /// for; the default where there is none.
    fn now<T: Default>(self, pick: impl FnOnce(&MeetingNow) -> T) -> T {
        at_table(&self.look(), |table| {
            table.meeting.as_ref().map(pick).unwrap_or_default()
        })
    }

    /// The table's own part of the view.
    fn page(self) -> Ui {
        Ui {
            view: self.view,
            dispatch: self.dispatch,
            words: Words::of(self.words.language),
        }
    }

    /// Sends an act.
    fn does(self, act: Act) {
        self.send(did(act));
    }
}

/// The event of an act.
fn did(act: Act) -> Event {
    Event::Meeting(MeetingEvent::Did(act))
}

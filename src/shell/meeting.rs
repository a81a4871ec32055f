//! The meeting's screens, loaded when a table with a meeting is first seen.
//!
//! Everything that is reached only through [`screens`] is taken out of the first load.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::{Set, WriteSignal};

use crate::app::View;
use crate::app::view::Screen;
use crate::browser::{clock, spawn};
use crate::ui::{self, MeetingScreens};

use super::door::Shut;

/// Before the file is asked for again, in ms.
const RETRY_MS: i64 = 4_000;

/// Loads the screens, once.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(meeting, fallible)]
fn screens() -> Result<MeetingScreens, Shut> {
    Ok(ui::meeting_screens())
}

/// The screens; in a program of one piece they are always there.
#[cfg(not(feature = "split"))]
#[expect(
    clippy::unused_async,
    reason = "loaded from a file of its own elsewhere"
)]
async fn screens() -> Result<MeetingScreens, Shut> {
    Ok(ui::meeting_screens())
}

/// How far the screens are.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    /// Nobody wanted them.
    #[default]
    Unasked,
    /// On their way, or there.
    Asked,
    /// Could not be loaded at this moment, in ms since 1970.
    Failed(i64),
}

/// The screens, as soon as somebody needs them.
pub(super) struct Loading {
    set: WriteSignal<Option<MeetingScreens>>,
    state: Rc<Cell<State>>,
}

impl Loading {
    /// Nobody needs them yet; `set` is told when they are there.
    pub(super) fn new(set: WriteSignal<Option<MeetingScreens>>) -> Self {
        Self {
            set,
            state: Rc::default(),
        }
    }

    /// Loads them if this view is of a meeting and they are not on their way.
    pub(super) fn look_at(&self, view: &View) {
        let is_wanted = match &view.screen {
            Screen::Table(table) => table.meeting.is_some(),
            Screen::Start(_)
            | Screen::Name(_)
            | Screen::Waiting(_)
            | Screen::Handed(_)
            | Screen::Desk(_)
            | Screen::Stopped(_) => false,
        };
        let is_due = match self.state.get() {
            State::Unasked => true,
            State::Asked => false,
            State::Failed(at_ms) => clock::unix_ms() - at_ms >= RETRY_MS,
        };
        if !is_wanted || !is_due {
            return;
        }
        self.state.set(State::Asked);
        let (set, state) = (self.set, Rc::clone(&self.state));
        spawn(async move {
            match screens().await {
                Ok(screens) => set.set(Some(screens)),
                Err(Shut) => state.set(State::Failed(clock::unix_ms())),
            }
        });
    }
}

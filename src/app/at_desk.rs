//! The desk as the page knows it: a door that opens, stays shut, or leads back.
//!
//! What is behind the door is a machine of its own, loaded when it is first wanted.

use super::ctx::Ctx;
use super::event::{DeskNews, DoorNews, Effect};
use super::stage::{App, Stage};
use super::view::{DoorView, Language};

/// Fragments that are a page of the desk.
const PAGES: [&str; 5] = ["backlog", "prepare", "plan", "records", "ready"];

/// What stands before `=` in other fragments of the desk.
const KEYS: [&str; 9] = [
    "story", "prepare", "record", "minutes", "c", "d", "pack", "packed", "answer",
];

/// A desk that was refused so often is asked for with the whole page anew: after a new
/// release the files that this page knows may be gone.
const RELOAD_AFTER: u32 = 2;

/// The desk is on the screen, or on its way there.
#[derive(Debug)]
pub(super) struct AtDesk {
    /// Where to, without `#`.
    fragment: String,
    door: DoorView,
    n_refused: u32,
    is_online: bool,
}

/// What the desk was last told, as long as it is wanted.
#[derive(Debug)]
pub(super) struct ToldDesk {
    language: Language,
}

/// Whether a fragment, without `#`, leads to the desk.
///
/// ```
/// assert!(floret::app::leads_to_desk("story=00000000000000ab"));
/// assert!(!floret::app::leads_to_desk("table"));
/// ```
pub fn leads_to_desk(fragment: &str) -> bool {
    let is_keyed = |(key, value): (&str, &str)| KEYS.contains(&key) && !value.is_empty();
    PAGES.contains(&fragment) || fragment.split_once('=').is_some_and(is_keyed)
}

impl AtDesk {
    pub(super) fn view(&self) -> DoorView {
        self.door
    }

    fn knock(&mut self, language: Language, ctx: &mut Ctx) {
        self.door = DoorView::Opening;
        ctx.ask(Effect::OpenDesk {
            fragment: self.fragment.clone(),
            language,
        });
    }
}

impl App {
    /// Goes to a page of the desk; a table in this tab is not left for it.
    pub(super) fn go_to_desk(&mut self, fragment: &str, ctx: &mut Ctx) {
        match &mut self.stage {
            Stage::Hosting(_) => ctx.ask(Effect::SetFragment(String::from("table"))),
            Stage::Seated(seated) => {
                ctx.ask(Effect::SetFragment(format!("j={}", seated.code)));
            }
            Stage::Desk(desk) => {
                fragment.clone_into(&mut desk.fragment);
                match desk.door {
                    DoorView::Open => {
                        ctx.ask(Effect::TellDesk(DeskNews::Fragment(fragment.to_owned())));
                    }
                    DoorView::Opening | DoorView::Shut => {}
                }
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Stopped { .. } => {
                self.vanish(ctx);
                (self.panel, self.guard) = (None, None);
                let mut desk = AtDesk {
                    fragment: fragment.to_owned(),
                    door: DoorView::Opening,
                    n_refused: 0,
                    is_online: true,
                };
                let language = self.prefs.language();
                desk.knock(language, ctx);
                self.told_desk = Some(ToldDesk { language });
                self.stage = Stage::Desk(desk);
            }
        }
    }

    /// The address has no fragment any more: Back, or the mark at the desk's top.
    pub(super) fn leave_desk(&mut self) {
        if matches!(self.stage, Stage::Desk(_)) {
            (self.panel, self.guard) = (None, None);
            self.stage = Stage::Start;
        }
    }

    /// What became of the door, and what comes back through it.
    pub(super) fn hear_door(&mut self, news: DoorNews, ctx: &mut Ctx) {
        if let DoorNews::Kept { key, value } = news {
            self.kept_elsewhere(&key, value, ctx);
            return;
        }
        let Stage::Desk(desk) = &mut self.stage else {
            return;
        };
        match news {
            DoorNews::Kept { .. } => {}
            DoorNews::Opened => {
                desk.door = DoorView::Open;
                // Where to may have changed while it was on its way.
                let fragment = desk.fragment.clone();
                ctx.ask(Effect::TellDesk(DeskNews::Fragment(fragment)));
            }
            DoorNews::Refused { reason, is_online } => {
                desk.door = DoorView::Shut;
                desk.n_refused += 1;
                desk.is_online = is_online;
                ctx.ask(Effect::Log(format!("desk: {reason}")));
            }
            DoorNews::Left => self.show_start(ctx),
            DoorNews::Planned(plan) => self.open_planned(*plan, ctx),
        }
    }

    /// `Try again` at a door that stayed shut.
    pub(super) fn desk_again(&mut self, ctx: &mut Ctx) {
        let language = self.prefs.language();
        let Stage::Desk(desk) = &mut self.stage else {
            return;
        };
        match desk.door {
            DoorView::Shut if desk.is_online && desk.n_refused >= RELOAD_AFTER => {
                ctx.ask(Effect::Reload);
            }
            DoorView::Shut => desk.knock(language, ctx),
            DoorView::Opening | DoorView::Open => {}
        }
    }

    /// Once per update: the desk goes when its stage does, and speaks the page's language.
    pub(super) fn follow_desk(&mut self, ctx: &mut Ctx) {
        let Some(told) = &mut self.told_desk else {
            return;
        };
        if !matches!(self.stage, Stage::Desk(_)) {
            self.told_desk = None;
            ctx.ask(Effect::CloseDesk);
            return;
        }
        let language = self.prefs.language();
        if told.language != language {
            told.language = language;
            ctx.ask(Effect::TellDesk(DeskNews::Language(language)));
        }
    }
}

//! The table this page is at, if it is at one, and what is wanted of it.

use crate::room::{Intent, Link};

use super::ctx::Ctx;
use super::local::Local;
use super::stage::{App, Stage};

impl App {
    /// The machine at the table, host or guest, wants something for its person.
    pub(super) fn want(&mut self, intent: impl FnOnce(u32, u32) -> Intent, ctx: &mut Ctx) {
        let Some(table) = self.table() else { return };
        let story = u32::try_from(table.stories.len()).unwrap_or(u32::MAX);
        let intent = intent(table.round.number, story);
        match &mut self.stage {
            Stage::Hosting(hosting) => {
                let outs = hosting.host.intend(intent, ctx.now_ms, &mut ctx.rng);
                let reign = hosting.carry_out(outs, &mut self.notices, ctx);
                self.follow_reign(reign, ctx);
            }
            Stage::Seated(seated) => {
                if seated.guest.link(ctx.now_ms) != Link::Lost {
                    let outs = seated.guest.intend(intent, ctx.now_ms);
                    seated.send(outs, ctx);
                }
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => {}
        }
    }

    /// The table, if this page is at one.
    pub(super) fn table(&self) -> Option<&crate::room::Table> {
        match &self.stage {
            Stage::Hosting(hosting) => Some(hosting.host.table()),
            Stage::Seated(seated) => seated.guest.table(),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => None,
        }
    }

    pub(super) fn local(&mut self) -> Option<&mut Local> {
        match &mut self.stage {
            Stage::Hosting(hosting) => Some(&mut hosting.local),
            Stage::Seated(seated) => Some(&mut seated.local),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => None,
        }
    }
}

//! What leaves of a record at the table is told to the desk that planned the meeting.

use crate::meeting::Handout;
use crate::saved::{handout_key, write_handout};

use super::ctx::Ctx;
use super::event::Effect;
use super::stage::App;

impl App {
    /// Something left. Only a meeting that is over has a record.
    pub(super) fn handed_out(&self, handout: Handout, ctx: &mut Ctx) {
        let meeting = self.held_meeting();
        let Some(meeting) = meeting.filter(|_| self.opened_this_table()) else {
            return;
        };
        if let Some(ended_ms) = meeting.agenda.ended_ms {
            ctx.ask(Effect::Keep {
                key: handout_key(meeting.id, handout),
                text: write_handout(ended_ms),
            });
        }
    }

    /// The clipboard took a text of the meeting, or did not.
    pub(super) fn copied_of_meeting(&mut self, is_taken: bool, ctx: &mut Ctx) {
        let handout = self.at_meeting.copying.take();
        if let Some(handout) = handout.filter(|_| is_taken) {
            self.handed_out(handout, ctx);
        }
    }
}

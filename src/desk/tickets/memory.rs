//! What was written to which ticket, remembered with the story.

use crate::desk::stage::Desk;
use crate::saved::{Kept, KeptSent, SENT_PREFIX, read_sent, sent_key, sent_of_key, write_sent};
use crate::story::StoryId;

impl Desk {
    /// What was written to the tickets of stories that are gone is of no use.
    pub(in crate::desk) fn forget_old_sent(&mut self) {
        for key in self.shelf.keys(SENT_PREFIX) {
            if sent_of_key(&key).is_some_and(|id| self.shelf.is_unknown(id)) {
                self.shelf.forget(&key);
            }
        }
    }

    /// What was written to a story's ticket last.
    pub(super) fn last_sent(&mut self, id: StoryId) -> Option<KeptSent> {
        let key = sent_key(id);
        match read_sent(self.shelf.text(&key)?) {
            Kept::Fine(sent) => Some(sent),
            Kept::Damaged => {
                self.shelf.set_aside(&key, false);
                None
            }
            Kept::Newer => {
                self.shelf.set_aside(&key, true);
                None
            }
        }
    }

    /// Remembers what was written; `None`: nothing was.
    pub(super) fn remember_sent(&mut self, id: StoryId, sent: Option<&KeptSent>) {
        match sent {
            Some(sent) => self.shelf.keep(&sent_key(id), write_sent(sent)),
            None => self.shelf.forget(&sent_key(id)),
        }
    }
}

//! Replies to the pack: taken in from a text or a file, and what they ask.

use crate::desk::ctx::DeskCtx;
use crate::desk::event::{FileProblem, GivenFile};
use crate::desk::page::DeskPage;
use crate::desk::stage::Desk;
use crate::desk::story::MAX_ITEMS;
use crate::desk::view::{AskedRow, DeskNoticeText, PackError, ReplyOutcome};
use crate::meeting::{ReplierId, Replies};
use crate::story::{OpenQuestion, StoryId};
use crate::wire::pack::{find_answers, is_packed, read_answer, read_pack};

impl Desk {
    /// A text that somebody pasted: all replies in it.
    pub(super) fn take_pasted(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let found = find_answers(text);
        let outcomes = if found.is_empty() {
            vec![ReplyOutcome::Refused(PackError::NotOurs)]
        } else {
            found.iter().map(|one| self.take_reply(one)).collect()
        };
        self.say_outcomes(outcomes);
    }

    fn say_outcomes(&mut self, outcomes: Vec<ReplyOutcome>) {
        self.packing.outcomes = outcomes;
        self.packing.n_taken += 1;
    }

    /// One reply, as a link, a code or the text of a file.
    pub(in crate::desk) fn take_reply(&mut self, text: &str) -> ReplyOutcome {
        let Some(kept) = &mut self.packing.kept else {
            return ReplyOutcome::NoPack;
        };
        let reply = match read_answer(text, &kept.secret) {
            Ok(reply) => reply,
            Err(error) => return ReplyOutcome::Refused(error),
        };
        if !kept.replies.has_room(&reply) {
            return ReplyOutcome::Full;
        }
        if kept.replies.merge(&Replies::of(&reply)) {
            self.keep_packing();
            ReplyOutcome::Taken(reply.name)
        } else {
            ReplyOutcome::Twice(reply.name)
        }
    }

    /// A file that was picked or dropped: a reply, a pack to be read, or a record. Tells whether
    /// it was one of them; where replies are awaited, everything is taken for one.
    pub(in crate::desk) fn take_packed_file(
        &mut self,
        file: &GivenFile,
        ctx: &mut DeskCtx,
    ) -> bool {
        let awaits_replies = self.page == DeskPage::Plan && self.packing.kept.is_some();
        let bytes = match &file.content {
            Ok(bytes) if is_packed(bytes) => bytes,
            Ok(_) | Err(_) if !awaits_replies => return false,
            Ok(_) | Err(FileProblem::Unreadable) => {
                self.say_outcomes(vec![ReplyOutcome::Refused(PackError::NotOurs)]);
                return true;
            }
            Err(FileProblem::TooLong) => {
                self.say_outcomes(vec![ReplyOutcome::Refused(PackError::TooLarge)]);
                return true;
            }
        };
        let text = String::from_utf8_lossy(bytes);
        if read_pack(&text).is_err_and(PackError::is_record) {
            self.open_record_file(&text, ctx);
            return true;
        }
        if awaits_replies {
            let outcome = self.take_reply(&text);
            self.say_outcomes(vec![outcome]);
            return true;
        }
        match read_pack(&text) {
            Ok(pack) => self.open_pack_file(pack, &text, ctx),
            Err(error) if error.is_reply() => {
                let outcome = self.take_reply(&text);
                self.say_outcomes(vec![outcome]);
                self.go_to(DeskPage::Plan, ctx);
            }
            Err(error) => self.show_unreadable_pack(error, ctx),
        }
        true
    }

    /// What replies ask of a story.
    pub(super) fn asked(&self, id: StoryId) -> Vec<AskedRow> {
        let Some(kept) = &self.packing.kept else {
            return Vec::new();
        };
        let story = self.shelf.story(id);
        let is_in_story = |text: &str| {
            story.is_some_and(|story| story.questions.iter().any(|one| one.text == text))
        };
        let mut rows = Vec::new();
        for (who, name, answer) in kept.replies.of_story(id) {
            for (at, text) in answer.questions.iter().enumerate() {
                rows.push(AskedRow {
                    name: name.to_owned(),
                    who,
                    at,
                    text: text.clone(),
                    is_in_story: is_in_story(&asked_by(text, name)),
                });
            }
        }
        rows
    }

    /// A question becomes one of the story's own, with the asker's name.
    pub(super) fn take_question(
        &mut self,
        id: StoryId,
        who: ReplierId,
        at: usize,
        ctx: &mut DeskCtx,
    ) {
        let asked = self.asked(id);
        let found = asked.iter().find(|row| row.who == who && row.at == at);
        let Some(row) = found.filter(|row| !row.is_in_story) else {
            return;
        };
        let text = asked_by(&row.text, &row.name);
        let is_taken = self.shelf.edit(id, ctx.now_ms, |story| {
            if story.questions.len() < MAX_ITEMS {
                let question = OpenQuestion {
                    text,
                    ..OpenQuestion::default()
                };
                story.questions.push(question);
            }
        });
        if is_taken {
            let text = DeskNoticeText::QuestionTaken;
            self.notices.add(text, ctx.now_ms);
        }
    }
}

/// A question with the name of who asks it.
fn asked_by(text: &str, name: &str) -> String {
    format!("{text} ({name})")
}

//! The reply to a pack: sealed where it has to be, and handed to the person to send.

use crate::desk::ctx::DeskCtx;
use crate::desk::effect::{DeskCopy, DeskEffect};
use crate::desk::pack::{in_words, parcel_view};
use crate::desk::stage::Desk;
use crate::desk::view::ParcelView;
use crate::meeting::{
    self, Ahead, Answer, MAX_ASKED, MAX_LINE_CHARS, MAX_PERSON_CHARS, PackStory, line,
};
use crate::saved::DraftAnswer;
use crate::story::StoryId;
use crate::wire::pack::{SealedFor, packed_url, seal};
use crate::wire::{PackedKind, Parcel};
use crate::words::DeskWords;

use super::{OpenPack, Packed, Reply};

/// Name of the file; no mail filter refuses a text.
const REPLY_FILE: &str = "floret-reply.txt";

impl Desk {
    pub(super) fn make_reply(&mut self, ctx: &mut DeskCtx) {
        if let Packed::Open(open) = &mut self.packed {
            open.make(ctx);
            let (kept, id) = (open.kept.clone(), open.id);
            self.keep_packed(&kept, id, ctx);
        }
    }

    /// The reply as a link, if it is short enough for one.
    fn reply_url(&self) -> Option<String> {
        let Packed::Open(open) = &self.packed else {
            return None;
        };
        match open.reply.as_ref()? {
            Reply::Made(Parcel::Link(code)) => {
                Some(packed_url(&self.base, PackedKind::Answer, code))
            }
            Reply::Made(Parcel::File(_)) | Reply::NoName | Reply::TooLong => None,
        }
    }

    pub(super) fn copy_reply(&self, ctx: &mut DeskCtx) {
        if let Some(text) = self.reply_url() {
            let what = DeskCopy::Link;
            ctx.ask(DeskEffect::Copy { what, text });
        }
    }

    pub(super) fn share_reply(&self, ctx: &mut DeskCtx) {
        if let Some(url) = self.reply_url() {
            let title = DeskWords::of(self.language).pack.reply.to_owned();
            ctx.ask(DeskEffect::Share { title, url });
        }
    }

    pub(super) fn save_reply(&self, ctx: &mut DeskCtx) {
        let Packed::Open(open) = &self.packed else {
            return;
        };
        if let Some(Reply::Made(Parcel::File(text))) = &open.reply {
            let say = DeskWords::of(self.language).pack;
            let text = in_words(say.reply_file_words, &self.base, text);
            ctx.ask(DeskEffect::Download {
                name: String::from(REPLY_FILE),
                mime: "text/plain",
                text,
            });
        }
    }
}

impl OpenPack {
    /// The reply anew, with a number of its own if anything changed since the last one.
    pub(super) fn make(&mut self, ctx: &mut DeskCtx) {
        let name = line(&self.kept.name, MAX_PERSON_CHARS);
        if name.is_empty() {
            self.reply = Some(Reply::NoName);
            return;
        }
        if self.is_changed || self.reply.is_none() {
            self.kept.revision = self.kept.revision.saturating_add(1);
            self.is_changed = false;
        }
        let stories = self.pack.stories.iter();
        let answers = stories.map(|story| (story.id, self.answer(story, ctx)));
        let reply = meeting::Reply {
            who: self.kept.who,
            name,
            revision: self.kept.revision,
            answers: answers.collect(),
        };
        let parcel = Parcel::of_reply(&reply, &self.pack.secret);
        self.reply = Some(parcel.map_or(Reply::TooLong, Reply::Made));
    }

    /// What is said of one story, as it leaves this browser.
    fn answer(&self, story: &PackStory, ctx: &mut DeskCtx) -> Answer {
        let Some(draft) = self.kept.drafts.get(&story.id) else {
            return Answer::default();
        };
        let questions = draft.questions.lines();
        let questions = questions.map(|text| line(text, MAX_LINE_CHARS));
        let questions = questions.filter(|text| !text.is_empty()).take(MAX_ASKED);
        Answer {
            is_read: draft.is_read,
            is_unclear: draft.is_unclear,
            comment: draft.comment.trim().to_owned(),
            questions: questions.collect(),
            ahead: self.ahead(story.id, draft, ctx),
        }
    }

    /// Whoever will sit at the table keeps the card; it only says that there is one.
    fn ahead(&self, story: StoryId, draft: &DraftAnswer, ctx: &mut DeskCtx) -> Ahead {
        if draft.card.is_empty() {
            return Ahead::None;
        }
        if !self.kept.is_absent {
            return Ahead::Kept;
        }
        let bound = SealedFor {
            pack: self.id,
            story,
            who: self.kept.who,
        };
        let sealed = seal(&draft.card, &bound, &self.pack.key, &mut ctx.rng);
        sealed.map_or(Ahead::None, Ahead::Sealed)
    }
}

impl Reply {
    pub(super) fn view(&self, base: &str) -> ParcelView {
        match self {
            Self::Made(parcel) => parcel_view(base, PackedKind::Answer, parcel),
            Self::NoName => ParcelView::NoName,
            Self::TooLong => ParcelView::TooLong,
        }
    }
}

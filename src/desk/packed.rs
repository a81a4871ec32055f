//! A pack that came from somebody: read without joining, commented on, sent back. What was
//! typed is kept; an estimate leaves only under a seal, or not at all.

mod reply;

use std::sync::Arc;

use rand_core::Rng;

use crate::meeting::{
    MAX_ASKED, MAX_COMMENT_CHARS, MAX_LINE_CHARS, MAX_PERSON_CHARS, Pack, ReplierId, lines,
};
use crate::saved::{
    AHEAD_PREFIX, DraftAnswer, Kept, KeptAhead, KeptPacked, PACKED_PREFIX, read_packed,
    write_ahead, write_packed,
};
use crate::story::StoryId;
use crate::wire::pack::{ANSWER_KEY, FILE_MARK, read_pack};
use crate::wire::{PackId, Parcel};
use crate::words::{DeskWords, fill};

use super::checklist::said_day;
use super::ctx::DeskCtx;
use super::effect::DeskEffect;
use super::event::PackedEvent;
use super::page::DeskPage;
use super::stage::Desk;
use super::view::{PackError, PackedContent, PackedView, ReplyOutcome};

/// What stands before `=` in the address of a pack that is kept here.
const KEPT_KEY: &str = "packed";

/// A pack that nobody has touched for so long is forgotten, in ms: a quarter of a year.
const KEEP_MS: i64 = 90 * 24 * 60 * 60 * 1_000;

/// The pack that is on the screen, if one is.
#[derive(Debug, Default)]
pub(super) enum Packed {
    /// None.
    #[default]
    Nothing,
    /// It is not kept here.
    Gone,
    /// It cannot be read.
    Unreadable(PackError),
    /// A reply was opened.
    Reply(ReplyOutcome),
    /// It can be read and answered.
    Open(Box<OpenPack>),
}

/// A pack that can be read and answered.
#[derive(Debug)]
pub(super) struct OpenPack {
    id: PackId,
    pack: Arc<Pack>,
    kept: KeptPacked,
    /// Something changed since the last reply was made.
    is_changed: bool,
    reply: Option<Reply>,
}

/// A reply that is on the screen.
#[derive(Debug)]
enum Reply {
    /// It may be sent.
    Made(Parcel),
    /// Nobody has said whose it is.
    NoName,
    /// It is longer than any.
    TooLong,
}

impl Desk {
    /// The address names a pack, or a reply to one.
    pub(super) fn open_packed(&mut self, ctx: &mut DeskCtx) {
        let DeskPage::Pack(fragment) = self.page.clone() else {
            self.packed = Packed::Nothing;
            return;
        };
        let (key, value) = fragment.split_once('=').unwrap_or_default();
        self.packed = match key {
            ANSWER_KEY => Packed::Reply(self.take_reply(&fragment)),
            KEPT_KEY => self.kept_pack(value, ctx),
            _pack => match read_pack(&fragment) {
                Ok(pack) => Packed::Open(Box::new(self.meet_pack(pack, fragment, ctx))),
                Err(error) => Packed::Unreadable(error),
            },
        };
    }

    /// One that was kept in this browser.
    fn kept_pack(&mut self, name: &str, ctx: &mut DeskCtx) -> Packed {
        let Some((id, kept)) = name
            .parse()
            .ok()
            .and_then(|id| Some((id, self.packed_text(id)?)))
        else {
            return Packed::Gone;
        };
        match read_pack(&kept.pack) {
            Ok(pack) => {
                tell_table(id, &[], &kept, ctx);
                Packed::Open(Box::new(OpenPack::new(id, pack, kept)))
            }
            Err(error) => Packed::Unreadable(error),
        }
    }

    /// One that has come, with what was said of it before.
    fn meet_pack(&mut self, pack: Pack, text: String, ctx: &mut DeskCtx) -> OpenPack {
        let id = PackId::of(&pack.secret);
        let kept = self.packed_text(id).unwrap_or_else(|| {
            let mut who = [0; 8];
            ctx.rng.fill_bytes(&mut who);
            KeptPacked {
                who: ReplierId(who),
                ..KeptPacked::default()
            }
        });
        tell_table(id, &[], &kept, ctx);
        let kept = KeptPacked { pack: text, ..kept };
        OpenPack::new(id, pack, kept)
    }

    fn packed_text(&mut self, id: PackId) -> Option<KeptPacked> {
        let key = packed_key(id);
        match read_packed(self.shelf.text(&key)?) {
            Kept::Fine(kept) => Some(kept),
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

    /// A pack came as a file: it is kept at once, so that its page has an address.
    pub(super) fn open_pack_file(&mut self, pack: Pack, text: &str, ctx: &mut DeskCtx) {
        let at = text.find(FILE_MARK).unwrap_or_default();
        let text = text.get(at..).unwrap_or_default().trim_end().to_owned();
        let open = self.meet_pack(pack, text, ctx);
        self.keep_packed(&open.kept, open.id, ctx);
        let page = DeskPage::Pack(format!("{KEPT_KEY}={}", open.id));
        self.packed = Packed::Open(Box::new(open));
        self.go_to(page, ctx);
    }

    /// A file that is a pack and cannot be read: said on a page of its own.
    pub(super) fn show_unreadable_pack(&mut self, error: PackError, ctx: &mut DeskCtx) {
        self.go_to(DeskPage::Pack(format!("{KEPT_KEY}=0")), ctx);
        self.packed = Packed::Unreadable(error);
    }

    fn keep_packed(&mut self, kept: &KeptPacked, id: PackId, ctx: &DeskCtx) {
        let kept = KeptPacked {
            changed_ms: ctx.now_ms,
            ..kept.clone()
        };
        self.shelf.keep(&packed_key(id), write_packed(&kept));
    }

    /// Another tab has said something to the pack that is on the screen.
    pub(super) fn packed_elsewhere(&mut self, key: &str) {
        let Packed::Open(open) = &self.packed else {
            return;
        };
        let id = open.id;
        if key != packed_key(id) {
            return;
        }
        let theirs = self.packed_text(id);
        if let (Packed::Open(open), Some(theirs)) = (&mut self.packed, theirs) {
            let pack = std::mem::take(&mut open.kept.pack);
            open.kept = KeptPacked { pack, ..theirs };
            (open.reply, open.is_changed) = (None, true);
        }
    }

    /// Packs of sessions long past.
    pub(super) fn forget_old_packs(&mut self, ctx: &mut DeskCtx) {
        for key in self.shelf.keys(PACKED_PREFIX) {
            let kept = self.shelf.text(&key).map(read_packed);
            let before_ms = ctx.now_ms - KEEP_MS;
            match kept {
                Some(Kept::Fine(kept)) if kept.changed_ms < before_ms => {
                    self.shelf.forget(&key);
                    let name = key.trim_start_matches(PACKED_PREFIX);
                    let key = [AHEAD_PREFIX, name].concat();
                    ctx.ask(DeskEffect::Forget { key });
                }
                Some(Kept::Fine(_)) | None => {}
                Some(Kept::Damaged) => self.shelf.set_aside(&key, false),
                Some(Kept::Newer) => self.shelf.set_aside(&key, true),
            }
        }
    }

    pub(super) fn update_packed(&mut self, event: PackedEvent, ctx: &mut DeskCtx) {
        match event {
            PackedEvent::NameTyped(name) => self.change_packed(ctx, |kept| {
                kept.name = lines(&name, MAX_PERSON_CHARS);
            }),
            PackedEvent::AbsenceChosen(is_absent) => self.change_packed(ctx, |kept| {
                kept.is_absent = is_absent;
            }),
            PackedEvent::ReadTicked(id, on) => self.draft(id, ctx, |draft| draft.is_read = on),
            PackedEvent::UnclearTicked(id, on) => {
                self.draft(id, ctx, |draft| draft.is_unclear = on);
            }
            PackedEvent::CommentTyped(id, text) => self.draft(id, ctx, |draft| {
                draft.comment = lines(&text, MAX_COMMENT_CHARS);
            }),
            PackedEvent::QuestionsTyped(id, text) => self.draft(id, ctx, |draft| {
                draft.questions = lines(&text, MAX_ASKED * MAX_LINE_CHARS);
            }),
            PackedEvent::CardPicked(id, card) => {
                let Packed::Open(open) = &self.packed else {
                    return;
                };
                if card.is_empty() || open.pack.deck.contains(&card) {
                    self.draft(id, ctx, |draft| draft.card = card);
                }
            }
            PackedEvent::ReplyMade => self.make_reply(ctx),
            PackedEvent::ReplyCopied => self.copy_reply(ctx),
            PackedEvent::ReplySent => self.share_reply(ctx),
            PackedEvent::ReplySaved => self.save_reply(ctx),
        }
    }

    fn draft(&mut self, id: StoryId, ctx: &mut DeskCtx, change: impl FnOnce(&mut DraftAnswer)) {
        let Packed::Open(open) = &self.packed else {
            return;
        };
        if open.pack.story(id).is_some() {
            self.change_packed(ctx, |kept| change(kept.drafts.entry(id).or_default()));
        }
    }

    fn change_packed(&mut self, ctx: &mut DeskCtx, change: impl FnOnce(&mut KeptPacked)) {
        let Packed::Open(open) = &mut self.packed else {
            return;
        };
        let before = cards_for_table(&open.kept);
        change(&mut open.kept);
        open.kept.changed_ms = ctx.now_ms;
        open.is_changed = true;
        if open.reply.is_some() {
            // A reply that is on the screen is never an old one.
            open.make(ctx);
        }
        let (kept, id) = (open.kept.clone(), open.id);
        self.keep_packed(&kept, id, ctx);
        tell_table(id, &before, &kept, ctx);
    }

    pub(super) fn packed_view(&self) -> PackedView {
        match &self.packed {
            Packed::Open(open) => PackedView::Open(Box::new(self.packed_content(open))),
            Packed::Unreadable(error) => PackedView::Unreadable(*error),
            Packed::Reply(outcome) => PackedView::Reply(outcome.clone()),
            Packed::Nothing | Packed::Gone => PackedView::Gone,
        }
    }

    fn packed_content(&self, open: &OpenPack) -> PackedContent {
        let words = DeskWords::of(self.language);
        let begins = open.pack.begins.split_once('T').map(|(day, time)| {
            let day = said_day(day, words.checklist);
            fill(words.pack.begins_said, &[&day, time])
        });
        let drafts = open.pack.stories.iter();
        let drafts = drafts.map(|story| open.kept.drafts.get(&story.id));
        PackedContent {
            pack: Arc::clone(&open.pack),
            begins: begins.unwrap_or_default(),
            name: open.kept.name.clone(),
            is_absent: open.kept.is_absent,
            drafts: drafts
                .map(|draft| draft.cloned().unwrap_or_default())
                .collect(),
            reply: open.reply.as_ref().map(|reply| reply.view(&self.base)),
            can_share: self.abilities.can_share,
        }
    }
}

impl OpenPack {
    fn new(id: PackId, pack: Pack, kept: KeptPacked) -> Self {
        Self {
            id,
            pack: Arc::new(pack),
            kept,
            is_changed: true,
            reply: None,
        }
    }
}

/// Cards that this person will bring to the table, unless they stay away.
fn cards_for_table(kept: &KeptPacked) -> Vec<(StoryId, String)> {
    let drafts = kept.drafts.iter().filter(|_| !kept.is_absent);
    let drafts = drafts.filter(|(_, draft)| !draft.card.is_empty());
    drafts
        .map(|(id, draft)| (*id, draft.card.clone()))
        .collect()
}

/// The table of this browser finds the cards under a key of its own, which is not of the
/// shelf: the desk never reads it again.
fn tell_table(id: PackId, before: &[(StoryId, String)], kept: &KeptPacked, ctx: &mut DeskCtx) {
    let cards = cards_for_table(kept);
    if cards == before {
        return;
    }
    let key = format!("{AHEAD_PREFIX}{id}");
    if cards.is_empty() {
        ctx.ask(DeskEffect::Forget { key });
        return;
    }
    let at_ms = kept.changed_ms;
    let text = write_ahead(&KeptAhead { at_ms, cards });
    ctx.ask(DeskEffect::Keep { key, text });
}

fn packed_key(id: PackId) -> String {
    format!("{PACKED_PREFIX}{id}")
}

//! The pack of the planned session, at its organiser: what goes out, and the order that what
//! comes back suggests. Replies are taken in by `replies`.

mod replies;
mod show;

pub(super) use show::parcel_view;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rand_core::Rng;

use crate::exchange::iso8601_utc;
use crate::meeting::{
    Ahead, MAX_LINE_CHARS, MAX_PERSON_CHARS, Pack, PackKey, PackStory, ReplierId, Replies,
    WallClock, line, lines,
};
use crate::poker::{Deck, DeckKind};
use crate::saved::{Kept, KeptPack, PACK_KEPT_KEY, read_kept_pack, write_kept_pack};
use crate::story::{Story, StoryId};
use crate::wire::pack::{SealedFor, open_sealed, packed_url, public_key, random_secret};
use crate::wire::{PackId, PackedKind, Parcel};
use crate::words::{DeskWords, fill};

use super::ctx::DeskCtx;
use super::effect::{DeskCopy, DeskEffect};
use super::event::PackEvent;
use super::stage::Desk;
use super::view::{DeskNoticeText, N_PACK_DECKS, ReplyOutcome};

/// Decks for estimates made beforehand, as they are offered.
const DECKS: [DeckKind; N_PACK_DECKS] = [
    DeckKind::Fibonacci,
    DeckKind::ShortFibonacci,
    DeckKind::ModifiedFibonacci,
    DeckKind::TShirt,
    DeckKind::PowersOfTwo,
    DeckKind::Hours,
];

/// The card of somebody who cannot tell; on by default at tables too.
const UNSURE: &str = "?";

/// Name of the file; no mail filter refuses a text.
const PACK_FILE: &str = "floret-pack.txt";

/// Characters of a day and a time to the minute, `2026-12-01T10:00`.
const MINUTE_CHARS: usize = 16;

/// A minute in ms.
const MINUTE_MS: i64 = 60_000;

/// One sealed estimate: of which story, whose, and its bytes.
type Sealed = (StoryId, ReplierId, Vec<u8>);

/// The pack of the planned session, as this page has it.
#[derive(Debug, Default)]
pub(super) struct Packing {
    kept: Option<KeptPack>,
    /// The pack as it is shown, once it was made.
    shown: Option<Box<Shown>>,
    outcomes: Vec<ReplyOutcome>,
    n_taken: usize,
    /// Estimates whose story was revealed, opened once each.
    opened: BTreeMap<Sealed, Option<String>>,
}

/// A pack that is on the screen.
#[derive(Debug)]
struct Shown {
    pack: Pack,
    /// `None`: there is nothing to send, or it is too long.
    parcel: Option<Parcel>,
}

impl Desk {
    /// Reads what was kept, or what another tab has just kept.
    pub(super) fn read_packing(&mut self) {
        let Some(text) = self.shelf.text(PACK_KEPT_KEY) else {
            self.packing = Packing::default();
            return;
        };
        match read_kept_pack(text) {
            Kept::Fine(theirs) => {
                self.packing.meet(theirs);
                self.keep_packing();
            }
            Kept::Damaged => self.shelf.set_aside(PACK_KEPT_KEY, false),
            Kept::Newer => self.shelf.set_aside(PACK_KEPT_KEY, true),
        }
    }

    fn keep_packing(&mut self) {
        if let Some(kept) = &self.packing.kept {
            self.shelf.keep(PACK_KEPT_KEY, write_kept_pack(kept));
        }
    }

    /// The pack goes with its session; answers it.
    pub(super) fn drop_pack(&mut self) -> Option<Box<KeptPack>> {
        self.shelf.forget(PACK_KEPT_KEY);
        let packing = std::mem::take(&mut self.packing);
        packing.kept.map(Box::new)
    }

    /// The session before this one is wanted back.
    pub(super) fn bring_back_pack(&mut self, pack: Option<Box<KeptPack>>) {
        self.packing = Packing::default();
        self.packing.kept = pack.map(|pack| *pack);
        match self.packing.kept {
            Some(_) => self.keep_packing(),
            None => self.shelf.forget(PACK_KEPT_KEY),
        }
    }

    pub(super) fn update_pack(&mut self, event: PackEvent, ctx: &mut DeskCtx) {
        match event {
            PackEvent::OrganiserTyped(name) => {
                let name = lines(&name, MAX_PERSON_CHARS);
                self.change_pack(ctx, |kept| kept.organiser = name);
            }
            PackEvent::DeckChosen(at) => {
                if let Some(kind) = DECKS.get(at) {
                    self.change_pack(ctx, |kept| kept.deck = cards(*kind));
                }
            }
            PackEvent::Made => {
                self.change_pack(ctx, |_| {});
                let pack = self.pack();
                self.packing.shown = pack.map(|pack| Box::new(Shown::of(pack)));
            }
            PackEvent::LinkCopied => self.send_pack(ctx, |_, text| DeskEffect::Copy {
                what: DeskCopy::Link,
                text,
            }),
            PackEvent::LinkSent => self.send_pack(ctx, |title, url| DeskEffect::Share {
                title: title.to_owned(),
                url,
            }),
            PackEvent::FileSaved => self.save_pack(ctx),
            PackEvent::RepliesPasted(text) => self.take_pasted(&text),
            PackEvent::QuestionTaken { story, who, at } => {
                self.take_question(story, who, at, ctx);
            }
            PackEvent::SortedByDisagreement => {
                self.sort_agenda(ctx, Self::disagreement);
            }
            PackEvent::SortedByQuestions => {
                self.sort_agenda(ctx, Self::n_open_questions);
            }
        }
    }

    /// Changes the pack, which begins with the first change.
    fn change_pack(&mut self, ctx: &mut DeskCtx, change: impl FnOnce(&mut KeptPack)) {
        if self.packing.kept.is_none() {
            let mut key = [0; 32];
            ctx.rng.fill_bytes(&mut key);
            self.packing.kept = Some(KeptPack {
                secret: random_secret(&mut ctx.rng),
                key: PackKey(key),
                made_ms: ctx.now_ms,
                organiser: line(&self.plan.plan().moderator, MAX_PERSON_CHARS),
                deck: cards(DeckKind::default()),
                replies: Replies::default(),
            });
        }
        if let Some(kept) = &mut self.packing.kept {
            change(kept);
        }
        self.keep_packing();
    }

    /// The stories of the session as they are now.
    fn pack(&self) -> Option<Pack> {
        let kept = self.packing.kept.as_ref()?;
        let plan = self.plan.plan();
        let ids = plan.stories.iter();
        let stories = ids.filter_map(|id| Some(PackStory::of(*id, self.shelf.story(*id)?)));
        let shown = self.packing.shown.as_ref();
        let key = shown.map_or_else(|| public_key(&kept.key), |shown| shown.pack.key);
        Some(Pack {
            secret: kept.secret,
            key,
            goal: line(&plan.goal, MAX_LINE_CHARS),
            begins: plan
                .begins
                .map_or_else(String::new, |begins| begins.to_string()),
            organiser: line(&kept.organiser, MAX_PERSON_CHARS),
            deck: kept.deck.clone(),
            stories: stories.collect(),
        })
    }

    /// A pack that is on the screen is never an old one.
    pub(super) fn renew_pack(&mut self) {
        if self.packing.shown.is_none() {
            return;
        }
        let now = self.pack();
        let shown = self.packing.shown.as_ref();
        if shown.map(|shown| &shown.pack) != now.as_ref() {
            self.packing.shown = now.map(|pack| Box::new(Shown::of(pack)));
        }
    }

    fn send_pack(&mut self, ctx: &mut DeskCtx, effect: impl FnOnce(&str, String) -> DeskEffect) {
        let shown = self.packing.shown.as_deref();
        if let Some(Some(Parcel::Link(code))) = shown.map(|shown| &shown.parcel) {
            let url = packed_url(&self.base, PackedKind::Pack, code);
            ctx.ask(effect(DeskWords::of(self.language).pack.title, url));
            self.mark_sent(ctx);
        }
    }

    fn save_pack(&mut self, ctx: &mut DeskCtx) {
        let shown = self.packing.shown.as_deref();
        if let Some(Some(Parcel::File(text))) = shown.map(|shown| &shown.parcel) {
            let say = DeskWords::of(self.language).pack;
            let text = in_words(say.file_words, &self.base, text);
            ctx.ask(DeskEffect::Download {
                name: String::from(PACK_FILE),
                mime: "text/plain",
                text,
            });
            self.mark_sent(ctx);
        }
    }

    /// The stories went out, and whoever has them may comment.
    fn mark_sent(&mut self, ctx: &mut DeskCtx) {
        let mut plan = self.plan.plan().clone();
        plan.is_comment_asked = true;
        let now = || wall_clock(ctx.now_ms, ctx.utc_offset_min);
        plan.sent_ahead = plan.sent_ahead.or_else(now);
        self.set_plan(plan, ctx);
    }

    fn sort_agenda<K: Ord>(&mut self, ctx: &mut DeskCtx, key: impl Fn(&Self, StoryId) -> K) {
        let mut sorted = self.plan.plan().stories.clone();
        sorted.sort_by_cached_key(|id| Reverse(key(self, *id)));
        if sorted == self.plan.plan().stories {
            let text = DeskNoticeText::AgendaIsSorted;
            self.notices.add(text, ctx.now_ms);
        } else {
            let text = DeskNoticeText::AgendaSorted;
            self.change_with_undo(text, ctx, |plan| plan.stories = sorted);
        }
    }

    /// To how many a story is unclear; how far its last vote was from agreement, in percent;
    /// how many have commented on it.
    fn disagreement(&self, id: StoryId) -> (usize, u8, usize) {
        let kept = self.packing.kept.as_ref();
        let (n_unclear, n_comments) = kept.map(|kept| kept.replies.unrest(id)).unwrap_or_default();
        let round = self.shelf.story(id).and_then(|story| story.round.as_ref());
        let agreement = round.and_then(|round| round.agreement).unwrap_or(100);
        (n_unclear, 100_u8.saturating_sub(agreement), n_comments)
    }

    /// The story's own open questions, and those that replies ask beside.
    fn n_open_questions(&self, id: StoryId) -> usize {
        let story = self.shelf.story(id);
        let own = story.map_or(0, |story| {
            story.questions.iter().filter(|one| !one.is_closed).count()
        });
        let asked = self.asked(id);
        own + asked.iter().filter(|row| !row.is_in_story).count()
    }

    /// Opens what is sealed for stories whose cards were turned, and nothing else.
    pub(super) fn open_revealed(&mut self) {
        let Some(kept) = &self.packing.kept else {
            return;
        };
        let pack = PackId::of(&kept.secret);
        for (who, replier) in &kept.replies.people {
            for (story, (_, answer)) in &replier.answers {
                let is_revealed = self.shelf.story(*story);
                let is_revealed = is_revealed.is_some_and(|story| is_revealed_since(story, kept));
                let Ahead::Sealed(sealed) = &answer.ahead else {
                    continue;
                };
                if is_revealed {
                    let (story, who) = (*story, *who);
                    let bound = SealedFor { pack, story, who };
                    let place = self.packing.opened.entry((story, who, sealed.clone()));
                    place.or_insert_with(|| open_sealed(sealed, &bound, &kept.key));
                }
            }
        }
    }
}

impl Packing {
    /// Another tab has this: of two packs the later one stands, of one pack all replies.
    fn meet(&mut self, theirs: KeptPack) {
        match &mut self.kept {
            Some(mine) if mine.secret == theirs.secret => {
                let replies = std::mem::take(&mut mine.replies);
                *mine = theirs;
                mine.replies.merge(&replies);
            }
            Some(mine) if (mine.made_ms, mine.secret.0) > (theirs.made_ms, theirs.secret.0) => {}
            Some(_) | None => {
                *self = Self {
                    kept: Some(theirs),
                    ..Self::default()
                }
            }
        }
    }
}

impl Shown {
    fn of(pack: Pack) -> Self {
        let parcel = Parcel::of_pack(&pack).ok();
        Self { pack, parcel }
    }
}

/// Whether a story was voted on, cards turned, since the pack was begun.
fn is_revealed_since(story: &Story, kept: &KeptPack) -> bool {
    let round = story.round.as_ref();
    let voted_ms = round.and_then(|round| round.voted_at_ms);
    voted_ms.is_some_and(|ms| ms >= kept.made_ms)
}

/// The cards of an estimate made beforehand.
fn cards(kind: DeckKind) -> Vec<String> {
    let deck = Deck::preset(kind);
    let cards = deck.cards().iter().map(|card| card.label().to_owned());
    cards.chain([String::from(UNSURE)]).collect()
}

/// A file's content behind the words that say what to do with it.
pub(super) fn in_words(words: &str, base: &str, content: &str) -> String {
    let base = base.split_once('#').map_or(base, |(base, _)| base);
    let page = [base, "#backlog"].concat();
    [&fill(words, &[&page]), "\n\n", content, "\n"].concat()
}

fn wall_clock(now_ms: i64, utc_offset_min: i32) -> Option<WallClock> {
    let local_ms = now_ms.saturating_add(i64::from(utc_offset_min) * MINUTE_MS);
    let text: String = iso8601_utc(local_ms).chars().take(MINUTE_CHARS).collect();
    text.parse().ok()
}

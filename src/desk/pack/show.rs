//! The pack as its organiser sees it. No seal is opened here.

use crate::desk::stage::Desk;
use crate::desk::view::{AheadView, HeardRow, PackView, ParcelView, PersonRow};
use crate::meeting::{Ahead, Answer, MAX_PERSON_CHARS, Replier, ReplierId, line};
use crate::saved::KeptPack;
use crate::story::{Story, StoryId};
use crate::wire::pack::packed_url;
use crate::wire::{PackedKind, Parcel};

use super::{DECKS, cards, is_revealed_since};

/// Bytes in the kB that a file is said to have.
const KB: usize = 1_000;

impl Desk {
    pub(in crate::desk) fn pack_view(&self) -> PackView {
        let (packing, plan) = (&self.packing, self.plan.plan());
        let Some(kept) = &packing.kept else {
            return PackView {
                organiser: line(&plan.moderator, MAX_PERSON_CHARS),
                outcomes: packing.outcomes.clone(),
                n_taken: packing.n_taken,
                ..PackView::default()
            };
        };
        let shown = packing.shown.as_deref();
        let parcel = shown.map(|shown| match &shown.parcel {
            None if shown.pack.stories.is_empty() => ParcelView::NoStories,
            None => ParcelView::TooLong,
            Some(parcel) => parcel_view(&self.base, PackedKind::Pack, parcel),
        });
        let people = kept.replies.people.iter();
        PackView {
            organiser: kept.organiser.clone(),
            deck: DECKS
                .iter()
                .position(|kind| cards(*kind) == kept.deck)
                .unwrap_or_default(),
            is_begun: true,
            parcel,
            can_share: self.abilities.can_share,
            outcomes: packing.outcomes.clone(),
            n_taken: packing.n_taken,
            people: people
                .map(|(who, replier)| person(*who, replier, &plan.stories))
                .collect(),
            stories: plan
                .stories
                .iter()
                .filter_map(|id| self.heard(*id, kept))
                .collect(),
        }
    }

    fn heard(&self, id: StoryId, kept: &KeptPack) -> Option<HeardRow> {
        let story = self.shelf.story(id)?;
        let said = kept.replies.of_story(id);
        let unclear = said.clone().filter(|(_, _, answer)| answer.is_unclear);
        let comments = said.filter(|(_, _, answer)| !answer.comment.is_empty());
        let row = HeardRow {
            id,
            key: story.key.clone(),
            title: story.title.clone(),
            unclear: unclear.map(|(_, name, _)| name.to_owned()).collect(),
            comments: comments
                .map(|(_, name, answer)| (name.to_owned(), answer.comment.clone()))
                .collect(),
            questions: self.asked(id),
            ahead: self.ahead(id, story),
        };
        let is_heard = !row.unclear.is_empty()
            || !row.comments.is_empty()
            || !row.questions.is_empty()
            || row.ahead != AheadView::default();
        is_heard.then_some(row)
    }

    /// Estimates of a story that were made before the session: how many, and, once its cards
    /// were turned, which.
    pub(in crate::desk) fn ahead(&self, id: StoryId, story: &Story) -> AheadView {
        let Some(kept) = &self.packing.kept else {
            return AheadView::default();
        };
        let is_revealed = is_revealed_since(story, kept);
        let mut view = AheadView::default();
        for (who, name, answer) in kept.replies.of_story(id) {
            match &answer.ahead {
                Ahead::None => {}
                Ahead::Kept => view.n_kept += 1,
                Ahead::Sealed(_) if !is_revealed => view.n_sealed += 1,
                Ahead::Sealed(sealed) => {
                    let opened = self.packing.opened.get(&(id, who, sealed.clone()));
                    if let Some(card) = opened.cloned().flatten() {
                        view.shown.push((card, name.to_owned()));
                    }
                }
            }
        }
        view
    }
}

/// What one person has done, of the stories of the session.
fn person(who: ReplierId, replier: &Replier, planned: &[StoryId]) -> PersonRow {
    let answers = replier.answers.iter();
    let answers = answers.filter(|(id, _)| planned.contains(id));
    let answers: Vec<&Answer> = answers.map(|(_, (_, answer))| answer).collect();
    let count = |is: fn(&&&Answer) -> bool| answers.iter().filter(is).count();
    PersonRow {
        who,
        name: replier.name.1.clone(),
        n_read: count(|answer| answer.is_read),
        n_unclear: count(|answer| answer.is_unclear),
        n_comments: count(|answer| !answer.comment.is_empty()),
        n_questions: answers.iter().map(|answer| answer.questions.len()).sum(),
        n_estimates: count(|answer| answer.ahead != Ahead::None),
    }
}

/// How a parcel is handed on.
pub(in crate::desk) fn parcel_view(base: &str, kind: PackedKind, parcel: &Parcel) -> ParcelView {
    match parcel {
        Parcel::Link(code) => ParcelView::Link(packed_url(base, kind, code)),
        Parcel::File(text) => ParcelView::File(text.len().div_ceil(KB)),
    }
}

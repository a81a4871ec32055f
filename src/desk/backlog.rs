//! What a person does with the list of stories and with backlogs.

use rand_core::Rng;

use crate::story::{BacklogId, MAX_STORIES, Story, StoryId, propose};

use super::ctx::DeskCtx;
use super::effect::DeskEffect;
use super::event::BacklogEvent;
use super::page::DeskPage;
use super::stage::{Desk, Undo};
use super::story::clip_title;
use super::view::{DeskNoticeText, DeskSpoken};

/// Titles named in the message on a proposed order.
const N_FIRST: usize = 3;

impl Desk {
    pub(super) fn update_backlog(&mut self, event: BacklogEvent, ctx: &mut DeskCtx) {
        match event {
            BacklogEvent::Created(name) => self.create_backlog(&name, ctx),
            BacklogEvent::Renamed(id, name) => {
                self.shelf.rename_backlog(id, &name, ctx.now_ms);
            }
            BacklogEvent::Deleted(id) => self.delete_backlog(id, ctx),
            BacklogEvent::Switched(id) => self.turn_to(id),
            BacklogEvent::StoryAdded(title) => self.add_story(&title, ctx),
            BacklogEvent::StoryDeleted(id) => self.delete_story(id, ctx),
            BacklogEvent::StoryDuplicated(id) => self.duplicate_story(id, ctx),
            BacklogEvent::StorySent(id, to) => self.send_story(id, to, ctx),
            BacklogEvent::Moved { story, before } => self.move_story(story, before, ctx),
            BacklogEvent::Shifted { story, by } => self.shift_story(story, by, ctx),
            BacklogEvent::OrderProposed => self.propose_order(ctx),
            BacklogEvent::Searched(text) => self.list.search(text),
            BacklogEvent::Filtered(filter) => self.list.filter(filter),
            BacklogEvent::RowsInSight { first, n } => self.list.look_at(first, n),
            BacklogEvent::DamagedCopyPressed => ctx.ask(DeskEffect::Download {
                name: String::from("floret-damaged.txt"),
                mime: "text/plain",
                text: self.shelf.unreadable_text(),
            }),
            BacklogEvent::DamagedDropped => {
                let gone = self.shelf.drop_damaged();
                let text = DeskNoticeText::DamagedDropped(gone.len());
                self.notices.drop_sort(&DeskNoticeText::StorageDamaged(0));
                self.notices.add_undo(text, Undo::Texts(gone), ctx.now_ms);
            }
        }
    }

    fn create_backlog(&mut self, name: &str, ctx: &mut DeskCtx) {
        let id = BacklogId(ctx.rng.next_u32());
        if self.shelf.create_backlog(id, name.trim(), ctx.now_ms) {
            self.turn_to(id);
        } else {
            let text = DeskNoticeText::TooManyBacklogs;
            self.notices.add(text, ctx.now_ms);
        }
    }

    fn turn_to(&mut self, id: BacklogId) {
        self.shelf.turn_to(id);
        self.list.turn();
    }

    fn delete_backlog(&mut self, id: BacklogId, ctx: &mut DeskCtx) {
        let Some(backlog) = self.shelf.backlogs().get(&id) else {
            return;
        };
        let text = DeskNoticeText::BacklogDeleted {
            name: backlog.name.clone(),
            n_stories: backlog.order.len(),
        };
        let change = self
            .shelf
            .record(|shelf| shelf.delete_backlog(id, ctx.now_ms));
        self.list.turn();
        self.notices.add_undo(text, Undo::of(change), ctx.now_ms);
    }

    /// Puts new stories at the end of the backlog that is shown; answers how many had room.
    pub(super) fn add_stories(&mut self, stories: Vec<Story>, ctx: &mut DeskCtx) -> Vec<StoryId> {
        let room = MAX_STORIES.saturating_sub(self.shelf.order().len());
        let mut ids = Vec::with_capacity(stories.len());
        for story in stories.into_iter().take(room) {
            let id = StoryId(ctx.rng.next_u64());
            self.shelf.put(id, story, ctx.now_ms);
            ids.push(id);
        }
        let backlog = self.shelf.open_id();
        self.shelf.place_stories(&ids, backlog, None, ctx.now_ms);
        ids
    }

    fn add_story(&mut self, title: &str, ctx: &mut DeskCtx) {
        let title = clip_title(title.trim());
        let story = Story {
            title: title.clone(),
            ..Story::default()
        };
        let Some(id) = self.add_stories(vec![story], ctx).first().copied() else {
            self.notices.add(DeskNoticeText::BacklogFull, ctx.now_ms);
            return;
        };
        self.list.reveal(id);
        if title.is_empty() {
            self.go_to(DeskPage::Story(id), ctx);
        }
        self.notices.say(DeskSpoken::Added(title));
    }

    fn delete_story(&mut self, id: StoryId, ctx: &mut DeskCtx) {
        let Some(story) = self.shelf.story(id) else {
            return;
        };
        let text = DeskNoticeText::StoryDeleted(story.title.clone());
        let change = self.shelf.record(|shelf| shelf.remove(&[id], ctx.now_ms));
        self.notices.add_undo(text, Undo::of(change), ctx.now_ms);
        if self.page == DeskPage::Story(id) {
            self.go_to(DeskPage::Backlog, ctx);
        }
    }

    fn duplicate_story(&mut self, id: StoryId, ctx: &mut DeskCtx) {
        let (Some(story), Some((backlog, at))) = (self.shelf.story(id), self.shelf.place(id))
        else {
            return;
        };
        let copy = Story {
            key: String::new(),
            link: String::new(),
            tracker_status: String::new(),
            estimate: String::new(),
            is_voted: false,
            round: None,
            overrulings: Vec::new(),
            sent_back: None,
            status: crate::story::Status::Draft,
            ..Story::clone(story)
        };
        let order = self.shelf.backlogs().get(&backlog).map(|one| &one.order);
        if order.is_none_or(|order| order.len() >= MAX_STORIES) {
            self.notices.add(DeskNoticeText::BacklogFull, ctx.now_ms);
            return;
        }
        let before = order.and_then(|order| order.get(at + 1)).copied();
        let new = StoryId(ctx.rng.next_u64());
        let title = copy.title.clone();
        self.shelf.put(new, copy, ctx.now_ms);
        self.shelf
            .place_stories(&[new], backlog, before, ctx.now_ms);
        self.list.reveal(new);
        self.notices.say(DeskSpoken::Added(title));
    }

    fn send_story(&mut self, id: StoryId, to: BacklogId, ctx: &mut DeskCtx) {
        let (Some(story), Some((from, _))) = (self.shelf.story(id), self.shelf.place(id)) else {
            return;
        };
        let title = story.title.clone();
        let Some(target) = self.shelf.backlogs().get(&to).filter(|_| to != from) else {
            return;
        };
        if target.order.len() >= MAX_STORIES {
            self.notices.add(DeskNoticeText::BacklogFull, ctx.now_ms);
            return;
        }
        let backlog = target.name.clone();
        let change = self.shelf.record(|shelf| {
            // A place in one order says nothing in another.
            shelf.edit(id, ctx.now_ms, |story| story.is_placed = false);
            shelf.place_stories(&[id], to, None, ctx.now_ms);
        });
        let text = DeskNoticeText::StorySent { title, backlog };
        self.notices.add_undo(text, Undo::of(change), ctx.now_ms);
    }

    fn move_story(&mut self, id: StoryId, before: Option<StoryId>, ctx: &mut DeskCtx) {
        let backlog = self.shelf.open_id();
        let order = self.shelf.order();
        let is_here = order.contains(&id) && before.is_none_or(|one| order.contains(&one));
        let Some(story) = self.shelf.story(id).filter(|_| is_here) else {
            return;
        };
        if before == Some(id) {
            return;
        }
        let title = story.title.clone();
        let change = self.shelf.record(|shelf| {
            shelf.edit(id, ctx.now_ms, |story| story.is_placed = true);
            shelf.place_stories(&[id], backlog, before, ctx.now_ms);
        });
        let place = self.shelf.place(id).map_or(0, |(_, at)| at + 1);
        self.list.reveal(id);
        let text = DeskNoticeText::StoryMoved { title, place };
        // Many small steps of one story are one move to whoever takes it back.
        let is_same = |undo: &Undo| matches!(undo, Undo::Move(other, _) if *other == id);
        let undo = Undo::Move(id, Box::new(change));
        self.notices.go_on(is_same, text, undo, ctx.now_ms);
    }

    /// Moves a story among those shown: what a search hides between them does not count.
    fn shift_story(&mut self, id: StoryId, by: i32, ctx: &mut DeskCtx) {
        let mut shown = self.list.shown(&self.shelf);
        let Some(from) = shown.iter().position(|one| *one == id) else {
            return;
        };
        let last = shown.len().saturating_sub(1);
        let step = isize::try_from(by).unwrap_or_default();
        let to = from.saturating_add_signed(step).min(last);
        if to == from {
            return;
        }
        shown.remove(from);
        let before = match shown.get(to) {
            Some(below) => Some(*below),
            // Behind the last one shown, not behind all that are hidden.
            None => shown.last().and_then(|above| self.follower(*above, id)),
        };
        let of = shown.len() + 1;
        self.move_story(id, before, ctx);
        let title = self.shelf.story(id).map(|story| story.title.clone());
        self.notices.say(DeskSpoken::Moved {
            title: title.unwrap_or_default(),
            place: to + 1,
            of,
        });
    }

    /// The story behind another one in the whole order, apart from the one that moves.
    fn follower(&self, above: StoryId, moving: StoryId) -> Option<StoryId> {
        let mut rest = self.shelf.order().iter().filter(|one| **one != moving);
        rest.find(|one| **one == above)?;
        rest.next().copied()
    }

    fn propose_order(&mut self, ctx: &mut DeskCtx) {
        let stories = self.shelf.stories();
        let stories: Vec<_> = stories.map(|(id, story)| (id, story.as_ref())).collect();
        let proposed = propose(&stories);
        let old = self.shelf.order().to_vec();
        let moved = proposed.iter().zip(&old).filter(|(new, old)| new != old);
        let n_moved = moved.count();
        if n_moved == 0 {
            self.notices.add(DeskNoticeText::OrderIsGood, ctx.now_ms);
            return;
        }
        let first = proposed.iter().take(N_FIRST);
        let first = first.filter_map(|id| Some(self.shelf.story(*id)?.title.clone()));
        let text = DeskNoticeText::OrderProposed {
            n_moved,
            first: first.collect(),
        };
        let backlog = self.shelf.open_id();
        self.shelf.set_order(backlog, &proposed, ctx.now_ms);
        self.notices
            .add_undo(text, Undo::Order(backlog, old), ctx.now_ms);
    }
}

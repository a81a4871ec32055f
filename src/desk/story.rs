//! One story: its fields as they are typed.

use std::sync::Arc;

use crate::story::{
    GateState, MAX_KEY_CHARS, MAX_TEXT_CHARS, MAX_TITLE_CHARS, Status, Step, Story, StoryId, judge,
};

use super::ctx::DeskCtx;
use super::event::{Field, ItemField, ListField, StoryEvent};
use super::stage::{Desk, Undo};
use super::view::{DeskNoticeText, DeskScreen, GateLine, StoryScreen};

/// Longest address, in characters.
const MAX_LINK_CHARS: usize = 2_000;

/// Longest estimate, as the longest card.
const MAX_ESTIMATE_CHARS: usize = 10;

/// Longest name or label, in characters.
const MAX_WORD_CHARS: usize = 60;

/// Words in one list of words.
const MAX_WORDS: usize = 50;

/// Questions, risks or decisions of one story.
pub(super) const MAX_ITEMS: usize = 200;

impl Desk {
    pub(super) fn update_story(&mut self, id: StoryId, event: StoryEvent, ctx: &mut DeskCtx) {
        match event {
            StoryEvent::MarkedReady(is_ready) => self.mark_ready(id, is_ready, ctx),
            StoryEvent::ItemRemoved(list, at) => self.remove_item(id, list, at, ctx),
            StoryEvent::SentBack(note) => {
                self.send_back(id, &note, ctx);
            }
            StoryEvent::Overruled { step, who, why } => {
                self.overrule(id, step, &who, &why, ctx);
            }
            StoryEvent::Typed(..)
            | StoryEvent::Kind(_)
            | StoryEvent::Understanding(_)
            | StoryEvent::Placed(_)
            | StoryEvent::WordAdded(..)
            | StoryEvent::WordRemoved(..)
            | StoryEvent::ItemAdded(_)
            | StoryEvent::ItemTyped { .. }
            | StoryEvent::QuestionStops(..)
            | StoryEvent::QuestionClosed(..)
            | StoryEvent::RiskBlocks(..)
            | StoryEvent::Said(..)
            | StoryEvent::TakenBack => {
                self.shelf
                    .edit(id, ctx.now_ms, |story| change(story, event));
            }
        }
    }

    fn mark_ready(&mut self, id: StoryId, is_ready: bool, ctx: &mut DeskCtx) {
        let Some(story) = self.shelf.story(id).cloned() else {
            return;
        };
        let gate = gate_line(&judge(&story, &self.definition).ready);
        if is_ready && !gate.is_passed {
            let text = DeskNoticeText::NotReady(gate.missing);
            self.notices.add(text, ctx.now_ms);
            return;
        }
        self.shelf.edit(id, ctx.now_ms, |story| {
            story.status = if is_ready {
                Status::Ready
            } else {
                Status::Draft
            };
            if is_ready {
                story.sent_back = None;
            }
        });
    }

    /// Sends a story back with what it misses; tells whether there is such a story.
    pub(super) fn send_back(&mut self, id: StoryId, note: &str, ctx: &mut DeskCtx) -> bool {
        let Some(story) = self.shelf.story(id).cloned() else {
            return false;
        };
        let note: String = note.chars().take(MAX_TITLE_CHARS).collect();
        let missing = judge(&story, &self.definition).sent_back(&note, ctx.now_ms);
        self.shelf.edit(id, ctx.now_ms, |story| {
            story.status = Status::SentBack;
            story.sent_back = Some(missing);
        });
        true
    }

    fn overrule(&mut self, id: StoryId, step: Step, who: &str, why: &str, ctx: &mut DeskCtx) {
        let Some(story) = self.shelf.story(id).cloned() else {
            return;
        };
        let (who, why) = (clip(who.trim(), MAX_WORD_CHARS), clip_title(why.trim()));
        let judged = judge(&story, &self.definition);
        let overruling = judged.overruled(step, &who, &why, ctx.now_ms);
        // A record without a name or a reason would be none.
        if overruling.missing.is_empty() || who.is_empty() || why.is_empty() {
            return;
        }
        let change = self.shelf.record(|shelf| {
            shelf.edit(id, ctx.now_ms, |story| story.overrulings.push(overruling));
        });
        let text = DeskNoticeText::GateOverruled(story.title.clone());
        self.notices.add_undo(text, Undo::of(change), ctx.now_ms);
    }

    fn remove_item(&mut self, id: StoryId, list: ListField, at: usize, ctx: &mut DeskCtx) {
        let mut is_gone = false;
        let change = self.shelf.record(|shelf| {
            is_gone = shelf.edit(id, ctx.now_ms, |story| match list {
                ListField::Needed => take(&mut story.needed, at),
                ListField::Labels => take(&mut story.labels, at),
                ListField::Questions => take(&mut story.questions, at),
                ListField::Risks => take(&mut story.risks, at),
                ListField::Decisions => take(&mut story.decisions, at),
            });
        });
        if is_gone {
            let text = DeskNoticeText::ItemRemoved;
            self.notices.add_undo(text, Undo::of(change), ctx.now_ms);
        }
    }

    pub(super) fn story_screen(&self, id: StoryId) -> DeskScreen {
        let (Some((backlog, at)), Some(story)) = (self.shelf.place(id), self.shelf.story(id))
        else {
            return DeskScreen::NoStory;
        };
        let order = self.shelf.backlogs().get(&backlog);
        let order = order.map(|one| one.order.as_slice()).unwrap_or_default();
        DeskScreen::Story(Box::new(StoryScreen {
            id,
            story: Arc::clone(story),
            backlog,
            backlogs: self.backlog_lines(),
            place: at + 1,
            n_stories: order.len(),
            previous: at.checked_sub(1).and_then(|at| order.get(at)).copied(),
            next: order.get(at + 1).copied(),
            gates: self.story_gates(id, story),
            is_planned: self.plan.has(id),
            ticket: self.ticket_view(id),
            is_back: self.is_back_from_preparation(),
            ahead: self.ahead(id, story).shown,
        }))
    }
}

/// How a gate stands, in short.
pub(super) fn gate_line(gate: &GateState<'_>) -> GateLine {
    GateLine {
        is_passed: gate.is_passed(),
        is_overruled: matches!(gate, GateState::Overruled { .. }),
        missing: gate.missing().iter().map(|one| (*one).to_owned()).collect(),
    }
}

/// A title as it may stand in the list: one line, not too long.
pub(super) fn clip_title(text: &str) -> String {
    let line = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    line.take(MAX_TITLE_CHARS).collect()
}

/// Everything that only changes the story itself.
fn change(story: &mut Story, event: StoryEvent) {
    match event {
        StoryEvent::Typed(field, text) => type_field(story, field, &text),
        StoryEvent::Kind(kind) => story.kind = kind,
        StoryEvent::Understanding(level) => story.understanding = level,
        StoryEvent::Placed(is_placed) => story.is_placed = is_placed,
        StoryEvent::WordAdded(list, text) => add_words(story, list, &text),
        StoryEvent::WordRemoved(ListField::Needed, at) => take(&mut story.needed, at),
        StoryEvent::WordRemoved(ListField::Labels, at) => take(&mut story.labels, at),
        StoryEvent::ItemAdded(list) => add_item(story, list),
        StoryEvent::ItemTyped { at, field, text } => type_item(story, at, field, &text),
        StoryEvent::QuestionStops(at, stops) => {
            if let Some(question) = story.questions.get_mut(at) {
                question.stops_work = stops;
            }
        }
        StoryEvent::QuestionClosed(at, is_closed) => {
            if let Some(question) = story.questions.get_mut(at) {
                question.is_closed = is_closed;
            }
        }
        StoryEvent::RiskBlocks(at, blocks) => {
            if let Some(risk) = story.risks.get_mut(at) {
                risk.blocks = blocks;
            }
        }
        StoryEvent::Said(point, Some(said)) => {
            story.said.insert(clip(&point, MAX_WORD_CHARS), said);
        }
        StoryEvent::Said(point, None) => {
            story.said.remove(&point);
        }
        StoryEvent::TakenBack => {
            story.sent_back = None;
            if story.status == Status::SentBack {
                story.status = Status::Draft;
            }
        }
        StoryEvent::WordRemoved(
            ListField::Questions | ListField::Risks | ListField::Decisions,
            _,
        )
        | StoryEvent::MarkedReady(_)
        | StoryEvent::ItemRemoved(..)
        | StoryEvent::SentBack(_)
        | StoryEvent::Overruled { .. } => {}
    }
}

/// Writes a text field, as far as there is room.
pub(super) fn type_field(story: &mut Story, field: Field, text: &str) {
    match field {
        Field::Key => story.key = clip(text, MAX_KEY_CHARS),
        Field::Title => story.title = clip_title(text),
        Field::Description => story.description = clip(text, MAX_TEXT_CHARS),
        Field::Why => story.why = clip(text, MAX_TEXT_CHARS),
        Field::Acceptance => story.acceptance = clip(text, MAX_TEXT_CHARS),
        Field::Dependencies => story.dependencies = clip(text, MAX_TEXT_CHARS),
        Field::Link => story.link = clip(text, MAX_LINK_CHARS),
        Field::Notes => story.notes = clip(text, MAX_TEXT_CHARS),
        Field::Estimate => {
            let estimate = clip(text, MAX_ESTIMATE_CHARS);
            // Typed by one person, whatever was voted before.
            story.is_voted &= estimate.trim() == story.estimate.trim();
            story.estimate = estimate;
        }
    }
}

fn clip(text: &str, max_chars: usize) -> String {
    text.chars().take(max_chars).collect()
}

fn add_words(story: &mut Story, list: ListField, text: &str) {
    let words = match list {
        ListField::Needed => &mut story.needed,
        ListField::Labels => &mut story.labels,
        ListField::Questions | ListField::Risks | ListField::Decisions => return,
    };
    for word in text.split([',', ';', '\n']) {
        let word = clip(word.trim(), MAX_WORD_CHARS);
        let is_known = words
            .iter()
            .any(|one| one.to_lowercase() == word.to_lowercase());
        if !word.is_empty() && !is_known && words.len() < MAX_WORDS {
            words.push(word);
        }
    }
}

fn add_item(story: &mut Story, list: ListField) {
    fn push<T: Default>(items: &mut Vec<T>) {
        if items.len() < MAX_ITEMS {
            items.push(T::default());
        }
    }
    match list {
        ListField::Questions => push(&mut story.questions),
        ListField::Risks => push(&mut story.risks),
        ListField::Decisions => push(&mut story.decisions),
        ListField::Needed | ListField::Labels => {}
    }
}

fn type_item(story: &mut Story, at: usize, field: ItemField, text: &str) {
    let question = story.questions.get_mut(at);
    let risk = story.risks.get_mut(at);
    let decision = story.decisions.get_mut(at);
    let (place, max_chars) = match field {
        ItemField::QuestionText => (question.map(|one| &mut one.text), MAX_TEXT_CHARS),
        ItemField::QuestionOwner => (question.map(|one| &mut one.owner), MAX_WORD_CHARS),
        ItemField::QuestionDue => (question.map(|one| &mut one.due), MAX_WORD_CHARS),
        ItemField::RiskText => (risk.map(|one| &mut one.text), MAX_TEXT_CHARS),
        ItemField::RiskOwner => (risk.map(|one| &mut one.owner), MAX_WORD_CHARS),
        ItemField::DecisionWhat => (decision.map(|one| &mut one.what), MAX_TEXT_CHARS),
        ItemField::DecisionWhy => (decision.map(|one| &mut one.why), MAX_TEXT_CHARS),
        ItemField::DecisionWho => (decision.map(|one| &mut one.who), MAX_WORD_CHARS),
        ItemField::DecisionDropped => (decision.map(|one| &mut one.dropped), MAX_TEXT_CHARS),
    };
    if let Some(place) = place {
        *place = clip(text, max_chars);
    }
}

fn take<T>(items: &mut Vec<T>, at: usize) {
    if at < items.len() {
        items.remove(at);
    }
}

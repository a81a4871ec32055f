//! Parts of a draft go into the story, and come out again with one undo.

use std::sync::Arc;

use crate::desk::ctx::DeskCtx;
use crate::desk::event::Field as StoryField;
use crate::desk::shelf::Change;
use crate::desk::stage::{Desk, Undo};
use crate::desk::story::{MAX_ITEMS, type_field};
use crate::desk::view::{DeskNoticeText, DraftPart, DraftRow};
use crate::saved::Proposed;
use crate::story::{Field, QuestionRule, Story, StoryId};
use crate::words::DeskWords;

use super::answers::{Answers, kind_of};
use super::draft::{Drafting, open_questions};

/// What has to be undone among the answers when the story gets its old texts back.
#[derive(Clone, Debug)]
pub(in crate::desk) struct TakenBack {
    story: StoryId,
    taken: Vec<(QuestionRule, Field)>,
    proposed: Proposed,
}

impl Desk {
    /// Takes one part of the draft over, or all of them.
    pub(super) fn take_over(&mut self, id: StoryId, part: Option<DraftPart>, ctx: &mut DeskCtx) {
        let shown = self.prepare.shown.as_ref().filter(|shown| shown.is_of(id));
        let rows = shown.map(|shown| shown.draft.clone()).unwrap_or_default();
        let mut rows = rows;
        rows.retain(|row| part.is_none_or(|part| row.part == part));
        let (Some(story), Some(drafted)) = (
            self.shelf.story(id).map(Arc::clone),
            self.story_as_drafted(id),
        ) else {
            return;
        };
        let Some(answers) = self.prepare.answers.get(&id).cloned() else {
            return;
        };
        if rows.is_empty() {
            return;
        }
        let drafting = Drafting {
            story: &story,
            drafted: &drafted,
            answers: &answers,
            words: DeskWords::of(self.language),
        };
        let fields = Field::ALL.into_iter();
        let fields = fields.filter(|field| has(&rows, DraftPart::of(*field)));
        let taken = fields.flat_map(|field| {
            let rules = drafting.rules_in(field).into_iter();
            rules.map(move |rule| (rule, field))
        });
        let taken: Vec<(QuestionRule, Field)> = taken.collect();
        let change = self.shelf.record(|shelf| {
            shelf.edit(id, ctx.now_ms, |story| {
                for row in &rows {
                    write(story, row, &answers);
                }
            });
        });
        let back = TakenBack {
            story: id,
            taken: taken.clone(),
            proposed: answers.kept.proposed.clone(),
        };
        self.change_answers(id, |answers| mark(answers, &taken, &rows));
        let undo = Undo::TakenOver(Box::new(change), Box::new(back));
        let text = DeskNoticeText::DraftTaken(rows.len());
        self.notices.add_undo(text, undo, ctx.now_ms);
    }

    /// The story gets its old texts back, the draft its answers.
    pub(in crate::desk) fn undo_taking(
        &mut self,
        change: &Change,
        back: TakenBack,
        ctx: &mut DeskCtx,
    ) {
        self.shelf.undo(change, ctx.now_ms);
        self.read_answers(back.story, ctx);
        self.change_answers(back.story, |answers| {
            for (rule, field) in &back.taken {
                if let Some(one) = answers.find(*rule) {
                    one.taken.retain(|taken| taken != field);
                }
            }
            let now = &mut answers.kept.proposed;
            for (place, before) in [
                (&mut now.description, back.proposed.description),
                (&mut now.acceptance, back.proposed.acceptance),
                (&mut now.questions, back.proposed.questions),
            ] {
                if place.is_empty() {
                    *place = before;
                }
            }
        });
    }
}

fn has(rows: &[DraftRow], part: DraftPart) -> bool {
    rows.iter().any(|row| row.part == part)
}

fn write(story: &mut Story, row: &DraftRow, answers: &Answers) {
    let field = match row.part {
        DraftPart::Kind => {
            story.kind = kind_of(answers.form(story).shape, story.kind);
            return;
        }
        DraftPart::Questions => {
            let room = MAX_ITEMS.saturating_sub(story.questions.len());
            let new = open_questions(&answers.kept.proposed.questions);
            story.questions.extend(new.into_iter().take(room));
            return;
        }
        DraftPart::Title => StoryField::Title,
        DraftPart::Description => StoryField::Description,
        DraftPart::Why => StoryField::Why,
        DraftPart::Acceptance => StoryField::Acceptance,
        DraftPart::Dependencies => StoryField::Dependencies,
    };
    type_field(story, field, &row.new);
}

/// What was taken over is not in the draft any more.
fn mark(answers: &mut Answers, taken: &[(QuestionRule, Field)], rows: &[DraftRow]) {
    for (rule, field) in taken {
        if let Some(one) = answers.find(*rule) {
            one.taken.push(*field);
        }
    }
    for row in rows {
        answers.drop_proposal(row.part);
    }
}

//! What is on the screen: questions in the page's language, the draft, its model.

use std::sync::Arc;

use crate::desk::gate_says;
use crate::desk::stage::Desk;
use crate::desk::story::gate_line;
use crate::desk::view::{AskRow, DeskScreen, DraftRow, PrepareView};
use crate::prompt::Asked;
use crate::story::{QuestionRule, Story, StoryId, judge};
use crate::words::{DeskWords, Language};

use super::draft::Drafting;

/// What is shown, and of what it was made.
#[derive(Debug)]
pub(super) struct Shown {
    id: StoryId,
    story: Arc<Story>,
    language: Language,
    version: u32,
    asks: Vec<AskRow>,
    done: Vec<(String, String)>,
    n_more: usize,
    pub(super) draft: Vec<DraftRow>,
}

impl Shown {
    pub(super) fn is_of(&self, id: StoryId) -> bool {
        self.id == id
    }

    /// Questions to be answered, and the answers so far.
    pub(super) fn asked(&self) -> (Vec<QuestionRule>, Vec<Asked>) {
        let asks = self.asks.iter().filter(|ask| !ask.is_skipped);
        let asked = asks.map(|ask| {
            let asked = Asked {
                question: ask.question.clone(),
                answer: ask.answer.clone(),
            };
            (ask.rule, asked)
        });
        asked.unzip()
    }
}

impl Desk {
    /// Once per update, while a story is being prepared.
    pub(in crate::desk) fn tend_preparation(&mut self, id: StoryId) {
        let Some(story) = self.shelf.story(id).map(Arc::clone) else {
            self.prepare.shown = None;
            return;
        };
        let (language, version) = (self.language, self.prepare.version);
        let is_known = self.prepare.shown.as_ref().is_some_and(|shown| {
            (shown.id, shown.language, shown.version) == (id, language, version)
                && Arc::ptr_eq(&shown.story, &story)
        });
        if is_known {
            return;
        }
        let Some(drafted) = self.story_as_drafted(id) else {
            return;
        };
        let Some(answers) = self.prepare.answers.get_mut(&id) else {
            return;
        };
        answers.settle(&drafted);
        let words = DeskWords::of(language);
        let drafting = Drafting {
            story: &story,
            drafted: &drafted,
            answers,
            words,
        };
        let (mut asks, mut done) = (Vec::new(), Vec::new());
        for one in &answers.kept.answers {
            let (question, reason) = gate_says::asks(words.gate, one.rule, &one.found);
            if drafting.is_done(one) {
                done.push((question, one.answer.clone()));
            } else {
                asks.push(AskRow {
                    rule: one.rule,
                    question,
                    reason,
                    answer: one.answer.clone(),
                    is_skipped: one.is_skipped,
                });
            }
        }
        self.prepare.shown = Some(Shown {
            id,
            language,
            version,
            asks,
            done,
            n_more: answers.n_more(&drafted),
            draft: drafting.rows(),
            story,
        });
    }

    pub(in crate::desk) fn prepare_screen(&self, id: StoryId) -> DeskScreen {
        let shown = self.prepare.shown.as_ref().filter(|shown| shown.is_of(id));
        let (Some(shown), Some(story)) = (shown, self.shelf.story(id)) else {
            return DeskScreen::NoStory;
        };
        let answers = self.prepare.answers.get(&id);
        DeskScreen::Prepare(Box::new(PrepareView {
            id,
            story: Arc::clone(story),
            vote: gate_line(&judge(story, &self.definition).vote),
            asks: shown.asks.clone(),
            done: shown.done.clone(),
            n_more: shown.n_more,
            form: answers.map(|one| one.form(story)).unwrap_or_default(),
            draft: shown.draft.clone(),
            n_written: self.prepare.n_written,
            assistant: self.assistant_view(id),
        }))
    }
}

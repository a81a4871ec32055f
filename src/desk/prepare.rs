//! Guided preparation of one story: what was answered, and what of it goes into the story.
//!
//! Knows no rule: what to ask and how to write it is `story`'s to say.

mod answers;
mod draft;
mod keeping;
mod show;
mod taking;

use std::collections::BTreeMap;

use crate::prompt::{Asked, Wish, numbered};
use crate::story::{QuestionRule, StoryId};

use super::assistant::joined;
use super::ctx::DeskCtx;
use super::event::PrepareEvent;
use super::page::DeskPage;
use super::stage::Desk;
use super::view::{DeskSpoken, DraftPart};

use answers::Answers;
use show::Shown;
pub(super) use taking::TakenBack;

/// Stories that are being prepared.
#[derive(Debug, Default)]
pub(super) struct Prepare {
    /// What was answered, by story; read from what is kept when first wanted.
    answers: BTreeMap<StoryId, Answers>,
    /// Bumped when any answer changed.
    version: u32,
    /// Bumped when something else than the keyboard wrote into answers.
    n_written: usize,
    /// What is on the screen, made of the above.
    shown: Option<Shown>,
    /// The story's page was reached from here.
    is_left: bool,
}

impl Desk {
    pub(super) fn update_prepare(&mut self, event: PrepareEvent, ctx: &mut DeskCtx) {
        if let PrepareEvent::Opened(story) = event {
            self.go_to(DeskPage::Prepare(story), ctx);
            return;
        }
        let DeskPage::Prepare(id) = self.page else {
            return;
        };
        match event {
            PrepareEvent::Opened(_) => {}
            PrepareEvent::Closed => self.go_to(DeskPage::Story(id), ctx),
            PrepareEvent::Answered(rule, text) => {
                self.change_answers(id, |answers| answers.answer(rule, &text));
            }
            PrepareEvent::Skipped(rule, is_skipped) => {
                self.change_answers(id, |answers| answers.skip(rule, is_skipped));
            }
            PrepareEvent::MoreWanted => {
                if let Some(story) = self.story_as_drafted(id) {
                    self.change_answers(id, |answers| answers.ask_more(&story));
                }
            }
            PrepareEvent::ShapeChosen(shape) => {
                self.change_answers(id, |answers| answers.kept.shape = Some(shape));
                if let Some(story) = self.story_as_drafted(id) {
                    self.change_answers(id, |answers| answers.turn(&story));
                }
            }
            PrepareEvent::ScenariosSwitched(is_on) => {
                self.change_answers(id, |answers| answers.kept.given_when_then = is_on);
            }
            PrepareEvent::TakenOver(part) => self.take_over(id, Some(part), ctx),
            PrepareEvent::AllTakenOver => self.take_over(id, None, ctx),
            PrepareEvent::ModelTaken => self.take_from_model(id),
            PrepareEvent::ProposalDropped(part) => {
                self.change_answers(id, |answers| answers.drop_proposal(part));
            }
        }
    }

    /// The page is there: what was answered is read, help is looked for.
    pub(super) fn open_preparation(&mut self, ctx: &mut DeskCtx) {
        if let DeskPage::Prepare(id) = self.page {
            self.read_answers(id, ctx);
            self.open_assistant(ctx);
        }
    }

    /// Another page is about to be shown.
    pub(super) fn leave_preparation(&mut self, next: &DeskPage) {
        self.prepare.shown = None;
        self.prepare.is_left = matches!((&self.page, next), (DeskPage::Prepare(one), DeskPage::Story(two)) if one == two);
    }

    /// Whether the person has just come from the preparation of the story that is shown.
    pub(super) fn is_back_from_preparation(&self) -> bool {
        self.prepare.is_left
    }

    /// The questions and their answers so far, in the order in which they are shown;
    /// without those that were skipped or taken over.
    pub(super) fn asked_about(&self, id: StoryId) -> (Vec<QuestionRule>, Vec<Asked>) {
        let shown = self.prepare.shown.as_ref().filter(|shown| shown.is_of(id));
        shown.map(Shown::asked).unwrap_or_default()
    }

    /// Puts dictated words behind an answer.
    pub(super) fn put_spoken_answer(&mut self, id: StoryId, rule: QuestionRule, words: &str) {
        self.prepare.n_written += 1;
        self.change_answers(id, |answers| {
            let text = joined(answers.to(rule), words);
            answers.answer(rule, &text);
        });
    }

    fn take_from_model(&mut self, id: StoryId) {
        let Some(taken) = self.assistant.take_answer(id) else {
            return;
        };
        self.prepare.n_written += 1;
        let (said, rules) = (taken.said.as_str(), taken.rules.as_slice());
        let mut n_filled = 0;
        self.change_answers(id, |answers| match taken.wish {
            Wish::Answers => n_filled = fill_in(answers, said, rules),
            Wish::Criteria => answers.propose(DraftPart::Acceptance, said),
            Wish::Questions => answers.propose(DraftPart::Questions, said),
            Wish::Draft => answers.propose(DraftPart::Description, said),
        });
        self.notices.say(match taken.wish {
            Wish::Answers if n_filled > 0 => DeskSpoken::AnswersFilledIn(n_filled),
            Wish::Answers | Wish::Criteria | Wish::Questions | Wish::Draft => DeskSpoken::DraftGrew,
        });
    }
}

/// Writes numbered answers behind those that are there; tells how many. What has no
/// number of a question is not lost.
fn fill_in(answers: &mut Answers, said: &str, rules: &[QuestionRule]) -> usize {
    let found = numbered(said);
    let found = found.iter().filter_map(|(number, text)| {
        let rule = rules.get(number.checked_sub(1)?)?;
        Some((*rule, text.as_str()))
    });
    let found: Vec<(QuestionRule, &str)> = found.collect();
    if found.is_empty() {
        answers.propose(DraftPart::Description, said);
    }
    for (rule, text) in &found {
        let before = answers.to(*rule).trim_end();
        let text = if before.is_empty() {
            (*text).to_owned()
        } else {
            format!("{before}\n{text}")
        };
        answers.answer(*rule, &text);
    }
    found.len()
}

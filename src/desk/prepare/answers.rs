//! The questions asked about one story and what was answered. Does not know the screen.

use crate::desk::view::DraftPart;
use crate::saved::{KeptAnswer, KeptPreparation, Proposed};
use crate::story::{
    DraftForm, Kind, MAX_QUESTIONS, MAX_TEXT_CHARS, MIN_QUESTIONS, Question, QuestionRule, Shape,
    Story, findings, questions,
};

/// Longest answer, in characters.
pub(super) const MAX_ANSWER_CHARS: usize = 8_000;

/// What was answered about one story.
#[derive(Clone, Debug, Default)]
pub(super) struct Answers {
    pub(super) kept: KeptPreparation,
}

impl Answers {
    /// How the draft of a story is written.
    pub(super) fn form(&self, story: &Story) -> DraftForm {
        DraftForm {
            shape: self.kept.shape.unwrap_or(shape_of(story.kind)),
            given_when_then: self.kept.given_when_then,
        }
    }

    /// Whether there is anything worth keeping.
    pub(super) fn is_worth_keeping(&self) -> bool {
        let kept = &self.kept;
        let is_default = kept.shape.is_none()
            && !kept.given_when_then
            && kept.proposed == Proposed::default()
            && !kept.answers.iter().any(is_touched);
        !is_default
    }

    /// What was answered to a question; empty: nothing.
    pub(super) fn to(&self, rule: QuestionRule) -> &str {
        let mut answers = self.kept.answers.iter();
        let found = answers.find(|one| one.rule == rule);
        found.map_or("", |one| one.answer.as_str())
    }

    pub(super) fn answer(&mut self, rule: QuestionRule, text: &str) {
        let text: String = text.chars().take(MAX_ANSWER_CHARS).collect();
        if let Some(one) = self.find(rule).filter(|one| one.answer != text) {
            one.answer = text;
            one.is_skipped = false;
            // What is in the story is another answer.
            one.taken.clear();
        }
    }

    pub(super) fn skip(&mut self, rule: QuestionRule, is_skipped: bool) {
        if let Some(one) = self.find(rule) {
            one.is_skipped = is_skipped;
        }
    }

    pub(super) fn find(&mut self, rule: QuestionRule) -> Option<&mut KeptAnswer> {
        let mut answers = self.kept.answers.iter_mut();
        answers.find(|one| one.rule == rule)
    }

    /// Questions that nobody touched are true of the story as it is now; until somebody
    /// touches one, all are asked anew. `story` is of the draft's sort.
    pub(super) fn settle(&mut self, story: &Story) {
        if !self.kept.answers.iter().any(is_touched) {
            self.kept.answers.clear();
            self.ask(questions(story), MAX_QUESTIONS);
            return;
        }
        let found = findings(story);
        self.kept.answers.retain_mut(|one| {
            let question = found.iter().find(|question| question.rule == one.rule);
            let is_touched = is_touched(one);
            if let Some(question) = question.filter(|_| !is_touched) {
                one.found.clone_from(&question.found);
            }
            is_touched || question.is_some()
        });
    }

    /// Another sort of draft: the questions for it come in place of those that nobody
    /// touched.
    pub(super) fn turn(&mut self, story: &Story) {
        self.kept.answers.retain(is_touched);
        let n_open = self.kept.answers.iter().filter(|one| is_open(one)).count();
        self.ask(questions(story), MAX_QUESTIONS.saturating_sub(n_open));
    }

    /// Some more questions.
    pub(super) fn ask_more(&mut self, story: &Story) {
        self.ask(findings(story), MIN_QUESTIONS);
    }

    /// How many questions [`Self::ask_more`] would add.
    pub(super) fn n_more(&self, story: &Story) -> usize {
        let found = findings(story).into_iter();
        let new = found.filter(|question| !self.has(question.rule)).count();
        new.min(MIN_QUESTIONS)
    }

    /// Asks what was not asked yet, as long as fewer than `n_most` wait to be touched.
    fn ask(&mut self, found: Vec<Question>, n_most: usize) {
        for question in found {
            if !self.has(question.rule) && self.n_untouched() < n_most {
                self.kept.answers.push(KeptAnswer {
                    rule: question.rule,
                    found: question.found,
                    answer: String::new(),
                    is_skipped: false,
                    taken: Vec::new(),
                });
            }
        }
    }

    fn n_untouched(&self) -> usize {
        let answers = self.kept.answers.iter();
        answers.filter(|one| !is_touched(one)).count()
    }

    fn has(&self, rule: QuestionRule) -> bool {
        self.kept.answers.iter().any(|one| one.rule == rule)
    }

    /// Takes a model's text into the draft.
    pub(super) fn propose(&mut self, part: DraftPart, text: &str) {
        let text: String = text.trim().chars().take(MAX_TEXT_CHARS).collect();
        if let Some(place) = self.proposal(part) {
            *place = text;
        }
    }

    pub(super) fn drop_proposal(&mut self, part: DraftPart) {
        if let Some(place) = self.proposal(part) {
            place.clear();
        }
    }

    fn proposal(&mut self, part: DraftPart) -> Option<&mut String> {
        let proposed = &mut self.kept.proposed;
        match part {
            DraftPart::Description => Some(&mut proposed.description),
            DraftPart::Acceptance => Some(&mut proposed.acceptance),
            DraftPart::Questions => Some(&mut proposed.questions),
            DraftPart::Kind | DraftPart::Title | DraftPart::Why | DraftPart::Dependencies => None,
        }
    }

    /// Takes over what another tab has kept, and loses nothing that only this one has.
    pub(super) fn merge(&mut self, theirs: KeptPreparation) {
        let mine = std::mem::replace(&mut self.kept, theirs);
        for one in mine.answers.into_iter().filter(is_touched) {
            match self.find(one.rule) {
                Some(kept) if is_touched(kept) => {}
                Some(kept) => *kept = one,
                None => self.kept.answers.push(one),
            }
        }
    }
}

/// Something was said to this question, if only that it is of no use.
fn is_touched(one: &KeptAnswer) -> bool {
    one.is_skipped || !one.answer.is_empty()
}

/// It waits for an answer, or for its answer to be taken over.
fn is_open(one: &KeptAnswer) -> bool {
    !one.is_skipped && one.taken.is_empty()
}

fn shape_of(kind: Kind) -> Shape {
    match kind {
        Kind::Bug => Shape::Bug,
        Kind::Story | Kind::Task | Kind::Spike => Shape::Story,
    }
}

/// What a story is once its draft is taken over.
pub(super) fn kind_of(shape: Shape, kind: Kind) -> Kind {
    match (shape, kind) {
        (Shape::Bug, _) => Kind::Bug,
        (Shape::Story, Kind::Bug) => Kind::Story,
        (Shape::Story, Kind::Story | Kind::Task | Kind::Spike) => kind,
    }
}

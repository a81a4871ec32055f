//! The draft beside the story, part by part, without what was taken over already.

use crate::desk::gate_says;
use crate::desk::view::{DraftPart, DraftRow, Kind};
use crate::saved::KeptAnswer;
use crate::story::{
    DraftForm, Field, MAX_TEXT_CHARS, MAX_TITLE_CHARS, OpenQuestion, QuestionRule, Story,
    changed_fields, draft, unmarked,
};
use crate::words::{BacklogWords, DeskWords};

use super::answers::{Answers, kind_of};

/// Open questions taken from a model at once.
const MAX_PROPOSED_QUESTIONS: usize = 12;

/// A story, what was answered about it, and in which words a draft is written.
pub(super) struct Drafting<'a> {
    /// The story as it is.
    pub(super) story: &'a Story,
    /// The story as of the sort that the draft is of.
    pub(super) drafted: &'a Story,
    pub(super) answers: &'a Answers,
    pub(super) words: &'static DeskWords,
}

impl Drafting<'_> {
    fn form(&self) -> DraftForm {
        self.answers.form(self.story)
    }

    /// Where the draft differs from the story.
    pub(super) fn rows(&self) -> Vec<DraftRow> {
        let proposed = &self.answers.kept.proposed;
        let mut rows = Vec::new();
        rows.extend(self.kind_row());
        for (field, text) in self.texts() {
            let (new, is_proposed) = match field {
                Field::Description if !proposed.description.is_empty() => {
                    (proposed.description.clone(), true)
                }
                Field::Acceptance if !proposed.acceptance.is_empty() => {
                    (below(&text, &proposed.acceptance), true)
                }
                Field::Title
                | Field::Description
                | Field::Why
                | Field::Acceptance
                | Field::Dependencies => (text, false),
            };
            let old = field.of(self.story);
            if new != old {
                rows.push(DraftRow {
                    part: DraftPart::of(field),
                    old: old.to_owned(),
                    new,
                    is_proposed,
                });
            }
        }
        rows.extend(self.question_row());
        rows
    }

    fn kind_row(&self) -> Option<DraftRow> {
        let kind = kind_of(self.form().shape, self.story.kind);
        (kind != self.story.kind).then(|| DraftRow {
            part: DraftPart::Kind,
            old: kind_word(self.words.backlog, self.story.kind).to_owned(),
            new: kind_word(self.words.backlog, kind).to_owned(),
            is_proposed: false,
        })
    }

    fn question_row(&self) -> Option<DraftRow> {
        let new = open_questions(&self.answers.kept.proposed.questions);
        let old = list(&self.story.questions);
        (!new.is_empty()).then(|| DraftRow {
            part: DraftPart::Questions,
            new: below(&old, &list(&new)),
            old,
            is_proposed: true,
        })
    }

    /// Every text with the answers that were not taken over into it.
    fn texts(&self) -> Vec<(Field, String)> {
        let words = gate_says::draft(&self.words.gate.draft);
        let write =
            |answers: &[(QuestionRule, String)]| draft(self.drafted, answers, self.form(), &words);
        let has_taken = self.said().any(|one| !one.taken.is_empty());
        let whole = write(&fed(self.said()));
        let fields = Field::ALL.into_iter();
        let texts = fields.map(|field| {
            let text = if has_taken {
                let open = self.said().filter(|one| !one.taken.contains(&field));
                write(&fed(open)).text(field).to_owned()
            } else {
                whole.text(field).to_owned()
            };
            (field, text)
        });
        texts.collect()
    }

    /// Answers that count.
    fn said(&self) -> impl Iterator<Item = &KeptAnswer> {
        let answers = self.answers.kept.answers.iter();
        answers.filter(|one| !one.is_skipped && !one.answer.trim().is_empty())
    }

    /// Answers that have a part in a field of the draft.
    pub(super) fn rules_in(&self, field: Field) -> Vec<QuestionRule> {
        let open = self.said().filter(|one| !one.taken.contains(&field));
        let into = open.filter(|one| self.goes_into(one).contains(&field));
        into.map(|one| one.rule).collect()
    }

    /// Whether everything of an answer is in the story.
    pub(super) fn is_done(&self, one: &KeptAnswer) -> bool {
        let is_taken = |field: &Field| one.taken.contains(field);
        !one.is_skipped
            && !one.taken.is_empty()
            && !one.answer.trim().is_empty()
            && self.goes_into(one).iter().all(is_taken)
    }

    /// The fields an answer changes, whether it was taken over or not.
    fn goes_into(&self, one: &KeptAnswer) -> Vec<Field> {
        let words = gate_says::draft(&self.words.gate.draft);
        let answer = [(one.rule, one.answer.clone())];
        let alone = draft(self.drafted, &answer, self.form(), &words);
        changed_fields(self.drafted, &alone)
    }
}

fn fed<'a>(answers: impl Iterator<Item = &'a KeptAnswer>) -> Vec<(QuestionRule, String)> {
    answers.map(|one| (one.rule, one.answer.clone())).collect()
}

/// A text with another below it; the first alone where both have no room.
fn below(text: &str, more: &str) -> String {
    let text = text.trim_end();
    let both = match text {
        "" => more.to_owned(),
        text => format!("{text}\n{more}"),
    };
    if both.chars().count() > MAX_TEXT_CHARS {
        return text.to_owned();
    }
    both
}

/// A model's questions as open questions of the story.
pub(super) fn open_questions(text: &str) -> Vec<OpenQuestion> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let questions = lines.map(|line| OpenQuestion {
        text: bare(line),
        ..OpenQuestion::default()
    });
    questions.take(MAX_PROPOSED_QUESTIONS).collect()
}

/// A line of a list without its mark, and without what only makes it bold.
fn bare(line: &str) -> String {
    let text = unmarked(line).unwrap_or(line).trim();
    let plain = text.replace("**", "");
    plain.chars().take(MAX_TITLE_CHARS).collect()
}

fn list(questions: &[OpenQuestion]) -> String {
    let lines = questions.iter().map(|one| format!("- {}", one.text.trim()));
    let lines: Vec<String> = lines.collect();
    lines.join("\n")
}

fn kind_word(words: &BacklogWords, kind: Kind) -> &'static str {
    match kind {
        Kind::Story => words.kind_story,
        Kind::Bug => words.kind_bug,
        Kind::Task => words.kind_task,
        Kind::Spike => words.kind_spike,
    }
}

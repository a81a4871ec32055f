//! What is asked about one story, and exactly what leaves for it.
//!
//! Knows no language: every sentence of ours comes in a [`Wording`].

use crate::story::{DraftForm, Shape, Story};

use super::mask::{Mask, Unmask};

/// Longest text taken of one field, in characters: a built-in model reads some 25,000 in
/// all. A text that was cut ends in `…`, and is seen so before it leaves.
pub const MAX_FIELD_CHARS: usize = 4_000;

/// Most questions taken.
const MAX_ASKED: usize = 12;

/// What is wanted of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wish {
    /// Answers to the questions that have none; numbered as the questions are.
    Answers,
    /// Acceptance criteria.
    Criteria,
    /// What else a developer would ask.
    Questions,
    /// The whole story anew.
    Draft,
}

/// A question of guided preparation and what was answered.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Asked {
    /// The question.
    pub question: String,
    /// The answer; empty: none yet.
    pub answer: String,
}

/// Everything that is told to the model about a story, and nothing else: no key, no link,
/// no names of people, no notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What is wanted.
    pub wish: Wish,
    /// As what a draft is written.
    pub form: DraftForm,
    /// Title.
    pub title: String,
    /// Markdown.
    pub description: String,
    /// Why, and for whom.
    pub why: String,
    /// Acceptance criteria, Markdown.
    pub acceptance: String,
    /// Dependencies.
    pub dependencies: String,
    /// Questions and answers so far.
    pub asked: Vec<Asked>,
}

/// Our own sentences, in the language the answer is wanted in.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// Who the model is, and what it must not do.
    pub role: &'static str,
    /// Placeholders stand for names and must stay.
    pub names: &'static str,
    /// Wish: answers.
    pub answers: &'static str,
    /// Wish: criteria.
    pub criteria: &'static str,
    /// Wish: criteria as Given/When/Then.
    pub scenarios: &'static str,
    /// Wish: questions.
    pub questions: &'static str,
    /// Wish: a user story.
    pub user_story: &'static str,
    /// Wish: a bug report.
    pub bug_report: &'static str,
    /// Heading over the title.
    pub title: &'static str,
    /// Heading over the description.
    pub description: &'static str,
    /// Heading over the why.
    pub why: &'static str,
    /// Heading over the criteria.
    pub acceptance: &'static str,
    /// Heading over the dependencies.
    pub dependencies: &'static str,
    /// Heading over the questions.
    pub asked: &'static str,
    /// Before an answer.
    pub answer: &'static str,
}

/// What leaves, masked, and the way back for what is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    system: String,
    user: String,
    unmask: Unmask,
}

impl Ask {
    /// What there is to ask about a story.
    pub fn of(story: &Story, wish: Wish, form: DraftForm, asked: Vec<Asked>) -> Self {
        Self {
            wish,
            form,
            title: story.title.clone(),
            description: story.description.clone(),
            why: story.why.clone(),
            acceptance: story.acceptance.clone(),
            dependencies: story.dependencies.clone(),
            asked,
        }
    }

    /// Exactly what leaves.
    pub fn outgoing(&self, wording: &Wording, mask: &Mask) -> Outgoing {
        let mut system = wording.role.to_owned();
        let mut user = self.wanted(wording);
        self.tell(wording, &mut user);
        if mask.finds(&system) || mask.finds(&user) {
            system.push(' ');
            system.push_str(wording.names);
        }
        let ([system, user], unmask) = mask.mask([&system, &user]);
        Outgoing {
            system,
            user,
            unmask,
        }
    }

    fn wanted(&self, wording: &Wording) -> String {
        let wanted = match (self.wish, self.form.shape) {
            (Wish::Answers, _) => wording.answers,
            (Wish::Criteria, _) => wording.criteria,
            (Wish::Questions, _) => wording.questions,
            (Wish::Draft, Shape::Story) => wording.user_story,
            (Wish::Draft, Shape::Bug) => wording.bug_report,
        };
        let has_criteria = match self.wish {
            Wish::Criteria | Wish::Draft => true,
            Wish::Answers | Wish::Questions => false,
        };
        let mut text = wanted.to_owned();
        if has_criteria && self.form.given_when_then {
            text.push(' ');
            text.push_str(wording.scenarios);
        }
        text
    }

    fn tell(&self, wording: &Wording, text: &mut String) {
        for (heading, field) in [
            (wording.title, &self.title),
            (wording.description, &self.description),
            (wording.why, &self.why),
            (wording.acceptance, &self.acceptance),
            (wording.dependencies, &self.dependencies),
        ] {
            if !field.trim().is_empty() {
                add_heading(text, heading);
                text.push_str(&cut(field.trim()));
            }
        }
        let asked = self
            .asked
            .iter()
            .filter(|one| !one.question.trim().is_empty());
        for (at, one) in asked.take(MAX_ASKED).enumerate() {
            if at == 0 {
                add_heading(text, wording.asked);
            } else {
                text.push('\n');
            }
            text.push_str(&(at + 1).to_string());
            text.push_str(". ");
            text.push_str(&cut(one.question.trim()));
            if !one.answer.trim().is_empty() {
                text.push_str("\n   ");
                text.push_str(wording.answer);
                text.push(' ');
                text.push_str(&cut(one.answer.trim()));
            }
        }
    }
}

impl Outgoing {
    /// All that leaves, as the screen shows it: [`Self::system`], an empty line,
    /// [`Self::user`].
    pub fn text(&self) -> String {
        format!("{}\n\n{}", self.system, self.user)
    }

    /// The first message: what the model is to be.
    pub fn system(&self) -> &str {
        &self.system
    }

    /// The second message: what is wanted, and the story.
    pub fn user(&self) -> &str {
        &self.user
    }

    /// Different words that were masked.
    pub fn n_masked(&self) -> usize {
        self.unmask.n_words()
    }

    /// An answer with the masked words put back.
    pub fn unmask(&self, answer: &str) -> String {
        self.unmask.unmask(answer)
    }
}

fn add_heading(text: &mut String, heading: &str) {
    text.push_str("\n\n## ");
    text.push_str(heading);
    text.push('\n');
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(MAX_FIELD_CHARS) {
        Some((end, _)) => {
            let mut cut = text.get(..end).unwrap_or_default().to_owned();
            cut.push('…');
            cut
        }
        None => text.to_owned(),
    }
}

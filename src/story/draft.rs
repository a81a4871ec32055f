//! Turns answers into a draft in the order of the Definition of Ready, beside the old text.
//!
//! Adds only what was answered and loses nothing of what was written. Headings are told.

mod criterion;

use super::questions::findings;
use super::{MAX_TEXT_CHARS, MAX_TITLE_CHARS, QuestionRule, Story};

/// A text of a story that a draft may change, in the order of the Definition of Ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The title.
    Title,
    /// The description.
    Description,
    /// Why, and for whom.
    Why,
    /// Acceptance criteria.
    Acceptance,
    /// Dependencies.
    Dependencies,
}

impl Field {
    /// All fields, in the order of the Definition of Ready.
    pub const ALL: [Self; 5] = [
        Self::Title,
        Self::Description,
        Self::Why,
        Self::Acceptance,
        Self::Dependencies,
    ];

    /// What a story says there.
    pub fn of(self, story: &Story) -> &str {
        match self {
            Self::Title => &story.title,
            Self::Description => &story.description,
            Self::Why => &story.why,
            Self::Acceptance => &story.acceptance,
            Self::Dependencies => &story.dependencies,
        }
    }
}

/// As what a draft is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Shape {
    /// A user story: as …, I want …, so that ….
    #[default]
    Story,
    /// A bug report; what was expected becomes the criterion where there is none.
    Bug,
}

/// How a draft is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct DraftForm {
    /// As what.
    pub shape: Shape,
    /// Whether new criteria become Given, When, Then.
    pub given_when_then: bool,
}

/// The words a draft needs, in the language in which it is written.
#[derive(Clone, Copy, Debug)]
pub struct DraftWords<'a> {
    /// "As": before the user.
    pub as_a: &'a str,
    /// "I want": before the title.
    pub i_want: &'a str,
    /// "so that": before the reason.
    pub so_that: &'a str,
    /// "Given".
    pub given: &'a str,
    /// "When".
    pub when: &'a str,
    /// "Then".
    pub then: &'a str,
    /// Heading: steps of a bug.
    pub steps: &'a str,
    /// Heading: what was expected.
    pub expected: &'a str,
    /// Heading: what happens.
    pub actual: &'a str,
    /// Heading: who is hit.
    pub who_is_hit: &'a str,
    /// Heading: version and environment.
    pub environment: &'a str,
    /// Heading: since when.
    pub since: &'a str,
    /// Heading: the question of a spike.
    pub question: &'a str,
    /// Heading: its time limit.
    pub timebox: &'a str,
    /// Heading: what was put off and is settled now.
    pub settled: &'a str,
    /// Heading: what is part of it and what is not.
    pub scope: &'a str,
    /// Heading: who may do it.
    pub permissions: &'a str,
    /// Heading: what happens to what exists.
    pub existing: &'a str,
    /// Heading: mock-up.
    pub mock_up: &'a str,
    /// Heading: how it will be shown.
    pub showing: &'a str,
}

/// What the texts of a story would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The title.
    pub title: String,
    /// The description, Markdown.
    pub description: String,
    /// Why, and for whom.
    pub why: String,
    /// Acceptance criteria, Markdown.
    pub acceptance: String,
    /// Dependencies.
    pub dependencies: String,
}

impl Draft {
    fn of(story: &Story) -> Self {
        Self {
            title: story.title.clone(),
            description: story.description.clone(),
            why: story.why.clone(),
            acceptance: story.acceptance.clone(),
            dependencies: story.dependencies.clone(),
        }
    }

    /// What it says in a field.
    pub fn text(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.title,
            Field::Description => &self.description,
            Field::Why => &self.why,
            Field::Acceptance => &self.acceptance,
            Field::Dependencies => &self.dependencies,
        }
    }

    /// Puts the draft into the story.
    pub fn apply(self, story: &mut Story) {
        story.title = self.title;
        story.description = self.description;
        story.why = self.why;
        story.acceptance = self.acceptance;
        story.dependencies = self.dependencies;
    }
}

/// The fields in which a draft differs from the story, in the order of the Definition of Ready.
pub fn changed_fields(story: &Story, draft: &Draft) -> Vec<Field> {
    let fields = Field::ALL.into_iter();
    fields
        .filter(|field| field.of(story) != draft.text(*field))
        .collect()
}

/// Writes the answers into the story's texts; blank answers count as none.
///
/// Old lines stay as they are and where they are, new ones come after them; a field that would
/// grow beyond its bound stays as it was.
pub fn draft(
    story: &Story,
    answers: &[(QuestionRule, String)],
    form: DraftForm,
    words: &DraftWords<'_>,
) -> Draft {
    let answers = Answers::of(story, answers);
    let mut draft = Draft::of(story);
    let outcome = answers.to(QuestionRule::OnlyAName);
    let (first, rest) = outcome.split_once('\n').unwrap_or((&outcome, ""));
    match new_title(&story.title, first.trim()) {
        Some(title) => {
            draft.title = title;
            add(&mut draft.description, rest);
        }
        None => add(&mut draft.description, &outcome),
    }
    add(&mut draft.description, &sections(&answers, words));
    let reason = reason(story, &answers, form.shape, words);
    add(&mut draft.why, &reason);
    let criteria = criteria(story, &answers, form, words);
    add_with(&mut draft.acceptance, &criteria, "\n");
    add_with(
        &mut draft.dependencies,
        &answers.to(QuestionRule::NoDependency),
        "\n",
    );
    draft
}

/// The answers, with the words that were asked about where an answer means nothing without.
struct Answers(Vec<(QuestionRule, String)>);

impl Answers {
    fn of(story: &Story, answers: &[(QuestionRule, String)]) -> Self {
        let asked = findings(story);
        let said = answers.iter().filter_map(|(rule, answer)| {
            let answer = answer.trim();
            let question = asked.iter().find(|question| question.rule == *rule);
            let found = question.map_or(&[][..], |question| &question.found);
            (!answer.is_empty()).then(|| (*rule, about(*rule, found, answer)))
        });
        Self(said.collect())
    }

    /// All that was answered to a question; empty: nothing.
    fn to(&self, rule: QuestionRule) -> String {
        let answers = self.0.iter().filter(|(of, _)| *of == rule);
        let texts: Vec<&str> = answers.map(|(_, answer)| answer.as_str()).collect();
        texts.join("\n")
    }
}

/// `fast: within 2 seconds`, unless the answer names the word itself.
fn about(rule: QuestionRule, found: &[String], answer: &str) -> String {
    let is_about_words = rule == QuestionRule::VagueWords || rule == QuestionRule::PutOff;
    let lower = answer.to_lowercase();
    let names_them = || {
        found
            .iter()
            .any(|word| lower.contains(&word.to_lowercase()))
    };
    if !is_about_words || found.is_empty() || names_them() {
        return answer.to_owned();
    }
    format!("{}: {answer}", found.join(", "))
}

/// The answer after the old title, unless it holds it; `None` where there is none or no room.
fn new_title(old: &str, answer: &str) -> Option<String> {
    let old = old.trim();
    let title = if answer.to_lowercase().contains(&old.to_lowercase()) {
        answer.to_owned()
    } else {
        format!("{old}: {answer}")
    };
    (!answer.is_empty() && title.chars().count() <= MAX_TITLE_CHARS).then_some(title)
}

/// As …, I want …, so that …, as far as it was answered.
fn reason(story: &Story, answers: &Answers, shape: Shape, words: &DraftWords<'_>) -> String {
    let user = answers.to(QuestionRule::NoUser);
    let why = answers.to(QuestionRule::NoWhy);
    if user.is_empty() || shape == Shape::Bug {
        let lines = [user, why];
        let said: Vec<&str> = lines
            .iter()
            .map(String::as_str)
            .filter(|line| !line.is_empty())
            .collect();
        return said.join("\n");
    }
    let mut lines = Vec::new();
    let user = criterion::without(&user, &["as an ", "as a ", "as ", "als "]);
    lines.push(format!("**{}** {user}", words.as_a));
    if !story.title.trim().is_empty() {
        lines.push(format!("**{}** {}", words.i_want, story.title.trim()));
    }
    if !why.is_empty() {
        let why = criterion::without(&why, &["so that ", "because ", "damit ", "weil "]);
        lines.push(format!("**{}** {why}", words.so_that));
    }
    lines.join("\n")
}

/// What goes into the description, under a heading each.
fn sections(answers: &Answers, words: &DraftWords<'_>) -> String {
    use QuestionRule as Q;
    let headed: [(&str, &[Q]); 14] = [
        (words.steps, &[Q::BugSteps]),
        (words.expected, &[Q::BugExpected]),
        (words.actual, &[Q::BugActual]),
        (words.who_is_hit, &[Q::BugWho]),
        (words.environment, &[Q::BugWhere]),
        (words.since, &[Q::BugSince]),
        (words.question, &[Q::SpikeQuestion]),
        (words.timebox, &[Q::SpikeTimebox]),
        (words.settled, &[Q::PutOff]),
        (words.scope, &[Q::SeveralStories, Q::NotIncluded]),
        (words.permissions, &[Q::NoPermission]),
        (words.existing, &[Q::ExistingData]),
        (words.mock_up, &[Q::NoMockUp]),
        (words.showing, &[Q::HowToShow]),
    ];
    let mut text = String::new();
    for (heading, rules) in headed {
        let said: Vec<String> = rules.iter().map(|rule| answers.to(*rule)).collect();
        let said = said.join("\n");
        if !said.trim().is_empty() {
            add(&mut text, &format!("### {heading}\n\n{}", said.trim()));
        }
    }
    text
}

/// The new criteria, a list item each.
fn criteria(story: &Story, answers: &Answers, form: DraftForm, words: &DraftWords<'_>) -> String {
    use QuestionRule as Q;
    let mut said: Vec<String> = [
        Q::NoCriteria,
        Q::CriteriaNotCheckable,
        Q::NoDoneWhen,
        Q::VagueWords,
        Q::NoErrorCase,
        Q::NoVolume,
    ]
    .iter()
    .map(|rule| answers.to(*rule))
    .collect();
    if form.shape == Shape::Bug && story.acceptance.trim().is_empty() {
        said.push(answers.to(Q::BugExpected));
    }
    let lines = said.iter().flat_map(|answer| answer.lines());
    let items: Vec<String> = lines
        .filter(|line| !line.trim().is_empty())
        .map(|line| criterion::item(line, form.given_when_then, words))
        .collect();
    items.join("\n")
}

/// Adds a text after a blank line.
fn add(text: &mut String, more: &str) {
    add_with(text, more, "\n\n");
}

/// Adds a text after what is there, unless it would grow beyond its bound.
fn add_with(text: &mut String, more: &str, between: &str) {
    let more = more.trim();
    let n_chars = text.chars().count() + between.len() + more.chars().count();
    if more.is_empty() || n_chars > MAX_TEXT_CHARS {
        return;
    }
    let kept = text.trim_end().len();
    text.truncate(kept);
    if !text.is_empty() {
        text.push_str(between);
    }
    text.push_str(more);
}

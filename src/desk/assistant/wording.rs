//! Our own sentences to a model, from the words of the page's language.

use crate::prompt::Wording;
use crate::words::PromptTexts;

pub(super) fn wording(texts: &PromptTexts) -> Wording {
    Wording {
        role: texts.role,
        names: texts.names,
        answers: texts.answers,
        criteria: texts.criteria,
        scenarios: texts.scenarios,
        questions: texts.questions,
        user_story: texts.user_story,
        bug_report: texts.bug_report,
        title: texts.title,
        description: texts.description,
        why: texts.why,
        acceptance: texts.acceptance,
        dependencies: texts.dependencies,
        asked: texts.asked,
        answer: texts.answer,
    }
}

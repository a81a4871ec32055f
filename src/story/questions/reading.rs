//! A story read once for all rules.

use crate::story::criteria::criteria;
use crate::story::prose::{has, is_filler, n_words, prose};
use crate::story::{Kind, Story};

/// A story and its prose.
pub(super) struct Reading<'a> {
    pub(super) story: &'a Story,
    /// The title.
    pub(super) title: Vec<&'a str>,
    /// The description without code and addresses.
    pub(super) description: Vec<&'a str>,
    /// The criteria, wherever they are written.
    pub(super) criteria: Vec<&'a str>,
    /// Title, description, why, criteria, dependencies, risks, decisions.
    pub(super) all: Vec<&'a str>,
    /// Words of the description.
    pub(super) n_words: usize,
}

impl<'a> Reading<'a> {
    pub(super) fn of(story: &'a Story) -> Self {
        let title = prose(&story.title);
        let mut description = prose(&story.description);
        description.retain(|piece| !is_filler(piece));
        let mut all = title.clone();
        all.extend(&description);
        for text in [&story.why, &story.acceptance, &story.dependencies] {
            all.extend(prose(text));
        }
        all.extend(story.risks.iter().map(|risk| risk.text.as_str()));
        all.extend(
            story
                .decisions
                .iter()
                .map(|decision| decision.what.as_str()),
        );
        Self {
            story,
            n_words: n_words(&description),
            title,
            description,
            criteria: criteria(story),
            all,
        }
    }

    pub(super) fn is(&self, kind: Kind) -> bool {
        self.story.kind == kind
    }

    /// Whether the story says any of it anywhere.
    pub(super) fn says(&self, list: &str) -> bool {
        has(&self.all, list)
    }
}

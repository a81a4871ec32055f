//! The list of stories as it is looked at: search, filter, the rows in sight.

use std::collections::BTreeSet;

use crate::story::{Backlog, BacklogId, Definition, Filter, StoryId};

use super::event::StoryFilter;
use super::shelf::Shelf;
use super::stage::Desk;
use super::view::{BacklogLine, BacklogView, DeskSpoken, Reveal, StoryRow};

/// Rows shown before the screen has told how many it holds.
const FIRST_ROWS: usize = 40;

/// Rows at once: the largest screen shows fewer.
const MAX_ROWS: usize = 200;

/// Labels to choose from.
const MAX_LABELS: usize = 200;

/// How the list is looked at.
#[derive(Debug)]
pub(super) struct List {
    search: String,
    filter: StoryFilter,
    sieve: Filter,
    first: usize,
    n_rows: usize,
    /// Places in the backlog of what search and filter leave; `None`: everything.
    found: Option<Vec<usize>>,
    labels: Vec<String>,
    /// Of what the above was made.
    made_of: Option<(u32, u32)>,
    reveal: Option<(StoryId, u32)>,
    says_found: bool,
}

impl Default for List {
    fn default() -> Self {
        Self {
            search: String::new(),
            filter: StoryFilter::default(),
            sieve: Filter::default(),
            first: 0,
            n_rows: FIRST_ROWS,
            found: None,
            labels: Vec::new(),
            made_of: None,
            reveal: None,
            says_found: false,
        }
    }
}

impl List {
    pub(super) fn search(&mut self, text: String) {
        self.sieve.look_for(&text);
        self.search = text;
        self.begin_anew();
    }

    pub(super) fn filter(&mut self, filter: StoryFilter) {
        self.sieve.status = filter.status;
        self.sieve.kind = filter.kind;
        self.sieve.understanding = filter.understanding;
        self.sieve.label.clone_from(&filter.label);
        self.sieve.only_gaps = filter.only_gaps;
        self.filter = filter;
        self.begin_anew();
    }

    fn begin_anew(&mut self) {
        self.first = 0;
        self.made_of = None;
        self.says_found = true;
    }

    /// Another backlog is shown.
    pub(super) fn turn(&mut self) {
        *self = Self {
            n_rows: self.n_rows,
            ..Self::default()
        };
    }

    pub(super) fn look_at(&mut self, first: usize, n: usize) {
        self.first = first;
        self.n_rows = n.clamp(1, MAX_ROWS);
    }

    /// A row wants to be seen.
    pub(super) fn reveal(&mut self, id: StoryId) {
        let n = self.reveal.map_or(0, |(_, n)| n).wrapping_add(1);
        self.reveal = Some((id, n));
    }

    fn n_found(&self, stories: &Shelf) -> usize {
        let found = self.found.as_ref().map(Vec::len);
        found.unwrap_or_else(|| stories.order().len())
    }

    /// Places in the backlog of the rows in sight.
    fn in_sight(&self, stories: &Shelf) -> Vec<usize> {
        let end = self.n_found(stories).min(self.first + self.n_rows);
        match &self.found {
            Some(found) => found.get(self.first..end).unwrap_or_default().to_vec(),
            None => (self.first..end).collect(),
        }
    }

    /// All stories shown, in order.
    pub(super) fn shown(&self, stories: &Shelf) -> Vec<StoryId> {
        let order = stories.order();
        match &self.found {
            Some(found) => found
                .iter()
                .filter_map(|at| order.get(*at))
                .copied()
                .collect(),
            None => order.to_vec(),
        }
    }

    /// Once per update, while the list is on the screen: what is found, and what is to be
    /// known of the rows in sight. Only a search looks at all stories, and makes nothing
    /// anew that it has.
    pub(super) fn tend(&mut self, stories: &mut Shelf, definition: &Definition) {
        if self.made_of != Some(stories.versions()) {
            self.find(stories, definition);
            self.labels = labels(stories);
            self.made_of = Some(stories.versions());
        }
        let n_found = self.n_found(stories);
        self.first = self.first.min(n_found.saturating_sub(self.n_rows));
        for at in self.in_sight(stories) {
            if let Some(id) = stories.order().get(at).copied() {
                stories.look(id, definition);
            }
        }
    }

    fn find(&mut self, stories: &mut Shelf, definition: &Definition) {
        if self.sieve.is_idle() {
            self.found = None;
            return;
        }
        while stories.look_at_some(usize::MAX, definition) {}
        let is_shown = |id: &StoryId| {
            let sheet = stories.sheet(*id);
            sheet.is_some_and(|one| {
                let hay = one.hay();
                hay.is_some_and(|hay| self.sieve.lets_through(one.story(), hay))
            })
        };
        let order = stories.order().iter().enumerate();
        let found = order.filter(|(_, id)| is_shown(id));
        self.found = Some(found.map(|(at, _)| at).collect());
    }

    /// What is said of a search that has just changed.
    pub(super) fn take_spoken(&mut self, stories: &Shelf) -> Option<DeskSpoken> {
        let n_found = self.n_found(stories);
        std::mem::take(&mut self.says_found).then_some(DeskSpoken::Found(n_found))
    }

    fn reveal_view(&self, stories: &Shelf) -> Option<Reveal> {
        let (id, n) = self.reveal?;
        let place = stories.order().iter().position(|one| *one == id)?;
        let at = match &self.found {
            Some(found) => found.binary_search(&place).ok()?,
            None => place,
        };
        Some(Reveal { id, at, n })
    }
}

fn labels(stories: &Shelf) -> Vec<String> {
    let mut labels: BTreeSet<&str> = BTreeSet::new();
    for (_, story) in stories.stories() {
        labels.extend(story.labels.iter().map(String::as_str));
    }
    let labels = labels.into_iter().take(MAX_LABELS);
    labels.map(str::to_owned).collect()
}

impl Desk {
    pub(super) fn backlog_lines(&self) -> Vec<BacklogLine> {
        let line = |(id, backlog): (&BacklogId, &Backlog)| BacklogLine {
            id: *id,
            name: backlog.name.clone(),
            n_stories: backlog.order.len(),
            is_open: *id == self.shelf.open_id(),
        };
        self.shelf.backlogs().iter().map(line).collect()
    }

    pub(super) fn backlog_view(&self) -> BacklogView {
        let (list, stories) = (&self.list, &self.shelf);
        let rows = list.in_sight(stories).into_iter();
        let (n_damaged, n_newer) = stories.n_unreadable();
        BacklogView {
            backlogs: self.backlog_lines(),
            n_stories: stories.order().len(),
            n_found: list.n_found(stories),
            search: list.search.clone(),
            filter: list.filter.clone(),
            labels: list.labels.clone(),
            first: list.first,
            rows: rows.filter_map(|at| self.row(at)).collect(),
            reveal: list.reveal_view(stories),
            n_unreadable: n_damaged + n_newer,
            import: self.import_view(),
            paper: self.export.paper(),
        }
    }

    fn row(&self, at: usize) -> Option<StoryRow> {
        let id = *self.shelf.order().get(at)?;
        let sheet = self.shelf.sheet(id)?;
        let story = sheet.story();
        Some(StoryRow {
            id,
            place: at + 1,
            key: story.key.clone(),
            title: story.title.clone(),
            kind: story.kind,
            status: story.status,
            estimate: story.estimate.clone(),
            understanding: story.understanding,
            n_open_questions: story.questions.iter().filter(|one| !one.is_closed).count(),
            gates: sheet.gates(),
            is_placed: story.is_placed,
            is_planned: self.plan.has(id),
        })
    }
}

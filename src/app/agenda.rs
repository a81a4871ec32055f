//! Stories planned at the desk: each is put on the table in its turn, and what the table
//! makes of it is kept for the desk, which may be opened long after.

use crate::room::{Intent, MAX_TITLE_CHARS, Phase, Story, Table};
use crate::saved::{Agenda, KeptEstimate, Planned, back_key, write_back};
use crate::story::Round;

use super::ctx::Ctx;
use super::event::{Effect, PlannedTable};
use super::record::estimated_story;
use super::stage::{App, Stage};
use super::view::AgendaView;

impl App {
    /// A table is wanted for these stories; a name is asked for first, if there is none.
    pub(super) fn open_planned(&mut self, plan: PlannedTable, ctx: &mut Ctx) {
        let planned = plan.stories.into_iter().filter_map(|story| {
            let title = tidy(&story.title);
            let is_called = !title.is_empty();
            is_called.then_some(Planned {
                id: story.id.parse().ok()?,
                title,
                link: story.link,
                ..Planned::default()
            })
        });
        self.planned_meeting = plan.meeting;
        self.planned = Agenda {
            stories: planned.collect(),
            goal: plan.goal,
        };
        let name = self.prefs.settings.name.clone();
        self.ask_name();
        if !name.is_empty() {
            self.name_given(&name, ctx);
        }
    }

    /// A new table has the stories that were planned for it, or none.
    pub(super) fn begin_agenda(&mut self, ctx: &mut Ctx) {
        let agenda = std::mem::take(&mut self.planned);
        self.prefs.keep_agenda(agenda, ctx);
    }

    /// Once per update: a new story gets its title, estimates are kept for the desk.
    pub(super) fn follow_agenda(&mut self, ctx: &mut Ctx) {
        if self.prefs.agenda.stories.is_empty() || !self.opened_this_table() {
            return;
        }
        let Some(table) = self.table() else { return };
        let mut stories = self.prefs.agenda.stories.clone();
        bind(&mut stories, table);
        let next = next_planned(&stories, table);
        let voted = tell(&mut stories, table);
        if stories != self.prefs.agenda.stories {
            let goal = self.prefs.agenda.goal.clone();
            self.prefs.keep_agenda(Agenda { goal, stories }, ctx);
        }
        for (key, text) in voted {
            ctx.ask(Effect::Keep { key, text });
        }
        if let Some(next) = next.filter(|_| matches!(self.stage, Stage::Hosting(_))) {
            let Planned { title, link, .. } = next;
            self.want(|_, story| Intent::Bring { story, title, link }, ctx);
        }
    }

    /// Where the story shown stands among those planned, and what comes next.
    pub(super) fn agenda_view(&self, table: &Table, shown: usize) -> Option<AgendaView> {
        let planned = &self.prefs.agenda.stories;
        if planned.is_empty() || !self.opened_this_table() {
            return None;
        }
        let story = table.stories.get(shown);
        let at = story.and_then(|story| planned.iter().position(|one| is_bound(one, story)));
        let next = planned.iter().find(|one| one.began_ms.is_none());
        Some(AgendaView {
            at: at.map(|at| at + 1),
            of: planned.len(),
            next: next.map(|one| one.title.clone()),
        })
    }

    /// Whether the table is the one that this browser opened, whoever holds it now.
    pub(super) fn opened_this_table(&self) -> bool {
        match &self.stage {
            Stage::Hosting(hosting) => !hosting.is_taken_over,
            Stage::Seated(seated) => {
                let me = seated.guest.me();
                seated
                    .guest
                    .table()
                    .is_some_and(|table| table.founder == me)
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => false,
        }
    }
}

/// As the table would make it, so that it is found there again.
fn tidy(title: &str) -> String {
    let title = title.trim().chars();
    let title = title.map(|c| if c.is_control() { ' ' } else { c });
    let title: String = title.take(MAX_TITLE_CHARS).collect();
    title.trim_end().to_owned()
}

/// Finds those that came on the table since last time, by the title they were given; also
/// when another page took over, whose clock they are dated by from then on.
fn bind(planned: &mut [Planned], table: &Table) {
    for at in 0..planned.len() {
        let mut others = planned.to_vec();
        others.remove(at);
        let Some(one) = planned.get_mut(at) else {
            continue;
        };
        if of_table(one, table).is_some() {
            continue;
        }
        let is_free = |story: &Story| others.iter().all(|other| !is_bound(other, story));
        let mut stories = table.stories.iter();
        let found = stories.find(|story| story.title == one.title && is_free(story));
        one.began_ms = found.map(|story| story.began_ms);
    }
}

fn is_bound(planned: &Planned, story: &Story) -> bool {
    planned.began_ms == Some(story.began_ms)
}

fn of_table<'a>(planned: &Planned, table: &'a Table) -> Option<&'a Story> {
    table.stories.iter().find(|story| is_bound(planned, story))
}

/// What the story on the table is to be: it is new, and one is waiting.
fn next_planned(planned: &[Planned], table: &Table) -> Option<Planned> {
    let story = table.story()?;
    let is_open =
        matches!(&table.round.phase, Phase::Voting { commitments } if commitments.is_empty());
    let is_new = story.title.is_empty() && story.rounds.is_empty() && is_open;
    if !is_new || planned.iter().any(|one| is_bound(one, story)) {
        return None;
    }
    planned.iter().find(|one| one.began_ms.is_none()).cloned()
}

/// What the desk is to be told: key and text of each estimate saved since last time.
fn tell(planned: &mut [Planned], table: &Table) -> Vec<(String, String)> {
    let news = planned.iter_mut().filter_map(|one| {
        let story = of_table(one, table)?;
        if story.estimated_ms == one.told_ms {
            return None;
        }
        one.told_ms = story.estimated_ms;
        Some((back_key(&one.id.to_string()), write_back(&estimate(story)?)))
    });
    news.collect()
}

fn estimate(story: &Story) -> Option<KeptEstimate> {
    let round = round_of(story);
    Some(KeptEstimate {
        estimate: story.estimate.clone()?,
        round: (round.n_rounds > 0).then_some(round),
        at_ms: story.estimated_ms?,
    })
}

/// The last vote on a story as the desk keeps it.
pub(super) fn round_of(story: &Story) -> Round {
    let estimated = estimated_story(story);
    Round {
        n_rounds: estimated.rounds,
        votes: estimated.histogram,
        agreement: estimated.agreement,
        average: estimated.average.map(|value| value.to_string()),
        median: estimated.median.map(|value| value.to_string()),
        lowest: estimated.lowest,
        highest: estimated.highest,
        seconds: estimated.seconds_to_consensus,
        voted_at_ms: estimated.voted_at_ms,
    }
}

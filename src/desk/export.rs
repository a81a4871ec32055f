//! What leaves the desk: files, the clipboard, paper.
//!
//! What the list shows is what leaves; the JSON has the whole backlog. Notes, which are one
//! person's own, leave in the JSON alone.

use std::sync::Arc;

use crate::exchange::{
    EstimatedStory, RecordWords, RecordedStory, Section, csv, iso8601_utc, jira_csv, record,
    recorded, recorded_section, ticket_comment, write_json,
};
use crate::meeting::AgendaStep;
use crate::story::{Story, StoryId, judge};
use crate::words::{DeskWords, ExchangeWords, PlanWords};

use super::checklist::Leaving;
use super::ctx::DeskCtx;
use super::effect::{DeskCopy, DeskEffect};
use super::event::ExportEvent;
use super::stage::Desk;
use super::story_says;
use super::view::{DeskNoticeText, Paper};

/// The record is drawn before the print dialog opens, in ms.
const DRAWN_MS: u32 = 100;

/// The record stays for the dialog, which some browsers open later, in ms.
const ON_PAPER_MS: i64 = 60_000;

/// A record on its way to the printer.
#[derive(Debug, Default)]
pub(super) struct Export {
    paper: Option<Arc<Paper>>,
    since_ms: i64,
    /// The dialog was not asked for yet.
    is_due: bool,
}

impl Export {
    pub(super) fn paper(&self) -> Option<Arc<Paper>> {
        self.paper.clone()
    }
}

/// A story that leaves.
type LeavingStory = (StoryId, Arc<Story>);

impl Desk {
    pub(super) fn update_export(&mut self, event: ExportEvent, ctx: &mut DeskCtx) {
        // What follows from the fields of a story has to be known of all of them.
        while self.shelf.look_at_some(usize::MAX, &self.definition) {}
        match event {
            ExportEvent::CsvSaved => {
                save_today("estimates", "csv", self.estimates(), ctx);
                let ids = self.list.shown(&self.shelf);
                self.left(&Leaving::Estimates(ids));
            }
            ExportEvent::JiraSaved => {
                save_today("jira", "csv", self.jira(), ctx);
                let known = self.leaving().into_iter();
                let known = known.filter(|(_, story)| !story.key.is_empty());
                let ids = known.map(|(id, _)| id).collect();
                self.left(&Leaving::Estimates(ids));
            }
            ExportEvent::RecordSaved => {
                save_today("record", "md", self.record(), ctx);
                let ids = self.list.shown(&self.shelf);
                self.left(&Leaving::Decisions(ids));
            }
            ExportEvent::JsonSaved => save_today("backlog", "json", self.json(), ctx),
            ExportEvent::RecordCopied => {
                ctx.ask(DeskEffect::Copy {
                    what: DeskCopy::Markdown,
                    text: self.record(),
                });
                let ids = self.list.shown(&self.shelf);
                self.copies(Leaving::Decisions(ids));
            }
            ExportEvent::Printed => self.print_record(ctx),
            ExportEvent::CommentCopied(id) => self.copy_comment(id, ctx),
        }
    }

    /// The stories that the list shows, in order.
    fn leaving(&self) -> Vec<LeavingStory> {
        let ids = self.list.shown(&self.shelf).into_iter();
        ids.filter_map(|id| Some((id, Arc::clone(self.shelf.story(id)?))))
            .collect()
    }

    fn estimates(&self) -> String {
        let words = DeskWords::of(self.language).backlog;
        let stories = self.leaving().into_iter().map(|(_, story)| {
            let is_ready = judge(&story, &self.definition).ready.is_passed();
            let status = story_says::status(words, story.status);
            EstimatedStory {
                notes: None,
                ..EstimatedStory::of_story(&story, status, Some(is_ready))
            }
        });
        csv(&stories.collect::<Vec<_>>())
    }

    /// Without a key Jira would make a new issue of a story.
    fn jira(&self) -> String {
        let stories = self.leaving();
        let stories = stories.iter().map(|(_, story)| story.as_ref());
        let known: Vec<&Story> = stories.filter(|story| !story.key.is_empty()).collect();
        jira_csv(&known, &record_words(self.words().exchange))
    }

    fn json(&self) -> String {
        let stories = self.shelf.stories();
        let stories: Vec<_> = stories.map(|(id, story)| (id, story.as_ref())).collect();
        write_json(&self.backlog_name(), &stories)
    }

    fn words(&self) -> &'static DeskWords {
        DeskWords::of(self.language)
    }

    fn backlog_name(&self) -> String {
        let open = self.shelf.backlogs().get(&self.shelf.open_id());
        open.map_or_else(String::new, |backlog| backlog.name.clone())
    }

    /// What stands over a record.
    fn heading(&self) -> String {
        let name = self.backlog_name();
        if name.is_empty() {
            self.words().backlog.title.to_owned()
        } else {
            name
        }
    }

    fn record(&self) -> String {
        let stories = self.leaving();
        let stories = stories.iter().map(|(_, story)| self.as_recorded(story));
        let stories: Vec<RecordedStory<'_>> = stories.collect();
        let words = record_words(self.words().exchange);
        record(&self.heading(), &stories, &self.sections(), &words)
    }

    fn as_recorded<'a>(&self, story: &'a Story) -> RecordedStory<'a> {
        let status = story_says::status(self.words().backlog, story.status);
        RecordedStory {
            story,
            status,
            time: None,
        }
    }

    /// What the planned session adds to the stories.
    fn sections(&self) -> Vec<Section> {
        let (plan, words) = (self.plan.plan(), self.words());
        let open = plan.follow_ups.iter().filter(|point| !point.is_closed);
        let is_planned = !plan.stories.is_empty();
        let parts = plan.agenda.iter().filter(|part| is_planned && part.is_on);
        let parts = parts.map(|part| {
            let (name, minutes) = (step(words.plan, part.step), part.minutes);
            format!("{name}: {minutes} {}", words.plan.minutes)
        });
        vec![
            Section {
                heading: words.exchange.record_follow_ups.to_owned(),
                lines: open.map(|point| point.text.clone()).collect(),
            },
            Section {
                heading: words.exchange.record_agenda.to_owned(),
                lines: parts.collect(),
            },
        ]
    }

    fn copy_comment(&mut self, id: StoryId, ctx: &mut DeskCtx) {
        let Some(story) = self.shelf.story(id) else {
            return;
        };
        let text = self.comment_on(story);
        if text.trim().is_empty() {
            let text = DeskNoticeText::NothingToComment;
            self.notices.add(text, ctx.now_ms);
            return;
        }
        let what = DeskCopy::Comment(id);
        ctx.ask(DeskEffect::Copy { what, text });
        self.copies(Leaving::Decisions(vec![id]));
    }

    /// What is said of a story in its ticket; empty: nothing.
    pub(super) fn comment_on(&self, story: &Story) -> String {
        ticket_comment(story, &record_words(self.words().exchange))
    }

    /// The list draws what is in sight; on paper everything is.
    fn print_record(&mut self, ctx: &mut DeskCtx) {
        let words = record_words(self.words().exchange);
        let stories = self.leaving();
        let stories = stories.iter();
        let texts = stories.map(|(_, story)| recorded(&self.as_recorded(story), &words));
        let sections = self.sections();
        let texts = texts.chain(sections.iter().filter_map(recorded_section));
        let paper = Paper {
            heading: self.heading(),
            parts: texts.collect(),
        };
        self.print(paper, ctx);
    }

    /// Draws it, and then asks for the print dialog.
    pub(super) fn print(&mut self, paper: Paper, ctx: &mut DeskCtx) {
        self.export = Export {
            paper: Some(Arc::new(paper)),
            since_ms: ctx.now_ms,
            is_due: true,
        };
        let after_ms = DRAWN_MS;
        ctx.ask(DeskEffect::Wake { after_ms });
    }

    pub(super) fn tick_export(&mut self, ctx: &mut DeskCtx) {
        let shown_ms = ctx.now_ms - self.export.since_ms;
        if self.export.is_due && shown_ms >= i64::from(DRAWN_MS / 2) {
            self.export.is_due = false;
            ctx.ask(DeskEffect::Print);
        } else if self.export.paper.is_some() && shown_ms >= ON_PAPER_MS {
            self.export = Export::default();
        }
    }
}

/// A file is named by what is in it and by the day.
fn save_today(what: &str, ending: &str, text: String, ctx: &mut DeskCtx) {
    let local_ms = ctx.now_ms + i64::from(ctx.utc_offset_min) * 60_000;
    let at = iso8601_utc(local_ms);
    let (day, _) = at.split_once('T').unwrap_or((&at, ""));
    let mime = match ending {
        "csv" => "text/csv",
        "json" => "application/json",
        _markdown => "text/markdown",
    };
    let name = format!("floret-{what}-{day}.{ending}");
    ctx.ask(DeskEffect::Download { name, mime, text });
}

fn step(words: &PlanWords, step: AgendaStep) -> &'static str {
    match step {
        AgendaStep::SilentReading => words.silent_reading,
        AgendaStep::FollowUps => words.follow_ups,
        AgendaStep::WalkThrough => words.walk_through,
        AgendaStep::Estimate => words.estimate,
        AgendaStep::Risks => words.risks,
        AgendaStep::MarkReady => words.mark_ready,
    }
}

pub(super) fn record_words(words: &ExchangeWords) -> RecordWords<'static> {
    RecordWords {
        what: words.record_what,
        why: words.record_why,
        acceptance: words.record_acceptance,
        dependencies: words.record_dependencies,
        status: words.record_status,
        estimate: words.record_estimate,
        votes: words.record_votes,
        agreement: words.record_agreement,
        rounds: words.record_rounds,
        time: words.record_time,
        decisions: words.record_decisions,
        instead_of: words.record_instead_of,
        questions: words.record_questions,
        due: words.record_due,
        risks: words.record_risks,
        blocks: words.record_blocks,
        overruled: words.record_overruled,
        sent_back: words.record_sent_back,
    }
}

//! What leaves the page by the person's own hand: copies, files, the share sheet.

use crate::ballot::{Transcript, tally};
use crate::exchange::{EstimatedStory, MarkdownWords, csv, markdown};
use crate::room::{Phase, Story, Table};
use crate::wire::invite_url;

use super::ctx::Ctx;
use super::event::{CopyWhat, Effect, Event};
use super::stage::{App, Stage};
use super::view::Language;
use super::way_back::WayBack;

impl App {
    pub(super) fn copy(&self, what: CopyWhat, ctx: &mut Ctx) {
        let text = match what {
            CopyWhat::Invite => self.invite_link(),
            CopyWhat::Reply => match &self.stage {
                Stage::Joining(joining) => joining.reply_link(),
                Stage::Handing(handing) => Some(handing.link(&self.boot.base)),
                Stage::Hosting(hosting) => hosting.way_back.as_ref().and_then(WayBack::reply_link),
                Stage::Seated(seated) => seated.way_back.as_ref().and_then(WayBack::reply_link),
                Stage::Start
                | Stage::Naming { .. }
                | Stage::Returning(_)
                | Stage::Desk(_)
                | Stage::Stopped { .. } => None,
            },
            CopyWhat::Markdown => self.table().map(|table| self.markdown(table)),
            // The screen has the text already.
            CopyWhat::Meeting => None,
            CopyWhat::Csv => self.table().map(|table| csv(&estimated(table))),
        };
        if let Some(text) = text {
            ctx.ask(Effect::Copy { what, text });
        }
    }

    pub(super) fn share(&self, ctx: &mut Ctx) {
        if let Some(url) = self.invite_link() {
            ctx.ask(Effect::Share {
                title: String::from("Floret"),
                url,
            });
        }
    }

    /// The invite to show: the host's own newest, or the one this guest came by.
    pub(super) fn invite_link(&self) -> Option<String> {
        let code = match &self.stage {
            Stage::Hosting(hosting) => hosting.door.code()?,
            Stage::Seated(seated) => seated.code.as_str(),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => return None,
        };
        Some(invite_url(&self.boot.base, code))
    }

    pub(super) fn download(&self, event: &Event, ctx: &mut Ctx) {
        let Some(table) = self.table() else { return };
        if *event == Event::DownloadCsv {
            let text = csv(&estimated(table));
            let name = String::from("floret-estimates.csv");
            ctx.ask(Effect::Download {
                name,
                mime: "text/csv",
                text,
            });
        } else if let Some(text) = transcript(table) {
            let round = table.round.number;
            super::rules::download_text(&format!("floret-round-{round}.json"), text, ctx);
        }
    }

    fn markdown(&self, table: &Table) -> String {
        let words = crate::words::Words::of(self.prefs.language());
        let list = &words.export;
        markdown(
            &estimated(table),
            &MarkdownWords {
                heading: list.heading,
                key: list.key,
                story: list.story,
                estimate: list.estimate,
                votes: list.votes,
                average: list.average,
                median: list.median,
                agreement: list.agreement,
                rounds: list.rounds,
                decimal_mark: self.decimal_mark(),
            },
        )
    }

    pub(super) fn decimal_mark(&self) -> char {
        match self.prefs.language() {
            Language::English => '.',
            Language::German => ',',
        }
    }
}

/// The public values of the round shown, if it is counted.
fn transcript(table: &Table) -> Option<String> {
    let Phase::Revealed { list, openings } = &table.round.phase else {
        return None;
    };
    let terms = table.terms()?;
    let opened: Vec<_> = openings.iter().cloned().map(Some).collect();
    let tally = tally(&terms, list, &opened).ok()?;
    let transcript = Transcript {
        terms,
        commitments: list.clone(),
        openings: openings.clone(),
        tally,
    };
    Some(transcript.to_json())
}

/// Stories that were voted on or estimated.
fn estimated(table: &Table) -> Vec<EstimatedStory> {
    table
        .stories
        .iter()
        .filter(|story| story.estimate.is_some() || !story.rounds.is_empty())
        .map(estimated_story)
        .collect()
}

pub(super) fn estimated_story(story: &Story) -> EstimatedStory {
    let seconds = |ms: i64| u32::try_from(ms.saturating_sub(story.began_ms).max(0) / 1000).ok();
    let blank = EstimatedStory {
        title: story.title.clone(),
        estimate: story.estimate.clone(),
        voted_at_ms: story.estimated_ms,
        rounds: u32::try_from(story.rounds.len()).unwrap_or(u32::MAX),
        url: Some(story.link.clone()).filter(|link| !link.is_empty()),
        seconds_to_consensus: story.estimated_ms.and_then(seconds),
        ..EstimatedStory::default()
    };
    let Some(last) = story.rounds.last() else {
        return blank;
    };
    let hand = last.hand();
    let individual_votes = last.named.as_ref().map(|votes| {
        votes
            .iter()
            .filter_map(|vote| {
                let card = hand.label(usize::from(vote.choice?))?;
                Some((vote.name.clone(), card.to_owned()))
            })
            .collect()
    });
    EstimatedStory {
        individual_votes,
        ..blank.with_tally(&hand, &last.counts)
    }
}

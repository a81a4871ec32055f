//! What a story is, in short: key, sort, estimate, understanding, people, labels.

use super::{of_story, one_line, tell, told};
use crate::desk::DeskEvent;
use crate::desk::event::{BacklogEvent, Field, ListField, StoryEvent};
use crate::desk::view::{Kind, Story, Understanding, safe_href};
use crate::ui::desk::{DeskUi, fields, say};
use crate::ui::parts::{El, el, leads_out, para, region, region_if, tag};

const KINDS: [Kind; 4] = [Kind::Story, Kind::Bug, Kind::Task, Kind::Spike];

const LEVELS: [Option<Understanding>; 4] = [
    None,
    Some(Understanding::Clear),
    Some(Understanding::Partly),
    Some(Understanding::Unclear),
];

/// The short fields.
pub(super) fn facts(ui: DeskUi) -> El {
    let words = ui.words.story;
    let placed = fields::check(
        ui,
        "story-placed",
        words.placed,
        of_story(ui, |story| story.is_placed),
        move |on| told(ui, StoryEvent::Placed(on)),
    );
    tag("section", "paper facts-box")
        .attr("aria-label", words.facts)
        .add([
            one_line(ui, "story-key", words.key, Field::Key),
            kind(ui),
            one_line(ui, "story-estimate", words.estimate, Field::Estimate),
            vote(ui),
            understanding(ui),
            placed,
            collected(
                ui,
                "story-needed",
                (words.needed, words.needed_hint),
                ListField::Needed,
            ),
            collected(
                ui,
                "story-labels",
                (words.labels, words.labels_hint),
                ListField::Labels,
            ),
            address(ui),
            team(ui),
        ])
}

fn kind(ui: DeskUi) -> El {
    let answers = move || {
        let names = KINDS.into_iter().map(|kind| say::kind(ui, kind).to_owned());
        names.collect()
    };
    let chosen = of_story(ui, |story| {
        KINDS
            .iter()
            .position(|kind| *kind == story.kind)
            .unwrap_or_default()
    });
    let label = ui.words.backlog.kind;
    fields::select("story-kind", label, answers, chosen, move |at| {
        if let Some(kind) = KINDS.get(at) {
            tell(ui, StoryEvent::Kind(*kind));
        }
    })
}

fn understanding(ui: DeskUi) -> El {
    let words = ui.words.backlog;
    let answers = move || {
        let names = LEVELS.into_iter();
        let names =
            names.map(|level| level.map_or(words.not_said, |it| say::understanding(ui, it)));
        names.map(str::to_owned).collect()
    };
    let chosen = of_story(ui, |story| {
        let mut levels = LEVELS.iter();
        levels
            .position(|level| *level == story.understanding)
            .unwrap_or_default()
    });
    fields::select(
        "story-level",
        words.understanding,
        answers,
        chosen,
        move |at| {
            if let Some(level) = LEVELS.get(at) {
                tell(ui, StoryEvent::Understanding(*level));
            }
        },
    )
}

/// Where the estimate comes from.
fn vote(ui: DeskUi) -> El {
    let count = ui.words.story_count;
    region(of_story(ui, votes), move |votes| {
        let (rounds, cards) = votes.as_ref()?;
        let cards = cards.iter().map(|(card, n)| format!("{card} × {n}"));
        let cards: Vec<_> = cards.collect();
        let text = [count.rounds.of(*rounds), cards.join(", ")].join(": ");
        Some(para("note", text))
    })
}

fn votes(story: &Story) -> Option<(usize, Vec<(String, u32)>)> {
    let round = story.round.as_ref()?;
    Some((usize::try_from(round.n_rounds).ok()?, round.votes.clone()))
}

/// People or labels: those there are, and a box for more.
fn collected(ui: DeskUi, id: &str, (label, hint): (&'static str, &str), list: ListField) -> El {
    let now = of_story(ui, move |story| match list {
        ListField::Needed => story.needed.clone(),
        ListField::Labels => story.labels.clone(),
        ListField::Questions | ListField::Risks | ListField::Decisions => Vec::new(),
    });
    let words = fields::words(ui, label, now, move |at| {
        told(ui, StoryEvent::WordRemoved(list, at))
    });
    let texts = (label, hint, ui.words.story.add);
    let add = fields::adder(ui, id, texts, move |text| {
        let is_said = !text.trim().is_empty();
        is_said.then(|| told(ui, StoryEvent::WordAdded(list, text)))?
    });
    tag("div", "collected").add([tag("span", "label").add(label), words, add])
}

/// The address in the tracker, and a way there if it is one a browser may follow.
fn address(ui: DeskUi) -> El {
    let field = one_line(ui, "story-link", ui.words.story.link, Field::Link);
    let now = of_story(ui, |story| safe_href(&story.link));
    let way = region(now, move |link| {
        let link = link.as_ref()?;
        Some(para("note", leads_out(link).add(ui.words.story.open_link)))
    });
    el("div").add([field, way])
}

/// Which backlog it is in, if there are several.
fn team(ui: DeskUi) -> El {
    let has_others = ui.story(|shown| shown.backlogs.len() > 1);
    region_if(has_others, move || {
        let names = ui.story(|shown| {
            let names = shown.backlogs.iter().map(|one| one.name.clone());
            names.collect::<Vec<_>>()
        });
        let answers = move || {
            let names = names().into_iter();
            let unnamed = ui.words.backlog.unnamed;
            names
                .map(|name| {
                    if name.is_empty() {
                        unnamed.to_owned()
                    } else {
                        name
                    }
                })
                .collect()
        };
        let chosen = ui.story(|shown| {
            let mut backlogs = shown.backlogs.iter();
            backlogs
                .position(|one| one.id == shown.backlog)
                .unwrap_or_default()
        });
        let label = ui.words.backlog.team;
        fields::select("story-team", label, answers, chosen, move |at| {
            let to = ui.story(|shown| shown.backlogs.iter().map(|one| one.id).collect::<Vec<_>>());
            let id = leptos::prelude::untrack(ui.story(|shown| Some(shown.id)));
            if let (Some(to), Some(id)) = (leptos::prelude::untrack(to).get(at), id) {
                ui.send(DeskEvent::Backlog(BacklogEvent::StorySent(id, *to)));
            }
        })
    })
}

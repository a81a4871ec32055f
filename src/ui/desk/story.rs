//! One story with all its fields.

mod facts;
mod gates;
mod items;

use super::{DeskUi, beginning, export, fields, say, ticket};
use crate::desk::event::{BacklogEvent, Field, PlanEvent, PrepareEvent, StoryEvent};
use crate::desk::view::{DeskScreen, StoryScreen};
use crate::desk::view::{Story, StoryId};
use crate::desk::{DeskEvent, DeskPage};
use crate::ui::parts::{El, act, el, group, para, region, region_if, tag};
use crate::ui::rich;
use crate::words::fill;

/// The whole page.
pub(super) fn story(ui: DeskUi) -> El {
    let say = ui.words.story;
    let main = tag("div", "paper story-main").add([
        one_line(
            ui,
            "story-title",
            ui.words.backlog.story_title,
            Field::Title,
        ),
        many_lines(ui, "story-why", say.why, Field::Why),
        many_lines(ui, "story-text", say.description, Field::Description),
        many_lines(ui, "story-criteria", say.acceptance, Field::Acceptance),
        many_lines(ui, "story-needs", say.dependencies, Field::Dependencies),
        items::items(ui),
        many_lines(ui, "story-notes", say.notes, Field::Notes),
        para("note", say.notes_note),
    ]);
    let side = tag("div", "story-side").add([
        gates::gates(ui),
        facts::facts(ui),
        ways(ui),
        ticket::ticket(ui),
    ]);
    tag("div", "story-page").add([
        way_back(ui),
        head(ui),
        tag("div", "story-parts").add([main, side]),
    ])
}

/// The title, and the way to guided preparation. Whoever comes back from there finds the
/// focus where it was.
fn head(ui: DeskUi) -> El {
    let title = ui.story(|shown| shown.story.title.clone());
    let is_back = leptos::prelude::untrack(ui.story(|shown| shown.is_back));
    let heading = if is_back { el("h1") } else { beginning("") };
    let heading = heading.text(move || say::titled(ui, &title()).to_owned());
    let button = tag("button", "btn primary").attr("type", "button");
    let button = if is_back {
        button.attr("data-start", "")
    } else {
        button
    };
    let button = button.on("click", move |_| {
        if let Some(id) = leptos::prelude::untrack(ui.story(|shown| Some(shown.id))) {
            ui.send(DeskEvent::Prepare(PrepareEvent::Opened(id)));
        }
    });
    tag("div", "desk-head").add([heading, button.add(ui.words.prepare.open)])
}

/// It was deleted, here or in another tab.
pub(super) fn gone(ui: DeskUi) -> El {
    let say = ui.words.backlog;
    tag("div", "paper").add([
        beginning(say.gone_title),
        para("lead", say.gone_note),
        para("note", link(&DeskPage::Backlog, say.title)),
    ])
}

fn link(page: &DeskPage, label: &str) -> El {
    el("a")
        .attr("href", &format!("#{}", page.fragment()))
        .add(label)
}

/// Back to the list; the stories before and after.
fn way_back(ui: DeskUi) -> El {
    let words = ui.words.story;
    let place = ui.story(|shown| (shown.place, shown.n_stories));
    let place = el("span").text(move || {
        let (place, of) = place();
        fill(words.place, &[&place.to_string(), &of.to_string()])
    });
    let step = |label: &'static str, pick: fn(&StoryScreen) -> Option<StoryId>| {
        region(ui.story(pick), move |to| {
            to.map(|id| link(&DeskPage::Story(id), label))
        })
    };
    tag("p", "story-way note").add([
        link(&DeskPage::Backlog, ui.words.backlog.title),
        place,
        step(words.previous, |shown| shown.previous),
        step(words.next, |shown| shown.next),
    ])
}

/// What can be done with the whole story.
fn ways(ui: DeskUi) -> El {
    let id = ui.story(|shown| Some(shown.id));
    region(id, move |id| id.map(|id| ways_of(ui, id)))
}

fn ways_of(ui: DeskUi, id: StoryId) -> El {
    let say = ui.words.backlog;
    let is_planned = ui.story(|shown| shown.is_planned);
    let plan = region(is_planned, move |is_planned| {
        let (label, event) = if *is_planned {
            (say.take_out, PlanEvent::TakenOut(id))
        } else {
            (say.take_in, PlanEvent::TakenIn(id))
        };
        act(ui, "btn", label, DeskEvent::Plan(event))
    });
    let duplicate = DeskEvent::Backlog(BacklogEvent::StoryDuplicated(id));
    let delete = DeskEvent::Backlog(BacklogEvent::StoryDeleted(id));
    tag("div", "row").add([
        plan,
        export::comment(ui, id),
        act(ui, "btn quiet", say.duplicate, duplicate),
        act(ui, "btn quiet", say.delete, delete),
    ])
}

/// The story shown, if one is.
fn shown(screen: &DeskScreen) -> Option<&StoryScreen> {
    if let DeskScreen::Story(shown) = screen {
        Some(shown)
    } else {
        None
    }
}

/// Part of the story shown; what picks it may be a closure.
fn of_story<T: Default>(
    ui: DeskUi,
    pick: impl Fn(&Story) -> T + Copy + 'static,
) -> impl Fn() -> T + Copy + 'static {
    move || {
        let view = ui.look();
        shown(&view.screen)
            .map(|shown| pick(&shown.story))
            .unwrap_or_default()
    }
}

/// An event for the story shown.
fn told(ui: DeskUi, event: StoryEvent) -> Option<DeskEvent> {
    let id = leptos::prelude::untrack(ui.story(|shown| Some(shown.id)))?;
    Some(DeskEvent::Story(id, event))
}

/// Tells the story shown.
fn tell(ui: DeskUi, event: StoryEvent) {
    if let Some(event) = told(ui, event) {
        ui.send(event);
    }
}

fn one_line(ui: DeskUi, id: &str, label: &str, field: Field) -> El {
    let now = of_story(ui, move |story| text_of(story, field).to_owned());
    fields::text(ui, id, label, now, move |text| {
        told(ui, StoryEvent::Typed(field, text))
    })
}

/// A long text, and how it reads.
fn many_lines(ui: DeskUi, id: &str, label: &str, field: Field) -> El {
    let now = of_story(ui, move |story| text_of(story, field).to_owned());
    let area = fields::area(ui, id, label, now, move |text| {
        told(ui, StoryEvent::Typed(field, text))
    });
    let is_written = of_story(ui, move |story| !text_of(story, field).is_empty());
    let reads = region_if(is_written, move || {
        let summary = el("summary").add(ui.words.story.preview);
        tag("details", "reads").add([summary, rich::rich(now)])
    });
    tag("div", "long-text").add([area, reads])
}

fn text_of(story: &Story, field: Field) -> &str {
    match field {
        Field::Key => &story.key,
        Field::Title => &story.title,
        Field::Description => &story.description,
        Field::Why => &story.why,
        Field::Acceptance => &story.acceptance,
        Field::Dependencies => &story.dependencies,
        Field::Link => &story.link,
        Field::Estimate => &story.estimate,
        Field::Notes => &story.notes,
    }
}

/// A heading over a part of the page.
fn part(title: &str, body: impl crate::ui::parts::Part) -> El {
    tag("section", "part").add(el("h2").add(title)).add(body)
}

/// Something that is there as long as a list is not empty.
fn if_any(is_any: impl Fn() -> bool + 'static, draw: impl Fn() -> El + 'static) -> El {
    group([region_if(is_any, draw)])
}

//! Open questions, risks and decisions of a story.

use super::{if_any, of_story, part, tell, told};
use crate::desk::event::{ItemField, ListField, StoryEvent};
use crate::desk::view::Story;
use crate::ui::desk::{DeskUi, fields};
use crate::ui::parts::{El, el, line, tag};

/// All three lists.
pub(super) fn items(ui: DeskUi) -> El {
    let say = ui.words.story;
    el("div").add([
        part(
            say.questions,
            list(ui, ListField::Questions, say.add_question),
        ),
        part(say.risks, list(ui, ListField::Risks, say.add_risk)),
        part(
            say.decisions,
            list(ui, ListField::Decisions, say.add_decision),
        ),
    ])
}

fn n_items(story: &Story, list: ListField) -> usize {
    match list {
        ListField::Questions => story.questions.len(),
        ListField::Risks => story.risks.len(),
        ListField::Decisions => story.decisions.len(),
        ListField::Needed | ListField::Labels => 0,
    }
}

fn list(ui: DeskUi, list: ListField, add: &str) -> El {
    let n = of_story(ui, move |story| n_items(story, list));
    let lines = move || {
        let places = 0..n();
        places
            .map(|at| line(at.to_string(), move || item(ui, list, at)))
            .collect()
    };
    let rows = if_any(
        move || n() > 0,
        move || tag("ul", "items").attr("role", "list").lines(lines),
    );
    let add = tag("button", "btn small")
        .attr("type", "button")
        .on("click", move |_| tell(ui, StoryEvent::ItemAdded(list)))
        .add(add);
    tag("div", "item-list").add([rows, add])
}

fn item(ui: DeskUi, list: ListField, at: usize) -> El {
    let parts = match list {
        ListField::Questions => question(ui, at),
        ListField::Risks => risk(ui, at),
        ListField::Decisions => decision(ui, at),
        ListField::Needed | ListField::Labels => Vec::new(),
    };
    let remove = fields::remover(ui, ui.words.story.remove, move || {
        told(ui, StoryEvent::ItemRemoved(list, at))
    });
    tag("li", "item")
        .add(tag("div", "item-fields").add(parts))
        .add(remove)
}

fn question(ui: DeskUi, at: usize) -> Vec<El> {
    let say = ui.words.story;
    let stops = fields::check(
        ui,
        &format!("question-stops-{at}"),
        say.stops_work,
        of_story(ui, move |story| {
            story.questions.get(at).is_some_and(|one| one.stops_work)
        }),
        move |on| told(ui, StoryEvent::QuestionStops(at, on)),
    );
    let closed = fields::check(
        ui,
        &format!("question-closed-{at}"),
        say.answered,
        of_story(ui, move |story| {
            story.questions.get(at).is_some_and(|one| one.is_closed)
        }),
        move |on| told(ui, StoryEvent::QuestionClosed(at, on)),
    );
    vec![
        box_of(ui, at, ItemField::QuestionText, say.question),
        box_of(ui, at, ItemField::QuestionOwner, say.owner),
        box_of(ui, at, ItemField::QuestionDue, say.due),
        stops,
        closed,
    ]
}

fn risk(ui: DeskUi, at: usize) -> Vec<El> {
    let say = ui.words.story;
    let blocks = fields::check(
        ui,
        &format!("risk-blocks-{at}"),
        say.blocks,
        of_story(ui, move |story| {
            story.risks.get(at).is_some_and(|one| one.blocks)
        }),
        move |on| told(ui, StoryEvent::RiskBlocks(at, on)),
    );
    vec![
        box_of(ui, at, ItemField::RiskText, say.risk),
        box_of(ui, at, ItemField::RiskOwner, say.owner),
        blocks,
    ]
}

fn decision(ui: DeskUi, at: usize) -> Vec<El> {
    let say = ui.words.story;
    vec![
        box_of(ui, at, ItemField::DecisionWhat, say.decision),
        box_of(ui, at, ItemField::DecisionWhy, say.decision_why),
        box_of(ui, at, ItemField::DecisionWho, say.decision_who),
        box_of(ui, at, ItemField::DecisionDropped, say.decision_dropped),
    ]
}

fn box_of(ui: DeskUi, at: usize, field: ItemField, label: &str) -> El {
    let now = of_story(ui, move |story| text_of(story, at, field).to_owned());
    let id = format!("{}-{at}", name_of(field));
    let input = fields::bare(ui, &id, label, now, move |text| {
        told(ui, StoryEvent::ItemTyped { at, field, text })
    });
    match field {
        ItemField::QuestionDue => input.attr("type", "date"),
        ItemField::QuestionText
        | ItemField::QuestionOwner
        | ItemField::RiskText
        | ItemField::RiskOwner
        | ItemField::DecisionWhat
        | ItemField::DecisionWhy
        | ItemField::DecisionWho
        | ItemField::DecisionDropped => input,
    }
}

fn name_of(field: ItemField) -> &'static str {
    match field {
        ItemField::QuestionText => "question",
        ItemField::QuestionOwner => "question-owner",
        ItemField::QuestionDue => "question-due",
        ItemField::RiskText => "risk",
        ItemField::RiskOwner => "risk-owner",
        ItemField::DecisionWhat => "decision",
        ItemField::DecisionWhy => "decision-why",
        ItemField::DecisionWho => "decision-who",
        ItemField::DecisionDropped => "decision-dropped",
    }
}

fn text_of(story: &Story, at: usize, field: ItemField) -> &str {
    let question = story.questions.get(at);
    let risk = story.risks.get(at);
    let decision = story.decisions.get(at);
    let text = match field {
        ItemField::QuestionText => question.map(|one| &one.text),
        ItemField::QuestionOwner => question.map(|one| &one.owner),
        ItemField::QuestionDue => question.map(|one| &one.due),
        ItemField::RiskText => risk.map(|one| &one.text),
        ItemField::RiskOwner => risk.map(|one| &one.owner),
        ItemField::DecisionWhat => decision.map(|one| &one.what),
        ItemField::DecisionWhy => decision.map(|one| &one.why),
        ItemField::DecisionWho => decision.map(|one| &one.who),
        ItemField::DecisionDropped => decision.map(|one| &one.dropped),
    };
    text.map_or("", String::as_str)
}

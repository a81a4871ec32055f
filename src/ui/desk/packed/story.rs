//! One story of a pack that came: how it reads, and what this person says of it.

use super::{of_draft, told};
use crate::desk::DeskEvent;
use crate::desk::event::PackedEvent;
use crate::desk::view::{PackStory, safe_href};
use crate::ui::desk::{DeskUi, fields, say};
use crate::ui::parts::{Choice, El, choices, el, leads_out, tag};
use crate::ui::rich;

/// The story at a place of the pack.
pub(super) fn story(ui: DeskUi, at: usize, story: &PackStory, deck: &[String]) -> El {
    let id = format!("packed-{at}");
    let title = [story.key.as_str(), say::titled(ui, &story.title)].join(" ");
    let heading = el("h2").attr("id", &id).add(title.trim());
    let kind = tag("span", "chip").add(say::kind(ui, story.kind));
    tag("section", "paper packed-story")
        .attr("aria-labelledby", &id)
        .add(tag("div", "packed-head").add([heading, kind]))
        .add(texts(ui, story))
        .add(said(ui, at, story, deck))
}

/// What is written in it; what is empty is left out.
fn texts(ui: DeskUi, story: &PackStory) -> Vec<El> {
    let (words, say) = (ui.words.story, ui.words.pack);
    let texts = [
        (words.why, &story.why),
        (words.description, &story.description),
        (words.acceptance, &story.acceptance),
        (words.dependencies, &story.dependencies),
    ];
    let texts = texts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty());
    let texts = texts.map(|(title, text)| {
        let text = text.clone();
        tag("div", "packed-text")
            .add(el("h3").add(title))
            .add(rich::rich(move || text.clone()))
    });
    let mut parts: Vec<El> = texts.collect();
    if !story.questions.is_empty() {
        let questions = story
            .questions
            .iter()
            .map(|text| el("li").add(text.as_str()));
        let list = tag("ul", "points").add(questions.collect::<Vec<_>>());
        parts.push(tag("div", "packed-text").add([el("h3").add(say.questions), list]));
    }
    if let Some(href) = safe_href(&story.link) {
        parts.push(el("p").add(leads_out(&href).add(say.in_tracker)));
    }
    parts
}

/// What this person says of it.
fn said(ui: DeskUi, at: usize, story: &PackStory, deck: &[String]) -> El {
    let (say, id) = (ui.words.pack, story.id);
    let ticks = tag("div", "packed-ticks").add([
        fields::check(
            ui,
            &format!("read-{at}"),
            say.i_read,
            of_draft(ui, at, |draft| draft.is_read),
            move |on| told(PackedEvent::ReadTicked(id, on)),
        ),
        fields::check(
            ui,
            &format!("unclear-{at}"),
            say.i_wonder,
            of_draft(ui, at, |draft| draft.is_unclear),
            move |on| told(PackedEvent::UnclearTicked(id, on)),
        ),
    ]);
    let comment = fields::area(
        ui,
        &format!("comment-{at}"),
        say.comment,
        of_draft(ui, at, |draft| draft.comment.clone()),
        move |text| told(PackedEvent::CommentTyped(id, text)),
    );
    let ask = fields::area(
        ui,
        &format!("ask-{at}"),
        say.ask,
        of_draft(ui, at, |draft| draft.questions.clone()),
        move |text| told(PackedEvent::QuestionsTyped(id, text)),
    );
    tag("div", "packed-said").add([ticks, comment, ask, estimate(ui, at, story, deck)])
}

fn estimate(ui: DeskUi, at: usize, story: &PackStory, deck: &[String]) -> El {
    let (say, id) = (ui.words.pack, story.id);
    let pick = |card: &str| DeskEvent::Packed(PackedEvent::CardPicked(id, card.to_owned()));
    let cards = deck
        .iter()
        .map(|card| Choice::new(card.as_str(), pick(card)));
    let answers = cards.chain([Choice::new(say.no_estimate, pick(""))]);
    let answers: Vec<_> = answers.collect();
    let card = of_draft(ui, at, |draft| draft.card.clone());
    let all = deck.to_vec();
    let chosen = move || {
        let card = card();
        let place = all.iter().position(|one| *one == card);
        Some(place.unwrap_or(all.len()))
    };
    let group = format!("card-{at}");
    let picker = choices(ui, &group, say.estimate, || true, chosen, answers);
    let label = tag("p", "label")
        .attr("aria-hidden", "true")
        .add(say.estimate);
    tag("div", "packed-cards").add([label, picker])
}

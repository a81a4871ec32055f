//! What people say of the stories, story by story.

use super::press;
use crate::desk::DeskPage;
use crate::desk::event::PackEvent;
use crate::desk::view::{AheadView, AskedRow, HeardRow, StoryId};
use crate::ui::desk::{DeskUi, say};
use crate::ui::parts::{El, el, group, para, region, tag};
use crate::words::fill;

/// All stories to which somebody has said something.
pub(super) fn heard(ui: DeskUi) -> El {
    let words = ui.words.pack;
    region(ui.plan(|plan| plan.pack.stories.clone()), move |stories| {
        let has_sealed = stories.iter().any(|row| row.ahead.n_sealed > 0);
        let stories: Vec<El> = stories.iter().map(|row| story(ui, row)).collect();
        (!stories.is_empty()).then(|| {
            group([
                el("h3").add(words.heard),
                tag("ul", "pack-heard")
                    .attrs(&[("role", "list"), ("aria-label", words.heard)])
                    .add(stories),
            ])
            .add(has_sealed.then(|| para("note", words.seal_note)))
        })
    })
}

fn story(ui: DeskUi, row: &HeardRow) -> El {
    let words = ui.words.pack;
    let title = say::titled(ui, &row.title);
    let title = [row.key.as_str(), title].join(" ");
    let href = format!("#{}", DeskPage::Story(row.id).fragment());
    let link = tag("a", "story-link").attr("href", &href).add(title.trim());
    let unclear = (!row.unclear.is_empty())
        .then(|| tag("p", "pack-unclear").add(fill(words.unclear_to, &[&row.unclear.join(", ")])));
    let comments = row.comments.iter().map(|(name, text)| {
        let who = el("b").add([name.as_str(), ": "].concat());
        tag("p", "pack-comment").add(who).add(text.as_str())
    });
    let questions = row
        .questions
        .iter()
        .map(|asked| question(ui, row.id, asked));
    tag("li", "pack-story")
        .add(link)
        .add(unclear)
        .add(comments.collect::<Vec<_>>())
        .add(questions.collect::<Vec<_>>())
        .add(ahead(ui, &row.ahead))
}

fn question(ui: DeskUi, story: StoryId, asked: &AskedRow) -> El {
    let words = ui.words.pack;
    let text = fill(words.asks, &[&asked.name, &asked.text]);
    let act = if asked.is_in_story {
        tag("span", "note").add(words.in_story)
    } else {
        let (who, at) = (asked.who, asked.at);
        let event = PackEvent::QuestionTaken { story, who, at };
        let label = [words.take_question, ": ", &asked.text].concat();
        press(ui, "btn small", words.take_question, event).attr("aria-label", &label)
    };
    tag("div", "pack-asked").add(el("p").add(text)).add(act)
}

/// Estimates made beforehand: how many, and once the cards were turned, which.
fn ahead(ui: DeskUi, ahead: &AheadView) -> Vec<El> {
    let count = ui.words.pack_count;
    let waiting = [(ahead.n_sealed, count.sealed), (ahead.n_kept, count.kept)];
    let waiting = waiting.into_iter().filter(|(n, _)| *n > 0);
    let mut lines: Vec<El> = waiting
        .map(|(n, words)| para("note", words.of(n)))
        .collect();
    if let Some(shown) = sent_ahead(ui, &ahead.shown) {
        lines.push(el("p").add(shown));
    }
    lines
}

/// `Sent ahead: 5 (Dana)`.
pub(in crate::ui::desk) fn sent_ahead(ui: DeskUi, shown: &[(String, String)]) -> Option<String> {
    let words = ui.words.pack;
    let cards = shown.iter();
    let cards: Vec<String> = cards
        .map(|(card, name)| fill(words.card_of, &[card, name]))
        .collect();
    (!cards.is_empty()).then(|| fill(words.sent_ahead, &[&cards.join(", ")]))
}

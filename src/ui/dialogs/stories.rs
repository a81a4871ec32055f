//! The running list of stories: in a dialog, and beside the table where there is room.

use crate::app::event::{CopyWhat, Event};
use crate::app::view::StoryLineView;
use crate::ui::Ui;
use crate::ui::parts::{El, act, el, group, region, tag};

/// The list and the ways to take it along.
pub(in crate::ui) fn story_list(ui: Ui) -> El {
    let say = &ui.words.export;
    let rows = region(ui.table(|table| table.stories.clone()), move |stories| {
        stories
            .iter()
            .map(|story| line(ui, story))
            .collect::<Vec<_>>()
    });
    let list = tag("ol", "stories")
        .attr("aria-label", ui.words.table.stories)
        .add(rows);
    let copy = |label, what| act(ui, "btn small", label, Event::CopyPressed(what));
    let ways = tag("div", "row").add([
        copy(say.copy_markdown, CopyWhat::Markdown),
        copy(say.copy_csv, CopyWhat::Csv),
        act(ui, "btn small", say.download_csv, Event::DownloadCsv),
    ]);
    group([list, ways])
}

fn line(ui: Ui, story: &StoryLineView) -> El {
    let number = story.number;
    let title = if story.title.is_empty() {
        ui.words.table.untitled
    } else {
        &story.title
    };
    let agreed = story.agreement.map(|percent| format!(" · {percent} %"));
    let rounds = ui.words.count.rounds.of(story.n_rounds);
    let note = tag("span", "note").add(rounds).add(agreed);
    let estimate = story.estimate.as_deref().unwrap_or("–");
    let button = tag("button", "story-line")
        .attr("type", "button")
        .on("click", move |_| {
            ui.send(Event::LookAt(number));
            ui.send(Event::PanelClosed);
        })
        .add(tag("span", "story-estimate").add(estimate))
        .add(tag("span", "story-title").add([title, " "]).add(note));
    el("li").add(if story.is_current {
        button.attr("aria-current", "true")
    } else {
        button
    })
}

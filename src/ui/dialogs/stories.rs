//! The running list of stories: in a dialog, and beside the table where there is room.

use crate::app::event::{CopyWhat, Event};
use crate::app::view::StoryLineView;
use crate::ui::Ui;
use crate::ui::parts::act;
use leptos::prelude::*;

/// The list and the ways to take it along.
pub(in crate::ui) fn story_list(ui: Ui) -> AnyView {
    let stories = ui.table_slice(|table| table.stories.clone());
    let say = &ui.words.export;
    let rows = move || {
        let stories = stories.get().into_iter();
        stories.map(|story| line(ui, story)).collect::<Vec<_>>()
    };
    view! {
        <ol class="stories" aria-label=ui.words.table.stories>{rows}</ol>
        <div class="row">
            {act(ui, "btn small", say.copy_markdown, Event::CopyPressed(CopyWhat::Markdown))}
            {act(ui, "btn small", say.copy_csv, Event::CopyPressed(CopyWhat::Csv))}
            {act(ui, "btn small", say.download_csv, Event::DownloadCsv)}
        </div>
    }
    .into_any()
}

fn line(ui: Ui, story: StoryLineView) -> impl IntoView {
    let number = story.number;
    let title = if story.title.is_empty() {
        ui.words.table.untitled.into()
    } else {
        story.title
    };
    let agreed = story
        .agreement
        .map(|percent| format!(" · {percent} %"))
        .unwrap_or_default();
    let rounds = ui.words.count.rounds.of(story.n_rounds);
    let estimate = story.estimate.unwrap_or_else(|| "–".into());
    view! {
        <li>
            <button
                type="button"
                class="story-line"
                aria-current=story.is_current.then_some("true")
                on:click=move |_| {
                    ui.send(Event::LookAt(number));
                    ui.send(Event::PanelClosed);
                }
            >
                <span class="story-estimate">{estimate}</span>
                <span class="story-title">
                    {title} <span class="note">{rounds}{agreed}</span>
                </span>
            </button>
        </li>
    }
}

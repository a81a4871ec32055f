//! The story on the table: its number, its title, the way to other stories.

use crate::app::event::Event;
use crate::ui::Ui;
use crate::ui::parts::{AnyInput, Icon, act, icon, live_text};
use crate::words::fill;
use leptos::prelude::*;

/// Characters of a title at most (the limit of the wire).
const MAX_TITLE_CHARS: &str = "300";

/// Number, title box, arrows.
pub(super) fn story(ui: Ui) -> AnyView {
    let say = &ui.words.table;
    let number = ui.table(|table| table.story.number);
    let is_past = ui.table_slice(|table| table.story.is_past);
    let latest = ui.table(|table| table.stories.iter().map(|line| line.number).max());
    let past = move || {
        let to = latest.get().filter(|_| is_past.get())?;
        Some(view! {
            <p class="past">
                {say.past_note} " "
                {act(ui, "btn small", say.back_to_current, Event::LookAt(to))}
            </p>
        })
    };
    let may_back = ui.table(|table| table.story.has_previous);
    let may_forward = ui.table(|table| table.story.has_next);
    view! {
        <section class="story" aria-label=move || fill(say.story, &[&number.get().to_string()])>
            {arrow(ui, Icon::Left, say.look_back, may_back, Event::LookBack)}
            <div class="story-box">
                <label class="story-number" for="title">
                    {move || fill(say.story, &[&number.get().to_string()])}
                </label>
                {title_box(ui, number)}
            </div>
            {arrow(ui, Icon::Right, say.look_forward, may_forward, Event::LookForward)}
            {past}
        </section>
    }
    .into_any()
}

fn title_box(ui: Ui, number: Signal<usize>) -> AnyView {
    let say = &ui.words.table;
    let input = AnyInput::new();
    let title = ui.table(|table| table.story.title.clone());
    let settle = live_text(input, title, number);
    let can_edit = ui.table(|table| table.story.can_edit && table.is_linked);
    let wanted = ui.table_slice(|table| table.story.focus);
    Effect::new(move |before: Option<u32>| {
        let now = wanted.get();
        if before.is_some_and(|before| before != now)
            && let Some(input) = input.get_untracked()
        {
            // A box that cannot take the focus leaves it where it is.
            let _ = input.focus();
        }
        now
    });
    view! {
        <input
            id="title"
            class="title"
            aria-label=say.story_title
            autocomplete="off"
            maxlength=MAX_TITLE_CHARS
            placeholder=say.story_hint
            readonly=move || !can_edit.get()
            node_ref=input
            on:input=move |event| ui.send(Event::TitleTyped(event_target_value(&event)))
            on:blur=settle
        />
    }
    .into_any()
}

fn arrow(ui: Ui, sign: Icon, label: &'static str, may: Signal<bool>, event: Event) -> AnyView {
    view! {
        <button
            type="button"
            class="icon-btn"
            aria-label=label
            title=label
            disabled=move || !may.get()
            on:click=move |_| ui.send(event.clone())
        >
            {icon(sign)}
        </button>
    }
    .into_any()
}

//! A box that several people type into at once: others' words come in around one's own,
//! and the caret stays at its own.

use super::MeetingUi;
use crate::app::event::{Event, MeetingEvent};
use crate::app::view::{NoteField, Place, TopicField, carry_caret};
use crate::ui::parts::{El, group, labels, live, tag};
use leptos::prelude::untrack;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::HtmlInputElement;

/// A box under its word.
pub(super) fn live_text(ui: MeetingUi, place: Place, label: &str, multiline: bool) -> El {
    let id = id(place);
    let label = labels(&id, label);
    group([label, text_box(ui, place, multiline).attr("id", &id)])
}

/// A line that shows no word of its own; `label` names it all the same.
pub(super) fn live_line(ui: MeetingUi, place: Place, label: &str) -> El {
    text_box(ui, place, false).attrs(&[("aria-label", label), ("id", &id(place))])
}

/// Names the box on the page.
pub(super) fn id(place: Place) -> String {
    match place {
        Place::Note(note, field) => {
            let field = match field {
                NoteField::Text => "text",
                NoteField::Why => "why",
                NoteField::Who => "who",
                NoteField::Second => "second",
                NoteField::Dropped => "dropped",
                NoteField::Due => "due",
                NoteField::Slot => "slot",
            };
            format!("note-{}-{field}", note.0)
        }
        Place::Topic(topic, field) => {
            let field = match field {
                TopicField::Description => "description",
                TopicField::Why => "why",
                TopicField::Acceptance => "acceptance",
                TopicField::Dependencies => "dependencies",
            };
            format!("topic-{}-{field}", topic.0)
        }
    }
}

/// Characters at most, as the table takes them.
fn limit(place: Place) -> &'static str {
    match place {
        Place::Note(..) => "2000",
        Place::Topic(..) => "20000",
    }
}

fn text_box(ui: MeetingUi, place: Place, multiline: bool) -> El {
    let may = ui.meeting(|meeting| meeting.is_linked && !meeting.meeting().is_over());
    let input = if multiline {
        tag("textarea", "input live-text").attr("rows", "3")
    } else {
        tag("input", "input live-text").attr("autocomplete", "off")
    };
    let input = input
        .attr("maxlength", limit(place))
        .flag("readonly", move || !may());
    let typing = Rc::new(Typing {
        input: input.clone(),
        shown: RefCell::default(),
        is_composing: Cell::new(false),
    });
    // As a box has it: browsers know one kind of line break there.
    let now = move || ui.now(|meeting| meeting.text(place).replace("\r\n", "\n"));
    let (follows, begins, ends) = (typing.clone(), typing.clone(), typing.clone());
    live(Box::new(move || follows.show(&now())));
    input
        .on("input", move |_| {
            let text = typing.read(&untrack(now));
            ui.send(Event::Meeting(MeetingEvent::Typed { place, text }));
        })
        .on("compositionstart", move |_| begins.is_composing.set(true))
        .on("compositionend", move |_| {
            ends.is_composing.set(false);
            ends.show(&untrack(now));
        })
}

/// A box while somebody types in it.
struct Typing {
    input: El,
    /// What the box held when it was last looked at.
    shown: RefCell<String>,
    /// A sign is being put together: the box is not touched.
    is_composing: Cell<bool>,
}

impl Typing {
    /// Others changed the text, or this person's words were taken.
    fn show(&self, text: &str) {
        if self.is_composing.get() {
            return;
        }
        let before = self.input.value();
        if before != text {
            let caret = self.caret().filter(|_| self.input.has_focus());
            self.input.write(text);
            if let Some((start, end)) = caret {
                let carry = |at| carry_caret(&before, text, at);
                let input: &HtmlInputElement = self.input.as_js();
                // Refused only by boxes without a caret.
                let _ = input.set_selection_range(carry(start), carry(end));
            }
        }
        self.shown.replace(self.input.value());
    }

    fn caret(&self) -> Option<(u32, u32)> {
        let input: &HtmlInputElement = self.input.as_js();
        Some((input.selection_start().ok()??, input.selection_end().ok()??))
    }

    /// The whole text, now that this person typed: `now` with the change.
    fn read(&self, now: &str) -> String {
        let typed = self.input.value();
        let before = self.shown.replace(typed.clone());
        if before == now {
            typed
        } else {
            carry_over(&before, &typed, now)
        }
    }
}

/// What somebody typed, in a text that others changed meanwhile.
fn carry_over(before: &str, after: &str, now: &str) -> String {
    let (old, new): (Vec<u16>, Vec<u16>) = (
        before.encode_utf16().collect(),
        after.encode_utf16().collect(),
    );
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - head;
    let ends = old.iter().rev().zip(new.iter().rev()).take(rest);
    let tail = ends.take_while(|(a, b)| a == b).count();
    let carried = |at: usize| {
        let at = carry_caret(before, now, u32::try_from(at).unwrap_or(u32::MAX));
        usize::try_from(at).unwrap_or(usize::MAX)
    };
    let (from, to) = (carried(head), carried(old.len() - tail));
    let typed = new.get(head..new.len() - tail).unwrap_or_default();
    let now: Vec<u16> = now.encode_utf16().collect();
    let before = now.get(..from).unwrap_or(&now);
    let after = now.get(to.max(from)..).unwrap_or_default();
    String::from_utf16_lossy(&[before, typed, after].concat())
}

#[cfg(test)]
mod tests {
    use super::carry_over;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_is_typed_goes_into_what_others_made_of_the_text() {
        let table = [
            // Nobody else typed.
            ("one", "one two", "one", "one two"),
            // Others wrote before, behind, and took away.
            ("one", "one two", "zero one", "zero one two"),
            ("one", "zero one", "one two", "zero one two"),
            ("one two", "one twos", "two", "twos"),
            // A stretch replaced, signs beyond the first plane beside it.
            ("a 😀 b", "a 😀 c", "x a 😀 b", "x a 😀 c"),
            // What is replaced was taken away meanwhile.
            ("one two", "one 2", "one", "one2"),
            ("", "one", "two", "onetwo"),
        ];
        for (before, after, now, both) in table {
            assert_eq!(
                carry_over(before, after, now),
                both,
                "{before} {after} {now}"
            );
        }
    }
}

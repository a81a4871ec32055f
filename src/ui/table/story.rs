//! The story on the table: its number, its title, the way to other stories.

use crate::app::event::Event;
use crate::ui::parts::{El, Icon, act, icon, leads_out, live_text, on_change, region, tag};
use crate::ui::{Ui, say};
use crate::words::fill;

/// Characters of a title at most (the limit of the wire).
const MAX_TITLE_CHARS: &str = "300";

/// Number, title box, arrows.
pub(super) fn story(ui: Ui) -> El {
    let say = &ui.words.table;
    let number = ui.table(|table| table.story.number);
    let named = move || fill(say.story, &[&number().to_string()]);
    let latest = ui.table(|table| {
        let numbers = table.stories.iter().map(|line| line.number);
        numbers.max().filter(|_| table.story.is_past)
    });
    let past = region(latest, move |latest| {
        latest.map(|to| {
            let back = act(ui, "btn small", say.back_to_current, Event::LookAt(to));
            tag("p", "past").add([say.past_note, " "]).add(back)
        })
    });
    let may_back = ui.table(|table| table.story.has_previous);
    let may_forward = ui.table(|table| table.story.has_next);
    let label = tag("label", "story-number")
        .attr("for", "title")
        .text(named);
    tag("section", "story")
        .attr_live("aria-label", move || Some(named()))
        .add([
            arrow(ui, Icon::Left, say.look_back, may_back, Event::LookBack),
            tag("div", "story-box").add([label, title_box(ui)]),
            arrow(
                ui,
                Icon::Right,
                say.look_forward,
                may_forward,
                Event::LookForward,
            ),
            planned(ui),
            past,
        ])
}

/// What the session is for.
pub(super) fn goal(ui: Ui) -> El {
    region(ui.table(|table| table.goal.clone()), move |goal| {
        let said = || tag("p", "goal").add(fill(ui.words.table.goal, &[goal]));
        (!goal.is_empty()).then(said)
    })
}

/// Where the story lives in the tracker, and where it stands among those planned.
fn planned(ui: Ui) -> El {
    let both = ui.table(|table| (table.story.link.clone(), table.agenda.clone()));
    region(both, move |(link, agenda)| {
        let link = link.as_deref().map(leads_out);
        let link = link.map(|link| link.add(ui.words.table.open_link));
        let agenda = agenda.as_ref().map(|one| say::agenda(ui.words, one));
        let agenda = agenda.filter(|text| !text.is_empty());
        let is_said = link.is_some() || agenda.is_some();
        is_said.then(|| tag("p", "planned").add(link).add(" ").add(agenda))
    })
}

fn title_box(ui: Ui) -> El {
    let say = &ui.words.table;
    let title = ui.table(|table| table.story.title.clone());
    let number = ui.table(|table| table.story.number);
    let can_edit = ui.table(|table| table.story.can_edit && table.is_linked);
    let input = tag("input", "title")
        .attrs(&[
            ("id", "title"),
            ("aria-label", say.story_title),
            ("autocomplete", "off"),
            ("maxlength", MAX_TITLE_CHARS),
            ("placeholder", say.story_hint),
        ])
        .flag("readonly", move || !can_edit());
    let (own, wanted) = (input.clone(), input.clone());
    on_change(ui.table(|table| table.story.focus), move || wanted.focus());
    let input = input.on("input", move |_| ui.send(Event::TitleTyped(own.value())));
    live_text(input, title, number)
}

fn arrow(ui: Ui, sign: Icon, label: &str, may: impl Fn() -> bool + 'static, event: Event) -> El {
    tag("button", "icon-btn")
        .attrs(&[("type", "button"), ("aria-label", label), ("title", label)])
        .flag("disabled", move || !may())
        .sends(ui, event)
        .add(icon(sign))
}

//! The planned session: what for, who, how long, which stories, what is open.

mod agenda;
mod follow_ups;
mod stories;

use super::{DeskUi, beginning, fields, pack};
use crate::desk::DeskEvent;
use crate::desk::event::PlanEvent;
use crate::ui::parts::{El, Part, act, act_if, el, para, tag};

/// The whole page.
pub(super) fn plan(ui: DeskUi) -> El {
    let main = tag("div", "story-main").add([
        stories::stories(ui),
        follow_ups::follow_ups(ui),
        pack::pack(ui),
    ]);
    let side = tag("div", "story-side").add([frame(ui), time(ui), agenda::agenda(ui)]);
    tag("div", "story-page").add([head(ui), tag("div", "story-parts").add([main, side])])
}

fn head(ui: DeskUi) -> El {
    let say = ui.words.plan;
    let may_open = ui.plan(|plan| plan.n_votable > 0);
    let n = ui.plan(|plan| plan.n_votable);
    let open = act_if(
        ui,
        "btn primary",
        say.open_table,
        may_open,
        DeskEvent::Plan(PlanEvent::TableOpened),
    );
    let anew = act(
        ui,
        "btn quiet",
        say.begin_anew,
        DeskEvent::Plan(PlanEvent::BegunAnew),
    );
    let note = tag("span", "note").text(move || ui.words.plan_count.votable.of(n()));
    let ways = tag("div", "row").add([open, anew]);
    let ways = tag("div", "plan-ways").add([ways, note]);
    tag("div", "desk-head").add([beginning(say.title), ways])
}

/// Goal, limits, people.
fn frame(ui: DeskUi) -> El {
    let say = ui.words.plan;
    let goal = ui.plan(|plan| plan.goal.clone());
    let limits = ui.plan(|plan| plan.limits.clone());
    let moderator = ui.plan(|plan| plan.moderator.clone());
    let scribe = ui.plan(|plan| plan.scribe.clone());
    section(
        say.frame,
        [
            fields::text(ui, "plan-goal", say.goal, goal, |text| {
                told(PlanEvent::GoalTyped(text))
            }),
            fields::text(ui, "plan-limits", say.limits, limits, |text| {
                told(PlanEvent::LimitsTyped(text))
            }),
            fields::text(ui, "plan-moderator", say.moderator, moderator, |text| {
                told(PlanEvent::ModeratorTyped(text))
            }),
            fields::text(ui, "plan-scribe", say.scribe, scribe, |text| {
                told(PlanEvent::ScribeTyped(text))
            }),
        ],
    )
}

/// When it is, and when its stories went out.
fn time(ui: DeskUi) -> El {
    let say = ui.words.plan;
    let begins = ui.plan(|plan| plan.begins.clone());
    let sent = ui.plan(|plan| plan.sent_ahead.clone());
    let is_asked = ui.plan(|plan| plan.is_comment_asked);
    section(
        say.time,
        [
            fields::moment(ui, "plan-begins", say.begins, begins, |text| {
                told(PlanEvent::BeginsTyped(text))
            }),
            fields::moment(ui, "plan-sent", say.sent_ahead, sent, |text| {
                told(PlanEvent::SentAheadTyped(text))
            }),
            fields::check(ui, "plan-comments", say.comments_asked, is_asked, |on| {
                told(PlanEvent::CommentsAsked(on))
            }),
            note(say.ahead_note),
        ],
    )
}

/// An event of this page.
#[expect(clippy::unnecessary_wraps, reason = "fields take what may say nothing")]
fn told(event: PlanEvent) -> Option<DeskEvent> {
    Some(DeskEvent::Plan(event))
}

/// A button of this page.
fn press(ui: DeskUi, class: &str, label: &str, event: PlanEvent) -> El {
    act(ui, class, label, DeskEvent::Plan(event))
}

/// A part of this page under its heading.
fn section(title: &str, body: impl Part) -> El {
    tag("section", "paper").add(el("h2").add(title)).add(body)
}

/// A quiet sentence.
fn note(text: &str) -> El {
    para("note", text)
}

//! What is open from last time: stories sent back, questions, points of one's own.

use super::{note, press, section, told};
use crate::desk::event::PlanEvent;
use crate::desk::view::{QuestionRow, SentBackRow};
use crate::desk::{DeskEvent, DeskPage};
use crate::ui::desk::{DeskUi, fields, say};
use crate::ui::parts::{El, line, region, tag};
use crate::words::fill;

/// All three kinds.
pub(super) fn follow_ups(ui: DeskUi) -> El {
    let words = ui.words.plan;
    section(
        words.open_points,
        [
            note(words.open_points_note),
            sent_back(ui),
            questions(ui),
            own(ui),
            fields::adder(
                ui,
                "follow-up-new",
                (words.follow_up, words.follow_up, words.follow_up_add),
                |text| {
                    let is_said = !text.trim().is_empty();
                    is_said.then(|| told(PlanEvent::FollowUpAdded(text)))?
                },
            ),
        ],
    )
}

fn list(rows: Vec<El>) -> Option<El> {
    (!rows.is_empty()).then(|| tag("ul", "open-points").attr("role", "list").add(rows))
}

fn sent_back(ui: DeskUi) -> El {
    region(ui.plan(|plan| plan.sent_back.clone()), move |rows| {
        list(rows.iter().map(|row| one_sent_back(ui, row)).collect())
    })
}

fn one_sent_back(ui: DeskUi, row: &SentBackRow) -> El {
    let words = ui.words.plan;
    let state = if row.still_missing.is_empty() {
        words.all_there.to_owned()
    } else {
        fill(words.still_missing, &[&row.still_missing.join(", ")])
    };
    let href = format!("#{}", DeskPage::Story(row.id).fragment());
    let link = tag("a", "story-link")
        .attr("href", &href)
        .add(say::titled(ui, &row.title));
    let text = tag("span", "story-facts").add([&state, " ", &row.note]);
    let take = (!row.is_planned).then(|| {
        press(
            ui,
            "btn small",
            ui.words.backlog.take_in,
            PlanEvent::TakenIn(row.id),
        )
    });
    tag("li", "open-point").add([link, text]).add(take)
}

fn questions(ui: DeskUi) -> El {
    let all = ui.plan(|plan| (plan.questions.clone(), plan.n_more_questions));
    region(all, move |(rows, n_more)| {
        let rows = rows.iter().map(|row| one_question(ui, row));
        let more = (*n_more > 0).then(|| note(&ui.words.plan_count.more_questions.of(*n_more)));
        crate::ui::parts::group(list(rows.collect())).add(more)
    })
}

fn one_question(ui: DeskUi, row: &QuestionRow) -> El {
    let (story, at) = (row.story, row.at);
    let id = format!("question-{story}-{at}");
    let closed = fields::check(
        ui,
        &id,
        &row.text,
        || false,
        move |on| {
            let event = crate::desk::event::StoryEvent::QuestionClosed(at, on);
            Some(DeskEvent::Story(story, event))
        },
    );
    let facts = [say::titled(ui, &row.title), &row.owner, &row.due];
    let facts = facts
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    tag("li", "open-point").add([closed, tag("span", "story-facts").add(facts)])
}

/// Points that are in no story.
fn own(ui: DeskUi) -> El {
    let n = ui.plan(|plan| plan.follow_ups.len());
    let lines = move || {
        let places = 0..n();
        places
            .map(|at| line(at.to_string(), move || own_point(ui, at)))
            .collect()
    };
    tag("ul", "open-points").attr("role", "list").lines(lines)
}

fn own_point(ui: DeskUi, at: usize) -> El {
    let words = ui.words.plan;
    let points = ui.plan(|plan| plan.follow_ups.clone());
    let is_closed = move || points().get(at).is_some_and(|one| one.is_closed);
    let text = move || {
        points()
            .get(at)
            .map(|one| one.text.clone())
            .unwrap_or_default()
    };
    let done = fields::check(
        ui,
        &format!("done-{at}"),
        words.done,
        is_closed,
        move |on| told(PlanEvent::FollowUpClosed(at, on)),
    );
    let text = fields::bare(
        ui,
        &format!("follow-up-{at}"),
        words.follow_up,
        text,
        move |text| told(PlanEvent::FollowUpTyped(at, text)),
    );
    let remove = fields::remover(ui, ui.words.story.remove, move || {
        told(PlanEvent::FollowUpRemoved(at))
    });
    tag("li", "open-point own").add([text, done, remove])
}

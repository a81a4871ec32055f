//! Other votes: team confidence, ready or not, how good the meeting was. The cards are the
//! table's; here is what is asked, who may ask, and what came of it.

use super::MeetingUi;
use crate::app::event::{Event, MeetingEvent};
use crate::app::view::{MeetingNow, PhaseView, Poll, Purpose, TableView};
use crate::ui::parts::{El, act_if, el, group, line, para, region, region_if, tag};
use crate::words::{SessionNoteWords, fill};

/// Other votes of the story and of the meeting.
pub(super) fn polls(ui: MeetingUi) -> El {
    let say = ui.words.notes;
    let is_open = ui.meeting(|now| !now.meeting().is_over());
    region_if(is_open, move || {
        tag("section", "polls")
            .attr("aria-labelledby", "polls-title")
            .add(el("h2").attr("id", "polls-title").add(say.polls))
            .add([asked(ui), asking(ui), results(ui)])
    })
}

/// What is asked now, for eyes and ears.
fn asked(ui: MeetingUi) -> El {
    let say = ui.words.notes;
    let purpose = ui.meeting(|now| now.purpose);
    let question = move || match purpose() {
        Purpose::Estimate => say.polls_note,
        Purpose::Confidence => say.asked_confidence,
        Purpose::Ready => say.asked_ready,
        Purpose::Closing => say.asked_closing,
    };
    tag("p", "poll-asked")
        .attr("role", "status")
        .class_if("on", move || purpose() != Purpose::Estimate)
        .text(question)
}

/// Whether something else can be asked: nothing lies on the table.
fn is_free(table: &TableView) -> bool {
    match table.round.phase {
        PhaseView::Voting => table.round.n_voted == 0,
        PhaseView::Revealed | PhaseView::Void(_) => true,
        PhaseView::Countdown { .. } | PhaseView::Opening => false,
    }
}

fn asking(ui: MeetingUi) -> El {
    let say = ui.words.notes;
    let buttons = [
        (say.ask_confidence, Purpose::Confidence),
        (say.ask_ready, Purpose::Ready),
    ];
    let buttons = buttons.map(|(label, purpose)| ask(ui, label, purpose));
    let is_other = ui.meeting(|now| now.purpose != Purpose::Estimate);
    let back = region_if(is_other, move || {
        ask(ui, say.back_to_estimate, Purpose::Estimate)
    });
    let may_lead = ui.meeting(|now| now.may_lead);
    let is_free = ui.page().table(is_free);
    let hint = move || match (may_lead(), is_free()) {
        (false, _) => say.only_lead,
        (true, false) => say.cards_out,
        (true, true) => "",
    };
    group([
        tag("div", "row").add(buttons).add(back),
        tag("p", "note").text(hint),
    ])
}

/// A button that asks for a vote, for whoever leads.
pub(super) fn ask(ui: MeetingUi, label: &str, purpose: Purpose) -> El {
    let may_lead = ui.meeting(|now| now.may_lead && now.is_linked);
    let is_free = ui.page().table(is_free);
    let event = Event::Meeting(MeetingEvent::Asked(purpose));
    act_if(
        ui,
        "btn small",
        label,
        move || may_lead() && is_free(),
        event,
    )
}

/// Votes on the story that is talked about, and on the meeting, newest first.
fn results(ui: MeetingUi) -> El {
    let say = ui.words.notes;
    let shown = ui.meeting(shown);
    let is_empty = move || shown().is_empty();
    let lines = move || {
        let mut texts: Vec<String> = Vec::new();
        let mut lines = Vec::new();
        for poll in shown() {
            let text = result(say, &poll);
            // The same may come out twice; the oldest go when there are too many.
            let nth = texts.iter().filter(|one| **one == text).count();
            texts.push(text.clone());
            lines.push(line(format!("{nth} {text}"), move || el("li").add(text)));
        }
        lines.reverse();
        lines
    };
    tag("ul", "poll-results")
        .attrs(&[("role", "list"), ("aria-label", say.polls)])
        .flag("hidden", is_empty)
        .lines(lines)
}

/// Oldest first.
fn shown(now: &MeetingNow) -> Vec<Poll> {
    let current = now.meeting().current;
    let polls = now.record.polls.iter();
    let polls = polls.filter(|poll| poll.topic.is_none() || poll.topic == current);
    polls.cloned().collect()
}

/// `Confidence: 4 × 2, 5 × 1`
fn result(say: &SessionNoteWords, poll: &Poll) -> String {
    let asked = match poll.purpose {
        Purpose::Estimate | Purpose::Confidence => say.poll_confidence,
        Purpose::Ready => say.poll_ready,
        Purpose::Closing => say.poll_closing,
    };
    let cards = poll.votes.votes.iter();
    let cards = cards.map(|(card, n)| format!("{card} × {n}"));
    let mut cards = cards.collect::<Vec<_>>().join(", ");
    if cards.is_empty() {
        say.poll_none.clone_into(&mut cards);
    }
    fill(say.poll_line, &[asked, &cards])
}

/// The end of the meeting, with a vote on it before.
pub(super) fn end(ui: MeetingUi) -> El {
    let say = ui.words.notes;
    let may = ui.meeting(|now| now.may_lead && now.is_linked);
    let has_closed = ui.meeting(|now| {
        let mut polls = now.record.polls.iter();
        polls.any(|poll| poll.purpose == Purpose::Closing)
    });
    let offer = region(has_closed, move |has_closed| {
        (!has_closed).then(|| para("note", say.end_note))
    });
    let ended = super::did(crate::app::view::Act::End);
    let buttons = [
        ask(ui, say.ask_closing, Purpose::Closing),
        act_if(ui, "btn small", say.end, may, ended),
    ];
    tag("div", "meeting-end").add([offer, tag("div", "row").add(buttons)])
}

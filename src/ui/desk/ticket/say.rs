//! Sentences about what leaves for a tracker, and what came of it.

use crate::desk::gate_says;
use crate::desk::view::{
    AddressProblem, EstimateView, LeavingView, TicketStep, TicketWay, TokenProblem, Trouble,
};
use crate::ui::desk::DeskUi;
use crate::words::fill;

/// What is under way and what came of it, for everybody and for screen readers.
pub(super) fn status(ui: DeskUi, step: &TicketStep) -> Vec<String> {
    let (texts, outcome) = (&ui.words.tickets.sending, &ui.words.tickets.outcome);
    match step {
        TicketStep::Nothing | TicketStep::Shown(_) => Vec::new(),
        TicketStep::Sending { is_slow: true, .. } => vec![texts.slow.to_owned()],
        TicketStep::Sending { .. } => vec![texts.sending.to_owned()],
        TicketStep::Over {
            way,
            comment,
            estimate,
        } => {
            let comment = match comment {
                Ok(_) => outcome.posted.to_owned(),
                Err(trouble) => failed(ui, trouble, way),
            };
            let estimate = estimate.as_ref().map(|estimate| match estimate {
                Ok(()) => outcome.estimate_set.to_owned(),
                Err(trouble) => fill(outcome.estimate_failed, &[&failed(ui, trouble, way)]),
            });
            [Some(comment), estimate].into_iter().flatten().collect()
        }
    }
}

/// Where what is shown goes, and what it does there.
pub(super) fn leaving(ui: DeskUi, step: &TicketStep) -> Vec<String> {
    let texts = &ui.words.tickets.sending;
    let TicketStep::Shown(leaving) = step else {
        return Vec::new();
    };
    let LeavingView { way, url, .. } = leaving.as_ref();
    let mut lines = vec![
        fill(texts.goes_to, &[&way.name, &way.host]),
        fill(texts.address, &[url]),
    ];
    match &leaving.estimate {
        EstimateView::Stays => lines.push(texts.estimate_stays.to_owned()),
        EstimateView::Weight(weight) => lines.push(fill(texts.weight, &[&weight.to_string()])),
        EstimateView::NotWhole(estimate) => lines.push(fill(texts.not_whole, &[estimate])),
        EstimateView::Label(label, old) => {
            lines.push(fill(texts.label, &[label]));
            let old = old.as_ref().map(|old| fill(texts.label_stays, &[old]));
            lines.extend(old);
        }
    }
    if let Some(before) = leaving.earlier {
        let text = if before.is_certain {
            texts.earlier
        } else {
            texts.earlier_unsure
        };
        let day = gate_says::day(ui.words.gate, before.at_ms);
        lines.push(fill(text, &[&day]));
    }
    lines
}

/// Why something was not written, or perhaps was not.
fn failed(ui: DeskUi, trouble: &Trouble, way: &TicketWay) -> String {
    let (texts, counts) = (&ui.words.tickets.outcome, &ui.words.tickets.counts);
    let (host, tracker) = (way.host.as_str(), way.tracker.name());
    let said = match trouble {
        Trouble::Token => fill(texts.token, &[host]),
        Trouble::NotFound => fill(texts.not_found, &[host]),
        Trouble::Moved => texts.moved.to_owned(),
        Trouble::Limited(minutes) => {
            let wait = minutes.and_then(|minutes| usize::try_from(minutes).ok());
            let wait = wait.map(|minutes| counts.wait_minutes.of(minutes));
            let limited = fill(texts.limited, &[host]);
            [Some(limited), wait]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        }
        Trouble::Unreachable => fill(texts.unreachable, &[host]),
        Trouble::Slow => fill(texts.slow, &[host]),
        Trouble::Stopped => texts.stopped.to_owned(),
        Trouble::Strange => fill(texts.strange, &[host, tracker]),
        Trouble::Ignored => fill(texts.ignored, &[host]),
        Trouble::Other(status, said) if said.is_empty() => {
            fill(texts.other, &[host, &status.to_string()])
        }
        Trouble::Other(status, said) => fill(texts.other_why, &[host, &status.to_string(), said]),
    };
    if trouble.may_be_there() {
        [said.as_str(), texts.look_first].join(" ")
    } else {
        said
    }
}

/// What is wrong with a token or its host.
pub(super) fn problem(ui: DeskUi, problem: TokenProblem) -> String {
    let texts = &ui.words.tickets.tokens;
    match problem {
        TokenProblem::Host(AddressProblem::NotOne) => texts.not_one.to_owned(),
        TokenProblem::Host(AddressProblem::NotSecret) => {
            ui.words.assistant.setup.not_secret.to_owned()
        }
        TokenProblem::Host(AddressProblem::HasLogin) => texts.has_login.to_owned(),
        TokenProblem::Token => texts.bad_token.to_owned(),
        TokenProblem::TooMany(n) => fill(texts.too_many, &[&n.to_string()]),
    }
}

//! Sentences about the language model and dictation.

use crate::desk::event::SpeechTrouble;
use crate::desk::view::{AddressProblem, AskEnd, AskingView, Failure, SettingsProblem, WayView};
use crate::ui::desk::DeskUi;
use crate::words::fill;

/// How a question stands, for everybody and for screen readers.
pub(super) fn status(ui: DeskUi, asking: &AskingView) -> String {
    let texts = &ui.words.assistant.asking;
    match asking {
        AskingView::Nothing | AskingView::Shown { .. } => String::new(),
        AskingView::Waiting {
            fetched: Some(per_cent),
            ..
        } => fill(texts.fetching, &[&per_cent.to_string()]),
        AskingView::Waiting { is_slow: true, .. } => texts.slow.to_owned(),
        AskingView::Waiting { .. } => texts.waiting.to_owned(),
        AskingView::Over { end, way, .. } => match end {
            AskEnd::Whole => String::new(),
            AskEnd::Cut => texts.cut.to_owned(),
            AskEnd::Stopped => texts.stopped.to_owned(),
            AskEnd::Failed(failure) => failed(ui, failure, way),
        },
    }
}

/// Where what is shown goes, and how much of it is masked.
pub(super) fn leaving(ui: DeskUi, asking: &AskingView) -> String {
    let words = ui.words.assistant;
    let AskingView::Shown { n_masked, way, .. } = asking else {
        return String::new();
    };
    let goes = match way {
        WayView::Address { host } => fill(words.asking.goes_to, &[host]),
        WayView::BuiltIn { .. } => words.asking.goes_built_in.to_owned(),
    };
    let masked = match n_masked {
        0 => words.asking.none_masked.to_owned(),
        n => words.counts.masked.of(*n),
    };
    format!("{goes} {masked}")
}

fn failed(ui: DeskUi, failure: &Failure, way: &WayView) -> String {
    let texts = &ui.words.assistant.failure;
    let host = match way {
        WayView::Address { host } => host.as_str(),
        WayView::BuiltIn { .. } => "",
    };
    match failure {
        Failure::Unreachable => fill(texts.unreachable, &[host]),
        Failure::Refused { status, message } => refused(ui, host, *status, message),
        Failure::Lost => texts.lost.to_owned(),
        Failure::Broken => texts.broken.to_owned(),
        Failure::TooLong => texts.too_long.to_owned(),
        Failure::Nothing => texts.nothing.to_owned(),
        Failure::Slow => texts.slow.to_owned(),
        Failure::Absent => texts.absent.to_owned(),
        Failure::TooMuch => texts.too_much.to_owned(),
    }
}

fn refused(ui: DeskUi, host: &str, status: Option<u16>, message: &str) -> String {
    let texts = &ui.words.assistant.failure;
    if host.is_empty() {
        return fill(texts.refused_here, &[message]);
    }
    let Some(status) = status else {
        return fill(texts.refused_plain, &[host, message]);
    };
    let known = match status {
        401 | 403 => Some(texts.key),
        404 => Some(texts.not_there),
        429 => Some(texts.too_often),
        _other => None,
    };
    let number = status.to_string();
    match (known, message.is_empty()) {
        (Some(known), true) => fill(known, &[host]),
        (Some(known), false) => format!("{} ({message})", fill(known, &[host])),
        (None, true) => fill(texts.refused, &[host, &number]),
        (None, false) => fill(texts.refused_why, &[host, &number, message]),
    }
}

/// What is wrong with the settings.
pub(super) fn problem(ui: DeskUi, problem: SettingsProblem) -> &'static str {
    let texts = &ui.words.assistant.setup;
    match problem {
        SettingsProblem::Address(AddressProblem::NotOne) => texts.not_one,
        SettingsProblem::Address(AddressProblem::NotSecret) => texts.not_secret,
        SettingsProblem::Address(AddressProblem::HasLogin) => texts.has_login,
        SettingsProblem::Key => texts.bad_key,
    }
}

/// Why there was no dictation.
pub(super) fn trouble(ui: DeskUi, trouble: SpeechTrouble) -> &'static str {
    let texts = &ui.words.assistant.speech;
    match trouble {
        SpeechTrouble::Forbidden => texts.forbidden,
        SpeechTrouble::NoMicrophone => texts.no_microphone,
        SpeechTrouble::Unreachable => texts.unreachable,
        SpeechTrouble::NoLanguage => texts.no_language,
        SpeechTrouble::Silence => texts.silence,
        SpeechTrouble::Other => texts.other,
    }
}

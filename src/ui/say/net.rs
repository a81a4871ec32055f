//! Sentences about links and about the network.

use super::super::parts::Icon;
use crate::app::view::{Advice, CheckName, Finding, IceProblem, LinkView, TurnProblem, Verdict};
use crate::words::{Words, fill};

/// What is wrong with a line of one's own list of servers.
pub(in crate::ui) fn ice_problem(words: &Words, problem: &IceProblem) -> String {
    match problem {
        IceProblem::NoAddress(line) => fill(words.settings.own_problem, &[line]),
        IceProblem::IsTurn(line) => fill(words.network.own_is_turn, &[line]),
    }
}

/// Why a TURN server cannot be used.
pub(in crate::ui) fn turn_problem(words: &Words, problem: &TurnProblem) -> String {
    match problem {
        TurnProblem::NoAddress(text) => fill(words.network.turn_bad, &[text]),
        TurnProblem::NoCredentials => words.network.turn_incomplete.into(),
    }
}

/// The state of a link, and the sign for it.
pub(in crate::ui) fn link(words: &Words, link: LinkView, waited: Option<&str>) -> (Icon, String) {
    let say = &words.connection;
    match (link, waited) {
        (LinkView::Linked, _) => (Icon::Linked, say.linked.into()),
        (LinkView::Slow, _) => (Icon::Slow, say.slow.into()),
        (LinkView::Lost, Some(waited)) => (Icon::Away, fill(say.since, &[waited])),
        (LinkView::Lost, None) => (Icon::Lost, say.lost.into()),
    }
}

/// What is checked.
pub(in crate::ui) fn check(words: &Words, name: &CheckName) -> String {
    let say = &words.probe;
    match name {
        CheckName::WebRtc => say.webrtc.into(),
        CheckName::Local => say.local.into(),
        CheckName::Stun(server) => fill(say.stun, &[server]),
        CheckName::NoStun => say.stun_off.into(),
        CheckName::Ports => say.nat.into(),
        CheckName::Turn(server) => fill(say.turn, &[server]),
        CheckName::NoTurn => say.turn_none.into(),
        CheckName::Tracker(address) => fill(say.tracker, &[address]),
    }
}

/// What was found, and the sign for it.
pub(in crate::ui) fn finding(words: &Words, finding: &Finding) -> (Icon, String) {
    let say = &words.probe;
    let (sign, text) = match finding {
        Finding::Waiting => (Icon::More, say.waiting),
        Finding::Unfinished => (Icon::Dash, say.unfinished),
        Finding::CanLink => (Icon::Check, say.webrtc_yes),
        Finding::CannotLink => (Icon::Close, say.webrtc_no),
        Finding::Hidden => (Icon::Check, say.local_hidden),
        Finding::Plain(address) => return (Icon::Check, fill(say.local_plain, &[address])),
        Finding::NoAddress => (Icon::Close, say.local_none),
        Finding::Answers { after_ms } => return (Icon::Check, fill(say.answers, &[after_ms])),
        Finding::Silent { within_s } => return (Icon::Close, fill(say.no_answer, &[within_s])),
        Finding::SwitchedOff => (Icon::Dash, say.off),
        Finding::SteadyPort => (Icon::Check, say.nat_steady),
        Finding::ChangingPort => (Icon::Close, say.nat_changing),
        Finding::PortUnknown => (Icon::Dash, say.nat_unknown),
        Finding::Relays { after_ms } => return (Icon::Check, fill(say.turn_yes, &[after_ms])),
        Finding::RelaysNot { within_s } => return (Icon::Close, fill(say.turn_no, &[within_s])),
        Finding::NotSetUp => (Icon::Dash, say.none),
    };
    (sign, text.into())
}

/// What a network allows: a headline and a sentence.
pub(in crate::ui) fn verdict(
    words: &'static Words,
    verdict: Verdict,
) -> (&'static str, &'static str) {
    let say = &words.probe;
    match verdict {
        Verdict::NoWebRtc => (say.v_no_webrtc, say.v_no_webrtc_do),
        Verdict::NoNetwork => (say.v_no_network, say.v_no_network_do),
        Verdict::HereOnly => (say.v_here, say.v_here_do),
        Verdict::Blocked => (say.v_blocked, say.v_blocked_do),
        Verdict::Strict => (say.v_strict, say.v_strict_do),
        Verdict::Likely => (say.v_likely, say.v_likely_do),
        Verdict::Open => (say.v_open, say.v_open_do),
        Verdict::Everywhere => (say.v_all, say.v_all_do),
    }
}

/// What helps.
pub(in crate::ui) fn advice(words: &'static Words, advice: Advice) -> &'static str {
    let say = &words.probe;
    match advice {
        Advice::OtherBrowser => say.a_browser,
        Advice::GoOnline => say.a_online,
        Advice::SameNetwork => say.a_same,
        Advice::TypeAddress => say.a_name,
        Advice::SwitchStunOn => say.a_stun,
        Advice::OwnTurn => say.a_turn,
        Advice::Hotspot => say.a_hotspot,
        Advice::SwapHost => say.a_swap,
        Advice::Rendezvous => say.a_rendezvous,
        Advice::OneScreen => say.a_one_screen,
    }
}

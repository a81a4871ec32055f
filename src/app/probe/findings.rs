//! What the candidates that were found say, check by check.

use crate::wire::{Address, Candidate, CandidateKind};

use super::super::view::{CheckName, CheckView, Finding, ProbeState, ProbeView};
use super::verdict::{Facts, Ports, judge};
use super::{ANSWER_WITHIN_MS, Call, Probe, State, Task, Try};

impl Probe {
    /// The panel's content; without STUN servers that is said, too.
    pub(super) fn view(&self, has_stun: bool) -> ProbeView {
        let checks = self.checks(has_stun);
        let n_done = checks.iter().filter(|one| one.is_done()).count();
        let state = if self.is_stopped {
            ProbeState::Stopped
        } else if n_done < checks.len() {
            ProbeState::Runs
        } else {
            ProbeState::Over
        };
        let judged = (state == ProbeState::Over).then(|| judge(&self.facts()));
        let (verdict, advice) = judged.map_or((None, Vec::new()), |(verdict, advice)| {
            (Some(verdict), advice)
        });
        ProbeView {
            checks,
            n_done,
            state,
            verdict,
            advice,
        }
    }

    fn checks(&self, has_stun: bool) -> Vec<CheckView> {
        let check = |name, finding| CheckView { name, finding };
        if !self.has_webrtc {
            return vec![check(CheckName::WebRtc, Finding::CannotLink)];
        }
        let mut checks = vec![check(CheckName::WebRtc, Finding::CanLink)];
        if !has_stun {
            checks.push(check(CheckName::NoStun, Finding::SwitchedOff));
        }
        for one in &self.tries {
            checks.push(match &one.task {
                Task::Local => check(CheckName::Local, one.local()),
                Task::Stun(name) => check(CheckName::Stun(name.clone()), one.reflexive()),
                Task::Ports => check(CheckName::Ports, self.ports_found()),
                Task::Turn(name) => check(CheckName::Turn(name.clone()), one.relayed()),
            });
        }
        if !self
            .tries
            .iter()
            .any(|one| matches!(one.task, Task::Turn(_)))
        {
            checks.push(check(CheckName::NoTurn, Finding::NotSetUp));
        }
        for one in &self.calls {
            checks.push(check(CheckName::Tracker(one.name.clone()), one.answered()));
        }
        checks
    }

    fn ports_found(&self) -> Finding {
        let runs = self
            .tries
            .iter()
            .any(|one| one.state == State::Runs && matches!(one.task, Task::Ports | Task::Stun(_)));
        let is_stopped = self.tries.iter().any(|one| one.state == State::Stopped);
        match self.ports() {
            _ if runs => Finding::Waiting,
            _ if is_stopped => Finding::Unfinished,
            Ports::Steady => Finding::SteadyPort,
            Ports::Changing => Finding::ChangingPort,
            Ports::Unknown => Finding::PortUnknown,
        }
    }

    /// Two servers that see one socket at two ports: the router takes a port for each.
    /// A machine with two networks has two sockets, and then one server sees two ports;
    /// so what counts is whether two servers together see more than one alone.
    fn ports(&self) -> Ports {
        let is_stun = |one: &&Try| matches!(one.task, Task::Stun(_));
        let singles: Vec<_> = self.tries.iter().filter(is_stun).take(2).collect();
        let answered = singles.iter().filter(|one| one.answered()).count();
        let both = self.tries.iter().find(|one| one.task == Task::Ports);
        let Some(both) = both.filter(|_| answered == 2) else {
            return Ports::Unknown;
        };
        let is_more = |is_v6: bool| {
            let alone = singles.iter().map(|one| one.n_ports(is_v6)).max();
            both.n_ports(is_v6) > alone.unwrap_or_default()
        };
        if is_more(false) || is_more(true) {
            Ports::Changing
        } else if both.answered() {
            Ports::Steady
        } else {
            Ports::Unknown
        }
    }

    fn facts(&self) -> Facts {
        let tasks =
            |wanted: fn(&Task) -> bool| self.tries.iter().filter(move |one| wanted(&one.task));
        let mut turn = tasks(|task| matches!(task, Task::Turn(_)));
        let n_local = tasks(|task| *task == Task::Local).map(|one| one.found.len());
        Facts {
            has_webrtc: self.has_webrtc,
            has_address: n_local.sum::<usize>() > 0,
            stun: tasks(|task| matches!(task, Task::Stun(_)))
                .map(Try::answered)
                .collect(),
            ports: self.ports(),
            meets: !self.calls.is_empty(),
            relays: turn.any(|one| one.first_relay().is_some()),
        }
    }
}

impl Try {
    fn first(&self, kind: CandidateKind) -> Option<i64> {
        let mut found = self.found.iter();
        found.find_map(|(one, after_ms)| (one.kind == kind).then_some(*after_ms))
    }

    /// When a TURN server gave an address, in ms after the start.
    pub(super) fn first_relay(&self) -> Option<i64> {
        self.first(CandidateKind::Relay)
    }

    fn answered(&self) -> bool {
        self.first(CandidateKind::ServerReflexive).is_some()
    }

    /// How many ports the servers saw, of one family.
    fn n_ports(&self, is_v6: bool) -> usize {
        let mut seen: Vec<&Candidate> = Vec::new();
        for (one, _) in &self.found {
            let fits = one.kind == CandidateKind::ServerReflexive
                && matches!(one.address, Address::V6(_)) == is_v6;
            if fits && !seen.contains(&one) {
                seen.push(one);
            }
        }
        seen.len()
    }

    fn reflexive(&self) -> Finding {
        let silent = Finding::Silent {
            within_s: seconds(ANSWER_WITHIN_MS),
        };
        match self.first(CandidateKind::ServerReflexive) {
            Some(after_ms) => Finding::Answers {
                after_ms: after_ms.to_string(),
            },
            None => self.state.or(silent),
        }
    }

    fn relayed(&self) -> Finding {
        let silent = Finding::RelaysNot {
            within_s: seconds(ANSWER_WITHIN_MS),
        };
        match self.first_relay() {
            Some(after_ms) => Finding::Relays {
                after_ms: after_ms.to_string(),
            },
            None => self.state.or(silent),
        }
    }

    fn local(&self) -> Finding {
        let plain = self.found.iter().find_map(|(one, _)| match one.address {
            Address::Mdns(_) => None,
            Address::V4(_) | Address::V6(_) => Some(one.address.text()),
        });
        match plain {
            Some(address) => Finding::Plain(address),
            None if !self.found.is_empty() => Finding::Hidden,
            None => self.state.or(Finding::NoAddress),
        }
    }
}

impl Call {
    fn answered(&self) -> Finding {
        let silent = Finding::Silent {
            within_s: seconds(ANSWER_WITHIN_MS),
        };
        match self.opened_after_ms {
            Some(after_ms) => Finding::Answers {
                after_ms: after_ms.to_string(),
            },
            None => self.state.or(silent),
        }
    }
}

impl State {
    /// What is said where nothing was found.
    fn or(self, nothing: Finding) -> Finding {
        match self {
            Self::Runs => Finding::Waiting,
            Self::Stopped => Finding::Unfinished,
            Self::Over => nothing,
        }
    }
}

fn seconds(ms: i64) -> String {
    (ms / 1000).to_string()
}

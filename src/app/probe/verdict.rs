//! What a network allows, and what helps where it does not.

use super::super::view::{Advice, Verdict};

/// What was found out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "facts, each its own")]
pub(super) struct Facts {
    pub(super) has_webrtc: bool,
    /// The machine has an address, be it hidden behind a name.
    pub(super) has_address: bool,
    /// Which STUN servers answered; none are asked where they are switched off.
    pub(super) stun: Vec<bool>,
    pub(super) ports: Ports,
    /// People meet at trackers already.
    pub(super) meets: bool,
    /// The own TURN server passes bytes on.
    pub(super) relays: bool,
}

/// What the router does with ports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ports {
    /// That takes the answers of two servers.
    Unknown,
    /// One socket, one port (endpoint-independent mapping, RFC 4787 §4.1).
    Steady,
    /// Another port for each far end: "symmetric NAT".
    Changing,
}

/// What this network allows, and what helps, the easiest first.
pub(super) fn judge(facts: &Facts) -> (Verdict, Vec<Advice>) {
    let verdict = verdict(facts);
    let advice: &[Advice] = match verdict {
        Verdict::NoWebRtc => &[Advice::OtherBrowser, Advice::OneScreen],
        Verdict::NoNetwork => &[Advice::GoOnline, Advice::OneScreen],
        Verdict::HereOnly => &[Advice::SwitchStunOn, Advice::TypeAddress],
        Verdict::Blocked => &[
            Advice::SameNetwork,
            Advice::TypeAddress,
            Advice::Hotspot,
            Advice::SwapHost,
            Advice::OwnTurn,
            Advice::OneScreen,
        ],
        Verdict::Strict => &[
            Advice::SwapHost,
            Advice::SameNetwork,
            Advice::Hotspot,
            Advice::OwnTurn,
            Advice::OneScreen,
        ],
        Verdict::Likely => &[Advice::SwapHost, Advice::OwnTurn, Advice::Rendezvous],
        Verdict::Open => &[Advice::OwnTurn, Advice::Rendezvous],
        Verdict::Everywhere => &[Advice::Rendezvous],
    };
    let news = |one: &&Advice| !(facts.meets && **one == Advice::Rendezvous);
    (verdict, advice.iter().filter(news).copied().collect())
}

fn verdict(facts: &Facts) -> Verdict {
    if !facts.has_webrtc {
        return Verdict::NoWebRtc;
    }
    if facts.relays {
        return Verdict::Everywhere;
    }
    let answers = facts.stun.contains(&true);
    match (answers, facts.ports) {
        (true, Ports::Changing) => Verdict::Strict,
        (true, Ports::Steady) => Verdict::Open,
        (true, Ports::Unknown) => Verdict::Likely,
        (false, _) if !facts.has_address => Verdict::NoNetwork,
        (false, _) if facts.stun.is_empty() => Verdict::HereOnly,
        (false, _) => Verdict::Blocked,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_network_has_its_verdict_and_something_that_helps() {
        let facts = |has_address, stun: &[bool], ports, relays| Facts {
            has_webrtc: true,
            has_address,
            stun: stun.to_vec(),
            ports,
            meets: false,
            relays,
        };
        let (both, one, none) = ([true, true], [true, false], [false, false]);
        let networks = [
            (facts(true, &both, Ports::Steady, false), Verdict::Open),
            (facts(true, &both, Ports::Changing, false), Verdict::Strict),
            (facts(true, &one, Ports::Unknown, false), Verdict::Likely),
            (facts(true, &none, Ports::Unknown, false), Verdict::Blocked),
            (
                facts(false, &none, Ports::Unknown, false),
                Verdict::NoNetwork,
            ),
            (facts(true, &[], Ports::Unknown, false), Verdict::HereOnly),
            (facts(false, &[], Ports::Unknown, false), Verdict::NoNetwork),
            (
                facts(true, &both, Ports::Changing, true),
                Verdict::Everywhere,
            ),
            (
                facts(true, &none, Ports::Unknown, true),
                Verdict::Everywhere,
            ),
        ];
        for (facts, expected) in networks {
            let (verdict, advice) = judge(&facts);
            assert_eq!(verdict, expected, "{facts:?}");
            assert!(!advice.is_empty());
        }
        let without = Facts {
            has_webrtc: false,
            ..facts(false, &[], Ports::Unknown, false)
        };
        assert_eq!(judge(&without).0, Verdict::NoWebRtc);
    }

    #[test]
    fn where_links_may_fail_there_is_always_a_way_to_go_on() {
        let way_on = |verdict, has_address| {
            let facts = Facts {
                has_webrtc: true,
                has_address,
                stun: vec![verdict == Verdict::Strict; 2],
                ports: Ports::Changing,
                meets: true,
                relays: false,
            };
            let (found, advice) = judge(&facts);
            found == verdict && advice.contains(&Advice::OneScreen)
        };
        assert!(way_on(Verdict::Strict, true));
        assert!(way_on(Verdict::Blocked, true));
        assert!(way_on(Verdict::NoNetwork, false));
    }
}

//! Session descriptions: what is read from two real browsers, and what the
//! other one is told.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::wire::{
    Address, Candidate, CandidateKind, Credentials, Invite, RoomSecret, SdpError, Slot, answer_sdp,
    dummy, offer_sdp, read_local, revive, with_lan_address,
};

use crate::wire_browsers::{
    CHROMIUM_LINES_1, CHROMIUM_LINES_2, CHROMIUM_SDP_1, CHROMIUM_SDP_2, FIREFOX_LINES_1,
    FIREFOX_LINES_2, FIREFOX_SDP_1, FIREFOX_SDP_2,
};
use crate::wire_samples::ok;

fn parsed(lines: &[&str]) -> Vec<Candidate> {
    lines
        .iter()
        .filter_map(|line| Candidate::parse(line))
        .collect()
}

fn sorted(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort();
    candidates
}

#[test]
fn chromium_is_read() {
    let local = ok(read_local(&CHROMIUM_SDP_1.replace('\n', "\r\n")));
    assert_eq!(
        local,
        ok(read_local(CHROMIUM_SDP_1)),
        "line ends do not matter"
    );
    assert_eq!(
        (local.credentials.ufrag.len(), local.credentials.pwd.len()),
        (4, 24)
    );
    assert_eq!(local.fingerprint[..3], [0x90, 0x15, 0xb7]);
    assert_eq!(local.candidates.len(), 3);
    assert_eq!(local.candidates, parsed(CHROMIUM_LINES_1));
    let reflexive = &local.candidates[2];
    assert_eq!(reflexive.kind, CandidateKind::ServerReflexive);
    assert_eq!(reflexive.address, Address::V4([203, 0, 113, 7]));
}

#[test]
fn firefox_is_read_without_its_tcp_candidates() {
    let local = ok(read_local(FIREFOX_SDP_1));
    assert_eq!(
        (local.credentials.ufrag.len(), local.credentials.pwd.len()),
        (8, 32)
    );
    assert_eq!(local.fingerprint[..3], [0x2a, 0x43, 0x08]);
    assert_eq!(local.candidates.len(), 3);
    assert_eq!(sorted(local.candidates), sorted(parsed(FIREFOX_LINES_1)));
}

#[test]
fn what_browsers_say_survives_an_invite() {
    for (first, second, n_chars) in [
        (
            (CHROMIUM_SDP_1, CHROMIUM_LINES_1),
            (CHROMIUM_SDP_2, CHROMIUM_LINES_2),
            206,
        ),
        (
            (FIREFOX_SDP_1, FIREFOX_LINES_1),
            (FIREFOX_SDP_2, FIREFOX_LINES_2),
            246,
        ),
    ] {
        let mut slots = Vec::new();
        let mut fingerprint = [0; 32];
        for (serial, (sdp, lines)) in [255, 0].into_iter().zip([first, second]) {
            let local = ok(read_local(sdp));
            fingerprint = local.fingerprint;
            let candidates = sorted(parsed(lines));
            slots.push(Slot {
                serial,
                credentials: local.credentials,
                candidates,
            });
        }
        let secret = RoomSecret::from_bytes([1; 16]);
        let ice = floret::wire::IceSettings::LanOnly;
        let given = Invite {
            secret,
            fingerprint,
            slots,
            ice,
            trackers: Vec::new(),
        };
        let code = ok(given.encode());
        assert_eq!(code.len(), n_chars);
        assert_eq!(ok(Invite::decode(&code)), given);
    }
}

#[test]
fn a_rebuilt_description_is_this_text() {
    let credentials = Credentials {
        ufrag: "AgLo".into(),
        pwd: "95n2dUIIynAr1COHf6MxOT4X".into(),
    };
    let candidates = [
        Candidate {
            kind: CandidateKind::Host,
            address: Address::Mdns([0xab; 16]),
            port: 5000,
        },
        Candidate {
            kind: CandidateKind::Relay,
            address: Address::V6([0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
            port: 6000,
        },
    ];
    let offer = offer_sdp(&[0xcd; 32], &credentials, &candidates);
    let fingerprint = ["CD"; 32].join(":");
    let expected = [
        "v=0",
        "o=- 1 2 IN IP4 127.0.0.1",
        "s=-",
        "t=0 0",
        "a=group:BUNDLE 0",
        "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
        "c=IN IP4 0.0.0.0",
        "a=candidate:1 1 udp 2113937151 abababab-abab-abab-abab-abababababab.local 5000 typ host",
        "a=candidate:2 1 udp 41885439 2001:db8::1 6000 typ relay raddr :: rport 0",
        "a=ice-ufrag:AgLo",
        "a=ice-pwd:95n2dUIIynAr1COHf6MxOT4X",
        "a=ice-options:trickle",
        &format!("a=fingerprint:sha-256 {fingerprint}"),
        "a=setup:active",
        "a=mid:0",
        "a=sctp-port:5000",
        "a=max-message-size:262144",
        "",
    ];
    assert_eq!(offer, expected.join("\r\n"));
    let answer = answer_sdp(&[0xcd; 32], &credentials, &candidates);
    assert_eq!(answer, offer.replace("setup:active", "setup:passive"));
    let read = ok(read_local(&offer));
    assert_eq!(
        (read.credentials, &read.candidates[..]),
        (credentials, &candidates[..])
    );
}

#[test]
fn candidates_of_no_use_are_left_out() {
    for line in [
        "",
        "candidate:",
        "candidate:1 1 tcp 2105458943 10.0.0.1 9 typ host tcptype active",
        "candidate:1 2 udp 2113937151 10.0.0.1 5000 typ host",
        "candidate:1 1 udp 2113937151 10.0.0.1 0 typ host",
        "candidate:1 1 udp 2113937151 10.0.0.1 70000 typ host",
        "candidate:1 1 udp 2113937151 10.0.0.1 5000 typ prflx",
        "candidate:1 1 udp 2113937151 10.0.0.1 5000",
        "candidate:1 1 udp 2113937151 0.0.0.0 5000 typ host",
        "candidate:1 1 udp 2113937151 224.0.0.1 5000 typ host",
        "candidate:1 1 udp 2113937151 example.org 5000 typ host",
        "candidate:1 1 udp 2113937151 abababab-abab-abab-abab-abababababab.local 5000 typ srflx",
        "candidate:1 1 udp 2113937151 abababab-abab-abab-abab-ababababab.local 5000 typ host",
        "candidate:1 1 udp 2113937151 ABababab-abab-abab-abab-abababababab.local 5000 typ host",
        "candidate:1 1 udp 2113937151 fe80::1%eth0 5000 typ host",
    ] {
        assert_eq!(Candidate::parse(line), None, "{line}");
    }
}

#[test]
fn every_candidate_survives_its_own_line() {
    for candidate in parsed(CHROMIUM_LINES_1)
        .iter()
        .chain(&parsed(FIREFOX_LINES_2))
    {
        assert_eq!(
            Candidate::parse(&candidate.line("7")).as_ref(),
            Some(candidate)
        );
    }
}

#[test]
fn a_waiting_browser_gets_new_lines_every_turn() {
    let candidates = parsed(CHROMIUM_LINES_1);
    let (first, second) = (revive(&candidates, 1), revive(&candidates, 2));
    assert_eq!(first.len(), 3);
    for (one, two) in first.iter().zip(&second) {
        assert_ne!(one, two);
        assert_eq!(Candidate::parse(one), Candidate::parse(two));
    }
    assert!(first[0].starts_with("candidate:1r1 1 udp "), "{}", first[0]);
    assert_eq!(dummy(3), "candidate:d3 1 udp 1 192.0.2.1 50003 typ host");
    assert_ne!(dummy(3), dummy(4));
    assert_eq!(dummy(u32::MAX).split(' ').nth(5), Some("52295"));
}

#[test]
fn a_typed_address_takes_the_place_of_the_name() {
    let typed = Address::parse("10.1.2.3").unwrap_or(Address::V4([0; 4]));
    let candidates = with_lan_address(&parsed(CHROMIUM_LINES_1), Some(&typed));
    assert_eq!(candidates[0].address, typed);
    assert_eq!(candidates[0].port, 55883);
    assert_eq!(candidates[2].address, Address::V4([203, 0, 113, 7]));
    for text in [
        "",
        "10.1.2",
        "10.1.2.3.4",
        "10.1.2.3 ",
        "999.1.1.1",
        "0.0.0.0",
        "::",
        "host",
    ] {
        assert_eq!(Address::parse(text), None, "{text}");
    }
}

#[test]
fn nothing_breaks_out_of_a_line() {
    let candidate = Candidate {
        kind: CandidateKind::Host,
        address: Address::V4([10, 0, 0, 1]),
        port: 5000,
    };
    assert!(!candidate.line("1\r\na=x").contains(['\r', '\n']));
    let long = candidate.line(&"f".repeat(200));
    assert!(
        long.starts_with(&format!("candidate:{} ", "f".repeat(32))),
        "{long}"
    );
}

#[test]
fn an_incomplete_description_says_what_is_missing() {
    let without = |start: &str| {
        let lines = CHROMIUM_SDP_1
            .lines()
            .filter(|line| !line.starts_with(start));
        lines.collect::<Vec<_>>().join("\r\n")
    };
    assert_eq!(
        read_local(&without("a=ice-ufrag")),
        Err(SdpError::Credentials)
    );
    assert_eq!(
        read_local(&without("a=ice-pwd")),
        Err(SdpError::Credentials)
    );
    assert_eq!(
        read_local(&without("a=fingerprint")),
        Err(SdpError::Fingerprint)
    );
    let sha1 = CHROMIUM_SDP_1.replace("sha-256", "sha-1");
    assert_eq!(read_local(&sha1), Err(SdpError::Fingerprint));
    let short = CHROMIUM_SDP_1.replace("a=ice-ufrag:", "a=ice-ufrag:a-");
    assert_eq!(read_local(&short), Err(SdpError::Credentials));
    assert_eq!(read_local(&"a=x\n".repeat(20_000)), Err(SdpError::TooLong));
}

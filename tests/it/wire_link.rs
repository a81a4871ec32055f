//! Links as people send them: with everything that chats and mails do to them.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::wire::link::MAX_FOUND_CODES;
use floret::wire::{
    Fragment, LinkError, Reply, ReplyError, RoomSecret, find_invites, find_replies, invite_url,
    read_fragment, reply_url,
};

use crate::wire_samples::{Maker, invite, ok, reply, seeded};

const BASE: &str = "https://any.host/any/path/";

fn secret() -> RoomSecret {
    RoomSecret::from_bytes([9; 16])
}

fn codes() -> Vec<String> {
    let rng = &mut seeded(30);
    let mut code = |maker, n, name| ok(reply(rng, maker, n, name).encode(&secret()));
    vec![
        code(Maker::Chromium, 8, "Ana"),
        code(Maker::Firefox, 1, "Bo"),
        code(Maker::Firefox, 8, "Cy"),
    ]
}

#[test]
fn a_link_leads_back_to_its_code() {
    let url = invite_url(BASE, "abc");
    assert_eq!(url, "https://any.host/any/path/#j=abc");
    assert_eq!(read_fragment(&url), Fragment::Invite("abc".into()));
    let url = reply_url("https://any.host/#j=old", "abc");
    assert_eq!(url, "https://any.host/#r=abc");
    assert_eq!(read_fragment(&url), Fragment::Reply("abc".into()));
}

#[test]
fn fragments_are_told_apart() {
    for (text, fragment) in [
        ("", Fragment::None),
        ("#", Fragment::None),
        ("  #j=abc \n", Fragment::Invite("abc".into())),
        ("j=abc", Fragment::Invite("abc".into())),
        ("#j%3Dabc", Fragment::Invite("abc".into())),
        ("#j=abc).", Fragment::Invite("abc".into())),
        ("#r=abc&fbclid=1", Fragment::Reply("abc".into())),
        ("#r=", Fragment::Reply(String::new())),
        ("#/settings", Fragment::Other("/settings".into())),
        ("#p=abc", Fragment::Other("p=abc".into())),
        ("#join=abc", Fragment::Other("join=abc".into())),
    ] {
        assert_eq!(read_fragment(text), fragment, "{text}");
    }
}

#[test]
fn a_reply_is_found_in_whatever_stands_around_it() {
    for code in codes() {
        let url = reply_url(BASE, &code);
        let redirect = url.replace('#', "%23").replace('=', "%3D");
        for text in [
            code_only(&code),
            url.clone(),
            format!("<{url}>"),
            format!("({url}), please!"),
            format!("\"{url}\"."),
            format!("[10:32] Ana: here {url}\n[10:33] Bo: thanks"),
            format!("[my reply]({url})"),
            format!("[{url}]({url})"),
            format!("<{url}|{url}>"),
            format!("<a href=\"{url}\">{url}</a>"),
            format!("**{url}** _{url}"),
            format!("https://www.example.com/url?q={redirect}&sa=D"),
            format!("{url}\u{200b} {url}…"),
            format!("{url}?"),
            url.replace('_', "\\_").replace('-', "\\-"),
            format!("z.B. r=5 oder r=0.9, #r= und bar=baz {url}"),
        ] {
            assert_eq!(find_replies(&text), [code.as_str()], "{text}");
        }
    }
}

fn code_only(code: &str) -> String {
    format!("r={code}")
}

#[test]
fn a_reply_broken_over_lines_is_put_together() {
    for code in codes() {
        for (n, end) in [
            (76, "\n"),
            (76, "\r\n"),
            (70, "\n> "),
            (78, "\r\n\t"),
            (5, "\n"),
            (1, "\n"),
        ] {
            let letters: Vec<char> = code.chars().collect();
            let lines: Vec<String> = letters
                .chunks(n)
                .map(|line| line.iter().collect())
                .collect();
            let text = format!("Hi,\n{BASE}#r={}\nthanks\nBo", lines.join(end));
            assert_eq!(find_replies(&text), [code.as_str()], "{text}");
        }
    }
}

#[test]
fn a_name_glued_to_the_end_is_left_out() {
    for code in codes() {
        assert_eq!(find_replies(&format!("#r={code}Bo wrote")), [code.as_str()]);
        assert_eq!(
            find_replies(&format!("#r={code}\nBo wrote")),
            [code.as_str()]
        );
    }
}

#[test]
fn several_replies_come_in_order_and_once() {
    let codes = codes();
    let urls: Vec<String> = codes.iter().map(|code| reply_url(BASE, code)).collect();
    let text = format!(
        "Ana: {}\n{} {}{}\nAna again: {}",
        urls[0], urls[1], urls[2], urls[0], urls[0]
    );
    assert_eq!(find_replies(&text), codes);
    assert_eq!(find_replies(&urls.concat()), codes);
}

#[test]
fn a_cut_reply_is_returned_so_that_it_can_be_named() {
    for code in codes() {
        for n in 1..code.len() {
            let text = format!("{BASE}#r={}\nBo: that is all", &code[..n]);
            let found = find_replies(&text);
            let read: Vec<_> = found
                .iter()
                .map(|code| Reply::decode(code, &secret()))
                .collect();
            assert_eq!(
                read,
                [Err(ReplyError::Link(LinkError::Truncated))],
                "{text}"
            );
        }
    }
}

#[test]
fn an_invite_is_not_taken_for_a_reply() {
    let code = ok(invite(&mut seeded(31), Maker::Chromium, 8, true).encode());
    let text = format!("join: {}", invite_url(BASE, &code));
    assert_eq!(find_replies(&text), [""; 0]);
    assert_eq!(find_invites(&text), [code]);
}

#[test]
fn a_flood_is_bounded() {
    let marks: Vec<String> = (0..100_000).map(|n| format!("#r=E{n}")).collect();
    assert_eq!(find_replies(&marks.join(" ")).len(), MAX_FOUND_CODES);
    assert_eq!(find_replies(&"#r=".repeat(500_000)), [""; 0]);
    let lines = "r=\n".repeat(80_000);
    assert_eq!(find_replies(&lines), [""; 0]);
}

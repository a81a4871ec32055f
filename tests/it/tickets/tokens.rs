//! Tokens: off by default, one for each host, forgotten for good.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::desk::DeskEvent;
use floret::desk::event::{Field, TicketEvent};
use floret::desk::view::{TokenProblem, Tracker};
use floret::saved::{Kept, TOKENS_KEY, read_tokens};
use floret::web::AddressProblem;

use super::page::{GITHUB, GITLAB, Page, TOKEN};

#[test]
fn nothing_can_be_sent_until_it_is_switched_on_and_has_a_token_for_the_host() {
    let mut page = Page::at(GITHUB);
    assert!(!page.ticket().settings.is_on);
    assert_eq!(
        (page.ticket().way, page.ticket().host.as_str()),
        (None, "github.com")
    );
    page.token("github.com", TOKEN);
    assert_eq!(page.ticket().way, None);
    assert_eq!(page.act(TicketEvent::Pressed(page.story)), []);
    page.act(TicketEvent::Switched(true));
    let way = page.ticket().way.expect("a way");
    assert_eq!((way.tracker, way.name.as_str()), (Tracker::GitHub, "o/r#7"));
    // The token is for one host only.
    page.write(Field::Link, GITLAB);
    assert_eq!(page.ticket().way, None);
    page.write(Field::Link, "https://github.com.evil.example/o/r/issues/7");
    assert_eq!(page.ticket().way, None);
    page.write(Field::Link, "https://github.com/o/r/pull/7");
    assert_eq!((page.ticket().way, page.ticket().host.as_str()), (None, ""));
}

#[test]
fn tokens_are_kept_found_again_replaced_and_forgotten() {
    let mut page = Page::at(GITHUB);
    page.act(TicketEvent::Switched(true));
    page.token("https://github.com/o/r", " first ");
    page.token("github.com", TOKEN);
    assert_eq!(
        (
            page.ticket().settings.hosts.len(),
            page.ticket().settings.n_saved
        ),
        (1, 2)
    );
    let mut again = page.reload();
    assert_eq!(again.ticket().settings.hosts, ["github.com"]);
    again.press();
    again.send();
    page.act(TicketEvent::TokenForgotten(String::from("github.com")));
    assert_eq!(page.ticket().way, None);
    let kept = page.kept.iter().find(|(key, _)| key == TOKENS_KEY);
    let (_, text) = kept.expect("the settings");
    assert!(!text.contains(TOKEN), "{text}");
    assert!(page.notices().is_empty(), "no undo keeps a secret");
}

#[test]
fn wrong_settings_are_told_and_change_nothing() {
    let mut page = Page::at(GITHUB);
    for (host, token, problem) in [
        ("", "t", TokenProblem::Host(AddressProblem::NotOne)),
        ("two words", "t", TokenProblem::Host(AddressProblem::NotOne)),
        (
            "http://git.example",
            "t",
            TokenProblem::Host(AddressProblem::NotSecret),
        ),
        (
            "https://me@git.example",
            "t",
            TokenProblem::Host(AddressProblem::HasLogin),
        ),
        ("git.example", "", TokenProblem::Token),
        ("git.example", "two words", TokenProblem::Token),
        ("git.example", "t\r\nx: y", TokenProblem::Token),
        ("git.example", "schlüssel", TokenProblem::Token),
    ] {
        page.token(host, token);
        let settings = page.ticket().settings;
        assert_eq!(settings.problem, Some(problem), "{host} {token}");
        assert_eq!((settings.hosts.len(), settings.n_saved), (0, 0));
    }
    for at in 0..21 {
        page.token(&format!("git{at}.example"), "t");
    }
    assert_eq!(page.ticket().settings.hosts.len(), 20);
    assert_eq!(
        page.ticket().settings.problem,
        Some(TokenProblem::TooMany(20))
    );
    page.token("git0.example", "u");
    assert_eq!(page.ticket().settings.problem, None);
}

#[test]
fn what_another_tab_sets_holds_here_and_takes_back_what_is_shown() {
    let mut page = Page::ready(GITHUB);
    page.press();
    let key = TOKENS_KEY.to_owned();
    let value = Some(String::from("{\"version\":1,\"is_on\":false}"));
    page.tell(DeskEvent::KeptElsewhere { key, value });
    assert_eq!(page.ticket().way, None);
    assert_eq!(page.act(TicketEvent::SendPressed), []);
}

#[test]
fn damaged_and_newer_tokens_are_never_overwritten() {
    for text in ["{\"version\":1,", "{\"version\":9}"] {
        let mut page = Page::with(vec![(TOKENS_KEY.to_owned(), text.to_owned())]);
        assert_eq!(page.notices().len(), 1, "{text}");
        page.token("github.com", TOKEN);
        page.act(TicketEvent::Switched(true));
        assert_eq!(page.kept, [(TOKENS_KEY.to_owned(), text.to_owned())]);
        assert_ne!(
            read_tokens(text),
            Kept::Fine(floret::saved::KeptTokens::default())
        );
    }
}

//! Requests, byte for byte, as the trackers' own pages describe them.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::{Ticket, TicketRequest, Writing, tracker_host};
use floret::web::AddressProblem;

fn request(link: &str, writing: &Writing) -> TicketRequest {
    Ticket::of_link(link).unwrap().request(writing)
}

fn comment(text: &str) -> Writing {
    Writing::Comment(text.to_owned())
}

#[test]
fn a_comment_goes_where_the_tracker_takes_comments() {
    let comment = comment("a \"quote\"\nand <b>\u{1f966}\\");
    for (link, url) in [
        (
            "https://github.com/o/r.js/issues/7",
            "https://api.github.com/repos/o/r.js/issues/7/comments",
        ),
        (
            "https://www.github.com/o/r/issues/7",
            "https://api.github.com/repos/o/r/issues/7/comments",
        ),
        (
            "https://firm.ghe.com/o/r/issues/7",
            "https://api.firm.ghe.com/repos/o/r/issues/7/comments",
        ),
        (
            "https://git.firm.example:8443/o/r/issues/7",
            "https://git.firm.example:8443/api/v3/repos/o/r/issues/7/comments",
        ),
        (
            "https://gitlab.com/g/sub/p/-/issues/7",
            "https://gitlab.com/api/v4/projects/g%2Fsub%2Fp/issues/7/notes",
        ),
        (
            "http://localhost:3000/g/p/-/issues/7",
            "http://localhost:3000/api/v4/projects/g%2Fp/issues/7/notes",
        ),
    ] {
        let request = request(link, &comment);
        assert_eq!((request.method, request.url.as_str()), ("POST", url));
        assert_eq!(
            request.body,
            "{\"body\":\"a \\\"quote\\\"\\nand <b>\u{1f966}\\\\\"}"
        );
    }
}

#[test]
fn each_tracker_has_its_own_headers() {
    let github = request("https://github.com/o/r/issues/7", &comment("x"));
    assert_eq!(
        github.headers,
        [
            ("Content-Type", "application/json"),
            ("Accept", "application/vnd.github+json"),
            ("X-GitHub-Api-Version", "2022-11-28"),
        ]
    );
    let token = ("Authorization", String::from("Bearer t-1"));
    assert_eq!(github.token_header("t-1"), token);
    let gitlab = request("https://gitlab.com/g/p/-/issues/7", &comment("x"));
    assert_eq!(
        gitlab.headers,
        [
            ("Content-Type", "application/json"),
            ("Accept", "application/json")
        ]
    );
    let token = ("PRIVATE-TOKEN", String::from("t-1"));
    assert_eq!(gitlab.token_header("t-1"), token);
}

#[test]
fn an_estimate_becomes_a_label_or_a_weight() {
    let github = Ticket::of_link("https://github.com/o/r/issues/7").unwrap();
    for (estimate, label) in [
        ("5", "points: 5"),
        (" ½ ", "points: ½"),
        ("XL", "points: XL"),
    ] {
        let writing = github.estimate(estimate).unwrap();
        let request = github.request(&writing);
        assert_eq!(request.method, "POST");
        assert_eq!(
            request.url,
            "https://api.github.com/repos/o/r/issues/7/labels"
        );
        assert_eq!(request.body, format!("{{\"labels\":[\"{label}\"]}}"));
    }
    assert_eq!(github.estimate(" "), None);

    let gitlab = Ticket::of_link("https://gitlab.com/g/p/-/issues/7").unwrap();
    for (estimate, weight) in [("5", 5), ("0", 0), (" 13.0 ", 13)] {
        let writing = gitlab.estimate(estimate).unwrap();
        assert_eq!(writing, Writing::Weight(weight));
        let request = gitlab.request(&writing);
        assert_eq!(request.method, "PUT");
        assert_eq!(
            request.url,
            "https://gitlab.com/api/v4/projects/g%2Fp/issues/7"
        );
        assert_eq!(request.body, format!("{{\"weight\":{weight}}}"));
    }
    for estimate in ["", "½", "0.5", "-1", "XL", "?", "5 points"] {
        assert_eq!(gitlab.estimate(estimate), None, "{estimate}");
    }
}

#[test]
fn a_tracker_is_known_by_any_address_of_it() {
    for (typed, host) in [
        ("github.com", "github.com"),
        (" https://GitHub.com/o/r/issues/7#c ", "github.com"),
        ("www.github.com", "github.com"),
        ("https://api.github.com", "github.com"),
        ("gitlab.firm.example:443", "gitlab.firm.example"),
        ("http://127.0.0.1:8000", "127.0.0.1:8000"),
    ] {
        assert_eq!(tracker_host(typed).as_deref(), Ok(host), "{typed}");
    }
    for (typed, problem) in [
        ("", AddressProblem::NotOne),
        ("two words", AddressProblem::NotOne),
        ("http://git.firm.example", AddressProblem::NotSecret),
        ("https://me:secret@github.com", AddressProblem::HasLogin),
    ] {
        assert_eq!(tracker_host(typed), Err(problem), "{typed}");
    }
}

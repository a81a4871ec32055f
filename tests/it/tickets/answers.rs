//! What trackers answer, the truth or not.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::{Answered, Ticket, Trouble, Writing};

const GITHUB: &str = "https://github.com/o/r/issues/7";
const GITLAB: &str = "https://gitlab.com/g/p/-/issues/7";

fn answer(status: u16, body: &str) -> Answered {
    Answered {
        status,
        body: body.as_bytes().to_vec(),
        ..Answered::default()
    }
}

fn comment(link: &str, answered: &Answered) -> Result<String, Trouble> {
    let writing = Writing::Comment(String::from("x"));
    Ticket::of_link(link).unwrap().read(&writing, answered)
}

fn estimate(link: &str, estimate: &str, answered: &Answered) -> Result<String, Trouble> {
    let ticket = Ticket::of_link(link).unwrap();
    ticket.read(&ticket.estimate(estimate).unwrap(), answered)
}

#[test]
fn a_comment_that_is_there_has_an_address() {
    let page = "https://github.com/o/r/issues/7#issuecomment-1";
    let body = format!("{{\"id\":1,\"html_url\":\"{page}\",\"body\":\"x\"}}");
    assert_eq!(comment(GITHUB, &answer(201, &body)).as_deref(), Ok(page));
    let note = answer(201, "{\"id\":302,\"body\":\"x\",\"system\":false}");
    let page = "https://gitlab.com/g/p/-/issues/7#note_302";
    assert_eq!(comment(GITLAB, &note).as_deref(), Ok(page));
}

#[test]
fn an_address_of_somewhere_else_is_not_followed() {
    for lie in [
        "javascript:alert(1)",
        "https://evil.example/",
        "https://github.com.evil.example/o/r/issues/7#x",
        "https://github.com/o/r/issues/77#issuecomment-1",
        "https://github.com/o/r/issues/7#\\u0022 onclick",
        "//evil.example",
        "",
    ] {
        let body = format!("{{\"id\":1,\"html_url\":\"{lie}\",\"body\":\"x\"}}");
        let said = comment(GITHUB, &answer(201, &body));
        assert_eq!(said.as_deref(), Ok(GITHUB), "{lie}");
    }
}

#[test]
fn an_answer_that_is_none_is_not_believed() {
    let deep = "[".repeat(100_000);
    for body in [
        "",
        "<!doctype html><title>Sign in</title>",
        "null",
        "true",
        "[]",
        "{}",
        "{\"id\":\"1\",\"html_url\":7,\"body\":null}",
        "{\"html_url\":\"https://github.com/o/r/issues/7\"}",
        "{\"id\":1,\"body\":",
        "\u{0}",
        &deep,
    ] {
        for link in [GITHUB, GITLAB] {
            let said = comment(link, &answer(200, body));
            assert_eq!(said, Err(Trouble::Strange), "{link}");
        }
        let label = estimate(GITHUB, "5", &answer(200, body));
        let is_list = body == "[]";
        let expected = if is_list {
            Trouble::Ignored
        } else {
            Trouble::Strange
        };
        assert_eq!(label, Err(expected));
        assert_eq!(
            estimate(GITLAB, "5", &answer(200, body)),
            Err(Trouble::Strange)
        );
    }
}

#[test]
fn an_estimate_is_set_when_it_stands_in_the_answer() {
    let labels = answer(200, "[{\"name\":\"bug\"},{\"name\":\"points: 5\"}]");
    assert_eq!(estimate(GITHUB, "5", &labels).as_deref(), Ok(GITHUB));
    assert_eq!(estimate(GITHUB, "8", &labels), Err(Trouble::Ignored));
    let issue = answer(200, "{\"iid\":7,\"weight\":5}");
    assert_eq!(estimate(GITLAB, "5", &issue).as_deref(), Ok(GITLAB));
    // Without GitLab Premium the request is taken and the weight is left out.
    for body in [
        "{\"iid\":7}",
        "{\"iid\":7,\"weight\":null}",
        "{\"iid\":7,\"weight\":8}",
    ] {
        assert_eq!(
            estimate(GITLAB, "5", &answer(200, body)),
            Err(Trouble::Ignored)
        );
    }
}

#[test]
fn each_refusal_is_called_by_its_name() {
    let with = |status, retry_after: Option<&str>, remaining: Option<&str>, body: &str| Answered {
        retry_after: retry_after.map(str::to_owned),
        remaining: remaining.map(str::to_owned),
        ..answer(status, body)
    };
    let message = |text: &str| format!("{{\"message\":\"{text}\"}}");
    let second = message("You have exceeded a secondary rate limit");
    for (answered, trouble) in [
        (answer(401, &message("Bad credentials")), Trouble::Token),
        (
            answer(403, &message("Resource not accessible")),
            Trouble::Token,
        ),
        (with(403, None, Some("12"), ""), Trouble::Token),
        (with(403, None, Some("0"), ""), Trouble::Limited(None)),
        (with(403, Some("61"), None, ""), Trouble::Limited(Some(2))),
        (answer(403, &second), Trouble::Limited(None)),
        (answer(429, ""), Trouble::Limited(None)),
        (with(429, Some("1"), None, ""), Trouble::Limited(Some(1))),
        (
            with(429, Some("99999999999"), None, ""),
            Trouble::Limited(Some(1440)),
        ),
        (with(429, Some("soon"), None, ""), Trouble::Limited(None)),
        (answer(404, &message("Not Found")), Trouble::NotFound),
        (answer(0, ""), Trouble::Moved),
        (answer(307, ""), Trouble::Moved),
        (
            answer(410, &message("Issues are disabled")),
            Trouble::Other(410, String::from("Issues are disabled")),
        ),
        (
            answer(422, "{\"message\":{\"note\":[\"is too long\"]}}"),
            Trouble::Other(422, String::from("{\"note\":[\"is too long\"]}")),
        ),
        (
            answer(400, "{\"error\":\"body is missing\"}"),
            Trouble::Other(400, String::from("body is missing")),
        ),
        (answer(502, "<html>"), Trouble::Other(502, String::new())),
    ] {
        assert_eq!(comment(GITHUB, &answered), Err(trouble), "{answered:?}");
    }
}

#[test]
fn what_a_tracker_says_is_short_and_on_one_line() {
    let long = format!("{{\"message\":\"a\\nb\\u0007 {}\"}}", "x".repeat(5_000));
    let Err(Trouble::Other(422, said)) = comment(GITHUB, &answer(422, &long)) else {
        panic!("not refused");
    };
    assert_eq!(said.chars().count(), 200);
    assert!(said.starts_with("a b xxx"), "{said}");
}

#[test]
fn only_what_is_refused_is_surely_not_there() {
    for trouble in [
        Trouble::Unreachable,
        Trouble::Slow,
        Trouble::Stopped,
        Trouble::Strange,
        Trouble::Other(502, String::new()),
    ] {
        assert!(trouble.may_be_there(), "{trouble:?}");
    }
    for trouble in [
        Trouble::Token,
        Trouble::NotFound,
        Trouble::Moved,
        Trouble::Limited(None),
        Trouble::Other(422, String::new()),
    ] {
        assert!(!trouble.may_be_there(), "{trouble:?}");
    }
}

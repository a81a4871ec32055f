//! Addresses that may be asked, and those that may not.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::prompt::{Address, AddressProblem};

#[test]
fn addresses_are_completed_to_what_is_asked() {
    for (typed, url) in [
        (
            "https://api.openai.com/v1",
            "https://api.openai.com/v1/chat/completions",
        ),
        (
            " https://api.openai.com/v1/ ",
            "https://api.openai.com/v1/chat/completions",
        ),
        (
            "HTTPS://api.openai.com",
            "https://api.openai.com/v1/chat/completions",
        ),
        (
            "api.openai.com/v1",
            "https://api.openai.com/v1/chat/completions",
        ),
        (
            "localhost:11434",
            "http://localhost:11434/v1/chat/completions",
        ),
        (
            "http://127.0.0.1:1234/v1",
            "http://127.0.0.1:1234/v1/chat/completions",
        ),
        ("http://[::1]:8080", "http://[::1]:8080/v1/chat/completions"),
        (
            "https://[2001:db8::1]/v1",
            "https://[2001:db8::1]/v1/chat/completions",
        ),
        (
            "https://a.example/v1/chat/completions",
            "https://a.example/v1/chat/completions",
        ),
        (
            "https://openrouter.ai/api/v1",
            "https://openrouter.ai/api/v1/chat/completions",
        ),
        (
            "https://modelle.müller.example/v1",
            "https://modelle.müller.example/v1/chat/completions",
        ),
        (
            "https://a.example/openai/deployments/x?api-version=1",
            "https://a.example/openai/deployments/x/chat/completions?api-version=1",
        ),
    ] {
        assert_eq!(Address::read(typed).unwrap().url(), url, "{typed}");
    }
}

#[test]
fn the_screen_names_host_and_port() {
    let host = |typed| Address::read(typed).unwrap().host().to_owned();
    assert_eq!(host("https://api.example.org/v1"), "api.example.org");
    assert_eq!(host("localhost:11434"), "localhost:11434");
}

#[test]
fn other_computers_are_asked_over_tls_only() {
    for typed in [
        "http://api.example.org/v1",
        "http://192.168.0.7:11434",
        "http://localhost.example.org",
        "http://127.0.0.1.example.org",
        "http://127.0.0.2",
        "HTTP://example.org",
    ] {
        assert_eq!(
            Address::read(typed),
            Err(AddressProblem::NotSecret),
            "{typed}"
        );
    }
}

#[test]
fn a_login_in_an_address_is_refused() {
    for typed in [
        "https://anna:secret@api.example.org",
        "http://localhost@evil.example",
        "http://localhost:80@evil.example/v1",
    ] {
        assert_eq!(
            Address::read(typed),
            Err(AddressProblem::HasLogin),
            "{typed}"
        );
    }
}

#[test]
fn what_is_no_web_address_is_refused() {
    let long = format!("https://a.example/{}", "x".repeat(400));
    for typed in [
        "",
        "https://",
        "https:///v1",
        "javascript:alert(1)",
        "javascript://localhost/%0aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a.example",
        "https://a b.example",
        "https://a.example\\@evil.example",
        "http://localhost\\.evil.example",
        "https://a.example/v1#x",
        "https://a.example\r\nx: y",
        "https://a..example",
        "https://a.example:0",
        "https://a.example:99999",
        "https://a.example:+1",
        "https://[::1",
        "https://[x]",
        &long,
    ] {
        assert_eq!(Address::read(typed), Err(AddressProblem::NotOne), "{typed}");
    }
}

#[test]
fn a_completed_address_is_read_again_as_the_same() {
    for typed in [
        "api.example.org",
        "localhost:1",
        "https://a.example/x/?y=/z",
    ] {
        let once = Address::read(typed).unwrap();
        assert_eq!(Address::read(once.url()), Ok(once.clone()));
    }
}

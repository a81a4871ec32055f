//! Tokens are kept in this browser and nowhere else; what was sent is remembered.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::saved::{
    Kept, KeptSent, KeptToken, KeptTokens, Password, TOKENS_KEY, backup, mark_of, read_backup,
    read_sent, read_tokens, sent_key, sent_of_key, write_sent, write_tokens,
};
use floret::story::StoryId;

/// Released forms; files are added, never edited.
const TOKENS_1: &str = include_str!("../saved/tokens-1.json");
const SENT_1: &str = include_str!("../saved/sent-1.json");

fn tokens() -> KeptTokens {
    let mut tokens = KeptTokens::default();
    tokens.is_on = true;
    tokens.sends_estimate = true;
    tokens.tokens = vec![KeptToken {
        host: String::from("github.com"),
        token: Password(String::from("ghp_secret")),
    }];
    tokens
}

fn sent() -> KeptSent {
    KeptSent {
        mark: 0xab,
        at_ms: 1_700_000_000_000,
        is_certain: true,
        label: String::from("points: 5"),
    }
}

#[test]
fn what_is_written_is_read_again() {
    assert_eq!(read_tokens(&write_tokens(&tokens())), Kept::Fine(tokens()));
    assert_eq!(write_tokens(&tokens()), TOKENS_1.trim_end());
    assert_eq!(
        write_tokens(&KeptTokens::default()),
        "{\"version\":1,\"is_on\":false}"
    );
    assert_eq!(read_sent(&write_sent(&sent())), Kept::Fine(sent()));
    assert_eq!(write_sent(&sent()), SENT_1.trim_end());
    let key = sent_key(StoryId(7));
    assert_eq!(sent_of_key(&key), Some(StoryId(7)));
}

#[test]
fn damaged_and_newer_texts_are_answers() {
    assert_eq!(read_tokens("{\"version\":2,\"tokens\":{}}"), Kept::Newer);
    assert_eq!(read_sent("{\"version\":2}"), Kept::Newer);
    for text in ["", "{}", "{\"version\":1,\"tokens\":7}", "{\"version\":1"] {
        assert_eq!(read_tokens(text), Kept::Damaged, "{text}");
    }
    for text in [
        "{\"version\":1}",
        "{\"version\":1,\"mark\":\"x\",\"at_ms\":1,\"is_certain\":true}",
        "{\"version\":1,\"mark\":\"1\",\"at_ms\":-1,\"is_certain\":true}",
    ] {
        assert_eq!(read_sent(text), Kept::Damaged, "{text}");
    }
}

#[test]
fn a_token_is_never_printed_and_in_no_backup() {
    let printed = format!("{:?}", tokens());
    assert!(
        printed.contains("<redacted>") && !printed.contains("ghp_secret"),
        "{printed}"
    );
    let text = write_tokens(&tokens());
    let file = backup([(TOKENS_KEY, text.as_str()), ("floret.story.1", "{}")]);
    for private in ["ghp_secret", "github.com", TOKENS_KEY] {
        assert!(!file.contains(private), "{private}");
    }
    assert!(file.contains("floret.story.1"));
}

#[test]
fn a_backup_brings_no_token_in() {
    let file = r#"{"version":1,"floret":{"floret.tokens":"{\"version\":1,\"is_on\":true}"}}"#;
    assert_eq!(read_backup(file), Kept::Fine(Vec::new()));
}

#[test]
fn another_text_or_another_ticket_is_another_comment() {
    let marks = [
        mark_of("o/r#7", "5"),
        mark_of("o/r#7", "8"),
        mark_of("o/r#75", ""),
        mark_of("o/r#8", "5"),
        mark_of("", "o/r#75"),
    ];
    for (at, mark) in marks.iter().enumerate() {
        assert!(!marks[..at].contains(mark), "{at}");
    }
}

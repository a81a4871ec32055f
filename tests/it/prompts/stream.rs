//! Answers as they arrive: cut anywhere, broken, lying, without an end.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::prompt::{
    Answer, Failure, MAX_ANSWER_CHARS, MAX_MESSAGE_CHARS, MAX_STREAM_BYTES, Progress, Said, Stream,
};
use rand_core::Rng;

use super::{below, seeded};

fn piece(text: &str) -> String {
    let text = serde_json::to_string(text).unwrap();
    format!("data: {{\"choices\":[{{\"delta\":{{\"content\":{text}}}}}]}}\n\n")
}

fn read(status: u16, bytes: &[u8]) -> Result<Answer, Failure> {
    read_in(status, bytes, bytes.len().max(1))
}

fn read_in(status: u16, bytes: &[u8], n: usize) -> Result<Answer, Failure> {
    let mut stream = Stream::new(status);
    for chunk in bytes.chunks(n) {
        if stream.feed(chunk)? == Progress::Done {
            break;
        }
    }
    stream.end()
}

fn whole(text: &str) -> Result<Answer, Failure> {
    Ok(Answer {
        text: text.to_owned(),
        is_cut: false,
    })
}

fn refused(status: Option<u16>, message: &str) -> Result<Answer, Failure> {
    Err(Failure::Refused {
        status,
        message: message.to_owned(),
    })
}

#[test]
fn a_stream_cut_anywhere_says_the_same() {
    let text = [
        "\u{feff}: keep-alive\n",
        "event: message\nid: 7\nretry: 10\n",
        "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n",
        &piece("Grüße \u{1f966}"),
        ":\n\n",
        "data:{\"choices\":[{\"delta\":{\"content\":\", so\"},\"finish_reason\":null}]}\n\n",
        "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n",
        "data: {\"choices\":[],\"usage\":{\"total_tokens\":3}}\n\n",
        "data: [DONE]\n\n",
    ]
    .concat();
    for text in [
        text.clone(),
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
    ] {
        for n in 1..40 {
            assert_eq!(
                read_in(200, text.as_bytes(), n),
                whole("Grüße \u{1f966}, so"),
                "{n}"
            );
        }
    }
}

#[test]
fn what_was_said_so_far_can_be_read_at_any_time() {
    let mut stream = Stream::new(200);
    assert_eq!(stream.said(), "");
    assert_eq!(stream.feed(piece("One").as_bytes()), Ok(Progress::More));
    assert_eq!(stream.said(), "One");
    assert_eq!(stream.feed(piece(" two").as_bytes()), Ok(Progress::More));
    assert_eq!(stream.said(), "One two");
    assert_eq!(stream.feed(b"data: [DONE]\n"), Ok(Progress::Done));
    assert_eq!(stream.feed(piece(" three").as_bytes()), Ok(Progress::Done));
    assert_eq!(stream.end(), whole("One two"));
}

#[test]
fn a_stream_without_its_last_word_is_an_answer_all_the_same() {
    let last = piece("there");
    let bytes = [piece("Hello "), last.trim_end().to_owned()].concat();
    assert_eq!(read(200, bytes.as_bytes()), whole("Hello there"));
}

#[test]
fn events_without_empty_lines_and_over_several_lines_are_read() {
    let tight = [piece("a"), piece("b")].concat().replace("\n\n", "\n");
    assert_eq!(read(200, tight.as_bytes()), whole("ab"));
    let split = "data: {\"choices\":\ndata: [{\"delta\":{\"content\":\"x\"}}]}\n\n";
    assert_eq!(read(200, split.as_bytes()), whole("x"));
}

#[test]
fn a_server_that_does_not_stream_is_understood() {
    let text = r#" {"choices":[{"message":{"content":"All at once"},"finish_reason":"stop"}]}"#;
    for n in [1, 7, 500] {
        assert_eq!(read_in(200, text.as_bytes(), n), whole("All at once"));
    }
    let parts = r#"{"choices":[{"message":{"content":[{"type":"text","text":"In "},{"type":"image"},{"text":"parts"}]}}]}"#;
    assert_eq!(read(200, parts.as_bytes()), whole("In parts"));
}

#[test]
fn an_answer_that_was_cut_off_says_so() {
    for reason in ["length", "content_filter"] {
        let end = format!(
            "data: {{\"choices\":[{{\"delta\":{{}},\"finish_reason\":\"{reason}\"}}]}}\n\n"
        );
        let bytes = [piece("Half"), end].concat();
        let cut = Answer {
            text: String::from("Half"),
            is_cut: true,
        };
        assert_eq!(read(200, bytes.as_bytes()), Ok(cut));
    }
}

#[test]
fn refusals_are_told_in_their_own_words() {
    for (body, message) in [
        (
            r#"{"error":{"message":"Incorrect key","code":"invalid_api_key"}}"#,
            "Incorrect key",
        ),
        (r#"{"error":"model not found"}"#, "model not found"),
        (r#"{"message":"no"}"#, "no"),
        (r#"{"detail":"Not Found"}"#, "Not Found"),
        (
            r#"[{"error":{"code":400,"message":"in a list"}}]"#,
            "in a list",
        ),
        ("too  many\r\nrequests", "too many requests"),
        ("<html><script>alert(1)</script>", ""),
        ("", ""),
        ("{}", ""),
    ] {
        assert_eq!(
            read_in(429, body.as_bytes(), 3),
            refused(Some(429), message),
            "{body}"
        );
    }
}

#[test]
fn a_refusal_of_megabytes_becomes_one_short_line() {
    let long = format!("{{\"error\":{{\"message\":\"{}\"}}}}", "no ".repeat(3_000));
    let Err(Failure::Refused { message, .. }) = read(500, long.as_bytes()) else {
        panic!("it was no refusal");
    };
    assert_eq!(message.chars().count(), MAX_MESSAGE_CHARS);
    let huge = "x".repeat(MAX_STREAM_BYTES * 2);
    let Err(Failure::Refused { message, .. }) = read_in(500, huge.as_bytes(), 1_000) else {
        panic!("it was no refusal");
    };
    assert_eq!(message.chars().count(), MAX_MESSAGE_CHARS);
}

#[test]
fn an_error_in_the_middle_ends_it() {
    let bytes = [
        piece("Half"),
        String::from("data: {\"error\":{\"message\":\"overloaded\",\"code\":503}}\n\n"),
    ]
    .concat();
    assert_eq!(
        read(200, bytes.as_bytes()),
        refused(Some(503), "overloaded")
    );
    let bytes = r#"{"error":{"message":"bad","code":"x"}}"#;
    assert_eq!(read(200, bytes.as_bytes()), refused(None, "bad"));
}

#[test]
fn what_is_not_the_protocol_is_broken() {
    for text in [
        "<!doctype html><title>Log in</title>",
        "\n <html>",
        "{\"hello\":1}",
        "{\"choices\":",
        "[1,2]",
        "data: {\"choices\":[{\"delta\":\n\n",
        "data: not json\n\ndata: [DONE]\n\n",
    ] {
        assert_eq!(read(200, text.as_bytes()), Err(Failure::Broken), "{text}");
    }
    let deep = format!("data: {}\n\n", "[".repeat(100_000));
    assert_eq!(read(200, deep.as_bytes()), Err(Failure::Broken));
}

#[test]
fn an_answer_without_a_word_is_nothing() {
    for text in [
        "",
        "  \n",
        "data: [DONE]\n\n",
        ": ping\n\n",
        "hello\n\n",
        &piece(" \n"),
    ] {
        assert_eq!(read(200, text.as_bytes()), Err(Failure::Nothing), "{text}");
    }
}

#[test]
fn an_answer_without_an_end_is_stopped_and_what_fits_is_kept() {
    let mut stream = Stream::new(200);
    let word = piece(&"long ".repeat(100));
    let failed = (0..1_000).find_map(|_| stream.feed(word.as_bytes()).err());
    assert_eq!(failed, Some(Failure::TooLong));
    assert!((MAX_ANSWER_CHARS - 1..=MAX_ANSWER_CHARS).contains(&stream.said().len()));

    let mut silent = Stream::new(200);
    let failed = (0..1_000).find_map(|_| silent.feed(&[b':'; 10_000]).err());
    assert_eq!(failed, Some(Failure::TooLong));
    let mut whole = Stream::new(200);
    let failed = (0..1_000).find_map(|_| whole.feed(&[b'{'; 10_000]).err());
    assert_eq!(failed, Some(Failure::TooLong));
}

#[test]
fn only_text_is_kept_of_what_is_said() {
    let mut said = Said::default();
    assert_eq!(
        said.push("a\r\nb\tc\0\u{1b}[31m\u{202e}\u{2066}d\u{feff}"),
        Ok(())
    );
    assert_eq!(said.text(), "a\nb\tc[31md");
}

#[test]
fn what_a_model_thinks_aloud_is_left_out() {
    let mut said = Said::default();
    assert_eq!(said.push("<think>\nhm"), Ok(()));
    assert_eq!(said.text(), "");
    assert_eq!(said.push(" hm</think>\n\nSo: yes"), Ok(()));
    assert_eq!(said.text(), "So: yes");
    assert_eq!(said.end(false), whole("So: yes"));
}

#[test]
fn bytes_of_any_sort_do_no_harm() {
    let good = [piece("Grüße"), piece("x"), String::from("data: [DONE]\n\n")].concat();
    for seed in 0..4_000 {
        let mut rng = seeded(seed);
        let mut bytes = good.clone().into_bytes();
        for _ in 0..1 + below(&mut rng, 6) {
            let at = below(&mut rng, bytes.len());
            match below(&mut rng, 3) {
                0 => bytes[at] = rng.next_u32().to_le_bytes()[0],
                1 => drop(bytes.remove(at)),
                _ => bytes.insert(at, b"\n\r:{}[]\"<"[below(&mut rng, 9)]),
            }
        }
        let status = [200, 204, 302, 404, 500][below(&mut rng, 5)];
        let n = 1 + below(&mut rng, 20);
        let at_once = read(status, &bytes);
        assert_eq!(read_in(status, &bytes, n), at_once, "{seed}");
        if let Ok(answer) = at_once {
            assert!(!answer.text.is_empty() && answer.text.chars().count() <= MAX_ANSWER_CHARS);
        }
    }
}

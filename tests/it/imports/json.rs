//! Floret's own JSON, and lists of nobody in particular.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::{Dialect, Field, RefusedReason, write_json};
use floret::story::StoryId;

use super::samples::{keys, pasted, refusals, row, titled, titles};

#[test]
fn the_form_is_as_promised() {
    let story = titled("A-1", "Log in");
    let text = write_json("Team \"floret\"", &[(StoryId(0xAB), &story)]);
    let expected = "{\n  \"backlog\": \"Team \\\"floret\\\"\",\n  \"floret\": 1,\n  \"stories\": [\n    {\n      \
        \"id\": \"00000000000000ab\",\n      \"key\": \"A-1\",\n      \"status\": \"draft\",\n      \
        \"title\": \"Log in\",\n      \"type\": \"story\"\n    }\n  ]\n}\n";
    assert_eq!(text, expected);
    let back = pasted(&text);
    assert_eq!(back.dialect, Dialect::FloretJson);
    assert_eq!(row(&back, "A-1").id, Some(StoryId(0xAB)));
    assert_eq!(row(&back, "A-1").line, 5);
}

#[test]
fn a_newer_form_is_refused_as_newer_and_a_foreign_one_is_read() {
    let newer = pasted(r#"{"backlog":"x","floret":2,"stories":[{"title":"a"}]}"#);
    assert_eq!(refusals(&newer), [(1, RefusedReason::Newer)]);
    assert_eq!(newer.refused[0].text, "2");
    let foreign =
        pasted(r#"{"total":1,"items":[{"id":"A-1","name":"a","points":3.0,"tags":["x","y"]}]}"#);
    assert_eq!(foreign.dialect, Dialect::Json);
    assert_eq!(keys(&foreign), ["A-1"]);
    assert_eq!(row(&foreign, "A-1").story.estimate, "3");
    assert_eq!(row(&foreign, "A-1").story.labels, ["x", "y"]);
    assert_eq!(titles(&pasted(r#"{"title":"alone"}"#)), ["alone"]);
    assert_eq!(
        titles(&pasted("{\"title\":\"a\"}\n{\"title\":\"b\"}\n")),
        ["a", "b"]
    );
    assert_eq!(pasted("[]").n_rows, 0);
}

#[test]
fn what_is_of_another_sort_is_as_if_it_were_not_there() {
    let text = r#"{"floret":1,"stories":[{"id":"xyz","title":"a","labels":"no","questions":[1,{"text":2}],
        "round":[],"said":{"R1":"yes","R2":false},"changed":"x","voted":1,"estimate":5,"status":"?"}]}"#;
    let back = pasted(text);
    let story = &back.rows[0];
    assert_eq!(story.id, None);
    assert_eq!(story.fields, [Field::Title, Field::Questions, Field::Said]);
    assert_eq!(story.story.said.len(), 1);
    assert_eq!(
        pasted(r#"{"floret":1,"stories":[{"title":7}]}"#)
            .refused
            .len(),
        1
    );
}

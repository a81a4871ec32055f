//! Settings of the language model: kept in this browser, and nowhere else.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::saved::{
    Kept, KeptModel, MODEL_KEY, Password, backup, read_backup, read_model, write_model,
};

/// A released form; files are added, never edited.
const MODEL_1: &str = include_str!("../saved/model-1.json");

fn model() -> KeptModel {
    let mut model = KeptModel::default();
    model.is_on = true;
    model.address = String::from("https://api.example.org/v1");
    model.key = Password(String::from("sk-secret"));
    model.model = String::from("small-1");
    model.confidential = String::from("Acme\nAdler");
    model
}

#[test]
fn what_is_written_is_read_again() {
    assert_eq!(read_model(&write_model(&model())), Kept::Fine(model()));
    assert_eq!(write_model(&model()), MODEL_1.trim_end());
    assert_eq!(
        read_model("{\"version\":1}"),
        Kept::Fine(KeptModel::default())
    );
    assert_eq!(
        write_model(&KeptModel::default()),
        "{\"version\":1,\"is_on\":false}"
    );
}

#[test]
fn damaged_and_newer_settings_are_answers() {
    assert_eq!(read_model("{\"version\":2,\"key\":{}}"), Kept::Newer);
    for text in [
        "",
        "{}",
        "null",
        "{\"version\":1,\"key\":7}",
        "{\"version\":1",
    ] {
        assert_eq!(read_model(text), Kept::Damaged, "{text}");
    }
}

#[test]
fn the_key_is_never_printed() {
    let printed = format!("{:?}", model());
    assert!(
        printed.contains("<redacted>") && !printed.contains("sk-secret"),
        "{printed}"
    );
}

#[test]
fn neither_key_nor_confidential_words_are_in_a_backup() {
    let text = write_model(&model());
    let file = backup([(MODEL_KEY, text.as_str()), ("floret.story.1", "{}")]);
    for private in ["sk-secret", "Acme", "api.example.org", MODEL_KEY] {
        assert!(!file.contains(private), "{private}");
    }
    assert!(file.contains("floret.story.1"));
}

#[test]
fn a_backup_brings_no_model_in() {
    let file = r#"{"version":1,"floret":{"floret.model":"{\"version\":1,\"is_on\":true,\"address\":\"https://evil.example\"}"}}"#;
    assert_eq!(read_backup(file), Kept::Fine(Vec::new()));
}

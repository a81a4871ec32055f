//! Storage and certificates: kept, refused, and never waited for too long.

use floret::browser::storage::{self, StorageError};
use floret::browser::{certificate, clock};
use js_sys::{Function, Object};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::peers::fingerprint_of;
use crate::support::{Broken, Inbox, set};

const DAY_MS: f64 = 86_400_000.0;

#[wasm_bindgen_test]
fn what_is_saved_is_found_until_it_is_removed() {
    assert_eq!(storage::load("edge.a"), Ok(None));
    assert_eq!(storage::save("edge.a", "später 🌷"), Ok(()));
    assert_eq!(storage::save("edge.b", ""), Ok(()));
    assert_eq!(storage::load("edge.a"), Ok(Some("später 🌷".to_owned())));
    assert_eq!(
        storage::keys_with_prefix("edge."),
        Ok(vec!["edge.a".to_owned(), "edge.b".to_owned()])
    );
    assert_eq!(storage::remove("edge.a"), Ok(()));
    assert_eq!(storage::remove("edge.b"), Ok(()));
    assert_eq!(storage::load("edge.a"), Ok(None));
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_the_old_text() {
    assert_eq!(storage::save("edge.full", "old"), Ok(()));
    let huge = "x".repeat(32 * 1024 * 1024);
    assert_eq!(storage::save("edge.full", &huge), Err(StorageError::Full));
    assert_eq!(storage::load("edge.full"), Ok(Some("old".to_owned())));
    assert_eq!(storage::remove("edge.full"), Ok(()));
}

#[wasm_bindgen_test]
fn a_blocked_store_is_an_answer_not_an_exception() {
    let denied = property_that_throws("throw new DOMException('no', 'SecurityError')");
    let broken = Broken::window_property("localStorage", &denied);
    assert_eq!(storage::load("edge.a"), Err(StorageError::Blocked));
    assert_eq!(storage::save("edge.a", "x"), Err(StorageError::Blocked));
    assert_eq!(storage::remove("edge.a"), Err(StorageError::Blocked));
    assert_eq!(
        storage::keys_with_prefix("edge."),
        Err(StorageError::Blocked)
    );
    drop(broken);
    let odd = property_that_throws("throw new TypeError('odd')");
    let broken = Broken::window_property("localStorage", &odd);
    assert_eq!(
        storage::load("edge.a"),
        Err(StorageError::Other("TypeError: odd".to_owned()))
    );
    drop(broken);
    assert_eq!(storage::load("edge.a"), Ok(None));
}

#[wasm_bindgen_test]
async fn what_another_tab_changes_is_reported_while_the_guard_lives() {
    let changes = Inbox::new();
    let heard = changes.clone();
    let guard = storage::watch(move |key, text| heard.put((key, text)));
    run(
        "const f = document.createElement('iframe'); document.body.append(f); \
         f.contentWindow.localStorage.setItem('edge.far', 'new'); \
         f.contentWindow.localStorage.removeItem('edge.far');",
    );
    let key = "edge.far".to_owned();
    assert_eq!(changes.next().await, (key.clone(), Some("new".to_owned())));
    assert_eq!(changes.next().await, (key, None));
    drop(guard);
    run("window.dispatchEvent(new StorageEvent('storage', {key: 'edge.far', newValue: 'x'}))");
    assert!(changes.is_empty());
}

#[wasm_bindgen_test]
async fn a_certificate_is_found_again_and_renewed_in_time() {
    let now_ms = clock::now_ms();
    certificate::forget("edge").await;
    let first = certificate::load_or_create("edge", now_ms)
        .await
        .expect("made");
    let again = certificate::load_or_create("edge", now_ms + 299.0 * DAY_MS)
        .await
        .expect("found");
    let other = certificate::load_or_create("edge-other", now_ms)
        .await
        .expect("made");
    assert!(first.is_kept() && again.is_kept());
    assert!((again.created_ms() - now_ms).abs() < 1.0);
    let fingerprint = fingerprint_of(&first).await;
    assert_eq!(fingerprint.len(), "sha-256 ".len() + 32 * 3 - 1);
    assert_eq!(fingerprint, fingerprint_of(&again).await);
    assert_ne!(fingerprint, fingerprint_of(&other).await);
    let renewed = certificate::load_or_create("edge", now_ms + 301.0 * DAY_MS)
        .await
        .expect("renewed");
    assert_ne!(fingerprint, fingerprint_of(&renewed).await);
    certificate::forget("edge").await;
    certificate::forget("edge-other").await;
}

#[wasm_bindgen_test]
async fn two_tabs_at_once_end_up_with_one_certificate() {
    certificate::forget("edge-race").await;
    let inbox = Inbox::new();
    for _ in 0..2 {
        let inbox = inbox.clone();
        floret::browser::spawn(async move {
            inbox.put(certificate::load_or_create("edge-race", clock::now_ms()).await);
        });
    }
    let one = inbox.next().await.expect("made");
    let two = inbox.next().await.expect("made");
    assert_eq!(fingerprint_of(&one).await, fingerprint_of(&two).await);
    certificate::forget("edge-race").await;
}

#[wasm_bindgen_test]
async fn without_a_database_a_certificate_is_made_all_the_same() {
    let denied = property_that_throws("throw new DOMException('no', 'SecurityError')");
    let broken = Broken::window_property("indexedDB", &denied);
    let made = certificate::load_or_create("edge", clock::now_ms()).await;
    drop(broken);
    assert!(!made.expect("made").is_kept());
}

#[wasm_bindgen_test]
async fn a_database_that_never_answers_is_not_waited_for() {
    let silent = Object::new();
    set(
        &silent,
        "value",
        &run("return {open: () => new EventTarget()}"),
    );
    let broken = Broken::window_property("indexedDB", &silent);
    let before_ms = clock::monotonic_ms();
    let made = certificate::load_or_create("edge", clock::now_ms()).await;
    let waited_ms = clock::monotonic_ms() - before_ms;
    drop(broken);
    assert!(!made.expect("made").is_kept());
    assert!(
        (1_900.0..4_000.0).contains(&waited_ms),
        "waited {waited_ms} ms"
    );
}

fn property_that_throws(body: &str) -> Object {
    let descriptor = Object::new();
    set(&descriptor, "get", &Function::new_no_args(body));
    descriptor
}

fn run(program: &str) -> JsValue {
    Function::new_no_args(program)
        .call0(&JsValue::NULL)
        .unwrap_or_else(|thrown| panic!("{thrown:?}"))
}

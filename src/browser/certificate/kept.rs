//! One small table in `IndexedDB`: name to record. Knows nothing of certificates.
//!
//! A record read and one written in [`add`] belong to one transaction: the
//! browser keeps it open while only microtasks pass (Indexed Database API §2.7.2).

use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};

use super::super::window;

const DATABASE: &str = "floret";
const STORE: &str = "certificates";
/// Version of the layout: one table, keys given from outside.
const VERSION: u32 = 1;

/// The record under `name`, or undefined.
pub(super) async fn load(name: String) -> Result<JsValue, JsValue> {
    let database = Database::open().await?;
    answer(
        &database
            .store(IdbTransactionMode::Readonly)?
            .get(&key(&name))?,
    )
    .await
}

/// Writes `record` under `name` unless a good one is there; gives the one that
/// stands there afterwards.
pub(super) async fn add(
    name: String,
    record: JsValue,
    is_good: impl Fn(&JsValue) -> bool,
) -> Result<JsValue, JsValue> {
    let database = Database::open().await?;
    let store = database.store(IdbTransactionMode::Readwrite)?;
    let there = answer(&store.get(&key(&name))?).await?;
    if is_good(&there) {
        return Ok(there);
    }
    answer(&store.put_with_key(&record, &key(&name))?).await?;
    Ok(record)
}

/// Takes away what is under `name`.
pub(super) async fn remove(name: String) -> Result<JsValue, JsValue> {
    let database = Database::open().await?;
    let store = database.store(IdbTransactionMode::Readwrite)?;
    answer(&store.delete(&key(&name))?).await
}

/// An open database, closed when dropped.
struct Database(IdbDatabase);

impl Database {
    async fn open() -> Result<Self, JsValue> {
        let factory = window()
            .ok_or(JsValue::NULL)?
            .indexed_db()?
            .ok_or(JsValue::NULL)?;
        let request = factory.open_with_u32(DATABASE, VERSION)?;
        let upgrade = {
            let request = request.clone();
            Closure::<dyn Fn()>::new(move || {
                if let Some(database) = database(&request) {
                    // Refused only if it exists already.
                    drop(database.create_object_store(STORE));
                }
            })
        };
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let opened = answer(&request).await;
        request.set_onupgradeneeded(None);
        opened?;
        database(&request).map(Self).ok_or(JsValue::NULL)
    }

    fn store(&self, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
        self.0
            .transaction_with_str_and_mode(STORE, mode)?
            .object_store(STORE)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // Waits for transactions that are under way.
        self.0.close();
    }
}

fn database(request: &IdbRequest) -> Option<IdbDatabase> {
    request.result().ok()?.dyn_into().ok()
}

fn key(name: &str) -> JsValue {
    JsValue::from_str(name)
}

/// Waits for a request and gives its result.
async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let settled = Promise::new(&mut |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(settled).await?;
    request.result()
}

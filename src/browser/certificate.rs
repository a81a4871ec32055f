//! The certificate by which this browser is known to others, kept in `IndexedDB`.
//!
//! Its private key never leaves the browser. Its fingerprint is read from any
//! description that a peer makes with it.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{RtcCertificate, RtcPeerConnection};

use super::peer::{PeerError, is_supported};
use super::{property, step, timeout};

mod kept;

/// Milliseconds of a day.
const DAY_MS: f64 = 86_400_000.0;
/// How long a certificate is good: the longest that browsers allow.
const LIFE_MS: f64 = 365.0 * DAY_MS;
/// Age at which a new one is made, so that nobody meets an expired one.
const RENEW_AFTER_MS: f64 = 300.0 * DAY_MS;
/// Longest wait for `IndexedDB`, which in some private windows never answers.
const STORE_PATIENCE_MS: i32 = 1_000;

/// A certificate, ready for use.
#[derive(Clone)]
pub struct Certificate {
    inner: RtcCertificate,
    created_ms: f64,
    is_kept: bool,
}

impl Certificate {
    /// When it was made, in milliseconds since 1970 as told at that time.
    pub fn created_ms(&self) -> f64 {
        self.created_ms
    }

    /// Whether the browser keeps it, so that a reload finds it again.
    pub fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// As the list that a connection's configuration wants.
    pub(super) fn list(&self) -> Array {
        Array::of1(&self.inner)
    }
}

impl core::fmt::Debug for Certificate {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Certificate")
            .field("created_ms", &self.created_ms)
            .field("is_kept", &self.is_kept)
            .finish_non_exhaustive()
    }
}

/// The certificate kept under `name`; made anew when there is none, when it is
/// older than 300 days, or when the browser keeps nothing.
///
/// # Errors
/// When this browser cannot make certificates at all.
pub async fn load_or_create(name: &str, now_ms: f64) -> Result<Certificate, PeerError> {
    if !is_supported() {
        return Err(PeerError::Unsupported);
    }
    if let Some(found) = patiently(kept::load(name.to_owned()))
        .await
        .and_then(|record| from_record(&record, now_ms))
    {
        return Ok(found);
    }
    let inner = create().await?;
    let record = to_record(&inner, now_ms);
    let made = Certificate {
        inner,
        created_ms: now_ms,
        is_kept: false,
    };
    let Some(record) = record else {
        return Ok(made);
    };
    // Another tab may have been faster: then its certificate is everybody's.
    let is_good = move |other: &JsValue| from_record(other, now_ms).is_some();
    let stands = patiently(kept::add(name.to_owned(), record, is_good)).await;
    Ok(stands
        .and_then(|record| from_record(&record, now_ms))
        .unwrap_or(made))
}

/// Forgets the certificate kept under `name`, within a second or never.
pub async fn forget(name: &str) {
    patiently(kept::remove(name.to_owned())).await;
}

/// Waits for the store, but not for ever. The work itself goes on, so that its
/// closures live until the browser is done with them.
async fn patiently(
    work: impl Future<Output = Result<JsValue, JsValue>> + 'static,
) -> Option<JsValue> {
    let both = Array::of2(&future_to_promise(work), &timeout(STORE_PATIENCE_MS));
    let found = JsFuture::from(Promise::race(&both)).await.ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

/// ECDSA on P-256: small on the wire, known to every browser (RFC 8827 §6.5).
async fn create() -> Result<RtcCertificate, PeerError> {
    const STEP: &str = "RTCPeerConnection.generateCertificate";
    let algorithm = record(&[
        ("name", "ECDSA".into()),
        ("namedCurve", "P-256".into()),
        ("expires", LIFE_MS.into()),
    ]);
    let algorithm = algorithm.ok_or(PeerError::Unsupported)?;
    let made = RtcPeerConnection::generate_certificate_with_object(&algorithm)
        .map_err(|thrown| PeerError::refused(STEP, &thrown))?;
    Ok(step(made, STEP).await?.unchecked_into())
}

fn to_record(inner: &RtcCertificate, created_ms: f64) -> Option<JsValue> {
    let fields = [
        ("certificate", inner.into()),
        ("created_ms", created_ms.into()),
    ];
    record(&fields).map(Into::into)
}

/// A stored record as a certificate, if it is one that is still good.
fn from_record(record: &JsValue, now_ms: f64) -> Option<Certificate> {
    let inner: RtcCertificate = property(record, "certificate")?.dyn_into().ok()?;
    let created_ms = property(record, "created_ms")?.as_f64()?;
    let is_young = now_ms - created_ms < RENEW_AFTER_MS && inner.expires() > now_ms + DAY_MS;
    is_young.then_some(Certificate {
        inner,
        created_ms,
        is_kept: true,
    })
}

fn record(fields: &[(&str, JsValue)]) -> Option<Object> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &JsValue::from_str(name), value).ok()?;
    }
    Some(object)
}

//! Which way a connection takes, read from the browser's statistics (W3C webrtc-stats).

use std::rc::Weak;

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::RtcPeerConnection;

use super::super::{property, step, text_property};
use super::link::{Link, ask};

/// The way that a connection takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Path {
    /// At least one end is reached through a TURN server.
    pub is_relayed: bool,
    /// There and back in ms, as the browser measured it last.
    pub round_trip_ms: Option<u32>,
}

/// Asks the browser; `None` while no way is chosen.
pub(super) async fn path(link: &Weak<Link>) -> Option<Path> {
    let asked = ask(link, RtcPeerConnection::get_stats)?;
    let report = step(asked, "getStats").await.ok()?;
    let all: Vec<JsValue> = js_sys::try_iter(&report)
        .ok()??
        .filter_map(|pair| Some(Array::from(&pair.ok()?).get(1)))
        .collect();
    let pair = chosen(&all)?;
    let is_relay = |end: &str| {
        let id = text_property(pair, end);
        let candidate = all.iter().find(|one| text_property(one, "id") == id);
        candidate.is_some_and(|one| text_property(one, "candidateType") == "relay")
    };
    Some(Path {
        is_relayed: is_relay("localCandidateId") || is_relay("remoteCandidateId"),
        round_trip_ms: property(pair, "currentRoundTripTime")
            .and_then(|seconds| seconds.as_f64())
            .map(milliseconds),
    })
}

/// The pair in use: the one its transport names, else the one Firefox marks as selected,
/// else one that was nominated and works.
fn chosen(all: &[JsValue]) -> Option<&JsValue> {
    let of_kind = |kind: &'static str| {
        let named = move |one: &&JsValue| text_property(one, "type") == kind;
        all.iter().filter(named)
    };
    let is = |one: &JsValue, name: &str| property(one, name).is_some_and(|value| value.is_truthy());
    let named = of_kind("transport")
        .map(|one| text_property(one, "selectedCandidatePairId"))
        .find(|id| !id.is_empty());
    let by_transport =
        named.and_then(|id| of_kind("candidate-pair").find(|one| text_property(one, "id") == id));
    by_transport
        .or_else(|| of_kind("candidate-pair").find(|one| is(one, "selected")))
        .or_else(|| {
            of_kind("candidate-pair")
                .find(|one| is(one, "nominated") && text_property(one, "state") == "succeeded")
        })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from f64 saturates; a time below half a millisecond is 0"
)]
fn milliseconds(seconds: f64) -> u32 {
    (seconds * 1000.0).round() as u32
}

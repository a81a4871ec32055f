//! A text as a QR code: one path on white, so that cameras read it in both themes.

use crate::ui::parts::{El, svg};
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Modules of white around the code (ISO/IEC 18004 asks for four).
const QUIET_ZONE: i32 = 4;

/// Draws `text`; nothing if it is too long for any code.
pub(super) fn qr(label: &str, text: &str) -> Option<El> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let side = code.size() + 2 * QUIET_ZONE;
    let path = |fill, d: String| svg("path").attrs(&[("fill", fill), ("d", &d)]);
    let drawing = svg("svg").attrs(&[
        ("class", "qr"),
        ("role", "img"),
        ("aria-label", label),
        ("viewBox", &format!("0 0 {side} {side}")),
        ("shape-rendering", "crispEdges"),
    ]);
    Some(drawing.add([
        path("#fff", format!("M0 0h{side}v{side}H0z")),
        path("#000", dark_runs(&code)),
    ]))
}

fn dark_runs(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size())
                .take_while(|&at| code.get_module(at, y))
                .count();
            if let Ok(length @ 1..) = i32::try_from(length) {
                let (left, top) = (x + QUIET_ZONE, y + QUIET_ZONE);
                // Writing to a String cannot fail.
                let _ = write!(path, "M{left} {top}h{length}v1h-{length}z");
                x += length;
            } else {
                x += 1;
            }
        }
    }
    path
}

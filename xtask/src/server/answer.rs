//! One request in, one response out.

use std::io::Cursor;

use tiny_http::{Header, Method, Request, Response, StatusCode};

use super::{Site, mime};
use crate::deflated::Deflated;

type Answer = Response<Cursor<Vec<u8>>>;

/// Finds the file and its best form for this browser.
pub(super) fn to(request: &Request, site: &Site) -> Answer {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return plain(405, "only GET and HEAD");
    }
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    if format!("{path}/") == site.prefix {
        let mut moved = plain(301, "moved");
        set(&mut moved, "Location", &site.prefix);
        return moved;
    }
    let Some(name) = path.strip_prefix(&site.prefix) else {
        return plain(404, "not found");
    };
    let name = plain_name(name);
    match site.files.get(&name) {
        Some(file) => of_file(file, &accepted(request)),
        None => plain(404, "not found"),
    }
}

/// Percent signs resolved; a directory means its `index.html`.
fn plain_name(name: &str) -> String {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let [first, more @ ..] = rest {
        rest = more;
        let hex = more.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = more.get(2..).unwrap_or_default();
            }
            _ => bytes.push(*first),
        }
    }
    let name = String::from_utf8_lossy(&bytes).into_owned();
    if name.is_empty() || name.ends_with('/') {
        format!("{name}index.html")
    } else {
        name
    }
}

fn accepted(request: &Request) -> String {
    let named = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("Accept-Encoding"));
    named
        .map(|header| header.value.as_str().to_ascii_lowercase())
        .unwrap_or_default()
}

fn of_file(file: &Deflated, accepted: &str) -> Answer {
    let (bytes, encoding) = match (&file.brotli, &file.gzip) {
        (Some(brotli), _) if accepts(accepted, "br") => (brotli, Some("br")),
        (_, Some(gzip)) if accepts(accepted, "gzip") => (gzip, Some("gzip")),
        _ => (&file.raw, None),
    };
    let mut answer = Response::from_data(bytes.clone()).with_chunked_threshold(usize::MAX);
    let headers = [
        ("Content-Type", Some(mime::of(&file.path))),
        ("Content-Encoding", encoding),
        ("Cache-Control", Some("no-cache")),
        ("X-Content-Type-Options", Some("nosniff")),
        ("Vary", Some("Accept-Encoding")),
    ];
    for (name, value) in headers {
        set(&mut answer, name, value.unwrap_or_default());
    }
    answer
}

/// Whether `Accept-Encoding` takes this coding (RFC 9110, 12.5.3).
fn accepts(accepted: &str, coding: &str) -> bool {
    accepted.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let named = parts.next() == Some(coding);
        named && !parts.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn plain(status: u16, text: &str) -> Answer {
    Response::from_string(text).with_status_code(StatusCode(status))
}

/// Sets a header unless its value is empty.
fn set(answer: &mut Answer, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    if let Ok(header) = Header::from_bytes(name, value) {
        answer.add_header(header);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_means_its_index() {
        assert_eq!(plain_name(""), "index.html");
        assert_eq!(plain_name("desk/"), "desk/index.html");
    }

    #[test]
    fn percent_signs_are_resolved_once() {
        assert_eq!(plain_name("a%20b%2525.txt"), "a b%25.txt");
        assert_eq!(plain_name("odd%zz%"), "odd%zz%");
    }

    #[test]
    fn a_coding_is_taken_unless_its_weight_is_zero() {
        assert!(accepts("gzip, deflate, br;q=0.9", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("", "gzip"));
    }
}

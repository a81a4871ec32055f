//! Where a link may go. Opens nothing.

/// Schemes of links that are links on the screen.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// Longest address that is a link, in bytes.
const MAX_HREF_BYTES: usize = 2_000;

/// The address, if it goes to the web or to mail; written so that it can stand in a
/// Markdown link.
pub fn safe_href(text: &str) -> Option<String> {
    let text = text.trim();
    let lower = text
        .get(..8)
        .or_else(|| text.get(..7))?
        .to_ascii_lowercase();
    let scheme = SCHEMES.iter().find(|scheme| lower.starts_with(**scheme))?;
    let is_empty = text.len() == scheme.len();
    if is_empty || text.len() > MAX_HREF_BYTES || text.chars().any(char::is_control) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '"' => out.push_str("%22"),
            '\\' => out.push_str("%5C"),
            c => out.push(c),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::safe_href;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn only_web_and_mail_are_links() {
        let good = [
            "https://a.example",
            "HTTP://a.example/x?y=1#z",
            "mailto:a@b.example",
        ];
        for href in good {
            assert_eq!(safe_href(href).as_deref(), Some(href));
        }
        let bad = [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//a.example",
            "/path",
            "a.example",
            "https://",
            "mailto:",
            "https://a\u{0}b",
            "https:a",
        ];
        for href in bad {
            assert_eq!(safe_href(href), None, "{href:?}");
        }
    }

    #[test]
    fn what_would_end_a_markdown_link_is_encoded() {
        let href = safe_href(" https://a.example/x (y)<z>\"\\ ");
        assert_eq!(
            href.as_deref(),
            Some("https://a.example/x%20%28y%29%3Cz%3E%22%5C")
        );
    }
}

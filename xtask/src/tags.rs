//! Finds elements in the HTML that Trunk wrote, as spans to be replaced.
//!
//! Enough for our own index.html; no parser of other people's pages.

use std::ops::Range;

/// An element in a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    /// The bytes from `<` to the last `>`, with the end tag when one was asked for.
    pub(crate) span: Range<usize>,
    attributes: Vec<(String, String)>,
    /// What stands between start and end tag.
    pub(crate) inner: String,
}

impl Tag {
    /// The value of an attribute; empty when it has none.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// All elements of this name, first to last. With `closed`, up to their end tag.
pub(crate) fn all(html: &str, name: &str, closed: bool) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut from = 0;
    while let Some(tag) = next(html, from, name, closed) {
        from = tag.span.end;
        tags.push(tag);
    }
    tags
}

/// The text with these spans replaced; spans do not overlap.
pub(crate) fn replace(html: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(span, _)| span.start);
    let mut text = html.to_owned();
    for (span, new) in changes.into_iter().rev() {
        text.replace_range(span, &new);
    }
    text
}

fn next(html: &str, from: usize, name: &str, closed: bool) -> Option<Tag> {
    let opening = format!("<{name}");
    let mut from = from;
    loop {
        let start = from + html.get(from..)?.find(&opening)?;
        let after = start + opening.len();
        from = after;
        if !html
            .get(after..)?
            .starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/')
        {
            continue;
        }
        let (attributes, length) = attributes(html.get(after..)?);
        let head_end = after + length;
        if !closed {
            return Some(Tag {
                span: start..head_end,
                attributes,
                inner: String::new(),
            });
        }
        let closing = format!("</{name}>");
        let inner = html.get(head_end..)?.split(&closing).next()?.to_owned();
        let end = (head_end + inner.len() + closing.len()).min(html.len());
        return Some(Tag {
            span: start..end,
            attributes,
            inner,
        });
    }
}

/// Attributes up to `>`, and how many bytes they took with it.
fn attributes(text: &str) -> (Vec<(String, String)>, usize) {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return (found, text.len() - after.len());
        }
        let name_end = rest
            .find(|c: char| c.is_whitespace() || "=>/".contains(c))
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at(name_end);
        if name.is_empty() && !after.starts_with('=') {
            return (found, text.len() - after.len());
        }
        let (value, after) = value(after);
        found.push((name.to_ascii_lowercase(), value.to_owned()));
        rest = after;
    }
}

/// The value after a name, and what follows it.
fn value(text: &str) -> (&str, &str) {
    let Some(text) = text.strip_prefix('=') else {
        return ("", text);
    };
    for quote in ['"', '\''] {
        if let Some(text) = text.strip_prefix(quote) {
            return text.split_once(quote).unwrap_or((text, ""));
        }
    }
    text.split_at(
        text.find(|c: char| c.is_whitespace() || c == '>')
            .unwrap_or(text.len()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_bare_and_empty_attributes_are_read() {
        let html = r#"<p><link rel="icon" href=a.svg crossorigin>"#;
        let tags = all(html, "link", false);
        assert_eq!(tags.len(), 1);
        assert_eq!(tags[0].attribute("href"), Some("a.svg"));
        assert_eq!(tags[0].attribute("crossorigin"), Some(""));
        assert_eq!(&html[tags[0].span.clone()], &html[3..]);
    }

    #[test]
    fn a_closed_element_keeps_its_inside() {
        let html = "<script type=module>a > b</script><scripted></scripted>";
        let tags = all(html, "script", true);
        assert_eq!(tags.len(), 1);
        assert_eq!(tags[0].inner, "a > b");
    }

    #[test]
    fn spans_are_replaced_from_the_back() {
        assert_eq!(
            replace("abc", vec![(0..1, "xx".into()), (2..3, "z".into())]),
            "xxbz"
        );
    }
}

//! HTML of other tools as Markdown. What comes out is text: no tag of the source gets
//! through, scripts and styles are dropped, links go to the web and to mail only.

mod writer;

use super::entities;
use super::href::safe_href;
use super::markup::{Piece, Pieces, Tag, TagKind};
use writer::{Mark, Writer};

/// Elements whose content is not text for people.
const DROPPED: [&str; 6] = ["script", "style", "head", "template", "svg", "noscript"];

/// Elements that stand on lines of their own, with an empty line around them or without.
const BLOCKS: [(&str, usize); 16] = [
    ("p", 2),
    ("div", 1),
    ("section", 2),
    ("article", 2),
    ("table", 2),
    ("thead", 1),
    ("tbody", 1),
    ("tr", 1),
    ("dl", 2),
    ("dt", 1),
    ("dd", 1),
    ("figure", 2),
    ("header", 1),
    ("footer", 1),
    ("form", 1),
    ("details", 1),
];

/// Names of tags by which text is taken for HTML.
const SIGNS: [&str; 22] = [
    "p",
    "div",
    "br",
    "span",
    "b",
    "strong",
    "i",
    "em",
    "u",
    "ul",
    "ol",
    "li",
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "table",
    "pre",
    "code",
    "blockquote",
    "img",
];

/// Whether text has a tag in it that is HTML.
pub(super) fn is_html(text: &str) -> bool {
    Pieces::from(text, 0).any(|piece| match piece {
        Piece::Tag(tag) => SIGNS.iter().any(|sign| tag.is(sign)),
        Piece::Text(_) | Piece::Plain(_) => false,
    })
}

/// HTML as Markdown: paragraphs, lines, bold, italic, lists, links, headings, code, quotes,
/// rows of tables as lines; other elements are their text.
pub fn markdown(html: &str) -> String {
    let mut reader = Converter {
        writer: Writer::default(),
        dropped: None,
        cells: 0,
    };
    for piece in Pieces::from(html, 0) {
        reader.piece(piece);
    }
    reader.writer.finish()
}

struct Converter {
    writer: Writer,
    /// The element whose content is dropped until it ends.
    dropped: Option<String>,
    /// Cells of the open row of a table.
    cells: usize,
}

impl Converter {
    fn piece(&mut self, piece: Piece<'_>) {
        match (piece, &self.dropped) {
            (Piece::Tag(tag), Some(name)) => {
                if tag.kind == TagKind::Close && tag.is(name) {
                    self.dropped = None;
                }
            }
            (Piece::Text(_) | Piece::Plain(_), Some(_)) => {}
            (Piece::Text(text), None) => self.writer.text(&entities::decoded(text)),
            (Piece::Plain(text), None) => self.writer.text(text),
            (Piece::Tag(tag), None) => self.tag(tag),
        }
    }

    fn tag(&mut self, tag: Tag<'_>) {
        let name = tag.name.to_ascii_lowercase();
        if DROPPED.contains(&name.as_str()) {
            if tag.kind == TagKind::Open {
                self.dropped = Some(name);
            }
            return;
        }
        let opens = tag.kind != TagKind::Close;
        match name.as_str() {
            "br" => self.writer.line(),
            "hr" => self.writer.rule(),
            "b" | "strong" => self.writer.mark(Mark::Strong, opens),
            "i" | "em" => self.writer.mark(Mark::Emphasis, opens),
            "code" | "tt" | "kbd" => self.writer.mark(Mark::Code, opens),
            "pre" => self.writer.code_block(opens),
            "ul" => self.writer.list(None, opens),
            "ol" => self.writer.list(Some(start_of(&tag)), opens),
            "li" => self.writer.item(opens),
            "blockquote" => self.writer.quote(opens),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = usize::from(name.as_bytes().last().map_or(0, |b| b.wrapping_sub(b'0')));
                self.writer.heading(level, opens);
            }
            "a" if tag.kind == TagKind::Open => {
                let href = tag.attribute("href").and_then(|href| safe_href(&href));
                self.writer.open_link(href.as_deref());
            }
            "a" if tag.kind == TagKind::Close => self.writer.mark(Mark::Link, false),
            "img" if opens => self.image(&tag),
            "td" | "th" if tag.kind == TagKind::Open => self.cell(),
            name => self.block(name, opens),
        }
    }

    fn block(&mut self, name: &str, opens: bool) {
        if let Some((_, lines)) = BLOCKS.iter().find(|(known, _)| *known == name) {
            if name == "tr" && opens {
                self.cells = 0;
            }
            self.writer.gap(*lines);
        }
    }

    fn cell(&mut self) {
        if self.cells > 0 {
            self.writer.text(" ");
            self.writer.raw("|");
            self.writer.text(" ");
        }
        self.cells += 1;
    }

    fn image(&mut self, tag: &Tag<'_>) {
        let name = tag.attribute("alt").unwrap_or_default();
        let src = tag.attribute("src").and_then(|src| safe_href(&src));
        match src {
            Some(src) if !self.writer.is_in_link() => {
                let file = src.rsplit('/').next().unwrap_or_default();
                self.writer.open_link(Some(&src));
                let name = if name.trim().is_empty() { file } else { &name };
                self.writer.text(name);
                self.writer.mark(Mark::Link, false);
            }
            Some(_) | None => self.writer.text(&name),
        }
    }
}

/// The number of the first item.
fn start_of(tag: &Tag<'_>) -> u64 {
    let start = tag.attribute("start");
    start
        .and_then(|start| start.trim().parse().ok())
        .unwrap_or(1)
}

//! Markdown as it reads: blocks become elements of a short list; nothing becomes markup.

use crate::desk::view::rich::{Block, Inline, Item, parse};
use crate::ui::parts::{El, el, leads_out, region, tag};

/// A text laid out, and again whenever it changes.
pub(in crate::ui) fn rich(now: impl Fn() -> String + 'static) -> El {
    let body = region(now, |text| blocks(&parse(text)));
    tag("div", "rich").add(body)
}

fn blocks(blocks: &[Block]) -> Vec<El> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> El {
    match block {
        Block::Paragraph(text) => el("p").add(inlines(text)),
        // Below the headings of the page, whatever the text says of itself.
        Block::Heading { level, text } => {
            let name = if *level <= 2 { "h3" } else { "h4" };
            el(name).add(inlines(text))
        }
        Block::List { first, items } => list(*first, items),
        Block::Quote(inner) => el("blockquote").add(blocks(inner)),
        Block::Code(text) => {
            let code = el("code").add(text.as_str());
            el("pre").attr("tabindex", "0").add(code)
        }
        Block::Table { head, rows } => table(head, rows),
        Block::Rule => el("hr"),
    }
}

fn list(first: Option<u32>, items: &[Item]) -> El {
    let list = match first {
        Some(1) => el("ol"),
        Some(first) => el("ol").attr("start", &first.to_string()),
        None => el("ul"),
    };
    let items = items.iter().map(|item| {
        let mark = item.checked.map(|on| if on { "☑ " } else { "☐ " });
        el("li").add(mark).add(match item.blocks.as_slice() {
            [Block::Paragraph(text)] => inlines(text),
            blocks => blocks.iter().map(block).collect(),
        })
    });
    list.add(items.collect::<Vec<_>>())
}

fn table(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> El {
    let cells = |name: &'static str, cells: &[Vec<Inline>]| {
        let cells = cells.iter().map(|cell| el(name).add(inlines(cell)));
        el("tr").add(cells.collect::<Vec<_>>())
    };
    let body = rows.iter().map(|row| cells("td", row));
    let table = el("table").add([
        el("thead").add(cells("th", head)),
        el("tbody").add(body.collect::<Vec<_>>()),
    ]);
    tag("div", "rich-table").attr("tabindex", "0").add(table)
}

fn inlines(parts: &[Inline]) -> Vec<El> {
    parts.iter().map(inline).collect()
}

fn inline(part: &Inline) -> El {
    match part {
        Inline::Text(text) => crate::ui::parts::group(text.as_str()),
        Inline::Strong(inner) => el("strong").add(inlines(inner)),
        Inline::Emphasis(inner) => el("em").add(inlines(inner)),
        Inline::Struck(inner) => el("s").add(inlines(inner)),
        Inline::Code(text) => el("code").add(text.as_str()),
        Inline::Link { href, text } => leads_out(href).add(inlines(text)),
        Inline::Break => el("br"),
    }
}

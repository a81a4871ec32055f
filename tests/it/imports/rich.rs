//! Markdown on the screen: a closed set of blocks, in which nothing is live.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::rich::{Block, Inline, parse};

use super::samples::lines;

/// Blocks as text with a letter for each sort, for short tables.
fn shown(text: &str) -> String {
    blocks(&parse(text))
}

fn blocks(all: &[Block]) -> String {
    let all: Vec<String> = all.iter().map(block).collect();
    all.join(" ")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(text) => format!("p({})", inlines(text)),
        Block::Heading { level, text } => format!("h{level}({})", inlines(text)),
        Block::List { first, items } => {
            let items = items.iter().map(|item| {
                let tick = match item.checked {
                    Some(true) => "[x]",
                    Some(false) => "[ ]",
                    None => "",
                };
                format!("{tick}{}", blocks(&item.blocks))
            });
            let name = first.map_or("ul".to_owned(), |n| format!("ol{n}"));
            format!("{name}({})", items.collect::<Vec<_>>().join(", "))
        }
        Block::Quote(inside) => format!("q({})", blocks(inside)),
        Block::Code(text) => format!("code({text})"),
        Block::Table { head, rows } => {
            let row = |cells: &Vec<Vec<Inline>>| {
                cells
                    .iter()
                    .map(|cell| inlines(cell))
                    .collect::<Vec<_>>()
                    .join("|")
            };
            let rows: Vec<String> = rows.iter().map(row).collect();
            format!("table({}; {})", row(head), rows.join("; "))
        }
        Block::Rule => "hr".to_owned(),
    }
}

fn inlines(all: &[Inline]) -> String {
    all.iter().map(inline).collect()
}

fn inline(part: &Inline) -> String {
    match part {
        Inline::Text(text) => text.clone(),
        Inline::Strong(text) => format!("<b>{}</b>", inlines(text)),
        Inline::Emphasis(text) => format!("<i>{}</i>", inlines(text)),
        Inline::Struck(text) => format!("<s>{}</s>", inlines(text)),
        Inline::Code(text) => format!("<c>{text}</c>"),
        Inline::Link { href, text } => format!("<a {href}>{}</a>", inlines(text)),
        Inline::Break => "/".to_owned(),
    }
}

#[track_caller]
fn check(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(shown(text), *expected, "{text:?}");
    }
}

#[test]
fn paragraphs_headings_rules_and_code() {
    check(&[
        ("", ""),
        ("a\nb\n\nc", "p(a/b) p(c)"),
        ("a  \nb\\\nc", "p(a/b/c)"),
        ("# A\n## B ##\n#c\n####### d", "h1(A) h2(B) p(#c/####### d)"),
        ("A\n===\nB\n---\nc", "h1(A) h2(B) p(c)"),
        ("a\n\n---\n* * *\n___\nb", "p(a) hr hr hr p(b)"),
        (
            "```rust\nlet *x*;\n\n  y\n```\nz",
            "code(let *x*;\n\n  y) p(z)",
        ),
        ("~~~\na\n```\n~~~~", "code(a\n```)"),
        ("```\nopen", "code(open)"),
        ("a\n# B\nc", "p(a) h1(B) p(c)"),
        ("    indented", "p(indented)"),
    ]);
}

#[test]
fn lists_nest_and_have_boxes() {
    check(&[
        ("- a\n- b", "ul(p(a), p(b))"),
        ("* a\n+ b", "ul(p(a)) ul(p(b))"),
        ("3. a\n4. b", "ol3(p(a), p(b))"),
        ("1) a\n2) b", "ol1(p(a), p(b))"),
        (
            "- a\n  - b\n    - c\n- d",
            "ul(p(a) ul(p(b) ul(p(c))), p(d))",
        ),
        ("1. a\n  - b\n2. c", "ol1(p(a) ul(p(b)), p(c))"),
        ("- a\n\n- b\n\n  c\n\nd", "ul(p(a), p(b) p(c)) p(d)"),
        (
            "- [ ] a\n- [x] b\n- [X] c\n- [y] d",
            "ul([ ]p(a), [x]p(b), [x]p(c), p([y] d))",
        ),
        ("- a\nlazy", "ul(p(a/lazy))"),
        ("text\n- a", "p(text) ul(p(a))"),
        ("in the year\n1986. A great", "p(in the year/1986. A great)"),
        ("- ```\n  x\n  ```", "ul(code(x))"),
        ("-a\n1.b\n- ", "p(-a/1.b/-)"),
        ("-\n  a", "ul(p(a))"),
    ]);
}

#[test]
fn quotes_and_tables() {
    check(&[
        ("> a\n> b\n\nc", "q(p(a/b)) p(c)"),
        ("> a\nlazy\n> - b\n>   c", "q(p(a/lazy) ul(p(b/c)))"),
        (">> a", "q(q(p(a)))"),
        ("> ```\n> x\ny", "q(code(x)) p(y)"),
        (
            "| A | B |\n|---|:-:|\n| 1 | a\\|b |\n| `x` |\n\nz",
            "table(A|B; 1|a|b; <c>x</c>|) p(z)",
        ),
        ("A | B\n--- | ---\n1 | 2 | 3", "table(A|B; 1|2)"),
        ("text\n| A |\n| - |\n| 1 |", "p(text) table(A; 1)"),
        ("a | b\nc | d", "p(a | b/c | d)"),
    ]);
}

#[test]
fn marks_within_a_line() {
    check(&[
        (
            "**a** *b* __c__ _d_ ~~e~~",
            "p(<b>a</b> <i>b</i> <b>c</b> <i>d</i> <s>e</s>)",
        ),
        ("***a***", "p(<i><b>a</b></i>)"),
        ("**a *b* c**", "p(<b>a <i>b</i> c</b>)"),
        ("*a **b***", "p(<i>a <b>b</b></i>)"),
        ("snake_case_name 2*3*4", "p(snake_case_name 2<i>3</i>4)"),
        ("* a* a * b ~c~", "ul(p(a* a * b ~c~))"),
        ("**open", "p(**open)"),
        ("a **b\n\nc** d", "p(a **b) p(c** d)"),
        ("`a *b*` ``c`d`` ` e", "p(<c>a *b*</c> <c>c`d</c> ` e)"),
        ("\\*a\\* \\\\ \\q", "p(*a* \\ \\q)"),
        ("&lt;b&gt; &auml; &nope; &#65;", "p(<b> ä &nope; A)"),
    ]);
}

#[test]
fn links_pictures_and_bare_addresses() {
    check(&[
        (
            "[t](https://a.example/x_y \"T\")",
            "p(<a https://a.example/x_y>t</a>)",
        ),
        (
            "[**t** u](<https://a.example/x y>)",
            "p(<a https://a.example/x%20y><b>t</b> u</a>)",
        ),
        ("[m](mailto:a@b.example)", "p(<a mailto:a@b.example>m</a>)"),
        (
            "![Plan](https://a.example/p.png)",
            "p(<a https://a.example/p.png>Plan</a>)",
        ),
        (
            "![](https://a.example/p.png)",
            "p(<a https://a.example/p.png>p.png</a>)",
        ),
        (
            "<https://a.example> <mailto:a@b.example>",
            "p(<a https://a.example>https://a.example</a> <a mailto:a@b.example>a@b.example</a>)",
        ),
        (
            "see https://a.example/x_(y). Or (http://b.example)",
            "p(see <a https://a.example/x_%28y%29>https://a.example/x_(y)</a>. Or (<a http://b.example>http://b.example</a>))",
        ),
        (
            "[a [b](https://b.example) c](https://c.example)",
            "p(<a https://c.example>a [b](https://b.example) c</a>)",
        ),
        (
            "[a][ref] [b] (https://x.example)",
            "p([a][ref] [b] (<a https://x.example>https://x.example</a>))",
        ),
        (
            "xhttps://a.example https://",
            "p(xhttps://a.example https://)",
        ),
    ]);
}

#[test]
fn nothing_is_live() {
    check(&[
        ("<script>alert(1)</script>", "p(<script>alert(1)</script>)"),
        (
            "<img src=x onerror=alert(1)>",
            "p(<img src=x onerror=alert(1)>)",
        ),
        (
            "<b>x</b> <a href=\"javascript:1\">y</a>",
            "p(<b>x</b> <a href=\"javascript:1\">y</a>)",
        ),
        ("[x](javascript:alert(1))", "p([x](javascript:alert(1)))"),
        ("[x](JaVaScRiPt:alert(1))", "p([x](JaVaScRiPt:alert(1)))"),
        ("[x](data:text/html,y)", "p([x](data:text/html,y))"),
        ("![x](javascript:alert(1))", "p(![x](javascript:alert(1)))"),
        ("<javascript:alert(1)>", "p(<javascript:alert(1)>)"),
        (
            "[x](&#106;avascript:alert(1))",
            "p([x](javascript:alert(1)))",
        ),
        ("[x](/relative) [y](#z)", "p([x](/relative) [y](#z))"),
        ("a<br>b<BR />c", "p(a/b/c)"),
        ("a <!-- hidden --> b", "p(a  b)"),
        ("<!--\nhidden\n-->\nb", "p(b)"),
        ("<!-- open", "p(<!-- open)"),
    ]);
}

/// How deep blocks and marks are within each other.
fn depth(blocks: &[Block]) -> usize {
    let deep = |block: &Block| match block {
        Block::Quote(inside) => 1 + depth(inside),
        Block::List { items, .. } => {
            1 + items
                .iter()
                .map(|item| depth(&item.blocks))
                .max()
                .unwrap_or(0)
        }
        Block::Paragraph(text) | Block::Heading { text, .. } => marks(text),
        Block::Code(_) | Block::Table { .. } | Block::Rule => 0,
    };
    blocks.iter().map(deep).max().unwrap_or(0)
}

fn marks(all: &[Inline]) -> usize {
    let deep = |part: &Inline| match part {
        Inline::Strong(text)
        | Inline::Emphasis(text)
        | Inline::Struck(text)
        | Inline::Link { text, .. } => 1 + marks(text),
        Inline::Text(_) | Inline::Code(_) | Inline::Break => 0,
    };
    all.iter().map(deep).max().unwrap_or(0)
}

#[test]
fn nothing_is_too_deep_or_too_long() {
    let n = 8_000;
    let nested = lines(200, |k| format!("{}- a\n", "  ".repeat(k)));
    let texts = [
        ">".repeat(n),
        "- ".repeat(n),
        nested,
        "*a **b ".repeat(n),
        format!("{}a{}", "**".repeat(n), "**".repeat(n)),
        format!("{}a{}", "*a ".repeat(300), "b*".repeat(300)),
        "[".repeat(n),
        "![[](".repeat(n),
        "`".repeat(n),
        (1..300).map(|k| "`".repeat(k) + " ").collect(),
        "<".repeat(n),
        "<!--\n".repeat(n),
        "https://a.example/".to_owned() + &")".repeat(n),
        "- a\n".to_owned() + &"\n".repeat(n) + "  b",
        "a|b\n".repeat(n),
        "&".repeat(n),
        "\\".repeat(n),
        "~~a".repeat(n),
        "ä".repeat(100_000),
    ];
    for text in texts {
        let blocks = parse(&text);
        assert!(depth(&blocks) < 24, "{text:.20}");
    }
    let long = parse(&"a".repeat(200_000));
    assert_eq!(long.len(), 2);
    assert_eq!(
        long[1],
        Block::Paragraph(vec![Inline::Text("…".to_owned())])
    );
}

//! Any text and any bytes at every reader: no panic, and no row is lost.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::rich::parse;
use floret::exchange::{Field, Imported, MAX_ROWS, Reading, html_to_markdown, read};
use rand_core::Rng;

use super::samples::{ALL, below, pick, seeded, whole};

const N_ROUNDS: u32 = 600;

/// Signs of every format, in pieces that mean something to one of the readers.
const PIECES: [&str; 64] = [
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\r",
    " ",
    "Key",
    "Title",
    "Summary",
    "Issue key",
    "Work Item Type",
    "Description",
    "sep=;\n",
    "'",
    "=",
    "ABC-1",
    "#12",
    "[",
    "]",
    "{",
    "}",
    ":",
    "{\"title\":\"",
    "\"number\":1",
    "{\"floret\":1,\"stories\":[",
    "\\",
    "null",
    "[{",
    "}]",
    "<",
    ">",
    "</",
    "/>",
    "<item>",
    "</item>",
    "<rss>",
    "<?xml?>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<key>",
    "</key>",
    "<p>",
    "<ul><li>",
    "</ul>",
    "<pre>",
    "<a href=\"",
    "&amp;",
    "&#",
    "*",
    "**",
    "_",
    "`",
    "```",
    "- ",
    "1. ",
    "https://a.example/x",
    "ä",
    "🥦",
    "\u{feff}",
];

fn text(rng: &mut impl Rng, n: u32) -> String {
    let n = below(rng, n);
    (0..n).map(|_| pick(rng, &PIECES)).collect()
}

fn bytes(rng: &mut impl Rng, n: u32) -> Vec<u8> {
    let mut bytes = vec![0; below(rng, n) as usize];
    rng.fill_bytes(&mut bytes);
    bytes
}

/// Reads in slices of any size under any name, and checks what must always hold.
fn check(rng: &mut impl Rng, bytes: &[u8]) -> Imported {
    let names = ["a.csv", "a.tsv", "a.json", "a.xml", "a.md", "a", ""];
    let name = Some(pick(rng, &names)).filter(|name| !name.is_empty());
    let mut reading = Reading::begin(bytes, name);
    let mut done = 0;
    loop {
        let progress = reading.step(1 + below(rng, 40) as usize);
        assert!(progress.done_bytes >= done && progress.done_bytes <= progress.total_bytes);
        done = progress.done_bytes;
        if progress.is_done {
            break;
        }
    }
    let imported = whole(reading.finish());
    assert!(imported.rows.len() <= MAX_ROWS);
    for row in &imported.rows {
        assert!(row.line >= 1 && row.has(Field::Title));
        assert!(!row.story.title.is_empty() && row.story.title.chars().count() <= 300);
    }
    for refused in &imported.refused {
        assert!(refused.line >= 1 && refused.text.chars().count() <= 80);
    }
    imported
}

#[test]
fn any_text_is_read_without_loss() {
    let rng = &mut seeded(1);
    for _ in 0..N_ROUNDS {
        let text = text(rng, 60);
        check(rng, text.as_bytes());
    }
}

#[test]
fn any_bytes_are_read_without_loss() {
    let rng = &mut seeded(2);
    for _ in 0..N_ROUNDS {
        let bytes = bytes(rng, 200);
        check(rng, &bytes);
    }
}

#[test]
fn files_with_a_changed_a_missing_or_an_added_part_are_read_without_loss() {
    let rng = &mut seeded(3);
    for _ in 0..N_ROUNDS {
        let mut file = ALL[below(rng, 14) as usize].to_vec();
        for _ in 0..=below(rng, 3) {
            let n = u32::try_from(file.len()).unwrap_or(0) + 1;
            let at = below(rng, n) as usize;
            let end = (at + below(rng, 30) as usize).min(file.len());
            let new = match below(rng, 4) {
                0 => Vec::new(),
                1 => bytes(rng, 4),
                2 => text(rng, 4).into_bytes(),
                _ => file[at..end].repeat(2),
            };
            file.splice(at..end, new);
        }
        check(rng, &file);
    }
}

#[test]
fn any_text_becomes_markdown_and_blocks() {
    let rng = &mut seeded(4);
    for _ in 0..N_ROUNDS {
        let text = text(rng, 80);
        parse(&text);
        let markdown = html_to_markdown(&text);
        // Nothing that comes out of HTML is HTML.
        let blocks = format!("{:?}", parse(&markdown));
        assert!(!blocks.contains("javascript:"));
    }
}

#[test]
fn long_and_deep_files_end_in_time() {
    let n = 12_000;
    let texts = [
        "\"".repeat(n),
        "a,\"b\n".repeat(n),
        format!("Key,Title\n{}", "A,\"x\n".repeat(n)),
        "[".repeat(n),
        format!("[{}", "{\"a\":".repeat(n)),
        format!("[{}", "{\"title\":\"x\"} ".repeat(n)),
        format!("<rss>{}", "<item>".repeat(n)),
        format!("<rss><item>{}", "<a>".repeat(n)),
        format!("<rss><item>{}", "<a b=\"".repeat(n)),
        "- ".repeat(n),
        format!(
            "Issue key,Summary,Description\nA-1,x,\"{}\"",
            "{code}x".repeat(n)
        ),
        format!(
            "Issue key,Summary,Description\nA-1,x,\"h1. {}\"",
            "[[*{{".repeat(n)
        ),
        format!(
            "ID,Work Item Type,Title,Description\n1,Bug,x,\"{}\"",
            "<ul><li><b>".repeat(n)
        ),
        format!(
            "ID,Work Item Type,Title,Description\n1,Bug,x,\"{}\"",
            "<p><a <b".repeat(n)
        ),
        format!(
            "ID,Work Item Type,Title,Description\n1,Bug,x,\"<p>{}\"",
            "<blockquote>a".repeat(n)
        ),
    ];
    let rng = &mut seeded(5);
    for text in texts {
        check(rng, text.as_bytes());
    }
}

/// A cell as RFC 4180 writes it, in quotes where it has to be or where the dice say so.
fn cell(rng: &mut impl Rng, text: &str, sign: char) -> String {
    let must = text.contains(['"', '\r', '\n', sign]) || text.starts_with(' ');
    if must || below(rng, 4) == 0 {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[test]
fn whatever_stands_in_well_written_cells_comes_in() {
    let rng = &mut seeded(6);
    for _ in 0..300 {
        let sign = [',', ';', '\t'][below(rng, 3) as usize];
        let end = pick(rng, &["\n", "\r\n"]);
        // A mark of the byte order is dropped wherever files were put together.
        let bodies: Vec<String> = (0..below(rng, 20))
            .map(|_| text(rng, 12).replace('\u{feff}', ""))
            .collect();
        let mut file = ["Body", "Key", "Title"].join(&sign.to_string()) + end;
        for (n, body) in bodies.iter().enumerate() {
            let cells = [body.as_str(), &format!("K-{n}"), &format!("T{body}")];
            let cells = cells.map(|text| cell(rng, text, sign));
            file += &(cells.join(&sign.to_string()) + end);
        }
        let imported = whole(read(file.as_bytes(), Some("a.csv")));
        assert_eq!(imported.rows.len(), bodies.len(), "{file}");
        for (row, body) in imported.rows.iter().zip(&bodies) {
            let body = body.replace("\r\n", "\n").replace('\r', "\n");
            let body = body.trim();
            let without = body.strip_prefix('\'').unwrap_or(body);
            assert!(
                [body, without.trim()].contains(&row.story.description.as_str()),
                "{body:?}"
            );
        }
    }
}

#[test]
fn every_line_of_a_text_is_a_row() {
    let rng = &mut seeded(7);
    for _ in 0..300 {
        let lines: Vec<String> = (0..below(rng, 30))
            .map(|_| text(rng, 8).replace(['\n', '\r', '\u{feff}'], " "))
            .collect();
        let file = format!("first line\n{}", lines.join("\n"));
        let imported = whole(read(file.as_bytes(), Some("a.md")));
        let n = lines.iter().filter(|line| !line.trim().is_empty()).count();
        assert_eq!(imported.n_rows, n + 1);
    }
}

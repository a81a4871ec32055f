//! Jira's wiki markup as Markdown, as far as it cannot be mistaken. Other text stays.
//!
//! Atlassian, "Text Formatting Notation Help".

use crate::exchange::markup::near;

/// Longest mark, in bytes.
const MAX_MARK_BYTES: usize = 500;

/// Marks that are in no Markdown text.
const SURE: [&str; 12] = [
    "{code",
    "{noformat",
    "{quote}",
    "{panel",
    "{color",
    "{{",
    "\nh1. ",
    "\nh2. ",
    "\nh3. ",
    "\nh4. ",
    "\nbq. ",
    "|http",
];

/// Marks that are in no wiki text: somebody wrote Markdown into Jira.
const SURELY_NOT: [&str; 2] = ["```", "]("];

/// Wiki markup as Markdown. Text without a sure mark changes only where lines that begin
/// with `# ` stand directly below each other, which are numbers in Jira and would be headings.
pub(super) fn markdown(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let probe = format!("\n{text}");
    if SURELY_NOT.iter().any(|mark| probe.contains(mark)) || has_double_stars(&text) {
        return text;
    }
    let is_sure = SURE.iter().any(|mark| probe.contains(mark));
    let is_number = |line: &str| line.starts_with("# ");
    let mut pairs = text.lines().zip(text.lines().skip(1));
    let has_numbers = pairs.any(|(a, b)| is_number(a) && is_number(b));
    if !is_sure && !has_numbers {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut page = Page::default();
    for line in text.split('\n') {
        if !out.is_empty() {
            out.push('\n');
        }
        page.line(line, is_sure, &mut out);
    }
    if page.fence.is_some() {
        out.push_str("\n```");
    }
    out
}

/// Bold as Markdown has it; `** text` is an item within an item.
fn has_double_stars(text: &str) -> bool {
    let mut parts = text.split("**").skip(1);
    parts.any(|behind| behind.starts_with(char::is_alphanumeric))
}

/// What is open from one line to the next.
#[derive(Default)]
struct Page {
    /// The mark that ends the open code.
    fence: Option<&'static str>,
    is_quoted: bool,
    /// Whether the line before was an item of a list.
    is_in_list: bool,
}

impl Page {
    fn line(&mut self, line: &str, is_sure: bool, out: &mut String) {
        let mut rest = line;
        loop {
            if let Some(mark) = self.fence {
                let Some((code, behind)) = rest.split_once(mark) else {
                    return out.push_str(rest);
                };
                self.fence = None;
                if !code.is_empty() {
                    out.push_str(code);
                    out.push('\n');
                }
                out.push_str("```");
                if behind.trim().is_empty() {
                    return;
                }
                out.push('\n');
                rest = behind;
            } else if let Some((before, behind, mark)) = code_begin(rest).filter(|_| is_sure) {
                if !before.trim().is_empty() {
                    self.text(before, out);
                    out.push('\n');
                }
                out.push_str("```");
                self.fence = Some(mark);
                if behind.is_empty() {
                    return;
                }
                out.push('\n');
                rest = behind;
            } else if is_sure {
                return self.text(rest, out);
            } else {
                return self.item(rest, out, |text, out| out.push_str(text));
            }
        }
    }

    /// A line without code blocks.
    fn text(&mut self, line: &str, out: &mut String) {
        let n_quotes = line.matches("{quote}").count();
        let line = line.replace("{quote}", "");
        let is_quoted = self.is_quoted || n_quotes > 0;
        self.is_quoted ^= n_quotes % 2 == 1;
        if is_quoted && !line.trim().is_empty() {
            out.push_str("> ");
        }
        let start = line.trim_start();
        if let Some(text) = start.strip_prefix("bq. ") {
            out.push_str("> ");
            return inline(text, out);
        }
        let level = start
            .strip_prefix('h')
            .and_then(|rest| rest.split_once(". "));
        if let Some((digit @ ("1" | "2" | "3" | "4" | "5" | "6"), text)) = level {
            let n = digit.parse().unwrap_or(1);
            out.push_str(&"#".repeat(n));
            out.push(' ');
            return inline(text.trim(), out);
        }
        self.item(&line, out, inline);
    }

    /// A line that may be an item of a list.
    fn item(&mut self, line: &str, out: &mut String, rest: fn(&str, &mut String)) {
        let found = list_item(line, self.is_in_list);
        self.is_in_list = found.is_some();
        match found {
            Some((marks, text)) => {
                push_marker(marks, out);
                rest(text, out);
            }
            None => rest(line, out),
        }
    }
}

/// Text before a code block, behind its mark, and the mark that ends it.
fn code_begin(line: &str) -> Option<(&str, &str, &'static str)> {
    for (begin, end) in [("{code", "{code}"), ("{noformat", "{noformat}")] {
        if let Some((before, rest)) = line.split_once(begin)
            && rest.starts_with(['}', ':'])
            && let Some((_, behind)) = rest.split_once('}')
        {
            return Some((before, behind, end));
        }
    }
    None
}

/// The marks and the text of an item: `** text`, `# text`.
fn list_item(line: &str, is_in_list: bool) -> Option<(&str, &str)> {
    let start = line.trim_start();
    let text = start.trim_start_matches(['*', '#', '-']);
    let marks = start.get(..start.len() - text.len())?;
    let is_item = text.starts_with(' ') && (1..7).contains(&marks.len());
    // `-- text` is a dash, and `## text` outside of a list is a heading of Markdown.
    let is_deep = marks.len() > 1;
    let is_other = marks.starts_with('-') || (marks.starts_with('#') && !is_in_list);
    (is_item && !(is_deep && is_other)).then(|| (marks, text.trim_start()))
}

/// An item within an item stands behind blanks.
fn push_marker(marks: &str, out: &mut String) {
    let (levels, last) = marks.split_at(marks.len() - 1);
    for level in levels.chars() {
        out.push_str(if level == '#' { "   " } else { "  " });
    }
    out.push_str(if last == "#" { "1. " } else { "- " });
}

/// Marks within a line: bold, fixed width, links, colours.
fn inline(text: &str, out: &mut String) {
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let found = if before.is_alphanumeric() && c == '*' {
            None
        } else {
            mark(c, rest, out)
        };
        let length = found.unwrap_or_else(|| {
            out.push(c);
            c.len_utf8()
        });
        let (done, behind) = rest.split_at(length.min(rest.len()));
        before = done.chars().next_back().unwrap_or(' ');
        rest = behind;
    }
}

/// Writes the mark that begins here as Markdown; its length.
fn mark(c: char, rest: &str, out: &mut String) -> Option<usize> {
    match c {
        '*' => {
            let (inside, behind) = between(rest, 1, "*")?;
            let is_bold = !inside.is_empty()
                && inside.trim() == inside
                && !behind.starts_with(char::is_alphanumeric);
            is_bold.then(|| wrapped("**", inside, "**", 2, out))
        }
        '{' if rest.starts_with("{{") => {
            let (inside, _) = between(rest, 2, "}}")?;
            let is_code = !inside.is_empty() && !inside.contains('`');
            is_code.then(|| wrapped("`", inside, "`", 4, out))
        }
        '{' if rest.starts_with("{color") || rest.starts_with("{panel") => {
            between(rest, 1, "}").map(|(inside, _)| inside.len() + 2)
        }
        '[' => {
            let (inside, _) = between(rest, 1, "]")?;
            let (name, link) = inside.split_once('|').unwrap_or((inside, inside));
            let link = link.split('|').next().unwrap_or(link);
            let is_link = ["http://", "https://", "mailto:"]
                .iter()
                .any(|s| link.starts_with(s));
            let is_link = is_link && !link.contains([' ', '(', ')']);
            is_link.then(|| {
                out.push_str(&["[", name, "](", link, ")"].concat());
                inside.len() + 2
            })
        }
        _ => None,
    }
}

/// Text up to this sign, and what is behind it.
fn between<'a>(rest: &'a str, skip: usize, end: &str) -> Option<(&'a str, &'a str)> {
    let rest = rest.get(skip..)?;
    let at = near(rest, end, MAX_MARK_BYTES)?;
    Some((rest.get(..at)?, rest.get(at + end.len()..)?))
}

fn wrapped(begin: &str, inside: &str, end: &str, n_signs: usize, out: &mut String) -> usize {
    out.push_str(begin);
    out.push_str(inside);
    out.push_str(end);
    inside.len() + n_signs
}

#[cfg(test)]
mod tests {
    use super::markdown;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn sure_wiki_marks_become_markdown() {
        let table = [
            ("h3. Why\nText", "### Why\nText"),
            ("h2. A *b* c", "## A **b** c"),
            (
                "{code:java}\nint *a*;\n{code}\nafter",
                "```\nint *a*;\n```\nafter",
            ),
            ("say {code}x{code} now", "say \n```\nx\n```\n now"),
            ("{noformat}a{noformat}", "```\na\n```"),
            ("{code}\nnever closed", "```\nnever closed\n```"),
            ("use {{id}}", "use `id`"),
            (
                "see [docs|https://a.example/x]",
                "see [docs](https://a.example/x)",
            ),
            (
                "h1. L\n# one\n## two\n* a\n** b",
                "# L\n1. one\n   1. two\n- a\n  - b",
            ),
            ("bq. said\nplain", "> said\nplain"),
            ("{quote}\na\nb\n{quote}\nc", "> a\n> b\n\nc"),
            ("{color:red}hot{color} h1. no", "hot h1. no"),
            ("{{a}} 2*3*4 and *x y*.", "`a` 2*3*4 and **x y**."),
            ("{{a}}\n## A heading", "`a`\n## A heading"),
            ("{{a}}\n## A heading", "`a`\n## A heading"),
            (
                "{{a}} [x|javascript:1] [~ana]",
                "`a` [x|javascript:1] [~ana]",
            ),
        ];
        for (wiki, expected) in table {
            assert_eq!(markdown(wiki), expected, "{wiki:?}");
        }
    }

    #[test]
    fn numbers_become_numbers_even_without_a_sure_mark() {
        assert_eq!(markdown("Do\n# one\n# *two*"), "Do\n1. one\n1. *two*");
        for text in ["# A heading\ntext", "# One\ntext\n# Two\ntext"] {
            assert_eq!(markdown(text), text);
        }
    }

    #[test]
    fn what_may_be_markdown_stays() {
        for text in [
            "A *b* c",
            "A **bold** word\n{code}\nx\n{code}",
            "h3. x and ```code```",
            "[a](https://a.example) {{b}}",
            "- a\n- b",
            "",
        ] {
            assert_eq!(markdown(text), text, "{text:?}");
        }
    }
}

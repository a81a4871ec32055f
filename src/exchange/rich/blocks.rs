//! Lines into blocks (`CommonMark`, sections 4 and 5). Does not know what is in a line.

use super::{Block, MAX_DEPTH, inlines, lists, tables};

/// Longest comment; one without an end must not be looked for in every line of a text.
const MAX_COMMENT_LINES: usize = 200;

/// The blocks of these lines, which are so many quotes and lists deep.
pub(super) fn of(lines: &[&str], depth: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rest = lines;
    while let Some((line, behind)) = rest.split_first() {
        if line.trim().is_empty() {
            rest = behind;
            continue;
        }
        let (block, n_lines) = first(rest, depth);
        blocks.extend(block);
        rest = rest.get(n_lines.max(1)..).unwrap_or_default();
    }
    blocks
}

/// The block that begins here, and its lines; a comment is no block.
fn first(lines: &[&str], depth: usize) -> (Option<Block>, usize) {
    let line = lines.first().copied().unwrap_or_default();
    if let Some(n) = comment(lines) {
        return (None, n);
    }
    if let Some((block, n)) = code(lines) {
        return (Some(block), n);
    }
    if let Some(block) = heading(line) {
        return (Some(block), 1);
    }
    if is_rule(line) {
        return (Some(Block::Rule), 1);
    }
    if depth < MAX_DEPTH {
        if is_quote(line) {
            let (block, n) = quote(lines, depth);
            return (Some(block), n);
        }
        if lists::marker(line).is_some() {
            let (block, n) = lists::list(lines, depth);
            return (Some(block), n);
        }
    }
    if let Some((block, n)) = tables::table(lines) {
        return (Some(block), n);
    }
    let (block, n) = paragraph(lines, depth);
    (Some(block), n)
}

/// Whether a line ends the paragraph before it.
pub(super) fn interrupts(line: &str, depth: usize) -> bool {
    let begins_list = || lists::marker(line).is_some_and(|marker| marker.interrupts());
    fence(line).is_some()
        || heading(line).is_some()
        || is_rule(line)
        || (depth < MAX_DEPTH && (is_quote(line) || begins_list()))
}

/// Lines of a comment, which nobody is to see. One that is not closed is text.
fn comment(lines: &[&str]) -> Option<usize> {
    lines.first()?.trim_start().strip_prefix("<!--")?;
    let mut near = lines.iter().take(MAX_COMMENT_LINES);
    let last = near.position(|line| line.contains("-->"))?;
    let (_, behind) = lines.get(last)?.split_once("-->")?;
    behind.trim().is_empty().then_some(last + 1)
}

/// The sign and length of a fence, and the blanks before it.
fn fence(line: &str) -> Option<(char, usize, usize)> {
    let start = line.trim_start();
    let sign = start.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let behind = start.trim_start_matches(sign);
    let length = start.len() - behind.len();
    let is_fence = length >= 3 && !(sign == '`' && behind.contains('`'));
    is_fence.then_some((sign, length, line.len() - start.len()))
}

/// Whether code begins or ends with this line.
pub(super) fn is_fence(line: &str) -> bool {
    fence(line).is_some()
}

/// Code between fences, or up to the end.
fn code(lines: &[&str]) -> Option<(Block, usize)> {
    let (first, behind) = lines.split_first()?;
    let (sign, length, indent) = fence(first)?;
    let closes = |line: &&str| {
        let signs = line.trim();
        signs.len() >= length && signs.chars().all(|c| c == sign)
    };
    let n = behind.iter().position(closes);
    let inside = behind.get(..n.unwrap_or(behind.len())).unwrap_or_default();
    let inside: Vec<&str> = inside
        .iter()
        .map(|line| without_blanks(line, indent))
        .collect();
    Some((Block::Code(inside.join("\n")), inside.len() + 2))
}

/// The line without so many blanks at its beginning, or without all it has.
pub(super) fn without_blanks(line: &str, n: usize) -> &str {
    let mut columns = 0;
    for (at, c) in line.char_indices() {
        columns += match c {
            _ if columns >= n => return line.get(at..).unwrap_or_default(),
            ' ' => 1,
            '\t' => 4,
            _ => return line.get(at..).unwrap_or_default(),
        };
    }
    ""
}

/// Blanks at the beginning of a line; a tab is four.
pub(super) fn indent(line: &str) -> usize {
    let blanks = line.chars().take_while(|c| matches!(c, ' ' | '\t'));
    blanks.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

fn heading(line: &str) -> Option<Block> {
    let start = line.trim();
    let behind = start.trim_start_matches('#');
    let level = u8::try_from(start.len() - behind.len()).ok()?;
    if !(1..=6).contains(&level) || !(behind.is_empty() || behind.starts_with([' ', '\t'])) {
        return None;
    }
    let text = behind.trim();
    let open = text.trim_end_matches('#');
    let is_closed = open.len() < text.len() && (open.is_empty() || open.ends_with([' ', '\t']));
    let text = if is_closed { open.trim_end() } else { text };
    Some(Block::Heading {
        level,
        text: inlines::of(text),
    })
}

fn is_rule(line: &str) -> bool {
    let mut signs = line.chars().filter(|c| !c.is_whitespace());
    let Some(first @ ('*' | '-' | '_')) = signs.next() else {
        return false;
    };
    let mut n = 1;
    signs.all(|c| {
        n += 1;
        c == first
    }) && n >= 3
}

fn is_quote(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// Lines with `>`, and lines that go on a paragraph of the quote without one.
fn quote(lines: &[&str], depth: usize) -> (Block, usize) {
    let mut inside = Vec::new();
    let (mut is_code, mut may_go_on) = (false, false);
    for line in lines {
        if let Some(text) = line.trim_start().strip_prefix('>') {
            inside.push(text.strip_prefix(' ').unwrap_or(text));
            is_code ^= is_fence(text);
            let ends = is_code || text.trim().is_empty() || interrupts(text, depth + 1);
            may_go_on = !ends;
        } else if may_go_on && !line.trim().is_empty() && !interrupts(line, depth) {
            inside.push(line);
        } else {
            break;
        }
    }
    (Block::Quote(of(&inside, depth + 1)), inside.len())
}

fn paragraph(lines: &[&str], depth: usize) -> (Block, usize) {
    let mut text = String::new();
    for (n, line) in lines.iter().enumerate() {
        let words = line.trim();
        if n > 0 {
            if let Some(level) = underline(words) {
                let text = inlines::of(&text);
                return (Block::Heading { level, text }, n + 1);
            }
            let begins_table = || tables::begins(lines.get(n..).unwrap_or_default());
            if words.is_empty() || interrupts(line, depth) || begins_table() {
                return (Block::Paragraph(inlines::of(&text)), n);
            }
            text.push('\n');
        }
        text.push_str(words);
    }
    (Block::Paragraph(inlines::of(&text)), lines.len())
}

/// A line of `=` or `-` makes the paragraph above it a heading; a lone sign does not.
fn underline(line: &str) -> Option<u8> {
    let is_run = |sign| line.len() > 1 && line.chars().all(|c| c == sign);
    match (is_run('='), is_run('-')) {
        (true, _) => Some(1),
        (_, true) => Some(2),
        (false, false) => None,
    }
}

//! Lines into lists (`CommonMark`, sections 5.2 and 5.3). Two blanks are enough for a list
//! within a list, as people write them. Does not know what is in an item.

use super::blocks::{self, indent, without_blanks};
use super::{Block, Item};

/// What an item begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// Blanks before it.
    indent: usize,
    /// Column in which its text begins.
    content: usize,
    /// The bullet, or the sign behind the number.
    sign: char,
    number: Option<u32>,
    is_empty: bool,
}

impl Marker {
    /// Whether it may end a paragraph: a number in the middle of a text seldom begins a list.
    pub(super) fn interrupts(&self) -> bool {
        !self.is_empty && self.number.is_none_or(|number| number == 1)
    }

    fn is_of(&self, list: &Self) -> bool {
        self.sign == list.sign && self.number.is_some() == list.number.is_some()
    }
}

/// The mark of an item at the beginning of a line.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let start = line.trim_start();
    let indent = indent(line);
    let digits = start.bytes().take_while(u8::is_ascii_digit).count();
    let (number, sign_at) = match digits {
        0 => (None, 0),
        1..=9 => (Some(start.get(..digits)?.parse().ok()?), digits),
        _ => return None,
    };
    let sign = start.get(sign_at..)?.chars().next()?;
    let is_marker = match number {
        None => matches!(sign, '-' | '*' | '+' | '•'),
        Some(_) => matches!(sign, '.' | ')'),
    };
    let behind = start.get(sign_at + sign.len_utf8()..)?;
    if !is_marker || !(behind.is_empty() || behind.starts_with([' ', '\t'])) {
        return None;
    }
    let gap = match blocks::indent(behind) {
        n @ 1..=4 => n,
        // Nothing behind it, or code that begins with blanks.
        _ => 1,
    };
    Some(Marker {
        indent,
        content: indent + sign_at + 1 + gap,
        sign,
        number,
        is_empty: behind.trim().is_empty(),
    })
}

/// The list that begins here, and its lines.
pub(super) fn list(lines: &[&str], depth: usize) -> (Block, usize) {
    let mut items = Vec::new();
    let mut done = 0;
    let mut first = None;
    while let Some(line) = lines.get(done) {
        if line.trim().is_empty() {
            // Lines without text between items belong to nobody.
            let blank = |line: &&&str| line.trim().is_empty();
            let n = lines.iter().skip(done).take_while(blank).count();
            let goes_on = lines.get(done + n).and_then(|line| marker(line));
            if !goes_on.is_some_and(|marker| first.is_some_and(|list| marker.is_of(&list))) {
                break;
            }
            done += n;
            continue;
        }
        let Some(found) = marker(line) else { break };
        if !found.is_of(first.get_or_insert(found)) {
            break;
        }
        let (inside, n) = item_lines(lines.get(done..).unwrap_or_default(), found, depth);
        items.push(item(inside, depth));
        done += n;
    }
    let number = first.and_then(|marker| marker.number);
    (
        Block::List {
            first: number,
            items,
        },
        done,
    )
}

/// The lines of the item that begins here without its mark and blanks, and their number.
fn item_lines<'a>(lines: &[&'a str], marker: Marker, depth: usize) -> (Vec<&'a str>, usize) {
    let line = lines.first().copied().unwrap_or_default();
    let signs = line.trim_start();
    let behind = signs.split_once(marker.sign).map_or("", |(_, text)| text);
    let mut inside = vec![without_blanks(behind, marker.content - marker.indent)];
    let mut is_code = blocks::is_fence(behind);
    let mut n = 1;
    while let Some(line) = lines.get(n) {
        if line.trim().is_empty() {
            // Lines without text belong to the item if something of it follows.
            let rest = lines.get(n..).unwrap_or_default();
            let blank = rest
                .iter()
                .take_while(|line| line.trim().is_empty())
                .count();
            let next = rest.get(blank);
            if next.is_none_or(|line| indent(line) < marker.indent + 2) {
                break;
            }
            inside.push("");
            n += blank;
            continue;
        }
        if indent(line) >= marker.indent + 2 {
            is_code ^= blocks::is_fence(line);
            inside.push(without_blanks(line, marker.content));
        } else if is_code
            || super::lists::marker(line).is_some()
            || inside.last().is_none_or(|last| last.trim().is_empty())
            || blocks::interrupts(line, depth)
        {
            break;
        } else {
            inside.push(line.trim_start());
        }
        n += 1;
    }
    (inside, n)
}

fn item(mut lines: Vec<&str>, depth: usize) -> Item {
    let mut checked = None;
    if let Some(first) = lines.first_mut() {
        let text = first.trim_start();
        for (mark, is_ticked) in [("[ ]", false), ("[x]", true), ("[X]", true)] {
            if let Some(rest) = text.strip_prefix(mark).filter(|rest| rest.starts_with(' ')) {
                checked = Some(is_ticked);
                *first = rest.trim_start();
            }
        }
    }
    Item {
        checked,
        blocks: blocks::of(&lines, depth + 1),
    }
}

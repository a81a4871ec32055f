//! Text as confidential words are compared: without case, accents and invisible marks.
//!
//! Compares; never changes a text that is shown or sent.

/// One letter as compared, and which bytes of the text it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) letter: char,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// A text letter by letter; any separators in a row are one space.
pub(super) fn folded(text: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::with_capacity(text.len());
    for (from, c) in text.char_indices() {
        let to = from + c.len_utf8();
        if is_accent(c) {
            if let Some(last) = units.last_mut() {
                last.to = to;
            }
            continue;
        }
        if is_invisible(c) {
            continue;
        }
        if is_separator(c) {
            match units.last_mut() {
                Some(last) if last.letter == ' ' => last.to = to,
                Some(_) | None => units.push(Unit {
                    letter: ' ',
                    from,
                    to,
                }),
            }
            continue;
        }
        // Down, up and down: `ẞ`, `ß`, `SS` and `ss` meet, and so do both forms of sigma.
        let upper = c.to_lowercase().flat_map(char::to_uppercase);
        let lower = upper.flat_map(char::to_lowercase);
        let letters = lower.filter(|letter| !is_accent(*letter)).map(base);
        units.extend(letters.map(|letter| Unit { letter, from, to }));
    }
    units
}

fn is_accent(c: char) -> bool {
    ('\u{0300}'..='\u{036f}').contains(&c)
}

/// Soft hyphens, joiners, marks of direction, and Markdown's backslash.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\\' | '\u{00ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// A small letter without its accent: of the Latin letters of Europe, and two Cyrillic.
fn base(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' => 'i',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'й' => 'и',
        'ё' => 'е',
        other => other,
    }
}

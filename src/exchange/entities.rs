//! Entities of HTML and XML as signs. Does not know tags.

/// Names that exports use (HTML, "Named character references"); of the 2,231 names these
/// are what editors of trackers write.
const NAMES: [(&str, &str); 36] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("Auml", "Ä"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("agrave", "à"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("ccedil", "ç"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("sbquo", "‚"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bdquo", "„"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("bull", "•"),
    ("middot", "·"),
    ("euro", "€"),
    ("sect", "§"),
    ("times", "×"),
    ("rarr", "→"),
    ("frac12", "½"),
    ("deg", "°"),
];

/// Longest name between `&` and `;`.
const MAX_NAME_BYTES: usize = 10;

/// The text with its entities decoded; what is none stays as it is written.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let (sign, length) = entity(from).unwrap_or((Sign::Letter('&'), 1));
        sign.push_to(&mut out);
        rest = from.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// What an entity stands for.
#[derive(Clone, Copy)]
pub(super) enum Sign {
    Letter(char),
    Text(&'static str),
}

impl Sign {
    pub(super) fn push_to(self, out: &mut String) {
        match self {
            Self::Letter(letter) => out.push(letter),
            Self::Text(text) => out.push_str(text),
        }
    }
}

/// The entity that begins here, and its length.
pub(super) fn entity(from: &str) -> Option<(Sign, usize)> {
    let inside = from.strip_prefix('&')?;
    let end = inside
        .bytes()
        .take(MAX_NAME_BYTES)
        .position(|b| b == b';')?;
    let name = inside.get(..end)?;
    let length = end + 2;
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = match hex {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        let letter = char::from_u32(code.ok()?).filter(|c| !c.is_control() || c.is_whitespace());
        return Some((
            Sign::Letter(letter.unwrap_or(char::REPLACEMENT_CHARACTER)),
            length,
        ));
    }
    let (_, text) = NAMES.iter().find(|(known, _)| *known == name)?;
    Some((Sign::Text(text), length))
}

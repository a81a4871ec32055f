//! Confidential words: replaced before a text leaves, put back in what is answered.
//!
//! Does not know what is confidential; a person lists it.

mod fold;

use std::collections::BTreeMap;

use fold::{Unit, folded};

/// Confidential words of one person.
pub const MAX_CONFIDENTIAL: usize = 200;

/// Longest confidential word, in characters.
pub const MAX_CONFIDENTIAL_CHARS: usize = 80;

/// A word needs so many letters or digits: single ones stand everywhere.
const MIN_WORD_LETTERS: usize = 2;

/// Words of so many letters or fewer are found as words only: `SAP` in `SAPs`, not in
/// `disappear`.
const MAX_SHORT_LETTERS: usize = 3;

/// What a short word may be followed by and still be that word.
const SHORT_ENDINGS: [&str; 3] = ["", "s", "es"];

/// Numbers of placeholders end here; beyond, one without a number is used.
const MAX_NUMBER: u32 = 9_999;

/// A placeholder that cannot be undone.
const LOST: &str = "[[…]]";

/// Words that must not leave this browser.
///
/// Found in any case, with or without accents, with spaces, hyphens or nothing between
/// their parts, and inside longer words (`Adler` in `Adlerprojekts`); what is around
/// them in a longer word stays, so that a text can still be understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mask {
    words: Vec<Word>,
}

/// A word as it is looked for; a space stands for any separator, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    letters: Vec<char>,
    is_short: bool,
}

/// What stands for which words in one masked text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unmask {
    spelled: BTreeMap<u32, String>,
    n_lost: usize,
}

impl Mask {
    /// A mask of these words. Words of a single letter are left out, square brackets too:
    /// they are what placeholders are made of.
    pub fn of<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> Self {
        let mut mask = Self::default();
        for word in words {
            if let Some(word) = Word::read(word.as_ref())
                && mask.words.len() < MAX_CONFIDENTIAL
                && !mask.words.contains(&word)
            {
                mask.words.push(word);
            }
        }
        mask
    }

    /// A mask of the words of a typed list: one a line, or parted by commas.
    pub fn of_list(typed: &str) -> Self {
        Self::of(typed.split(['\n', ',', ';']))
    }

    /// Whether there is nothing to hide.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a text has a confidential word in it.
    pub fn finds(&self, text: &str) -> bool {
        !self.found(text).is_empty()
    }

    /// The texts with placeholders `[[1]]`, `[[2]]`, … in place of confidential words, the
    /// same one for the same word in all of them, and the way back.
    pub fn mask<const N: usize>(&self, texts: [&str; N]) -> ([String; N], Unmask) {
        let mut making = Making {
            mask: self,
            taken: texts.iter().flat_map(|text| numbers_in(text)).collect(),
            numbers: BTreeMap::new(),
            back: Unmask::default(),
            next: 1,
        };
        let masked = texts.map(|text| making.masked(text));
        (masked, making.back)
    }

    /// Where confidential words stand, in bytes, in order and apart from each other.
    fn found(&self, text: &str) -> Vec<(usize, usize)> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let units = folded(text);
        let mut found: Vec<(usize, usize)> = Vec::new();
        for at in 0..units.len() {
            for word in &self.words {
                let Some((from, to)) = word.stands_at(&units, at) else {
                    continue;
                };
                match found.last_mut() {
                    Some(last) if from < last.1 => last.1 = last.1.max(to),
                    Some(_) | None => found.push((from, to)),
                }
            }
        }
        found
    }
}

impl Word {
    fn read(typed: &str) -> Option<Self> {
        let typed = typed.replace(['[', ']'], " ");
        let typed = typed.trim().chars().take(MAX_CONFIDENTIAL_CHARS);
        let units = folded(&typed.collect::<String>());
        let letters: Vec<char> = units.iter().map(|unit| unit.letter).collect();
        let letters = trimmed(&letters);
        let n_letters = letters
            .iter()
            .filter(|letter| letter.is_alphanumeric())
            .count();
        let n_all = letters.iter().filter(|letter| **letter != ' ').count();
        // Scripts without spaces between words know no short words of their own.
        let is_latin = letters.iter().all(|letter| *letter < '\u{0250}');
        (n_letters >= MIN_WORD_LETTERS).then(|| Self {
            letters: letters.to_vec(),
            is_short: n_all <= MAX_SHORT_LETTERS && is_latin,
        })
    }

    /// From where to where it stands in the text, if it begins at this unit.
    fn stands_at(&self, units: &[Unit], at: usize) -> Option<(usize, usize)> {
        let mut next = at;
        for letter in &self.letters {
            let here = units.get(next).map(|unit| unit.letter);
            if *letter == ' ' && here != Some(' ') {
                continue;
            }
            if here != Some(*letter) {
                return None;
            }
            next += 1;
        }
        if self.is_short && !(begins_a_word(units, at) && ends_a_word(units, next)) {
            return None;
        }
        let from = units.get(at)?.from;
        let to = units.get(next.checked_sub(1)?)?.to;
        Some((from, to))
    }
}

/// Letters without the separators around them.
fn trimmed(letters: &[char]) -> &[char] {
    let first = letters.iter().position(|letter| *letter != ' ');
    let last = letters.iter().rposition(|letter| *letter != ' ');
    let (Some(first), Some(last)) = (first, last) else {
        return &[];
    };
    letters.get(first..=last).unwrap_or_default()
}

fn begins_a_word(units: &[Unit], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| units.get(before));
    !before.is_some_and(|unit| unit.letter.is_alphanumeric())
}

fn ends_a_word(units: &[Unit], next: usize) -> bool {
    SHORT_ENDINGS.iter().any(|ending| {
        let n = ending.len();
        let rest = units.get(next..).unwrap_or_default();
        let is_it = rest
            .iter()
            .map(|unit| unit.letter)
            .take(n)
            .eq(ending.chars());
        is_it
            && !rest
                .get(n)
                .is_some_and(|unit| unit.letter.is_alphanumeric())
    })
}

/// A masking under way.
struct Making<'a> {
    mask: &'a Mask,
    /// Numbers that stand in double brackets in the texts themselves.
    taken: Vec<u32>,
    numbers: BTreeMap<String, u32>,
    back: Unmask,
    next: u32,
}

impl Making<'_> {
    /// Masks until nothing is found: what stood inside a word may stand alone then.
    fn masked(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        loop {
            let found = self.mask.found(&text);
            if found.is_empty() {
                return text;
            }
            let mut masked = String::with_capacity(text.len());
            let mut done = 0;
            for (from, to) in found {
                masked.push_str(text.get(done..from).unwrap_or_default());
                masked.push_str(&self.placeholder(text.get(from..to).unwrap_or_default()));
                done = to;
            }
            masked.push_str(text.get(done..).unwrap_or_default());
            text = masked;
        }
    }

    fn placeholder(&mut self, spelled: &str) -> String {
        let units = folded(spelled);
        let letters = units.iter().map(|unit| unit.letter);
        let key: String = letters.filter(|letter| *letter != ' ').collect();
        if let Some(number) = self.numbers.get(&key) {
            return written(*number);
        }
        while self.next <= MAX_NUMBER {
            let number = self.next;
            self.next += 1;
            // A number may itself be confidential.
            if !self.taken.contains(&number) && !self.mask.finds(&written(number)) {
                self.numbers.insert(key, number);
                self.back.spelled.insert(number, spelled.to_owned());
                return written(number);
            }
        }
        self.back.n_lost += 1;
        LOST.to_owned()
    }
}

impl Unmask {
    /// An answer with the words themselves in place of their placeholders, each spelled
    /// as it stood first. Placeholders that were not given out stay.
    pub fn unmask(&self, answer: &str) -> String {
        let mut text = String::with_capacity(answer.len());
        let mut rest = answer;
        while let Some((at, to, number)) = next_number(rest) {
            let (before, placeholder) = (rest.get(..at), rest.get(at..to));
            text.push_str(before.unwrap_or_default());
            match self.spelled.get(&number) {
                Some(spelled) => text.push_str(spelled),
                None => text.push_str(placeholder.unwrap_or_default()),
            }
            rest = rest.get(to..).unwrap_or_default();
        }
        text.push_str(rest);
        text
    }

    /// Different words that were replaced.
    pub fn n_words(&self) -> usize {
        self.spelled.len() + self.n_lost
    }
}

fn written(number: u32) -> String {
    format!("[[{number}]]")
}

fn numbers_in(text: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some((_, to, number)) = next_number(rest) {
        numbers.push(number);
        rest = rest.get(to..).unwrap_or_default();
    }
    numbers
}

/// The next placeholder: from, to (in bytes) and its number. Models write them with
/// spaces or with Markdown's backslashes at times.
fn next_number(text: &str) -> Option<(usize, usize, u32)> {
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.find('[')?;
        if let Some((to, number)) = number_at(text, at) {
            let is_escaped = text.get(..at)?.ends_with('\\');
            return Some((at - usize::from(is_escaped), to, number));
        }
        from = at + 1;
    }
}

fn number_at(text: &str, at: usize) -> Option<(usize, u32)> {
    let rest = text.get(at..)?.strip_prefix('[')?;
    let rest = unescaped(rest, '[')?.trim_start_matches(' ');
    let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest.get(..n_digits)?.parse().ok()?;
    let rest = rest.get(n_digits..)?.trim_start_matches(' ');
    let rest = unescaped(unescaped(rest, ']')?, ']')?;
    Some((text.len() - rest.len(), number))
}

/// What follows this bracket, which may have a backslash before it.
fn unescaped(text: &str, bracket: char) -> Option<&str> {
    text.strip_prefix('\\')
        .unwrap_or(text)
        .strip_prefix(bracket)
}

//! What a model has said so far: bounded, and cleaned of what is no text.
//!
//! Does not know how it came.

/// Longest answer taken, in characters: some ten pages. A model that does not end is
/// stopped here.
pub const MAX_ANSWER_CHARS: usize = 20_000;

/// Longest explanation of a refusal, in characters.
pub const MAX_MESSAGE_CHARS: usize = 300;

/// Some models think aloud before they answer, between these.
const THINKING: (&str, &str) = ("<think>", "</think>");

/// Why there is no answer, or no more of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The address could not be asked: no network, no such host, or it does not let this
    /// page ask.
    Unreachable,
    /// It refused.
    Refused {
        /// HTTP status, where it gave one.
        status: Option<u16>,
        /// Its own words, of at most [`MAX_MESSAGE_CHARS`]; may be empty.
        message: String,
    },
    /// The connection broke in the middle.
    Lost,
    /// What came is not the protocol.
    Broken,
    /// It did not end.
    TooLong,
    /// It ended without a word.
    Nothing,
    /// It was silent for too long.
    Slow,
    /// This browser's own model is not there (any more).
    Absent,
    /// The question is longer than the model can take.
    TooMuch,
}

/// A whole answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was said; never empty.
    pub text: String,
    /// The model was cut off before its end.
    pub is_cut: bool,
}

/// What was said so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    text: String,
    n_chars: usize,
}

impl Said {
    /// Adds a piece.
    ///
    /// # Errors
    /// [`Failure::TooLong`] beyond [`MAX_ANSWER_CHARS`]; what fits is kept.
    pub fn push(&mut self, piece: &str) -> Result<(), Failure> {
        for c in piece.chars().filter(|c| is_text(*c)) {
            if self.n_chars == MAX_ANSWER_CHARS {
                return Err(Failure::TooLong);
            }
            self.text.push(c);
            self.n_chars += 1;
        }
        Ok(())
    }

    /// The answer so far, without what was thought aloud before it.
    pub fn text(&self) -> &str {
        let text = self.text.trim();
        let Some(thought) = text.strip_prefix(THINKING.0) else {
            return text;
        };
        let answer = thought.split_once(THINKING.1);
        answer.map_or("", |(_, answer)| answer.trim_start())
    }

    /// The answer, now that it is over.
    ///
    /// # Errors
    /// [`Failure::Nothing`] when nothing was said.
    pub fn end(&self, is_cut: bool) -> Result<Answer, Failure> {
        let text = self.text().to_owned();
        if text.is_empty() {
            return Err(Failure::Nothing);
        }
        Ok(Answer { text, is_cut })
    }
}

/// Another's words in a sentence of ours: one line, of at most [`MAX_MESSAGE_CHARS`].
pub(super) fn short_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    line.chars()
        .filter(|c| is_text(*c))
        .take(MAX_MESSAGE_CHARS)
        .collect()
}

/// Not a control, and no mark that turns the order of letters around.
fn is_text(c: char) -> bool {
    let is_mark = matches!(
        c,
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    );
    c == '\n' || c == '\t' || !(c.is_control() || is_mark)
}

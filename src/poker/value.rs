//! The number a card stands for, held in thousandths so that no sum is rounded.
//! Does not know cards or decks.

use core::fmt;

use serde::{Deserialize, Serialize};

/// Largest size of a value that is read, in whole units: far above any story,
/// far below what could overflow a sum over a table.
pub const MAX_VALUE: i64 = 1_000_000;

/// Thousandths in one.
const ONE: i64 = 1_000;

/// Fractions read when they are all that is written.
const WRITTEN_FRACTIONS: [(&str, i64); 3] = [("1/2", 500), ("1/4", 250), ("3/4", 750)];

/// Fractions read alone or after whole digits (`1½`).
const FRACTION_SIGNS: [(char, i64); 3] = [('½', 500), ('¼', 250), ('¾', 750)];

/// A number in thousandths: `½` is 500.
///
/// Values that are read have two decimals at most, so the mean of any two is
/// exact in thousandths.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Value(i64);

/// Why a text is not a [`Value`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueError {
    /// The text is not a number at all.
    NotANumber,
    /// More than two decimals (`0.125`, but also `1,000`, which could mean a thousand).
    TooFine,
    /// Farther from zero than [`MAX_VALUE`].
    TooLarge,
}

impl Value {
    /// The value of so many thousandths.
    pub const fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// How many thousandths this is.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// Reads a number of at most two decimals with `.` or `,`, or a half or
    /// quarter as `½`, `1½` or `1/2`; blanks around it do not matter.
    ///
    /// ```
    /// use floret::poker::Value;
    ///
    /// for half in ["½", "1/2", "0.5", "0,5"] {
    ///     assert_eq!(Value::parse(half), Ok(Value::from_thousandths(500)));
    /// }
    /// ```
    ///
    /// # Errors
    /// [`ValueError`] says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        let (sign, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let size = size_of(unsigned)?;
        if size > MAX_VALUE * ONE {
            return Err(ValueError::TooLarge);
        }
        Ok(Self(sign * size))
    }

    /// Writes the value with at most two decimals, rounded half up, trailing
    /// zeros dropped, with the given decimal mark: `5`, `0.5`, `2,67`.
    pub fn format(self, decimal_mark: char) -> String {
        let hundredths = self.0.saturating_add(5).div_euclid(10);
        let sign = if hundredths < 0 { "-" } else { "" };
        let size = hundredths.unsigned_abs();
        let (whole, rest) = (size / 100, size % 100);
        match (rest, rest % 10) {
            (0, _) => format!("{sign}{whole}"),
            (_, 0) => format!("{sign}{whole}{decimal_mark}{}", rest / 10),
            _ => format!("{sign}{whole}{decimal_mark}{rest:02}"),
        }
    }

    /// Whether [`Value::parse`] could have answered this: in range, two decimals at most.
    pub(super) fn is_readable(self) -> bool {
        self.0.unsigned_abs() <= (MAX_VALUE * ONE).unsigned_abs() && self.0 % 10 == 0
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.format('.'))
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotANumber => f.write_str("is not a number"),
            Self::TooFine => f.write_str("has more than 2 decimals"),
            Self::TooLarge => write!(f, "is farther from 0 than {MAX_VALUE}"),
        }
    }
}

impl core::error::Error for ValueError {}

/// Thousandths of an unsigned number.
fn size_of(text: &str) -> Result<i64, ValueError> {
    if let Some((_, size)) = WRITTEN_FRACTIONS.iter().find(|(word, _)| *word == text) {
        return Ok(*size);
    }
    for (sign, size) in FRACTION_SIGNS {
        match text.strip_suffix(sign) {
            Some("") => return Ok(size),
            Some(digits) => return Ok(whole(digits)? + size),
            None => {}
        }
    }
    match text.split_once(['.', ',']) {
        Some(("", digits)) => decimals(digits),
        Some((before, after)) => {
            let size = whole(before)?;
            Ok(size + decimals(after)?)
        }
        None => whole(text),
    }
}

/// Thousandths of whole digits; anything past the limit stays past it.
fn whole(digits: &str) -> Result<i64, ValueError> {
    if !are_digits(digits) {
        return Err(ValueError::NotANumber);
    }
    let n: i64 = digits.parse().map_err(|_| ValueError::TooLarge)?;
    n.checked_mul(ONE)
        .filter(|size| *size <= MAX_VALUE * ONE)
        .ok_or(ValueError::TooLarge)
}

/// Thousandths of the digits after the decimal mark.
fn decimals(digits: &str) -> Result<i64, ValueError> {
    if !are_digits(digits) {
        return Err(ValueError::NotANumber);
    }
    let n: i64 = digits.parse().map_err(|_| ValueError::TooFine)?;
    match digits.len() {
        1 => Ok(n * 100),
        2 => Ok(n * 10),
        _ => Err(ValueError::TooFine),
    }
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{Value, ValueError};
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn numbers_are_read_in_every_form_a_person_writes() {
        let table = [
            ("½", 500),
            ("1/2", 500),
            ("0.5", 500),
            ("0,5", 500),
            (".5", 500),
            ("0.50", 500),
            ("1½", 1_500),
            ("¼", 250),
            ("3/4", 750),
            ("-½", -500),
            ("-3.25", -3_250),
            (" 13 ", 13_000),
            ("007", 7_000),
            ("1000000", 1_000_000_000),
        ];
        for (text, thousandths) in table {
            assert_eq!(Value::parse(text), Ok(Value(thousandths)), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused_with_the_rule() {
        for text in [
            "", " ", "-", ".", "1.", "XS", "1e3", "+1", "--1", "50/50", "1 2", "1.2.3", "x½", "٣",
        ] {
            assert_eq!(Value::parse(text), Err(ValueError::NotANumber), "{text}");
        }
        for text in ["0.125", "1,000", "0.00000000000000000000001"] {
            assert_eq!(Value::parse(text), Err(ValueError::TooFine), "{text}");
        }
        for text in ["1000000.01", "1000001", "99999999999999999999", "-1000000½"] {
            assert_eq!(Value::parse(text), Err(ValueError::TooLarge), "{text}");
        }
    }

    #[test]
    fn two_decimals_at_most_are_written_and_zeros_dropped() {
        let table = [
            (0, "0"),
            (500, "0,5"),
            (5_000, "5"),
            (5_750, "5,75"),
            (2_670, "2,67"),
            (1_050, "1,05"),
            (125, "0,13"),
            (124, "0,12"),
            (995, "1"),
            (-500, "-0,5"),
            (-4, "0"),
            (-125, "-0,12"),
        ];
        for (thousandths, text) in table {
            assert_eq!(Value(thousandths).format(','), text, "{thousandths}");
        }
        assert!(Value(i64::MAX).format('.').starts_with("92233"));
        assert!(Value(i64::MIN).format('.').starts_with("-92233"));
    }
}

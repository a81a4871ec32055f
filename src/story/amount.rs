//! The number an estimate stands for, exact. Knows no cards and no decks.

use std::fmt;

/// Thousandths in one.
const ONE: u32 = 1_000;

/// Largest number that is read, in whole units: far above any estimate.
const MAX_WHOLE: u32 = 1_000_000;

/// Fractions read alone (`½`) or after whole digits (`1½`).
const FRACTIONS: [(&str, u32); 6] = [
    ("½", 500),
    ("1/2", 500),
    ("¼", 250),
    ("1/4", 250),
    ("¾", 750),
    ("3/4", 750),
];

/// A number that is not negative, in thousandths: `½` is 500.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(u32);

impl Amount {
    /// The number of so many thousandths.
    pub const fn from_thousandths(thousandths: u32) -> Self {
        Self(thousandths)
    }

    /// How many thousandths this is.
    pub const fn thousandths(self) -> u32 {
        self.0
    }

    /// Reads a number of at most three decimals with `.` or `,`, or a half or a quarter as
    /// `½`, `1½` or `1/2`; `None` for everything else, `XL` say.
    ///
    /// ```
    /// use floret::story::Amount;
    ///
    /// for half in ["½", "1/2", "0.5", "0,5"] {
    ///     assert_eq!(Amount::parse(half), Some(Amount::from_thousandths(500)));
    /// }
    /// assert_eq!(Amount::parse("XL"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        for (sign, part) in FRACTIONS {
            if text == sign {
                return Some(Self(part));
            }
            // `11/2` is eleven halves to some and one and a half to others.
            if !sign.contains('/')
                && let Some(digits) = text.strip_suffix(sign)
            {
                return Some(Self(whole(digits.trim_end())? + part));
            }
        }
        match text.split_once(['.', ',']) {
            None => whole(text).map(Self),
            Some((digits, decimals)) => Some(Self(whole(digits)? + thousandths(decimals)?)),
        }
    }
}

impl fmt::Display for Amount {
    /// As few decimals as it needs: `5`, `0.5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (digits, rest) = (self.0 / ONE, self.0 % ONE);
        if rest == 0 {
            return write!(f, "{digits}");
        }
        let decimals = format!("{rest:03}");
        write!(f, "{digits}.{}", decimals.trim_end_matches('0'))
    }
}

fn whole(digits: &str) -> Option<u32> {
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let number: u32 = is_number.then(|| digits.parse().ok())??;
    (number <= MAX_WHOLE).then_some(number * ONE)
}

fn thousandths(decimals: &str) -> Option<u32> {
    let is_number =
        (1..=3).contains(&decimals.len()) && decimals.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| format!("{decimals:0<3}").parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::Amount;

    #[test]
    fn an_amount_is_written_as_short_as_it_is_exact() {
        for (read, written) in [("5", "5"), ("13.0", "13"), ("0,25", "0.25"), ("1½", "1.5")] {
            assert_eq!(Amount::parse(read).unwrap().to_string(), written);
        }
    }

    #[test]
    fn what_is_no_plain_number_is_none() {
        for text in [
            "", "XL", "?", "-1", "1.2345", "1e3", "5 points", ".", "2000000", "11/2",
        ] {
            assert_eq!(Amount::parse(text), None, "{text}");
        }
    }
}

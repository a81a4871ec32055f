//! What items and lists are called; which of them are built in. Does not know their words.

use std::fmt;
use std::str::FromStr;

/// One of the four lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListKind {
    /// Agreements that stand from one refinement to the next.
    Standing,
    /// Before the meeting.
    Before,
    /// During it.
    During,
    /// After it.
    After,
}

impl ListKind {
    /// All of them in their order.
    pub const ALL: [Self; 4] = [Self::Standing, Self::Before, Self::During, Self::After];

    /// How many items are built in; they are numbered from 1.
    pub fn n_built_in(self) -> u8 {
        match self {
            Self::Standing => 12,
            Self::Before => 27,
            Self::During => 18,
            Self::After => 11,
        }
    }

    /// The letter before the numbers of its built-in items.
    pub fn letter(self) -> char {
        match self {
            Self::Standing => 'P',
            Self::Before => 'B',
            Self::During => 'D',
            Self::After => 'A',
        }
    }

    /// Its built-in items in their order.
    pub fn built_in(self) -> impl Iterator<Item = ItemName> {
        (1..=self.n_built_in()).map(move |number| ItemName::BuiltIn(self, number))
    }

    /// Which items of this list the program can tick, by number.
    fn with_rules(self) -> &'static [u8] {
        match self {
            Self::Standing => &[2],
            Self::Before => &[1, 2, 3, 4, 5, 7, 12, 14, 17, 18, 19, 20, 21, 22, 23, 24],
            Self::During => &[1, 2, 3, 5, 11, 12, 13, 15, 16, 17, 18],
            Self::After => &[1, 3, 4, 5, 6, 9, 10],
        }
    }
}

/// Names one item, the same in every language, file and link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemName {
    /// Built in: the list it was made for and its number from 1, `B2`. It may have been
    /// moved to another list, and may be of a newer program, which has more of them.
    BuiltIn(ListKind, u8),
    /// Somebody's own: random, `O00c0ffee00c0ffee`.
    Own(u64),
}

/// A text that names no item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAnItem(pub String);

/// The items of the one who takes part rather than of the one who prepares.
const PARTICIPANTS_OWN: std::ops::RangeInclusive<u8> = 25..=27;

impl ItemName {
    /// Whether it is somebody's own.
    pub fn is_own(self) -> bool {
        matches!(self, Self::Own(_))
    }

    /// Whether this program has words for it.
    pub fn is_known(self) -> bool {
        match self {
            Self::BuiltIn(list, number) => number <= list.n_built_in(),
            Self::Own(_) => false,
        }
    }

    /// Whether a fact may tick it.
    pub fn has_rule(self) -> bool {
        match self {
            Self::BuiltIn(list, number) => list.with_rules().contains(&number),
            Self::Own(_) => false,
        }
    }

    /// Whether it is for everybody who takes part, not only for who prepares (B25 to B27).
    pub fn is_participants_own(self) -> bool {
        matches!(self, Self::BuiltIn(ListKind::Before, number) if PARTICIPANTS_OWN.contains(&number))
    }

    /// The list it was made for; one's own have none.
    pub fn home(self) -> Option<ListKind> {
        match self {
            Self::BuiltIn(list, _) => Some(list),
            Self::Own(_) => None,
        }
    }
}

impl fmt::Display for ItemName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn(list, number) => write!(f, "{}{number}", list.letter()),
            Self::Own(id) => write!(f, "O{id:016x}"),
        }
    }
}

impl fmt::Display for NotAnItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no item is called {}", self.0)
    }
}

impl std::error::Error for NotAnItem {}

impl FromStr for ItemName {
    type Err = NotAnItem;

    /// Reads exactly what [`fmt::Display`] writes.
    fn from_str(text: &str) -> Result<Self, NotAnItem> {
        let name = text.strip_prefix('O').map_or_else(
            || {
                let mut letters = text.chars();
                let first = letters.next()?;
                let list = ListKind::ALL
                    .into_iter()
                    .find(|list| list.letter() == first)?;
                let number = letters.as_str().parse().ok().filter(|&number| number > 0)?;
                Some(Self::BuiltIn(list, number))
            },
            |digits| u64::from_str_radix(digits, 16).ok().map(Self::Own),
        );
        name.filter(|name| name.to_string() == text)
            .ok_or_else(|| NotAnItem(text.to_owned()))
    }
}

//! Every word of the page, one file per language; knows no screen and no rule.
//!
//! A missing text does not compile: each language is one constant of [`Words`].
//! `{0}`, `{1}` mark what [`fill`] puts in.

mod de;
mod desk;
mod en;
mod sections;
mod session;

pub use desk::*;
pub use sections::*;
pub use session::*;

/// A language the page speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// German.
    German,
}

impl Language {
    /// The tag for `<html lang>` and for number formats.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }
}

/// One text for exactly one, another for every other number; `{0}` is the number.
#[derive(Clone, Copy, Debug)]
pub struct Plural(pub &'static str, pub &'static str);

impl Plural {
    /// The text for `n`, with the number filled in.
    pub fn of(self, n: usize) -> String {
        fill(if n == 1 { self.0 } else { self.1 }, &[&n.to_string()])
    }
}

/// Puts `values` into the places `{0}`, `{1}`, … of a template.
///
/// A place without a value stays as it is, so a slip is seen and nothing breaks.
///
/// ```
/// assert_eq!(floret::words::fill("{0} of {1} voted", &["2", "5"]), "2 of 5 voted");
/// ```
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let place = after.split_once('}').and_then(|(digits, tail)| {
            let value = values.get(digits.parse::<usize>().ok()?)?;
            Some((*value, tail))
        });
        if let Some((value, tail)) = place {
            text.push_str(value);
            rest = tail;
        } else {
            text.push('{');
            rest = after;
        }
    }
    text.push_str(rest);
    text
}

/// All texts of the page in one language.
#[derive(Debug)]
pub struct Words {
    /// Which language.
    pub language: Language,
    /// Words used on many screens.
    pub common: Common,
    /// The start page.
    pub start: Start,
    /// The name form.
    pub name: Name,
    /// A guest waits.
    pub waiting: Waiting,
    /// A page on its way back.
    pub back: Back,
    /// Known people.
    pub people: People,
    /// A tab that handed on a reply.
    pub handed: Handed,
    /// The way is closed.
    pub stop: Stop,
    /// The table.
    pub table: Table,
    /// People at the table.
    pub seats: Seats,
    /// The round.
    pub round: Round,
    /// The result and the estimate.
    pub result: Outcome,
    /// The invite panel, and what became of replies.
    pub invite: Invite,
    /// Settings of the session.
    pub rules: Rules,
    /// Settings of the person.
    pub settings: Settings,
    /// Keys and secrecy explained.
    pub help: Help,
    /// Short messages.
    pub notice: Notice,
    /// Questions before something is lost.
    pub guard: Guard,
    /// Sentences for screen readers.
    pub announce: Announce,
    /// Headings of files and copied text.
    pub export: Export,
    /// Texts that count.
    pub count: Counts,
    /// Servers of one’s own, rendezvous, and addresses typed by hand.
    pub network: Network,
    /// How this screen is linked to the others.
    pub connection: Connection,
    /// What this network lets browsers do.
    pub probe: Probe,
}

impl Words {
    /// The texts of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &en::WORDS,
            Language::German => &de::WORDS,
        }
    }

    /// Names one after the other: `Ana, Bo and Cy`.
    pub fn names(&self, names: &[String]) -> String {
        match names.split_last() {
            None => String::new(),
            Some((last, [])) => last.clone(),
            Some((last, others)) => fill(self.common.two_names, &[&others.join(", "), last]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_takes_its_values_in_any_order_and_keeps_unknown_places() {
        assert_eq!(fill("{1} before {0}", &["a", "b"]), "b before a");
        assert_eq!(fill("{2} {x} {", &["a"]), "{2} {x} {");
    }

    #[test]
    fn one_vote_and_more_votes_read_differently() {
        let count = &Words::of(Language::English).count;
        assert_eq!(count.votes.of(1), "1 vote");
        assert_eq!(count.votes.of(3), "3 votes");
        assert_eq!(count.votes.of(0), "0 votes");
    }

    #[test]
    fn what_a_button_shows_begins_what_it_is_called() {
        for language in [Language::English, Language::German] {
            let words = MeetingWords::of(language);
            let (say, frame) = (words.notes, words.frame);
            let called = |label: &str| fill(say.of_note, &[label, "x"]);
            let pairs = [
                (say.close, called(say.close)),
                (say.remove, called(say.remove)),
                (frame.edit, fill(words.parts.edit_what, &["x"])),
                (frame.done, fill(words.parts.done_what, &["x"])),
            ];
            for (shown, called) in pairs {
                assert!(
                    called.starts_with(shown) && called.ends_with('x'),
                    "{called}"
                );
            }
        }
    }

    #[test]
    fn names_are_joined_as_they_are_spoken() {
        let words = Words::of(Language::German);
        let names = ["Ana", "Bo", "Cy"].map(String::from);
        assert_eq!(words.names(&names), "Ana, Bo und Cy");
    }
}

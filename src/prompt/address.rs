//! Where a person's own model answers: an address that may be asked, as it is asked.
//!
//! Does not look anything up.

use crate::web::{AddressProblem, Place};

/// Longest address, in characters: real ones stay below 120.
pub const MAX_ADDRESS_CHARS: usize = 300;

/// What every address of the protocol ends with
/// (OpenAI API reference, “Create chat completion”).
const ENDING: &str = "/chat/completions";

/// An address that may be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    url: String,
    host: String,
}

impl Address {
    /// Reads an address as typed and completes it: `…/v1` becomes `…/v1/chat/completions`.
    ///
    /// ```
    /// use floret::prompt::Address;
    /// let address = Address::read("https://api.example.org/v1/").unwrap();
    /// assert_eq!(address.url(), "https://api.example.org/v1/chat/completions");
    /// assert_eq!(address.host(), "api.example.org");
    /// ```
    ///
    /// # Errors
    /// When it is no web address, has a login in it, or asks another computer without TLS.
    pub fn read(typed: &str) -> Result<Self, AddressProblem> {
        let typed = typed.trim();
        if typed.chars().count() > MAX_ADDRESS_CHARS {
            return Err(AddressProblem::NotOne);
        }
        let (place, path) = Place::read(typed)?;
        Ok(Self {
            url: format!("{}{}", place.origin(), completed(path)),
            host: place.host().to_owned(),
        })
    }

    /// The whole address, as it is asked.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Host and port, for the screen.
    pub fn host(&self) -> &str {
        &self.host
    }
}

/// The path with the protocol's ending; a query stays behind it.
fn completed(path: &str) -> String {
    let (path, query) = match path.split_once('?') {
        Some((path, query)) => (path, format!("?{query}")),
        None => (path, String::new()),
    };
    let path = path.trim_end_matches('/');
    if path.ends_with(ENDING) {
        return format!("{path}{query}");
    }
    let path = if path.is_empty() { "/v1" } else { path };
    format!("{path}{ENDING}{query}")
}

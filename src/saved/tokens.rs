//! The person's own tokens of trackers, as kept; in no backup.

use serde::{Deserialize, Serialize};

use super::{Kept, Password, VERSION, read};

/// Key of the tokens of trackers.
pub const TOKENS_KEY: &str = "floret.tokens";

/// What may be written back, and with which tokens. Texts are checked by whoever uses them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptTokens {
    version: u32,
    /// Trackers may be written to.
    pub is_on: bool,
    /// The estimate goes there, too.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub sends_estimate: bool,
    /// One for each host.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tokens: Vec<KeptToken>,
}

/// What one host lets in with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptToken {
    /// Host, and the port unless it is the usual one.
    pub host: String,
    /// The token.
    pub token: Password,
}

impl Default for KeptTokens {
    fn default() -> Self {
        Self {
            version: VERSION,
            is_on: false,
            sends_estimate: false,
            tokens: Vec::new(),
        }
    }
}

/// Reads the tokens of trackers.
pub fn read_tokens(text: &str) -> Kept<KeptTokens> {
    read(text)
}

/// Writes the tokens of trackers.
pub fn write_tokens(tokens: &KeptTokens) -> String {
    serde_json::to_string(tokens).unwrap_or_default()
}

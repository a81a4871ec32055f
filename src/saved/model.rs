//! The person's own language model and confidential words, as kept; in no backup.

use serde::{Deserialize, Serialize};

use super::{Kept, Password, VERSION, read};

/// Key of the settings of the language model.
pub const MODEL_KEY: &str = "floret.model";

/// Settings of the language model. Texts are checked by whoever uses them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptModel {
    version: u32,
    /// The address may be asked.
    pub is_on: bool,
    /// Where it answers; empty: nowhere yet.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// What it lets in with; empty: nothing.
    #[serde(skip_serializing_if = "Password::is_empty")]
    pub key: Password,
    /// The model's name there; empty: the one it has.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub model: String,
    /// Words that must not leave this browser, one a line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub confidential: String,
}

impl Default for KeptModel {
    fn default() -> Self {
        Self {
            version: VERSION,
            is_on: false,
            address: String::new(),
            key: Password::default(),
            model: String::new(),
            confidential: String::new(),
        }
    }
}

/// Reads the settings of the language model.
pub fn read_model(text: &str) -> Kept<KeptModel> {
    read(text)
}

/// Writes the settings of the language model.
pub fn write_model(model: &KeptModel) -> String {
    serde_json::to_string(model).unwrap_or_default()
}

//! The person's own model and confidential words.

use crate::prompt::{Address, Mask};
use crate::saved::{Kept, KeptModel, MODEL_KEY, Password, read_model, write_model};

use crate::desk::stage::Desk;
use crate::desk::view::{ModelSettingsView, SettingsProblem};

/// Longest key and longest name of a model, in characters.
const MAX_SHORT_CHARS: usize = 400;

/// Longest list of confidential words, in characters.
const MAX_LIST_CHARS: usize = 20_000;

/// Settings as they are in force.
#[derive(Debug, Default)]
pub(super) struct Settings {
    kept: KeptModel,
    /// What is kept cannot be read, and is not overwritten.
    is_unreadable: bool,
    problem: Option<SettingsProblem>,
    n_saved: u32,
}

impl Settings {
    /// Where the person's own model answers, if it may be asked.
    pub(super) fn address(&self) -> Option<Address> {
        let address = Address::read(&self.kept.address).ok();
        address.filter(|_| self.kept.is_on)
    }

    pub(super) fn key(&self) -> &Password {
        &self.kept.key
    }

    pub(super) fn model(&self) -> &str {
        &self.kept.model
    }

    pub(super) fn mask(&self) -> Mask {
        Mask::of_list(&self.kept.confidential)
    }

    pub(super) fn view(&self) -> ModelSettingsView {
        ModelSettingsView {
            is_on: self.kept.is_on,
            address: self.kept.address.clone(),
            key: self.kept.key.clone(),
            model: self.kept.model.clone(),
            confidential: self.kept.confidential.clone(),
            problem: self.problem,
            n_saved: self.n_saved,
            is_unreadable: self.is_unreadable,
        }
    }
}

impl Desk {
    /// Reads what was kept, or what another tab has just kept.
    pub(in crate::desk) fn read_model_settings(&mut self) {
        let read = self.shelf.text(MODEL_KEY).map(read_model);
        let mut settings = Settings::default();
        match read {
            Some(Kept::Fine(kept)) => settings.kept = kept,
            Some(Kept::Damaged) => {
                settings.is_unreadable = true;
                self.shelf.set_aside(MODEL_KEY, false);
            }
            Some(Kept::Newer) => {
                settings.is_unreadable = true;
                self.shelf.set_aside(MODEL_KEY, true);
            }
            None => {}
        }
        self.assistant.settings = settings;
        self.assistant.forget_question();
    }

    pub(super) fn switch_model(&mut self, is_on: bool) {
        self.assistant.settings.kept.is_on = is_on;
        self.keep_model();
    }

    pub(super) fn set_model(
        &mut self,
        address: &str,
        key: &Password,
        model: &str,
        confidential: &str,
    ) {
        let settings = &mut self.assistant.settings;
        let (address, key) = (address.trim(), key.0.trim());
        let is_key = |c: char| c.is_ascii_graphic();
        let wrong = Address::read(address).err().filter(|_| !address.is_empty());
        settings.problem = match wrong {
            Some(problem) => Some(SettingsProblem::Address(problem)),
            None if !key.chars().all(is_key) => Some(SettingsProblem::Key),
            None => None,
        };
        // Confidential words count even where something else is wrong.
        settings.kept.confidential = short(confidential, MAX_LIST_CHARS);
        if settings.problem.is_none() {
            address.clone_into(&mut settings.kept.address);
            settings.kept.key = Password(short(key, MAX_SHORT_CHARS));
            settings.kept.model = short(model.trim(), MAX_SHORT_CHARS);
            settings.n_saved = settings.n_saved.wrapping_add(1);
        }
        self.keep_model();
    }

    fn keep_model(&mut self) {
        // What is shown was made with the old words and for the old address.
        self.assistant.forget_question();
        let text = write_model(&self.assistant.settings.kept);
        self.shelf.keep(MODEL_KEY, text);
    }
}

fn short(text: &str, max_chars: usize) -> String {
    text.chars().take(max_chars).collect()
}

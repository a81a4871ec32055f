//! What the desk is told when it opens.

use crate::words::Language;

use super::page::DeskPage;

/// The first thing told.
#[derive(Clone, Debug)]
pub struct DeskBoot {
    /// Where to begin.
    pub page: DeskPage,
    /// Language of the page.
    pub language: Language,
    /// Every kept value of ours, by key.
    pub kept: Vec<(String, String)>,
    /// The browser refuses storage (private mode).
    pub storage_blocked: bool,
    /// The page's address without fragment, for links.
    pub base: String,
    /// What this browser offers.
    pub abilities: Abilities,
}

/// What this browser offers; what is absent is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Abilities {
    /// A system share sheet.
    pub can_share: bool,
    /// Speech becomes text.
    pub has_dictation: bool,
    /// A language model is built into the browser.
    pub has_model: bool,
}

//! The person's own settings, as they are seen.

use super::{DeckLine, IceProblem, Language, RendezvousView, Theme, TurnView};

/// The person's own settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsView {
    /// Chosen language; `None` follows the browser.
    pub language: Option<Language>,
    /// Chosen colours.
    pub theme: Theme,
    /// Single keys act (1…9, V, R, N, P, T).
    pub single_keys: bool,
    /// The name remembered in this browser.
    pub name: String,
    /// Servers that help browsers find each other.
    pub ice: IceView,
    /// Own list as typed, one address a line.
    pub own_servers: String,
    /// A line of the own list that cannot be used.
    pub ice_problem: Option<IceProblem>,
    /// This browser's own TURN server.
    pub turn: TurnView,
    /// Meeting at trackers.
    pub rendezvous: RendezvousView,
    /// Host names of the two public servers.
    pub public_servers: Vec<String>,
    /// Names of known people, the one seen last first.
    pub people: Vec<String>,
    /// Custom decks kept here.
    pub decks: Vec<DeckLine>,
    /// State of the storage.
    pub storage: StorageView,
}

/// Which servers help browsers find each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IceView {
    /// Two public STUN servers.
    Public,
    /// None: only people on this network.
    LanOnly,
    /// An own list.
    Own,
}

/// State of the browser's storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageView {
    /// All is kept.
    Fine,
    /// Nothing more fits.
    Full,
    /// The browser refuses.
    Blocked,
    /// A kept value is damaged and was set aside.
    Damaged,
    /// A kept value is of a newer Floret.
    Newer,
}

//! Which trackers may be written to, and with which tokens.

use crate::desk::stage::Desk;
use crate::desk::view::{TokenProblem, TokensView};
use crate::exchange::tracker_host;
use crate::saved::{Kept, KeptToken, KeptTokens, Password, TOKENS_KEY, read_tokens, write_tokens};

/// Longest token, in characters: real ones stay below 300.
const MAX_TOKEN_CHARS: usize = 1_000;

/// Hosts with a token; nobody works with more trackers.
const MAX_TOKENS: usize = 20;

/// Settings as they are in force.
#[derive(Debug, Default)]
pub(super) struct Settings {
    kept: KeptTokens,
    /// What is kept cannot be read, and is not overwritten.
    is_unreadable: bool,
    problem: Option<TokenProblem>,
    n_saved: u32,
}

impl Settings {
    /// What this host lets in with, if it may be written to.
    pub(super) fn token(&self, host: &str) -> Option<&Password> {
        let mut tokens = self.kept.tokens.iter();
        let token = tokens.find(|one| one.host == host);
        token.filter(|_| self.kept.is_on).map(|one| &one.token)
    }

    pub(super) fn sends_estimate(&self) -> bool {
        self.kept.sends_estimate
    }

    pub(super) fn view(&self) -> TokensView {
        let hosts = self.kept.tokens.iter().map(|one| one.host.clone());
        TokensView {
            is_on: self.kept.is_on,
            sends_estimate: self.kept.sends_estimate,
            hosts: hosts.collect(),
            problem: self.problem,
            n_saved: self.n_saved,
            is_unreadable: self.is_unreadable,
        }
    }

    /// Takes a token for a host, in the place of the one before.
    fn take(&mut self, host: &str, token: &str) -> Result<(), TokenProblem> {
        let host = tracker_host(host).map_err(TokenProblem::Host)?;
        let is_token = !token.is_empty() && token.chars().all(|c| c.is_ascii_graphic());
        if !is_token || token.len() > MAX_TOKEN_CHARS {
            return Err(TokenProblem::Token);
        }
        let tokens = &mut self.kept.tokens;
        let token = Password(token.to_owned());
        if let Some(known) = tokens.iter_mut().find(|one| one.host == host) {
            known.token = token;
        } else if tokens.len() < MAX_TOKENS {
            tokens.push(KeptToken { host, token });
        } else {
            return Err(TokenProblem::TooMany(MAX_TOKENS));
        }
        Ok(())
    }
}

impl Desk {
    /// Reads what was kept, or what another tab has just kept.
    pub(in crate::desk) fn read_tokens(&mut self) {
        let read = self.shelf.text(TOKENS_KEY).map(read_tokens);
        let mut settings = Settings::default();
        match read {
            Some(Kept::Fine(kept)) => settings.kept = kept,
            Some(Kept::Damaged) => {
                settings.is_unreadable = true;
                self.shelf.set_aside(TOKENS_KEY, false);
            }
            Some(Kept::Newer) => {
                settings.is_unreadable = true;
                self.shelf.set_aside(TOKENS_KEY, true);
            }
            None => {}
        }
        self.tickets.settings = settings;
        self.tickets.forget_shown();
    }

    pub(super) fn switch_trackers(&mut self, is_on: bool) {
        self.tickets.settings.kept.is_on = is_on;
        self.keep_tokens();
    }

    pub(super) fn switch_estimate(&mut self, is_on: bool) {
        self.tickets.settings.kept.sends_estimate = is_on;
        self.keep_tokens();
    }

    pub(super) fn set_token(&mut self, host: &str, token: &Password) {
        let settings = &mut self.tickets.settings;
        settings.problem = settings.take(host, token.0.trim()).err();
        if settings.problem.is_none() {
            settings.n_saved = settings.n_saved.wrapping_add(1);
            self.keep_tokens();
        }
    }

    /// A secret that is to be forgotten is not kept for an undo.
    pub(super) fn forget_token(&mut self, host: &str) {
        let settings = &mut self.tickets.settings;
        settings.kept.tokens.retain(|one| one.host != host);
        settings.problem = None;
        settings.n_saved = 0;
        self.keep_tokens();
    }

    fn keep_tokens(&mut self) {
        // What is shown may go nowhere now, or go with an estimate.
        self.tickets.forget_shown();
        let text = write_tokens(&self.tickets.settings.kept);
        self.shelf.keep(TOKENS_KEY, text);
    }
}

//! Servers that help browsers find each other: what an invite names, and this browser's
//! own TURN server, whose credentials never travel.

use core::fmt;

use crate::wire::IceSettings;
use crate::wire::ice::{MAX_SERVERS, is_server_url};

use super::prefs::Prefs;
use super::view::{IceProblem, IceView, TurnProblem};

/// Asked by default so that people outside one network find each other; named in
/// Settings and on the invite panel.
pub(super) const PUBLIC_STUN: [&str; 2] = [
    "stun:stun.l.google.com:19302",
    "stun:stun.cloudflare.com:3478",
];

/// A STUN or TURN server, as a connection is given it.
#[derive(Clone, PartialEq, Eq)]
pub struct IceServer {
    /// `stun:`, `stuns:`, `turn:` or `turns:` address (RFC 7064, RFC 7065).
    pub url: String,
    /// TURN only.
    pub user: Option<String>,
    /// TURN only.
    pub password: Option<String>,
}

impl IceServer {
    /// A server that asks for no credentials.
    pub fn plain(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            user: None,
            password: None,
        }
    }

    /// Relays for those who have its credentials.
    pub(super) fn is_turn(&self) -> bool {
        is_turn(&self.url)
    }
}

impl fmt::Debug for IceServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IceServer")
            .field("url", &self.url)
            .field("user", &self.user)
            .field("password", &self.password.as_ref().map(|_| "<redacted>"))
            .finish()
    }
}

/// The servers of one's own connections: the setting that travels in an invite, and the
/// TURN server that does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ice {
    /// What both sides use.
    pub(super) settings: IceSettings,
    /// What only this browser uses.
    pub(super) turn: Option<IceServer>,
}

impl Ice {
    /// What a connection is given. A TURN address without credentials is left out:
    /// browsers refuse the whole connection for one.
    pub(super) fn servers(&self) -> Vec<IceServer> {
        let named = urls(&self.settings)
            .into_iter()
            .filter(|url| !is_turn(url))
            .map(IceServer::plain);
        named.chain(self.turn.clone()).collect()
    }
}

/// The addresses behind a setting.
pub(super) fn urls(ice: &IceSettings) -> Vec<String> {
    match ice {
        IceSettings::LanOnly => Vec::new(),
        IceSettings::PublicStun => PUBLIC_STUN.iter().map(|url| (*url).to_owned()).collect(),
        IceSettings::Own(urls) => urls.clone(),
    }
}

fn is_turn(url: &str) -> bool {
    url.starts_with("turn:") || url.starts_with("turns:")
}

impl Prefs {
    pub(super) fn ice_view(&self) -> IceView {
        match self.settings.ice.as_str() {
            "lan" => IceView::LanOnly,
            "own" => IceView::Own,
            _default => IceView::Public,
        }
    }

    /// Servers of a new table's connections.
    pub(super) fn ice(&self) -> Ice {
        self.ice_with(self.ice_settings())
    }

    /// Servers of connections to a table whose invite says `settings`.
    pub(super) fn ice_with(&self, settings: IceSettings) -> Ice {
        let turn = self.turn();
        Ice { settings, turn }
    }

    /// An own list without a good line means this network only.
    fn ice_settings(&self) -> IceSettings {
        match self.ice_view() {
            IceView::LanOnly => IceSettings::LanOnly,
            IceView::Public => IceSettings::PublicStun,
            IceView::Own => {
                let urls: Vec<_> = self
                    .own_lines()
                    .filter(|line| is_server_url(line) && !is_turn(line))
                    .take(MAX_SERVERS)
                    .map(str::to_owned)
                    .collect();
                if urls.is_empty() {
                    IceSettings::LanOnly
                } else {
                    IceSettings::Own(urls)
                }
            }
        }
    }

    /// The first line of the own list that cannot be used.
    pub(super) fn ice_problem(&self) -> Option<IceProblem> {
        if self.ice_view() != IceView::Own {
            return None;
        }
        self.own_lines().find_map(|line| {
            if !is_server_url(line) {
                Some(IceProblem::NoAddress(line.to_owned()))
            } else if is_turn(line) {
                Some(IceProblem::IsTurn(line.to_owned()))
            } else {
                None
            }
        })
    }

    fn own_lines(&self) -> impl Iterator<Item = &str> {
        self.settings
            .own_servers
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
    }

    /// This browser's own TURN server, if it can be used.
    pub(super) fn turn(&self) -> Option<IceServer> {
        let settings = &self.settings;
        let is_good = !settings.turn_url.is_empty() && self.turn_problem().is_none();
        is_good.then(|| IceServer {
            url: settings.turn_url.clone(),
            user: Some(settings.turn_user.clone()),
            password: Some(settings.turn_password.0.clone()),
        })
    }

    /// Why the TURN server that was given cannot be used.
    pub(super) fn turn_problem(&self) -> Option<TurnProblem> {
        let settings = &self.settings;
        let url = &settings.turn_url;
        if url.is_empty() {
            None
        } else if !(is_turn(url) && is_server_url(url)) {
            Some(TurnProblem::NoAddress(url.clone()))
        } else if settings.turn_user.is_empty() || settings.turn_password.0.is_empty() {
            Some(TurnProblem::NoCredentials)
        } else {
            None
        }
    }
}

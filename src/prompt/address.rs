//! Where a person's own model answers: an address that may be asked, as it is asked.
//!
//! Does not look anything up; the browser's own rules come on top.

/// Longest address, in characters: real ones stay below 120.
pub const MAX_ADDRESS_CHARS: usize = 300;

/// What every address of the protocol ends with
/// (OpenAI API reference, “Create chat completion”).
const ENDING: &str = "/chat/completions";

/// Hosts that are this very computer, and so may be asked without TLS.
const LOCAL: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// An address that may be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    url: String,
    host: String,
}

/// Why an address may not be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressProblem {
    /// It is no web address.
    NotOne,
    /// Other computers are asked over https only.
    NotSecret,
    /// A name or password stands in it; keys have a box of their own.
    HasLogin,
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
        let is_lawful = |c: char| !(c.is_control() || c.is_whitespace() || "\\<>\"#".contains(c));
        if typed.chars().count() > MAX_ADDRESS_CHARS || !typed.chars().all(is_lawful) {
            return Err(AddressProblem::NotOne);
        }
        let (scheme, rest) = match typed.split_once("://") {
            Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
            None => (String::from(usual_scheme(typed)), typed),
        };
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (place, path) = rest.split_at_checked(end).ok_or(AddressProblem::NotOne)?;
        if place.contains('@') {
            return Err(AddressProblem::HasLogin);
        }
        let host = host_of(place).ok_or(AddressProblem::NotOne)?;
        match scheme.as_str() {
            "https" => {}
            "http" if is_local(host) => {}
            "http" => return Err(AddressProblem::NotSecret),
            _other => return Err(AddressProblem::NotOne),
        }
        Ok(Self {
            url: format!("{scheme}://{place}{}", completed(path)),
            host: place.to_owned(),
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

fn usual_scheme(typed: &str) -> &'static str {
    let end = typed.find(['/', '?']).unwrap_or(typed.len());
    let place = typed.get(..end).unwrap_or_default();
    if host_of(place).is_some_and(is_local) {
        "http"
    } else {
        "https"
    }
}

fn is_local(host: &str) -> bool {
    LOCAL.iter().any(|local| host.eq_ignore_ascii_case(local))
}

/// The host of `host` or `host:port`; `None` if it is neither.
fn host_of(place: &str) -> Option<&str> {
    if let Some(inner) = place.strip_prefix('[') {
        let (address, port) = inner.split_once(']')?;
        let is_address = address.chars().all(|c| c.is_ascii_hexdigit() || c == ':');
        let is_good = is_address && address.contains(':') && is_port(port);
        return is_good.then(|| place.get(..address.len() + 2)).flatten();
    }
    let end = place.find(':').unwrap_or(place.len());
    let (host, port) = place.split_at_checked(end)?;
    let is_name = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_alphanumeric() || "-_".contains(c))
    };
    let is_host = host
        .strip_suffix('.')
        .unwrap_or(host)
        .split('.')
        .all(is_name);
    (is_host && is_port(port)).then_some(host)
}

/// Nothing, or `:1` to `:65535`.
fn is_port(port: &str) -> bool {
    match port.strip_prefix(':') {
        Some(digits) => {
            let is_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
            is_digits && digits.parse::<u16>().is_ok_and(|port| port > 0)
        }
        None => port.is_empty(),
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

//! Addresses of the web that a page may send something secret to, as a person types them.
//!
//! Does not look anything up; the browser's own rules come on top.

/// Hosts that are this very computer, and so may be asked without TLS.
const LOCAL: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// Who answers: scheme, host and port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    is_secret: bool,
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

impl Place {
    /// Reads the place of an address, and what is behind it: nothing, or a path or query.
    /// Without a scheme it is https, and http for this very computer.
    ///
    /// ```
    /// use floret::web::Place;
    /// let (place, path) = Place::read("GitHub.com/o/r").unwrap();
    /// assert_eq!((place.origin().as_str(), path), ("https://github.com", "/o/r"));
    /// ```
    ///
    /// # Errors
    /// When it is no web address, has a login in it, or is another computer without TLS.
    pub fn read(address: &str) -> Result<(Self, &str), AddressProblem> {
        let is_lawful = |c: char| !(c.is_control() || c.is_whitespace() || "\\<>\"#".contains(c));
        if !address.chars().all(is_lawful) {
            return Err(AddressProblem::NotOne);
        }
        let (scheme, rest) = match address.split_once("://") {
            Some((scheme, rest)) => (Some(scheme.to_ascii_lowercase()), rest),
            None => (None, address),
        };
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (place, path) = rest.split_at_checked(end).ok_or(AddressProblem::NotOne)?;
        if place.contains('@') {
            return Err(AddressProblem::HasLogin);
        }
        let is_local = is_local(host_of(place).ok_or(AddressProblem::NotOne)?);
        let is_secret = match scheme.as_deref() {
            Some("https") => true,
            Some("http") if is_local => false,
            Some("http") => return Err(AddressProblem::NotSecret),
            Some(_) => return Err(AddressProblem::NotOne),
            None => !is_local,
        };
        let place = place.to_ascii_lowercase();
        let usual = if is_secret { ":443" } else { ":80" };
        let host = place.strip_suffix(usual).unwrap_or(&place).to_owned();
        Ok((Self { is_secret, host }, path))
    }

    /// Host, and the port unless it is the usual one.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Scheme, host and port, without a slash behind them.
    pub fn origin(&self) -> String {
        let scheme = if self.is_secret { "https" } else { "http" };
        format!("{scheme}://{}", self.host)
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

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn one_place_is_written_in_one_way() {
        for typed in [
            "https://GitHub.com:443/x",
            "github.com/x",
            "HTTPS://github.com/x",
        ] {
            let (place, path) = Place::read(typed).unwrap();
            assert_eq!(
                (place.origin().as_str(), path),
                ("https://github.com", "/x")
            );
        }
        let (place, _) = Place::read("http://localhost:80").unwrap();
        assert_eq!(place.origin(), "http://localhost");
        let (place, _) = Place::read("https://git.example:8443?x").unwrap();
        assert_eq!(place.host(), "git.example:8443");
    }
}

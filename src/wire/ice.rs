//! Which servers help two browsers find each other, as the invite says it
//! (`docs/wire.md` §6). No credentials: those never travel in a link.

use core::net::Ipv6Addr;

use super::bytes::Reader;
use super::code::EncodeError;

/// Most servers of an own list: browsers slow down and warn beyond five.
pub const MAX_SERVERS: usize = 6;
/// Longest address of a server in bytes; a host name has 253 at most, real
/// ones far fewer, and the link must stay short.
pub const MAX_URL_BYTES: usize = 128;

/// Which servers both sides use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IceSettings {
    /// None: people on one network.
    LanOnly,
    /// The public STUN servers that the settings name.
    PublicStun,
    /// `stun:`, `stuns:`, `turn:` and `turns:` addresses, 1 to 6, 128 bytes
    /// each at most (RFC 7064, RFC 7065).
    Own(Vec<String>),
}

impl IceSettings {
    pub(super) fn write(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        match self {
            Self::LanOnly => out.push(0),
            Self::PublicStun => out.push(1),
            Self::Own(urls) => {
                if urls.is_empty() || urls.len() > MAX_SERVERS {
                    return Err(EncodeError::ServerCount {
                        n_servers: urls.len(),
                    });
                }
                out.extend([2, u8::try_from(urls.len()).unwrap_or(u8::MAX)]);
                for url in urls {
                    let n = u8::try_from(url.len()).ok().filter(|_| is_server_url(url));
                    out.push(n.ok_or_else(|| EncodeError::Server { url: url.clone() })?);
                    out.extend_from_slice(url.as_bytes());
                }
            }
        }
        Ok(())
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        match reader.u8()? {
            0 => Some(Self::LanOnly),
            1 => Some(Self::PublicStun),
            2 => {
                let n = usize::from(reader.u8()?);
                if n == 0 || n > MAX_SERVERS {
                    return None;
                }
                let mut urls = Vec::with_capacity(n);
                for _ in 0..n {
                    urls.push(reader.short_text().filter(|url| is_server_url(url))?);
                }
                Some(Self::Own(urls))
            }
            _ => None,
        }
    }
}

/// Whether a text is `scheme:host[:port][?transport=udp|tcp]` with one of the
/// four schemes, the last part for TURN only.
///
/// ```
/// use floret::wire::ice::is_server_url;
/// assert!(is_server_url("turn:turn.example.org:3478?transport=tcp"));
/// assert!(!is_server_url("stun:user@example.org"));
/// ```
pub fn is_server_url(url: &str) -> bool {
    if url.len() > MAX_URL_BYTES {
        return false;
    }
    let Some((scheme, rest)) = url.split_once(':') else {
        return false;
    };
    let turn = matches!(scheme, "turn" | "turns");
    let (place, query) = rest
        .split_once('?')
        .map_or((rest, None), |(p, q)| (p, Some(q)));
    let query_fits =
        query.is_none_or(|query| turn && matches!(query, "transport=udp" | "transport=tcp"));
    (turn || matches!(scheme, "stun" | "stuns")) && query_fits && is_place(place)
}

/// Whether a text is `host[:port]`: a name, IPv4, or IPv6 in brackets.
pub(super) fn is_place(place: &str) -> bool {
    let port_fits = |port: &str| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|n| n > 0)
    };
    if let Some((host, tail)) = place
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
    {
        let tail_fits = tail.is_empty() || tail.strip_prefix(':').is_some_and(port_fits);
        return tail_fits && host.parse::<Ipv6Addr>().is_ok();
    }
    let (host, port) = place
        .split_once(':')
        .map_or((place, None), |(h, p)| (h, Some(p)));
    let lawful = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    !host.is_empty() && host.bytes().all(lawful) && port.is_none_or(port_fits)
}

#[cfg(test)]
mod tests {
    use super::is_server_url;

    #[test]
    fn addresses_of_servers_are_recognised() {
        for good in [
            "stun:stun.example.org",
            "stuns:10.0.0.1:5349",
            "turn:[2001:db8::1]:3478",
            "turns:turn.example.org?transport=tcp",
        ] {
            assert!(is_server_url(good), "{good}");
        }
        for bad in [
            "",
            "stun:",
            "stun",
            "http://example.org",
            "stun:a b",
            "stun:a:0",
            "stun:a:99999",
            "stun:a?transport=udp",
            "turn:a?transport=sctp",
            "turn:u@a",
            "stun:[1.2.3.4]",
            "stun:a:+1",
            "stun:a\r\nb",
            "STUN:a",
        ] {
            assert!(!is_server_url(bad), "{bad}");
        }
    }
}

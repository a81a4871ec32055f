//! Where guests and host meet without a reply, as the invite says it
//! (`docs/wire.md` §6): trackers, spoken to over WebSocket.

use super::bytes::Reader;
use super::code::EncodeError;
use super::ice::is_place;

/// Most trackers of one table: one that works is enough, two meet where one is
/// down; each costs the link its address.
pub const MAX_TRACKERS: usize = 4;
/// Longest address in bytes; real ones stay below 50, and the link must stay short.
pub const MAX_URL_BYTES: usize = 128;

/// Appends 1 to 4 addresses.
pub(super) fn write(urls: &[String], out: &mut Vec<u8>) -> Result<(), EncodeError> {
    let n_trackers = urls.len();
    if n_trackers == 0 || n_trackers > MAX_TRACKERS {
        return Err(EncodeError::TrackerCount { n_trackers });
    }
    out.push(u8::try_from(n_trackers).unwrap_or(u8::MAX));
    for url in urls {
        let n = u8::try_from(url.len()).ok().filter(|_| is_tracker_url(url));
        out.push(n.ok_or_else(|| EncodeError::Tracker { url: url.clone() })?);
        out.extend_from_slice(url.as_bytes());
    }
    Ok(())
}

pub(super) fn read(reader: &mut Reader<'_>) -> Option<Vec<String>> {
    let n = usize::from(reader.u8()?);
    if n == 0 || n > MAX_TRACKERS {
        return None;
    }
    let mut urls = Vec::with_capacity(n);
    for _ in 0..n {
        urls.push(reader.short_text().filter(|url| is_tracker_url(url))?);
    }
    Some(urls)
}

/// Whether a text is `wss://host[:port]` or `ws://host[:port]`, with a path or a
/// query if need be; no user names, no fragment.
///
/// ```
/// use floret::wire::trackers::is_tracker_url;
/// assert!(is_tracker_url("wss://tracker.example.org:7073/announce"));
/// assert!(!is_tracker_url("https://tracker.example.org"));
/// ```
pub fn is_tracker_url(url: &str) -> bool {
    if url.len() > MAX_URL_BYTES {
        return false;
    }
    let Some(rest) = ["wss://", "ws://"]
        .iter()
        .find_map(|scheme| url.strip_prefix(scheme))
    else {
        return false;
    };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let Some((place, path)) = rest.split_at_checked(end) else {
        return false;
    };
    let lawful = |byte: u8| byte.is_ascii_alphanumeric() || b"/._~-?=&%+:,@!".contains(&byte);
    is_place(place) && path.bytes().all(lawful)
}

#[cfg(test)]
mod tests {
    use super::is_tracker_url;

    #[test]
    fn addresses_of_trackers_are_recognised() {
        for good in [
            "wss://tracker.example.org",
            "ws://127.0.0.1:8000",
            "ws://[::1]:8000/",
            "wss://relay.example.org/announce?room=a-b",
        ] {
            assert!(is_tracker_url(good), "{good}");
        }
        let long = format!("wss://{}.org", "a".repeat(120));
        for bad in [
            "",
            "wss://",
            "wss:///announce",
            "http://tracker.example.org",
            "udp://tracker.example.org:80",
            "wss://a:0",
            "wss://a:99999",
            "wss://user@a",
            "wss://a/#b",
            "wss://a/b c",
            "wss://a\r\n",
            "WSS://a",
            &long,
        ] {
            assert!(!is_tracker_url(bad), "{bad}");
        }
    }
}

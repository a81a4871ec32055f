//! Which ticket the address of a story is.

use crate::web::Place;

use super::{Ticket, Tracker};

/// Longest address that is looked at, in bytes.
const MAX_LINK_BYTES: usize = 2_000;

/// What stands between project and ticket at GitLab.
const SEPARATOR: &str = "-";

impl Ticket {
    /// Reads the address of an issue: `https://github.com/o/r/issues/7`, the same on a host
    /// of GitHub Enterprise, `https://gitlab.com/g/sub/p/-/issues/7` on any host. Anything
    /// else, pull and merge requests among it, is `None`.
    ///
    /// ```
    /// use floret::exchange::Ticket;
    /// let ticket = Ticket::of_link("https://gitlab.com/g/sub/p/-/issues/7").unwrap();
    /// assert_eq!((ticket.host(), ticket.name().as_str()), ("gitlab.com", "g/sub/p#7"));
    /// ```
    pub fn of_link(link: &str) -> Option<Self> {
        let link = link.trim();
        let is_web = link.contains("://") && link.len() <= MAX_LINK_BYTES;
        let link = link.split('#').next().filter(|_| is_web)?;
        let (place, path) = Place::read(link).ok()?;
        let path = path.split('?').next()?.strip_prefix('/')?;
        let path = path.strip_suffix('/').unwrap_or(path);
        let (rest, number) = path.rsplit_once('/')?;
        let number = number_of(number)?;
        let (project, sort) = rest.rsplit_once('/')?;
        let is_issue = sort == "issues";
        let (tracker, project) = match project.strip_suffix("/-") {
            Some(project) if is_issue || sort == "work_items" => (Tracker::GitLab, project),
            None if is_issue && is_gitlab(place.host()) => (Tracker::GitLab, project),
            None if is_issue => (Tracker::GitHub, project),
            Some(_) | None => return None,
        };
        let n_parts = project.split('/').count();
        let is_known = match tracker {
            Tracker::GitHub => n_parts == 2,
            Tracker::GitLab => n_parts >= 2,
        };
        let is_good = is_known && project.split('/').all(is_name);
        is_good.then(|| Self {
            tracker,
            place,
            project: project.to_owned(),
            number,
        })
    }
}

/// GitLab's addresses of long ago have no `-` before the ticket.
fn is_gitlab(host: &str) -> bool {
    host == "gitlab.com" || host.starts_with("gitlab.")
}

fn number_of(text: &str) -> Option<u64> {
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|_| is_digits)?;
    (number > 0).then_some(number)
}

/// Names of owners, repositories, groups and projects; none of them leads elsewhere.
fn is_name(part: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    part.chars().all(is_letter) && !["", ".", "..", SEPARATOR].contains(&part)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_ticket_is_known_by_its_address() {
        for (link, tracker, host, name) in [
            (
                "https://github.com/o/r/issues/7",
                Tracker::GitHub,
                "github.com",
                "o/r#7",
            ),
            (
                "https://www.github.com/o/r.js/issues/7/",
                Tracker::GitHub,
                "github.com",
                "o/r.js#7",
            ),
            (
                " https://GitHub.com/o/r/issues/7?x=1#c-2 ",
                Tracker::GitHub,
                "github.com",
                "o/r#7",
            ),
            (
                "https://git.firm.example:8443/o/r/issues/70",
                Tracker::GitHub,
                "git.firm.example:8443",
                "o/r#70",
            ),
            (
                "https://gitlab.com/g/p/-/issues/7",
                Tracker::GitLab,
                "gitlab.com",
                "g/p#7",
            ),
            (
                "https://gitlab.com/g/sub/p/-/issues/7#note_1",
                Tracker::GitLab,
                "gitlab.com",
                "g/sub/p#7",
            ),
            (
                "https://gitlab.com/g/p/-/work_items/7",
                Tracker::GitLab,
                "gitlab.com",
                "g/p#7",
            ),
            (
                "https://gitlab.com/g/p/issues/7",
                Tracker::GitLab,
                "gitlab.com",
                "g/p#7",
            ),
            (
                "https://gitlab.firm.example/g/s/p/issues/7",
                Tracker::GitLab,
                "gitlab.firm.example",
                "g/s/p#7",
            ),
            (
                "https://code.firm.example/a/b/c/d/-/issues/7",
                Tracker::GitLab,
                "code.firm.example",
                "a/b/c/d#7",
            ),
            (
                "http://127.0.0.1:8000/o/r/issues/7",
                Tracker::GitHub,
                "127.0.0.1:8000",
                "o/r#7",
            ),
        ] {
            let ticket = Ticket::of_link(link).unwrap_or_else(|| panic!("{link}"));
            assert_eq!(
                (ticket.tracker(), ticket.host(), ticket.name().as_str()),
                (tracker, host, name),
                "{link}"
            );
        }
    }

    #[test]
    fn what_is_no_issue_or_would_be_read_along_the_way_is_no_ticket() {
        for link in [
            "",
            "ABC-1",
            "github.com/o/r/issues/7",
            "http://github.com/o/r/issues/7",
            "https://me:secret@github.com/o/r/issues/7",
            "https://github.com/o/r/pull/7",
            "https://github.com/o/r/issues",
            "https://github.com/o/r/issues/new",
            "https://github.com/o/r/issues/0",
            "https://github.com/o/r/issues/+7",
            "https://github.com/o/r/issues/7/8",
            "https://github.com/o/issues/7",
            "https://github.com/o/../issues/7",
            "https://github.com/o/%2e%2e/issues/7",
            "https://github.com/o/r x/issues/7",
            "https://github.com/o/r\\x/issues/7",
            "https://github.com/x/o/r/issues/7",
            "https://github.com//r/issues/7",
            "https://gitlab.com/g/p/-/merge_requests/7",
            "https://gitlab.com/groups/g/-/epics/7",
            "https://gitlab.com/p/-/issues/7",
            "https://gitlab.com/-/issues/7",
            "https://gitlab.com/g/-/p/-/issues/7",
            "https://firm.atlassian.net/browse/ABC-1",
            "https://linear.app/firm/issue/ABC-1/title",
            "javascript://github.com/o/r/issues/7",
        ] {
            assert_eq!(Ticket::of_link(link), None, "{link}");
        }
    }
}

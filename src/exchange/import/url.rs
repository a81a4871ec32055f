//! What the address of a story says of it. Opens nothing.

/// Key and title as far as an address tells them.
#[derive(Debug, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) key: Option<String>,
    pub(super) title: Option<String>,
}

/// Whether it is an address on the web.
pub(super) fn is_web(text: &str) -> bool {
    let lower = text
        .get(..text.len().min(8))
        .unwrap_or(text)
        .to_ascii_lowercase();
    let rest = ["https://", "http://"]
        .iter()
        .find(|scheme| lower.starts_with(**scheme));
    rest.is_some_and(|scheme| text.len() > scheme.len()) && !text.contains(char::is_whitespace)
}

/// Reads the addresses of the trackers:
///
/// - Jira `…/browse/ABC-1`, or `selectedIssue=ABC-1`
/// - GitHub `…/issues/12`, GitLab `…/-/issues/12` and `…/-/work_items/12`
/// - Azure DevOps `…/_workitems/edit/12`
/// - Linear `…/issue/ABC-1/some-title`
pub(super) fn place(link: &str) -> Place {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let path = path.split('#').next().unwrap_or(path);
    if let Some(key) = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("selectedIssue="))
    {
        return keyed(key.to_owned());
    }
    let mut parts = path.split('/').skip(3).filter(|part| !part.is_empty());
    while let Some(part) = parts.next() {
        match part {
            "browse" => return keyed(parts.next().unwrap_or_default().to_owned()),
            "issues" | "work_items" => {
                let number = parts
                    .next()
                    .filter(|n| n.bytes().all(|b| b.is_ascii_digit()));
                return keyed(number.map(|n| format!("#{n}")).unwrap_or_default());
            }
            "_workitems" => return keyed(parts.nth(1).unwrap_or_default().to_owned()),
            "issue" => {
                let key = parts.next().unwrap_or_default().to_owned();
                let title = parts.next().map(|slug| slug.replace('-', " "));
                return Place {
                    title,
                    ..keyed(key)
                };
            }
            _ => {}
        }
    }
    Place::default()
}

fn keyed(key: String) -> Place {
    Place {
        key: Some(key).filter(|key| !key.is_empty()),
        title: None,
    }
}

//! Files as the tools write them, and short ways to ask what became of them.

use floret::exchange::{Field, Imported, IncomingStory, RefusedReason, read};
use floret::story::Story;
use rand_core::Rng;

pub(crate) use crate::wire_samples::{below, seeded};

pub(crate) const JIRA_LIST: &[u8] = include_bytes!("fixtures/jira_list.csv");
pub(crate) const JIRA_NAVIGATOR: &[u8] = include_bytes!("fixtures/jira_navigator.csv");
pub(crate) const AZURE: &[u8] = include_bytes!("fixtures/azure.csv");
pub(crate) const AZURE_TREE: &[u8] = include_bytes!("fixtures/azure_tree.csv");
pub(crate) const LINEAR: &[u8] = include_bytes!("fixtures/linear.csv");
pub(crate) const GITLAB: &[u8] = include_bytes!("fixtures/gitlab.csv");
pub(crate) const GITLAB_2019: &[u8] = include_bytes!("fixtures/gitlab_2019.csv");
pub(crate) const GITHUB_CLI: &[u8] = include_bytes!("fixtures/github_cli.json");
pub(crate) const GITHUB_REST: &[u8] = include_bytes!("fixtures/github_rest.json");
pub(crate) const JIRA_XML: &[u8] = include_bytes!("fixtures/jira.xml");
pub(crate) const LIST: &[u8] = include_bytes!("fixtures/list.txt");
pub(crate) const EXCEL: &[u8] = include_bytes!("fixtures/excel.csv");
pub(crate) const TABS: &[u8] = include_bytes!("fixtures/tabs.tsv");
pub(crate) const BROKEN: &[u8] = include_bytes!("fixtures/broken.csv");

/// All of them.
pub(crate) const ALL: [&[u8]; 14] = [
    JIRA_LIST,
    JIRA_NAVIGATOR,
    AZURE,
    AZURE_TREE,
    LINEAR,
    GITLAB,
    GITLAB_2019,
    GITHUB_CLI,
    GITHUB_REST,
    JIRA_XML,
    LIST,
    EXCEL,
    TABS,
    BROKEN,
];

/// Reads what was pasted, and checks that no row is lost.
#[track_caller]
pub(crate) fn pasted(bytes: impl AsRef<[u8]>) -> Imported {
    whole(read(bytes.as_ref(), None))
}

/// Every row is taken or refused.
#[track_caller]
pub(crate) fn whole(imported: Imported) -> Imported {
    let refused: u32 = imported.refused.iter().map(|refused| refused.n_rows).sum();
    let refused = usize::try_from(refused).unwrap_or(usize::MAX);
    assert_eq!(imported.n_rows, imported.rows.len() + refused);
    assert!(imported.is_complete);
    imported
}

/// The story with this key.
#[track_caller]
pub(crate) fn row<'a>(imported: &'a Imported, key: &str) -> &'a IncomingStory {
    let found = imported.rows.iter().find(|row| row.story.key == key);
    match found {
        Some(row) => row,
        None => panic!("no {key} in {:?}", keys(imported)),
    }
}

pub(crate) fn keys(imported: &Imported) -> Vec<&str> {
    imported
        .rows
        .iter()
        .map(|row| row.story.key.as_str())
        .collect()
}

pub(crate) fn titles(imported: &Imported) -> Vec<&str> {
    imported
        .rows
        .iter()
        .map(|row| row.story.title.as_str())
        .collect()
}

pub(crate) fn refusals(imported: &Imported) -> Vec<(u32, RefusedReason)> {
    imported
        .refused
        .iter()
        .map(|refused| (refused.line, refused.reason))
        .collect()
}

/// Where the columns of a table go.
pub(crate) fn mapped(imported: &Imported) -> Vec<(&str, Option<Field>)> {
    imported
        .mapping
        .iter()
        .map(|c| (c.header.as_str(), c.to))
        .collect()
}

pub(crate) fn titled(key: &str, title: &str) -> Story {
    Story {
        key: key.to_owned(),
        title: title.to_owned(),
        ..Story::default()
    }
}

/// One of these.
pub(crate) fn pick<'a, T: ?Sized>(rng: &mut impl Rng, from: &[&'a T]) -> &'a T {
    let n = u32::try_from(from.len()).unwrap_or(1);
    from[usize::try_from(below(rng, n)).unwrap_or(0)]
}

/// So many lines.
pub(crate) fn lines(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).map(line).collect::<Vec<_>>().concat()
}

//! Which cell of a row goes into which field, and what a tool's cells mean.

use super::dialect::{Dialect, field_of};
use super::field::{Field, LAST_RANK, normal};
use super::incoming::IncomingStory;
use super::reading::Column;
use super::wiki;
use crate::exchange::html;

/// The columns of one table.
pub(super) struct Cells {
    dialect: Dialect,
    columns: Vec<Column>,
    /// Cell of a row and its field, in the order in which cells of one field count.
    places: Vec<(usize, Field)>,
}

impl Cells {
    /// Columns by header name; repeated names are one column. What `mapping` says of a name
    /// goes before what we know of it.
    pub(super) fn of(dialect: Dialect, header: &[String], mapping: &[Column]) -> Self {
        let mut columns: Vec<Column> = Vec::new();
        let mut ranked: Vec<(Field, usize, usize)> = Vec::new();
        for (at, name) in header.iter().enumerate() {
            let said = mapping.iter().find(|c| normal(&c.header) == normal(name));
            let known = field_of(dialect, name);
            let to = match said {
                Some(column) => column.to,
                None => known.map(|(field, _)| field),
            };
            if let Some(field) = to {
                let rank = known.filter(|(known, _)| *known == field);
                let new = (field, rank.map_or(LAST_RANK, |(_, rank)| rank), at);
                let place = ranked.partition_point(|old| *old < new);
                ranked.insert(place, new);
            }
            if !columns.iter().any(|c| normal(&c.header) == normal(name)) {
                let header = name.trim().to_owned();
                columns.push(Column { header, to });
            }
        }
        let places = ranked.into_iter().map(|(field, _, at)| (at, field));
        Self {
            dialect,
            columns,
            places: places.collect(),
        }
    }

    pub(super) fn into_columns(self) -> Vec<Column> {
        self.columns
    }

    /// The story of one row.
    pub(super) fn story(&self, line: u32, cells: &[String]) -> IncomingStory {
        let mut story = IncomingStory::at(line);
        for (at, field) in &self.places {
            if let Some(cell) = cells.get(*at) {
                self.put(&mut story, *field, cell);
            }
        }
        match self.dialect {
            Dialect::GitLabCsv | Dialect::LinearCsv => story.kind_by_labels(),
            Dialect::Csv
            | Dialect::JiraCsv
            | Dialect::AzureCsv
            | Dialect::FloretCsv
            | Dialect::GitHubJson
            | Dialect::Json
            | Dialect::FloretJson
            | Dialect::JiraXml
            | Dialect::Text
            | Dialect::Unknown => {}
        }
        story
    }

    fn put(&self, story: &mut IncomingStory, field: Field, cell: &str) {
        let cell = unguarded(self.dialect, cell);
        let is_markup = matches!(
            field,
            Field::Description | Field::Acceptance | Field::Why | Field::Notes
        );
        match (self.dialect, field) {
            (Dialect::AzureCsv, _) if is_markup && html::is_html(cell) => {
                story.put(field, &html::markdown(cell));
            }
            (Dialect::JiraCsv, _) if is_markup => story.put(field, &wiki::markdown(cell)),
            // A label of Jira's has no blanks.
            (Dialect::JiraCsv, Field::Labels) => {
                for label in cell.split_whitespace() {
                    story.put(field, label);
                }
            }
            (Dialect::GitLabCsv, Field::Key) if !cell.is_empty() => {
                story.put(field, &format!("#{cell}"));
            }
            (_, field) => story.put(field, cell),
        }
    }
}

/// The cell without the `'` that keeps a spreadsheet from running it.
///
/// Linear puts one before other text as well; there it stays only where a second one makes
/// it a quotation.
fn unguarded(dialect: Dialect, cell: &str) -> &str {
    let cell = cell.trim_matches(|c: char| c == ' ' || c == '\u{a0}' || c == '\n');
    let Some(rest) = cell.strip_prefix('\'') else {
        return cell;
    };
    let sign = rest.trim_start_matches('\'');
    let is_guard = sign.starts_with(['=', '+', '-', '@', ';', '\t', '\r']);
    if is_guard || (dialect == Dialect::LinearCsv && !rest.contains('\'')) {
        rest
    } else {
        cell
    }
}

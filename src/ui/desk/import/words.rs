//! What was read, in words: its tool, its letters, its fields, its counts.

use super::reasons;
use crate::desk::view::{Dialect, Encoding, ImportField, ImportFound};
use crate::ui::desk::DeskUi;
use crate::words::fill;

/// The result of a reading in one sentence.
pub(super) fn summary(ui: DeskUi, found: &ImportFound) -> String {
    let count = ui.words.exchange_count;
    if found.n_rows == 0 {
        return ui.words.exchange.nothing_found.to_owned();
    }
    if let (Dialect::Unknown, Some(all)) = (found.dialect, found.refused.first()) {
        return reasons::of_row(ui, all.reason);
    }
    let counts = [
        (found.new.n, count.new),
        (found.changed.n, count.changed),
        (found.same.n, count.same),
        (found.n_refused, count.refused),
    ];
    let counts = counts.into_iter().filter(|(n, _)| *n > 0);
    let counts: Vec<String> = counts.map(|(n, text)| text.of(n)).collect();
    format!("{}: {}.", count.found.of(found.n_rows), counts.join(", "))
}

/// What became of an import.
pub(in crate::ui::desk) fn taken(
    ui: DeskUi,
    n_new: usize,
    n_changed: usize,
    n_no_room: usize,
) -> String {
    let (say, count) = (ui.words.exchange, ui.words.exchange_count);
    let counts = [(n_new, count.new), (n_changed, count.changed)];
    let counts = counts.into_iter().filter(|(n, _)| *n > 0);
    let counts: Vec<String> = counts.map(|(n, text)| text.of(n)).collect();
    let mut text = if counts.is_empty() {
        say.nothing_changed.to_owned()
    } else {
        fill(say.taken, &[&counts.join(", ")])
    };
    if n_no_room > 0 {
        text.push(' ');
        text.push_str(&count.no_room.of(n_no_room));
    }
    text
}

pub(super) fn dialect(ui: DeskUi, dialect: Dialect) -> &'static str {
    let say = ui.words.exchange;
    match dialect {
        Dialect::Csv => say.from_csv,
        Dialect::JiraCsv => say.from_jira_csv,
        Dialect::AzureCsv => say.from_azure_csv,
        Dialect::LinearCsv => say.from_linear_csv,
        Dialect::GitLabCsv => say.from_gitlab_csv,
        Dialect::FloretCsv => say.from_floret_csv,
        Dialect::GitHubJson => say.from_github_json,
        Dialect::Json => say.from_json,
        Dialect::FloretJson => say.from_floret_json,
        Dialect::JiraXml => say.from_jira_xml,
        Dialect::Text => say.from_text,
        Dialect::Unknown => say.from_unknown,
    }
}

pub(super) fn encoding(ui: DeskUi, encoding: Encoding) -> &'static str {
    let say = ui.words.exchange;
    match encoding {
        Encoding::Utf8 => say.read_as_utf8,
        Encoding::Utf16 => say.read_as_utf16,
        Encoding::Windows1252 => say.read_as_windows,
    }
}

/// The sign between cells.
pub(super) fn delimiter(ui: DeskUi, sign: char) -> &'static str {
    let say = ui.words.exchange;
    match sign {
        ';' => say.between_semicolon,
        '\t' => say.between_tab,
        _comma => say.between_comma,
    }
}

/// Fields one after the other.
pub(super) fn fields(ui: DeskUi, fields: &[ImportField]) -> String {
    let names: Vec<&str> = fields.iter().map(|one| field(ui, *one)).collect();
    names.join(", ")
}

pub(super) fn field(ui: DeskUi, field: ImportField) -> &'static str {
    let say = ui.words.exchange;
    match field {
        ImportField::Key => say.field_key,
        ImportField::Title => say.field_title,
        ImportField::Kind => say.field_kind,
        ImportField::Description => say.field_description,
        ImportField::Why => say.field_why,
        ImportField::Acceptance => say.field_acceptance,
        ImportField::Dependencies => say.field_dependencies,
        ImportField::Link => say.field_link,
        ImportField::Labels => say.field_labels,
        ImportField::TrackerStatus => say.field_tracker_status,
        ImportField::Understanding => say.field_understanding,
        ImportField::Needed => say.field_needed,
        ImportField::Estimate => say.field_estimate,
        ImportField::Status => say.field_status,
        ImportField::Placed => say.field_placed,
        ImportField::Questions => say.field_questions,
        ImportField::Risks => say.field_risks,
        ImportField::Decisions => say.field_decisions,
        ImportField::Said => say.field_said,
        ImportField::Overrulings => say.field_overrulings,
        ImportField::SentBack => say.field_sent_back,
        ImportField::Notes => say.field_notes,
    }
}

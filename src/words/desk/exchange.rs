//! The shape of the words of import and export.

use crate::words::Plural;
use crate::words::sections::section;

section! {
    /// Words of import and export. Names that begin with `from_`, `field_`, `because_`, `read_as_`
    /// and `between_` stand for one answer of the reader each; those that begin with `record_`
    /// are headings of what leaves. `reading`, `taking`: `{0}` percent. `taken`: `{0}` the
    /// counts. `field_of`: `{0}` a title, `{1}` the fields.
    ExchangeWords: &'static str {
        title lead paste paste_hint pick_file drop_here file reading progress stop stopped again
        preview preview_note from encoding delimiter nothing_found take_over taking taken
        taken_back nothing_changed
        read_as_utf8 read_as_utf16 read_as_windows between_comma between_semicolon between_tab
        mapping_note column leave_out
        new changed changed_fields same refused refused_note line line_many cut cut_note kept_note

        from_csv from_jira_csv from_azure_csv from_linear_csv from_gitlab_csv from_floret_csv
        from_github_json from_json from_floret_json from_jira_xml from_text from_unknown

        field_key field_title field_kind field_description field_why field_acceptance
        field_dependencies field_link field_labels field_tracker_status field_understanding
        field_needed field_estimate field_status field_placed field_questions field_risks
        field_decisions field_said field_overrulings field_sent_back field_notes

        because_no_title because_duplicate because_header because_too_many_cells
        because_broken_quotes because_too_long because_pull_request because_heading
        because_damaged because_cut_off because_not_a_story because_too_many_rows
        because_too_many_columns because_too_many_bytes because_no_text because_web_page
        because_newer because_unreadable

        export_title export_shown export_record export_record_note export_copy export_save
        export_csv export_csv_note export_jira export_jira_note export_json export_json_note
        export_print export_print_note export_comment export_no_comment
        record_what record_why record_acceptance record_dependencies record_status
        record_estimate record_votes record_agreement record_rounds record_time record_decisions
        record_instead_of record_questions record_due record_risks record_blocks
        record_overruled record_sent_back record_agenda record_follow_ups
    }
}
section! {
    /// Words of import and export that count.
    ExchangeCounts: Plural {
        found new changed same refused more no_room columns shown
    }
}

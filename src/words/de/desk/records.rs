//! German: records of meetings.

use crate::words::{Plural, RecordsCounts, RecordsWords};

pub(super) const RECORDS: RecordsWords = RecordsWords {
    title: "Protokolle",
    lead: "Was entschieden wurde und warum: jede Sitzung, die mit diesem Browser am Tisch zu Ende ging, und Protokolle, die als Link kamen.",
    search: "Protokolle durchsuchen",
    none: "Noch gibt es kein Protokoll. Eins entsteht am Ende einer geplanten Sitzung.",
    none_found: "Kein Protokoll enthält alle diese Wörter.",
    untitled: "Eine Sitzung ohne Ziel",
    back: "Alle Protokolle",
    copy: "Als Markdown kopieren",
    save: "Protokoll herunterladen",
    csv: "CSV",
    jira: "Aktualisierung für Jira (CSV)",
    json: "JSON",
    print: "Drucken",
    comment: "Als Ticket-Kommentar kopieren",
    delete: "Protokoll löschen",
    deleted: "Das Protokoll von „{0}“ wurde gelöscht.",
    gone_title: "Dieses Protokoll ist nicht hier",
    gone_note: "Es wurde gelöscht, oder es liegt in einem anderen Browser.",
    stories: "Storys",
    rest: "Alles Übrige",
    meeting: "Die Sitzung",
    copy_link: "Protokoll-Link kopieren",
    link_note: "Für alle, die nicht dabei waren: Wer den Link öffnet, liest dieses Protokoll und behält es. Nichts wird hochgeladen.",
    file_note: "Dieses Protokoll ist zu lang für einen Link, darum ist es für alle, die nicht dabei waren, eine Datei mit {0} kB.",
    save_file: "Protokoll-Datei speichern",
    too_long: "Dieses Protokoll ist selbst für eine Datei zu lang. Lade es stattdessen herunter.",
    bad_title: "Dieses Protokoll lässt sich nicht öffnen",
    not_ours: "Das ist nicht das Protokoll einer Sitzung.",
    too_large: "Das ist größer als jedes Protokoll.",
};

pub(super) const COUNTS: RecordsCounts = RecordsCounts {
    found: Plural("1 Protokoll.", "{0} Protokolle."),
    stories: Plural("1 Story", "{0} Storys"),
};

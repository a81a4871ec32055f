//! German: the list of stories and one story.

use crate::words::{BacklogCounts, BacklogWords, Plural};

pub(super) const BACKLOG: BacklogWords = BacklogWords {
    title: "Backlog",
    stories: "Storys",
    add: "Story hinzufügen",
    search: "Storys suchen",
    search_hint: "Titel, Schlüssel oder Text",
    import: "Importieren",
    export: "Exportieren",
    empty_title: "Noch keine Storys",
    empty_note: "Leg die erste an oder hol sie aus eurem Tracker. Sie bleiben in diesem Browser.",
    none_found: "Keine Story passt dazu.",
    untitled: "Story ohne Titel",
    more: "Mehr zu „{0}“",
    move_up: "Nach oben",
    move_down: "Nach unten",
    duplicate: "Duplizieren",
    delete: "Löschen",
    keys_note: "Zieh eine Zeile oder drück Alt und eine Pfeiltaste, um die Reihenfolge zu ändern.",
    planned: "eingeplant",
    story_title: "Titel",
    gone_title: "Diese Story gibt es nicht mehr",
    gone_note: "Sie wurde gelöscht, hier oder in einem anderen Tab.",
    kind_story: "Story",
    kind_bug: "Bug",
    kind_task: "Aufgabe",
    kind_spike: "Spike",
    status_draft: "Entwurf",
    status_gaps: "Lücken",
    status_fit: "Reif zum Schätzen",
    status_estimated: "Geschätzt",
    status_ready: "Fertig zum Start",
    status_sent_back: "Zurückgegeben",
    clear: "klar",
    partly: "teils klar",
    unclear: "unklar",
};

pub(super) const BACKLOG_COUNTS: BacklogCounts = BacklogCounts {
    stories: Plural("1 Story", "{0} Storys"),
    found: Plural("1 Story gefunden", "{0} Storys gefunden"),
    questions: Plural("1 offene Frage", "{0} offene Fragen"),
    missing: Plural("1 Punkt fehlt", "{0} Punkte fehlen"),
};

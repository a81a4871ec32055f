//! German: the constant and the short sections.

mod desk;
mod meeting;
mod network;
mod panels;
mod session;
mod ways;

pub(super) use desk::DESK;
pub(super) use session::MEETING;

use super::{Announce, Common, Counts, Export, Guard, Language, Notice, Plural, Words};

/// German.
pub(super) const WORDS: Words = Words {
    language: Language::German,
    common: COMMON,
    start: ways::START,
    name: ways::NAME,
    waiting: ways::WAITING,
    back: ways::BACK,
    people: ways::PEOPLE,
    handed: ways::HANDED,
    stop: ways::STOP,
    table: meeting::TABLE,
    seats: meeting::SEATS,
    round: meeting::ROUND,
    result: meeting::RESULT,
    invite: panels::INVITE,
    rules: panels::RULES,
    settings: panels::SETTINGS,
    help: panels::HELP,
    notice: NOTICE,
    guard: GUARD,
    announce: ANNOUNCE,
    export: EXPORT,
    count: COUNTS,
    network: network::NETWORK,
    connection: network::CONNECTION,
    probe: network::PROBE,
};

const COMMON: Common = Common {
    title: "Floret",
    close: "Schließen",
    cancel: "Abbrechen",
    back: "Zurück",
    copy: "Kopieren",
    copied: "Kopiert",
    undo: "Rückgängig",
    dismiss: "Ausblenden",
    working: "Einen Moment …",
    yes_leave: "Gehen",
    settings: "Einstellungen",
    help: "Hilfe",
    two_names: "{0} und {1}",
    needs_script: "Floret verbindet Browser direkt miteinander und braucht dafür JavaScript. Bitte schalte es für diese Seite ein.",
    optional: "freiwillig",
    on: "an",
    off: "aus",
};

const NOTICE: Notice = Notice {
    label: "Meldungen",
    seat_removed: "{0} wurde vom Tisch entfernt.",
    table_forgotten: "Der Tisch in diesem Browser wurde vergessen.",
    table_replaced: "Dein früherer Tisch hat diesem Platz gemacht.",
    deck_deleted: "Das Deck „{0}“ wurde gelöscht.",
    votes_cleared: "Die Karten haben gewechselt, deshalb gelten die abgegebenen Stimmen nicht mehr. Bitte stimme neu ab.",
    storage_full: "In diesem Browser ist kein Platz mehr. Alles läuft weiter, wird aber nicht behalten.",
    storage_nearly_full: "Der Speicher dieses Browsers ist fast voll. Sichere deine Daten in den Einstellungen.",
    storage_blocked: "Dieser Browser lässt Seiten nichts behalten (privates Fenster?). Mit dem Tab geht auch dieser Tisch verloren.",
    storage_damaged: "Etwas Gespeichertes war beschädigt und liegt nun beiseite. In den Einstellungen gibt es eine Kopie.",
    storage_newer: "Etwas Gespeichertes stammt von einem neueren Floret. Es blieb unberührt.",
    copied: "Kopiert.",
    copy_refused: "Der Browser hat das Kopieren verweigert. Markiere den Text und kopiere ihn von Hand.",
    restored: "Die Sicherung wurde gelesen.",
    restore_refused: "Das ist keine Sicherung von Floret. Nichts wurde geändert.",
    slow_down: "Zu viel auf einmal: Der Tisch bittet diesen Browser, langsamer zu machen.",
    offline: "Kein Netz. Sobald es zurück ist, kommt dein Tisch von selbst wieder.",
    comment_lost: "Zwei Kommentare sind zusammengestoßen, keiner kam an. Bitte sende deinen noch einmal.",
    list_wrong: "Die Liste der Stimmen ist nicht die, die dieser Browser kennt. Deine Stimme blieb geheim. Bitte stimme neu ab.",
    played_ahead: "Deine Karte aus dem Paket liegt auf dem Tisch: {0}. Du kannst sie noch ändern.",
};

const GUARD: Guard = Guard {
    reveal_note: "Wer nicht abgestimmt hat, zählt als keine Stimme. Nach dem Aufdecken kommt keine Karte mehr dazu.",
    reveal_yes: "Trotzdem aufdecken",
    reveal_no: "Warten",
    next: "Ohne Aufdecken weiter?",
    next_yes: "Nächste Story",
    next_no: "Hier bleiben",
    leave: "Gehen und die Runde beenden?",
    leave_note: "Der Tisch gehört dir, also schließt er für alle. Er bleibt in diesem Browser, du kannst ihn wieder öffnen.",
    leave_yes: "Runde beenden",
    leave_no: "Bleiben",
};

const ANNOUNCE: Announce = Announce {
    votes: "{0} von {1} haben abgestimmt",
    revealed: "Die Karten sind aufgedeckt. {0}",
    new_round: "Neue Runde. Wähle eine Karte.",
    story: "Story: {0}",
    story_untitled: "Neue Story",
    joined: "{0} hat sich gesetzt",
    left: "{0} ist gegangen",
};

const EXPORT: Export = Export {
    copy_markdown: "Als Markdown kopieren",
    copy_csv: "Als CSV kopieren",
    download_csv: "CSV herunterladen",
    key: "Schlüssel",
    heading: "Schätzungen",
    story: "Story",
    estimate: "Schätzung",
    rounds: "Runden",
    agreement: "Einigkeit",
    votes: "Stimmen",
    average: "Mittelwert",
    median: "Median",
    no_estimate: "nicht geschätzt",
    date: "Datum",
};

const COUNTS: Counts = Counts {
    votes: Plural("{0} Stimme", "{0} Stimmen"),
    people: Plural("{0} Person", "{0} Personen"),
    kept_estimates: Plural("{0} Story geschätzt", "{0} Storys geschätzt"),
    rounds: Plural("{0} Runde", "{0} Runden"),
    missing: Plural(
        "Eine Person hat nicht abgestimmt. Trotzdem aufdecken?",
        "{0} haben nicht abgestimmt. Trotzdem aufdecken?",
    ),
    votes_lost: Plural(
        "1 Stimme liegt auf dem Tisch und ginge verloren.",
        "{0} Stimmen liegen auf dem Tisch und gingen verloren.",
    ),
    others_leave: Plural(
        "1 weitere Person ist am Tisch.",
        "{0} weitere Personen sind am Tisch.",
    ),
    low: Plural("einmal tief", "{0}-mal tief"),
    high: Plural("einmal hoch", "{0}-mal hoch"),
    steps: Plural("1 Karte auseinander", "{0} Karten auseinander"),
};

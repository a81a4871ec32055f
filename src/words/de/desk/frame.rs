//! German: around every screen of the desk.

use crate::words::{FrameCounts, FrameWords, Plural};

pub(super) const FRAME: FrameWords = FrameWords {
    home: "Floret, Startseite",
    pages: "Vorbereitung",
    storage_full: "In diesem Browser ist kein Platz mehr, die letzte Änderung ist nicht gespeichert. Exportiere, was du brauchst, und lösche, was weg kann.",
    storage_blocked: "Dieser Browser lässt Seiten nichts speichern (privater Modus?). Exportiere deine Arbeit, bevor du den Tab schließt.",
    story_deleted: "„{0}“ wurde gelöscht.",
    story_sent: "„{0}“ liegt jetzt in {1}.",
    unnamed_backlog: "dem Backlog ohne Namen",
    story_moved: "„{0}“ steht jetzt an Stelle {1}.",
    order_proposed: "{0} Ganz oben: {1}.",
    order_is_good: "Die Storys stehen schon in der Reihenfolge, die vorgeschlagen würde.",
    backlog_full: "In diesem Backlog ist kein Platz für weitere Storys.",
    too_many_backlogs: "Für ein weiteres Backlog ist kein Platz.",
    item_removed: "Entfernt.",
    not_ready: "Noch nicht so weit: {0}.",
    no_story_to_propose: "Es gibt keine Story mehr, die sich vorschlagen ließe.",
    story_taken_out: "„{0}“ ist nicht mehr eingeplant.",
    story_sent_back: "„{0}“ geht mit dem, was fehlt, in die nächste Runde.",
    follow_up_removed: "Der offene Punkt wurde entfernt.",
    plan_begun_anew: "Eine neue Runde. Was noch offen ist, kam mit.",
    nothing_to_vote: "Von den eingeplanten Storys ist noch keine reif zum Schätzen.",
    moved: "{0}: jetzt {1} von {2}",
    added: "Hinzugefügt: {0}",
    remove: "{0} entfernen",
};

pub(super) const FRAME_COUNTS: FrameCounts = FrameCounts {
    damaged: Plural(
        "1 gespeicherter Eintrag ist beschädigt. Er bleibt, wie er ist; du kannst eine Kopie herunterladen.",
        "{0} gespeicherte Einträge sind beschädigt. Sie bleiben, wie sie sind; du kannst eine Kopie herunterladen.",
    ),
    damaged_dropped: Plural(
        "1 beschädigter Eintrag wurde verworfen.",
        "{0} beschädigte Einträge wurden verworfen.",
    ),
    backlog_deleted: Plural("1 Story war darin.", "{0} Storys waren darin."),
    stories_moved: Plural(
        "1 Story hat den Platz gewechselt.",
        "{0} Storys haben den Platz gewechselt.",
    ),
    estimates_came: Plural(
        "1 Schätzung kam vom Tisch zurück.",
        "{0} Schätzungen kamen vom Tisch zurück.",
    ),
    meeting_came: Plural(
        "Das Meeting ist zu Ende: Was aus 1 Story wurde, steht hier.",
        "Das Meeting ist zu Ende: Was aus {0} Storys wurde, steht hier.",
    ),
    stories_proposed: Plural(
        "1 Story wurde vorgeschlagen.",
        "{0} Storys wurden vorgeschlagen.",
    ),
};

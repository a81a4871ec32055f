//! German: around every screen of the desk.

use crate::words::{FrameCounts, FrameWords, Plural};

pub(super) const FRAME: FrameWords = FrameWords {
    home: "Floret, Startseite",
    pages: "Vorbereitung",
    storage_full: "In diesem Browser ist kein Platz mehr, die letzte Änderung ist nicht gespeichert. Exportiere, was du brauchst, und lösche, was weg kann.",
    storage_blocked: "Dieser Browser lässt Seiten nichts speichern (privater Modus?). Exportiere deine Arbeit, bevor du den Tab schließt.",
    story_deleted: "„{0}“ wurde gelöscht.",
    moved: "{0}: jetzt {1} von {2}",
};

pub(super) const FRAME_COUNTS: FrameCounts = FrameCounts {
    damaged: Plural(
        "1 gespeicherter Eintrag ist beschädigt. Er bleibt, wie er ist; du kannst eine Kopie herunterladen.",
        "{0} gespeicherte Einträge sind beschädigt. Sie bleiben, wie sie sind; du kannst eine Kopie herunterladen.",
    ),
};

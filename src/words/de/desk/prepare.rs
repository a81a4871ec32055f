//! German: guided preparation.

use crate::words::{Plural, PrepareCounts, PrepareWords};

pub(super) const PREPARE: PrepareWords = PrepareWords {
    open: "Diese Story vorbereiten",
    title: "„{0}“ vorbereiten",
    lead: "Ein Refinement mit dir selbst: Beantworte, was du kannst, und überspring den Rest. Die Story bleibt, wie sie ist, bis du etwas übernimmst.",
    back: "Zurück zur Story",
    done: "Fertig",
    questions: "Fragen",
    nothing_to_ask: "Es fehlt nichts, wonach jemand aus der Entwicklung fragen müsste.",
    through: "Du bist mit allen Fragen durch.",
    answered: "{0} von {1} beantwortet",
    skip: "Überspringen",
    skipped: "Übersprungen.",
    ask_after_all: "Doch beantworten",
    more: "Weitere Fragen",
    draft: "Entwurf",
    draft_empty: "Während du antwortest, wächst hier neben dem alten Text ein Entwurf.",
    written_as: "Geschrieben als",
    user_story: "User Story",
    bug_report: "Fehlerbericht",
    scenarios: "Neue Kriterien als Angenommen, Wenn, Dann",
    before: "Bisher",
    after: "Entwurf",
    empty: "leer",
    proposed: "Darin stecken Worte des Modells: Prüf sie.",
    leave_out: "Worte des Modells weglassen",
    take: "Übernehmen",
    take_part: "Übernehmen: {0}",
    take_all: "Alles übernehmen",
    draft_grew: "Der Entwurf enthält jetzt die Worte des Modells.",
};

pub(super) const PREPARE_COUNTS: PrepareCounts = PrepareCounts {
    done: Plural("1 Antwort ist übernommen", "{0} Antworten sind übernommen"),
    changed: Plural(
        "Der Entwurf ändert die Story an 1 Stelle.",
        "Der Entwurf ändert die Story an {0} Stellen.",
    ),
    taken: Plural(
        "1 Teil des Entwurfs steht jetzt in der Story.",
        "{0} Teile des Entwurfs stehen jetzt in der Story.",
    ),
    filled_in: Plural(
        "1 Antwort wurde eingetragen. Prüf sie.",
        "{0} Antworten wurden eingetragen. Prüf sie.",
    ),
};

//! German: one story.

use crate::words::{Plural, StoryCounts, StoryWords};

pub(super) const STORY: StoryWords = StoryWords {
    place: "{0} von {1}",
    previous: "Vorherige",
    next: "Nächste",
    preview: "So liest es sich",
    why: "Warum und für wen",
    description: "Beschreibung",
    acceptance: "Akzeptanzkriterien",
    dependencies: "Abhängigkeiten",
    notes: "Meine Notizen",
    notes_note: "Notizen verlassen diesen Browser nur in einer Sicherung oder als JSON.",
    facts: "Auf einen Blick",
    key: "Schlüssel",
    estimate: "Schätzung",
    placed: "Hat ihren Platz in der Reihenfolge",
    needed: "Wen es braucht",
    needed_hint: "Ana, Bo",
    labels: "Labels",
    labels_hint: "Bezahlen, mobil",
    link: "Link",
    open_link: "Im Tracker öffnen",
    add: "Hinzufügen",
    remove: "Entfernen",
    questions: "Offene Fragen",
    add_question: "Frage hinzufügen",
    question: "Frage",
    owner: "Wer kümmert sich",
    due: "Bis wann",
    stops_work: "Hält die Arbeit auf",
    answered: "Beantwortet",
    risks: "Risiken und Hindernisse",
    add_risk: "Risiko hinzufügen",
    risk: "Was passieren kann",
    blocks: "Verhindert den Start",
    decisions: "Entscheidungen",
    add_decision: "Entscheidung hinzufügen",
    decision: "Was entschieden wurde",
    decision_why: "Warum",
    decision_who: "Von wem",
    decision_dropped: "Was verworfen wurde",
};

pub(super) const STORY_COUNTS: StoryCounts = StoryCounts {
    rounds: Plural("1 Runde", "{0} Runden"),
};

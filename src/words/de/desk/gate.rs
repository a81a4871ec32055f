//! German: the Definition of Ready and guided preparation.

mod questions;
mod screen;

use crate::words::{DraftTexts, GateStates, GateWords, Plural, PointTexts, WhyCounts, WhyTexts};

pub(super) const GATE: GateWords = GateWords {
    title: "Definition of Ready",
    screen: screen::SCREEN,
    story: screen::STORY,
    n: screen::COUNTS,
    points: POINTS,
    why: WHY,
    counts: COUNTS,
    states: STATES,
    questions: questions::QUESTIONS,
    draft: DRAFT,
};

const POINTS: PointTexts = PointTexts {
    r1: "Titel und Beschreibung sagen, was gewollt ist",
    r2: "Für wen und warum steht da",
    r3: "Akzeptanzkriterien sind da und lassen sich prüfen",
    r4: "Abhängigkeiten sind genannt, oder „keine“",
    r5: "Nichts blockiert den Anfang, oder jemand kümmert sich darum",
    r6: "Sie hat ihren Platz in der Reihenfolge",
    r7: "Klein genug für einen Sprint",
    r8: "Gleichzeitig und gemeinsam geschätzt",
    r9: "Was entschieden wurde, steht da",
    r10: "Keine offene Frage hält die Arbeit auf",
    r11: "Bug: Schritte, erwartet, tatsächlich, wer betroffen ist",
    r12: "Risiken sind notiert",
    r13: "Mit jemandem vorbereitet, der sie baut",
    r14: "Kein „TBD“, „???“ oder „später“ mehr",
    r15: "Entwurf verlinkt, Testdaten da, klar, wie wir sie zeigen",
};

const WHY: WhyTexts = WhyTexts {
    said_by_hand: "Von Hand abgehakt.",
    unticked_by_hand: "Von Hand weggenommen.",
    nobody_ticked: "Hat noch niemand abgehakt.",
    not_a_bug: "Zählt hier nicht: Es ist kein Bug.",
    no_criteria: "Es gibt keine Akzeptanzkriterien.",
    dependencies_named: "Die Abhängigkeiten sind genannt.",
    no_dependencies: "Sie hängt ausdrücklich von nichts ab.",
    dependencies_empty: "Zu Abhängigkeiten steht nichts da. Auch „keine“ ist eine Antwort.",
    in_order: "Sie hat ihren Platz in der Reihenfolge.",
    not_in_order: "Noch niemand hat sie eingeordnet.",
    no_limit: "Euer Team hat keine Grenze festgelegt, also muss jemand abhaken.",
    no_estimate: "Sie ist noch nicht geschätzt.",
    not_a_number: "{0} ist keine Zahl, also muss jemand abhaken.",
    estimate_within: "{0} liegt innerhalb eurer Grenze von {1}.",
    estimate_above: "{0} liegt über eurer Grenze von {1}.",
    voted_together: "Die Schätzung kommt aus einer gemeinsamen Abstimmung.",
    estimated_without_vote: "Es gibt eine Schätzung, aber ohne gemeinsame Abstimmung.",
    no_decision: "Es ist keine Entscheidung notiert.",
    no_open_question: "Keine Frage ist offen.",
    no_risks: "Es ist kein Risiko notiert.",
    nothing_put_off: "Nichts ist auf später verschoben.",
    put_off: "Da steht noch {0}.",
};

const COUNTS: WhyCounts = WhyCounts {
    criteria_present: Plural("1 Kriterium ist notiert.", "{0} Kriterien sind notiert."),
    decisions_written: Plural(
        "1 Entscheidung ist notiert.",
        "{0} Entscheidungen sind notiert.",
    ),
    open_questions: Plural(
        "1 Frage ist offen, hält aber die Arbeit nicht auf.",
        "{0} Fragen sind offen, halten aber die Arbeit nicht auf.",
    ),
    questions_stop: Plural(
        "1 offene Frage hält die Arbeit auf.",
        "{0} offene Fragen halten die Arbeit auf.",
    ),
    risks_noted: Plural("1 Risiko ist notiert.", "{0} Risiken sind notiert."),
};

const STATES: GateStates = GateStates {
    open: "Es fehlt nichts.",
    overruled: "Übergangen von {0}, weil: {1}",
    missing: "Es fehlt: {0}",
    against: "Die Seite sieht es anders: {0}",
    quote: "„{0}“",
};

const DRAFT: DraftTexts = DraftTexts {
    as_a: "Als",
    i_want: "möchte ich",
    so_that: "damit",
    given: "Angenommen",
    when: "Wenn",
    then: "Dann",
    steps: "Schritte",
    expected: "Erwartet",
    actual: "Tatsächlich",
    who_is_hit: "Wer betroffen ist",
    environment: "Version und Umgebung",
    since: "Seit wann",
    question: "Frage",
    timebox: "Zeitrahmen",
    settled: "Geklärt",
    scope: "Was dazugehört und was nicht",
    permissions: "Wer das darf",
    existing: "Was mit dem Bestehenden passiert",
    mock_up: "Entwurf",
    showing: "Wie wir es zeigen",
};

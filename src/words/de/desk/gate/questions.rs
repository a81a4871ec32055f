//! German: the guiding questions and their reasons.

use crate::words::{Ask, QuestionTexts};

const fn ask(question: &'static str, reason: &'static str) -> Ask {
    Ask { question, reason }
}

pub(super) const QUESTIONS: QuestionTexts = QuestionTexts {
    only_a_name: ask(
        "Was soll danach anders sein? Sag es in einem Satz.",
        "{0} nennt ein Ding, aber keine Veränderung.",
    ),
    bug_steps: ask(
        "Was machst du Schritt für Schritt, bis es passiert?",
        "Ohne Schritte geht der erste Tag damit drauf, den Fehler nachzustellen.",
    ),
    bug_actual: ask(
        "Was passiert genau? Welche Meldung, welcher Wert?",
        "Da steht nicht, was schiefgeht.",
    ),
    bug_expected: ask(
        "Was soll stattdessen passieren?",
        "Da steht nicht, was richtig wäre.",
    ),
    no_user: ask(
        "Wer benutzt das?",
        "Es ist niemand genannt, also denkt jeder an jemand anderen.",
    ),
    no_why: ask(
        "Warum ist das gewollt? Was wird dadurch besser?",
        "Es fehlt der Grund. Wer ihn kennt, kann etwas Einfacheres vorschlagen.",
    ),
    no_criteria: ask(
        "Woran merkst du, dass es funktioniert? Eine Prüfung pro Zeile.",
        "Es gibt keine Akzeptanzkriterien.",
    ),
    no_done_when: ask(
        "Wann ist es fertig? Was gibt es dann, was es jetzt nicht gibt?",
        "Nirgends steht, wann Schluss ist.",
    ),
    spike_question: ask(
        "Welche Frage soll am Ende beantwortet sein?",
        "Da steht nicht, was ihr wissen wollt.",
    ),
    spike_timebox: ask(
        "Wie lange darf es höchstens dauern?",
        "Der Spike hat keinen Zeitrahmen.",
    ),
    bug_who: ask(
        "Wen trifft es, wie oft und wie schlimm?",
        "Sonst kann niemand sagen, wie dringend es ist.",
    ),
    put_off: ask(
        "Was soll statt {0} dastehen?",
        "{0} verschiebt etwas, wovon die Schätzung abhängt.",
    ),
    several_stories: ask(
        "Welcher Teil kommt zuerst? Was wäre eine eigene Story?",
        "Das sieht nach mehr als einer Story aus.",
    ),
    vague_words: ask(
        "Was heißt {0} genau? Was könntest du messen oder sehen?",
        "Unter {0} versteht jeder etwas anderes.",
    ),
    criteria_not_checkable: ask(
        "Was müsste jemand sehen oder zählen, um das zu prüfen: {0}?",
        "Das Kriterium sagt nicht, wie man es prüft.",
    ),
    bug_where: ask(
        "In welcher Version, auf welchem Gerät, in welchem Browser oder welcher Umgebung?",
        "Da steht nicht, wo es passiert.",
    ),
    no_error_case: ask(
        "Was kann schiefgehen, und was soll dann passieren?",
        "Beschrieben ist nur der gute Fall. Die anderen kosten die Zeit.",
    ),
    no_mock_up: ask(
        "Wie sieht es aus? Gibt es eine Skizze oder einen Screenshot?",
        "Es geht um {0}, aber es gibt kein Bild.",
    ),
    existing_data: ask(
        "Was passiert mit dem, was schon da ist: Daten, Links, Gewohnheiten?",
        "{0} betrifft etwas, das es schon gibt.",
    ),
    no_dependency: ask(
        "Was muss vorher da sein: eine andere Story, ein Team, ein Zugang? Auch „keine“ ist eine Antwort.",
        "Zu Abhängigkeiten steht nichts da.",
    ),
    no_volume: ask(
        "Wie viele, wie groß, wie schnell? An einem normalen Tag und höchstens?",
        "Es stehen keine Zahlen da. Sie können den ganzen Entwurf ändern.",
    ),
    no_permission: ask(
        "Wer darf das und wer nicht? Wessen Daten sind es?",
        "Zu Rechten steht nichts da.",
    ),
    not_included: ask(
        "Was gehört nicht dazu, obwohl man es erwarten könnte?",
        "Es ist keine Grenze gezogen. Genau da gehen Schätzungen auseinander.",
    ),
    bug_since: ask(
        "Seit wann? Was hat sich damals geändert?",
        "Ein Datum grenzt die Suche nach der Ursache ein.",
    ),
    how_to_show: ask(
        "Wie zeigst du, dass es funktioniert, und mit welchen Daten?",
        "Nirgends steht, wie es getestet oder gezeigt wird.",
    ),
};

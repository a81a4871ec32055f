//! German: the facts that tick items.

use crate::words::{FactCounts, FactWords, Plural};

pub(super) const FACTS: FactWords = FactWords {
    goal_set: "Das Ziel ist „{0}“, und Grenzen sind gesetzt.",
    none_unready: "Für jede ausgewählte Story ist der Weg zur Abstimmung frei.",
    no_questions: "Die ausgewählten Storys lassen keine Frage offen.",
    moderates: "{0} moderiert.",
    writes: "{0} schreibt mit.",
    comments_asked: "Mit den Storys ging die Bitte um Kommentare hinaus.",
    reading_unneeded: "Nicht nötig: Die Storys gingen früh hinaus, und um Kommentare wurde gebeten.",
    no_follow_ups: "Vom letzten Mal blieb nichts offen.",
    link_and_deck: "Link und Deck wurden ausprobiert: Jemand kam an den Tisch.",
    none_parked: "Niemand drückte „Lösungsgespräch“, und nichts musste geparkt werden.",
    none_differed: "In keiner ersten Runde lagen die Zahlen zwei oder mehr Karten auseinander.",
    no_risks: "Nach Risiken wurde gefragt, niemand kannte eines.",
    record_out: "Das Protokoll wurde herausgegeben.",
    none_open: "Keine Frage ist offen.",
    none_sent_back: "Keine Story wurde zurückgegeben.",
    signals: "Alle fünf Signale sind eingetragen.",
};

pub(super) const COUNTS: FactCounts = FactCounts {
    ready_agreed: Plural(
        "Die Definition of Ready hat {0} Punkt.",
        "Die Definition of Ready hat {0} Punkte.",
    ),
    picked: Plural("{0} Story ist ausgewählt.", "{0} Storys sind ausgewählt."),
    by_priority: Plural(
        "{0} Story, da kann nichts falsch stehen.",
        "{0} Storys stehen in der Reihenfolge ihrer Priorität.",
    ),
    least_understood: Plural(
        "{0} Story, da kann nichts falsch stehen.",
        "{0} Storys: Bei gleicher Priorität kommen die am wenigsten verstandenen zuerst.",
    ),
    checked: Plural(
        "{0} Story wurde gegen die Definition of Ready geprüft.",
        "{0} von {0} Storys wurden gegen die Definition of Ready geprüft.",
    ),
    moved_later: Plural(
        "{0} Story wurde auf später verschoben, für alle anderen ist der Weg zur Abstimmung frei.",
        "{0} Storys wurden auf später verschoben, für alle anderen ist der Weg zur Abstimmung frei.",
    ),
    answered: Plural(
        "{0} Frage wurde gestellt und ist beantwortet.",
        "{0} von {0} Fragen sind beantwortet.",
    ),
    needed: Plural(
        "Bei {0} Story steht fest, wer gebraucht wird.",
        "Bei {0} von {0} Storys steht fest, wer gebraucht wird.",
    ),
    hours_ahead: Plural(
        "Die Storys gingen {0} Stunde vor dem Treffen hinaus.",
        "Die Storys gingen {0} Stunden vor dem Treffen hinaus.",
    ),
    days_ahead: Plural(
        "Die Storys gingen {0} Tag vor dem Treffen hinaus.",
        "Die Storys gingen {0} Tage vor dem Treffen hinaus.",
    ),
    reading: Plural(
        "{0} Minute stilles Lesen ist eingeplant.",
        "{0} Minuten stilles Lesen sind eingeplant.",
    ),
    timeboxed: Plural(
        "{0} Abschnitt hat ein Zeitfenster, zusammen {1} Minuten.",
        "{0} von {0} Abschnitten haben ein Zeitfenster, zusammen {1} Minuten.",
    ),
    follow_ups: Plural(
        "{0} offener Punkt vom letzten Mal ist aufgelistet.",
        "{0} offene Punkte vom letzten Mal sind aufgelistet.",
    ),
    follow_ups_done: Plural(
        "{0} Punkt vom letzten Mal ist geschlossen oder mitgenommen.",
        "{0} von {0} Punkten vom letzten Mal sind geschlossen oder mitgenommen.",
    ),
    read: Plural(
        "{0} Person hat „Gelesen“ gemeldet.",
        "{0} von {0} Personen haben „Gelesen“ gemeldet.",
    ),
    walked: Plural(
        "Das Durchgehen fand statt, {0} Story bekam ihre Zeit.",
        "Das Durchgehen fand statt, {0} von {0} Storys bekamen ihre Zeit.",
    ),
    parked: Plural("{0} Thema wurde geparkt.", "{0} Themen wurden geparkt."),
    passed_first: Plural(
        "{0} Story wurde geschätzt, und ihr Weg zur Abstimmung ist frei.",
        "Für {0} von {0} geschätzten Storys ist der Weg zur Abstimmung frei.",
    ),
    walked_first: Plural(
        "Das Durchgehen kam vor der Schätzung von {0} Story.",
        "Das Durchgehen kam vor den Schätzungen von {0} Storys.",
    ),
    anonymous: Plural(
        "{0} Runde, im selben Moment und ohne Namen.",
        "{0} von {0} Runden liefen im selben Moment und ohne Namen.",
    ),
    revoted: Plural(
        "Bei {0} Story lagen die ersten Zahlen auseinander, dann kam eine neue Runde.",
        "Bei {0} Storys lagen die ersten Zahlen auseinander, jedes Mal kam eine neue Runde.",
    ),
    risks: Plural(
        "{0} Risiko oder Hindernis wurde genannt.",
        "{0} Risiken und Hindernisse wurden genannt.",
    ),
    timeboxes: Plural(
        "{0} Zeitfenster wurde eingehalten.",
        "{0} von {0} Zeitfenstern wurden eingehalten.",
    ),
    reasoned: Plural(
        "{0} Entscheidung steht mit ihrem Grund da.",
        "{0} von {0} Entscheidungen stehen mit ihrem Grund da.",
    ),
    marked_ready: Plural(
        "{0} Story ist als ready markiert.",
        "{0} von {0} Storys, die die Definition of Ready erfüllen, sind als ready markiert.",
    ),
    decisions_out: Plural(
        "Die Entscheidungen zu {0} Story wurden exportiert.",
        "Die Entscheidungen zu {0} von {0} Storys wurden exportiert.",
    ),
    estimates_out: Plural(
        "Die Schätzung von {0} Story wurde exportiert.",
        "Die Schätzungen von {0} Storys wurden exportiert.",
    ),
    owned: Plural(
        "{0} offene Frage hat eine zuständige Person und ein Datum.",
        "{0} von {0} offenen Fragen haben eine zuständige Person und ein Datum.",
    ),
    sent_back: Plural(
        "{0} zurückgegebene Story steht mit ihren Lücken auf der nächsten Agenda.",
        "{0} von {0} zurückgegebenen Storys stehen mit ihren Lücken auf der nächsten Agenda.",
    ),
    planning: Plural(
        "Die Sprintplanung dauerte {0} Minute.",
        "Die Sprintplanung dauerte {0} Minuten.",
    ),
};

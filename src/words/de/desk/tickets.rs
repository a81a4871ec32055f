//! German: writing back to a tracker.

use crate::words::{OutcomeTexts, Plural, SendingTexts, TicketCounts, TicketWords, TokenTexts};

pub(super) const TICKETS: TicketWords = TicketWords {
    sending: SENDING,
    outcome: OUTCOME,
    counts: TicketCounts {
        wait_minutes: Plural(
            "Versuch es in einer Minute wieder.",
            "Versuch es in {0} Minuten wieder.",
        ),
    },
    tokens: TOKENS,
};

const SENDING: SendingTexts = SendingTexts {
    send_to: "An {0} senden",
    shown: "Das geht hinaus",
    shown_text: "Ausgehender Text",
    goes_to: "Es wird ein Kommentar zu {0} bei {1}, unter deinem Namen. Sonst geht es nirgendwohin.",
    address: "Adresse: {0}",
    estimate_stays: "Die Schätzung steht nur im Text.",
    label: "Danach kommt das Label „{0}“ dazu.",
    label_stays: "Das Label „{0}“ vom letzten Mal bleibt dort, bis du es wegnimmst.",
    weight: "Danach wird das Gewicht auf {0} gesetzt.",
    not_whole: "Das Gewicht wird nicht gesetzt: {0} ist keine ganze Zahl.",
    earlier: "Genau dieser Kommentar ging am {0} hinaus. Noch einmal gesendet, steht er zweimal dort.",
    earlier_unsure: "Genau dieser Kommentar ging am {0} hinaus, und es kam keine Antwort. Vielleicht steht er schon dort: Sieh erst im Ticket nach.",
    send: "Abschicken",
    cancel: "Nicht abschicken",
    stop: "Anhalten",
    put_away: "Weglegen",
    sending: "Wird gesendet …",
    slow: "Noch keine Antwort. Nach einer halben Minute ist Schluss.",
};

const OUTCOME: OutcomeTexts = OutcomeTexts {
    title: "Was daraus wurde",
    posted: "Der Kommentar steht dort.",
    see: "Im Tracker ansehen",
    estimate_set: "Die Schätzung auch.",
    estimate_failed: "Die Schätzung wurde nicht gesetzt. {0}",
    written: "Der Kommentar zu „{0}“ steht im Tracker.",
    not_written: "Nicht alles zu „{0}“ kam im Tracker an. Warum, steht auf der Seite der Story.",
    token: "{0} lässt das Token nicht gelten. Stimmt es, ist es noch gültig, und darf es in Issues schreiben?",
    not_found: "{0} kennt dieses Ticket nicht, oder zeigt es diesem Token nicht.",
    moved: "Das Ticket ist umgezogen. Öffne es im Tracker und trag die neue Adresse in die Story ein.",
    limited: "{0} bittet um Geduld: zu viele Anfragen.",
    unreachable: "{0} antwortet dieser Seite nicht. Ist das Netz da, stimmt die Adresse, und erlaubt es Anfragen von Webseiten (CORS)?",
    slow: "{0} hat nicht rechtzeitig geantwortet.",
    stopped: "Du hast es angehalten.",
    strange: "Was {0} geantwortet hat, ist keine Antwort von {1}.",
    ignored: "{0} hat die Anfrage angenommen und nichts gesetzt. Gewichte brauchen GitLab Premium, Labels das Recht, sie zu setzen.",
    other: "{0} hat abgelehnt, mit Status {1}.",
    other_why: "{0} hat abgelehnt, mit Status {1}: {2}",
    look_first: "Vielleicht steht es trotzdem dort: Sieh im Ticket nach, bevor du noch einmal sendest.",
};

const TOKENS: TokenTexts = TokenTexts {
    title: "In den Tracker zurückschreiben",
    note: "Schickt den Kommentar einer Story von dieser Seite direkt in ihr Ticket bei GitHub oder GitLab. Du siehst vorher, was hinausgeht.",
    switch: "Kommentare an GitHub und GitLab senden",
    switch_note: "Aus: Nichts wird je gesendet.",
    estimate: "Auch die Schätzung setzen",
    estimate_note: "Bei GitHub als Label, „points: 5“; bei GitLab als Gewicht.",
    none: "Es liegt kein Token hier.",
    kept_for: "Tokens liegen hier für:",
    forget: "Token von {0} vergessen",
    host: "Tracker",
    host_note: "github.com, gitlab.com oder der deiner Firma.",
    token: "Token",
    token_note: "Bleibt in diesem Browser: in keinem Link, in keiner Sicherung. Es geht nur an diesen Tracker. GitHub: ein „fine-grained token“, das Issues lesen und schreiben darf. GitLab: eins mit dem Umfang „api“.",
    show: "Token zeigen",
    save: "Token behalten",
    saved: "Liegt jetzt in diesem Browser.",
    not_one: "Das ist nicht die Adresse eines Trackers. So sieht eine aus: github.com.",
    has_login: "In einer Adresse stehen weder Name noch Passwort. Das Token hat ein eigenes Feld.",
    bad_token: "Ein Token ist ein Wort ohne besondere Buchstaben. Wurde etwas anderes eingefügt?",
    too_many: "Es ist Platz für {0} Tracker.",
    unreadable: "Die Tokens in diesem Browser lassen sich nicht lesen und bleiben, wie sie sind. Was du hier änderst, ist mit der Seite vergessen.",
};

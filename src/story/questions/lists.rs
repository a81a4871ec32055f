//! The words by which the rules know a thing, English and German together, `|` between them.
//!
//! Small letters; `user*` is every word that begins so.

/// Somebody who uses it.
pub(super) const USERS: &str = "\
    as a|as an|as the|user*|customer*|admin*|visitor*|operator*|editor*|developer*|maintainer*|\
    contributor*|moderator*|manager*|member*|guest*|student*|teacher*|patient*|buyer*|seller*|\
    shopper*|reader*|employee*|people|player|players|our team|support team|nutzer*|benutzer*|\
    kund*|anwender*|besucher*|mitarbeit*|redakt*|leser*|käufer*|verkäufer*|bearbeiter*|\
    sachbearbeit*|entwickler*|teilnehm*|gäste|lehrer*|schüler*|bewerber*|mitglied*|das team";

/// A reason, or a heading under which one stands.
pub(super) const REASONS: &str = "\
    so that|so we|so i can|so you can|because|in order to|to be able to|therefore|motivation|\
    use case*|rationale|benefit*|purpose|reason*|goal|why|would help|helps|useful|annoying|\
    frustrat*|confus*|painful|problem|currently|damit|sodass|so dass|weil|denn|um zu|ziel|\
    nutzen|hintergrund|grund|zweck|warum|mehrwert|hilft|nervt|bisher|derzeit";

/// When a task or a spike is done.
pub(super) const DONE_WHEN: &str = "\
    done when|done if|done once|finished when|definition of done|acceptance|deliverable*|\
    outcome*|result of|fertig wenn|fertig, wenn|erledigt, wenn|erledigt wenn|\
    abgeschlossen, wenn|ergebnis*";

/// A question, without its mark.
pub(super) const WONDERING: &str = "\
    find out|figure out|evaluate|compare|whether|investigate which|investigate how|herausfinden|\
    vergleichen|klären, ob|prüfen, ob|bewerten";

/// A time limit.
pub(super) const LIMITED: &str = "\
    timebox*|time box*|time-box*|hour|hours|day|days|half a day|1h|2h|4h|8h|zeitrahmen|\
    zeitlimit|stunde|stunden|tag|tage|tagen";

/// Headings of the steps of a bug.
pub(super) const STEPS: &str = "\
    steps|to reproduce|reproduc*|reproduction|repro|how to reproduce|schritte|reproduzier*|\
    so geht es";

/// Signs that somebody can do it again.
pub(super) const REPEATING: &str = "\
    steps to reproduce|to reproduce|run the following|minimal example|sandbox|repro|\
    um es zu reproduzieren|schritte";

/// What was done before it happened.
pub(super) const AFTER_DOING: &str = "\
    when i|when you|when a|when the|when trying|when using|if i|if you|after i|after a|\
    after the|while|whenever|upon|wenn ich|wenn man|sobald|nachdem|beim";

/// What happens.
pub(super) const ACTUAL: &str = "\
    actual*|instead|but|however|error*|crash*|exception*|fail*|throws|doesn't|does not|don't|\
    do not|can't|cannot|can not|isn't|is not|aren't|won't|wrong|nothing|broken|missing|hang*|\
    freez*|stuck|disappear*|stops|lost|no longer|unable|empty|incorrect*|returns|shows|appears|\
    gets|happens|tatsächlich*|stattdessen|aber|fehler*|stürzt|absturz|falsch*|nichts|nicht|\
    kein*|hängt|verschwind*|leer|passiert|erscheint|will not";

/// What should happen.
pub(super) const EXPECTED: &str = "\
    expect*|should|shouldn't|supposed to|ought to|correct behavio*|desired|want|wish|must|\
    erwart*|soll|sollte*|müsste*|richtig wäre|eigentlich|gewünscht*";

/// Who is hit, and how badly.
pub(super) const HIT: &str = "\
    user*|customer*|everyone|everybody|anyone|nobody|people|always|every time|each time|\
    sometimes|intermittent*|randomly|often|occasionally|rarely|affect*|impact*|severity|blocker|\
    blocks|blocking|critical|major|minor|workaround*|unusable|production|prod|nutzer*|benutzer*|\
    kund*|alle|jeder|jede|jedes mal|immer|manchmal|gelegentlich|oft|selten|betroffen*|betrifft|\
    produktion|kritisch|unbenutzbar";

/// In which version and environment.
pub(super) const WHERE: &str = "\
    version*|browser*|chrome|firefox|safari|edge|windows|macos|mac|linux|android|ios|iphone|\
    ipad|ubuntu|debian|fedora|device*|environment*|os|platform|staging|production|docker|node|\
    python|java|gerät*|umgebung*|betriebssystem";

/// Since when.
pub(super) const SINCE: &str = "\
    since|after updating|after upgrading|after the update|after update|regression|used to work|\
    worked before|previously|last version|latest version|as of|introduced|no longer|seit|\
    nach dem update|früher|vorher|letzte version|regressiert";

/// Words that everybody reads differently.
pub(super) const VAGUE: &str = "\
    fast|faster|quick|quickly|easy|easily|easier|simple|user-friendly|user friendly|intuitive|\
    properly|appropriate|appropriately|adequate|reasonable|reasonably|flexible|robust|scalable|\
    performant|seamless|seamlessly|modern|smooth|smoothly|efficient|efficiently|convenient|\
    clean up|improve|improved|improvement|improvements|optimize|optimized|optimise|optimised|\
    optimization|enhance|enhanced|etc|and so on|and so forth|and more|and similar|or similar|\
    and the like|or something|something like|somehow|some kind of|some sort of|as needed|\
    if necessary|where appropriate|where possible|as soon as possible|asap|state of the art|\
    best practice|various|several|schnell|schneller|zügig|einfach|einfacher|leicht|leichter|\
    benutzerfreundlich|nutzerfreundlich|intuitiv|ordentlich|angemessen|flexibel|skalierbar|\
    nahtlos|übersichtlich|übersichtlicher|komfortabel|effizient|verbessern|verbessert|\
    verbesserung|verbesserungen|optimieren|optimiert|optimierung|usw|u.s.w|etc pp|und so weiter|\
    und ähnliches|oder ähnliches|o.ä|und dergleichen|irgendwie|irgendwas|bei bedarf|falls nötig|\
    wenn möglich|möglichst|zeitnah|verschiedene|diverse|mehrere";

/// Words that are vague in a title and in criteria, and harmless in a tale.
pub(super) const VAGUE_IN_CRITERIA: &str = "\
    some|good|well|many|often|usually|normally|sometimes|rework|clean|handle|handled|einige|\
    manche|gut|viele|meistens|normalerweise|oft|manchmal|überarbeiten|aufräumen|behandeln|\
    besser|better|nice|nicer|schön|schöner|simply";

/// Words with which a second story begins.
pub(super) const MORE: &str = "\
    and also|while we are at it|while we're at it|while you're at it|besides that|\
    on top of that|another thing|one more thing|another issue|another problem|secondly|\
    unrelated|und auch|außerdem|des weiteren|darüber hinaus|bei der gelegenheit|und zusätzlich|\
    zudem|ferner";

/// Words that join two things in a title.
pub(super) const AND: &str = "and|plus|und|sowie";

/// Pairs that are one thing.
pub(super) const FIXED_PAIRS: &str = "\
    drag and drop|drag & drop|copy and paste|look and feel|terms and conditions|\
    search and replace|find and replace|read and write|up and down|back and forth|pros and cons|\
    black and white|save and load|cut and paste|start and end|min and max|dos and don'ts|\
    und/oder|and/or|between|zwischen|drag und drop|suchen und ersetzen|kopieren und einfügen";

/// Words of something that can be seen or counted.
pub(super) const CHECKABLE: &str = "\
    show*|display*|see|sees|seen|visible|hidden|appear*|open*|close*|contain*|includ*|return*|\
    send*|sent|receiv*|save*|store*|creat*|add*|delete*|remov*|click*|press*|list*|select*|\
    choos*|enter*|redirect*|log*|given|when|then|if|unless|after|before|error*|fail*|reject*|\
    refus*|can|cannot|can't|only|each|every|all|no|not|never|exactly|at least|at most|within|\
    default|equal*|same|pass*|exist*|written|documented|run|runs|call*|work with|zeig*|anzeig*|\
    angezeigt*|sieht|sichtbar|erschein*|öffne*|schließ*|enthält|enthalten|liefer*|sende*|\
    gesendet|speicher*|gespeichert|lösch*|gelöscht|entfern*|klick*|drück*|wähl*|eingeb*|eingibt|\
    angenommen|gegeben|wenn|dann|falls|sobald|nachdem|fehler*|kann|können|nur|jede*|alle*|kein*|\
    nicht|nie|genau|mindestens|höchstens|innerhalb|gleich*|dokumentiert|läuft|vorhanden";

/// What may go wrong.
pub(super) const ERRORS: &str = "\
    error*|fail*|invalid|wrong|exception*|timeout*|time out|offline|missing|empty|reject*|\
    refus*|denied|deny|unable|cannot|can't|warn*|retry|retries|fallback|otherwise|not found|\
    no results|unavailable|lost connection|duplicate*|abort*|cancel*|edge case*|corner case*|\
    conflict*|unless|fehler*|ungültig*|falsch*|abbruch|abbrech*|abgelehnt|leer|leere*|fehlt|\
    fehlen*|fehlgeschlagen|sonst|andernfalls|nicht gefunden|keine treffer|nicht erreichbar|\
    warnung*|doppelt*|sonderfall|sonderfälle|grenzfall|konflikt*";

/// What it depends on.
pub(super) const DEPENDS: &str = "\
    depend*|blocked by|blocks|requires|require|prerequisite*|waiting for|waits for|relies on|\
    rely on|builds on|based on|follow-up to|follows|upstream|abhängig*|hängt ab|hängt von|\
    setzt voraus|voraussetzung*|benötigt|blockiert|wartet auf|baut auf|basiert auf|vorarbeit*";

/// How many, how large, how fast.
pub(super) const BIG: &str = "\
    at most|at least|up to|limit*|maximum|max|minimum|per second|per minute|per day|per page|mb|\
    gb|kb|ms|seconds|minutes|rows|entries|thousand*|million*|hundred*|pagina*|page size|\
    höchstens|mindestens|maximal|bis zu|grenze*|obergrenze*|sekunden|minuten|zeilen|einträge|\
    tausend*|millionen|pro tag|pro seite";

/// Where numbers grow.
pub(super) const MANY: &str = "\
    list|lists|import*|export*|upload*|search*|report*|table|tables|batch*|bulk|sync*|stream*|\
    cache*|performance|history|logs|backup*|notifications|liste|listen|übersicht|suche|suchen|\
    tabelle|tabellen|hochlad*|auswertung*|bericht*|stapel*|verlauf|benachrichtigungen";

/// Who may do it, and with whose data.
pub(super) const ALLOWED: &str = "\
    permission*|allowed|authoriz*|authoris*|role|roles|access control|access rights|only for|\
    only admins|gdpr|privacy|public|berechtig*|rechte|darf|dürfen|rolle|rollen|zugriff*|nur für|\
    dsgvo|datenschutz*|öffentlich*";

/// What not everybody may do or see.
pub(super) const GUARDED: &str = "\
    delete|deletes|deleting|admin*|share*|sharing|invite*|invitation*|publish*|account*|login|\
    sign in|password*|personal data|private|approve*|approval|payment*|email*|download*|edit|\
    lösch*|teilen|freigeb*|freigab*|einlad*|konto|konten|anmeld*|passwort*|persönliche*|\
    personenbezogen*|veröffentlich*|genehmig*|zahlung*|bearbeiten";

/// What is not part of it.
pub(super) const EXCLUDED: &str = "\
    out of scope|not part of|not included|non-goal*|non goal*|does not include|doesn't include|\
    excluded|not in this|except|without|nicht teil|nicht enthalten|nicht umfang*|außerhalb|\
    ausgenommen|gehört nicht|kein bestandteil|ohne|außer";

/// How it will be shown or tested.
pub(super) const SHOWING: &str = "\
    demo*|show how|test*|verif*|check that|checked|try it|e2e|unit test*|reproduc*|vorführ*|\
    geprüft|prüfen|testdaten|nachstell*";

/// Things on a screen.
pub(super) const SCREENS: &str = "\
    button|buttons|screen|screens|page|pages|dialog*|form|forms|menu|menus|layout*|icon|icons|\
    modal*|popup*|pop-up|sidebar|tooltip*|toolbar|dropdown*|drop-down|checkbox*|dashboard*|\
    widget*|header|footer|theme*|dark mode|knopf|knöpfe|button*|seite|seiten|maske|masken|\
    dialogfenster|formular*|ansicht*|oberfläche*|menü*|spalte|spalten|schaltfläche*|startseite";

/// A picture of it.
pub(super) const PICTURES: &str = "\
    mock*|wireframe*|sketch*|screenshot*|prototype*|figma|design attached|entwurf*|skizze*|\
    bildschirmfoto*|prototyp*";

/// What touches something that is there.
pub(super) const CHANGING: &str = "\
    change|changing|replace*|replacing|rename*|renaming|migrat*|remove*|removing|deprecat*|\
    convert*|upgrade*|switch*|move|moving|drop|update|merge*|änder*|ersetz*|ablös*|umbenenn*|\
    umstell*|entfern*|umzieh*|migrier*|aktualisier*|abschaff*";

/// What happens to it.
pub(super) const EXISTING: &str = "\
    existing|backward*|compatib*|migration|rollback|roll back|old data|legacy|bestehend*|\
    bisherig*|vorhanden*|altdaten|kompatib*|rückwärts*";

/// What nobody expects, so that nobody has to say what is expected instead.
pub(super) const BREAKING: &str = "\
    crash*|freez*|exception*|segfault*|panics|deadlock*|white screen|500|abstürz*|absturz*|stürzt ab|\
    friert ein|hängt sich auf";

/// Work that may follow "and" in a title.
pub(super) const DOING: &str = "\
    add|create|edit|delete|remove|show|display|export|import|search|filter|sort|send|update|list|\
    download|upload|print|manage|view|change|share|invite|notify|save|load|validate|allow|make|\
    support|fix|test|document|deploy|publish|approve|cancel|assign|move|copy|merge|enable|disable";

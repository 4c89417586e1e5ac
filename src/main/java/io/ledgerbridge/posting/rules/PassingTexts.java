package io.ledgerbridge.posting.rules;

/**
 * How X3 may word what passes: a locked record, a change on another workstation, no session free, a year-end that is
 * under way, a server that is busy or lost. None takes what is locked for good, or what is missing for good.
 */
final class PassingTexts {

    /** From a record to its lock, among which nothing is said of anything else, nor of its contrary. */
    private static final String NEAR = "(?:(?!\\b(?:" + RefusalNouns.ACCOUNT + "|" + RefusalNouns.OTHER + "|"
            + RefusalNouns.SITE + "|" + RefusalNouns.PERIOD + "|" + RefusalNouns.NOT + ")\\b)[^;]){0,40}";

    /** From the beginning of a message that tells of no date: one before a closing is no closing under way. */
    private static final String CLOSING = "|(?:^|;)(?![^;]*\\b(?:dates?|datum|fechas?|data|before|prior)\\b)[^;]*(?:";

    private static final String WORDS = "[^;]{0,40}";

    private static final String START = "(?iU)";

    static final String ENGLISH = START + "\\b(?:record|entry|table|file|document|sequence|counter)\\b" + NEAR
            + "\\b(?:locked|in use|being (?:used|modified|updated))"
            + "|\\blocked (?:record|entry|table|file|document)\\b"
            + "|\\bb?locked by (?:an)?other|\\b(?:an)?other (?:work)?(?:station|terminal)\\b"
            + "|\\b(?:modified|changed|updated) (?:by another|(?:in the )?meantime)"
            + "|\\bno (?:more |free |available )+(?:\\w+ )?(?:session|licen[cs]e|connection|process)"
            + "|\\bno (?:\\w+ ){0,2}(?:session|licen[cs]e|connection|process)(?:e?s)?(?: (?:is|are))? (?:available|free|left)"
            + "|\\bsessions?\\b" + WORDS + "(?:not available|unavailable|exhausted|limit)"
            + "|maximum number of (?:sessions|users|connections|licen[cs]es)|\\btoo many (?:sessions|users|connections)"
            + "|\\bdeadlock|\\btime-?out\\b|\\btimed out\\b|\\bserver (?:is )?(?:too )?(?:busy|overloaded)"
            + "|\\btemporarily (?:unavailable|not available)|\\bconnection\\b" + WORDS
            + "\\b(?:lost|reset|closed|broken)"
            + CLOSING + "\\b(?:year[- ]end|closing|closure)\\b" + WORDS + "(?:in progress|running|under way|lock))";

    static final String FRENCH = START + "\\b(?:fiche|enregistrement|[ée]criture|fichier|table|compteur)" + NEAR
            + "(?:verrouill|en cours d)|(?:verrouill|bloqu)[ée]e? par (?:une? autre|l['’]utilisateur)"
            + "|autre (?:poste|session|terminal)\\b|modifi[ée]e? (?:par un autre|entre[- ]?temps)"
            + "|\\b(?:aucune?|plus d[e']|pas de)\\b.{0,15}(?:session|licence|connexion|processus)" + WORDS
            + "(?:disponible|libre)"
            + "|nombre maxim.{0,25}(?:session|utilisateur|connexion)|\\btrop de (?:sessions|connexions)"
            + "|\\binterblocage|\\bd[ée]lai (?:d['’]attente )?d[ée]pass[ée]|\\bserveur (?:est )?(?:occup|satur|surcharg)"
            + "|\\btemporairement indisponible|\\bconnexion\\b" + WORDS + "\\b(?:perdue|interrompue)"
            + CLOSING + "cl[ôo]ture" + WORDS + "en cours)";

    static final String GERMAN = START + "(?:datensatz|\\bsatz|beleg|buchung\\b|datei|tabelle|z[äa]hler)" + NEAR
            + "(?:gesperrt|in (?:bearbeitung|benutzung|verwendung))|gesperrte[rnsm]? (?:daten)?satz"
            + "|gesperrt (?:durch|von) (?:\\w+ )?(?:anderen?|benutzer|sitzung)"
            + "|andere[nrm]? (?:arbeitsplatz|arbeitsstation|station|terminal)"
            + "|von (?:einem )?andere[nrm]? (?:benutzer|sitzung)"
            + "|(?:zwischenzeitlich|inzwischen) (?:ge[äa]ndert|ver[äa]ndert)"
            + "|\\bkeine?\\b.{0,15}(?:sitzung|session|lizenz|verbindung)\\w*" + WORDS + "(?:frei|verf[üu]gbar)"
            + "|\\bkeine? (?:freie|verf[üu]gbare) (?:sitzung|session|lizenz|verbindung)"
            + "|maximale anzahl.{0,25}(?:sitzung|session|benutzer|verbindung)|\\bzu viele (?:sitzungen|verbindungen)"
            + "|\\bzeit(?:[üu]berschreitung|limit)|\\bserver (?:ist )?(?:[üu]berlastet|ausgelastet)"
            + "|\\bvor[üu]bergehend nicht (?:verf[üu]gbar|erreichbar)"
            + "|\\bverbindung\\b" + WORDS + "\\b(?:verloren|unterbrochen|abgebrochen)"
            + CLOSING + "abschluss" + WORDS + "(?:l[äa]uft|im gange|in bearbeitung|gesperrt))";

    static final String SPANISH = START + "\\b(?:registro|ficha|asiento|fichero|tabla|contador)" + NEAR
            + "(?:bloquead|en uso)|bloquead[oa] por (?:otr[oa]|el usuario)"
            + "|otr[oa] (?:puesto|estaci[óo]n|sesi[óo]n|terminal)|modificad[oa] (?:por otro|entre ?tanto)"
            + "|\\b(?:ninguna|no hay|sin)\\b.{0,15}(?:sesi[óo]n|sesiones|licencia|conexi[óo]n|conexiones)" + WORDS
            + "(?:disponible|libre)"
            + "|n[úu]mero m[áa]ximo.{0,25}(?:sesiones|usuarios|conexiones)|\\bdemasiad[oa]s (?:sesiones|conexiones)"
            + "|\\binterbloqueo|\\btiempo de espera|\\bservidor (?:est[áa] )?(?:ocupado|saturado)"
            + "|\\btemporalmente no disponible|\\bconexi[óo]n\\b" + WORDS + "\\b(?:perdida|interrumpida)"
            + CLOSING + "cierre" + WORDS + "en curso)";

    static final String PORTUGUESE =
            START + "\\b(?:regist[r]?o|ficha|lan[çc]amento|ficheiro|arquivo|tabela|contador)" + NEAR
                    + "(?:bloquead|em uso|em utiliza)|bloquead[oa] por (?:outr[oa]|utilizador|usu[áa]rio)"
                    + "|outr[oa] (?:posto|esta[çc][ãa]o|sess[ãa]o|terminal)"
                    + "|(?:modificad|alterad)[oa] (?:por outro|entretanto)"
                    + "|(?:nenhuma|n[ãa]o h[áa]|\\bsem)\\b.{0,15}(?:sess[ãa]o|sess[õo]es|licen[çc]a|liga[çc][ãa]o|conex)"
                    + WORDS + "(?:dispon[ií]ve|livre)"
                    + "|n[úu]mero m[áa]ximo.{0,25}(?:sess|utilizadores|usu[áa]rios|liga)"
                    + "|\\bdemasiadas (?:sess[õo]es|liga[çc][õo]es)|\\btempo limite|\\bservidor (?:est[áa] )?ocupado"
                    + "|\\btemporariamente indispon[ií]vel|\\b(?:liga[çc][ãa]o|conex[ãa]o)\\b" + WORDS + "\\bperdida"
                    + CLOSING + "(?:encerramento|fecho|fechamento)" + WORDS + "em (?:curso|andamento))";

    static final String ITALIAN = START + "\\b(?:record|registrazione|scheda|file|tabella|contatore)\\b" + NEAR
            + "(?:bloccat|in uso|in modifica)|bloccat[oa] da (?:un['’]? ?)?(?:altr[oa]|utente)"
            + "|altr[oa] (?:postazione|stazione|sessione|terminale)|modificat[oa] (?:da un altro|nel frattempo)"
            + "|\\b(?:nessuna|non ci sono|senza)\\b.{0,15}(?:sessione|sessioni|licenz|connession)" + WORDS
            + "(?:disponibil|liber)"
            + "|numero massimo.{0,25}(?:sessioni|utenti|connessioni)|\\btroppe (?:sessioni|connessioni)"
            + "|\\btempo scaduto|\\bserver (?:[èe] )?occupato|\\btemporaneamente non disponibile"
            + "|\\bconnessione\\b" + WORDS + "\\b(?:persa|interrotta)"
            + CLOSING + "chiusura" + WORDS + "in corso)";

    private PassingTexts() {}
}

package io.ledgerbridge.posting.rules;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How X3 may word what follows its own rules, in English, French, German, Spanish, Portuguese and Italian, with and
 * without accents. Sage publishes no list of its messages; a store whose X3 says otherwise sets its own.
 */
public final class RefusalTexts {

    /** Some words of the same message, among which nothing is said of an account, which can be closed for good. */
    private static final String NEAR =
            "(?:(?!accounts?\\b|comptes?\\b|konto\\b|cuentas?\\b|contas?\\b|cont[oi]\\b)[^;]){0,40}";

    private static final String WORDS = "[^;]{0,40}";

    /** A period, a fiscal year or a journal that is closed, or a date beyond its limits. */
    static final String CLOSED_ENGLISH = "(?iu)\\b(periods?|fiscal year|financial year|journal(?! entr))\\b" + NEAR
            + "\\b(closed|not (yet )?open)|\\bclosed (accounting |fiscal |financial )?(period|year|journal(?! entr))"
            + "|\\boutside" + WORDS + "\\b(date|validity|period|fiscal year)";

    static final String CLOSED_FRENCH = "(?iu)\\b(p[ée]riode|exercice|journal(?! entr))" + NEAR
            + "(cl[oô]tur[ée]|\\bclose?\\b|ferm[ée]|non ouvert|pas ouvert)"
            + "|\\b(hors|dehors)\\b" + WORDS + "(date|validit|exercice|p[ée]riode)"
            + "|\\bdate\\b" + WORDS + "\\b(hors|dehors)\\b";

    static final String CLOSED_GERMAN =
            "(?iu)(periode|gesch[äa]ftsjahr|wirtschaftsjahr|buchungsjahr|zeitraum|journal)" + NEAR
                    + "(geschlossen|gesperrt|nicht (ge[öo]ffnet|offen))"
                    + "|geschlossene[nrsm]? (periode|gesch[äa]ftsjahr|journal)"
                    + "|au(ß|ss)erhalb" + WORDS + "(datum|g[üu]ltigkeit|periode|gesch[äa]ftsjahr)"
                    + "|datum" + WORDS + "au(ß|ss)erhalb";

    static final String CLOSED_SPANISH = "(?iu)\\b(per[ií]odo|ejercicio|diario)" + NEAR
            + "(cerrad[oa]|no (est[áa] )?abiert[oa])"
            + "|\\bfuera\\b" + WORDS + "(fecha|validez|per[ií]odo|ejercicio)"
            + "|\\bfecha\\b" + WORDS + "\\bfuera\\b";

    static final String CLOSED_PORTUGUESE = "(?iu)\\b(per[ií]odo|exerc[ií]cio|di[áa]rio)" + NEAR
            + "(fechad[oa]|encerrad[oa]|n[ãa]o (est[áa] )?abert[oa])"
            + "|\\bfora\\b" + WORDS + "(data|validade|per[ií]odo|exerc[ií]cio)"
            + "|\\bdata\\b" + WORDS + "\\bfora\\b";

    static final String CLOSED_ITALIAN = "(?iu)\\b(periodo|esercizio|giornale)" + NEAR
            + "(chius[oa]|non ([èe]'? )?apert[oa])"
            + "|\\bfuori\\b" + WORDS + "(data|validit|periodo|esercizio)"
            + "|\\bdata\\b" + WORDS + "\\bfuori\\b";

    /** A locked record, a change on another workstation, no session free, a year-end that is under way. */
    static final String PASSING_ENGLISH = "(?iu)\\b(record|entry|table|file|document|sequence|counter)\\b" + WORDS
            + "\\b(locked|in use|being (used|modified|updated))"
            + "|\\blocked by\\b|\\b(an)?other (work)?station\\b|(modified|changed|updated) by another\\b"
            + "|\\bno (more |free |available )?(session|licen[cs]e|connection)"
            + "|\\bsessions?\\b" + WORDS + "(not available|unavailable|exhausted|limit)"
            + "|maximum number of (sessions|users|connections|licen[cs]es)"
            + "|\\b(year[- ]end|closing|closure)\\b" + WORDS + "(in progress|running|under way|lock)";

    static final String PASSING_FRENCH = "(?iu)\\b(fiche|enregistrement|[ée]criture|fichier|table|compteur)" + WORDS
            + "(verrouill|en cours d)|verrouill[ée]e? par|autre (poste|session)\\b|modifi[ée]e? par un autre"
            + "|\\b(aucune|plus de|pas de)\\b.{0,15}(session|licence|connexion)"
            + "|nombre maxim.{0,25}(session|utilisateur|connexion)|cl[ôo]ture" + WORDS + "en cours";

    static final String PASSING_GERMAN = "(?iu)(datensatz|\\bsatz|beleg|buchung\\b|datei|tabelle|z[äa]hler)" + WORDS
            + "(gesperrt|in (bearbeitung|benutzung|verwendung))|gesperrt (durch|von)"
            + "|andere[nrm]? (arbeitsplatz|arbeitsstation|station)"
            + "|von (einem )?andere[nrm]? (benutzer|sitzung)"
            + "|\\bkeine?\\b.{0,15}(sitzung|session|lizenz|verbindung)"
            + "|maximale anzahl.{0,25}(sitzung|session|benutzer|verbindung)"
            + "|abschluss" + WORDS + "(l[äa]uft|im gange|in bearbeitung|gesperrt)";

    static final String PASSING_SPANISH = "(?iu)\\b(registro|ficha|asiento|fichero|tabla|contador)" + WORDS
            + "(bloquead|en uso)|bloquead[oa] por|otr[oa] (puesto|estaci[óo]n|sesi[óo]n)|modificad[oa] por otro"
            + "|\\b(ninguna|no hay|sin)\\b.{0,15}(sesi[óo]n|sesiones|licencia|conexi[óo]n)"
            + "|n[úu]mero m[áa]ximo.{0,25}(sesiones|usuarios|conexiones)|cierre" + WORDS + "en curso";

    static final String PASSING_PORTUGUESE =
            "(?iu)\\b(regist[r]?o|ficha|lan[çc]amento|ficheiro|arquivo|tabela|contador)" + WORDS
                    + "(bloquead|em uso|em utiliza)|bloquead[oa] por|outr[oa] (posto|esta[çc][ãa]o|sess[ãa]o)"
                    + "|(modificad|alterad)[oa] por outro"
                    + "|(nenhuma|n[ãa]o h[áa]|\\bsem)\\b.{0,15}(sess[ãa]o|sess[õo]es|licen[çc]a|liga[çc][ãa]o|conex)"
                    + "|n[úu]mero m[áa]ximo.{0,25}(sess|utilizadores|usu[áa]rios|liga)"
                    + "|(encerramento|fecho|fechamento)" + WORDS + "em (curso|andamento)";

    static final String PASSING_ITALIAN = "(?iu)\\b(record|registrazione|scheda|file|tabella|contatore)\\b" + WORDS
            + "(bloccat|in uso|in modifica)|bloccat[oa] da|altr[oa] (postazione|stazione|sessione)"
            + "|modificat[oa] da un altro"
            + "|\\b(nessuna|non ci sono|senza)\\b.{0,15}(sessione|sessioni|licenz|connession)"
            + "|numero massimo.{0,25}(sessioni|utenti|connessioni)|chiusura" + WORDS + "in corso";

    private RefusalTexts() {}

    /** Whether one of some texts is in X3's words. */
    public static boolean isIn(String words, List<Pattern> texts) {
        return texts.stream().anyMatch(text -> text.matcher(words).find());
    }
}

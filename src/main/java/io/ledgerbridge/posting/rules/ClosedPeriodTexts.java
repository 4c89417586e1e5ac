package io.ledgerbridge.posting.rules;

/**
 * How X3 may say that a period, a fiscal year or a journal is closed, or a date beyond its limits. Each is asked of a
 * message at a time, and takes none that is about an account, a dimension, a tax or another date.
 */
final class ClosedPeriodTexts {

    /** From a message's beginning. */
    private static final String MESSAGE = "(?iU)(?:^|;)(?![^;]*\\b(?:" + RefusalNouns.ACCOUNT + ")\\b)[^;]*(?:";

    /** Likewise, up to the words that tell of a date beyond its limits: only such as say it is the entry's. */
    private static final String LIMIT =
            ")|(?:^|;)(?![^;]*\\b(?:" + RefusalNouns.LIMITED + ")\\b)(?:[^;]*[:.,(\\[–-])?\\s*"
                    + "(?:(?:the|this|accounting|posting|entry|date|is|lies|falls|la|le|cette|comptable|est|en|das|dieses|datum"
                    + "|buchungsdatum|ist|liegt|esta|fecha|contable|est[áa]|es|a|data|cont[áa]bil|questa|contabile|[èée]"
                    + "|[\\d./-]+)\\s+){0,6}";

    /** Some words of the same message, among which nothing is said of anything else. */
    private static final String NEAR = "(?:(?!\\b(?:" + RefusalNouns.OTHER + "|" + RefusalNouns.SITE + "|"
            + RefusalNouns.RECORD + ")\\b)[^;]){0,40}";

    private static final String WORDS = "[^;]{0,40}";

    private static final String FEW = "[^;]{0,25}";

    static final String ENGLISH = MESSAGE + "\\b(?:periods?|fiscal year|financial year|journal(?! entr))\\b" + NEAR
            + "(?:\\b(?:closed|not (?:yet )?open)|n['’]t (?:yet )?open)"
            + "|\\b(?:period|fiscal year|financial year)\\b" + NEAR + "\\bb?locked(?! by)"
            + "|\\bclosed (?:accounting |fiscal |financial )?(?:period|year|journal(?! entr))"
            + "|\\b(?:no|not)\\b" + FEW + "\\bopen (?:accounting |fiscal |financial )?(?:period|year)"
            + LIMIT + "\\boutside" + WORDS + "\\b(?:date|validity|period|fiscal year)";

    static final String FRENCH = MESSAGE + "\\b(?:p[ée]riode|exercice|journal(?! entr))" + NEAR
            + "(?:(?<!\\b(?:de|la|en) )cl[oô]tur[ée]|\\bclose?\\b|ferm[ée]|non ouvert|pas ouvert)"
            + "|\\b(?:p[ée]riode|exercice)\\b" + NEAR + "(?:verrouill|bloqu)[ée]e?(?! par)"
            + "|\\b(?:pas|aucune?|non)\\b" + FEW + "\\b(?:p[ée]riode|exercice)s? (?:comptable )?ouvert"
            + LIMIT + "(?:\\b(?:hors|dehors)\\b" + WORDS + "(?:date|validit|exercice|p[ée]riode)"
            + "|(?<=\\bdate )" + WORDS + "\\b(?:hors|dehors)\\b)";

    static final String GERMAN =
            MESSAGE + "(?:periode|gesch[äa]ftsjahr|wirtschaftsjahr|buchungsjahr|zeitraum|journal)" + NEAR
                    + "(?:geschlossen|gesperrt(?! (?:durch|von))|nicht (?:ge[öo]ffnet|offen))"
                    + "|(?:geschlossen|gesperrt)e[nrsm]? (?:periode|gesch[äa]ftsjahr|journal)"
                    + "|\\b(?:nicht|keine?[nrm]?)\\b" + FEW
                    + "\\b(?:offene|ge[öo]ffnete)[nrsm]? (?:periode|gesch[äa]ftsjahr|zeitraum)"
                    + LIMIT + "(?:au(?:ß|ss)erhalb" + WORDS + "(?:datum|g[üu]ltigkeit|periode|gesch[äa]ftsjahr)"
                    + "|(?<=\\b(?:buchungs)?datum )" + WORDS + "au(?:ß|ss)erhalb)";

    static final String SPANISH = MESSAGE + "\\b(?:per[ií]odo|ejercicio|diario)" + NEAR
            + "(?:cerrad[oa]|no (?:est[áa] )?abiert[oa])"
            + "|\\b(?:per[ií]odo|ejercicio)\\b" + NEAR + "bloquead[oa](?! por)"
            + "|\\b(?:no|ning[úu]n)\\b" + FEW + "\\b(?:per[ií]odo|ejercicio)s? (?:contables? )?abierto"
            + LIMIT + "(?:\\bfuera\\b" + WORDS + "(?:fecha|validez|per[ií]odo|ejercicio)"
            + "|(?<=\\bfecha )" + WORDS + "\\bfuera\\b)";

    static final String PORTUGUESE = MESSAGE + "\\b(?:per[ií]odo|exerc[ií]cio|di[áa]rio)" + NEAR
            + "(?:fechad[oa]|encerrad[oa]|n[ãa]o (?:est[áa] )?abert[oa])"
            + "|\\b(?:per[ií]odo|exerc[ií]cio)\\b" + NEAR + "bloquead[oa](?! por)"
            + "|\\b(?:n[ãa]o|nenhum)\\b" + FEW + "\\b(?:per[ií]odo|exerc[ií]cio)s? (?:cont[áa]b\\w+ )?aberto"
            + LIMIT + "(?:\\bfora\\b" + WORDS + "(?:data|validade|per[ií]odo|exerc[ií]cio)"
            + "|(?<=\\bdata )" + WORDS + "\\bfora\\b)";

    static final String ITALIAN = MESSAGE + "\\b(?:periodo|esercizio|giornale|sezionale)" + NEAR
            + "(?:chius[oa]|non (?:[èe]'? )?apert[oa])"
            + "|\\b(?:periodo|esercizio)\\b" + NEAR + "bloccat[oa](?! da)"
            + "|\\b(?:non|nessun)\\b" + FEW + "\\b(?:periodo|esercizio) (?:contabile )?aperto"
            + LIMIT + "(?:\\bfuori\\b" + WORDS + "(?:data|validit|periodo|esercizio)"
            + "|(?<=\\bdata )" + WORDS + "\\bfuori\\b)";

    private ClosedPeriodTexts() {}
}

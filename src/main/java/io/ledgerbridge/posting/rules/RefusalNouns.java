package io.ledgerbridge.posting.rules;

/** What X3's words may be about, in the languages of {@link ClosedPeriodTexts}; each is to stand between word ends. */
final class RefusalNouns {

    /** Of an account, which can be closed for good. */
    static final String ACCOUNT = "accounts?|comptes?|\\w*kont(?:o|en)|cuentas?|contas?|cont[oi]|ACC";

    /** Of something else on a line or beside it, that can be closed, locked or limited by dates, too. */
    static final String OTHER = "dimens\\w*|CCE\\d*|sections?|secci[óo]n|sec[çc][ãa]o|sezione|anal[iyí]ti\\w*"
            + "|kostenstelle\\w*|tax(?:es?)?|tva|vat|\\w*steuer\\w*|impuestos?|impostos?|imposta|iva"
            + "|partners?|tiers|\\w*partner|BPR|customers?|clients?|clientes?|kunden?|suppliers?|fournisseurs?|lieferant\\w*"
            + "|types?|typ|tipos?|functions?|fonctions?|funktion\\w*|credit";

    /** Of a site, unless as that of what is said. */
    static final String SITE =
            "(?<!\\b(?:of|for|du|de|del|do|di|des|pour|para|per|von|für) )(?:sites?|standort|sitio|sede)";

    /** Of a row that somebody edits. */
    static final String RECORD =
            "records?|entr(?:y|ies)|tables?|fiches?|enregistrements?|\\w*datensatz|registros?|ficha";

    /** Of a period, which doesn't open by itself. */
    static final String PERIOD =
            "periods?|years?|p[ée]riodes?|exercices?|perioden?|\\w*jahr|per[ií]odos?|ejercicios?|exerc[ií]cios?|esercizi[oi]";

    /** What turns a word into its contrary. */
    static final String NOT = "not|no|pas|plus|nicht|keine?|n[ãa]o|non";

    /** Of a date limit of something else than the entry's period. */
    static final String LIMITED = ACCOUNT + "|" + OTHER + "|sites?|users?|utilisateurs?|benutzer|usuarios?|utentes?"
            + "|due|[ée]ch[ée]ance|f[äa]llig\\w*|vencimiento|vencimento|scadenza"
            + "|rates?|exchange|cours|taux|\\w*kurs\\w*|cambio|c[âa]mbio|tasso"
            + "|documents?|pi[èe]ce|beleg\\w*|documento|value|valeur|valuta\\w*"
            + "|amounts?|montants?|betrag|importe|montante|importo|tol[ée]r\\w*|currency|devise|w[äa]hrung|moneda|moeda";

    private RefusalNouns() {}
}

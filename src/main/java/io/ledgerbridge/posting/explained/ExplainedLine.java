package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.SidedAmount;
import io.ledgerbridge.posting.explained.words.Phrase;
import java.util.Locale;

/**
 * Why a line is what it is.
 *
 * @param said one to four sentences with the numbers
 * @param terms the figures of which its amount is the sum, rounded once
 * @param account which setting names its account, or whose line it takes back
 */
public record ExplainedLine(JournalLine line, Phrase said, RuleName rule, Terms terms, Phrase account) {

    /** In English: a line below zero is a credit. */
    public String words() {
        return said.toString();
    }

    public String words(Locale language) {
        return said.in(language);
    }

    /** With its amount on the side of its account on which it is written. */
    public String words(Locale language, SidedAmount sided) {
        return said.replacing(Sentences.lead(line), Sentences.lead(line, sided)).in(language);
    }

    /** In English. */
    public String accountFrom() {
        return account.toString();
    }

    public String accountFrom(Locale language) {
        return account.in(language);
    }
}

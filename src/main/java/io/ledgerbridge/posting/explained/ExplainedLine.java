package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.JournalLine;

/**
 * Why a line is what it is.
 *
 * @param words one to four sentences with the numbers
 * @param terms the figures of which its amount is the sum, rounded once
 * @param accountFrom which setting names its account, or whose line it takes back
 */
public record ExplainedLine(JournalLine line, String words, RuleName rule, Terms terms, String accountFrom) {}

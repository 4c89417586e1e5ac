package io.ledgerbridge.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * A balanced entry: what becomes one entry of Sage X3's general ledger.
 *
 * @param reference unique in the X3 folder, 20 characters at most
 * @param entryType X3's entry type (TYP), such as ODGEN
 * @param journalCode X3's journal (JOU), such as SAL
 * @param site X3's site (FCY)
 * @param accountingDate the date in the store's time zone
 * @param documentDate the day that it belongs to; before the accounting date where closed periods moved that
 * @param rateDate the day whose exchange rate it takes
 */
public record JournalEntry(
        String reference,
        String entryType,
        String journalCode,
        String site,
        LocalDate accountingDate,
        LocalDate documentDate,
        LocalDate rateDate,
        Currency currency,
        String description,
        List<JournalLine> lines) {

    public static final int LONGEST_REFERENCE = 20;

    public JournalEntry {
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            throw new IllegalArgumentException(
                    "a reference has 1 to %d characters: '%s'".formatted(LONGEST_REFERENCE, reference));
        }
        if (lines.size() < 2) {
            throw new IllegalArgumentException("entry %s has %d lines".formatted(reference, lines.size()));
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (JournalLine line : lines) {
            if (!line.amount().currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "entry %s is in %s, its line in %s".formatted(reference, currency, line.amount()));
            }
            sum = sum.add(line.amount().amount());
        }
        if (sum.signum() != 0) {
            throw new IllegalArgumentException("the sides of entry %s differ by %s".formatted(reference, sum));
        }
        lines = List.copyOf(lines);
        // what was kept as JSON before entries had these dates lacks them
        documentDate = documentDate == null ? accountingDate : documentDate;
        rateDate = rateDate == null ? accountingDate : rateDate;
    }

    /** One whose dates are all the same. */
    public JournalEntry(
            String reference,
            String entryType,
            String journalCode,
            String site,
            LocalDate accountingDate,
            Currency currency,
            String description,
            List<JournalLine> lines) {
        this(
                reference,
                entryType,
                journalCode,
                site,
                accountingDate,
                accountingDate,
                accountingDate,
                currency,
                description,
                lines);
    }
}

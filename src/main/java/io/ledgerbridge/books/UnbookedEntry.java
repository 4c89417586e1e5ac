package io.ledgerbridge.books;

import io.ledgerbridge.ledger.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an order that Sage X3 has and the books lack.
 *
 * @param x3Number X3's number of it, or several where it has several under the reference
 * @param sums the signed sum on each account, debit positive; empty where there are several
 * @param difference to the journal that the books would have sent under the reference, where there is one
 */
public record UnbookedEntry(
        String reference,
        String x3Number,
        LocalDate accountingDate,
        String currency,
        Map<String, BigDecimal> sums,
        @Nullable String difference) {

    public UnbookedEntry {
        sums = Collections.unmodifiableMap(new TreeMap<>(sums));
    }

    /** By its reference. */
    public JournalKind kind() {
        int suffix = reference.lastIndexOf('-');
        if (suffix < 0 || !reference.substring(suffix).matches("-[AVRM][0-9]+")) {
            return JournalKind.ORDER;
        }
        return switch (reference.charAt(suffix + 1)) {
            case 'A' -> JournalKind.ADJUSTMENT;
            case 'V' -> JournalKind.REVERSAL;
            default -> JournalKind.REFUND;
        };
    }

    /**
     * As a journal that Sage X3 has.
     *
     * @param order BigCommerce's order id
     * @param draft what it holds
     */
    public Journal posted(long id, String store, long order, JournalDraft draft) {
        return Journal.counted(id, store, order, draft, x3Number);
    }

    /** Such as {@code BC250 as entry FR011…1 of 2026-11-03 (411000 16.50, 707000 -16.50 USD)}. */
    public String words() {
        String amounts = sums.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .map(sum -> sum.getKey() + " " + Money.digits(sum.getValue(), currency))
                .collect(Collectors.joining(", "));
        return "%s as entry %s of %s (%s %s)".formatted(reference, x3Number, accountingDate, amounts, currency);
    }
}

package io.ledgerbridge.sagex3;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.UnbookedEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.sagex3.found.WholeMultiple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry that Sage X3 has under a reference.
 *
 * @param number X3's number of it
 * @param sums the signed sum on each account, debit positive
 * @param status {@code temporary} or {@code final}; null where it isn't known
 */
public record FoundEntry(
        String number,
        LocalDate accountingDate,
        String currency,
        Map<String, BigDecimal> sums,
        @Nullable String status) {

    public FoundEntry {
        sums = Map.copyOf(sums);
    }

    /** X3's numbers of them. */
    public static List<String> numbers(List<FoundEntry> found) {
        return found.stream().map(FoundEntry::number).toList();
    }

    /** What there is under a reference: an entry, or several, of which no sums are told. */
    static UnbookedEntry traced(Journal journal, List<FoundEntry> found, @Nullable String difference) {
        FoundEntry first = found.get(0);
        return new UnbookedEntry(
                journal.reference(),
                String.join(" and ", numbers(found)),
                first.accountingDate(),
                first.currency(),
                found.size() == 1 ? first.sums() : Map.of(),
                difference);
    }

    /** How it differs from a journal in date, currency or the sum on an account; nothing where it is that journal. */
    public Optional<String> differenceTo(Journal journal) {
        if (!accountingDate.equals(journal.entry().accountingDate())) {
            return differs("date", accountingDate, journal.entry().accountingDate());
        }
        String expectedCurrency = journal.entry().currency().getCurrencyCode();
        if (!currency.equals(expectedCurrency)) {
            return differs("currency", currency, expectedCurrency);
        }
        Map<String, BigDecimal> ours = new TreeMap<>();
        for (JournalLine line : journal.lines()) {
            ours.merge(line.account(), line.amount().amount(), BigDecimal::add);
        }
        Map<String, BigDecimal> left = new TreeMap<>(sums);
        ours.forEach((account, sum) -> left.merge(account, sum.negate(), BigDecimal::add));
        return left.entrySet().stream()
                .filter(account -> account.getValue().signum() != 0)
                .findFirst()
                .map(account -> WholeMultiple.of(sums, ours)
                        .orElseGet(() -> "account %s differs by %s"
                                .formatted(account.getKey(), Money.shown(account.getValue(), expectedCurrency))));
    }

    private static Optional<String> differs(String what, Object found, Object expected) {
        return Optional.of("its %s is %s, not %s".formatted(what, found, expected));
    }
}

package io.ledgerbridge.catchup.shadow;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.parked.OrderPreview;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the ledger holds on an account, and by how much it would change. Positive is a debit, negative a credit.
 *
 * @param inLedger what Sage X3 has, or may have
 * @param change by what would be posted
 */
public record AccountChange(String account, String currency, BigDecimal inLedger, BigDecimal change) {

    private record Key(String account, String currency) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byAccount = account.compareTo(other.account);
            return byAccount == 0 ? currency.compareTo(other.currency) : byAccount;
        }
    }

    static AccountChange of(ResultSet row, int index) throws SQLException {
        return new AccountChange(
                row.getString("account"),
                row.getString("currency"),
                row.getBigDecimal("in_ledger"),
                row.getBigDecimal("would_change"));
    }

    /** Those of one order, by account and currency, always in this order. */
    static List<AccountChange> all(OrderPreview.Preview preview) {
        Map<Key, BigDecimal> before = sums(preview.ledger().stream().map(Journal::draft));
        Map<Key, BigDecimal> change = sums(preview.plan().journals().stream());
        return Stream.concat(before.keySet().stream(), change.keySet().stream())
                .distinct()
                .sorted()
                .map(key -> new AccountChange(
                        key.account(),
                        key.currency(),
                        before.getOrDefault(key, BigDecimal.ZERO),
                        change.getOrDefault(key, BigDecimal.ZERO)))
                .toList();
    }

    private static Map<Key, BigDecimal> sums(Stream<JournalDraft> drafts) {
        Map<Key, BigDecimal> sums = new TreeMap<>();
        drafts.map(JournalDraft::entry)
                .forEach(entry -> entry.lines()
                        .forEach(line -> sums.merge(
                                new Key(line.account(), entry.currency().getCurrencyCode()),
                                line.amount().amount(),
                                BigDecimal::add)));
        return sums;
    }

    /** What the ledger would hold. */
    public BigDecimal after() {
        return inLedger.add(change);
    }
}

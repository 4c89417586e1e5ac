package io.ledgerbridge.queue.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By how much orders of one currency are not in the ledger. Each counts with what the ledger lacks of it or has too much,
 * without a sign: a sale that is missing and a refund that is missing are two amounts, and not nothing.
 *
 * @param currency null of those whose currency isn't known
 * @param notRead how many BigCommerce was not read for: they are in no amount
 * @param amount of the others, from 0
 */
public record NotInLedger(@Nullable String currency, long orders, long notRead, BigDecimal amount) {

    /** Of one order's row, which the database keeps up; null where BigCommerce was not read. */
    public static final String OF_ONE = "not_in_ledger";

    /** Likewise, as if nothing of the order were set aside. */
    public static final String WITHOUT_ASIDE = """
            CASE WHEN status IN (0, 5, 6) AND owed = 0 THEN abs(in_ledger)
                 ELSE greatest(abs(total - coalesce(refunded, 0) - in_ledger), abs(owed)) END""";

    /** Of rows that are grouped by their currency. */
    public static final String COLUMNS = "currency, count(*) AS orders, count(" + OF_ONE
            + ") AS with_total, coalesce(sum(" + OF_ONE + "), 0) AS amount";

    /** From a row with {@link #COLUMNS}. An amount without its currency says nothing, so it counts as not read. */
    public static NotInLedger of(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        long orders = row.getLong("orders");
        return currency == null
                ? new NotInLedger(null, orders, orders, BigDecimal.ZERO)
                : new NotInLedger(currency, orders, orders - row.getLong("with_total"), row.getBigDecimal("amount"));
    }

    /** One for each currency, and last those whose currency isn't known. */
    public static List<NotInLedger> together(Stream<NotInLedger> some) {
        Map<String, NotInLedger> sums = new TreeMap<>();
        // "null" comes behind every currency
        some.forEach(one -> sums.merge(String.valueOf(one.currency), one, NotInLedger::plus));
        return List.copyOf(sums.values());
    }

    /** The highest amount of any currency, by which causes are ordered; 0 where nothing was read. */
    public static BigDecimal most(List<NotInLedger> some) {
        return some.stream()
                .map(NotInLedger::amount)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }

    private NotInLedger plus(NotInLedger other) {
        return new NotInLedger(currency, orders + other.orders, notRead + other.notRead, amount.add(other.amount));
    }
}

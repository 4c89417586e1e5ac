package io.ledgerbridge.orders;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Orders of one currency together.
 *
 * @param currency null of those whose currency isn't known
 * @param notRead how many of them BigCommerce was not read for: they are in none of its amounts; all
 *     those whose currency isn't known
 * @param total of those that were read
 * @param refunded likewise
 * @param inLedger of all
 */
public record OrderSum(
        @Nullable String currency,
        long orders,
        long notRead,
        BigDecimal total,
        BigDecimal refunded,
        BigDecimal inLedger) {

    static final String COLUMNS = """
            SELECT currency, sum(orders) AS orders, sum(with_total) AS with_total, coalesce(sum(total), 0) AS total,
                   coalesce(sum(refunded), 0) AS refunded, coalesce(sum(in_ledger), 0) AS in_ledger""";

    /** An amount without its currency says nothing, so one of those counts as not read. */
    static OrderSum of(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        long orders = row.getLong("orders");
        return currency == null
                ? new OrderSum(null, orders, orders, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)
                : new OrderSum(
                        currency,
                        orders,
                        orders - row.getLong("with_total"),
                        row.getBigDecimal("total"),
                        row.getBigDecimal("refunded"),
                        row.getBigDecimal("in_ledger"));
    }
}

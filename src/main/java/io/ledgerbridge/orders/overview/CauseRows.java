package io.ledgerbridge.orders.overview;

import io.ledgerbridge.orders.OrderSelection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads why orders need a person. */
record CauseRows(JdbcClient jdbc) {

    /** @param parked those that do; those that most orders have come first */
    List<Cause> of(OrderSelection parked) {
        Map<String, List<Cause.Missing>> reasons = new TreeMap<>();
        jdbc.sql("""
                        SELECT coalesce(reason, '') AS reason, currency, count(*) AS orders, count(total) AS with_total,
                               coalesce(sum(total - refunded - in_ledger), 0) AS amount
                          FROM due_order""" + parked.where() + " GROUP BY reason, currency ORDER BY currency NULLS LAST")
                .params(parked.parameters())
                .query(row -> {
                    long orders = row.getLong("orders");
                    reasons.computeIfAbsent(row.getString("reason"), reason -> new ArrayList<>())
                            .add(new Cause.Missing(
                                    row.getString("currency"),
                                    orders,
                                    orders - row.getLong("with_total"),
                                    row.getBigDecimal("amount")));
                });
        return reasons.entrySet().stream()
                .map(reason -> cause(reason.getKey(), reason.getValue()))
                .sorted(Comparator.comparingLong(Cause::orders).reversed().thenComparing(Cause::reason))
                .toList();
    }

    private static Cause cause(String reason, List<Cause.Missing> amounts) {
        return new Cause(
                reason, amounts.stream().mapToLong(Cause.Missing::orders).sum(), amounts);
    }
}

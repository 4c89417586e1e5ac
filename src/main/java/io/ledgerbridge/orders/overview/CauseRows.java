package io.ledgerbridge.orders.overview;

import io.ledgerbridge.orders.OrderSelection;
import io.ledgerbridge.queue.figures.NotInLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads why orders need a person, from what the database keeps of each reason. */
record CauseRows(JdbcClient jdbc) {

    /** @param parked those that do, by what is kept of them alone; those that most orders have come first */
    List<Cause> of(OrderSelection parked) {
        Map<String, List<NotInLedger>> reasons = new TreeMap<>();
        jdbc.sql("""
                        SELECT coalesce(reason, '') AS reason, currency, sum(orders) AS orders, sum(with_lack) AS with_total,
                               sum(lack) AS amount
                          FROM parked_totals""" + parked.where()
                        + " GROUP BY reason, currency HAVING sum(orders) <> 0 ORDER BY currency NULLS LAST")
                .params(parked.parameters())
                .query(row -> {
                    reasons.computeIfAbsent(row.getString("reason"), reason -> new ArrayList<>())
                            .add(NotInLedger.of(row));
                });
        return reasons.entrySet().stream()
                .map(reason -> cause(reason.getKey(), reason.getValue()))
                .sorted(Cause.BY_MONEY)
                .toList();
    }

    private static Cause cause(String reason, List<NotInLedger> amounts) {
        return new Cause(reason, amounts.stream().mapToLong(NotInLedger::orders).sum(), amounts);
    }
}

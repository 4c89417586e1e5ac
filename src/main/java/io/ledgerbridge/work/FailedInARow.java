package io.ledgerbridge.work;

import io.ledgerbridge.queue.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stores of which every work has failed for a reason that nobody foresaw. One order's fault is no store's: it takes
 * {@value #ORDERS} orders.
 */
final class FailedInARow {

    private static final int ORDERS = 3;

    /** Twice the usual longest wait between two tries: what failed before that has perhaps been seen to. */
    private static final Duration LATELY = Duration.ofHours(2);

    private final Map<String, Row> rows = new ConcurrentHashMap<>();

    /**
     * Works of one store, none of which came to an end that is foreseen.
     *
     * @param since when the first of them failed
     * @param last when the last did
     * @param orders some of those that failed
     */
    record Row(Instant since, Instant last, Set<Long> orders) {

        Row and(long order, Instant now) {
            Set<Long> some = new TreeSet<>(orders);
            if (some.size() < ORDERS) {
                some.add(order);
            }
            return new Row(since, now, some);
        }

        boolean isOver(Duration limit, Instant now) {
            return orders.size() >= ORDERS
                    && Duration.between(since, last).compareTo(limit) >= 0
                    && now.isBefore(last.plus(LATELY));
        }
    }

    void failed(Claim claim, Instant now) {
        rows.merge(
                claim.store(),
                new Row(now, now, Set.of(claim.order())),
                (before, one) -> before.and(claim.order(), now));
    }

    void passed(Claim claim) {
        rows.remove(claim.store());
    }

    /** Those that have lasted for so long, by store. */
    Map<String, Row> over(Duration limit, Instant now) {
        Map<String, Row> over = new TreeMap<>(rows);
        over.values().removeIf(row -> !row.isOver(limit, now));
        return over;
    }
}

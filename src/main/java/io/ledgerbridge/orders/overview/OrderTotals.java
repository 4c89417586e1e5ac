package io.ledgerbridge.orders.overview;

import java.util.Map;

/**
 * How many orders there are, and in which of six classes; each is in one.
 *
 * @param known all of them
 * @param noEntry by a rule
 * @param held not paid yet
 * @param onTheWay waiting, or being posted
 * @param needYou parked
 */
public record OrderTotals(
        long known, long inLedger, long noEntry, long held, long setAside, long onTheWay, long needYou) {

    /** Of no order. */
    static final OrderTotals NONE = new OrderTotals(0, 0, 0, 0, 0, 0, 0);

    /**
     * From one count.
     *
     * @throws IllegalStateException where an order is in none of the classes
     */
    static OrderTotals of(Map<String, Long> standing) {
        OrderTotals totals = new OrderTotals(
                standing.values().stream().mapToLong(Long::longValue).sum(),
                standing.getOrDefault("posted", 0L),
                standing.getOrDefault("ignored", 0L),
                standing.getOrDefault("held", 0L),
                standing.getOrDefault("set-aside", 0L),
                standing.getOrDefault("on-the-way", 0L),
                standing.getOrDefault("parked", 0L));
        if (totals.known != totals.sum()) {
            throw new IllegalStateException("orders in a class of their own: " + standing);
        }
        return totals;
    }

    private long sum() {
        return inLedger + noEntry + held + setAside + onTheWay + needYou;
    }

    /** How many are not where they belong yet. */
    public long notYet() {
        return onTheWay + needYou;
    }
}

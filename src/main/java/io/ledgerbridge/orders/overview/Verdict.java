package io.ledgerbridge.orders.overview;

import java.util.List;

/** Whether everything is in the ledger that belongs there. */
public enum Verdict {
    /** There is no order yet. */
    NONE_YET,
    YES,
    /** The rest is on the way. */
    ALMOST,
    /** Some need a person. */
    NO,
    /** Nobody knows which orders BigCommerce has. */
    CANT_SAY;

    /**
     * Of what is known. Where Sage X3 is away, it is known what isn't there.
     *
     * @param unreadable deliveries and rows of lists behind each of which there may be an order that isn't known
     */
    static Verdict of(OrderTotals totals, long unreadable, List<Stop> stops) {
        if (stops.stream().anyMatch(stop -> stop.kind().hidesOrders() && !isBeginning(totals, stop))) {
            return CANT_SAY;
        }
        if (totals.known() == 0 && unreadable == 0) {
            return NONE_YET;
        }
        return totals.needYou() + unreadable > 0 ? NO : totals.onTheWay() > 0 ? ALMOST : YES;
    }

    /** A program that was just set up has no order that it could be uncertain about. */
    private static boolean isBeginning(OrderTotals totals, Stop stop) {
        return stop.kind() == Stop.Kind.FIRST_LOOK && totals.known() == 0;
    }
}

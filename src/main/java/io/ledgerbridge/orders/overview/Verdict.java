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
    /** A side of a store doesn't answer, or nothing is done for the store: there may be more than is known. */
    CANT_SAY;

    static Verdict of(OrderTotals totals, List<Stop> stops) {
        if (!stops.isEmpty()) {
            return CANT_SAY;
        }
        if (totals.known() == 0) {
            return NONE_YET;
        }
        return totals.needYou() > 0 ? NO : totals.onTheWay() > 0 ? ALMOST : YES;
    }
}

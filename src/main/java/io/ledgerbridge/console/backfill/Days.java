package io.ledgerbridge.console.backfill;

import io.ledgerbridge.catchup.CountedOrders;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days in the form, and what BigCommerce has in them.
 *
 * @param store null where none is chosen yet
 * @param counted null where nobody has asked, or BigCommerce didn't answer
 * @param refusal why there is no count; null where there is one, or nobody asked
 */
record Days(
        @Nullable String store,
        LocalDate from,
        LocalDate to,
        @Nullable CountedOrders counted,
        @Nullable String refusal) {

    /** Nobody has asked for a count. */
    static Days of(@Nullable String store, LocalDate from, LocalDate to) {
        return new Days(store, from, to, null, null);
    }

    Days with(CountedOrders orders) {
        return new Days(store, from, to, orders, null);
    }

    Days refused(String words) {
        return new Days(store, from, to, null, words);
    }
}

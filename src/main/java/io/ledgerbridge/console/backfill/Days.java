package io.ledgerbridge.console.backfill;

import io.ledgerbridge.catchup.CountedOrders;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days in the form, and what BigCommerce has in them.
 *
 * @param store null where none is chosen yet
 * @param counted so far; null where nobody has asked, or BigCommerce has never answered
 * @param putOff whether the count has to wait, since BigCommerce allows few more calls
 * @param refusal why nothing more was counted; null where there is no such reason
 */
record Days(
        @Nullable String store,
        LocalDate from,
        LocalDate to,
        @Nullable CountedOrders counted,
        boolean putOff,
        @Nullable String refusal) {

    /** Nobody has asked for a count. */
    static Days of(@Nullable String store, LocalDate from, LocalDate to) {
        return new Days(store, from, to, null, false, null);
    }

    Days with(CountedOrders orders, boolean isPutOff) {
        return new Days(store, from, to, orders, isPutOff, null);
    }

    /** @param before what was counted until then */
    Days refused(String words, CountedOrders before) {
        return new Days(store, from, to, before.orders() == 0 ? null : before, false, words);
    }

    /** Whether a backfill of them can be begun: not where BigCommerce has none. */
    public boolean mayBegin() {
        return refusal != null || (counted != null && (counted.orders() > 0 || counted.more()));
    }

    /** Whether there is something left to count. */
    public boolean goesOn() {
        return counted != null && counted.more();
    }
}

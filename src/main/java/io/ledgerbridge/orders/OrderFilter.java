package io.ledgerbridge.orders;

import io.ledgerbridge.posting.amounts.OrderFlag;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are asked for; what is null doesn't matter.
 *
 * @param from first day under which an order is listed
 * @param to last day
 * @param text an order's number, an amount, or an entry's reference or X3 number; the beginning of one of the latter where no
 *     order has all of it
 * @param reason the code of why it is parked
 * @param amount its total, what was refunded, what is left of it, or what the ledger holds; of the refunded and of what the
 *     ledger holds zero is not looked for
 * @param flag one of its flags
 * @param assignedTo who looks after it
 * @param tag one of its tags
 * @param backfill the number of a backfill that found it
 */
public record OrderFilter(
        @Nullable String store,
        @Nullable OrderState state,
        @Nullable String channel,
        @Nullable String currency,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text,
        @Nullable String reason,
        @Nullable BigDecimal amount,
        OrderFlag.@Nullable Kind flag,
        @Nullable String assignedTo,
        @Nullable String tag,
        @Nullable Long backfill) {

    /** All orders. */
    public static final OrderFilter NONE =
            new OrderFilter(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Those of a store, or of all, and of these days. */
    public static OrderFilter of(@Nullable String store, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new OrderFilter(store, null, null, null, from, to, null, null, null, null, null, null, null);
    }

    /** Those that a text is for. */
    public static OrderFilter ofText(String text) {
        return new OrderFilter(null, null, null, null, null, null, text, null, null, null, null, null, null);
    }

    /** The same, of one state; of all where it is null. */
    public OrderFilter in(@Nullable OrderState other) {
        return new OrderFilter(
                store, other, channel, currency, from, to, text, reason, amount, flag, assignedTo, tag, backfill);
    }

    /** The view in which the database keeps what such orders come to, however many there are; null where it keeps it in none. */
    @Nullable
    String kept() {
        boolean isKept =
                text == null && amount == null && flag == null && assignedTo == null && tag == null && backfill == null;
        if (!isKept || state == OrderState.POSTING || (state == OrderState.WAITING && reason != null)) {
            return null;
        }
        if (state == OrderState.WAITING) {
            return "waiting_totals";
        }
        return reason == null ? "order_totals" : "parked_totals";
    }
}

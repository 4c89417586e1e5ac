package io.ledgerbridge.api.orders;

import io.ledgerbridge.orders.AmountText;
import io.ledgerbridge.orders.OrderSum;
import org.jspecify.annotations.Nullable;

/**
 * What the orders of one currency come to, as texts; see {@link OrderSum}.
 *
 * @param notRead how many of them are in no total, since BigCommerce was not read for them yet
 */
record SumView(
        @Nullable String currency,
        long orders,
        long notRead,
        @Nullable String total,
        @Nullable String refunded,
        @Nullable String inLedger) {

    /** Where none was read, their amounts are unknown. */
    static SumView of(OrderSum sum) {
        boolean isUnknown = sum.notRead() == sum.orders();
        return new SumView(
                sum.currency(),
                sum.orders(),
                sum.notRead(),
                isUnknown ? null : AmountText.of(sum.total(), sum.currency()),
                isUnknown ? null : AmountText.of(sum.refunded(), sum.currency()),
                sum.currency() == null ? null : AmountText.of(sum.inLedger(), sum.currency()));
    }
}

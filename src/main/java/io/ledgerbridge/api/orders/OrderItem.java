package io.ledgerbridge.api.orders;

import io.ledgerbridge.api.FlagView;
import io.ledgerbridge.orders.AmountText;
import io.ledgerbridge.orders.OrderRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as answers show it, its amounts as texts; see {@link OrderRow}. */
record OrderItem(
        String store,
        long order,
        @Nullable String channel,
        LocalDate day,
        @Nullable LocalDate accountingDate,
        @Nullable Integer status,
        @Nullable String currency,
        @Nullable String total,
        @Nullable String refunded,
        @Nullable String inLedger,
        int entries,
        @Nullable String x3Number,
        String state,
        @Nullable String reason,
        List<FlagView> flags,
        @Nullable String assignedTo,
        int tries,
        @Nullable Instant nextAttempt,
        Instant changedAt) {

    static OrderItem of(OrderRow row) {
        return new OrderItem(
                row.store(),
                row.order(),
                row.channel(),
                row.day(),
                row.accountingDate(),
                row.status(),
                row.currency(),
                AmountText.of(row.total(), row.currency()),
                AmountText.of(row.refunded(), row.currency()),
                AmountText.of(row.inLedger(), row.currency()),
                row.entries(),
                row.x3Number(),
                row.state(),
                row.reason(),
                row.flags().stream().map(FlagView::of).toList(),
                row.assignedTo(),
                row.tries(),
                row.nextAttempt(),
                row.changedAt());
    }
}

package io.ledgerbridge.orders;

import io.ledgerbridge.posting.amounts.OrderFlag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as lists show it. What BigCommerce says is null until a reading: unknown, and not zero.
 *
 * @param channel BigCommerce's channel id
 * @param day under which it is listed: the accounting date; before there is one the day on which it was placed, where the
 *     store is; and before it was read the day on which it was first heard of, UTC
 * @param accountingDate of its first entry
 * @param status BigCommerce's status_id
 * @param total with tax
 * @param refunded as far as it counts, also what people recorded here
 * @param inLedger what its posted entries hold by ways of paying
 * @param entries how many are posted
 * @param x3Number of the newest of them
 * @param x3Status {@code temporary} where one of them is, {@code final} where all are; null where there is none, or it isn't known of all
 * @param state the program's word
 * @param reason the code of why it is parked
 * @param why in words, where it has no entry or is held
 * @param byHand the X3 number of the entry that somebody made by hand for it
 * @param setAsideBy who has set it aside
 * @param tries failures in a row
 * @param nextAttempt when it may next be worked; null where it doesn't wait
 * @param changedAt when any of this last changed
 */
public record OrderRow(
        String store,
        long order,
        @Nullable String channel,
        LocalDate day,
        @Nullable LocalDate accountingDate,
        @Nullable Integer status,
        @Nullable String currency,
        @Nullable BigDecimal total,
        @Nullable BigDecimal refunded,
        BigDecimal inLedger,
        int entries,
        @Nullable String x3Number,
        @Nullable String x3Status,
        String state,
        @Nullable String reason,
        @Nullable String why,
        @Nullable String byHand,
        @Nullable String setAsideBy,
        List<OrderFlag> flags,
        @Nullable String assignedTo,
        int tries,
        @Nullable Instant nextAttempt,
        Instant changedAt) {}

package io.ledgerbridge.queue;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A recorded refund as people see it.
 *
 * @param number 1 for M1
 * @param amount with tax, in the order's currency
 * @param document the number of what proves it
 */
public record RefundRecord(
        int number,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal tax,
        String tender,
        LocalDate date,
        String document,
        String why,
        String askedBy,
        String confirmedBy,
        Instant recordedAt) {}

package io.ledgerbridge.approvals;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A refund that a person asks to have recorded, or one recorded before that is to count no more.
 *
 * @param number 1 for M1, of one recorded before; null of a new one
 * @param amount with tax, in the order's currency
 * @param tender store-credit, gift-certificates, or any other way of paying, which is the receivable's
 * @param date on which it was paid back
 * @param document the number of what proves it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundRequest(
        @Nullable Integer number,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal tax,
        String tender,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate date,
        String document,
        String why) {}

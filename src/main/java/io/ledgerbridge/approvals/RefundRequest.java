package io.ledgerbridge.approvals;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.queue.RefundRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refund that a person asks to have recorded, or one recorded before that is to count no more.
 *
 * @param number 1 for M1, of one recorded before; null of a new one
 * @param amount with tax, in the order's currency
 * @param tender store-credit, gift-certificates, or any other way of paying, which is the receivable's
 * @param date on which it was paid back
 * @param document the number of what proves it
 * @param after the highest of BigCommerce's refunds that were known when it was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefundRequest(
        @Nullable Integer number,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal tax,
        String tender,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate date,
        String document,
        String why,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long after)
        implements Request {

    /** The same, with the highest of BigCommerce's refunds that are known. */
    public RefundRequest after(long refund) {
        return new RefundRequest(number, amount, tax, tender, date, document, why, refund);
    }

    /** The same, with what people said as it is kept. */
    RefundRequest kept(Words words) {
        return new RefundRequest(
                number, amount, tax, words.kept(tender), date, words.kept(document), words.kept(why), after);
    }

    /** Of one recorded before; 0 of a new one. */
    int removed() {
        return number == null ? 0 : number;
    }

    @Override
    public Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        if (number != null) {
            told.put("refund", "M" + number);
        }
        told.put("amount", amount.toPlainString());
        told.put("tax", tax.toPlainString());
        told.put("tender", tender);
        told.put("date", date.toString());
        told.put("document", document);
        told.put("why", why);
        told.put("after", after);
        return told;
    }

    /** With those who asked for it and confirmed it; its number and its time are given when it is kept. */
    RefundRecord record(String askedBy, String confirmedBy) {
        return new RefundRecord(0, amount, tax, tender, date, document, why, askedBy, confirmedBy, Instant.MIN);
    }
}

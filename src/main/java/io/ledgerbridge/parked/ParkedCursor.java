package io.ledgerbridge.parked;

import io.ledgerbridge.queue.figures.NotInLedger;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a parked order stands among the others, by money and age: what follows it is the next page, whichever leave the list
 * meanwhile.
 *
 * @param amount null where BigCommerce was not read
 */
public record ParkedCursor(@Nullable BigDecimal amount, Instant since, String store, long order) {

    static final String ORDERING = " ORDER BY amount DESC NULLS LAST, " + ParkedOrder.SINCE + ", store, order_id";

    private static final Pattern TEXT =
            Pattern.compile("(-|[0-9]{1,23}(?:\\.[0-9]{1,4})?) (-?[0-9]{1,18}) ([a-z0-9-]{1,20}) ([0-9]{1,18})");

    private static final String BEHIND =
            "(" + ParkedOrder.SINCE + ", store, order_id) > (:lastAt, :lastStore, :lastOrder)";
    static final String NOT_READ = NotInLedger.OF_ONE + " IS NULL";

    /** Of a row that is an order. */
    public static ParkedCursor of(ParkedOrder row) {
        Parked order = row.order();
        return new ParkedCursor(
                row.amount(), row.since(), order.store(), Objects.requireNonNull(order.order(), "an order"));
    }

    /**
     * The place that a text names.
     *
     * @throws IllegalArgumentException where no page gave it
     */
    public static ParkedCursor of(String text) {
        Matcher parts = TEXT.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        if (!parts.matches()) {
            throw new IllegalArgumentException("what the page before gave");
        }
        return new ParkedCursor(
                parts.group(1).equals("-") ? null : new BigDecimal(parts.group(1)),
                Instant.EPOCH.plus(Long.parseLong(parts.group(2)), ChronoUnit.MICROS),
                parts.group(3),
                Long.parseLong(parts.group(4)));
    }

    /** As an address has it. */
    public String text() {
        String plain = "%s %d %s %d"
                .formatted(
                        amount == null ? "-" : amount.toPlainString(),
                        ChronoUnit.MICROS.between(Instant.EPOCH, since),
                        store,
                        order);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** What is true of those that follow and were read, if it was; else of all that follow. An index goes on from there. */
    String condition() {
        return amount == null
                ? " AND %s AND %s".formatted(NOT_READ, BEHIND)
                : " AND %1$s <= :lastAmount AND (%1$s < :lastAmount OR %2$s)".formatted(NotInLedger.OF_ONE, BEHIND);
    }

    Map<String, Object> values() {
        Map<String, Object> values =
                new HashMap<>(Map.of("lastAt", since.atOffset(ZoneOffset.UTC), "lastStore", store, "lastOrder", order));
        if (amount != null) {
            values.put("lastAmount", amount);
        }
        return values;
    }
}

package io.ledgerbridge.orders;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an order stands in the lists, newest day first: what follows it is the next page. */
public record OrderCursor(LocalDate day, String store, long order) {

    private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,7}) ([a-z0-9-]{1,20}) ([0-9]{1,18})");

    /** Of a row. */
    public static OrderCursor of(OrderRow row) {
        return new OrderCursor(row.day(), row.store(), row.order());
    }

    /**
     * The place that a text names.
     *
     * @throws IllegalArgumentException where no page gave it
     */
    public static OrderCursor of(String text) {
        Matcher parts = TEXT.matcher(decoded(text));
        if (!parts.matches()) {
            throw new IllegalArgumentException("what next gave");
        }
        LocalDate day = LocalDate.ofEpochDay(Long.parseLong(parts.group(1)));
        return new OrderCursor(day, parts.group(2), Long.parseLong(parts.group(3)));
    }

    /** As answers give it, and take it. */
    public String text() {
        String plain = day.toEpochDay() + " " + store + " " + order;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}

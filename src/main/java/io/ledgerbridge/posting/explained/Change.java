package io.ledgerbridge.posting.explained;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field that became another from one reading to the next.
 *
 * @param of of which row, such as {@code product 1}; empty of the order itself
 * @param field in BigCommerce's name; empty where the row came in or was taken out
 */
record Change(
        String of,
        String field,
        @Nullable Object then,
        @Nullable Object now) {

    private static final Set<String> FOLLOWING = Set.of("subtotal_ex_tax", "items_total");

    /** Whether it only follows from others: sums, and amounts with tax. */
    boolean isFollowing() {
        return FOLLOWING.contains(field)
                || (field.equals("total_ex_tax") && of.isEmpty())
                || (field.endsWith("_inc_tax") && !isTotal());
    }

    private boolean isTotal() {
        return field.equals("total_inc_tax") && of.isEmpty();
    }

    /** Products are told first, and the order's totals after what makes them. */
    int rank() {
        boolean isTax = field.equals("total_tax") && of.isEmpty();
        return isTotal() ? 3 : isTax ? 2 : of.contains("product ") ? 0 : 1;
    }

    /** In a few words. */
    String words(Sentences sentences) {
        if (field.isEmpty()) {
            return of + (then == null ? " came in" : " was taken out");
        }
        if (field.equals("is_declined") && Boolean.TRUE.equals(now)) {
            return of + " was declined";
        }
        return "%s went from %s to %s".formatted(subject(), shown(then, sentences), shown(now, sentences));
    }

    private String subject() {
        return switch (field) {
            case "status_id" -> "the status";
            case "channel_id" -> "the channel";
            case "default_currency_code" -> "the currency";
            case "quantity" -> of;
            default -> of.isEmpty() ? field : of + "'s " + field;
        };
    }

    private String shown(@Nullable Object value, Sentences sentences) {
        if (value == null || value.toString().isBlank()) {
            return "nothing";
        }
        if (value instanceof Integer id && field.equals("status_id")) {
            return StatusName.of(id);
        }
        if (value instanceof BigDecimal figure) {
            boolean isAmount = !field.equals("quantity") && !field.equals("rate");
            return isAmount ? sentences.signed(figure) : Sentences.plain(figure);
        }
        return value instanceof Record ? "one" : value.toString();
    }
}

package io.ledgerbridge.posting.explained;

import io.ledgerbridge.posting.explained.words.Phrase;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field that became another from one reading to the next.
 *
 * @param of of which row, such as {@code product 1}; null of the order itself
 * @param field in BigCommerce's name; empty where the row came in or was taken out
 */
record Change(
        @Nullable Phrase of,
        String field,
        @Nullable Object then,
        @Nullable Object now) {

    private static final Set<String> FOLLOWING = Set.of("subtotal_ex_tax", "items_total");

    /** Whether it only follows from others: sums, and amounts with tax. */
    boolean isFollowing() {
        return FOLLOWING.contains(field)
                || (field.equals("total_ex_tax") && of == null)
                || (field.endsWith("_inc_tax") && !isTotal());
    }

    private boolean isTotal() {
        return field.equals("total_inc_tax") && of == null;
    }

    /** Products are told first, and the order's totals after what makes them. */
    int rank() {
        boolean isTax = field.equals("total_tax") && of == null;
        return isTotal() ? 3 : isTax ? 2 : of != null && of.mentions("row.product") ? 0 : 1;
    }

    /** In a few words. */
    Phrase words(Sentences sentences) {
        if (of != null && field.isEmpty()) {
            return Phrase.of(then == null ? "change.came-in" : "change.taken-out", of);
        }
        if (of != null && field.equals("is_declined") && Boolean.TRUE.equals(now)) {
            return Phrase.of("change.declined", of);
        }
        return Phrase.of("change.went", subject(), shown(then, sentences), shown(now, sentences));
    }

    private Phrase subject() {
        if (of != null) {
            return field.equals("quantity") ? Phrase.of("change.quantity", of) : Phrase.of("change.of", of, field);
        }
        return switch (field) {
            case "status_id" -> Phrase.of("change.status");
            case "channel_id" -> Phrase.of("change.channel");
            case "default_currency_code" -> Phrase.of("change.currency");
            default -> Phrase.verbatim(field);
        };
    }

    private Object shown(@Nullable Object value, Sentences sentences) {
        if (value == null || value.toString().isBlank()) {
            return Phrase.of("change.nothing");
        }
        if (value instanceof Integer id && field.equals("status_id")) {
            return StatusName.of(id);
        }
        if (value instanceof BigDecimal figure) {
            boolean isAmount = !field.equals("quantity") && !field.equals("rate");
            return isAmount ? sentences.signed(figure) : figure.stripTrailingZeros();
        }
        if (value instanceof Boolean truth) {
            return Phrase.of(truth ? "change.yes" : "change.no");
        }
        return value instanceof Record ? Phrase.of("change.one") : value.toString();
    }
}

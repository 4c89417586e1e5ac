package io.ledgerbridge.posting.rules;

import org.jspecify.annotations.Nullable;

/**
 * By which a payment is told to be of a way of paying.
 *
 * @param gateway BigCommerce's name of the gateway or provider
 * @param method BigCommerce's method of a transaction; null where it isn't told
 * @param name the way of paying as the order shows it
 */
public record PaymentSource(
        @Nullable String gateway,
        @Nullable String method,
        @Nullable String name) {

    /** As people read it: {@code gateway stripe, method credit_card, "Visa"}. */
    public String words() {
        StringBuilder words = new StringBuilder();
        append(words, "gateway ", gateway);
        append(words, "method ", method);
        append(words, "payment method ", name == null || name.isBlank() ? null : "\"" + name.strip() + "\"");
        return words.isEmpty() ? "no gateway, method or name" : words.toString();
    }

    private static void append(StringBuilder words, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            words.append(words.isEmpty() ? "" : ", ").append(label).append(value);
        }
    }
}

package io.ledgerbridge.posting.explained;

import io.ledgerbridge.posting.explained.words.Phrase;

/** How a row of a reading is named, by the field that it stands in. */
final class Row {

    private Row() {}

    /**
     * One of a list.
     *
     * @param key its id, or its place
     */
    static Phrase listed(String field, Phrase key) {
        return switch (field) {
            case "products" -> Phrase.of("row.product", key);
            case "refunds" -> Phrase.of("row.refund", key);
            case "transactions" -> Phrase.of("row.transaction", key);
            case "taxes" -> Phrase.of("row.tax", key);
            case "addresses" -> Phrase.of("row.address", key);
            case "fees" -> Phrase.of("row.fee", key);
            case "items" -> Phrase.of("row.item", key);
            case "payments" -> Phrase.of("row.payment", key);
            case "adjustments" -> Phrase.of("row.adjustment", key);
            case "applied_discounts" -> Phrase.of("row.applied-discount", key);
            default -> Phrase.of("row.other", spaced(field.substring(0, field.length() - 1)), key);
        };
    }

    /** One that is there once. */
    static Phrase single(String field) {
        return switch (field) {
            case "billing_address" -> Phrase.of("row.billing-address");
            case "group" -> Phrase.of("row.group");
            default -> Phrase.verbatim(spaced(field));
        };
    }

    private static String spaced(String field) {
        return field.replace('_', ' ');
    }
}

package io.ledgerbridge.bigcommerce.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.bigcommerce.ShopJson;
import java.util.List;

/**
 * What BigCommerce always sends: without it the answer is broken, and nothing is taken for zero (accounting rules, "What
 * can't be read isn't zero").
 *
 * @param filled may not be null or empty either
 * @param present may be null or empty, which is no amount
 */
record RequiredFields(List<String> filled, List<String> present) {

    static final RequiredFields ORDER = new RequiredFields(
            List.of(
                    "id",
                    "status_id",
                    "date_created",
                    "default_currency_code",
                    "total_inc_tax",
                    "total_ex_tax",
                    "total_tax"),
            List.of(
                    "channel_id",
                    "subtotal_ex_tax",
                    "shipping_cost_ex_tax",
                    "handling_cost_ex_tax",
                    "wrapping_cost_ex_tax",
                    "discount_amount",
                    "coupon_discount",
                    "store_credit_amount",
                    "gift_certificate_amount"));

    static final RequiredFields PRODUCT = new RequiredFields(List.of("id", "quantity", "total_ex_tax"), List.of());
    static final RequiredFields TRANSACTION = new RequiredFields(List.of("id", "event", "status", "amount"), List.of());
    static final RequiredFields TAX = new RequiredFields(List.of("id", "rate", "line_amount"), List.of());
    static final RequiredFields ADDRESS = new RequiredFields(List.of("id"), List.of());
    static final RequiredFields REFUND = new RequiredFields(List.of("id", "created", "total_amount"), List.of());

    /**
     * Checks one row.
     *
     * @param what is read, for the words of the fault
     * @throws io.ledgerbridge.faults.Fault where a field is missing
     */
    void check(JsonNode row, String what) {
        for (String field : filled) {
            if (row.path(field).asText("").isBlank() || row.path(field).isNull()) {
                throw missing(field, what);
            }
        }
        for (String field : present) {
            if (!row.has(field)) {
                throw missing(field, what);
            }
        }
    }

    /** Checks each row of a list. */
    void checkAll(JsonNode rows, String what) {
        rows.forEach(row -> check(row, what));
    }

    private static RuntimeException missing(String field, String what) {
        return ShopJson.unreadable("%s: %s is missing".formatted(what, field), null);
    }
}

package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Prints refunds as V3 does (orders.v3.yml): money as JSON numbers, dates after ISO 8601. {@code requested_amount} may
 * be a string as well: every third refund has it so.
 */
final class RefundJson {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private RefundJson() {}

    static JsonNode refund(Refund refund) {
        ObjectNode json = Json.object();
        json.put("id", refund.id());
        json.put("order_id", refund.orderId());
        json.put("user_id", 0);
        json.put("created", ISO.format(refund.created().atOffset(ZoneOffset.UTC)));
        json.put("reason", refund.reason());
        json.put("total_amount", number(refund.totalAmount()));
        json.put("total_tax", number(refund.totalTax()));
        json.put("uses_merchant_override_values", refund.override());
        json.set(
                "items",
                Json.array(
                        refund.items().stream().map(item -> item(item, refund)).toList()));
        json.set(
                "payments",
                Json.array(refund.payments().stream().map(RefundJson::payment).toList()));
        return json;
    }

    private static ObjectNode item(RefundItem item, Refund refund) {
        ObjectNode json = Json.object();
        json.put("item_type", item.kind().name());
        json.put("item_id", item.itemId());
        json.put("reason", refund.reason());
        if (item.quantity() != null) {
            json.put("quantity", item.quantity());
        }
        BigDecimal requested = item.requestedAmount();
        if (requested != null && refund.id() % 3 == 0) {
            json.put("requested_amount", requested.toPlainString());
        } else {
            json.put("requested_amount", number(requested));
        }
        if (item.adjustment().signum() != 0) {
            json.putArray("adjustments")
                    .addObject()
                    .put("amount", number(item.adjustment()))
                    .put("description", "Restocking fee");
        }
        return json;
    }

    private static ObjectNode payment(Refund.Payment payment) {
        return Json.object()
                .put("id", payment.id())
                .put("provider_id", payment.providerId())
                .put("amount", number(payment.amount()))
                .put("offline", payment.offline())
                .put("is_declined", payment.declined())
                .put("declined_message", payment.declined() ? "The account is closed." : "");
    }

    /** Without trailing zeros: 50, 20.83. */
    private static @Nullable BigDecimal number(@Nullable BigDecimal amount) {
        if (amount == null || amount.signum() == 0) {
            return amount == null ? null : BigDecimal.ZERO;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.http.ExternalJson;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the envelope of BigCommerce's webhooks, in the forms that its documentation and its callback examples give to
 * each scope. The envelope's {@code hash} is not looked at: what it covers isn't known.
 */
@Component
public class WebhookEvents {

    public static final String DELIVERY_EXCEPTION = "store/hook/deliveryException";

    private static final Pattern ORDER_SCOPE = Pattern.compile("store/(channel/[0-9]{1,20}/)?order/[A-Za-z/]{1,80}");

    private static final long YEAR_10000 = 253_402_300_800L;

    private final ObjectMapper json = ExternalJson.mapper().build();

    /** What a delivery's raw bytes tell; another producer's than the store's with this hash are no event of ours. */
    public WebhookEvent read(byte[] body, String storeHash) {
        JsonNode envelope;
        try {
            envelope = json.readTree(body);
        } catch (IOException notJson) {
            return new WebhookEvent.Unreadable("not JSON");
        }
        String scope = envelope.path("scope").textValue();
        if (scope == null || scope.isEmpty()) {
            return new WebhookEvent.Unreadable("no scope");
        }
        boolean undelivered = scope.equals(DELIVERY_EXCEPTION);
        if (!undelivered && !ORDER_SCOPE.matcher(scope).matches()) {
            return new WebhookEvent.Other(printable(scope), "not an order's event");
        }
        if (!envelope.path("producer").asText("").equals("stores/" + storeHash)) {
            return new WebhookEvent.Other(scope, "another store's event");
        }
        return undelivered ? undelivered(envelope.path("data"), scope) : onOrder(envelope, scope);
    }

    private static WebhookEvent undelivered(JsonNode data, String scope) {
        return new WebhookEvent.Undelivered(
                scope,
                data.path("error_code").asLong(),
                printable(data.path("message").asText()));
    }

    private static WebhookEvent onOrder(JsonNode envelope, String scope) {
        JsonNode data = envelope.path("data");
        Long order = number(orderId(data));
        if (order == null || order <= 0) {
            return new WebhookEvent.Unreadable("no order id");
        }
        return new WebhookEvent.OnOrder(
                order,
                scope,
                createdAt(envelope.path("created_at")),
                integer(data.path("status").path("previous_status_id")),
                integer(data.path("status").path("new_status_id")),
                number(data.path("refund").path("refund_id")));
    }

    /** Transactions and channel scopes name the order in order_id, metafields in resource_id, the others in id. */
    private static JsonNode orderId(JsonNode data) {
        return data.path(Stream.of("order_id", "resource_id")
                .filter(data::hasNonNull)
                .findFirst()
                .orElse("id"));
    }

    /** Nothing where it makes no sense as a moment of ours: not every row could hold it. */
    private static @Nullable Instant createdAt(JsonNode seconds) {
        boolean sensible = seconds.canConvertToLong() && seconds.asLong() >= 0 && seconds.asLong() < YEAR_10000;
        return sensible ? Instant.ofEpochSecond(seconds.asLong()) : null;
    }

    private static @Nullable Long number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.asLong();
        }
        return node.isTextual() && node.asText().matches("[0-9]{1,18}") ? (Long) Long.parseLong(node.asText()) : null;
    }

    private static @Nullable Integer integer(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() ? (Integer) node.asInt() : null;
    }

    private static String printable(String text) {
        String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() > 200 ? clean.substring(0, 200) : clean;
    }
}

package io.ledgerbridge.bigcommerce;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Deliveries for tests of other packages. */
public final class Envelopes {

    private Envelopes() {}

    /** A delivery of some bytes that were read as this event. */
    public static Delivery delivery(String store, byte[] body, WebhookEvent event) {
        return new Delivery(
                store,
                body,
                "%064x".formatted(new java.math.BigInteger(1, body).mod(java.math.BigInteger.TWO.pow(250))),
                event,
                Map.of("user-agent", "BigCommerce \"Webhooks\""));
    }

    /** A body of BigCommerce's. */
    public static byte[] body(String scope, String data) {
        return """
                {"producer":"stores/abc123","hash":"3f9ea420af83450d7ef9f78b08c8af25b2213637","created_at":1700000000,\
                "store_id":"1025646","scope":"%s","data":%s}""".formatted(scope, data).getBytes(StandardCharsets.UTF_8);
    }
}

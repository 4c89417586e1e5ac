package io.ledgerbridge.bigcommerce;

import java.util.Map;

/** One delivery of a webhook whose signature was good. */
public final class Delivery {

    private final String store;
    private final byte[] body;
    private final String sha256;
    private final WebhookEvent event;
    private final Map<String, String> headers;

    public Delivery(String store, byte[] body, String sha256, WebhookEvent event, Map<String, String> headers) {
        this.store = store;
        this.body = body.clone();
        this.sha256 = sha256;
        this.event = event;
        this.headers = Map.copyOf(headers);
    }

    public String store() {
        return store;
    }

    /** Its raw bytes. */
    public byte[] body() {
        return body.clone();
    }

    /** SHA-256 of the body, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public WebhookEvent event() {
        return event;
    }

    /** The headers worth keeping, none of them secret. */
    public Map<String, String> headers() {
        return headers;
    }

    /** What makes it the same delivery as another: the envelope's own hash may cover no more than type and id. */
    public String key() {
        return store + ":" + sha256;
    }
}

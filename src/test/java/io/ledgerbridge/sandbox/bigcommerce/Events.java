package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Writes envelopes. The hash covers what the envelope says, so two changes of one kind within a second look the same;
 * the keys come in one of the two orders seen in BigCommerce's pages.
 */
final class Events {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String storeHash;
    private final String storeId;

    Events(String storeHash, String storeId) {
        this.storeHash = storeHash;
        this.storeId = storeId;
    }

    Event order(String action, long order, Instant at) {
        return event("store/order/" + action, orderData(order), order, at);
    }

    Event statusUpdated(long order, Status before, Status after, Instant at) {
        ObjectNode data = orderData(order);
        data.putObject("status").put("previous_status_id", before.id()).put("new_status_id", after.id());
        return event("store/order/statusUpdated", data, order, at);
    }

    Event refundCreated(long order, long refund, Instant at) {
        ObjectNode data = orderData(order);
        data.putObject("refund").put("refund_id", refund);
        return event("store/order/refund/created", data, order, at);
    }

    Event messageCreated(long order, long message, Instant at) {
        ObjectNode data = orderData(order);
        data.putObject("message").put("order_message_id", message);
        return event("store/order/message/created", data, order, at);
    }

    /** Here the order's id is a string, and there is no {@code id}. */
    Event transaction(String action, long order, long transaction, Instant at) {
        ObjectNode data = JSON.objectNode();
        data.put("order_id", Long.toString(order));
        data.put("transaction_id", Long.toString(transaction));
        data.put("type", "transaction");
        data.put("transaction_status", "complete");
        data.put("transaction_type", "purchase");
        data.putObject("result").put("code", "paid").put("message", "Paid").put("type", "success");
        return event("store/order/transaction/" + action, data, order, at);
    }

    Event channelOrder(long channel, String action, long order, Instant at) {
        ObjectNode data = JSON.objectNode().put("order_id", order);
        return event("store/channel/%d/order/%s".formatted(channel, action), data, order, at);
    }

    /** 90001 will be tried again, 90002 was given up. */
    Event deliveryException(long hook, int code, String message, Instant at) {
        ObjectNode data = JSON.objectNode()
                .put("type", "webhook")
                .put("id", hook)
                .put("error_code", code)
                .put("message", message);
        return event("store/hook/deliveryException", data, 0, at);
    }

    private static ObjectNode orderData(long order) {
        return JSON.objectNode().put("type", "order").put("id", order);
    }

    private Event event(String scope, ObjectNode data, long order, Instant at) {
        String hash = sha1(scope + data + at.getEpochSecond());
        ObjectNode envelope = JSON.objectNode();
        if (Character.digit(hash.charAt(0), 16) % 2 == 0) {
            envelope.put("producer", "stores/" + storeHash).put("hash", hash);
            envelope.put("created_at", at.getEpochSecond()).put("store_id", storeId);
            envelope.put("scope", scope).set("data", data);
        } else {
            envelope.put("scope", scope).put("store_id", storeId).set("data", data);
            envelope.put("hash", hash).put("created_at", at.getEpochSecond());
            envelope.put("producer", "stores/" + storeHash);
        }
        return new Event(storeHash, scope, order, at, envelope.toString());
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

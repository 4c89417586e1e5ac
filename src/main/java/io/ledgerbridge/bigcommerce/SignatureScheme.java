package io.ledgerbridge.bigcommerce;

/** A way in which a delivery proves that it comes from the shop. */
public enum SignatureScheme {
    /** {@code X-BC-Signature}: HMAC-SHA256 over the raw body. */
    X_BC_SIGNATURE,
    /** {@code webhook-id}, {@code webhook-timestamp} and {@code webhook-signature}, as Standard Webhooks has them. */
    STANDARD_WEBHOOKS,
    /** A header with a secret value, given when the webhook is registered. */
    SHARED_HEADER
}

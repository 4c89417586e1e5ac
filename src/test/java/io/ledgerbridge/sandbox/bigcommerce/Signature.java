package io.ledgerbridge.sandbox.bigcommerce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a delivery is signed; the key is the client secret's UTF-8 bytes. */
public enum Signature {
    NONE,
    X_BC_SIGNATURE_BASE64,
    X_BC_SIGNATURE_HEX,
    /** The Standard Webhooks specification, as BigCommerce's HTTPS-webhook page shows it. */
    STANDARD_WEBHOOKS;

    /**
     * The headers that prove a delivery.
     *
     * @param id the message's, the same in every delivery of it
     * @param timestamp Unix seconds of this attempt
     */
    public Map<String, String> headers(String secret, String id, long timestamp, String body) {
        return switch (this) {
            case NONE -> Map.of();
            case X_BC_SIGNATURE_BASE64 -> Map.of("X-BC-Signature", base64(hmac(secret, body)));
            case X_BC_SIGNATURE_HEX -> Map.of("X-BC-Signature", HexFormat.of().formatHex(hmac(secret, body)));
            case STANDARD_WEBHOOKS ->
                Map.of(
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(timestamp),
                        "webhook-signature",
                        "v1," + base64(hmac(secret, id + "." + timestamp + "." + body)));
        };
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] hmac(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

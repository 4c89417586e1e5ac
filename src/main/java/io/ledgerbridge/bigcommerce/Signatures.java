package io.ledgerbridge.bigcommerce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The three ways in which a delivery can prove that it comes from BigCommerce. All comparisons take the same time
 * whether they hold or not.
 *
 * <ul>
 *   <li>{@code X-BC-Signature}: HMAC-SHA256 over the raw body, keyed with the client secret's UTF-8 bytes, in Base64
 *       or hexadecimal; BigCommerce's own pages don't give the encoding.
 *   <li>Standard Webhooks: {@code webhook-signature: v1,<Base64>} over {@code id.timestamp.body}, same key.
 *   <li>A header with a shared value, which BigCommerce sends with each delivery of a hook that was made with it.
 * </ul>
 */
@Component
class Signatures {

    private final Clock clock;

    Signatures(Clock clock) {
        this.clock = clock;
    }

    /** The headers of a delivery by name; null where one is missing. */
    @FunctionalInterface
    interface Headers {
        @Nullable
        String get(String name);
    }

    /**
     * Whether any of the schemes that the store allows holds.
     *
     * @param secret the client secret, asked for only where a scheme needs it
     */
    boolean prove(ShopSettings shop, Supplier<Optional<String>> secret, Headers headers, byte[] body) {
        return shop.signature().stream().anyMatch(scheme -> switch (scheme) {
            case X_BC_SIGNATURE -> bodySigned(secret.get(), headers, body);
            case STANDARD_WEBHOOKS -> standardWebhooks(shop, secret.get(), headers, body);
            case SHARED_HEADER -> sharedHeader(shop, headers);
        });
    }

    /** Whether a delivery brings anything that could be a signature of the store's. */
    static boolean isAny(ShopSettings shop, Headers headers) {
        ShopSettings.SharedHeader shared = shop.sharedHeader();
        return headers.get("X-BC-Signature") != null
                || headers.get("webhook-signature") != null
                || (shared != null && headers.get(shared.name()) != null);
    }

    private static boolean bodySigned(Optional<String> clientSecret, Headers headers, byte[] body) {
        String signature = headers.get("X-BC-Signature");
        return clientSecret
                .filter(secret -> signature != null)
                .map(secret -> matches(hmac(secret, body), decoded(String.valueOf(signature))))
                .orElse(false);
    }

    private boolean standardWebhooks(ShopSettings shop, Optional<String> secret, Headers headers, byte[] body) {
        String id = headers.get("webhook-id");
        String timestamp = headers.get("webhook-timestamp");
        String signatures = headers.get("webhook-signature");
        if (id == null || timestamp == null || signatures == null || secret.isEmpty()) {
            return false;
        }
        if (!withinTolerance(timestamp, shop.signatureTolerance())) {
            return false;
        }
        byte[] prefix = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        byte[] signed = new byte[prefix.length + body.length];
        System.arraycopy(prefix, 0, signed, 0, prefix.length);
        System.arraycopy(body, 0, signed, prefix.length, body.length);
        byte[] expected = hmac(secret.get(), signed);
        boolean proven = false;
        for (String signature : signatures.split(" ", -1)) {
            proven |= signature.startsWith("v1,") && matches(expected, base64(signature.substring(3)));
        }
        return proven;
    }

    private boolean withinTolerance(String timestamp, Duration tolerance) {
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(at, clock.instant()).abs().compareTo(tolerance) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException unreadable) {
            return false;
        }
    }

    private static boolean sharedHeader(ShopSettings shop, Headers headers) {
        ShopSettings.SharedHeader shared = shop.sharedHeader();
        if (shared == null || shared.value().isEmpty()) {
            return false;
        }
        String value = headers.get(shared.name());
        return value != null && matches(SignatureCheck.utf8(shared.value()), SignatureCheck.utf8(value));
    }

    private static boolean matches(byte[] expected, byte[] given) {
        return MessageDigest.isEqual(expected, given);
    }

    private static byte[] decoded(String signature) {
        if (signature.length() == 64) {
            try {
                return HexFormat.of().parseHex(signature);
            } catch (IllegalArgumentException notHexadecimal) {
                return new byte[0];
            }
        }
        return base64(signature);
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static byte[] hmac(String secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SignatureCheck.utf8(secret), "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

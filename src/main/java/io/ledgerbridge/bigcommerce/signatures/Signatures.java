package io.ledgerbridge.bigcommerce.signatures;

import io.ledgerbridge.bigcommerce.ShopSettings;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
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

    private final StandardWebhooks standard;

    Signatures(Clock clock) {
        this.standard = new StandardWebhooks(clock);
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
            case STANDARD_WEBHOOKS -> standard.holds(shop.signatureTolerance(), secret.get(), headers, body);
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
                .map(secret -> Hmac.isEqual(Hmac.of(secret, body), Hmac.base64OrHex(String.valueOf(signature))))
                .orElse(false);
    }

    private static boolean sharedHeader(ShopSettings shop, Headers headers) {
        ShopSettings.SharedHeader shared = shop.sharedHeader();
        if (shared == null || shared.value().isEmpty()) {
            return false;
        }
        String value = headers.get(shared.name());
        return value != null && Hmac.isEqual(Hmac.utf8(shared.value()), Hmac.utf8(value));
    }
}

package io.ledgerbridge.bigcommerce;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One BigCommerce store: where it is, and how each side proves itself to the other.
 *
 * <p>A secret may be missing here: one stored with PUT credentials wins over it.
 *
 * @param apiUrl without a slash at its end
 * @param storeHash the store's name in API paths, in {@code producer} and in its control panel's address
 * @param signature a delivery must pass any one of these; never empty
 * @param signatureTolerance how old a {@link SignatureScheme#STANDARD_WEBHOOKS} timestamp may be
 * @param sharedHeader there whenever {@code signature} holds {@link SignatureScheme#SHARED_HEADER}
 * @param requestTimeout of one call, from connecting to the last byte
 */
public record ShopSettings(
        URI apiUrl,
        String storeHash,
        @Nullable String accessToken,
        @Nullable String clientSecret,
        Set<SignatureScheme> signature,
        Duration signatureTolerance,
        @Nullable SharedHeader sharedHeader,
        Duration requestTimeout) {

    /** A header that BigCommerce sends with each delivery, since we asked for it when registering. */
    public record SharedHeader(String name, String value) {

        @Override
        public String toString() {
            return name + ": (secret)";
        }
    }

    public ShopSettings {
        signature = Set.copyOf(signature);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ShopSettings[" + apiUrl + ", store " + storeHash + ", " + signature + "]";
    }
}

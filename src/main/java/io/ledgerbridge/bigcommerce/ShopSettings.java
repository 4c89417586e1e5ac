package io.ledgerbridge.bigcommerce;

import io.ledgerbridge.credentials.Secret;
import io.ledgerbridge.http.BaseUrl;
import io.ledgerbridge.http.HttpUrl;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One BigCommerce store: where it is, and how each side proves itself to the other.
 *
 * <p>A secret may be missing here: one stored with PUT credentials wins over it.
 *
 * @param apiUrl without a slash at its end
 * @param storeHash the store's name in API paths, in {@code producer} and in its control panel's address
 * @param signature a delivery must pass any one of these; never empty: {@code x-bc-signature} where none is named
 * @param signatureTolerance how old a {@link SignatureScheme#STANDARD_WEBHOOKS} timestamp may be
 * @param sharedHeader there whenever {@code signature} holds {@link SignatureScheme#SHARED_HEADER}
 * @param requestTimeout of one call, from connecting to the last byte
 */
public record ShopSettings(
        @DefaultValue("https://api.bigcommerce.com") @HttpUrl
        URI apiUrl,

        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,50}", message = STORE_HASH)
        String storeHash,

        @Secret @Nullable String accessToken,
        @Secret @Nullable String clientSecret,
        @DefaultValue Set<SignatureScheme> signature,
        @DefaultValue("50h") @DurationMin(nanos = 1) Duration signatureTolerance,
        @Valid @Nullable SharedHeader sharedHeader,
        @DefaultValue("30s") @DurationMin(nanos = 1) Duration requestTimeout) {

    private static final String STORE_HASH = "BigCommerce's name of the store, the part of its API path after /stores/";

    /** A header that BigCommerce sends with each delivery, since we asked for it when registering. */
    public record SharedHeader(
            @DefaultValue("X-Ledger-Bridge")
            @Pattern(regexp = "[A-Za-z0-9-]{1,60}", message = "the name of an HTTP header")
            String name,

            @Secret String value) {

        @Override
        public String toString() {
            return name + ": (secret)";
        }
    }

    public ShopSettings {
        apiUrl = BaseUrl.of(apiUrl);
        signature = signature.isEmpty() ? Set.of(SignatureScheme.X_BC_SIGNATURE) : Set.copyOf(signature);
    }

    /** Null if it has no value, and so proves nothing. */
    @Override
    public @Nullable SharedHeader sharedHeader() {
        return sharedHeader == null || sharedHeader.value() == null ? null : sharedHeader;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ShopSettings[" + apiUrl + ", store " + storeHash + ", " + signature + "]";
    }
}

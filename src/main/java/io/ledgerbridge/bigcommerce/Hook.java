package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as BigCommerce lists it: only those that our token's client made can be seen.
 *
 * @param active false where BigCommerce switched it off
 * @param headers what is sent along with each delivery; may hold secrets
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Hook(
        long id,
        String scope,
        String destination,
        @JsonProperty("is_active") boolean active,
        Map<String, String> headers) {

    public Hook {
        scope = orEmpty(scope);
        destination = orEmpty(destination);
        headers = headers == null ? Map.of() : Map.copyOf(headers);
    }

    /** Without its headers. */
    @Override
    public String toString() {
        return "webhook %d for %s".formatted(id, scope);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

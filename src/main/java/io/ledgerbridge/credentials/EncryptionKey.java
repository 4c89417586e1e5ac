package io.ledgerbridge.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;

/**
 * What the stored secrets are encrypted with.
 *
 * @param text 32 bytes in Base64, or a Tink JSON keyset
 */
public record EncryptionKey(String text) {

    private static final int BYTES = 32;

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException on what looks like neither; it does not repeat the text
     */
    public EncryptionKey {
        boolean good =
                text.startsWith("{") ? isKeyset(text) : Base64.getDecoder().decode(text).length == BYTES;
        if (!good) {
            throw new IllegalArgumentException("neither 32 bytes nor a keyset");
        }
    }

    private static boolean isKeyset(String text) {
        try {
            JsonNode keyset = new ObjectMapper().readTree(text);
            return keyset.path("primaryKeyId").isIntegralNumber()
                    && keyset.path("key").isArray()
                    && !keyset.path("key").isEmpty();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "EncryptionKey[(secret)]";
    }
}

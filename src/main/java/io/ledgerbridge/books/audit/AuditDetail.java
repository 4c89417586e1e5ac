package io.ledgerbridge.books.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.ledgerbridge.database.Sha256;
import io.ledgerbridge.logging.Words;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a link says as JSON, safe to show: whatever a detail says may have come from outside. What may name a person
 * is kept apart, under a salt, and the detail holds its hash.
 */
public final class AuditDetail {

    /** Under which name a detail holds the hash of the words beside it. */
    public static final String HASH = "wordsSha256";

    /** Under which name the words hold what keeps their hash from telling them. */
    public static final String SALT = "salt";

    private static final int SALT_BYTES = 16;

    private final Words words;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    public AuditDetail(Words words, ObjectMapper json) {
        this.words = words;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    public AuditSaid write(Map<String, ?> said) {
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        Map<String, @Nullable Object> apart = new LinkedHashMap<>();
        said.forEach((name, value) -> (AuditWords.is(name, value) ? apart : detail).put(name, kept(value)));
        if (apart.isEmpty()) {
            return new AuditSaid(text(detail), null);
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        apart.put(SALT, HexFormat.of().formatHex(salt));
        String text = text(apart);
        detail.put(HASH, Sha256.of(text));
        return new AuditSaid(text(detail), text);
    }

    private String text(Map<String, ?> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable Object kept(@Nullable Object value) {
        if (value instanceof String text) {
            return words.kept(text);
        }
        if (value instanceof List<?> values) {
            return values.stream().map(this::kept).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> kept = new LinkedHashMap<>();
            map.forEach((name, said) -> kept.put(name, kept(said)));
            return kept;
        }
        return value;
    }
}

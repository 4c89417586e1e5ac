package io.ledgerbridge.books.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.ledgerbridge.logging.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a link says as JSON, safe to show: whatever a detail says may have come from outside. */
public final class AuditDetail {

    private final Words words;
    private final ObjectMapper json;

    public AuditDetail(Words words, ObjectMapper json) {
        this.words = words;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    public String write(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(kept(detail));
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

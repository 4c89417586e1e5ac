package io.ledgerbridge.api.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Reads a body as one JSON object, with nothing behind it, no name twice, and no name but those that there may be. */
final class JsonObjects {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonObjects() {}

    /**
     * Reads a body; none counts as {@code {}}.
     *
     * @param allowed an example, or several, for the refusal
     * @param names the fields that there may be
     */
    static JsonNode read(@Nullable String text, String allowed, List<String> names) {
        JsonNode body = parsed(text == null || text.isBlank() ? "{}" : text, allowed);
        for (Iterator<String> present = body.fieldNames(); present.hasNext(); ) {
            String name = present.next();
            if (!names.contains(name)) {
                throw refused("%s, and has \"%s\"".formatted(allowed, ParameterCheck.shown(name)));
            }
        }
        return body;
    }

    /** An object as maps, lists, texts, numbers and booleans. */
    static Map<String, Object> map(JsonNode object) {
        return JSON.convertValue(object, new TypeReference<>() {});
    }

    private static JsonNode parsed(String text, String allowed) {
        try {
            JsonNode body = JSON.readTree(text);
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException notJson) {
            throw refused(allowed);
        }
        throw refused(allowed);
    }

    /** @param what the body has to be, and more that is wrong with it */
    static ResponseStatusException refused(String what) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "The body has to be " + what);
    }
}

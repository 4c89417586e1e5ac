package io.ledgerbridge.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads and writes JSON with every decimal as it stands. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    /**
     * What a text says.
     *
     * @throws IllegalArgumentException where it is no JSON
     */
    public static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException("Incorrect JSON: " + json, bad);
        }
    }

    /**
     * The object that a text says.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static ObjectNode readObject(String json) {
        if (read(json) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("Incorrect JSON: an object expected, not " + json);
    }

    /** The object; an empty one where the text is none. */
    public static ObjectNode readAnything(String json) {
        try {
            return readObject(json);
        } catch (IllegalArgumentException unreadable) {
            return object();
        }
    }

    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static ObjectNode object() {
        return MAPPER.getNodeFactory().objectNode();
    }

    public static ArrayNode array(Collection<? extends JsonNode> elements) {
        return MAPPER.getNodeFactory().arrayNode().addAll(elements);
    }

    public static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}

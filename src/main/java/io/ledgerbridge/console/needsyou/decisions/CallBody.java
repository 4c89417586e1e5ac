package io.ledgerbridge.console.needsyou.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** What a form says, as the API takes it. */
final class CallBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CallBody() {}

    static String of(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

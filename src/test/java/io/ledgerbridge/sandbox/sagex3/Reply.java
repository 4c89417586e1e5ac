package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP answer. */
record Reply(int status, Map<String, String> headers, String body) {

    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply of(int status, String contentType, String body) {
        return new Reply(status, Map.of("Content-Type", contentType), body);
    }

    static Reply json(int status, JsonNode body) {
        return of(status, "application/json; charset=utf-8", body.toString());
    }

    static Reply html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}

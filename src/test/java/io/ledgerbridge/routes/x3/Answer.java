package io.ledgerbridge.routes.x3;

import java.util.Map;

/** What is answered. */
record Answer(int status, String contentType, String body, Map<String, String> headers) {

    static Answer json(int status, String body) {
        return new Answer(status, "application/json", body, Map.of());
    }

    static Answer text(int status, String body) {
        return new Answer(status, "text/plain", body, Map.of());
    }
}

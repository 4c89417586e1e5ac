package io.ledgerbridge.routes.x3;

import java.util.Map;

/**
 * One HTTP request that came in.
 *
 * @param headers by lower-case name; the first of each
 */
public record Request(Kind kind, String method, String path, Map<String, String> headers, String body) {

    /** What it was for. */
    public enum Kind {
        CREATE,
        LOOK_UP,
        DETAILS
    }
}

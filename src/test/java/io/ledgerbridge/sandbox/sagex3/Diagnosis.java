package io.ledgerbridge.sandbox.sagex3;

/**
 * What X3 has to say about a request.
 *
 * @param severity 1 information and 2 warning, both with the document created; 3 error and 4 fatal, with nothing created
 */
public record Diagnosis(int severity, String message) {

    static Diagnosis error(String message) {
        return new Diagnosis(3, message);
    }

    /** A field, its value and what is wrong with it, as X3 puts it. */
    static Diagnosis error(String field, String value, String message) {
        return error("%s %s: %s".formatted(field, value, message));
    }
}

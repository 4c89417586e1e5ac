package io.ledgerbridge.sandbox.sagex3;

/**
 * A request as the sandbox understands it before it does anything.
 *
 * @param folder empty where it names none
 * @param reference the outside reference of a create, empty where it has none and for every other kind
 */
public record Call(Api api, Kind kind, String folder, String reference) {

    /** By which of X3's ways in it came. */
    public enum Api {
        GRAPHQL,
        REST,
        SOAP,
        OAUTH2
    }

    /** What it asks for; a request that is none of these, or can't be read, is {@code OTHER}. */
    public enum Kind {
        CREATE,
        LOOK_UP,
        DETAILS,
        TOKEN,
        OTHER
    }
}

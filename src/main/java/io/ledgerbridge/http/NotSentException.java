package io.ledgerbridge.http;

import java.io.IOException;

/** There was no connection, or no way: certainly nothing was sent. */
public final class NotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param words why nothing was sent */
    public NotSentException(String words) {
        super(words);
    }

    NotSentException(IOException cause) {
        super("no connection: " + cause, cause);
    }
}

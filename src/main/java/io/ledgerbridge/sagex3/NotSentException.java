package io.ledgerbridge.sagex3;

import java.io.IOException;

/** There was no connection: certainly nothing was sent. */
public final class NotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    NotSentException(IOException cause) {
        super("no connection: " + cause, cause);
    }
}

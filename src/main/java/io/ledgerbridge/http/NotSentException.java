package io.ledgerbridge.http;

import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.faults.InWords;
import java.io.IOException;

/** There was no connection, or no way: certainly nothing was sent. */
public final class NotSentException extends IOException implements InWords {

    private static final long serialVersionUID = 1L;

    /** @param words why nothing was sent */
    public NotSentException(String words) {
        super(words);
    }

    NotSentException(IOException cause) {
        super("no connection: " + FailureWords.of(cause), cause);
    }

    @Override
    public String words() {
        return String.valueOf(getMessage());
    }

    /** The words alone, as {@link UnreadableAnswer}. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return words();
    }
}

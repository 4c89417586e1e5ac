package io.ledgerbridge.http;

import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.faults.InWords;
import java.io.IOException;

/** A call that was sent, perhaps, and came to nothing: whose it was, and what happened to it. */
final class FailedCall extends IOException implements InWords {

    private static final long serialVersionUID = 1L;

    FailedCall(String side, Exception cause) {
        super(side + ": " + FailureWords.of(cause), cause);
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

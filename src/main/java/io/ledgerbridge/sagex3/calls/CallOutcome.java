package io.ledgerbridge.sagex3.calls;

import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.http.NotSentException;
import io.ledgerbridge.http.UnreadableAnswer;
import java.io.IOException;

/** What became of a call, as the metrics say it. */
enum CallOutcome {
    OK("ok", true),
    /** It answered that it won't: it is there, and it may be right. */
    REFUSED("refused", true),
    /** Refused for the sake of who asks: nothing gets through. */
    UNAUTHORISED("refused", false),
    THROTTLED("throttled", false),
    /** An answer that is none: 5xx, a redirect, what can't be read. */
    FAILED("failed", false),
    NO_ANSWER("no-answer", false),
    NOT_SENT("not-sent", false);

    private final String label;
    private final boolean reached;

    CallOutcome(String label, boolean reached) {
        this.label = label;
        this.reached = reached;
    }

    String label() {
        return label;
    }

    /** Whether the other side is there and works. */
    boolean isReached() {
        return reached;
    }

    static CallOutcome of(int status) {
        if (status == 401 || status == 403) {
            return UNAUTHORISED;
        }
        if (status == 429) {
            return THROTTLED;
        }
        if (status >= 400 && status < 500) {
            return REFUSED;
        }
        return status >= 200 && status < 300 ? OK : FAILED;
    }

    static CallOutcome of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotSentException) {
                return NOT_SENT;
            }
            if (cause instanceof UnreadableAnswer) {
                return FAILED;
            }
            if (cause instanceof IOException) {
                return NO_ANSWER;
            }
        }
        return failure instanceof Fault ? FAILED : NO_ANSWER;
    }
}

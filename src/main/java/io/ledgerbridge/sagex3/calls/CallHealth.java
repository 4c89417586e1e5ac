package io.ledgerbridge.sagex3.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one side of one store has answered this process of late.
 *
 * @param failures in a row; 0 after a success
 * @param failingSince when the first of them was
 * @param words of the last failure, also of one that is over
 */
public record CallHealth(
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        int failures,
        @Nullable Instant failingSince,
        @Nullable String words) {

    /** Nothing was asked yet. */
    public static final CallHealth UNKNOWN = new CallHealth(null, null, 0, null, null);

    public boolean isFailing() {
        return failures > 0;
    }

    CallHealth succeeded(Instant now) {
        return new CallHealth(now, lastFailure, 0, null, words);
    }

    CallHealth failed(Instant now, String saying) {
        return new CallHealth(lastSuccess, now, failures + 1, failingSince == null ? now : failingSince, saying);
    }
}

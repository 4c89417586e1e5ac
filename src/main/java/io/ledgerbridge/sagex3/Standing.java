package io.ledgerbridge.sagex3;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one side of one store has answered this process of late.
 *
 * @param failures in a row; 0 after a success
 * @param failingSince when the first of them was
 * @param words of the last failure, also of one that is over
 */
public record Standing(
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        int failures,
        @Nullable Instant failingSince,
        @Nullable String words) {

    /** Nothing was asked yet. */
    public static final Standing UNKNOWN = new Standing(null, null, 0, null, null);

    public boolean isFailing() {
        return failures > 0;
    }

    Standing succeeded(Instant now) {
        return new Standing(now, lastFailure, 0, null, words);
    }

    Standing failed(Instant now, String saying) {
        return new Standing(lastSuccess, now, failures + 1, failingSince == null ? now : failingSince, saying);
    }
}

package io.ledgerbridge.bigcommerce.signatures;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A store's secret as it was read.
 *
 * @param looks how often it was looked for since {@code lookedFrom}, for want of a right one
 */
record ReadSecret(Optional<String> secret, Instant readAt, Instant lookedFrom, int looks) {

    /** So often is looked for a newer secret within a second. */
    private static final int LOOKS = 5;

    static ReadSecret first(Optional<String> secret, Instant now) {
        return new ReadSecret(secret, now, now, 0);
    }

    boolean isOlderThan(Duration age, Instant now) {
        return now.isBefore(readAt) || !now.isBefore(readAt.plus(age));
    }

    boolean mayLook(Instant now) {
        return looks < LOOKS || !isInTheSameSecond(now);
    }

    ReadSecret lookedAgain(Optional<String> found, Instant now) {
        return isInTheSameSecond(now)
                ? new ReadSecret(found, now, lookedFrom, looks + 1)
                : new ReadSecret(found, now, now, 1);
    }

    private boolean isInTheSameSecond(Instant now) {
        return !now.isBefore(lookedFrom) && now.isBefore(lookedFrom.plusSeconds(1));
    }
}

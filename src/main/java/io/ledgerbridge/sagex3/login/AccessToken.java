package io.ledgerbridge.sagex3.login;

import java.time.Duration;
import java.time.Instant;

/**
 * A token that a call may show.
 *
 * @param until from when it is no longer to be shown: shortly before it ends, so that none ends on its way
 */
record AccessToken(String value, Instant until) {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** A token that was granted now; one that lasts no longer than a minute is shown for half of its time. */
    static AccessToken granted(String value, Duration lasts, Instant now) {
        Duration half = lasts.dividedBy(2);
        Duration shown = half.compareTo(MARGIN) < 0 ? half : lasts.minus(MARGIN);
        return new AccessToken(value, now.plus(shown));
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "AccessToken[until " + until + "]";
    }
}

package io.ledgerbridge.api;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/** Until when an answer may be read: whoever reads slower keeps others from reading theirs. */
public record Deadline(Clock clock, Instant end) {

    /**
     * Goes on as long as there is time.
     *
     * @throws IOException where it is over
     */
    public void check() throws IOException {
        if (clock.instant().isAfter(end)) {
            throw new IOException("The answer was not read by " + end);
        }
    }
}

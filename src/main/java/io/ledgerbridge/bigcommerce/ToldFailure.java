package io.ledgerbridge.bigcommerce;

import io.ledgerbridge.faults.FailureWords;
import java.time.Duration;
import java.time.Instant;

/**
 * A task that fails, and what the log was told of it.
 *
 * @param until it is not tried before
 * @param told to the log, at the last time
 * @param toldWords with which words
 */
record ToldFailure(FailingTask failing, Instant until, Instant told, String toldWords) {

    private static final Duration REMINDER = Duration.ofHours(1);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    /** The log is told of it now. */
    static ToldFailure first(FailingTask failing, Instant until) {
        return new ToldFailure(failing, until, failing.since(), failing.words());
    }

    /** Camel wraps what a bean throws: what says what to do is the fault within. */
    static String words(Throwable thrown) {
        return FailureWords.of(thrown);
    }

    ToldFailure again(String said, Instant now, Instant notBefore) {
        return new ToldFailure(failing.again(said, now), notBefore, told, toldWords);
    }

    boolean isToTell(Instant now) {
        Duration since = Duration.between(told, now);
        return since.compareTo(REMINDER) >= 0 || (!failing.words().equals(toldWords) && since.compareTo(BETWEEN) >= 0);
    }

    ToldFailure told(Instant now) {
        return new ToldFailure(failing, until, now, failing.words());
    }
}

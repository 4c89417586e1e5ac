package io.ledgerbridge.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong passwords, counted by name and address, by name alone, and by address alone. An address that has guessed too
 * often waits; the user himself, elsewhere, doesn't, unless guesses come from everywhere. Each process counts for itself.
 */
final class FailedLogins {

    /** As many wrong passwords for one name from one address, and the address waits. */
    static final int FROM_ONE_ADDRESS = 5;

    /** As many from one address for any names, and the address waits with all of them. */
    static final int FOR_ANY_NAME = 100;

    /** As many from anywhere, and the name waits. */
    static final int FROM_ANYWHERE = 50;

    /** How long after the last wrong password that was checked. */
    static final Duration WAIT = Duration.ofMinutes(15);

    /** What is remembered at most: names are whatever somebody sends. */
    static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<Guessed, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Guessed, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    FailedLogins(Clock clock) {
        this.clock = clock;
    }

    /** What was guessed at; nothing stands for all names, or for all addresses. */
    private record Guessed(String name, String address) {}

    private record Count(int failures, Instant last) {}

    synchronized boolean areTooMany(String name, String address) {
        return failures(new Guessed(name, address)) >= FROM_ONE_ADDRESS
                || failures(new Guessed(name, "")) >= FROM_ANYWHERE
                || failures(new Guessed("", address)) >= FOR_ANY_NAME;
    }

    /** Counts one more; whether it was the one that makes somebody wait. */
    synchronized boolean add(String name, String address) {
        boolean lastFromThere = increase(new Guessed(name, address)) == FROM_ONE_ADDRESS;
        boolean lastFromAnywhere = increase(new Guessed(name, "")) == FROM_ANYWHERE;
        boolean lastForAnyName = increase(new Guessed("", address)) == FOR_ANY_NAME;
        return lastFromThere || lastFromAnywhere || lastForAnyName;
    }

    /** After a right password. What came from elsewhere still counts. */
    synchronized void forget(String name, String address) {
        counts.remove(new Guessed(name, address));
    }

    private int increase(Guessed guessed) {
        int failures = failures(guessed) + 1;
        counts.put(guessed, new Count(failures, clock.instant()));
        return failures;
    }

    private int failures(Guessed guessed) {
        Count count = counts.get(guessed);
        if (count == null || !clock.instant().isBefore(count.last().plus(WAIT))) {
            return 0;
        }
        return count.failures();
    }
}

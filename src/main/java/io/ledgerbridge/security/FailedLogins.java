package io.ledgerbridge.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;

/**
 * Wrong passwords, counted by name and address, by name alone, and by address alone. An address that has guessed too
 * often waits; the user himself, elsewhere, doesn't, unless guesses come from everywhere. A guess counts as soon as its
 * password is looked at, and is taken back if it is right: guesses that come at once are no more than those that come one
 * after the other. Each process counts for itself.
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

    private final Cache<Guessed, Guesses> counts;

    FailedLogins(Ticker ticker) {
        this.counts = Caffeine.newBuilder()
                .ticker(ticker)
                .executor(Runnable::run)
                .expireAfterWrite(WAIT)
                .maximumSize(REMEMBERED)
                .build();
    }

    /** What was guessed at; nothing stands for all names, or for all addresses. */
    private record Guessed(String name, String address, int most) {}

    private static final class Guesses {
        private int wrong;
        private int running;
    }

    private static List<Guessed> at(String name, String address) {
        return List.of(
                new Guessed(name, address, FROM_ONE_ADDRESS),
                new Guessed(name, "", FROM_ANYWHERE),
                new Guessed("", address, FOR_ANY_NAME));
    }

    synchronized boolean areTooMany(String name, String address) {
        return at(name, address).stream().anyMatch(guessed -> count(guessed).wrong >= guessed.most());
    }

    /** Counts a guess whose password is looked at next; false if those that are being looked at may be the last allowed. */
    synchronized boolean begin(String name, String address) {
        List<Guessed> all = at(name, address);
        boolean free = all.stream().allMatch(guessed -> count(guessed).wrong + count(guessed).running < guessed.most());
        if (free) {
            all.forEach(guessed -> count(guessed).running++);
        }
        return free;
    }

    /** It was wrong; whether it was the one that makes somebody wait. */
    synchronized boolean add(String name, String address) {
        takeBack(name, address);
        return at(name, address).stream().map(this::increase).reduce(false, Boolean::logicalOr);
    }

    /** It was right. What came from elsewhere still counts. */
    synchronized void forget(String name, String address) {
        takeBack(name, address);
        count(at(name, address).get(0)).wrong = 0;
    }

    /** It came to nothing. */
    synchronized void takeBack(String name, String address) {
        at(name, address).forEach(guessed -> count(guessed).running = Math.max(0, count(guessed).running - 1));
    }

    /** How many counts there are. */
    long size() {
        counts.cleanUp();
        return counts.estimatedSize();
    }

    private boolean increase(Guessed guessed) {
        Guesses count = count(guessed);
        count.wrong++;
        counts.put(guessed, count); // its wait begins anew
        return count.wrong == guessed.most();
    }

    private Guesses count(Guessed guessed) {
        return counts.get(guessed, first -> new Guesses());
    }
}

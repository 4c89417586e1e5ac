package io.ledgerbridge.bigcommerce;

import io.ledgerbridge.books.BackOff;
import io.ledgerbridge.books.Fault;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What keeps this process from doing its own tasks at BigCommerce, those that no order's claim stands for. The log is
 * told once, when it changes.
 */
@Component
public class ShopTroubles {

    private static final Logger LOG = LoggerFactory.getLogger(ShopTroubles.class);

    private final Map<Task, Trouble> troubles = new ConcurrentHashMap<>();
    private final BackOff backOff;
    private final Clock clock;

    ShopTroubles(BackOff backOff, Clock clock) {
        this.backOff = backOff;
        this.clock = clock;
    }

    private record Task(String store, String task) {}

    private record Trouble(String words, int failures, Instant until) {}

    /** Whether a task that has no pace of its own is to be tried now: later, the more often it failed in a row. */
    public boolean mayTry(String store, String task) {
        Trouble trouble = troubles.get(new Task(store, task));
        return trouble == null || !clock.instant().isBefore(trouble.until());
    }

    /** A task was not done. */
    public void failed(String store, String task, Throwable thrown) {
        Throwable root = named(thrown);
        String words = root instanceof Fault fault ? fault.words() : String.valueOf(root);
        Task key = new Task(store, task);
        Trouble before = troubles.get(key);
        int failures = before == null ? 0 : before.failures();
        troubles.put(key, new Trouble(words, failures + 1, clock.instant().plus(backOff.delay(failures))));
        if (before == null || !words.equals(before.words())) {
            LOG.warn("Store {}, {}: {}; it is tried again", store, task, words);
        }
    }

    /** Camel wraps what a bean throws: what says what to do is the fault within. */
    private static Throwable named(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault) {
                return cause;
            }
        }
        return thrown;
    }

    /** A task was done. */
    public void passed(String store, String task) {
        if (troubles.remove(new Task(store, task)) != null) {
            LOG.info("Store {}, {}: it works again", store, task);
        }
    }

    /** Why a task was not done when it was last tried. */
    public Optional<String> of(String store, String task) {
        return Optional.ofNullable(troubles.get(new Task(store, task))).map(Trouble::words);
    }
}

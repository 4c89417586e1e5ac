package io.ledgerbridge.bigcommerce;

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
 * told once, when it changes; a store that asks us to wait is left alone until then.
 */
@Component
public class ShopTroubles {

    private static final Logger LOG = LoggerFactory.getLogger(ShopTroubles.class);

    private final Map<Task, String> troubles = new ConcurrentHashMap<>();
    private final Map<String, Instant> waits = new ConcurrentHashMap<>();
    private final Clock clock;

    ShopTroubles(Clock clock) {
        this.clock = clock;
    }

    private record Task(String store, String task) {}

    /** Whether a store has not asked us to wait until later than now. */
    public boolean mayCall(String store) {
        return !clock.instant().isBefore(waits.getOrDefault(store, Instant.MIN));
    }

    /** A task was not done. */
    public void failed(String store, String task, Throwable thrown) {
        Throwable root = named(thrown);
        String words = String.valueOf(root);
        if (root instanceof Fault fault) {
            words = fault.words();
            if (fault.kind() == Fault.Kind.THROTTLED && fault.notBefore() != null) {
                waits.put(store, fault.notBefore());
            }
        }
        if (!words.equals(troubles.put(new Task(store, task), words))) {
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
        return Optional.ofNullable(troubles.get(new Task(store, task)));
    }
}

package io.ledgerbridge.bigcommerce;

import io.ledgerbridge.faults.BackOff;
import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.faults.Seconds;
import io.ledgerbridge.logging.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What keeps this process from doing its own tasks at BigCommerce, those that no order's claim stands for. The log is
 * told at the first failure, at once a minute where the words change, and at every hour as long as it lasts.
 */
@Component
public class ShopTroubles {

    private static final Logger LOG = LoggerFactory.getLogger(ShopTroubles.class);

    private final Map<Task, ToldFailure> troubles = new ConcurrentHashMap<>();
    private final Words words;
    private final BackOff backOff;
    private final Clock clock;

    public ShopTroubles(Words words, BackOff backOff, Clock clock) {
        this.words = words;
        this.backOff = backOff;
        this.clock = clock;
    }

    private record Task(String store, String task) {}

    /** Whether a task that has no pace of its own is to be tried now: later, the more often it failed in a row. */
    public boolean mayTry(String store, String task) {
        ToldFailure trouble = troubles.get(new Task(store, task));
        return trouble == null || !clock.instant().isBefore(trouble.until());
    }

    /** A task was not done. */
    public void failed(String store, String task, Throwable thrown) {
        if (FailureWords.isDefect(thrown)) {
            LOG.error("Store {}, {} failed in a way that nobody foresaw", store, task, thrown);
        }
        String said = words.kept(ToldFailure.words(thrown));
        troubles.compute(
                new Task(store, task), (key, before) -> before == null ? first(key, said) : again(before, said));
    }

    private ToldFailure first(Task key, String said) {
        Instant now = clock.instant();
        LOG.warn("Store {}, {}: {}; it is tried again", key.store(), key.task(), said);
        FailingTask failing = new FailingTask(key.store(), key.task(), now, 1, said, now);
        return ToldFailure.first(failing, now.plus(backOff.delay(0)));
    }

    private ToldFailure again(ToldFailure before, String said) {
        Instant now = clock.instant();
        ToldFailure trouble =
                before.again(said, now, now.plus(backOff.delay(before.failing().failures())));
        if (!trouble.isToTell(now)) {
            return trouble;
        }
        FailingTask failing = trouble.failing();
        LOG.warn(
                "Store {}, {}: {}; it has failed {} times since {} and is tried again",
                failing.store(),
                failing.task(),
                said,
                failing.failures(),
                Seconds.of(failing.since()));
        return trouble.told(now);
    }

    /** A task was done. */
    public void passed(String store, String task) {
        if (troubles.remove(new Task(store, task)) != null) {
            LOG.info("Store {}, {}: it works again", store, task);
        }
    }

    /** Why a task was not done when it was last tried. */
    public Optional<String> of(String store, String task) {
        return Optional.ofNullable(troubles.get(new Task(store, task)))
                .map(trouble -> trouble.failing().words());
    }

    /** The tasks of a store that keep failing, the longest failing first. */
    public List<FailingTask> failing(String store) {
        return troubles.values().stream()
                .map(ToldFailure::failing)
                .filter(task -> task.store().equals(store))
                .sorted(Comparator.comparing(FailingTask::since).thenComparing(FailingTask::task))
                .toList();
    }
}

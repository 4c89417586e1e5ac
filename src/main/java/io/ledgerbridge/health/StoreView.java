package io.ledgerbridge.health;

import io.ledgerbridge.bigcommerce.FailingTask;
import io.ledgerbridge.books.BooksBehind;
import io.ledgerbridge.parked.StoreCounts;
import io.ledgerbridge.queue.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a store. What is in the database holds for all replicas: the pause, the orders, and whether a side is
 * waited for. How calls and tasks went is what this replica has seen since it started.
 *
 * @param endpoint that calls go to: the settings', or the one that X3 named in its place
 * @param connections by side
 * @param paused by whom and why; null while it isn't
 * @param tasks of the program's own that keep failing
 * @param unreadableCredentials that the encryption key can't read
 * @param books whether they know what Sage X3 has
 */
public record StoreView(
        String store,
        String api,
        String endpoint,
        Map<String, StoreConnection> connections,
        @Nullable Paused paused,
        Orders orders,
        List<Task> tasks,
        List<String> unreadableCredentials,
        BooksState books) {

    /**
     * How a store's books compare with Sage X3's ledger.
     *
     * @param state {@code ok} or {@code behind}
     * @param since when it showed
     * @param entries how many entries X3 had that the books lacked
     */
    public record BooksState(
            String state,
            @Nullable String detail,
            @Nullable Instant since,
            @Nullable Integer entries) {

        static final BooksState OK = new BooksState("ok", null, null, null);

        static BooksState behind(BooksBehind behind) {
            return new BooksState("behind", BooksHealth.detail(behind), behind.since(), behind.entries());
        }
    }

    /** Since when, by whom and why. */
    public record Paused(Instant since, String by, String why) {

        static Paused of(Pause pause) {
            return new Paused(pause.since(), pause.by(), pause.why());
        }
    }

    /**
     * How many orders there are, counted some seconds ago.
     *
     * @param states by state
     * @param oldestDueSeconds how long the first of those that wait has been due
     * @param failing how many are tried again after a failure
     * @param failingSince when the first failure of those was
     */
    public record Orders(
            Map<String, Long> states,
            long oldestDueSeconds,
            long failing,
            @Nullable Instant failingSince) {

        static Orders of(StoreCounts counts, Instant now) {
            return new Orders(
                    counts.states(), counts.overdue(now).toSeconds(), counts.failing(), counts.failingSince());
        }
    }

    /** A task that keeps failing: since when, how often in a row, what it said last, and when. */
    public record Task(String task, Instant since, int failures, String words, Instant lastTried) {

        static Task of(FailingTask task) {
            return new Task(task.task(), task.since(), task.failures(), task.words(), task.lastTried());
        }
    }
}

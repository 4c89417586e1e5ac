package io.ledgerbridge.bigcommerce;

import java.time.Instant;

/**
 * A task of the program's own at BigCommerce that keeps failing in this process: a sweep, a look at the webhooks, a
 * backfill, a shadow run.
 *
 * @param since when the first failure in a row was
 * @param failures in a row
 * @param words what the last one said
 * @param lastTried when that was
 */
public record FailingTask(String store, String task, Instant since, int failures, String words, Instant lastTried) {

    FailingTask again(String saying, Instant now) {
        return new FailingTask(store, task, since, failures + 1, saying, now);
    }
}

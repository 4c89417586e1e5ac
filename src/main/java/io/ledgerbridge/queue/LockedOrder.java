package io.ledgerbridge.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claimed order, and what is known of processes that left it in the middle of its work.
 *
 * @param times how often one did, since its work last ended
 * @param alone whether it is to be worked alone
 * @param since when the first of those works was begun; null where it was never left
 * @param last when the last one was
 */
public record LockedOrder(
        Claim claim,
        int times,
        boolean alone,
        @Nullable Instant since,
        @Nullable Instant last) {}

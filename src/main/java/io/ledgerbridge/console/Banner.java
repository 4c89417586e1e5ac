package io.ledgerbridge.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a store's orders from being posted.
 *
 * @param what the end of the message's key: {@code bigcommerce}, {@code sage-x3}, {@code pairing}, {@code paused}, or {@code gone} of a
 *     store that is set up no more
 * @param waiting how many of its orders wait
 * @param next when it is tried again; null where a person has to do something
 * @param detail who has paused it, and why
 */
public record Banner(
        String what,
        String store,
        @Nullable Instant since,
        long waiting,
        @Nullable Instant next,
        @Nullable String detail) {}

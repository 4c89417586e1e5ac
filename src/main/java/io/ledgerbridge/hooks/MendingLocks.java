package io.ledgerbridge.hooks;

import io.ledgerbridge.database.TimedLocks;
import java.time.Duration;

/** One lock a store: two processes that mend its webhooks at once would register each of them twice. */
record MendingLocks(TimedLocks locks, Duration longest) {

    /** Whether this process may mend now. */
    boolean take(String store) {
        return locks.take(name(store), longest);
    }

    void prolong(String store) {
        locks.prolong(name(store), longest);
    }

    private static String name(String store) {
        return "hooks of " + store;
    }
}

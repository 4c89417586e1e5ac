package io.ledgerbridge.orders.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a store's orders from being known or worked.
 *
 * @param nextTry null where a person has to do something first
 * @param words of the other side, or of the person
 */
public record Stop(
        String store,
        Kind kind,
        Instant since,
        @Nullable Instant nextTry,
        @Nullable String words) {

    /** What it is. */
    public enum Kind {
        /** BigCommerce doesn't answer as it should. */
        BIGCOMMERCE,
        /** Sage X3 doesn't. */
        SAGE_X3,
        /** Sage X3 wants the store to be paired. */
        PAIRING,
        /** A person paused it. */
        PAUSE,
        /** Looking for missed orders fails. */
        SWEEP,
        /** Missed orders were looked for, and are not any more: {@code since} says when they were last. */
        LATE_LOOK,
        /** Missed orders were never looked for, and the first look is due at any moment. */
        FIRST_LOOK,
        /** Missed orders were never looked for, although the program runs for a while: {@code since} says since when. */
        NO_LOOK;

        /** Whether there may be orders that nobody here knows of. */
        boolean hidesOrders() {
            return this != SAGE_X3 && this != PAIRING && this != PAUSE;
        }

        /** Whether it keeps orders that are known from being worked. */
        boolean keepsFromWork() {
            return this == BIGCOMMERCE || !hidesOrders();
        }
    }
}

package io.ledgerbridge.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps all orders of a store from being worked, over all processes.
 *
 * @param nextTry null where a person has to do something first
 * @param by who paused it; null of anything else
 * @param words of the other side, or of the person
 */
public record Stoppage(
        String store,
        Kind kind,
        Instant since,
        @Nullable Instant nextTry,
        @Nullable String by,
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
        PAUSE
    }
}

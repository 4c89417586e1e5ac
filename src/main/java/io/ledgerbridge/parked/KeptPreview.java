package io.ledgerbridge.parked;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What working an order would come to by the newest reading that is kept of it.
 *
 * @param of whether there is one to plan from
 * @param readAt when BigCommerce said so; null where it isn't planned
 * @param preview null where it isn't planned
 */
public record KeptPreview(Source of, @Nullable Instant readAt, OrderPreview.@Nullable Preview preview) {

    /** What there is to plan an order from. */
    public enum Source {
        /** The newest reading, as far as its figures tell. */
        READING,
        /** No entry was ever planned of it. */
        NONE,
        /** The reading's time is over, or it was changed. */
        GONE,
        /** BigCommerce has told other figures since. */
        CHANGED,
        /** The store is set up no more. */
        NO_STORE,
        /** Planning fails otherwise. */
        FAILED
    }

    static KeptPreview not(Source source) {
        return new KeptPreview(source, null, null);
    }
}

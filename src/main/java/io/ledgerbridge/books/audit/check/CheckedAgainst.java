package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.books.audit.ChainKeys;
import io.ledgerbridge.books.audit.anchors.BeforeAnchors;
import io.ledgerbridge.logging.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What chains are checked against, and where it is noted.
 *
 * @param words by which what people said is kept
 * @param hasAnchors whether an anchor was made: since the first, every chain has a head
 * @param keyedSince when the first keyed link was written; null where there is none, or where an anchor was made
 */
record CheckedAgainst(
        ChainKeys keys,
        Words words,
        KeptFor kept,
        Instant now,
        boolean hasAnchors,
        @Nullable Instant keyedSince,
        Findings findings) {

    /** Whether a link without a keyed hash is too young to be of a version that wrote none. */
    boolean isTooYoung(Instant link) {
        return keyedSince != null && link.isAfter(keyedSince.plus(BeforeAnchors.GRACE));
    }
}

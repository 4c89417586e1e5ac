package io.ledgerbridge.api.audit;

import io.ledgerbridge.books.audit.anchors.Anchor;
import java.time.Instant;

/**
 * A daily anchor, as answers and alerts show it.
 *
 * @param changed how many chains had new links since the one before
 * @param chains how many there were, with so many links
 * @param digest over where the changed chains ended
 */
record AnchorView(
        int number,
        Instant at,
        int changed,
        long chains,
        long links,
        String digest,
        String previousHash,
        String hash,
        String keyId,
        String keyedHash) {

    static AnchorView of(Anchor anchor) {
        return new AnchorView(
                anchor.number(),
                anchor.at(),
                anchor.changed(),
                anchor.chains(),
                anchor.links(),
                anchor.digest(),
                anchor.previousHash(),
                anchor.hash(),
                anchor.keyed().keyId(),
                anchor.keyed().hash());
    }
}

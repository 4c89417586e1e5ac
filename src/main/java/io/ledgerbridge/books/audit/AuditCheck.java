package io.ledgerbridge.books.audit;

import org.jspecify.annotations.Nullable;

/** Looks at the links of all chains, one after the other, and keeps the last alone. */
final class AuditCheck {

    private @Nullable AuditPosition place;
    private @Nullable AuditLink before;
    private @Nullable AuditPosition firstBroken;
    private long checked;

    /** Looks at the next link in the order of store, order and number. */
    void look(AuditPosition here, AuditLink link) {
        boolean sameChain = place != null && place.isInTheChainOf(here);
        if (firstBroken == null && !AuditChain.follows(sameChain ? before : null, here.store(), here.order(), link)) {
            firstBroken = here;
        }
        checked++;
        place = here;
        before = link;
    }

    /** Up to where it has looked; null before the first. */
    @Nullable
    AuditPosition place() {
        return place;
    }

    /** The first link that doesn't fit. */
    @Nullable
    AuditPosition firstBroken() {
        return firstBroken;
    }

    long checked() {
        return checked;
    }
}

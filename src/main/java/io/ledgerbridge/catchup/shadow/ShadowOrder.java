package io.ledgerbridge.catchup.shadow;

import io.ledgerbridge.parked.OrderPreview;
import io.ledgerbridge.parked.Supposed;

/**
 * An order that is to be compared.
 *
 * @param tries how often a reading of it was begun before
 */
public record ShadowOrder(long run, String store, long order, int tries) {

    /** What it is, for the log. */
    public String task() {
        return ShadowPage.taskOf(run);
    }

    /** Which order the preview is of. */
    public OrderPreview.Asked asked() {
        return new OrderPreview.Asked(store, order, Supposed.BACKFILL);
    }
}

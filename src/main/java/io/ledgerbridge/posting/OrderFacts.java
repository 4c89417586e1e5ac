package io.ledgerbridge.posting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stays known of an order once it was seen.
 *
 * @param pendingSeen whether it was ever seen waiting for its payment
 * @param confirmedAt when it was confirmed; once known it stays
 */
public record OrderFacts(boolean pendingSeen, @Nullable Instant confirmedAt) {

    public static final OrderFacts NONE = new OrderFacts(false, null);
}

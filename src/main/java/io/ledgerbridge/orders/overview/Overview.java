package io.ledgerbridge.orders.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How all orders stand that were asked for. The pace, the outlook and what stops are those of all orders of the stores in view,
 * whatever the days.
 *
 * @param unreadable deliveries and rows of lists that can't be read, each of which may be about an order that isn't known
 * @param stops what keeps orders from being known or worked
 * @param oldest of those under way the one that waits longest; null where there is none
 * @param lookedAt by store, up to when missed orders were looked for
 * @param readAt when all of this was read
 */
public record Overview(
        Verdict verdict,
        OrderTotals totals,
        long unreadable,
        List<Cause> causes,
        Pace pace,
        Outlook outlook,
        @Nullable Waiting oldest,
        List<Stop> stops,
        Map<String, Instant> lookedAt,
        Instant readAt) {}

package io.ledgerbridge.orders.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How all orders stand that were asked for. The pace, the outlook and what stops are those of all orders of the stores in view,
 * whatever the days.
 *
 * @param stops what keeps orders from being known or worked
 * @param lookedAt by store, up to when missed orders were looked for
 * @param readAt when all of this was read
 */
public record Overview(
        Verdict verdict,
        OrderTotals totals,
        List<Cause> causes,
        Pace pace,
        Outlook outlook,
        List<Stop> stops,
        Map<String, Instant> lookedAt,
        Instant readAt) {}

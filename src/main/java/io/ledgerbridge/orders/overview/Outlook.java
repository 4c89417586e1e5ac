package io.ledgerbridge.orders.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the orders under way are done.
 *
 * @param at null where that can't be told
 * @param limits what keeps the pace down, where it falls behind
 */
public record Outlook(Kind kind, @Nullable Instant at, List<X3Limit> limits) {

    /** What can be told. */
    public enum Kind {
        /** None is under way. */
        CAUGHT_UP,
        /** At the pace of now they are done by then. */
        BY_THEN,
        /** At the pace of now they are never done. */
        GROWING,
        /** Something keeps them from being worked. */
        STOPPED,
        /** None was settled lately. */
        UNKNOWN
    }

    /** A store that has as many calls under way in Sage X3 as it may. */
    public record X3Limit(String store, int calls) {}

    static final Outlook STOPPED = new Outlook(Kind.STOPPED, null, List.of());

    /** None of them is done before the last may be worked. */
    static Outlook of(Pace pace, PaceRows.UnderWay underWay, List<X3Limit> limits, Instant now) {
        if (underWay.orders() == 0) {
            return new Outlook(Kind.CAUGHT_UP, null, List.of());
        }
        if (pace.isGrowing(underWay.orders())) {
            return new Outlook(Kind.GROWING, null, limits);
        }
        return pace.settled() == 0
                ? new Outlook(Kind.UNKNOWN, null, List.of())
                : new Outlook(Kind.BY_THEN, later(now.plus(left(pace, underWay)), underWay.lastDue()), List.of());
    }

    private static Duration left(Pace pace, PaceRows.UnderWay underWay) {
        return Duration.ofMinutes(pace.minutes())
                .multipliedBy(underWay.orders())
                .dividedBy(pace.settled());
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}

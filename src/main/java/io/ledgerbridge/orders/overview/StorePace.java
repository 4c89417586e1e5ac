package io.ledgerbridge.orders.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a store's orders came and went lately, and what of them is under way.
 *
 * @param lastDue when the last of those that wait may be worked
 */
record StorePace(
        String store,
        Pace shorter,
        Pace longer,
        long underWay,
        @Nullable Instant lastDue) {

    private static final Pace NONE_OF_TEN = new Pace(PaceRows.SHORT, 0, 0, 0);
    private static final Pace NONE_OF_SIXTY = new Pace(PaceRows.LONG, 0, 0, 0);

    Pace pace() {
        return Pace.telling(shorter, longer);
    }

    /** Of all together. */
    static Pace of(List<StorePace> stores) {
        return Pace.telling(
                stores.stream().map(StorePace::shorter).reduce(NONE_OF_TEN, Pace::plus),
                stores.stream().map(StorePace::longer).reduce(NONE_OF_SIXTY, Pace::plus));
    }

    /** By when those under way are done at this pace, and none of them before the last may be worked. */
    Instant end(Instant now) {
        Duration left =
                Duration.ofMinutes(pace().minutes()).multipliedBy(underWay).dividedBy(pace().settled());
        Instant end = now.plus(left);
        return lastDue == null || end.isAfter(lastDue) ? end : lastDue;
    }
}

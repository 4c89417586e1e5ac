package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.which.Selected;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the wish to have orders worked again.
 *
 * @param worked so many are
 * @param skipped so many aren't, since they were parked no longer
 * @param waiting so many wait for a second person
 * @param left so many were not asked for, since that was all that can be asked for at once
 * @param refusals why those of some stores aren't, each with its store
 */
record Asked(long worked, long skipped, long waiting, long left, List<String> refusals) {

    static final Asked NOTHING = new Asked(0, 0, 0);

    Asked(long worked, long skipped, long waiting) {
        this(worked, skipped, waiting, 0, List.of());
    }

    static Asked left(long left) {
        return new Asked(0, 0, 0, left, List.of());
    }

    static Asked refused(String why) {
        return new Asked(0, 0, 0, 0, List.of(why));
    }

    Asked plus(Asked other) {
        return new Asked(
                worked + other.worked,
                skipped + other.skipped,
                waiting + other.waiting,
                left + other.left,
                Stream.concat(refusals.stream(), other.refusals.stream()).toList());
    }

    Said said() {
        if (worked + skipped + waiting == 0 && !refusals.isEmpty()) {
            return Said.partly(null, List.of(), refusals);
        }
        if (waiting > 0) {
            return Said.partly("needs-you.said.waiting", List.of(waiting, worked, left, Selected.MOST), refusals);
        }
        return worked == 0
                ? Said.partly("needs-you.said.none", List.of(skipped), refusals)
                : Said.partly("needs-you.said.worked", List.of(worked, skipped, left, Selected.MOST), refusals);
    }
}

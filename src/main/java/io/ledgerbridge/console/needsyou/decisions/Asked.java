package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.which.Selected;

/**
 * What became of the wish to have orders worked again.
 *
 * @param worked so many are
 * @param skipped so many aren't, since they were parked no longer
 * @param waiting so many wait for a second person
 * @param left so many were not asked for, since that was all that can be asked for at once
 */
record Asked(long worked, long skipped, long waiting, long left) {

    static final Asked NOTHING = new Asked(0, 0, 0, 0);

    Asked plus(Asked other) {
        return new Asked(worked + other.worked, skipped + other.skipped, waiting + other.waiting, left + other.left);
    }

    Said said() {
        if (waiting > 0) {
            return Said.done("needs-you.said.waiting", waiting, worked, left, Selected.MOST);
        }
        return worked == 0
                ? Said.done("needs-you.said.none", skipped)
                : Said.done("needs-you.said.worked", worked, skipped, left, Selected.MOST);
    }
}

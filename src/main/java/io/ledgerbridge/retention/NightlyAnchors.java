package io.ledgerbridge.retention;

import io.ledgerbridge.books.audit.anchors.Anchor;
import io.ledgerbridge.books.audit.anchors.Anchors;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.posting.rules.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Has the audit trail's anchor made each night, by one process. Where a night was missed, as while nothing ran, it is made
 * at once. The first is made soon after the start: not at once, since a process of the version before may still be at work.
 */
@Component
public class NightlyAnchors {

    private static final Duration FIRST = Duration.ofMinutes(15);
    private static final Duration EARLIEST = Duration.ofHours(12);
    private static final Duration LATEST = Duration.ofHours(36);

    /** Far longer than one of the steps takes, of which each prolongs it. */
    private static final Duration LOCK = Duration.ofMinutes(5);

    private final Anchors anchors;
    private final TimedLocks locks;
    private final Night night;
    private final Clock clock;
    private final Instant start;

    NightlyAnchors(Anchors anchors, TimedLocks locks, Rules rules, Clock clock) {
        this.anchors = anchors;
        this.locks = locks;
        this.night = Night.of(rules);
        this.clock = clock;
        this.start = clock.instant();
    }

    /** Makes the anchor if its time has come and no other process is making it. */
    public void turn() {
        if (isTime() && locks.take("anchor", LOCK) && isTime()) {
            anchors.make(() -> locks.prolong("anchor", LOCK));
        }
    }

    private boolean isTime() {
        Instant now = clock.instant();
        Optional<Instant> last = anchors.newest().map(Anchor::at);
        Instant first =
                last.map(at -> at.plus(night.is(now) ? EARLIEST : LATEST)).orElse(start.plus(FIRST));
        return !now.isBefore(first);
    }
}

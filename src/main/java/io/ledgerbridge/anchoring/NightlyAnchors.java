package io.ledgerbridge.anchoring;

import io.ledgerbridge.books.audit.AuditVerification;
import io.ledgerbridge.books.audit.anchors.Anchor;
import io.ledgerbridge.books.audit.anchors.Anchors;
import io.ledgerbridge.books.audit.anchors.AnchorsRefused;
import io.ledgerbridge.books.audit.anchors.LateAnchor;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.retention.Night;
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

    private static final Duration CLOCKS = Duration.ofDays(1);

    private static final String REFUSED = "refused";

    private final Anchors anchors;
    private final LateAnchor late;
    private final AuditVerification verification;
    private final AnchorTroubles troubles;
    private final TimedLocks locks;
    private final Night night;
    private final Clock clock;
    private final Instant start;

    NightlyAnchors(
            Anchors anchors,
            LateAnchor late,
            AuditVerification verification,
            AnchorTroubles troubles,
            TimedLocks locks,
            Rules rules,
            Clock clock) {
        this.anchors = anchors;
        this.late = late;
        this.verification = verification;
        this.troubles = troubles;
        this.locks = locks;
        this.night = Night.of(rules);
        this.clock = clock;
        this.start = clock.instant();
    }

    /**
     * Makes the anchor if its time has come and no other process is making it, and then has the whole trail verified, so that
     * people are told of what doesn't fit without having asked.
     */
    public void turn() {
        try {
            if (isTime() && !troubles.isKnown(REFUSED) && locks.take("anchor", LOCK) && isTime()) {
                make();
            }
        } finally {
            late.since()
                    .ifPresent(since -> troubles.tell(
                            "late", "Links were added to the audit trail, and no anchor was made since " + since));
        }
    }

    private void make() {
        try {
            anchors.newest().filter(this::isAhead).ifPresent(troubles::tellAhead);
            anchors.make(() -> locks.prolong("anchor", LOCK));
            verification.begin();
        } catch (AnchorsRefused refused) {
            troubles.tell(REFUSED, String.valueOf(refused.getMessage()));
            verification.begin();
        }
    }

    private boolean isAhead(Anchor anchor) {
        return anchor.at().isAfter(clock.instant().plus(CLOCKS));
    }

    private boolean isTime() {
        Instant now = clock.instant();
        Optional<Instant> last = anchors.newest().map(anchor -> isAhead(anchor) ? Instant.EPOCH : anchor.at());
        Instant first =
                last.map(at -> at.plus(night.is(now) ? EARLIEST : LATEST)).orElse(start.plus(FIRST));
        return !now.isBefore(first);
    }
}

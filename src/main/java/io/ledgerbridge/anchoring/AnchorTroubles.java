package io.ledgerbridge.anchoring;

import io.ledgerbridge.books.audit.anchors.Anchor;
import io.ledgerbridge.books.audit.anchors.AnchorTrouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells in the log, and whoever gets alerts, that anchors don't go as they should: twice a day of each kind, however often it shows. */
@Component
class AnchorTroubles {

    private static final Logger LOG = LoggerFactory.getLogger(AnchorTroubles.class);
    private static final Duration BETWEEN = Duration.ofHours(12);

    private final ApplicationEventPublisher listeners;
    private final Clock clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    AnchorTroubles(ApplicationEventPublisher listeners, Clock clock) {
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Whether it was told lately. */
    boolean isKnown(String kind) {
        Instant last = told.get(kind);
        return last != null && clock.instant().isBefore(last.plus(BETWEEN));
    }

    /** The clock was wrong then, or somebody changed the anchor. */
    void tellAhead(Anchor ahead) {
        tell(
                "ahead",
                "Anchor %d of the audit trail says that it was made at %s, which lies ahead: the clock was wrong, or somebody changed it. The next is made all the same"
                        .formatted(ahead.number(), ahead.at()));
    }

    void tell(String kind, String says) {
        if (!isKnown(kind)) {
            told.put(kind, clock.instant());
            LOG.error(says);
            listeners.publishEvent(new AnchorTrouble(says));
        }
    }
}

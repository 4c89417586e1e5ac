package io.ledgerbridge.books.audit.anchors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells when no anchor was made for too long, though there are links that none holds. */
@Component
public class LateAnchor {

    /** One that is a night late is made after 36 hours at once; an hour is enough for that. */
    private static final Duration LATE = Duration.ofHours(37);

    private final JdbcClient jdbc;
    private final Clock clock;

    LateAnchor(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Since when it is so: from the last anchor, or from the first keyed link; empty where none is late. */
    @Transactional(readOnly = true)
    public Optional<Instant> since() {
        return new AnchorRows(jdbc)
                .newest()
                .map(Anchor::at)
                .or(() -> new BeforeAnchors(jdbc).keyedSince())
                .filter(since -> since.plus(LATE).isBefore(clock.instant()) && hasOpenChains());
    }

    /** The program's own chain always is open: it tells of the last anchor. */
    private boolean hasOpenChains() {
        return jdbc.sql("SELECT 1 FROM audit_head WHERE anchored = FALSE AND store <> '*' LIMIT 1")
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}

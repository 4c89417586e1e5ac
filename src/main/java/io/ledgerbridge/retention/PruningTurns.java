package io.ledgerbridge.retention;

import io.ledgerbridge.database.DatabaseClock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lets one process at a time prune. A turn stands under no store's name, since it is all stores'. */
@Repository
class PruningTurns {

    /** Somewhat less than the timer's minute, and more than a turn takes. */
    private static final Duration LENGTH = Duration.ofSeconds(50);

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    PruningTurns(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether it is this process's turn, which it then is for a while. */
    @Transactional
    public boolean take() {
        Instant now = clock.now();
        int first = jdbc.sql(
                        "INSERT INTO sweep_cursor (store, name, at) VALUES ('', 'pruning', :now) ON CONFLICT DO NOTHING")
                .param("now", utc(now))
                .update();
        return first == 1
                || jdbc.sql("UPDATE sweep_cursor SET at = :now WHERE store = '' AND name = 'pruning' AND at <= :ended")
                                .param("now", utc(now))
                                .param("ended", utc(now.minus(LENGTH)))
                                .update()
                        == 1;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

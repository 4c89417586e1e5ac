package io.ledgerbridge.books;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.DatabaseServer;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Since when this process has had one and the same database, as far as it can tell. */
final class SameDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(RestoredBooks.class);

    /** How far BigCommerce's clock may be ahead of ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final DatabaseServer server;
    private final DatabaseClock clock;
    private Instant serverStarted;
    private volatile Instant since;

    SameDatabase(DatabaseServer server, DatabaseClock clock) {
        this.server = server;
        this.clock = clock;
        this.serverStarted = server.startedAt();
        this.since = clock.now();
    }

    Instant since() {
        return since;
    }

    boolean isPlacedSince(Instant created) {
        return created.isAfter(since.plus(CLOCKS_DIFFER));
    }

    /** What was there before may be lost. */
    void fromNow() {
        since = clock.now();
    }

    /**
     * Another start of the database's server than before: it may be a replica that lagged, and lack what another process
     * has sent. From now on only younger orders are believed to be unsent.
     */
    void seeServer() {
        seeServer(server.startedAt());
    }

    private synchronized void seeServer(Instant started) {
        if (!started.equals(serverStarted)) {
            fromNow();
            serverStarted = started;
            LOG.warn(
                    "The database has started again at {}, or another server has taken over: no order from before now is created in Sage X3 without a look-up",
                    started);
        }
    }
}

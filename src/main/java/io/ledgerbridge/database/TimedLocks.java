package io.ledgerbridge.database;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks by name that end by themselves, by the database's clock: one process at a time does a task of the program's own,
 * and one that ended keeps the others from it no longer than its lock lasts.
 */
@Repository
public class TimedLocks {

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    TimedLocks(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes a lock unless it is held, also where this process holds it.
     *
     * @param name at most 60 characters
     * @param length how long it lasts
     * @return whether it was free
     */
    @Transactional
    public boolean take(String name, Duration length) {
        Instant now = clock.now();
        return jdbc.sql("INSERT INTO timed_lock (name, ends_at) VALUES (:name, :ends) ON CONFLICT DO NOTHING")
                                .param("name", name)
                                .param("ends", utc(now.plus(length)))
                                .update()
                        == 1
                || jdbc.sql("UPDATE timed_lock SET ends_at = :ends WHERE name = :name AND ends_at <= :now")
                                .param("name", name)
                                .param("ends", utc(now.plus(length)))
                                .param("now", utc(now))
                                .update()
                        == 1;
    }

    /** A lock that this process has taken lasts so long from now on. */
    @Transactional
    public void prolong(String name, Duration length) {
        jdbc.sql("UPDATE timed_lock SET ends_at = :ends WHERE name = :name")
                .param("name", name)
                .param("ends", utc(clock.now().plus(length)))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

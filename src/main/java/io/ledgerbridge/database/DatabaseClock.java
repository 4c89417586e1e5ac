package io.ledgerbridge.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one time by which all processes on a database go, whatever their own clocks say: leases, turns, waits, and how long
 * ago something was sent. On PostgreSQL that is the server's; H2 is in the process, and has the process's.
 */
@FunctionalInterface
public interface DatabaseClock {

    /** The time by the database; inside a transaction, too, it is now and not when that began. */
    Instant now();

    /** PostgreSQL's. It is asked each time, since a process may have slept since it last did. */
    static DatabaseClock of(JdbcClient postgreSql) {
        return () -> postgreSql
                .sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}

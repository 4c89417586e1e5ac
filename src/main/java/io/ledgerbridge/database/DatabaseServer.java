package io.ledgerbridge.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The server that keeps the database. A start of its own, which is also what a replica that takes over has, means that it
 * may lack the last that was committed. H2 is in the process and starts with it.
 */
@FunctionalInterface
public interface DatabaseServer {

    /** When the server that answers now was started, by its clock. */
    Instant startedAt();

    /** PostgreSQL's. It is asked each time, since another may have taken over meanwhile. */
    static DatabaseServer of(JdbcClient postgreSql) {
        return () -> postgreSql
                .sql("SELECT pg_postmaster_start_time()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}

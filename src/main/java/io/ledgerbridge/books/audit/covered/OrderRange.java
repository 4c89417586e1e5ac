package io.ledgerbridge.books.audit.covered;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The orders of one store in a range of their ids: what is looked at in one step.
 *
 * @param after below the first
 * @param upTo the last
 */
public record OrderRange(String store, long after, long upTo) {

    /** Of a statement on {@code :store}, {@code :after} and {@code :upTo}. */
    public StatementSpec bind(StatementSpec statement) {
        return statement.param("store", store).param("after", after).param("upTo", upTo);
    }
}

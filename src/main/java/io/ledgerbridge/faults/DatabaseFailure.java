package io.ledgerbridge.faults;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** What is said of the database while it is away, full, starting or stopping. A statement that it refuses is a defect. */
public final class DatabaseFailure {

    private static final String AWAY = "the database is away";

    private static final int MOST_CAUSES = 20;

    /** Of SQL states: no connection, insufficient resources, an operator's hand, the system, H2's own. */
    private static final Set<String> AWAY_CLASSES = Set.of("08", "53", "57", "58", "90");

    private DatabaseFailure() {}

    static boolean isOne(Throwable cause) {
        return cause instanceof DataAccessException || cause instanceof TransactionException;
    }

    /** Whether a failure, or one behind it, is that the database is away. */
    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(DatabaseFailure::isAway);
    }

    /** Nothing where it answered, and refused what the program asked. */
    static Optional<String> words(Throwable failure) {
        return isAway(failure) ? Optional.of(AWAY) : Optional.empty();
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof SQLException refused
                ? isAway(refused)
                : failure instanceof TransientDataAccessException
                        || failure instanceof RecoverableDataAccessException
                        || failure instanceof DataAccessResourceFailureException
                        || failure instanceof TransactionException;
    }

    private static boolean isAway(SQLException refused) {
        String state = refused.getSQLState();
        return refused instanceof SQLTransientException
                || refused instanceof SQLRecoverableException
                || refused instanceof SQLNonTransientConnectionException
                || (state != null && state.length() == 5 && AWAY_CLASSES.contains(state.substring(0, 2)));
    }
}

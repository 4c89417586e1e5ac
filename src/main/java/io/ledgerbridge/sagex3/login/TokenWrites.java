package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.faults.FailureWords;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what Sage X3 answered. Neither a database that is away for a moment nor the program's end must cost a refresh
 * token, which nobody gets a second time.
 */
@Component
class TokenWrites {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(TokenWrites.class);

    private final TransactionTemplate transactions;

    TokenWrites(TransactionTemplate transactions) {
        this.transactions = transactions;
    }

    /**
     * Writes in a transaction, again and again while the database is away, for as long as a lease lasts.
     *
     * @return what the writing says
     */
    boolean persistWithRetry(BooleanSupplier write) {
        long begun = System.nanoTime();
        boolean interrupted = Thread.interrupted();
        boolean told = false;
        try {
            while (true) {
                try {
                    return Boolean.TRUE.equals(transactions.execute(running -> write.getAsBoolean()));
                } catch (TransactionException | DataAccessException away) {
                    if (System.nanoTime() - begun > TokenLease.LENGTH.toNanos()) {
                        throw away;
                    }
                    if (!told) {
                        LOG.warn("An answer to a request for tokens waits for the database: {}", FailureWords.of(away));
                        told = true;
                    }
                    interrupted |= Thread.interrupted();
                    LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

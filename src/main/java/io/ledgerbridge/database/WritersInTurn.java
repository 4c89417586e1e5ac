package io.ledgerbridge.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Has one transaction at a time write to H2. A commit stores all tables, one after the other; were another transaction
 * changing them meanwhile, a process that ended then would leave a part of that change, which the next can't undo
 * (decision 0010). A turn is taken before a connection is, so that nobody waits for the pool's last one with it.
 * Transactions that only read go on beside it, and must not be joined by one that writes.
 */
public final class WritersInTurn extends JdbcTransactionManager {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Duration patience;

    /** @param patience how long a transaction waits for its turn before it fails as if the database were away */
    public WritersInTurn(DataSource h2, Duration patience) {
        super(h2);
        this.patience = patience;
        setValidateExistingTransaction(true);
    }

    /** Whether a JDBC URL is one of H2's. */
    public static boolean areFor(@Nullable String url) {
        return url != null && url.startsWith("jdbc:h2:");
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (definition.isReadOnly()) {
            super.doBegin(transaction, definition);
            return;
        }
        take();
        boolean begun = false;
        try {
            super.doBegin(transaction, definition);
            begun = true;
        } finally {
            if (!begun) {
                turn.unlock();
            }
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        boolean reads = ((JdbcTransactionObjectSupport) transaction).isReadOnly();
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            if (!reads) {
                turn.unlock();
            }
        }
    }

    private void take() {
        try {
            if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotCreateTransactionException("Others have been writing to H2 for " + patience);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotCreateTransactionException("Stopped while others were writing to H2", stopped);
        }
    }
}

package io.ledgerbridge.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps H2's file from growing with each commit. A commit writes a chunk of the file, which is given back once all of it is
 * out of date; the few rows that aren't keep the rest. H2's own thread writes those anew elsewhere, but it doesn't run
 * where each commit is to be on the disk at once (WRITE_DELAY=0): without this an order costs 100 kB, of which 4 are used.
 */
@Component
public class SparseChunks {

    /** In percent of the file's chunks; above it nothing is done. */
    private static final int FULL_ENOUGH = 50;

    /** Of what is still used, in a step: others wait to write for some tens of milliseconds. */
    private static final int BYTES = 1024 * 1024;

    private static final int MOST_STEPS = 8;

    private final DataSource database;
    private final TransactionTemplate transactions;

    public SparseChunks(DataSource database, TransactionTemplate transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Takes a few small steps where there is something to do, each in a turn of those that write. */
    public void rewrite() {
        int steps = 0;
        while (steps < MOST_STEPS && Boolean.TRUE.equals(transactions.execute(status -> step()))) {
            steps++;
        }
    }

    /** Whether anything was rewritten. */
    private boolean step() {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            return connection.isWrapperFor(JdbcConnection.class)
                    && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                    && rewrite(session.getDatabase().getStore().getMvStore());
        } catch (SQLException unusable) {
            throw new DataAccessResourceFailureException("H2 gives no access to its file", unusable);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static boolean rewrite(MVStore file) {
        boolean rewritten = file.compact(FULL_ENOUGH, BYTES);
        file.commit();
        return rewritten;
    }
}

package io.ledgerbridge.operations;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Has H2 run one statement, or one commit, at a time, over all connections. A commit stores all tables as they are at
 * that moment; were another transaction's statement half-way through, its change could be stored without what undoes it,
 * and a process that ended then would leave a row twice in an index, or a part of a transaction (decision 0010).
 *
 * <p>A statement that meets another transaction's lock lets the others have their turns until that transaction ends, for
 * as long as the URL's {@code LOCK_TIMEOUT} (ms) says, and is then tried again; H2 has undone it by then. H2 has no
 * chance to see a deadlock: both sides wait for that time. A batch is not tried again.
 */
final class StatementsInTurn extends DelegatingDataSource {

    /** H2's {@code ErrorCode.LOCK_TIMEOUT_1}. */
    private static final int LOCKED = 50200;

    /** How long a statement waits inside H2, where nobody else gets a turn, in ms; 0 would be H2's default. */
    private static final String GIVE_UP_AT_ONCE = "SET LOCK_TIMEOUT 1";

    private static final long LOOK_AGAIN_AFTER = TimeUnit.MILLISECONDS.toNanos(50);
    /** What ends a transaction, and so its locks. */
    private static final Set<String> ENDS = Set.of("commit", "rollback", "close");

    /** What is meant for a statement that is under way can't wait for it to be over. */
    private static final String CANCEL = "cancel";

    private static final Set<String> BATCHES = Set.of("executeBatch", "executeLargeBatch");

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Condition ended = turn.newCondition();

    StatementsInTurn(DataSource h2) {
        super(h2);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return inTurn(super::getConnection);
    }

    /** Which the pool calls where the settings name a user. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return inTurn(() -> super.getConnection(user, password));
    }

    /** H2 has none, and it is in this process. */
    @Override
    public void setLoginTimeout(int seconds) {}

    /** How a connection is opened. */
    private interface Opening {
        Connection open() throws SQLException;
    }

    private Connection inTurn(Opening opening) throws SQLException {
        turn.lock();
        try {
            Connection connection = opening.open();
            try {
                long patience = TimeUnit.MILLISECONDS.toNanos(lockTimeout(connection));
                return proxy(Connection.class, new Turns(connection, patience));
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
        } finally {
            turn.unlock();
        }
    }

    private static long lockTimeout(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet millis = statement.executeQuery("CALL LOCK_TIMEOUT()")) {
                millis.next();
                long timeout = millis.getLong(1);
                statement.execute(GIVE_UP_AT_ONCE);
                return timeout;
            }
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(StatementsInTurn.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** A connection, or a statement of it. */
    private final class Turns implements InvocationHandler {

        private final Object target;
        private final long patience;

        Turns(Object target, long patience) {
            this.target = target;
            this.patience = patience;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals(CANCEL)) {
                return call(method, arguments);
            }
            Object result = inTurn(method, arguments);
            if (target instanceof Connection && result instanceof Statement statement) {
                return proxy(kindOf(statement), new Turns(statement, patience));
            }
            return result;
        }

        private @Nullable Object inTurn(Method method, Object @Nullable [] arguments) throws Throwable {
            boolean again = method.getName().startsWith("execute") && !BATCHES.contains(method.getName());
            turn.lock();
            try {
                long until = System.nanoTime() + patience;
                while (true) {
                    try {
                        return call(method, arguments);
                    } catch (SQLException failed) {
                        long left = until - System.nanoTime();
                        if (!again || failed.getErrorCode() != LOCKED || left <= 0) {
                            throw failed;
                        }
                        letOthersHaveTheirTurns(Math.min(left, LOOK_AGAIN_AFTER), failed);
                    }
                }
            } finally {
                if (target instanceof Connection && ENDS.contains(method.getName())) {
                    ended.signalAll();
                }
                turn.unlock();
            }
        }

        /** Until a transaction ends, or a time is over: whichever it was, or neither, the statement is then tried again. */
        @SuppressWarnings("WaitNotInLoop")
        private void letOthersHaveTheirTurns(long nanos, SQLException failed) throws SQLException {
            try {
                long unused = ended.awaitNanos(nanos);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw failed;
            }
        }

        private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }

        private static Class<? extends Statement> kindOf(Statement statement) {
            if (statement instanceof CallableStatement) {
                return CallableStatement.class;
            }
            return statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        }
    }
}

package io.ledgerbridge.work;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that a test can take away, let fail, and whose statements it counts. */
public final class WatchedDataSource extends DelegatingDataSource {

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile @Nullable String failing;

    public WatchedDataSource(DataSource database) {
        super(database);
    }

    /** Takes the database away, or brings it back. */
    public void away(boolean gone) {
        away = gone;
    }

    /** Lets each statement fail that has these words, or the commit; null mends everything. */
    public void fail(@Nullable String words) {
        failing = words;
    }

    /** The statements executed since this was last asked. */
    public List<String> executed() {
        List<String> executed = List.copyOf(statements);
        statements.clear();
        return executed;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw new SQLTransientConnectionException("the database is away");
        }
        Connection connection = super.getConnection();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.equals("prepareStatement")) {
                return statement((PreparedStatement) invoke(method, connection, arguments), (String) arguments[0]);
            }
            if (name.equals("commit")) {
                failCommit(connection);
            }
            return invoke(method, connection, arguments);
        });
    }

    private PreparedStatement statement(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                statements.add(sql);
                failOn(sql);
            }
            return invoke(method, statement, arguments);
        });
    }

    private void failOn(String sql) throws SQLException {
        String words = failing;
        if (words != null && sql.contains(words)) {
            throw new SQLException("made to fail: " + words);
        }
    }

    /** A server that is lost at the commit has nothing of the transaction afterwards. */
    private void failCommit(Connection connection) throws SQLException {
        if ("commit".equals(failing)) {
            connection.rollback();
        }
        failOn("commit");
    }

    private static Object invoke(java.lang.reflect.Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

package io.ledgerbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What H2 stores at a commit holds no half-done statement, since none is under way then. */
class StatementsInTurnTest {

    private static final AtomicInteger UNDER_WAY = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HikariDataSource pool = new HikariDataSource();

    @BeforeEach
    void open() throws SQLException {
        MOST.set(0);
        pool.setJdbcUrl("jdbc:h2:mem:turns%d;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=1500".formatted(NUMBER.incrementAndGet()));
        new H2InTurn().postProcessAfterInitialization(pool, "dataSource");
        run("CREATE TABLE item (id INT PRIMARY KEY, amount INT)");
        run("INSERT INTO item VALUES (1, 10), (2, 20)");
        run("CREATE ALIAS under_way FOR '%s.underWay'".formatted(Probe.class.getName()));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    /** A function of the database: how many calls of it there are at once. */
    public static final class Probe {

        private Probe() {}

        public static int underWay() throws InterruptedException {
            MOST.accumulateAndGet(UNDER_WAY.incrementAndGet(), Math::max);
            Thread.sleep(200);
            return UNDER_WAY.getAndDecrement();
        }
    }

    @Test
    void neverAreTwoStatementsUnderWay() {
        List<CompletableFuture<Void>> statements = IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.runAsync(() -> unchecked(() -> run("CALL under_way()"))))
                .toList();

        statements.forEach(CompletableFuture::join);

        assertThat(MOST).hasValue(1);
    }

    @Test
    void aCommitWaitsForTheStatementThatIsUnderWay() throws Exception {
        try (Connection other = pool.getConnection()) {
            other.setAutoCommit(false);
            update(other, "UPDATE item SET amount = 11 WHERE id = 1");
            CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> unchecked(() -> run("CALL under_way()")));
            await().until(() -> slow.isDone() || UNDER_WAY.get() > 0);

            other.commit();

            assertThat(UNDER_WAY).hasValue(0);
            slow.join();
        }
    }

    @Test
    void whoMeetsALockGoesOnWhenItsHolderHasCommitted() throws Exception {
        try (Connection holder = pool.getConnection()) {
            holder.setAutoCommit(false);
            update(holder, "UPDATE item SET amount = amount + 1 WHERE id = 1");
            CountDownLatch trying = new CountDownLatch(1);
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> unchecked(() -> {
                trying.countDown();
                run("UPDATE item SET amount = amount * 2 WHERE id = 1");
            }));
            trying.await();
            Thread.sleep(200);
            assertThat(waiting).isNotDone();

            update(holder, "UPDATE item SET amount = amount + 1 WHERE id = 2");
            holder.commit();

            waiting.get(1, TimeUnit.SECONDS);
        }
        assertThat(amounts()).containsExactly(22, 21);
    }

    @Test
    void whoMeetsALockForLongerThanTheUrlSaysFails() throws Exception {
        try (Connection holder = pool.getConnection()) {
            holder.setAutoCommit(false);
            update(holder, "UPDATE item SET amount = 11 WHERE id = 1");
            long start = System.nanoTime();

            assertThatThrownBy(() -> run("UPDATE item SET amount = 12 WHERE id = 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Timeout trying to lock");

            assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(1400));
            holder.rollback();
        }
        run("UPDATE item SET amount = 12 WHERE id = 1");
        assertThat(amounts()).containsExactly(12, 20);
    }

    @Test
    void aTransactionKeepsWhatItDidBeforeItMetALock() throws Exception {
        try (Connection holder = pool.getConnection();
                Connection waiting = pool.getConnection()) {
            holder.setAutoCommit(false);
            waiting.setAutoCommit(false);
            update(holder, "UPDATE item SET amount = 11 WHERE id = 1");
            update(waiting, "UPDATE item SET amount = 21 WHERE id = 2");

            assertThatThrownBy(() -> update(waiting, "UPDATE item SET amount = 12"))
                    .isInstanceOf(SQLException.class);
            holder.commit();
            waiting.commit();
        }
        assertThat(amounts()).containsExactly(11, 21);
    }

    @Test
    void whatAnotherHasLockedIsSkippedAtOnce() throws Exception {
        try (Connection holder = pool.getConnection();
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("SELECT id FROM item WHERE id = 1 FOR UPDATE");
            try (Connection other = pool.getConnection();
                    Statement statement = other.createStatement();
                    ResultSet free = statement.executeQuery("SELECT id FROM item FOR UPDATE SKIP LOCKED")) {
                assertThat(free.next()).isTrue();
                assertThat(free.getInt(1)).isEqualTo(2);
                assertThat(free.next()).isFalse();
            }
        }
    }

    /** A pool asks for its connections in another way where it has a user. */
    @Test
    void holdsForAUserToo() throws Exception {
        try (HikariDataSource withUser = new HikariDataSource()) {
            withUser.setJdbcUrl("jdbc:h2:mem:user");
            withUser.setUsername("sa");
            new H2InTurn().postProcessAfterInitialization(withUser, "dataSource");
            assertThat(new JdbcTemplate(withUser).queryForObject("CALL LOCK_TIMEOUT()", Integer.class))
                    .isEqualTo(1);
        }
    }

    @Test
    void leavesTheUrlsOtherOptionsAlone() {
        assertThat(H2InTurn.url("jdbc:h2:file:./data/x;MODE=PostgreSQL;write_delay=0;LOCK_TIMEOUT=75000"))
                .isEqualTo("jdbc:h2:file:./data/x;MODE=PostgreSQL;LOCK_TIMEOUT=75000;WRITE_DELAY=0;TRACE_LEVEL_FILE=0");
        assertThat(H2InTurn.url("jdbc:h2:mem:x;TRACE_LEVEL_FILE=2"))
                .isEqualTo("jdbc:h2:mem:x;TRACE_LEVEL_FILE=2;WRITE_DELAY=0");
    }

    private List<Integer> amounts() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT amount FROM item ORDER BY id")) {
            rows.next();
            int first = rows.getInt(1);
            rows.next();
            return List.of(first, rows.getInt(1));
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            update(connection, sql);
        }
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

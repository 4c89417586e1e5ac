package io.ledgerbridge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.ledgerbridge.Databases;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What {@code crash.WrittenByManyTest} is the reason for. */
class WritersInTurnTest {

    private final HikariDataSource pool = new HikariDataSource();
    private JdbcClient jdbc;

    @BeforeEach
    void open() {
        pool.setJdbcUrl(Databases.inMemory());
        pool.setMaximumPoolSize(2);
        jdbc = JdbcClient.create(pool);
        jdbc.sql("CREATE TABLE item (id INT PRIMARY KEY)").update();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void lastsUntilTheCommit() {
        TransactionTemplate writing = writing(Duration.ofSeconds(30));

        assertThat(whileAnotherWrites(writing, () -> writing.execute(running -> count())))
                .isEqualTo(1);
    }

    @Test
    void isWaitedForBeforeSparseChunksAreRewritten() {
        TransactionTemplate writing = writing(Duration.ofSeconds(30));
        SparseChunks chunks = new SparseChunks(pool, writing);

        assertThat(whileAnotherWrites(writing, () -> {
                    chunks.rewrite();
                    return count();
                }))
                .isEqualTo(1);
    }

    /** Begins something while a row is written but not committed, and lets that be committed once the other waits. */
    private long whileAnotherWrites(TransactionTemplate writing, Supplier<Long> other) {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> writing.executeWithoutResult(running -> {
            insert(1);
            written.countDown();
            await(goOn);
        }));
        await(written);
        CompletableFuture<Long> second = CompletableFuture.supplyAsync(other);

        assertThatThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        goOn.countDown();
        first.join();
        return second.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void isNotNeededToRead() {
        TransactionTemplate writing = writing(Duration.ofSeconds(30));
        TransactionTemplate reading = reading(writing);

        long seen = writing.execute(running -> {
            insert(1);
            return CompletableFuture.supplyAsync(() -> reading.execute(alsoRunning -> count()))
                    .join();
        });

        assertThat(seen).isZero();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void isWaitedForNoLongerThanThat() {
        TransactionTemplate writing = writing(Duration.ofMillis(100));

        writing.executeWithoutResult(running -> assertThatThrownBy(
                        () -> CompletableFuture.runAsync(() -> writing.executeWithoutResult(late -> insert(2)))
                                .join())
                .hasCauseInstanceOf(CannotCreateTransactionException.class)
                .hasMessageContaining("Others have been writing"));

        writing.executeWithoutResult(running -> insert(3));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void isGivenBackWhereThereIsNoConnection() throws Exception {
        TransactionTemplate writing = writing(Duration.ofMillis(100));

        try (var first = pool.getConnection();
                var second = pool.getConnection()) {
            assertThat(first).isNotSameAs(second);
            long patience = pool.getConnectionTimeout();
            pool.setConnectionTimeout(250);
            assertThatThrownBy(() -> writing.executeWithoutResult(running -> insert(1)))
                    .isInstanceOf(CannotCreateTransactionException.class);
            pool.setConnectionTimeout(patience);
        }

        CompletableFuture.runAsync(() -> writing.executeWithoutResult(running -> insert(2)))
                .join();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void isNotPassedByWithATransactionThatReads() {
        TransactionTemplate writing = writing(Duration.ofSeconds(30));

        assertThatThrownBy(() -> reading(writing)
                        .executeWithoutResult(reads -> writing.executeWithoutResult(running -> insert(1))))
                .isInstanceOf(IllegalTransactionStateException.class);

        assertThat(count()).isZero();
    }

    @Test
    void isOneForATransactionWithinAnother() {
        TransactionTemplate writing = writing(Duration.ofMillis(100));
        TransactionTemplate another = new TransactionTemplate(writing.getTransactionManager());
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        writing.executeWithoutResult(running -> {
            insert(1);
            another.executeWithoutResult(within -> insert(2));
            running.setRollbackOnly();
        });

        assertThat(count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:a, jdbc:h2:mem:a;WRITE_DELAY=0",
        "jdbc:h2:mem:a;write_delay=500;MODE=PostgreSQL, jdbc:h2:mem:a;MODE=PostgreSQL;WRITE_DELAY=0",
        "jdbc:postgresql://db/a, jdbc:postgresql://db/a"
    })
    void isTheOnlyTimeAtWhichH2Stores(String url, String used) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url);

        new H2StoresAtOnce().postProcessAfterInitialization(source, "dataSource");

        assertThat(source.getJdbcUrl()).isEqualTo(used);
    }

    private TransactionTemplate writing(Duration patience) {
        return new TransactionTemplate(new WritersInTurn(pool, patience));
    }

    private static TransactionTemplate reading(TransactionTemplate writing) {
        TransactionTemplate reading = new TransactionTemplate(writing.getTransactionManager());
        reading.setReadOnly(true);
        return reading;
    }

    private void insert(int id) {
        jdbc.sql("INSERT INTO item VALUES (" + id + ")").update();
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM item").query(Long.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
